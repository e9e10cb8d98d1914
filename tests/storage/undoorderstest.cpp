// What was shipped or given back of orders is theirs again when it is taken back; both engines.
#include "model/picking/confirming.h"
#include "tests/storage/decisions.h"
#include "tests/support/allocating.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

class UndoOrdersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addEngines(); }
    void init();
    void cleanup();

    void shippedAndGivenBack_data();
    void shippedAndGivenBack();
    void whatWaitedForReviewWaitsAgain();
    void aPartOfWhatWaited();
    void theOrderIsOpenAgain();
    void notWhenOthersCompletedIt();
    void notWhenTheOrderGotOthers();
    void notWhenTheGoodsAreGone();
    void notWhenTheLineIsGone();
    void onlyWhatItEnded_data();
    void onlyWhatItEnded();
    void noOtherOrderIsOpened();
    void nobodyElsesAllocation();
    void manyOrdersInAnyOrder();

private:
    using Kind = ClaimCommand::Kind;

    std::vector<Claim> claimsOf(qint64 order)
    {
        ClaimQuery query;
        query.orderId = order;
        return *m->database.database().claims().claims(query);
    }
    /// All of the orders, or `quantity` of each allocation.
    ClaimCommand claims(Kind kind, const std::vector<qint64> &orders, qint64 quantity = 0)
    {
        ClaimCommand command;
        command.id = newCommandId();
        command.kind = kind;
        command.reason = u"Too much"_s;
        command.actor = m->allocator.store().actor();
        for (const qint64 order : orders) {
            for (const Claim &claim : claimsOf(order))
                command.parts.push_back({claim.id, quantity});
        }
        return command;
    }
    ClaimCommand does(Kind kind, const std::vector<qint64> &orders, qint64 quantity = 0)
    {
        const ClaimCommand command = claims(kind, orders, quantity);
        const QString answer = verdict(
            m->allocator.runner().run(command, ConflictPolicy::Retry).outcome);
        if (answer != u"committed"_s)
            qFatal("%s", qPrintable(answer));
        return command;
    }
    void allocate(const std::vector<qint64> &orders, bool forReview = false)
    {
        AllocationCommand command = Allocator::command(orders);
        command.forReview = forReview;
        if (verdict(m->allocator.run(command).outcome) != u"committed"_s)
            qFatal("it was not allocated");
    }
    StockCommand undoOf(const ClaimCommand &command)
    {
        StockCommand undo;
        undo.id = newCommandId();
        undo.action = Undo{command.id, intentOf(command).kind, u"Undo"_s};
        undo.actor = m->allocator.store().actor();
        return undo;
    }
    QString undo(const ClaimCommand &command)
    {
        return verdict(m->allocator.runner().run(undoOf(command), ConflictPolicy::Ask).outcome);
    }
    /// Of each order and row: what it has, and in which state.
    QStringList figures()
    {
        QStringList all;
        for (const QVariantList &row :
             m->database.sql(u"SELECT s.id, s.on_hand, s.reserved FROM stock s ORDER BY s.id"_s))
            all << u"%1: %2/%3"_s.arg(row[0].toString(), row[1].toString(), row[2].toString());
        for (const QVariantList &row : m->database.sql(
                 u"SELECT order_id, line_number, stock_id, state, sum(quantity) FROM allocations "
                 "WHERE state <> 'released' GROUP BY order_id, line_number, stock_id, state "
                 "ORDER BY 1, 2, 3, 4"_s))
            all << u"%1/%2 of %3 %4 %5"_s.arg(row[0].toString(),
                                              row[1].toString(),
                                              row[2].toString(),
                                              row[3].toString(),
                                              row[4].toString());
        return all;
    }
    void sets(const QString &number, OrderState state, Store &store)
    {
        ChangeSet changes;
        changes.intent = {newCommandId(), u"order"_s, {}, store.actor(), {}, {}};
        const qint64 version = m->database
                                   .scalar(u"SELECT version FROM orders WHERE number = ?"_s,
                                           {number})
                                   .toLongLong();
        changes.records = {
            {Entity::Order, {{u"number"_s, number}}, version, {{u"state"_s, codeOf(state)}}}};
        QCOMPARE(verdict(store.commit(changes)), u"committed"_s);
    }
    QString stateOf(const QString &number)
    {
        return m->database.scalar(u"SELECT state FROM orders WHERE number = ?"_s, {number})
            .toString();
    }
    /// A refused commit leaves no trace at all.
    QString refused(const ChangeSet &changes)
    {
        const auto before = m->database.checksums();
        const QString answer = verdict(m->allocator.store().commit(changes));
        return m->database.checksums() == before ? answer : QString(u"left a trace: "_s + answer);
    }

    std::unique_ptr<TwoOrders> m;
};

