// Stock for orders, from the book to the ledger, on both engines.
#include "tests/storage/decisions.h"
#include "tests/support/allocating.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

class AllocationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addEngines(); }
    void init();
    void cleanup() { m_database.reset(); }

    void bookTellsAllOfOneMoment();
    void bookOfSomeOrders();
    void takesAndTellsWho();
    void shortIsNoError();
    void sameIdAgainDoesNothing();
    void overtakenIsPlannedAgain();
    void theLastTryDecidesUnderTheLock();
    void othersGaveTheOrderWhatItLacked();
    void wholeOrderLeavesNothingBehind();
    void aPersonIsAsked();
    void closedOrderSaysNo();
    void forReview();
    void rightIsNeeded();
    void holdsWhoseTimeIsOverAreFree();

private:
    QString stateOf(qint64 stock)
    {
        const auto row = m_database->sql(
            u"SELECT on_hand, reserved, version FROM stock WHERE id = ?"_s, {stock});
        return u"%1/%2 v%3"_s.arg(row[0][0].toString(), row[0][1].toString(), row[0][2].toString());
    }
    qint64 row(const QString &lot, qint64 onHand, qint64 reserved = 0)
    {
        StockSeed seed;
        seed.lot = lot;
        seed.onHand = onHand;
        seed.reserved = reserved;
        return m_database->stockRow(seed);
    }
    qint64 allocated(qint64 order)
    {
        return m_database
            ->scalar(u"SELECT coalesce(sum(quantity), 0) FROM allocations WHERE order_id = ? "
                     "AND state = 'open'"_s,
                     {order})
            .toLongLong();
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Allocator> m_allocator;
};

void AllocationTest::init()
{
    QFETCH_GLOBAL(Engine, engine);
    m_database = std::make_unique<TestDatabase>(engine);
    m_database->product(u"P1"_s);
    m_database->product(u"P2"_s);
    m_allocator = std::make_unique<Allocator>(m_database->database());
}

void AllocationTest::bookTellsAllOfOneMoment()
{
    const qint64 first = row(u"L1"_s, 10, 4);
    StockSeed seed;
    seed.lot = u"L2"_s;
    seed.status = StockStatus::Quarantined;
    seed.expiresOn = QDate(2030, 1, 31);
    const qint64 second = m_database->stockRow(seed);
    seed = {};
    seed.product = u"P3"_s; // nobody ordered it
    m_database->stockRow(seed);
    const qint64 one = seedOrder(*m_database, u"SO-1"_s, {{u"P1"_s, 8}, {u"P2"_s, 3}}, 5);
    const qint64 two = seedOrder(*m_database, u"SO-2"_s, {{u"P1"_s, 6}});
    m_database->sql(u"UPDATE orders SET due_on = '2026-12-01' WHERE id = ?"_s, {two});
    QCOMPARE(verdict(m_allocator->run(Allocator::command({two})).outcome), u"committed"_s);

    const AllocationBook book = m_allocator->book();
    QCOMPARE(book.orders.size(), 2u);
    QCOMPARE(book.orders[0].id, one);
    QCOMPARE(book.orders[0].number, u"SO-1"_s);
    QCOMPARE(book.orders[0].partner, u"C1"_s);
    QCOMPARE(book.orders[0].priority, 5);
    QCOMPARE(book.orders[0].lineCount, 2);
    QCOMPARE(book.orders[1].dueOn, QDate(2026, 12, 1));
    QCOMPARE(book.lines[0].wanted(), 8);
    QCOMPARE(book.lines[1].wanted(), 3);
    QCOMPARE(book.lines[2].claimed, 6);
    QCOMPARE(book.lines[2].wanted(), 0);
    QCOMPARE(book.products.size(), 2u);
    QCOMPARE(book.products[0].code, u"P1"_s);
    QCOMPARE(book.products[0].stockCount, 2);
    QCOMPARE(book.products[1].stockCount, 0);
    QCOMPARE(book.stock.size(), 2u);
    QCOMPARE(book.stock[0].id, first);
    QCOMPARE(book.stock[0].onHand, 10);
    QCOMPARE(book.stock[0].available, 0);
    QCOMPARE(book.stock[1].id, second);
    QCOMPARE(book.stock[1].status, StockStatus::Quarantined);
    QCOMPARE(book.stock[1].expiresOn, QDate(2030, 1, 31));
    QCOMPARE(book.stock[1].version,
             m_database->scalar(u"SELECT version FROM stock WHERE id = ?"_s, {second}).toLongLong());

    BookQuery query;
    query.onlyLacking = true;
    query.onlyUsable = true;
    const AllocationBook lacking = m_allocator->book(query);
    QCOMPARE(lacking.orders.size(), 1u);
    QCOMPARE(lacking.lines.size(), 2u);
    QCOMPARE(lacking.stock.size(), 0u);
}

