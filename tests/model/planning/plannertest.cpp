// The planner, rule by rule, on books made by hand.
#include "model/planning/explanation.h"
#include "model/planning/lineoutcome.h"
#include "tests/model/planning/bookbuilder.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace tanaban::tests;

class PlannerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void zonePriorityThenReceived();
    void firstInFirstOut();
    void firstExpiredFirstOut();
    void fewestPlaces();
    void oneWarehouse();
    void oneLot();
    void exactLot();
    void tiesGoDownToTheId();
    void whatMayNeverBeTaken_data();
    void whatMayNeverBeTaken();
    void usableOnTheDueDate();
    void daysLeft();
    void ordersByPriorityAndDueDate();
    void linesSeeWhatEarlierOnesTook();
    void wholeLine();
    void wholeOrderGivesBack();
    void onlyWhatIsLacking();
    void avoided();
    void summary();
};

void PlannerTest::zonePriorityThenReceived()
{
    BookBuilder b;
    const int none = b.place(u"WH003"_s, 1, StorageCondition::RoomTemperature, {});
    const int product = b.product(u"P"_s);
    b.row(none, 10, 1); // no priority comes last, although it is the oldest
    b.row(2, 10, 2);
    b.row(0, 10, 5);
    b.row(0, 10, 4);
    b.order();
    const int line = b.line(product, 35);
    QCOMPARE(b.picks(line), u"4:10 3:10 2:10 1:5"_s);
}

void PlannerTest::firstInFirstOut()
{
    BookBuilder b;
    b.book.strategies = {*builtInStrategy(u"fifo"_s)};
    const int product = b.product(u"P"_s);
    b.row(0, 10, 3);
    b.row(2, 10, 1);
    b.row(0, 10, 2);
    b.order();
    QCOMPARE(b.picks(b.line(product, 25)), u"2:10 3:10 1:5"_s);
}

void PlannerTest::firstExpiredFirstOut()
{
    BookBuilder b;
    b.book.strategies = {*builtInStrategy(u"fefo"_s)};
    const int product = b.product(u"P"_s);
    b.row(0, 10, 1); // never expires: last
    b.row(0, 10, 2, planningDay.addDays(30));
    b.row(2, 10, 3, planningDay.addDays(9));
    b.order();
    QCOMPARE(b.picks(b.line(product, 25)), u"3:10 2:10 1:5"_s);
}

void PlannerTest::fewestPlaces()
{
    BookBuilder b;
    b.book.strategies = {*builtInStrategy(u"fewest-places"_s)};
    const int product = b.product(u"P"_s);
    b.row(0, 4, 1);
    b.row(0, 20, 2);
    b.row(0, 12, 3);
    b.order();
    const int whole = b.line(product, 10); // the oldest one that has it all
    const int most = b.line(product, 18);  // the fullest, then the rest
    QCOMPARE(b.picks(whole), u"2:10"_s);
    QCOMPARE(b.picks(most), u"3:12 2:6"_s);
}

void PlannerTest::oneWarehouse()
{
    BookBuilder b;
    b.book.strategies = {*builtInStrategy(u"one-warehouse"_s)};
    const int milk = b.product(u"MILK"_s);
    b.row(0, 5);
    b.row(2, 20);
    const int rice = b.product(u"RICE"_s);
    b.row(0, 3);
    b.row(2, 10);
    b.order();
    const int first = b.line(milk, 8);
    const int second = b.line(rice, 10);
    QCOMPARE(b.picks(first), u"2:8"_s);
    QCOMPARE(b.picks(second), u"4:10"_s);
    const AllocationPlan plan = planAllocation(b.book);
    const auto reasons = explain(b.book, plan, first);
    QCOMPARE(reasons.back().verdict, Verdict::OtherWarehouse);
    QVERIFY(sentenceOf(reasons.back(), b.book, first).contains(u"WH002"_s));
    // What it has already decides, also when the other one has more.
    b.book.orders.front().warehouse = u"WH001"_s;
    QCOMPARE(b.picks(first), u"1:5"_s);
    QCOMPARE(b.picks(second), u"3:3"_s);
}

void PlannerTest::oneLot()
{
    BookBuilder b;
    b.book.strategies.front().oneLot = true;
    const int product = b.product(u"P"_s);
    b.row(0, 6, 1).lot = u"A"_s;
    b.row(0, 4, 2).lot = u"B"_s;
    b.row(0, 6, 3).lot = u"B"_s;
    b.order();
    QCOMPARE(b.picks(b.line(product, 9)), u"2:4 3:5"_s);
    b.book.lines.front().ordered = 6; // now the older lot has all of it
    QCOMPARE(b.picks(0), u"1:6"_s);
    b.book.lines.front().ordered = 20; // nobody has: the one that has most
    QCOMPARE(b.picks(0), u"2:4 3:6"_s);
    b.book.lines.front().lot = u"A"_s; // it has some of this one already
    QCOMPARE(b.picks(0), u"1:6"_s);
    b.book.lines.front().lot = u"C"_s;
    QCOMPARE(b.picks(0), QString());
    QCOMPARE(explain(b.book, planAllocation(b.book), 0).front().verdict, Verdict::OtherLotTaken);
}