void UndoOrdersTest::init()
{
    QFETCH_GLOBAL(Engine, engine);
    m = std::make_unique<TwoOrders>(engine);
}

void UndoOrdersTest::cleanup()
{
    if (m)
        QCOMPARE(m->database.audit(), QStringList());
    m.reset();
}

void UndoOrdersTest::shippedAndGivenBack_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("quantity");
    QTest::newRow("ship all of two orders") << int(Kind::Ship) << qint64(0);
    QTest::newRow("ship two of each") << int(Kind::Ship) << qint64(2);
    QTest::newRow("release all of two orders") << int(Kind::Release) << qint64(0);
    QTest::newRow("release two of each") << int(Kind::Release) << qint64(2);
}

void UndoOrdersTest::shippedAndGivenBack()
{
    QFETCH(const int, kind);
    QFETCH(const qint64, quantity);
    allocate({m->first, m->second});
    const QStringList before = figures();
    const ClaimCommand command = does(Kind(kind), {m->first, m->second}, quantity);
    QVERIFY(figures() != before);
    QCOMPARE(undo(command), u"committed"_s);
    QCOMPARE(figures(), before);
    QCOMPARE(undo(command), u"UndoneAlready"_s);
    // It goes on as if it had not been.
    const ClaimCommand again = does(Kind::Ship, {m->first, m->second});
    QCOMPARE(undo(again), u"committed"_s);
    QCOMPARE(figures(), before);
}

void UndoOrdersTest::whatWaitedForReviewWaitsAgain()
{
    allocate({m->first, m->second}, true);
    const QStringList before = figures();
    QVERIFY(before.last().contains(u"pending"_s));
    const ClaimCommand command = does(Kind::Release, {m->first, m->second});
    QCOMPARE(undo(command), u"committed"_s);
    QCOMPARE(figures(), before);
}

/// A part of it was given back while it waited, the rest was agreed to since: the part waits again.
void UndoOrdersTest::aPartOfWhatWaited()
{
    allocate({m->first}, true);
    const ClaimCommand command = does(Kind::Release, {m->first}, 3);
    does(Kind::Approve, {m->first});
    const ChangeSet planned = decided(m->allocator.store(), undoOf(command));
    ChangeSet openly = planned;
    openly.allocations.at(0).to = AllocationState::Open;
    QCOMPARE(refused(openly), u"ShapeRefused"_s);
    QCOMPARE(undo(command), u"committed"_s);
    QCOMPARE(
        figures().mid(2),
        (QStringList{u"%1/1 of 1 open 4"_s.arg(m->first), u"%1/1 of 1 pending 3"_s.arg(m->first)}));
}

void UndoOrdersTest::theOrderIsOpenAgain()
{
    allocate({m->first});
    const QStringList before = figures();
    const ClaimCommand command = does(Kind::Ship, {m->first});
    sets(u"SO-1"_s, OrderState::Completed, m->allocator.store());
    QCOMPARE(undo(command), u"committed"_s);
    QCOMPARE(stateOf(u"SO-1"_s), u"open"_s);
    QCOMPARE(figures(), before);
}

void UndoOrdersTest::notWhenOthersCompletedIt()
{
    m->database.person(u"sato"_s);
    allocate({m->first});
    const ClaimCommand command = does(Kind::Ship, {m->first});
    const StockCommand undoing = undoOf(command);
    ChangeSet planned = decided(m->allocator.store(), undoing);
    const auto other = m->database.open(u"sato"_s);
    sets(u"SO-1"_s, OrderState::Completed, other->store());
    QCOMPARE(refused(planned), u"OrderClosed"_s);
    // Also for a program that claims more.
    const qint64 version =
        m->database.scalar(u"SELECT version FROM orders WHERE number = 'SO-1'"_s).toLongLong();
    planned.records = {
        {Entity::Order, {{u"number"_s, u"SO-1"_s}}, version, {{u"state"_s, u"open"_s}}}};
    QCOMPARE(refused(planned), u"OrderEnded"_s);
    const auto before = m->database.checksums();
    QCOMPARE(undo(command), u"OrderClosed"_s);
    QCOMPARE(m->database.checksums(), before);
}

