// Orders in commits: each once and whole, urgent ones first, and what follows each other from
// different rows.
#include "model/planning/partitioning.h"

#include "tests/model/planning/bookbuilder.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <set>

using namespace tanaban;
using namespace tanaban::tests;
using namespace Qt::StringLiterals;

using Commits = std::vector<std::vector<int>>;

class PartitioningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAtATimeAsTheyCome();
    void whatSharesARowWaits();
    void anOrderIsNeverSplit();
    void nothingForWhoGetsNothing();
    void manyOrders();

private:
    /// A book with this many products of one row each, and orders of one line per named product.
    static AllocationBook bookOf(int products, const std::vector<std::vector<int>> &orders)
    {
        BookBuilder b;
        for (int i = 0; i < products; ++i) {
            b.product(u"P%1"_s.arg(i));
            b.row(0, 1000);
        }
        for (const std::vector<int> &order : orders) {
            b.order();
            for (const int product : order)
                b.line(product, 1);
        }
        return b.book;
    }
    static Commits commitsOf(const AllocationBook &book, int linesInOne, int atATime)
    {
        return ordersInCommits(book, planAllocation(book), linesInOne, atATime);
    }
};

void PartitioningTest::oneAtATimeAsTheyCome()
{
    const AllocationBook book = bookOf(2, {{0}, {0, 1}, {1}, {1}});
    QCOMPARE(commitsOf(book, 2, 1), (Commits{{0}, {1}, {2, 3}}));
    QCOMPARE(commitsOf(book, 100, 4), (Commits{{0, 1, 2, 3}}));
}

void PartitioningTest::whatSharesARowWaits()
{
    // The second one would stand in the way of the first; the third and fourth do not.
    const AllocationBook book = bookOf(4, {{0, 1}, {1, 2}, {2, 3}, {0}});
    QCOMPARE(commitsOf(book, 2, 2), (Commits{{0}, {2}, {1}, {3}}));
}

void PartitioningTest::anOrderIsNeverSplit()
{
    const AllocationBook book = bookOf(5, {{0, 1, 2}, {3, 4}});
    QCOMPARE(commitsOf(book, 1, 3), (Commits{{0}, {1}}));
}

void PartitioningTest::nothingForWhoGetsNothing()
{
    BookBuilder b;
    const int product = b.product(u"P1"_s);
    b.row(0, 1);
    b.order();
    b.line(product, 1);
    b.order();
    b.line(product, 1);
    QCOMPARE(commitsOf(b.book, 10, 4), (Commits{{0}}));
    QVERIFY(commitsOf(bookOf(1, {}), 10, 4).empty());
}

void PartitioningTest::manyOrders()
{
    std::mt19937 random(7);
    std::vector<std::vector<int>> orders(2000);
    for (std::vector<int> &order : orders) {
        for (int line = 0; line < 5; ++line)
            order.push_back(int(random() % 4000));
    }
    const AllocationBook book = bookOf(4000, orders);
    const AllocationPlan plan = planAllocation(book);
    const Commits commits = ordersInCommits(book, plan, 100, 4);
    QCOMPARE(ordersInCommits(book, plan, 100, 4), commits);
    std::set<int> seen;
    int apart = 0; // neighbours that have no row in common
    std::set<int> before;
    for (const std::vector<int> &commit : commits) {
        std::set<int> rows;
        for (const int order : commit) {
            QVERIFY(seen.insert(order).second);
            rows.insert(orders[size_t(order)].begin(), orders[size_t(order)].end());
        }
        QVERIFY(commit.size() <= 20);
        apart += std::ranges::none_of(rows, [&](int row) { return before.contains(row); });
        before = std::move(rows);
    }
    QCOMPARE(seen.size(), orders.size());
    // Four that are apart, then the next four: three of four pairs at least. By chance it would be a few.
    QVERIFY2(apart * 10 >= int(commits.size()) * 7, qPrintable(QString::number(apart)));
    QVERIFY(commits.size() < 2000 / 20 * 5 / 4); // nearly full ones
    // The most urgent order is in the first, and none of the first hundred waits for long.
    QVERIFY(std::ranges::find(commits.front(), 0) != commits.front().end());
    for (size_t i = 12; i < commits.size(); ++i)
        QVERIFY(std::ranges::all_of(commits[i], [](int order) { return order >= 100; }));
}

TANABAN_TEST(PartitioningTest)
#include "partitioningtest.moc"
