// What is chosen by hand, against what the strategy insists on.
#include "model/planning/handplan.h"

#include "tests/model/planning/bookbuilder.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace tanaban::tests;

class HandPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withinTheStrategy();
};

/// What is typed may pass over preferences, but not what the strategy insists on.
void HandPlanTest::withinTheStrategy()
{
    BookBuilder b;
    const int milk = b.product(u"MILK"_s);
    b.row(0, 10).lot = u"A"_s;
    b.row(2, 10).lot = u"B"_s;
    b.order();
    b.line(milk, 12);
    b.line(milk, 2);
    Strategy &strategy = b.book.strategies.front();
    const auto ruleFor = [&b](const std::vector<ChosenPick> &picks) {
        const auto plan = HandPlan(picks, b.book).plan();
        return plan ? QString() : nameOf(plan.error().rule);
    };
    const std::vector<ChosenPick> whole{{1, 1, 1, 8}, {1, 1, 2, 4}, {1, 2, 1, 2}};
    const std::vector<ChosenPick> part{{1, 1, 1, 8}};
    QCOMPARE(ruleFor(part), QString());
    strategy.completeness = Completeness::WholeOrder;
    QCOMPARE(ruleFor(part), u"OrderNotWhole"_s);
    QCOMPARE(ruleFor(whole), QString());
    strategy.completeness = Completeness::WholeLine;
    QCOMPARE(ruleFor(part), u"LineNotWhole"_s);
    QCOMPARE(ruleFor({{1, 2, 1, 2}}), QString());
    strategy.completeness = Completeness::Partial;
    strategy.oneLot = true;
    QCOMPARE(ruleFor(whole), u"SeveralLots"_s);
    QCOMPARE(ruleFor(part), QString());
    strategy.oneLot = false;
    strategy.oneWarehouse = true;
    QCOMPARE(ruleFor(whole), u"OtherWarehouse"_s);
    QCOMPARE(ruleFor(part), QString());
    b.book.orders.front().warehouse = u"WH002"_s;
    QCOMPARE(ruleFor(part), u"OtherWarehouse"_s);
}

TANABAN_TEST(HandPlanTest)
#include "handplantest.moc"
