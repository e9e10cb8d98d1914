// Two plans of the same book beside each other.
#include "model/planning/comparing.h"

#include "tests/model/planning/bookbuilder.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace tanaban::tests;

class ComparingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void otherStockByPriorities();
    void moreOrLessByStrategies();
    void theSameTwice();
};

void ComparingTest::otherStockByPriorities()
{
    BookBuilder b;
    const int product = b.product(u"P1"_s);
    b.row(0, 10); // WH001/1, priority 1
    b.row(2, 10); // WH002/1, priority 2
    b.order();
    b.line(product, 5);
    b.order();
    b.line(product, 12);
    const AllocationPlan now = planAllocation(b.book);
    const AllocationPlan later = planWith(b.book, {{u"WH001"_s, 1, std::nullopt}});
    const PlanEffect effect = effectOf(b.book, now, later);
    QCOMPARE(effect.differences.size(), size_t(2));
    QCOMPARE(effect.ordersConcerned(), 2);
    QVERIFY(effect.differences[0].sameAmount());
    QCOMPARE(effect.before.filledLines, 2);
    QCOMPARE(effect.after.filledLines, 2);
    // The book itself is as it was.
    QCOMPARE(b.book.places[0].priority, std::optional(1));
    QCOMPARE(planAllocation(b.book), now);
}

void ComparingTest::moreOrLessByStrategies()
{
    BookBuilder b;
    const int product = b.product(u"P1"_s);
    b.row(0, 10);
    b.order();
    b.line(product, 4, 6); // which had some already
    b.order();
    b.line(product, 20);
    const PlanEffect effect = effectOf(b.book,
                                       planWith(b.book, std::optional<Strategy>()),
                                       planWith(b.book, builtInStrategy(u"whole-orders"_s)));
    QCOMPARE(effect.differences.size(), size_t(1));
    const PlanDifference &difference = effect.differences[0];
    QCOMPARE(difference.before.order, 2);
    QCOMPARE(difference.before.kind, LineOutcome::Kind::Partly);
    QCOMPARE(difference.before.allocated, 6);
    QCOMPARE(difference.after.kind, LineOutcome::Kind::Short);
    QVERIFY(!difference.sameAmount());
    QCOMPARE(effect.before.partLines, 1);
    QCOMPARE(effect.after.partLines, 0);
    QCOMPARE(effect.after.shortLines, 1);
}

void ComparingTest::theSameTwice()
{
    BookBuilder b;
    const int product = b.product(u"P1"_s);
    b.row(0, 10);
    b.order();
    b.line(product, 4);
    const AllocationPlan plan = planAllocation(b.book);
    const PlanEffect effect = effectOf(b.book, plan, plan);
    QVERIFY(effect.differences.empty());
    QCOMPARE(effect.before, effect.after);
    QCOMPARE(effect.before.orders, 1);
}

TANABAN_TEST(ComparingTest)
#include "comparingtest.moc"
