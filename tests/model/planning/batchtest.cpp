// A run over many orders, on a store that answers what the test wrote down: what each answer means
// for the lines of the report. That nothing is taken twice is proven on real databases.
#include "model/planning/batch.h"

#include "tests/model/planning/bookbuilder.h"
#include "tests/model/runnerfixture.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace tanaban;
using namespace tanaban::tests;

namespace {

/// Orders of one product each, and a run over them by one worker.
struct BatchFixture : RunnerFixture
{
    BookBuilder made;
    BatchRequest request;
    AllocationBatch batch{store, runner, clock};
    std::vector<BatchProgress> told;
    std::stop_source stop;
    std::function<void(const BatchProgress &)> onProgress;

    BatchFixture()
    {
        request.workers = 1;
        request.actor = u"sato"_s;
        store.answer = [](const ChangeSet &changes) {
            return Committed{changes.intent.id, {}, {}, false};
        };
    }
    /// `there` of a product of its own, and an order for `wanted` of it.
    void order(qint64 wanted, qint64 there)
    {
        const int product = made.product(u"P%1"_s.arg(made.book.products.size() + 1));
        made.row(0, there);
        made.order();
        made.line(product, wanted);
    }
    void orders(int many, qint64 wanted = 5, qint64 there = 10)
    {
        for (int i = 0; i < many; ++i)
            order(wanted, there);
    }
    BatchReport run()
    {
        if (store.books.empty())
            store.books = {made.book};
        return batch.run(
            request,
            [this](const BatchProgress &progress) {
                told.push_back(progress);
                if (onProgress)
                    onProgress(progress);
            },
            stop.get_token());
    }
    static std::vector<qint64> ordersIn(const ChangeSet &changes)
    {
        std::set<qint64> ids;
        for (const AllocationChange &change : changes.allocations)
            ids.insert(*change.orderId);
        return {ids.begin(), ids.end()};
    }
    /// What a command turned out to have done.
    static EarlierCommand past(const QUuid &id, std::vector<ChosenPick> picks)
    {
        EarlierCommand earlier;
        earlier.id = id;
        for (const ChosenPick &pick : picks) {
            Allocation allocation;
            allocation.orderId = pick.order;
            allocation.line = pick.line;
            allocation.stockId = pick.stock;
            allocation.quantity = pick.quantity;
            earlier.made.push_back(allocation);
        }
        return earlier;
    }
};

QString told(const BatchReport &report)
{
    QStringList words;
    for (const LineOutcome &line : report.lines) {
        words << u"%1:%2 %3/%4%5%6"_s.arg(line.order)
                     .arg(codeOf(line.kind))
                     .arg(line.allocated)
                     .arg(line.wanted)
                     .arg(line.retried ? u" retried"_s : QString(),
                          line.planChanged ? u" changed"_s : QString());
    }
    return words.join(u", "_s);
}

} // namespace

class BatchTest : public QObject
{
    Q_OBJECT

    using Kind = LineOutcome::Kind;

private Q_SLOTS:
    void allAtOnce();
    void nothingToRead();
    void ordersStayTogether();
    void unansweredThenKnown();
    void whatItMadeCannotBeRead();
    void silentForGood();
    void nothingWasSent();
    void oneOrderIsBlocked();
    void noRightIsNotTriedOneByOne();
    void overtaken();
    void othersEachTime();
    void freedGoodsGoToOthers();
    void unknownInTheSecondPass();
    void stopInTheMiddle();
    void joinedWithAnother();
};

void BatchTest::allAtOnce()
{
    BatchFixture f;
    f.order(5, 10);
    f.order(5, 3);
    f.order(5, 0);
    const BatchReport report = f.run();
    QCOMPARE(told(report), u"1:done 5/5, 2:partly 3/5, 3:short 0/5"_s);
    QVERIFY(!report.lines[2].message.isEmpty());
    QVERIFY(!report.stopped && !report.lost && report.open.empty());
    QCOMPARE(f.store.sent.size(), size_t(1));
    QCOMPARE(f.told.front().linesInAll, 3);
    QCOMPARE(f.told.front().linesDone, 0); // also not that for which nothing is there
    QCOMPARE(f.told.back().linesDone, 3);
    QCOMPARE(f.told.back().retries, 0);
}

