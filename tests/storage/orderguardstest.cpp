// What an order may become is decided in the commit, on both engines, whatever a client believes:
// these change sets were never decided about, and the model says the same of each.
#include "tests/storage/decisions.h"
#include "tests/support/records.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>
#include <array>
#include <barrier>
#include <thread>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

class OrderGuardsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addEngines(); }
    void init();
    void cleanup() { m_database.reset(); }

    void beginsAsDraftOrOpen();
    void whatItNamesIsThere();
    void endedIsEnded();
    void whatHasGoodsIsKept();
    void twoPeopleMerge();
    void ordersAreLockedInOneOrder();
    void cancellingWhileOthersAllocate();

private:
    static QJsonObject line(int number, const QString &product, qint64 quantity)
    {
        return {{u"line_number"_s, number}, {u"product_code"_s, product}, {u"quantity"_s, quantity}};
    }
    static QJsonObject key() { return {{u"number"_s, u"O-1"_s}}; }
    /// Commits without having decided, and compares with what the model would have said.
    QString change(const QJsonObject &fields, const QString &kind = u"order"_s);
    void make(const QString &state, const QJsonArray &lines)
    {
        const QJsonObject fields{
            {u"partner_code"_s, u"C1"_s}, {u"state"_s, state}, {u"lines"_s, lines}};
        QCOMPARE(change(fields, u"import"_s), u"committed"_s);
    }
    ChangeSet allocation(qint64 stock, qint64 quantity);

    std::unique_ptr<TestDatabase> m_database;
};

void OrderGuardsTest::init()
{
    QFETCH_GLOBAL(Engine, engine);
    m_database = std::make_unique<TestDatabase>(engine);
    m_database->product(u"P1"_s);
    m_database->product(u"P2"_s);
    m_database->sql(u"INSERT INTO partners (code, name, kind) VALUES ('C1', 'x', 'customer')"_s);
}

QString OrderGuardsTest::change(const QJsonObject &fields, const QString &kind)
{
    RecordKeeper keeper(m_database->database());
    const Record now = keeper.look(Entity::Order, key());
    RecordCommand command = keeper.command(Entity::Order, now, fields);
    command.fromFile = kind == u"import"_s;
    const auto context = keeper.records().context(command);
    if (!context)
        return u"unreadable"_s;
    const auto faults = faultsOf(command, *context);
    ChangeSet changes;
    changes.intent = {newCommandId(), kind, {{u"n"_s, 1}}, u"tester"_s, {}, {}};
    const auto version = now.version > 0 ? std::optional(now.version) : std::nullopt;
    changes.records = {{Entity::Order, key(), version, fields}};
    const auto before = m_database->checksums();
    const QString answer = verdict(m_database->store().commit(changes));
    const QString expected = faults.empty() ? u"committed"_s : nameOf(faults.front().error.rule);
    if (answer != expected)
        return u"%1, and the model says %2"_s.arg(answer, expected);
    if (!faults.empty() && m_database->checksums() != before)
        return u"left a trace: "_s + answer;
    return answer;
}

ChangeSet OrderGuardsTest::allocation(qint64 stock, qint64 quantity)
{
    ChangeSet changes = decided(m_database->store(),
                                {newCommandId(), Reserve{stock, quantity}, {}, u"tester"_s});
    changes.intent.kind = u"allocate"_s;
    changes.stock[0].orderId = changes.allocations[0].orderId =
        m_database->scalar(u"SELECT id FROM orders"_s).toLongLong();
    changes.allocations[0].line = 1;
    return changes;
}

void OrderGuardsTest::beginsAsDraftOrOpen()
{
    const QJsonObject done{{u"partner_code"_s, u"C1"_s}, {u"state"_s, u"completed"_s}};
    QCOMPARE(change(done), u"OrderBegins"_s);
    QCOMPARE(change({{u"state"_s, u"open"_s}}), u"FieldMissing"_s);
    QCOMPARE(change({{u"partner_code"_s, u"C1"_s}}), u"committed"_s);
    QCOMPARE(m_database->scalar(u"SELECT state FROM orders"_s).toString(), u"draft"_s);
    QCOMPARE(change({{u"state"_s, u"open"_s}, {u"lines"_s, QJsonArray{line(1, u"P1"_s, 3)}}}),
             u"committed"_s);
    QCOMPARE(change({{u"state"_s, u"draft"_s}}), u"committed"_s);
    QCOMPARE(change({{u"lines"_s, QJsonArray()}}), u"committed"_s);
    QCOMPARE(m_database->count(u"order_lines"_s), 0);
    QCOMPARE(m_database->audit(), QStringList());
}