void PlannerTest::exactLot()
{
    BookBuilder b;
    b.book.strategies.front().lot = u"B"_s;
    const int product = b.product(u"P"_s);
    b.row(0, 6, 1).lot = u"A"_s;
    b.row(0, 4, 2).lot = u"B"_s;
    b.order();
    const int line = b.line(product, 9);
    QCOMPARE(b.picks(line), u"2:4"_s);
    const auto reasons = explain(b.book, planAllocation(b.book), line);
    QCOMPARE(reasons.back().exclusion, Exclusion::OtherLot);
}

void PlannerTest::tiesGoDownToTheId()
{
    BookBuilder b;
    b.book.strategies = {*builtInStrategy(u"fefo"_s)};
    const int product = b.product(u"P"_s);
    for (int i = 0; i < 5; ++i)
        b.row(0, 1, 7, planningDay.addDays(5));
    b.order();
    const int line = b.line(product, 3);
    QCOMPARE(b.picks(line), u"1:1 2:1 3:1"_s);
    // The order in which rows are read is not the order in which they are taken.
    std::ranges::reverse(b.book.stock);
    QCOMPARE(b.picks(line), u"1:1 2:1 3:1"_s);
}

void PlannerTest::whatMayNeverBeTaken_data()
{
    QTest::addColumn<Exclusion>("exclusion");
    QTest::newRow("condition") << Exclusion::Condition;
    QTest::newRow("quarantined") << Exclusion::Quarantined;
    QTest::newRow("damaged") << Exclusion::Damaged;
    QTest::newRow("bin") << Exclusion::NotInUse;
    QTest::newRow("expired") << Exclusion::Expired;
    QTest::newRow("early") << Exclusion::ExpiresBeforeDue;
}

void PlannerTest::whatMayNeverBeTaken()
{
    QFETCH(Exclusion, exclusion);
    BookBuilder b;
    const int product = b.product(u"P"_s);
    BookStock &row = b.row(exclusion == Exclusion::Condition ? 1 : 0, 10);
    if (exclusion == Exclusion::Quarantined)
        row.status = StockStatus::Quarantined;
    if (exclusion == Exclusion::Damaged)
        row.status = StockStatus::Damaged;
    row.binActive = exclusion != Exclusion::NotInUse;
    if (exclusion == Exclusion::Expired)
        row.expiresOn = planningDay.addDays(-1);
    if (exclusion == Exclusion::ExpiresBeforeDue)
        row.expiresOn = planningDay.addDays(3);
    b.order({}, planningDay.addDays(4));
    const int line = b.line(product, 5);
    QCOMPARE(b.picks(line), QString());
    const auto reasons = explain(b.book, planAllocation(b.book), line);
    QCOMPARE(reasons.size(), 1u);
    QCOMPARE(reasons.front().verdict, Verdict::Excluded);
    QCOMPARE(reasons.front().exclusion, exclusion);
    QVERIFY(!sentenceOf(reasons.front(), b.book, line).isEmpty());
}

void PlannerTest::usableOnTheDueDate()
{
    BookBuilder b;
    const int product = b.product(u"P"_s);
    b.row(0, 5, 1, planningDay);            // today is its last day
    b.row(0, 5, 2, planningDay.addDays(2)); // the due date is
    b.order({}, planningDay.addDays(2));
    b.line(product, 5);
    b.order(); // no due date: today counts
    b.line(product, 5);
    b.order({}, planningDay.addDays(-9)); // overdue: today counts as well
    b.line(product, 5, 0);
    b.book.orders[2].priority = 1;
    QCOMPARE(b.picks(2), u"1:5"_s);
    QCOMPARE(b.picks(0), u"2:5"_s);
    QCOMPARE(b.picks(1), QString());
}

void PlannerTest::daysLeft()
{
    BookBuilder b;
    b.book.strategies.front().daysLeft = 10;
    const int product = b.product(u"P"_s);
    b.row(0, 5, 1, planningDay.addDays(9));
    b.row(0, 5, 2, planningDay.addDays(10));
    b.order();
    QCOMPARE(b.picks(b.line(product, 5)), u"2:5"_s);
}

void PlannerTest::ordersByPriorityAndDueDate()
{
    BookBuilder b;
    const int product = b.product(u"P"_s);
    b.row(0, 3);
    b.order(); // neither priority nor date: last
    const int last = b.line(product, 1);
    b.order(2, planningDay);
    const int third = b.line(product, 1);
    b.order(1, planningDay.addDays(5));
    const int second = b.line(product, 1);
    b.order(1, planningDay.addDays(4));
    const int first = b.line(product, 1);
    QCOMPARE(ordersInTurn(b.book), (std::vector{3, 2, 1, 0}));
    QCOMPARE(b.picks(first) + b.picks(second) + b.picks(third), u"1:11:11:1"_s);
    QCOMPARE(b.picks(last), QString());
    const auto reasons = explain(b.book, planAllocation(b.book), last);
    QCOMPARE(reasons.front().verdict, Verdict::TakenBefore);
    QVERIFY(sentenceOf(reasons.front(), b.book, last).contains(u"SO-2"_s));
}