void BatchTest::nothingToRead()
{
    BatchFixture f;
    f.store.readFailure = ReadFailure{ReadFailure::Kind::Unavailable, u"gone"_s};
    const BatchReport report = f.run();
    QVERIFY(report.failure && report.failure->detail == u"gone"_s);
    QVERIFY(report.lines.empty() && f.store.sent.empty());
}

void BatchTest::ordersStayTogether()
{
    BatchFixture f;
    for (int i = 0; i < 5; ++i) {
        f.order(5, 10);
        for (int more = 0; more < 2; ++more)
            f.made.line(f.made.product(u"Q%1-%2"_s.arg(i).arg(more)), 1), f.made.row(0, 1);
    }
    f.request.linesInOneCommit = 4; // three lines each: an order is never split
    const BatchReport report = f.run();
    QCOMPARE(report.count(Kind::Done), 15);
    QCOMPARE(f.store.sent.size(), size_t(5));
    std::set<QUuid> ids;
    for (const ChangeSet &changes : f.store.sent) {
        QCOMPARE(f.ordersIn(changes).size(), size_t(1));
        QCOMPARE(changes.allocations.size(), size_t(3));
        ids.insert(changes.intent.id);
    }
    QCOMPARE(ids.size(), size_t(5));
}

void BatchTest::unansweredThenKnown()
{
    BatchFixture f;
    f.orders(2);
    f.store.books = {f.made.book, f.made.book, f.made.book, AllocationBook()};
    int tries = 0;
    f.store.answer = [&](const ChangeSet &changes) -> CommitOutcome {
        if (++tries < 3)
            return Unavailable{u"silent"_s, true};
        // It had arrived, with another choice than today's.
        f.store.past = BatchFixture::past(changes.intent.id, {{1, 1, 1, 5}, {2, 1, 2, 3}});
        return Committed{changes.intent.id, {}, {}, true};
    };
    const BatchReport report = f.run();
    QCOMPARE(told(report), u"1:done 5/5, 2:partly 3/5 changed"_s);
    QVERIFY(!report.lost && report.open.empty());
    for (const ChangeSet &changes : f.store.sent)
        QCOMPARE(changes.intent.id, f.store.sent.front().intent.id);
    QCOMPARE(std::ranges::max(f.told, {}, &BatchProgress::unanswered).unanswered, 1);
    QCOMPARE(f.told.back().unanswered, 0);
}

void BatchTest::whatItMadeCannotBeRead()
{
    BatchFixture f;
    f.orders(1);
    f.store.answer = [&](const ChangeSet &changes) -> CommitOutcome {
        return Committed{changes.intent.id, {}, {}, true}; // and command() finds nothing
    };
    BatchReport report = f.run();
    QCOMPARE(told(report), u"1:unknown 0/5"_s);
    QVERIFY(report.lost);
    f.store.abandoned = Committed{};
    QVERIFY(!f.batch.askAgain(report));
    QCOMPARE(told(report), u"1:unknown 0/5"_s);
    f.store.past = BatchFixture::past({}, {{1, 1, 1, 5}});
    QVERIFY(f.batch.askAgain(report));
    QCOMPARE(told(report), u"1:done 5/5"_s);
}

void BatchTest::silentForGood()
{
    BatchFixture f;
    f.orders(4);
    f.request.linesInOneCommit = 2;
    f.store.answer = [](const ChangeSet &) { return Unavailable{u"silent"_s, true}; };
    BatchReport report = f.run();
    // What had not begun is left alone, rather than waited for one part after the other.
    QCOMPARE(told(report), u"1:unknown 0/5, 2:unknown 0/5, 3:cancelled 0/5, 4:cancelled 0/5"_s);
    QVERIFY(report.lost && !report.stopped);
    QCOMPARE(report.open.size(), size_t(1));
    f.store.abandoned = Unavailable{u"silent"_s, true};
    QVERIFY(!f.batch.askAgain(report));
    QCOMPARE(report.count(Kind::Unknown), 2);
    BatchReport other = report;
    f.store.abandoned = f.rejected(Rule::Abandoned);
    QVERIFY(f.batch.askAgain(other));
    QCOMPARE(other.count(Kind::Cancelled), 4);
    QVERIFY(!other.lines[0].message.isEmpty());
    f.store.abandoned = Committed{};
    f.store.past = BatchFixture::past({}, {{1, 1, 1, 5}, {2, 1, 2, 1}});
    QVERIFY(f.batch.askAgain(report));
    QCOMPARE(told(report), u"1:done 5/5, 2:partly 1/5, 3:cancelled 0/5, 4:cancelled 0/5"_s);
    QVERIFY(report.open.empty());
}

