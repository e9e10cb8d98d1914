// Runs over hundreds of orders on both engines: nothing is promised twice, orders are whole where
// they must be, and each report says what the database says, whatever happened meanwhile.
#include "model/planning/batch.h"
#include "tests/support/lossystore.h"
#include "tests/support/records.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QTest>

#include <atomic>
#include <barrier>
#include <set>
#include <thread>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int manyOrders = 300;
constexpr int manyProducts = 12;

/// Waits are over at once.
class HastyClock final : public Clock
{
public:
    Instant now() const override { return m_real.now(); }
    void sleep(std::chrono::milliseconds) override { std::this_thread::yield(); }

private:
    SystemClock m_real;
};

/// A run of one program on the database.
struct Runs
{
    explicit Runs(Store &store)
        : runner(store, clock, journal, [] { return 0.5; })
        , batch(store, runner, clock)
    {}

    HastyClock clock;
    NoJournal journal;
    CommandRunner runner;
    AllocationBatch batch;
};

BatchRequest smallParts(const QString &strategy = {})
{
    BatchRequest request;
    request.actor = u"tester"_s;
    request.workers = 6;
    request.linesInOneCommit = 12;
    if (!strategy.isEmpty())
        request.strategy = builtInStrategy(strategy);
    return request;
}

void nobodyListens(const BatchProgress &) {}

} // namespace

class AllocateBatchTest : public QObject
{
    Q_OBJECT

    using Kind = LineOutcome::Kind;

private Q_SLOTS:
    void initTestCase_data() { addEngines(); }
    void init();
    void cleanup() { m_database.reset(); }

    void manyOrdersAtOnce();
    void twoRunsAtOnce_data();
    void twoRunsAtOnce();
    void stoppedInTheMiddle();
    void closedMeanwhile();
    void freedGoodsGoToWhoLacksThem();
    void answersGetLost();
    void silentThenKnown_data();
    void silentThenKnown();

private:
    static QJsonObject line(int number, int product, qint64 quantity)
    {
        return {{u"line_number"_s, number},
                {u"product_code"_s, u"P%1"_s.arg(product)},
                {u"quantity"_s, quantity}};
    }
    void makeOrder(std::vector<RecordChange> &records, const QString &number, QJsonArray lines);
    void commit(std::vector<RecordChange> records);
    /// Three lines each; of every product there is for about two thirds of what is wanted.
    void makeMany();
    void setState(const QString &number, const QString &state);
    /// What the orders have in the database, by order and line.
    std::map<std::pair<qint64, int>, qint64> taken();
    /// Each line of the reports together says what is in the database, and nothing else is there.
    void compare(const std::vector<const BatchReport *> &reports);
    /// Orders that have something but not all.
    qint64 halfOrders();
    void verify();

    std::unique_ptr<TestDatabase> m_database;
};

void AllocateBatchTest::init()
{
    QFETCH_GLOBAL(Engine, engine);
    m_database = std::make_unique<TestDatabase>(engine);
    m_database->sql(u"INSERT INTO partners (code, name, kind) VALUES ('C1', 'x', 'customer')"_s);
    for (int i = 1; i <= manyProducts; ++i)
        m_database->product(u"P%1"_s.arg(i));
}

void AllocateBatchTest::makeOrder(std::vector<RecordChange> &records,
                                  const QString &number,
                                  QJsonArray lines)
{
    records.push_back(
        {Entity::Order,
         {{u"number"_s, number}},
         std::nullopt,
         {{u"partner_code"_s, u"C1"_s}, {u"state"_s, u"open"_s}, {u"lines"_s, lines}}});
}

void AllocateBatchTest::commit(std::vector<RecordChange> records)
{
    ChangeSet changes;
    changes.intent = {newCommandId(), u"import"_s, {{u"n"_s, 1}}, u"tester"_s, {}, {}};
    changes.records = std::move(records);
    QCOMPARE(verdictOf(m_database->store().commit(changes)), u"committed"_s);
}