void UndoOrdersTest::notWhenTheOrderGotOthers()
{
    allocate({m->first});
    const ClaimCommand command = does(Kind::Release, {m->first}, 3);
    const ChangeSet planned = decided(m->allocator.store(), undoOf(command));
    allocate({m->first}); // of the same row, which has enough for both
    QCOMPARE(refused(planned), u"OrderLineExceeded"_s);
    const auto before = m->database.checksums();
    QCOMPARE(undo(command), u"OrderLineExceeded"_s);
    QCOMPARE(m->database.checksums(), before);
}

void UndoOrdersTest::notWhenTheGoodsAreGone()
{
    allocate({m->first});
    const ClaimCommand command = does(Kind::Release, {m->first});
    const ChangeSet planned = decided(m->allocator.store(), undoOf(command));
    allocate({m->second});
    QCOMPARE(refused(planned), u"overtaken"_s);
    const auto before = m->database.checksums();
    QCOMPARE(undo(command), u"StockWentOn"_s);
    QCOMPARE(m->database.checksums(), before);
}

/// What was given back of a line need not hold it: it may be of another product, or go.
void UndoOrdersTest::notWhenTheLineIsGone()
{
    m->database.product(u"P2"_s);
    allocate({m->first});
    const ClaimCommand command = does(Kind::Release, {m->first});
    const ChangeSet planned = decided(m->allocator.store(), undoOf(command));
    const auto lines = [this](int number, const QString &product) {
        ChangeSet changes;
        changes.intent = {newCommandId(), u"order"_s, {}, m->allocator.store().actor(), {}, {}};
        const qint64 version =
            m->database.scalar(u"SELECT version FROM orders WHERE number = 'SO-1'"_s).toLongLong();
        const QJsonObject line{
            {u"line_number"_s, number}, {u"product_code"_s, product}, {u"quantity"_s, 9}};
        changes.records = {
            {Entity::Order, {{u"number"_s, u"SO-1"_s}}, version, {{u"lines"_s, QJsonArray{line}}}}};
        return verdict(m->allocator.store().commit(changes));
    };
    for (const auto &[number, product] : {std::pair(1, u"P2"_s), std::pair(2, u"P1"_s)}) {
        QCOMPARE(lines(number, product), u"committed"_s);
        QCOMPARE(m->database.audit(), QStringList());
        const CommitOutcome outcome = m->allocator.store().commit(planned);
        QCOMPARE(verdict(outcome), u"OrderLineExceeded"_s);
        // People know the order by its number.
        QCOMPARE(std::get<Rejected>(outcome).error.subject, u"SO-1/1"_s);
        QCOMPARE(undo(command), u"OrderLineExceeded"_s);
    }
}

void UndoOrdersTest::onlyWhatItEnded_data()
{
    QTest::addColumn<QString>("claim");
    QTest::newRow("goods of another order") << u"other"_s;
    QTest::newRow("without an order") << u"nobody"_s;
    QTest::newRow("for another order") << u"for another"_s;
    QTest::newRow("less of one, more of another") << u"less"_s;
}

/// Whatever a broken or hostile program claims: two releases of two each from one row, one of which
/// is taken back.
void UndoOrdersTest::onlyWhatItEnded()
{
    QFETCH(const QString, claim);
    allocate({m->first, m->second});
    const ClaimCommand first = does(Kind::Release, {m->first}, 2);
    const ClaimCommand second = does(Kind::Release, {m->second}, 1);
    ChangeSet changes = decided(m->allocator.store(), undoOf(first));
    const ChangeSet other = decided(m->allocator.store(), undoOf(second));
    QCOMPARE(changes.allocations.size(), size_t(1));
    QCOMPARE(changes.allocations[0].quantity, 2);
    if (claim == u"other"_s) {
        changes = decided(m->allocator.store(), undoOf(second));
        changes.intent.undoes = first.id;
        changes.stock = decided(m->allocator.store(), undoOf(first)).stock;
        changes.stock[0].reservedDelta = 1;
        std::erase_if(changes.allocations, [](const auto &one) { return one.stockId != 1; });
    } else if (claim == u"nobody"_s) {
        changes.allocations[0].orderId.reset();
        changes.allocations[0].line.reset();
    } else if (claim == u"for another"_s) {
        changes.allocations[0].orderId = m->second;
    } else {
        changes.allocations[0].quantity = 1;
        for (const AllocationChange &one : other.allocations) {
            if (one.stockId == 1)
                changes.allocations.push_back(one);
        }
        QCOMPARE(changes.allocations.size(), size_t(2));
    }
    QCOMPARE(refused(changes), u"ShapeRefused"_s);
    QCOMPARE(undo(first), u"committed"_s);
}