void BatchTest::nothingWasSent()
{
    BatchFixture f;
    f.orders(2);
    f.journal.works = false;
    const BatchReport report = f.run();
    QVERIFY(f.store.sent.empty());
    QCOMPARE(told(report), u"1:cancelled 0/5, 2:cancelled 0/5"_s);
    QVERIFY(report.lost && report.open.empty()); // nothing that could still arrive
    QVERIFY(!report.lines[0].message.isEmpty());
}

void BatchTest::oneOrderIsBlocked()
{
    BatchFixture f;
    f.orders(64);
    f.store.answer = [&](const ChangeSet &changes) -> CommitOutcome {
        const auto ids = f.ordersIn(changes);
        if (std::ranges::find(ids, 23) != ids.end())
            return f.rejected(Rule::OrderClosed);
        return Committed{changes.intent.id, {}, {}, false};
    };
    const BatchReport report = f.run();
    QCOMPARE(report.count(Kind::Done), 63);
    QCOMPARE(report.lines[22].kind, Kind::Blocked);
    QCOMPARE(report.lines[22].allocated, 0);
    QVERIFY(!report.lines[22].message.isEmpty());
    // Halves of halves, not one by one.
    QVERIFY2(f.store.sent.size() <= 13, qPrintable(QString::number(f.store.sent.size())));
}

void BatchTest::noRightIsNotTriedOneByOne()
{
    BatchFixture f;
    f.orders(64);
    f.store.answer = [&](const ChangeSet &) { return f.rejected(Rule::NotAllowed); };
    const BatchReport report = f.run();
    QCOMPARE(report.count(Kind::Blocked), 64);
    QCOMPARE(f.store.sent.size(), size_t(1));
}

void BatchTest::overtaken()
{
    BatchFixture f;
    f.orders(4);
    AllocationBook fresh = f.made.book;
    fresh.stock[0].available = 2; // less of it for the first order
    fresh.lines[2].claimed = 5;   // somebody else gave the third what it lacked
    fresh.orders.pop_back();      // and closed the fourth
    fresh.lines.pop_back();
    f.store.books = {f.made.book, fresh, AllocationBook()};
    int tries = 0;
    f.store.answer = [&](const ChangeSet &changes) -> CommitOutcome {
        if (++tries == 1)
            return Overtaken{};
        return Committed{changes.intent.id, {}, {}, false};
    };
    const BatchReport report = f.run();
    QCOMPARE(told(report).section(u", 4"_s, 0, 0),
             u"1:partly 2/5 retried changed, 2:done 5/5 retried, 3:done 0/5 retried changed"_s);
    QVERIFY(!report.lines[2].message.isEmpty());
    QCOMPARE(report.lines[3].kind, Kind::Blocked);
    QVERIFY(report.lines[3].message.contains(u"SO-4"_s));
    QVERIFY(std::ranges::any_of(f.told, [](const auto &told) { return told.retries == 1; }));
}

void BatchTest::othersEachTime()
{
    BatchFixture f;
    f.orders(1);
    f.store.answer = [](const ChangeSet &) { return Overtaken{}; };
    const BatchReport report = f.run();
    // Not "short", which it is not, and not "not begun".
    QCOMPARE(report.lines[0].kind, Kind::Blocked);
    QVERIFY(report.lines[0].retried && !report.lines[0].message.isEmpty());
}

void BatchTest::freedGoodsGoToOthers()
{
    BatchFixture f;
    const int product = f.made.product(u"P1"_s);
    f.made.row(0, 5);
    for (int i = 0; i < 2; ++i) {
        f.made.order();
        f.made.line(product, 5);
    }
    AllocationBook later = f.made.book; // the first order is closed by then
    later.orders.erase(later.orders.begin());
    later.lines.erase(later.lines.begin());
    later.orders[0].firstLine = 0;
    later.lines[0].order = 0;
    f.store.books = {f.made.book, later};
    f.store.answer = [&](const ChangeSet &changes) -> CommitOutcome {
        if (f.ordersIn(changes) == std::vector<qint64>{1})
            return f.rejected(Rule::OrderClosed);
        return Committed{changes.intent.id, {}, {}, false};
    };
    const BatchReport report = f.run();
    QCOMPARE(told(report), u"1:blocked 0/5, 2:done 5/5"_s);
    QVERIFY(report.lines[1].message.isEmpty());
}