void AllocateBatchTest::makeMany()
{
    std::vector<RecordChange> records;
    std::map<int, qint64> wanted;
    for (int i = 0; i < manyOrders; ++i) {
        QJsonArray lines;
        for (int n = 0; n < 3; ++n) {
            const int product = (i + n * 5) % manyProducts + 1;
            const qint64 quantity = 1 + (i * 7 + n) % 9;
            wanted[product] += quantity;
            lines.append(line(n + 1, product, quantity));
        }
        makeOrder(records, u"N%1"_s.arg(i, 4, 10, QChar(u'0')), lines);
    }
    commit(std::move(records));
    for (const auto &[product, quantity] : wanted) {
        for (int lot = 0; lot < 3; ++lot) {
            StockSeed seed;
            seed.product = u"P%1"_s.arg(product);
            seed.lot = u"L%1"_s.arg(lot);
            seed.onHand = quantity * 2 / 9;
            m_database->stockRow(seed);
        }
    }
}

void AllocateBatchTest::setState(const QString &number, const QString &state)
{
    RecordKeeper keeper(m_database->database());
    const CommandResult result = keeper.set(
        Entity::Order, {{u"number"_s, number}}, {{u"state"_s, state}});
    QCOMPARE(verdictOf(result.outcome), u"committed"_s);
}

std::map<std::pair<qint64, int>, qint64> AllocateBatchTest::taken()
{
    std::map<std::pair<qint64, int>, qint64> taken;
    for (const QVariantList &row : m_database->sql(
             u"SELECT order_id, line_number, sum(quantity) FROM allocations WHERE order_id IS NOT "
             "NULL GROUP BY order_id, line_number"_s))
        taken[{row[0].toLongLong(), row[1].toInt()}] = row[2].toLongLong();
    return taken;
}

void AllocateBatchTest::compare(const std::vector<const BatchReport *> &reports)
{
    auto there = taken();
    std::map<std::pair<qint64, int>, qint64> told;
    for (const BatchReport *report : reports) {
        QVERIFY(!report->failure);
        QVERIFY(report->open.empty());
        for (const LineOutcome &line : report->lines) {
            if (line.allocated > 0)
                told[{line.order, line.line}] += line.allocated;
            if (line.kind == Kind::Partly)
                QVERIFY(line.allocated > 0 && line.allocated < line.wanted);
            if (line.kind == Kind::Done && line.message.isEmpty())
                QCOMPARE(line.allocated, line.wanted);
            if (line.kind == Kind::Short || line.kind == Kind::Blocked
                || line.kind == Kind::Cancelled)
                QCOMPARE(line.allocated, 0);
        }
    }
    QCOMPARE(told, there);
}

qint64 AllocateBatchTest::halfOrders()
{
    return m_database
        ->scalar(u"SELECT count(*) FROM (SELECT o.id, (SELECT sum(l.quantity) FROM order_lines l "
                 "WHERE l.order_id = o.id) AS wanted, (SELECT coalesce(sum(a.quantity), 0) FROM "
                 "allocations a WHERE a.order_id = o.id) AS had FROM orders o) AS t "
                 "WHERE had <> 0 AND had <> wanted"_s)
        .toLongLong();
}

void AllocateBatchTest::verify()
{
    QCOMPARE(m_database->audit(), QStringList());
    QCOMPARE(m_database->count(u"stock"_s, u"reserved > on_hand OR reserved < 0"_s), 0);
}