/// What is set aside for a line is ended for this line only, whatever is claimed.
void UndoOrdersTest::nobodyElsesAllocation()
{
    allocate({m->first, m->second});
    for (const Kind kind : {Kind::Release, Kind::Ship}) {
        const ChangeSet honest = decided(m->allocator.store(), claims(kind, {m->first}));
        QVERIFY(!honest.allocations.empty());
        for (const QString &claim : {u"another order"_s, u"nobody"_s, u"another line"_s}) {
            ChangeSet changes = honest;
            changes.intent.id = newCommandId();
            for (AllocationChange &each : changes.allocations) {
                if (claim == u"another order"_s)
                    each.orderId = m->second;
                else if (claim == u"another line"_s)
                    each.line = 2;
                else {
                    each.orderId.reset();
                    each.line.reset();
                }
            }
            for (StockChange &each : changes.stock) {
                if (each.orderId)
                    each.orderId = changes.allocations[0].orderId;
            }
            const QString answer = refused(changes);
            QVERIFY2(answer == u"UnknownAllocation"_s || answer == u"ShapeRefused"_s,
                     qPrintable(claim + u": "_s + answer));
        }
        // The same, for whom it is, is done: the tries above fail for their own reason.
        if (kind == Kind::Ship)
            QCOMPARE(verdict(m->allocator.store().commit(honest)), u"committed"_s);
    }
    QCOMPARE(m->database.audit(), QStringList());
}

void UndoOrdersTest::noOtherOrderIsOpened()
{
    allocate({m->first});
    const ClaimCommand command = does(Kind::Ship, {m->first}, 2);
    sets(u"SO-2"_s, OrderState::Completed, m->allocator.store());
    ChangeSet changes = decided(m->allocator.store(), undoOf(command));
    changes.records = {{Entity::Order, {{u"number"_s, u"SO-2"_s}}, 2, {{u"state"_s, u"open"_s}}}};
    QCOMPARE(refused(changes), u"OrderEnded"_s);
    changes.records[0].key[u"number"_s] = u"SO-1"_s; // open: nothing else of it may be changed
    changes.records[0].expectedVersion = 1;
    changes.records[0].fields = {{u"priority"_s, 1}};
    QCOMPARE(refused(changes), u"OrderEnded"_s);
    // Nor by anything else.
    changes = {};
    changes.intent = {newCommandId(), u"order"_s, {}, m->allocator.store().actor(), {}, {}};
    changes.records = {{Entity::Order, {{u"number"_s, u"SO-2"_s}}, 2, {{u"state"_s, u"open"_s}}}};
    QCOMPARE(refused(changes), u"OrderEnded"_s);
}

/// As a picker does it: everything of an order, which is completed; then all of it back.
void UndoOrdersTest::manyOrdersInAnyOrder()
{
    allocate({m->first, m->second});
    const QStringList before = figures();
    QCOMPARE(verdict(m->allocator.run(Allocator::command({m->first})).outcome), u"committed"_s);
    const ClaimCommand command = does(Kind::Ship, {m->second, m->first});
    for (const QString &number : {u"SO-2"_s, u"SO-1"_s})
        sets(number, OrderState::Completed, m->allocator.store());
    QCOMPARE(undo(command), u"committed"_s);
    QCOMPARE(stateOf(u"SO-1"_s), u"open"_s);
    QCOMPARE(stateOf(u"SO-2"_s), u"open"_s);
    QCOMPARE(figures(), before);
}

TANABAN_TEST(UndoOrdersTest)
#include "undoorderstest.moc"
