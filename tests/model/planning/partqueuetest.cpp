// Parts of a batch that take from the same rows go one after the other; the others at the same time.
#include "model/planning/partqueue.h"

#include "tests/support/testprogram.h"

#include <QTest>

#include <atomic>
#include <chrono>
#include <thread>

using namespace std::chrono_literals;
using namespace tanaban;

class PartQueueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatSharesRowsWaits();
    void theNextInTurnComesFirst();
    void everyPartOnceWhoeverWorks();

private:
    static std::vector<BatchPart> partsOf(const std::vector<std::vector<qint64>> &rows)
    {
        std::vector<BatchPart> parts;
        for (const std::vector<qint64> &each : rows) {
            BatchPart part;
            for (const qint64 id : each) {
                BookStock stock;
                stock.id = id;
                part.planned.book.stock.push_back(stock);
            }
            parts.push_back(part);
        }
        return parts;
    }
};

void PartQueueTest::whatSharesRowsWaits()
{
    const auto parts = partsOf({{1, 2}, {2, 3}, {4}});
    PartQueue queue(parts);
    QCOMPARE(queue.next(), 0u);
    QVERIFY(queue.hasMore());
    QCOMPARE(queue.next(), 2u); // the second one needs a row of the first
    QVERIFY(!queue.hasMore());
    std::atomic<int> got{-1};
    std::jthread waiting([&] { got = int(*queue.next()); });
    queue.done(2);
    QTest::qWait(50);
    QCOMPARE(got.load(), -1); // other rows became free
    queue.done(0);
    QTRY_COMPARE(got.load(), 1);
    QVERIFY(!queue.next());
}

void PartQueueTest::theNextInTurnComesFirst()
{
    const auto parts = partsOf({{1}, {1}, {2}, {1}});
    PartQueue queue(parts);
    QCOMPARE(queue.next(), 0u);
    QCOMPARE(queue.next(), 2u);
    queue.done(0);
    QCOMPARE(queue.next(), 1u);
    queue.done(1);
    QCOMPARE(queue.next(), 3u);
    QVERIFY(!queue.next());
}

void PartQueueTest::everyPartOnceWhoeverWorks()
{
    std::vector<std::vector<qint64>> rows;
    for (int i = 0; i < 300; ++i)
        rows.push_back({i % 7, 100 + i % 11});
    const auto parts = partsOf(rows);
    PartQueue queue(parts);
    std::vector<std::atomic<int>> done(parts.size());
    std::vector<std::atomic<int>> at(200); // how many are at a row
    std::atomic<bool> clashed{false};
    {
        std::vector<std::jthread> workers;
        for (int i = 0; i < 8; ++i) {
            workers.emplace_back([&] {
                while (const auto part = queue.next()) {
                    for (const qint64 row : rows[*part])
                        clashed = clashed || ++at[size_t(row)] > 1;
                    std::this_thread::sleep_for(100us); // long enough that others come
                    for (const qint64 row : rows[*part])
                        --at[size_t(row)];
                    ++done[*part];
                    queue.done(*part);
                }
            });
        }
    }
    QVERIFY(!clashed);
    for (const std::atomic<int> &times : done)
        QCOMPARE(times.load(), 1);
}

TANABAN_TEST(PartQueueTest)
#include "partqueuetest.moc"