void AllocationTest::bookOfSomeOrders()
{
    row(u"L1"_s, 10);
    seedOrder(*m_database, u"SO-1"_s, {{u"P1"_s, 1}});
    const qint64 two = seedOrder(*m_database, u"SO 'ニ'"_s, {{u"P1"_s, 2}});
    seedOrder(*m_database, u"SO-3"_s, {{u"P2"_s, 3}});
    BookQuery query;
    query.orders = {two};
    const AllocationBook byId = m_allocator->book(query);
    QCOMPARE(byId.orders.size(), 1u);
    QCOMPARE(byId.lines.front().ordered, 2);
    QCOMPARE(byId.stock.size(), 1u);
    query = {};
    query.numbers = QStringList{u"SO 'ニ'"_s, u"SO-9"_s};
    QCOMPARE(m_allocator->book(query), byId);
    query.numbers = QStringList{u"SO-9"_s};
    QCOMPARE(m_allocator->book(query).orders.size(), 0u);
    QCOMPARE(m_allocator->book(query).stock.size(), 0u);
    m_database->sql(u"UPDATE orders SET state = 'draft' WHERE id = ?"_s, {two});
    query = {};
    query.orders = {two};
    QCOMPARE(m_allocator->book(query).orders.size(), 0u);
}

void AllocationTest::takesAndTellsWho()
{
    const qint64 first = row(u"L1"_s, 5);
    const qint64 second = row(u"L2"_s, 10);
    const qint64 one = seedOrder(*m_database, u"SO-1"_s, {{u"P1"_s, 7}}, 1);
    const qint64 two = seedOrder(*m_database, u"SO-2"_s, {{u"P1"_s, 4}}, 2);
    Planned planned;
    const CommandResult result = m_allocator->run(Allocator::command({one, two}), planned);
    QCOMPARE(verdict(result.outcome), u"committed"_s);
    QCOMPARE(stateOf(first), u"5/5 v2"_s);
    QCOMPARE(stateOf(second), u"10/6 v2"_s);
    // The first row went to one order, the second to two.
    const QString orderOf =
        u"SELECT order_id FROM stock_events WHERE stock_id = ? AND version = 2"_s;
    QCOMPARE(m_database->scalar(orderOf, {first}).toLongLong(), one);
    QVERIFY(m_database->scalar(orderOf, {second}).isNull());
    QCOMPARE(
        picksOf(planned.book, planned.plan),
        (std::vector<ChosenPick>{{one, 1, first, 5}, {one, 1, second, 2}, {two, 1, second, 4}}));
    QCOMPARE(m_database->audit(), QStringList());
}

void AllocationTest::shortIsNoError()
{
    const qint64 order = seedOrder(*m_database, u"SO-1"_s, {{u"P1"_s, 7}});
    const auto before = m_database->checksums();
    Planned planned;
    const CommandResult nothing = m_allocator->run(Allocator::command({order}), planned);
    QVERIFY(std::holds_alternative<Committed>(nothing.outcome));
    QVERIFY(nothing.nothingLeft);
    QCOMPARE(outcomesOf(planned.book, planned.plan).front().kind, LineOutcome::Kind::Short);
    QCOMPARE(m_database->checksums(), before);
    row(u"L1"_s, 3);
    const CommandResult some = m_allocator->run(Allocator::command({order}), planned);
    QVERIFY(!some.nothingLeft);
    planned = {};
    QCOMPARE(allocated(order), 3);
}

void AllocationTest::sameIdAgainDoesNothing()
{
    row(u"L1"_s, 20);
    const qint64 order = seedOrder(*m_database, u"SO-1"_s, {{u"P1"_s, 7}});
    const AllocationCommand command = Allocator::command({order});
    QCOMPARE(verdict(m_allocator->run(command).outcome), u"committed"_s);
    const auto before = m_database->checksums();
    // The order lacks nothing any more, and still it is told what the first attempt did.
    const CommandResult again = m_allocator->run(command);
    QCOMPARE(verdict(again.outcome), u"repeated"_s);
    QVERIFY(!again.nothingLeft);
    const auto past = m_allocator->store().command(command.id);
    QCOMPARE((*past)->made.size(), 1u);
    QCOMPARE((*past)->made.front().quantity, 7);
    QCOMPARE((*past)->made.front().orderId, order);
    QCOMPARE(m_database->checksums(), before);
    AllocationCommand other = command;
    other.strategy = builtInStrategy(u"fifo"_s);
    QCOMPARE(verdict(m_allocator->run(other).outcome), u"CommandIdReused"_s);
}

