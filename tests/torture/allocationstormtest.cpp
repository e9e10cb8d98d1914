// Thirty-two processes that give stock of ten hot products to their orders, all at once, on both
// engines: nothing is promised twice, nothing is called short that is not, and the figures of what
// they met are printed.
#include "tests/support/allocating.h"
#include "tests/support/testprogram.h"
#include "tests/torture/scenarios.h"

#include <QJsonArray>
#include <QTest>

using namespace tanaban;
using namespace tanaban::torture;
using namespace Qt::StringLiterals;

namespace {

constexpr int processes = 32;
constexpr int products = 10;
constexpr int ordersOfEach = 12;
constexpr int linesOfEach = 3;
constexpr qint64 wanted = 5; ///< by each line
constexpr qint64 demand = qint64(processes) * ordersOfEach * linesOfEach * wanted;

} // namespace

class AllocationStormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::addEngines(); }
    void init();
    void cleanup() { m_database.reset(); }
    void enoughForAll();
    void notEnough();

private:
    static QString product(int number) { return u"HOT%1"_s.arg(number); }
    void stock(int rowsOfEach, qint64 onHand);
    std::vector<QJsonObject> storm();
    qint64 sum(const QString &what) { return m_database->scalar(what).toLongLong(); }
    qint64 counted(const QString &counter) const { return m_counted.at(counter); }

    std::unique_ptr<test::TestDatabase> m_database;
    std::map<QString, qint64> m_counted;
};

void AllocationStormTest::init()
{
    QFETCH_GLOBAL(test::Engine, engine);
    m_database = std::make_unique<test::TestDatabase>(engine);
}

void AllocationStormTest::stock(int rowsOfEach, qint64 onHand)
{
    m_database->sql(u"BEGIN"_s);
    for (int p = 0; p < products; ++p) {
        for (int r = 0; r < rowsOfEach; ++r) {
            test::StockSeed seed;
            seed.product = product(p);
            seed.lot = u"L%1"_s.arg(r);
            seed.onHand = onHand;
            m_database->stockRow(seed);
        }
    }
    m_database->sql(u"COMMIT"_s);
}

std::vector<QJsonObject> AllocationStormTest::storm()
{
    std::vector<QJsonObject> orders;
    int next = 0;
    for (int worker = 0; worker < processes; ++worker) {
        QJsonArray ids;
        for (int i = 0; i < ordersOfEach; ++i) {
            std::vector<std::pair<QString, qint64>> lines;
            for (int l = 0; l < linesOfEach; ++l)
                lines.emplace_back(product(next++ % products), wanted);
            ids.append(test::seedOrder(*m_database, u"SO-%1-%2"_s.arg(worker).arg(i), lines));
        }
        orders.push_back({{u"do"_s, u"allocations"_s}, {u"orders"_s, ids}});
    }
    m_database->close();
    Workers workers(*m_database, processes, u"torture_worker"_s);
    const std::vector<QJsonObject> reports = workers.round(orders);
    for (const QString &counter :
         {u"commits"_s, u"conflicts"_s, u"overtaken"_s, u"lockWaits"_s, u"deadlocks"_s})
        m_counted[counter] = workers.counted(counter);
    workers.end();
    int mostTries = 0;
    for (const QJsonObject &report : reports)
        mostTries = std::max(mostTries, report[u"tries"_s].toInt());
    qInfo(
        "%lld commits, %lld overtaken, %lld conflicts, %lld lock waits, %lld deadlocks; most tries "
        "%d",
        counted(u"commits"_s),
        counted(u"overtaken"_s),
        counted(u"conflicts"_s),
        counted(u"lockWaits"_s),
        counted(u"deadlocks"_s),
        mostTries);
    return reports;
}

void AllocationStormTest::enoughForAll()
{
    stock(1, demand); // one row of each product, and more than all want
    const std::vector<QJsonObject> reports = storm();
    for (const QJsonObject &report : reports) {
        QCOMPARE(report[u"outcome"_s].toString(), u"committed"_s);
        QCOMPARE(report[u"lacking"_s].toInteger(), 0);
    }
    QCOMPARE(sum(u"SELECT sum(quantity) FROM allocations WHERE state = 'open'"_s), demand);
    // Rows that others change all the time are no conflict as long as there is enough.
    QCOMPARE(counted(u"conflicts"_s), 0);
    QCOMPARE(counted(u"overtaken"_s), 0);
    QCOMPARE(counted(u"deadlocks"_s), 0);
    QCOMPARE(m_database->audit(), QStringList());
}

void AllocationStormTest::notEnough()
{
    // A third of it, in rows that are used up one after the other.
    constexpr int rows = 8;
    const qint64 onHand = demand / 3 / products / rows;
    stock(rows, onHand);
    const std::vector<QJsonObject> reports = storm();
    qint64 lacking = 0;
    for (const QJsonObject &report : reports) {
        QCOMPARE(report[u"outcome"_s].toString(), u"committed"_s);
        lacking += report[u"lacking"_s].toInteger();
    }
    // Every unit found somebody, so whoever was told "short" was told the truth; and no more.
    const qint64 there = onHand * rows * products;
    QCOMPARE(sum(u"SELECT sum(on_hand) FROM stock"_s), there);
    QCOMPARE(sum(u"SELECT sum(reserved) FROM stock"_s), there);
    QCOMPARE(sum(u"SELECT sum(quantity) FROM allocations WHERE state = 'open'"_s), there);
    QCOMPARE(lacking, demand - there);
    QVERIFY2(counted(u"overtaken"_s) > 0, "nobody met anybody: this proves nothing");
    QCOMPARE(counted(u"deadlocks"_s), 0);
    QCOMPARE(m_database->audit(), QStringList());
}

TANABAN_TEST(AllocationStormTest)
#include "allocationstormtest.moc"
