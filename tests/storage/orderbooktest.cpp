// Orders as lists and details tell them: how far each is, what is set aside where, who did what, and
// which number is free next; the same on both engines.
#include "model/orderbook.h"

#include "tests/storage/decisions.h"
#include "tests/support/records.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

class OrderBookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addEngines(); }
    void init();
    void cleanup() { m_database.reset(); }

    void tellsHowFarOrdersAre();
    void tellsWhereGoodsLie();
    void tellsWhoDidWhat();
    void tellsWhatWasUndone();
    void holdsCountWhileTheyLast();
    void listsByStateDueDayAndShortage();
    void proposesTheNextNumber();
    void findsByNumber();
    void knowsNothingOfOthers();

private:
    OrderBook &book() { return m_database->database().orders(); }
    /// Of the order's line, as the program would set it aside.
    qint64 allocate(const QString &number, int line, qint64 stock, qint64 quantity);
    /// The id of the command.
    QUuid run(const StockAction &action)
    {
        const StockCommand command{newCommandId(), action, {}, u"tester"_s};
        const QString answer = verdict(
            m_database->store().commit(decided(m_database->store(), command)));
        if (answer != u"committed"_s)
            qFatal("%s: %s", qPrintable(kindOf(action)), qPrintable(answer));
        return command.id;
    }
    std::vector<RecordId> ids(const OrderTerms &terms, const QJsonObject &having = {})
    {
        RecordFilter filter;
        filter.entity = Entity::Order;
        filter.orders = terms;
        filter.having = having;
        filter.sortedBy = u"due_on"_s;
        const auto found = m_database->database().records().ids(filter);
        return found ? *found : std::vector<RecordId>{u"unreadable"_s};
    }

    std::unique_ptr<TestDatabase> m_database;
};

void OrderBookTest::init()
{
    QFETCH_GLOBAL(Engine, engine);
    m_database = std::make_unique<TestDatabase>(engine);
    m_database->product(u"P1"_s);
    m_database->product(u"P2"_s, 1);
}

qint64 OrderBookTest::allocate(const QString &number, int line, qint64 stock, qint64 quantity)
{
    ChangeSet changes = decided(m_database->store(),
                                {newCommandId(), Reserve{stock, quantity}, {}, u"tester"_s});
    changes.intent.kind = u"allocate"_s;
    changes.stock[0].orderId = changes.allocations[0].orderId =
        m_database->scalar(u"SELECT id FROM orders WHERE number = ?"_s, {number}).toLongLong();
    changes.allocations[0].line = line;
    const QString answer = verdict(m_database->store().commit(changes));
    if (answer != u"committed"_s)
        qFatal("%s", qPrintable(answer));
    return m_database->scalar(u"SELECT max(id) FROM allocations"_s).toLongLong();
}

void OrderBookTest::tellsHowFarOrdersAre()
{
    m_database->order(u"O-1"_s, {u"P1"_s, u"P2"_s, u"P1"_s});
    m_database->order(u"O-2"_s, {});
    const qint64 stock = m_database->stockRow();
    allocate(u"O-1"_s, 1, stock, 10);
    const qint64 part = allocate(u"O-1"_s, 3, stock, 9);
    const auto progressOf = [&](const std::vector<RecordId> &orders) {
        const auto progress = book().progress(orders);
        return progress ? *progress : std::vector<OrderProgress>();
    };
    QCOMPARE(progressOf({u"O-2"_s, u"O-1"_s, u"nothing"_s}),
             (std::vector<OrderProgress>{
                 {u"Partner C1"_s, 0, 0, 0}, {u"Partner C1"_s, 3, 1, 0}, {QString(), 0, 0, 0}}));
    run(Ship{stock, 0, part});
    allocate(u"O-1"_s, 3, stock, 1);
    QCOMPARE(progressOf({u"O-1"_s}).front(), (OrderProgress{u"Partner C1"_s, 3, 2, 0}));
    const auto rows = orderRows(m_database->database().records(), book(), {u"O-1"_s, u"O-2"_s});
    QVERIFY(rows && rows->size() == 2);
    QCOMPARE(rows->front().progress->lacking(), 1);
    QCOMPARE(rows->back().progress->lines, 0);
}

void OrderBookTest::tellsWhereGoodsLie()
{
    m_database->order(u"O-1"_s, {u"P1"_s, u"P2"_s});
    StockSeed seed;
    seed.bin = u"A-01"_s;
    const qint64 stock = m_database->stockRow(seed);
    const qint64 first = allocate(u"O-1"_s, 1, stock, 4);
    const qint64 second = allocate(u"O-1"_s, 1, stock, 3);
    run(Ship{stock, 0, first});
    run(Release{stock, 1, second});
    const auto details = book().details(u"O-1"_s);
    QVERIFY(details);
    QCOMPARE(details->order.version, 1);
    QCOMPARE(details->partnerName, u"Partner C1"_s);
    QCOMPARE(details->lines.size(), size_t(2));
    const OrderLine &line = details->lines[0];
    QCOMPARE(line.quantity, 10);
    QCOMPARE(line.shipped, 4);
    QCOMPARE(line.allocated, 2);
    QCOMPARE(line.lacking(), 4);
    QCOMPARE(line.allocations.size(), size_t(2));
    QCOMPARE(line.allocations[0].state, AllocationState::Shipped);
    QCOMPARE(line.allocations[1].quantity, 2);
    QCOMPARE(line.allocations[1].place.bin, u"A-01"_s);
    QCOMPARE(line.allocations[1].place.lot, u"L1"_s);
    QVERIFY(!line.allocations[1].zoneName.isEmpty());
    QCOMPARE(details->lines[1].lacking(), 10);
    QCOMPARE(details->products.value(u"P2"_s).decimals, 1);
}