void AllocateBatchTest::manyOrdersAtOnce()
{
    makeMany();
    Runs runs(m_database->store());
    int told = 0;
    BatchProgress last;
    const BatchReport report = runs.batch.run(smallParts(), [&](const BatchProgress &progress) {
        QVERIFY(progress.linesDone >= last.linesDone);
        last = progress;
        ++told;
    });
    QCOMPARE(report.lines.size(), size_t(3 * manyOrders));
    QCOMPARE(last.linesInAll, 3 * manyOrders);
    QCOMPARE(last.linesDone, 3 * manyOrders);
    QVERIFY(told > manyOrders * 3 / 12 / 2);
    QVERIFY(report.count(Kind::Done) > manyOrders);
    QVERIFY(report.count(Kind::Short) > 0);
    QCOMPARE(report.count(Kind::Done) + report.count(Kind::Partly) + report.count(Kind::Short),
             3 * manyOrders);
    compare({&report});
    // Nothing is left over of what somebody lacks.
    QCOMPARE(m_database
                 ->scalar(u"SELECT count(*) FROM order_lines l WHERE l.quantity > (SELECT "
                          "coalesce(sum(a.quantity), 0) FROM allocations a WHERE a.order_id = "
                          "l.order_id AND a.line_number = l.line_number) AND EXISTS (SELECT 1 FROM "
                          "stock s WHERE s.product_code = l.product_code AND s.on_hand > "
                          "s.reserved)"_s)
                 .toLongLong(),
             0);
    verify();
    qInfo("%d done, %d partly, %d short, %d retries",
          report.count(Kind::Done),
          report.count(Kind::Partly),
          report.count(Kind::Short),
          last.retries);
}

void AllocateBatchTest::twoRunsAtOnce_data()
{
    QTest::addColumn<QString>("strategy");
    QTest::newRow("whatever there is") << u"zone-priority"_s;
    QTest::newRow("whole orders") << u"whole-orders"_s;
}

void AllocateBatchTest::twoRunsAtOnce()
{
    QFETCH(QString, strategy);
    makeMany();
    const auto one = m_database->open();
    const auto other = m_database->open();
    Runs first(one->store());
    Runs second(other->store());
    BatchReport reports[2];
    BatchProgress last[2];
    std::barrier planned(2);
    const auto run = [&](Runs &runs, int index) {
        bool begun = false;
        reports[index] = runs.batch.run(smallParts(strategy), [&](const BatchProgress &progress) {
            last[index] = progress;
            if (!std::exchange(begun, true))
                planned.arrive_and_wait(); // both plans are of the same moment
        });
    };
    {
        std::jthread a([&] { run(first, 0); });
        std::jthread b([&] { run(second, 1); });
    }
    compare({&reports[0], &reports[1]});
    if (strategy == u"whole-orders")
        QCOMPARE(halfOrders(), 0);
    verify();
    qInfo("%d and %d lines done, %d and %d retries",
          reports[0].count(Kind::Done),
          reports[1].count(Kind::Done),
          last[0].retries,
          last[1].retries);
    QVERIFY(last[0].retries + last[1].retries > 0);
}

void AllocateBatchTest::stoppedInTheMiddle()
{
    makeMany();
    Runs runs(m_database->store());
    std::stop_source stop;
    std::optional<int> first; // for which there is nothing is decided at once
    const BatchReport report = runs.batch.run(
        smallParts(u"whole-orders"_s),
        [&](const BatchProgress &progress) {
            first = first.value_or(progress.linesDone);
            if (progress.linesDone > *first + 60)
                stop.request_stop();
        },
        stop.get_token());
    QVERIFY(report.stopped && !report.lost);
    QVERIFY(report.count(Kind::Done) > 0);
    QVERIFY(report.count(Kind::Cancelled) > 0);
    compare({&report});
    QCOMPARE(halfOrders(), 0);
    verify();
    // The same again does the rest, and nothing twice.
    const BatchReport rest = runs.batch.run(smallParts(u"whole-orders"_s), nobodyListens);
    QCOMPARE(rest.count(Kind::Cancelled), 0);
    compare({&report, &rest});
    QCOMPARE(halfOrders(), 0);
    verify();
}

void AllocateBatchTest::closedMeanwhile()
{
    std::vector<RecordChange> records;
    for (int i = 0; i < 40; ++i)
        makeOrder(records, u"N%1"_s.arg(i), {line(1, i % 4 + 1, 5), line(2, i % 3 + 5, 2)});
    commit(std::move(records));
    for (int product = 1; product <= 8; ++product) {
        StockSeed seed;
        seed.product = u"P%1"_s.arg(product);
        seed.onHand = 1000;
        m_database->stockRow(seed);
    }
    Runs runs(m_database->store());
    bool planned = false;
    const BatchReport report = runs.batch.run(smallParts(), [&](const BatchProgress &) {
        if (!std::exchange(planned, true))
            setState(u"N17"_s, u"cancelled"_s);
    });
    for (const LineOutcome &line : report.lines) {
        QCOMPARE(line.kind, line.number == u"N17" ? Kind::Blocked : Kind::Done);
        QCOMPARE(line.message.contains(u"N17"), line.number == u"N17");
    }
    QCOMPARE(report.count(Kind::Blocked), 2);
    compare({&report});
    verify();
}

