// Why a row is taken for a line, or not, on books made by hand.
#include "model/planning/explanation.h"

#include "tests/model/planning/bookbuilder.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace tanaban::tests;

class ExplanationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reasons();
    void reasonOfATie();
};

void ExplanationTest::reasons()
{
    BookBuilder b;
    const int product = b.product(u"P"_s);
    b.row(2, 10, 1);
    b.row(0, 10, 3);
    b.row(0, 0, 1).onHand = 10;
    b.row(0, 10, 4);
    b.row(1, 10, 1);
    b.order();
    const int line = b.line(product, 12);
    const auto reasons = explain(b.book, planAllocation(b.book), line);
    QStringList told;
    for (const Reason &reason : reasons)
        told << u"%1 %2"_s.arg(b.book.stock[size_t(reason.stock)].id).arg(int(reason.verdict));
    QCOMPARE(told, (QStringList{u"2 0"_s, u"4 0"_s, u"3 4"_s, u"1 7"_s, u"5 1"_s}));
    QCOMPARE(reasons[0].rule, PlanRule::ZonePriority);
    QCOMPARE(reasons[3].rule, PlanRule::ZonePriority);
    QCOMPARE(reasons[1].taken, 2);
    QCOMPARE(reasons[4].exclusion, Exclusion::Condition);
    QCOMPARE(sentenceOf(reasons[4], b.book, line), u"needs room temperature, lies at: 2–8 °C"_s);
}

void ExplanationTest::reasonOfATie()
{
    BookBuilder b;
    const int product = b.product(u"P"_s);
    b.row(0, 10, 1);
    b.row(0, 10, 2);
    b.row(0, 10, 2);
    b.order();
    const int line = b.line(product, 15);
    const auto reasons = explain(b.book, planAllocation(b.book), line);
    QCOMPARE(reasons[0].rule, PlanRule::FirstIn);
    QCOMPARE(reasons[1].rule, std::nullopt); // equal to the third but for its id
    QCOMPARE(reasons[2].verdict, Verdict::ComesLater);
    QCOMPARE(reasons[2].rule, std::nullopt);
}

TANABAN_TEST(ExplanationTest)
#include "explanationtest.moc"