void OrderBookTest::tellsWhoDidWhat()
{
    m_database->partner(u"C1"_s);
    RecordKeeper keeper(m_database->database());
    const QJsonObject key{{u"number"_s, u"O-1"_s}};
    const QJsonObject line{{u"line_number"_s, 1}, {u"product_code"_s, u"P1"_s}, {u"quantity"_s, 10}};
    QCOMPARE(verdictOf(keeper
                           .set(Entity::Order,
                                key,
                                {{u"partner_code"_s, u"C1"_s},
                                 {u"state"_s, u"open"_s},
                                 {u"lines"_s, QJsonArray{line}}})
                           .outcome),
             u"committed"_s);
    const qint64 stock = m_database->stockRow();
    const qint64 allocation = allocate(u"O-1"_s, 1, stock, 6);
    run(Ship{stock, 2, allocation});
    run(Release{stock, 0, allocation});
    QCOMPARE(verdictOf(keeper.set(Entity::Order, key, {{u"priority"_s, 3}}).outcome),
             u"committed"_s);
    const auto details = book().details(u"O-1"_s);
    QVERIFY(details);
    // Newest first: priority, the rest given back, a part shipped, set aside, made.
    QCOMPARE(details->history.size(), size_t(5));
    const auto goodsOf = [&](size_t at) {
        const OrderEvent &event = details->history[at];
        QStringList texts;
        for (const OrderGoodsEvent &goods : event.goods)
            texts << u"%1 %2 %3 %4"_s.arg(goods.line)
                         .arg(goods.product)
                         .arg(goods.quantity)
                         .arg(codeOf(std::get<AllocationState>(goods.became)));
        return texts.join(u", "_s);
    };
    QCOMPARE(details->history[0].change->after[u"priority"_s].toInt(), 3);
    QCOMPARE(goodsOf(1), u"1 P1 4 released"_s);
    QCOMPARE(goodsOf(2), u"1 P1 2 shipped"_s);
    QCOMPARE(goodsOf(3), u"1 P1 6 open"_s);
    QVERIFY(!details->history[3].change);
    QVERIFY(details->history[4].change && details->history[4].change->before.isEmpty());
    for (const OrderEvent &event : details->history)
        QCOMPARE(event.actor, u"tester"_s);
    QCOMPARE(m_database->audit(), QStringList());
}

void OrderBookTest::tellsWhatWasUndone()
{
    m_database->order(u"O-1"_s, {u"P1"_s});
    const qint64 stock = m_database->stockRow();
    const qint64 allocation = allocate(u"O-1"_s, 1, stock, 6);
    const QUuid shipped = run(Ship{stock, 2, allocation});
    run(Undo{shipped, u"ship"_s, u"Undo"_s});
    const auto details = book().details(u"O-1"_s);
    QVERIFY(details);
    QCOMPARE(details->lines[0].allocated, 6);
    QCOMPARE(details->history.size(), size_t(3));
    const OrderGoodsEvent undone{1, u"P1"_s, 2, AllocationState::Open, true};
    QCOMPARE(details->history[0].goods, std::vector{undone});
    QVERIFY(!details->history[1].goods.at(0).again);
    QVERIFY(!details->history[2].goods.at(0).again);
}

void OrderBookTest::holdsCountWhileTheyLast()
{
    m_database->order(u"O-1"_s, {u"P1"_s});
    const qint64 stock = m_database->stockRow();
    m_database->sql(u"INSERT INTO holds (stock_id, order_id, line_number, quantity, expires_at, "
                    "state) SELECT ?, id, 1, 10, '2099-01-01T00:00:00.000000Z', 'active' "
                    "FROM orders"_s,
                    {stock});
    QCOMPARE(book().progress({u"O-1"_s})->front().covered, 1);
    QCOMPARE(book().details(u"O-1"_s)->lines[0].held, 10);
    QVERIFY(ids({{}, {}, false, true}).empty());
    m_database->sql(u"UPDATE holds SET expires_at = '2001-01-01T00:00:00.000000Z'"_s);
    QCOMPARE(book().progress({u"O-1"_s})->front().covered, 0);
    QCOMPARE(book().details(u"O-1"_s)->lines[0].held, 0);
    QCOMPARE(ids({{}, {}, false, true}), std::vector<RecordId>{u"O-1"_s});
}

