#include "ui/stock/idlist.h"

#include "tests/support/testprogram.h"

#include <QTest>

#include <numeric>

using namespace tanaban::ui;

/// The list of a million ids behind the stock table.
class IdListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsManyAtOnce();
    void differencesAreAsSmallAsCanBe();
};

void IdListTest::findsManyAtOnce()
{
    std::vector<qint64> list(200'000);
    std::iota(list.begin(), list.end(), 1'000'000);
    std::swap(list.front(), list.back());
    // 65536 apart: the quick look takes them for each other.
    const std::vector<qint64> wanted{
        1'199'999, 1'000'000, 1'000'001, 1'065'537, 934'465, 5, 1'000'001};
    QCOMPARE(rowsOf(wanted, list), (std::vector<int>{0, 199'999, 1, 65'537, -1, -1, 1}));
    QCOMPARE(rowsOf({}, list), std::vector<int>());
    QCOMPARE(rowsOf({1}, {}), std::vector<int>{-1});
}

void IdListTest::differencesAreAsSmallAsCanBe()
{
    const auto difference = [](const std::vector<qint64> &before, const std::vector<qint64> &after) {
        const ListDifference found = differenceOf(before, after);
        return std::vector<int>{found.start, found.removed, found.added};
    };
    QCOMPARE(difference({1, 2, 3}, {1, 2, 3}), (std::vector<int>{3, 0, 0}));
    QCOMPARE(difference({1, 2, 3}, {1, 9, 3}), (std::vector<int>{1, 1, 1}));
    QCOMPARE(difference({1, 2, 3}, {1, 2}), (std::vector<int>{2, 1, 0}));
    QCOMPARE(difference({2, 3}, {1, 2, 3}), (std::vector<int>{0, 0, 1}));
    QCOMPARE(difference({1, 1}, {1, 1, 1}), (std::vector<int>{2, 0, 1}));
    QCOMPARE(difference({}, {4, 5}), (std::vector<int>{0, 0, 2}));
    QCOMPARE(difference({1, 2, 3}, {3, 1, 2}), (std::vector<int>{0, 3, 3}));
}

TANABAN_TEST(IdListTest)
#include "idlisttest.moc"