void AllocationTest::overtakenIsPlannedAgain()
{
    const qint64 first = row(u"L1"_s, 10);
    const qint64 second = row(u"L2"_s, 10);
    const qint64 order = seedOrder(*m_database, u"SO-1"_s, {{u"P1"_s, 6}});
    const AllocationCommand command = Allocator::command({order});
    Planned planned = m_allocator->plan(command);
    // Somebody takes most of the row that the plan chose.
    m_database->store().commit(
        decided(m_database->store(), {newCommandId(), Reserve{first, 8}, {}, u"tester"_s}));
    const CommandResult result = m_allocator->run(command, planned);
    QCOMPARE(verdict(result.outcome), u"committed"_s);
    QCOMPARE(result.tries, 2);
    QCOMPARE(picksOf(planned.book, planned.plan),
             (std::vector<ChosenPick>{{order, 1, first, 2}, {order, 1, second, 4}}));
    QCOMPARE(m_database->audit(), QStringList());
}

void AllocationTest::theLastTryDecidesUnderTheLock()
{
    const qint64 stock = row(u"L1"_s, 10);
    const qint64 order = seedOrder(*m_database, u"SO-1"_s, {{u"P1"_s, 6}});
    const AllocationCommand command = Allocator::command({order});
    RowsToLock rows{{order}, {stock}};
    int decisions = 0;
    const CommitOutcome outcome = m_database->store().commitLocked(
        intentOf(command), rows, [&](StockReader &reader) -> DecisionResult {
            ++decisions;
            auto book = reader.allocationBook(queryOf(command));
            if (!book)
                return book.error();
            applyStrategy(command, *book);
            return changesOf(command, *book, planAllocation(*book));
        });
    QCOMPARE(verdict(outcome), u"committed"_s);
    QCOMPARE(decisions, 1);
    QCOMPARE(allocated(order), 6);
    QCOMPARE(m_database->audit(), QStringList());
}

void AllocationTest::othersGaveTheOrderWhatItLacked()
{
    row(u"L1"_s, 50);
    const qint64 order = seedOrder(*m_database, u"SO-1"_s, {{u"P1"_s, 6}});
    const AllocationCommand slow = Allocator::command({order});
    Planned planned = m_allocator->plan(slow);
    QCOMPARE(verdict(m_allocator->run(Allocator::command({order})).outcome), u"committed"_s);
    const CommandResult result = m_allocator->run(slow, planned);
    QVERIFY(std::holds_alternative<Committed>(result.outcome));
    QVERIFY(result.nothingLeft);
    QCOMPARE(allocated(order), 6);
    QCOMPARE(m_database->audit(), QStringList());
}

void AllocationTest::wholeOrderLeavesNothingBehind()
{
    const qint64 stock = row(u"L1"_s, 10);
    const qint64 whole = seedOrder(*m_database, u"SO-1"_s, {{u"P1"_s, 6}, {u"P2"_s, 1}}, 1);
    const qint64 other = seedOrder(*m_database, u"SO-2"_s, {{u"P1"_s, 9}}, 2);
    QCOMPARE(
        verdict(m_allocator->run(Allocator::command({whole, other}, u"whole-orders"_s)).outcome),
        u"committed"_s);
    QCOMPARE(allocated(whole), 0);
    QCOMPARE(allocated(other), 9);
    QCOMPARE(stateOf(stock), u"10/9 v2"_s);
    // A plan that was whole when it was made, and cannot be carried out whole any more.
    StockSeed seed;
    seed.product = u"P2"_s;
    const qint64 rest = m_database->stockRow(seed);
    row(u"L2"_s, 5);
    const AllocationCommand command = Allocator::command({whole}, u"whole-orders"_s);
    Planned planned = m_allocator->plan(command);
    QCOMPARE(planned.plan.picks.size(), 3u);
    m_database->store().commit(
        decided(m_database->store(), {newCommandId(), Reserve{rest, 100}, {}, u"tester"_s}));
    const CommandResult result = m_allocator->run(command, planned);
    QVERIFY(result.nothingLeft);
    QCOMPARE(allocated(whole), 0);
    QCOMPARE(m_database->audit(), QStringList());
}