void BatchTest::unknownInTheSecondPass()
{
    BatchFixture f;
    f.order(5, 5); // will be blocked
    f.made.order();
    f.made.line(0, 5); // short at first
    f.made.order();
    f.made.line(f.made.product(u"P2"_s), 5);
    f.made.row(0, 3);
    AllocationBook later = f.made.book;
    later.lines[2].claimed = 3;
    later.stock[1].available = 2; // two more came in
    f.store.books = {f.made.book, later};
    f.request.linesInOneCommit = 1;
    bool second = false;
    f.store.answer = [&](const ChangeSet &changes) -> CommitOutcome {
        const auto ids = f.ordersIn(changes);
        second = second || (ids == std::vector<qint64>{3} && changes.stock[0].reservedDelta == 2);
        if (ids == std::vector<qint64>{1})
            return f.rejected(Rule::OrderClosed);
        if (second)
            return Unavailable{u"silent"_s, true};
        return Committed{changes.intent.id, {}, {}, false};
    };
    later.orders[0].priority = 9; // closed in truth; here it only comes last
    f.store.books = {f.made.book, later};
    BatchReport report = f.run();
    QVERIFY(second);
    QCOMPARE(told(report).section(u", "_s, 2), u"3:unknown 3/5"_s);
    f.store.abandoned = Committed{};
    f.store.past = BatchFixture::past({}, {{3, 1, 2, 2}});
    BatchReport other = report;
    QVERIFY(f.batch.askAgain(report));
    QCOMPARE(told(report).section(u", "_s, 2), u"3:done 5/5"_s);
    f.store.abandoned = f.rejected(Rule::Abandoned);
    QVERIFY(f.batch.askAgain(other));
    QCOMPARE(told(other).section(u", "_s, 2), u"3:partly 3/5"_s);
}

void BatchTest::stopInTheMiddle()
{
    BatchFixture f;
    f.orders(10);
    f.order(5, 0); // might have got something yet: it was not tried
    f.request.linesInOneCommit = 2;
    f.onProgress = [&](const BatchProgress &progress) {
        if (progress.linesDone >= 4)
            f.stop.request_stop();
    };
    const BatchReport report = f.run();
    QCOMPARE(report.count(Kind::Done), 4);
    QCOMPARE(report.count(Kind::Cancelled), 7);
    QCOMPARE(report.count(Kind::Short), 0);
    QCOMPARE(f.store.sent.size(), size_t(2));
    QVERIFY(report.stopped && !report.lost);
    // Stopped when nothing was left to be done: it was not in the middle of anything.
    BatchFixture late;
    late.orders(1);
    late.onProgress = [&](const BatchProgress &progress) {
        if (progress.linesDone == 1)
            late.stop.request_stop();
    };
    QVERIFY(!late.run().stopped);
}

void BatchTest::joinedWithAnother()
{
    const auto line = [](qint64 order, Kind kind, qint64 allocated, qint64 wanted) {
        LineOutcome outcome;
        outcome.order = order;
        outcome.line = 1;
        outcome.kind = kind;
        outcome.allocated = allocated;
        outcome.wanted = wanted;
        return outcome;
    };
    BatchReport earlier;
    earlier.lines = {line(1, Kind::Done, 5, 5),
                     line(2, Kind::Partly, 3, 10),
                     line(3, Kind::Short, 0, 4),
                     line(4, Kind::Partly, 1, 6),
                     line(5, Kind::Cancelled, 0, 2)};
    earlier.stopped = true;
    BatchReport later;
    later.lines = {line(5, Kind::Unknown, 0, 2),
                   line(2, Kind::Done, 7, 7),
                   line(4, Kind::Blocked, 0, 5),
                   line(6, Kind::Short, 0, 1)};
    later.open = {{{}, {0}}};
    const BatchReport both = joined(earlier, later);
    QCOMPARE(told(both),
             u"1:done 5/5, 2:done 10/10, 3:short 0/4, 4:partly 1/6, 5:unknown 0/2, 6:short 0/1"_s);
    QCOMPARE(both.open.size(), size_t(1));
    QCOMPARE(both.open[0].lines, std::vector<size_t>{4});
    QVERIFY(!both.stopped);
}

TANABAN_TEST(BatchTest)
#include "batchtest.moc"