void OrderGuardsTest::whatItNamesIsThere()
{
    QCOMPARE(change({{u"partner_code"_s, u"NOBODY"_s}}), u"Unknown"_s);
    const QJsonArray lines{line(1, u"P1"_s, 1), line(2, u"Z"_s, 1), line(3, u"A"_s, 1)};
    QCOMPARE(change({{u"partner_code"_s, u"C1"_s}, {u"lines"_s, lines}}), u"UnknownProduct"_s);
    make(u"open"_s, {line(1, u"P1"_s, 1)});
    QCOMPARE(change({{u"partner_code"_s, u"NOBODY"_s}}), u"Unknown"_s);
    QCOMPARE(change({{u"lines"_s, lines}}), u"UnknownProduct"_s);
}

void OrderGuardsTest::endedIsEnded()
{
    make(u"completed"_s, {});
    const QJsonObject lines{{u"lines"_s, QJsonArray{line(1, u"P1"_s, 3)}}};
    QCOMPARE(change(lines), u"OrderEnded"_s);
    QCOMPARE(change({{u"state"_s, u"open"_s}}), u"OrderEnded"_s);
    QCOMPARE(change({{u"priority"_s, 1}}, u"import"_s), u"OrderEnded"_s);
    // What its file did not have yet; and the same again is no change.
    QCOMPARE(change(lines, u"import"_s), u"committed"_s);
    QCOMPARE(change({{u"lines"_s, QJsonArray()}}, u"import"_s), u"OrderEnded"_s);
    QCOMPARE(change(lines), u"committed"_s);
    QCOMPARE(m_database->audit(), QStringList());
}

void OrderGuardsTest::whatHasGoodsIsKept()
{
    make(u"open"_s, {line(1, u"P1"_s, 30), line(2, u"P1"_s, 5)});
    const qint64 stock = m_database->stockRow();
    QCOMPARE(verdict(m_database->store().commit(allocation(stock, 20))), u"committed"_s);
    QCOMPARE(change({{u"state"_s, u"cancelled"_s}}), u"OrderHasClaims"_s);
    QCOMPARE(change({{u"state"_s, u"draft"_s}}), u"OrderHasClaims"_s);
    const auto lines = [](const QJsonObject &first) {
        return QJsonObject{{u"lines"_s, QJsonArray{first}}};
    };
    QCOMPARE(change(lines(line(1, u"P1"_s, 19))), u"OrderLineExceeded"_s);
    QCOMPARE(change(lines(line(1, u"P2"_s, 30))), u"OrderLineExceeded"_s);
    QCOMPARE(change(lines(line(2, u"P1"_s, 30))), u"OrderLineExceeded"_s);
    QCOMPARE(change({{u"lines"_s, QJsonArray()}}), u"OrderLineExceeded"_s);
    QCOMPARE(change(lines(line(1, u"P1"_s, 20))), u"committed"_s); // and line 2 is gone
    QCOMPARE(change({{u"priority"_s, 3}, {u"due_on"_s, u"2099-01-31"_s}}), u"committed"_s);
    // A hold for the order counts as goods; what was shipped keeps its line, and lets it end.
    m_database->sql(u"UPDATE allocations SET state = 'shipped'"_s);
    m_database->sql(u"UPDATE stock SET on_hand = on_hand - reserved, reserved = 0"_s);
    QCOMPARE(change(lines(line(1, u"P1"_s, 19))), u"OrderLineExceeded"_s);
    m_database->sql(u"INSERT INTO holds (stock_id, order_id, line_number, quantity, expires_at, "
                    "state) SELECT 1, id, 1, 1, '2099-01-01T00:00:00.000000Z', 'active' "
                    "FROM orders"_s);
    QCOMPARE(change({{u"state"_s, u"completed"_s}}), u"OrderHasClaims"_s);
    m_database->sql(u"UPDATE holds SET state = 'released'"_s);
    QCOMPARE(change({{u"state"_s, u"draft"_s}}), u"OrderWasSent"_s);
    QCOMPARE(change({{u"state"_s, u"completed"_s}}), u"committed"_s);
}

void OrderGuardsTest::twoPeopleMerge()
{
    make(u"open"_s, {line(1, u"P1"_s, 30)});
    RecordKeeper keeper(m_database->database());
    const Record seen = keeper.look(Entity::Order, key());
    QCOMPARE(verdictOf(keeper.set(Entity::Order, key(), {{u"priority"_s, 1}}).outcome),
             u"committed"_s);
    // Another field: written onto it. The same field: asked about, with nothing written.
    const QJsonArray more{line(1, u"P1"_s, 30), line(2, u"P2"_s, 1)};
    const CommandResult merged = keeper.run(
        keeper.command(Entity::Order, seen, {{u"lines"_s, more}}));
    QCOMPARE(verdictOf(merged.outcome), u"committed"_s);
    const Record now = keeper.look(Entity::Order, key());
    QCOMPARE(now.fields[u"priority"_s].toInt(), 1);
    QCOMPARE(now.fields[u"lines"_s].toArray(), more);
    const CommandResult asked = keeper.run(
        keeper.command(Entity::Order, seen, {{u"lines"_s, QJsonArray()}}));
    QCOMPARE(verdictOf(asked.outcome), u"conflict"_s);
    QCOMPARE(asked.meanwhile->merge.clashes.size(), size_t(1));
    QCOMPARE(m_database->audit(), QStringList());
    // Every change says what was there before, with its lines.
    const auto events = keeper.records().history(Entity::Order, key(), 0, 0, 10);
    QVERIFY(events && events->size() == 3);
    QCOMPARE(events->front().before[u"lines"_s].toArray(), QJsonArray{line(1, u"P1"_s, 30)});
    QCOMPARE(events->front().after[u"lines"_s].toArray(), more);
}