void AllocationTest::aPersonIsAsked()
{
    const qint64 first = row(u"L1"_s, 10);
    row(u"L2"_s, 10);
    const qint64 order = seedOrder(*m_database, u"SO-1"_s, {{u"P1"_s, 6}});
    AllocationCommand command = Allocator::command({order});
    Planned planned = m_allocator->plan(command);
    command.picks = picksOf(planned.book, planned.plan);
    for (const BookStock &stock : planned.book.stock)
        command.expected[stock.id] = stock.version;
    std::erase_if(command.expected, [&](const auto &entry) { return entry.first != first; });
    // Nothing that the plan needs is gone; still somebody changed the row that was looked at.
    m_database->store().commit(
        decided(m_database->store(), {newCommandId(), Reserve{first, 1}, {}, u"tester"_s}));
    const auto before = m_database->checksums();
    const CommandResult asked = m_allocator->run(command, planned, ConflictPolicy::Ask);
    QCOMPARE(verdict(asked.outcome), u"conflict"_s);
    const auto &conflict = std::get<VersionConflict>(asked.outcome);
    QCOMPARE(conflict.rows.size(), 1u);
    QCOMPARE(conflict.rows.front().between.size(), 1u);
    QCOMPARE(conflict.rows.front().between.front().reservedDelta, 1);
    QCOMPARE(m_database->checksums(), before);
    // The new plan, shown and agreed to, goes under the same id.
    planned = m_allocator->plan(Allocator::command({order}));
    command.picks = picksOf(planned.book, planned.plan);
    command.expected[first] = conflict.rows.front().actual;
    QCOMPARE(verdict(m_allocator->run(command, planned, ConflictPolicy::Ask).outcome),
             u"committed"_s);
    QCOMPARE(allocated(order), 6);
    QCOMPARE(m_database->audit(), QStringList());
}

void AllocationTest::closedOrderSaysNo()
{
    row(u"L1"_s, 10);
    const qint64 order = seedOrder(*m_database, u"SO-1"_s, {{u"P1"_s, 6}});
    const AllocationCommand command = Allocator::command({order});
    Planned planned = m_allocator->plan(command);
    m_database->sql(u"UPDATE orders SET state = 'cancelled'"_s);
    const auto before = m_database->checksums();
    QCOMPARE(verdict(m_allocator->run(command, planned).outcome), u"OrderClosed"_s);
    QCOMPARE(m_database->checksums(), before);
}

void AllocationTest::forReview()
{
    const qint64 stock = row(u"L1"_s, 10);
    const qint64 order = seedOrder(*m_database, u"SO-1"_s, {{u"P1"_s, 6}});
    AllocationCommand command = Allocator::command({order});
    command.forReview = true;
    QCOMPARE(verdict(m_allocator->run(command).outcome), u"committed"_s);
    QCOMPARE(m_database->scalar(u"SELECT state FROM allocations"_s).toString(), u"pending"_s);
    QCOMPARE(stateOf(stock), u"10/6 v2"_s);
    QCOMPARE(m_allocator->book().lines.front().wanted(), 0);
    QCOMPARE(m_database->audit(), QStringList());
}

void AllocationTest::rightIsNeeded()
{
    row(u"L1"_s, 10);
    const qint64 order = seedOrder(*m_database, u"SO-1"_s, {{u"P1"_s, 6}});
    m_database->person(u"looker"_s, u"viewer"_s);
    const auto before = m_database->checksums();
    const auto database = m_database->open(u"looker"_s);
    Allocator viewer(*database);
    AllocationCommand command = Allocator::command({order});
    command.actor = u"looker"_s;
    QCOMPARE(verdict(viewer.run(command).outcome), u"NotAllowed"_s);
    QCOMPARE(m_database->checksums(), before);
}

void AllocationTest::holdsWhoseTimeIsOverAreFree()
{
    const qint64 stock = row(u"L1"_s, 10);
    const qint64 order = seedOrder(*m_database, u"SO-1"_s, {{u"P1"_s, 10}});
    ChangeSet hold;
    hold.intent = {newCommandId(), u"hold"_s, {{u"n"_s, 1}}, u"tester"_s, {}, {}};
    StockChange change;
    change.id = stock;
    change.kind = EventKind::Hold;
    change.reservedDelta = 4;
    hold.stock = {change};
    HoldChange claim;
    claim.stockId = stock;
    claim.quantity = 4;
    claim.minutes = 10;
    hold.holds = {claim};
    QCOMPARE(verdict(m_database->store().commit(hold)), u"committed"_s);
    QCOMPARE(m_allocator->book().stock.front().available, 6);
    m_database->sql(u"UPDATE holds SET expires_at = '2020-01-01T00:00:00.000000Z'"_s);
    QCOMPARE(m_allocator->book().stock.front().available, 10);
    QCOMPARE(verdict(m_allocator->run(Allocator::command({order})).outcome), u"committed"_s);
    QCOMPARE(stateOf(stock), u"10/10 v4"_s); // the hold's end is an entry of its own
    QCOMPARE(allocated(order), 10);
}

TANABAN_TEST(AllocationTest)
#include "allocationtest.moc"