void AllocateBatchTest::freedGoodsGoToWhoLacksThem()
{
    std::vector<RecordChange> records;
    makeOrder(records, u"FIRST"_s, {line(1, 1, 10)});
    makeOrder(records, u"SECOND"_s, {line(1, 1, 4)});
    makeOrder(records, u"THIRD"_s, {line(1, 1, 9)});
    commit(std::move(records));
    StockSeed seed;
    seed.onHand = 10;
    m_database->stockRow(seed);
    Runs runs(m_database->store());
    bool planned = false;
    const BatchReport report = runs.batch.run(smallParts(), [&](const BatchProgress &progress) {
        if (!std::exchange(planned, true)) {
            QCOMPARE(progress.linesDone, 0);
            setState(u"FIRST"_s, u"cancelled"_s);
        }
    });
    QCOMPARE(report.lines.size(), size_t(3));
    QCOMPARE(report.lines[0].kind, Kind::Blocked);
    QCOMPARE(report.lines[1].kind, Kind::Done);
    QCOMPARE(report.lines[2].kind, Kind::Partly);
    QCOMPARE(report.lines[2].allocated, 6);
    compare({&report});
    verify();
}

void AllocateBatchTest::answersGetLost()
{
    makeMany();
    LossyStore store(m_database->store());
    std::atomic<int> writes{0};
    store.loss = [&] {
        const int write = ++writes;
        return write % 3 == 0   ? LossyStore::Loss::After
               : write % 7 == 0 ? LossyStore::Loss::Before
                                : LossyStore::Loss::None;
    };
    Runs runs(store);
    int unanswered = 0;
    const BatchReport report = runs.batch.run(smallParts(), [&](const BatchProgress &progress) {
        unanswered = std::max(unanswered, progress.unanswered);
    });
    QVERIFY(unanswered > 0);
    QVERIFY(!report.lost);
    QCOMPARE(report.count(Kind::Done) + report.count(Kind::Partly) + report.count(Kind::Short),
             3 * manyOrders);
    compare({&report});
    verify();
}

void AllocateBatchTest::silentThenKnown_data()
{
    QTest::addColumn<bool>("arrived");
    QTest::newRow("it had arrived") << true;
    QTest::newRow("it had not arrived") << false;
}

void AllocateBatchTest::silentThenKnown()
{
    QFETCH(bool, arrived);
    makeMany();
    LossyStore store(m_database->store());
    std::atomic<bool> silent{false};
    std::atomic<int> writes{0};
    store.loss = [&] {
        if (++writes <= 20)
            return LossyStore::Loss::None;
        // The first of each worker arrives and its answer does not; then nothing gets through.
        const bool first = !silent;
        silent = writes > 23;
        return first && arrived ? LossyStore::Loss::After : LossyStore::Loss::Before;
    };
    Runs runs(store);
    BatchReport report = runs.batch.run(smallParts(u"whole-orders"_s), nobodyListens);
    QVERIFY(report.lost);
    QVERIFY(!report.open.empty());
    QVERIFY(report.count(Kind::Unknown) > 0);
    QVERIFY(report.count(Kind::Cancelled) > 0);
    const int unknown = report.count(Kind::Unknown);
    QVERIFY(!runs.batch.askAgain(report)); // still silent
    QCOMPARE(report.count(Kind::Unknown), unknown);
    store.loss = [] { return LossyStore::Loss::None; };
    QVERIFY(runs.batch.askAgain(report));
    QCOMPARE(report.count(Kind::Unknown), 0);
    compare({&report});
    QCOMPARE(halfOrders(), 0);
    verify();
    qInfo("%d lines were not known", unknown);
}

TANABAN_TEST(AllocateBatchTest)
#include "allocatebatchtest.moc"