void OrderBookTest::listsByStateDueDayAndShortage()
{
    m_database->order(u"LATE"_s, {u"P1"_s});
    m_database->order(u"NOW"_s, {u"P1"_s});
    m_database->order(u"DONE"_s, {u"P1"_s}, u"completed"_s);
    m_database->order(u"DRAFT"_s, {u"P1"_s}, u"draft"_s);
    m_database->order(u"NEVER"_s, {u"P1"_s});
    const auto due = [this](const QString &number, const QString &day) {
        m_database->sql(u"UPDATE orders SET due_on = ? WHERE number = ?"_s, {day, number});
    };
    due(u"LATE"_s, u"2031-03-01"_s);
    due(u"DONE"_s, u"2031-03-01"_s);
    due(u"NOW"_s, u"2031-03-05"_s);
    due(u"DRAFT"_s, u"2031-03-06"_s);
    using Ids = std::vector<RecordId>;
    const QDate today(2031, 3, 5);
    QCOMPARE(ids({}), (Ids{u"DONE"_s, u"LATE"_s, u"NOW"_s, u"DRAFT"_s, u"NEVER"_s}));
    QCOMPARE(ids({{}, today.addDays(-1), true, false}), Ids{u"LATE"_s});
    QCOMPARE(ids({today, today, true, false}), Ids{u"NOW"_s});
    QCOMPARE(ids({today, today.addDays(7), true, false}), (Ids{u"NOW"_s, u"DRAFT"_s}));
    QCOMPARE(ids({{}, {}, false, true}), (Ids{u"LATE"_s, u"NOW"_s, u"NEVER"_s}));
    QCOMPARE(ids({{}, today, false, true}, {{u"state"_s, u"draft"_s}}), Ids());
    allocate(u"NOW"_s, 1, m_database->stockRow(), 10);
    QCOMPARE(ids({{}, {}, false, true}), (Ids{u"LATE"_s, u"NEVER"_s}));
    // A partner's name finds its orders.
    RecordFilter filter;
    filter.entity = Entity::Order;
    filter.text = u"partner now"_s;
    QCOMPARE(*m_database->database().records().ids(filter), Ids{u"NOW"_s});
}

void OrderBookTest::proposesTheNextNumber()
{
    QCOMPARE(*book().nextNumber(), u"SO-000001"_s);
    m_database->order(u"SO-000001"_s, {});
    m_database->order(u"SO-000007"_s, {});
    m_database->order(u"SO-0000xx"_s, {}); // stands between, and is no such number
    m_database->order(u"SO-000003"_s, {});
    QCOMPARE(*book().nextNumber(), u"SO-000008"_s);
    m_database->order(u"by hand"_s, {}); // tells nothing
    QCOMPARE(*book().nextNumber(), u"SO-000008"_s);
    m_database->order(u"2031/99"_s, {});
    m_database->order(u"2031/100"_s, {});
    m_database->order(u"2031/98"_s, {});
    QCOMPARE(*book().nextNumber(), u"2031/101"_s);
}

void OrderBookTest::findsByNumber()
{
    m_database->order(u"SO-000123"_s, {}, u"completed"_s);
    m_database->order(u"SO-000124"_s, {});
    m_database->order(u"X-123"_s, {}, u"draft"_s);
    const auto numbers = [this](const QString &text, int most = 10) {
        QStringList found;
        const auto hits = book().find(text, most);
        for (const OrderHit &hit : *hits)
            found << hit.number;
        return found.join(u' ');
    };
    QCOMPARE(numbers(u"so-0001"_s), u"SO-000123 SO-000124"_s);
    QCOMPARE(numbers(u"so-0001"_s, 1), u"SO-000123"_s);
    QCOMPARE(numbers(u"123"_s), u"X-123"_s); // what is done is found by its beginning only
    QCOMPARE(numbers(u"%"_s), QString());
    QCOMPARE(numbers(u" "_s), QString());
    // The order of exactly this number, also where others have it in theirs and stand before.
    m_database->order(u"123"_s, {});
    m_database->order(u"0-123"_s, {});
    QCOMPARE(numbers(u"123"_s, 1), u"123"_s);
    QCOMPARE(numbers(u"123"_s), u"123 0-123 X-123"_s);
    const auto hit = book().find(u"X-123"_s, 1);
    QCOMPARE(hit->front(), (OrderHit{u"X-123"_s, u"Partner C1"_s, OrderState::Draft}));
}

void OrderBookTest::knowsNothingOfOthers()
{
    m_database->order(u"O-1"_s, {u"P1"_s});
    m_database->order(u"O-2"_s, {u"P1"_s});
    const qint64 stock = m_database->stockRow();
    allocate(u"O-2"_s, 1, stock, 10);
    run(Reserve{stock, 5}); // by hand
    const auto details = book().details(u"O-1"_s);
    QCOMPARE(details->lines[0].allocations.size(), size_t(0));
    QVERIFY(details->history.empty());
    QCOMPARE(book().progress({u"O-1"_s})->front().covered, 0);
    QCOMPARE(book().details(u"O-3"_s)->order.version, 0);
}

TANABAN_TEST(OrderBookTest)
#include "orderbooktest.moc"