void PlannerTest::linesSeeWhatEarlierOnesTook()
{
    BookBuilder b;
    const int product = b.product(u"P"_s);
    b.row(0, 10);
    b.order();
    const int first = b.line(product, 7);
    const int second = b.line(product, 7);
    QCOMPARE(b.picks(first), u"1:7"_s);
    QCOMPARE(b.picks(second), u"1:3"_s);
}

void PlannerTest::wholeLine()
{
    BookBuilder b;
    b.book.strategies.front().completeness = Completeness::WholeLine;
    const int product = b.product(u"P"_s);
    b.row(0, 10);
    b.order();
    const int tooMuch = b.line(product, 11);
    const int enough = b.line(product, 10);
    QCOMPARE(b.picks(tooMuch), QString());
    QCOMPARE(b.picks(enough), u"1:10"_s); // what the first gave back
    const AllocationPlan plan = planAllocation(b.book);
    QVERIFY(plan.lines[size_t(tooMuch)].withheld);
    const auto reasons = explain(b.book, plan, tooMuch);
    QCOMPARE(reasons.front().verdict, Verdict::Withheld);
}

void PlannerTest::wholeOrderGivesBack()
{
    BookBuilder b;
    b.book.strategies.front().completeness = Completeness::WholeOrder;
    const int milk = b.product(u"MILK"_s);
    b.row(0, 10);
    const int rice = b.product(u"RICE"_s);
    b.row(0, 1);
    b.order(1);
    const int first = b.line(milk, 10);
    const int second = b.line(rice, 2); // one too many: the whole order waits
    b.order(2);
    const int other = b.line(milk, 10);
    QCOMPARE(b.picks(first) + b.picks(second), QString());
    QCOMPARE(b.picks(other), u"1:10"_s);
    // Which of them is the trouble, and by how much.
    const auto outcomes = outcomesOf(b.book, planAllocation(b.book));
    QVERIFY2(outcomes[size_t(first)].message.contains(u"enough for this line"_s),
             qPrintable(outcomes[size_t(first)].message));
    QVERIFY2(outcomes[size_t(second)].message.contains(u" 1 "_s),
             qPrintable(outcomes[size_t(second)].message));
}

void PlannerTest::onlyWhatIsLacking()
{
    BookBuilder b;
    const int product = b.product(u"P"_s);
    b.row(0, 10);
    b.order();
    const int line = b.line(product, 3, 4);
    const int full = b.line(product, 0, 5);
    QCOMPARE(b.picks(line), u"1:3"_s);
    QCOMPARE(b.picks(full), QString());
    QCOMPARE(outcomesOf(b.book, planAllocation(b.book)).size(), 1u);
}

void PlannerTest::avoided()
{
    BookBuilder b;
    const int product = b.product(u"P"_s);
    b.row(0, 10, 1);
    b.row(0, 10, 2);
    b.order();
    const int line = b.line(product, 5);
    const AllocationPlan plan = planAllocation(b.book, {1});
    QCOMPARE(BookBuilder::picks(b.book, plan, line), u"2:5"_s);
    const auto reasons = explain(b.book, plan, line, {1});
    QCOMPARE(reasons.back().verdict, Verdict::Avoided);
}

void PlannerTest::summary()
{
    BookBuilder b;
    const int product = b.product(u"P"_s);
    b.row(0, 4, 1, planningDay.addDays(10));
    b.row(0, 10, 2, planningDay.addDays(20));
    b.row(0, 5, 3, planningDay.addDays(99));
    b.product(u"OIL"_s);
    b.book.products.back().decimals = 1;
    b.row(0, 25, 1, planningDay.addDays(30));
    b.row(0, 25, 1, planningDay.addDays(31));
    b.order(1);
    b.line(product, 6);
    b.order(2);
    b.line(product, 2);
    b.line(product, 50);
    b.order(3);
    b.line(product, 1);
    const PlanSummary summary = summaryOf(b.book, planAllocation(b.book));
    QCOMPARE(summary.orders, 3);
    QCOMPARE(summary.wholeOrders, 1);
    QCOMPARE(summary.lines, 4);
    QCOMPARE(summary.filledLines, 2);
    QCOMPARE(summary.partLines, 1);
    QCOMPARE(summary.shortLines, 1);
    QCOMPARE(summary.splitLines, 2);
    QCOMPARE(summary.places, 4);        // two for the first order, two for the second
    QCOMPARE(summary.expiringUnits, 3); // two and a half of another product
}

TANABAN_TEST(PlannerTest)
#include "plannertest.moc"
