// Ten processes, one barrier, fifty rounds, both engines. The figures are printed; a scenario that
// saw neither a conflict nor a wait has proved nothing and fails.

#include "tests/support/testprogram.h"
#include "tests/torture/scenarios.h"

#include <QTest>

using namespace tanaban;
using namespace tanaban::torture;
using namespace Qt::StringLiterals;

namespace {

constexpr int roundCount = 50;
constexpr int thousandth = 100; // for each of ten workers

void judge(const Report &report)
{
    qInfo("%s", qPrintable(report.toString()));
    QVERIFY2(report.findings.isEmpty(), qPrintable(report.findings.value(0)));
    QVERIFY2(report.sawContention(), "nobody met anybody: this proves nothing");
    QVERIFY2(report.lockWaits > 0, "nobody waited for a lock");
}

} // namespace

class ConcurrencyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::addEngines(); }
    void tenOfAHundred();
    void tenReleases();
    void fiveOfTen();
    void twoOrders();
    void heldVersion();
    void sameCommand();
    void crossingMoves();
    void crossingReservations();
    void crossingAllocations();
    void crossingOpenings();
    void closingPlaces();

private:
    static Scenarios scenarios()
    {
        QFETCH_GLOBAL(test::Engine, engine);
        return Scenarios(engine, u"torture_worker"_s);
    }
};

void ConcurrencyTest::tenOfAHundred()
{
    judge(scenarios().tenOfAHundred(roundCount));
}

void ConcurrencyTest::tenReleases()
{
    // Fewer rounds: those who are overtaken wait, as the policy says.
    const Report report = scenarios().tenReleases(20);
    judge(report);
    QVERIFY2(report.conflicts > 0, "nobody was overtaken");
    QVERIFY2(report.underLock > 0, "nobody needed the last try under the lock");
}

void ConcurrencyTest::fiveOfTen()
{
    judge(scenarios().fiveOfTen(roundCount));
}

void ConcurrencyTest::twoOrders()
{
    const Report report = scenarios().twoOrders(roundCount);
    judge(report);
    QVERIFY2(report.conflicts >= roundCount, "a round without a conflict");
}

void ConcurrencyTest::heldVersion()
{
    const Report report = scenarios().heldVersion(roundCount);
    judge(report);
    QVERIFY2(report.conflicts >= 9 * roundCount, "fewer conflicts than losers");
}

void ConcurrencyTest::sameCommand()
{
    judge(scenarios().sameCommand(roundCount));
}

void ConcurrencyTest::crossingMoves()
{
    judge(scenarios().crossingMoves(thousandth));
}

void ConcurrencyTest::crossingReservations()
{
    judge(scenarios().crossingReservations(thousandth));
}

void ConcurrencyTest::crossingAllocations()
{
    judge(scenarios().crossingAllocations(thousandth));
}

void ConcurrencyTest::crossingOpenings()
{
    judge(scenarios().crossingOpenings(thousandth));
}

void ConcurrencyTest::closingPlaces()
{
    const Report report = scenarios().closingPlaces(roundCount);
    judge(report);
    QVERIFY2(report.outcomes.size() > 1, "always the same of the two");
}

TANABAN_TEST(ConcurrencyTest)

#include "concurrencytest.moc"