void OrderGuardsTest::ordersAreLockedInOneOrder()
{
    // The same orders in two change sets, the other way round: one waits for the other, and no
    // deadlock has to be dissolved.
    auto one = m_database->open();
    auto other = m_database->open();
    constexpr int many = 40;
    const auto changing = [](bool backwards, std::optional<qint64> version, int priority) {
        ChangeSet changes;
        changes.intent = {newCommandId(), u"import"_s, {{u"n"_s, 1}}, u"tester"_s, {}, {}};
        for (int i = 0; i < many; ++i) {
            QJsonObject fields{{u"priority"_s, priority}};
            if (!version)
                fields[u"partner_code"_s] = u"C1"_s;
            const int number = backwards ? many - i : i + 1;
            changes.records.push_back(
                {Entity::Order, {{u"number"_s, u"N%1"_s.arg(number)}}, version, fields});
        }
        return changes;
    };
    QCOMPARE(verdict(m_database->store().commit(changing(false, {}, 0))), u"committed"_s);
    for (int round = 0; round < 20; ++round) {
        std::barrier start(2);
        std::array<QString, 2> answers;
        {
            std::jthread first([&] {
                start.arrive_and_wait();
                answers[0] = verdict(one->store().commit(changing(false, round + 1, 1)));
            });
            std::jthread second([&] {
                start.arrive_and_wait();
                answers[1] = verdict(other->store().commit(changing(true, round + 1, 2)));
            });
        }
        std::ranges::sort(answers);
        QCOMPARE(answers[0] + u" "_s + answers[1], u"committed conflict"_s);
    }
    QCOMPARE(m_database->audit(), QStringList());
    one.reset(); // what ends hands in what it counted
    other.reset();
    if (m_database->isPostgres()) {
        QTest::qWait(500);
        QCOMPARE(m_database
                     ->scalar(u"SELECT deadlocks FROM pg_stat_database "
                              "WHERE datname = current_database()"_s)
                     .toLongLong(),
                 0);
    }
}

void OrderGuardsTest::cancellingWhileOthersAllocate()
{
    // Two connections and one moment: one of the two is refused, never both done.
    const auto canceller = m_database->open();
    const auto allocator = m_database->open();
    make(u"open"_s, {line(1, u"P1"_s, 1000)});
    StockSeed seed;
    seed.onHand = 1000;
    const qint64 stock = m_database->stockRow(seed);
    int cancelled = 0;
    int allocated = 0;
    for (int round = 0; round < 30; ++round) {
        m_database->sql(u"UPDATE orders SET state = 'open'"_s);
        const qint64 version = m_database->scalar(u"SELECT version FROM orders"_s).toLongLong();
        ChangeSet cancelling;
        cancelling.intent = {newCommandId(), u"order"_s, {{u"n"_s, 1}}, u"tester"_s, {}, {}};
        cancelling.records = {{Entity::Order, key(), version, {{u"state"_s, u"cancelled"_s}}}};
        const ChangeSet allocating = allocation(stock, 1);
        std::barrier start(2);
        QString first;
        QString second;
        {
            std::jthread one([&] {
                start.arrive_and_wait();
                first = verdict(canceller->store().commit(cancelling));
            });
            std::jthread two([&] {
                start.arrive_and_wait();
                second = verdict(allocator->store().commit(allocating));
            });
        }
        const bool gone = first == u"committed"_s;
        const bool taken = second == u"committed"_s;
        QVERIFY2(gone != taken, qPrintable(first + u", "_s + second));
        QCOMPARE(gone ? second : first, gone ? u"OrderClosed"_s : u"OrderHasClaims"_s);
        cancelled += gone ? 1 : 0;
        allocated += taken ? 1 : 0;
        m_database->sql(u"UPDATE allocations SET state = 'shipped' WHERE state = 'open'"_s);
        m_database->sql(u"UPDATE stock SET on_hand = on_hand - reserved, reserved = 0"_s);
    }
    qInfo("%d cancelled, %d allocated", cancelled, allocated);
}

TANABAN_TEST(OrderGuardsTest)
#include "orderguardstest.moc"
