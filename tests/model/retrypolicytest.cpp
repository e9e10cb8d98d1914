#include "tests/model/runnerfixture.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace tanaban::tests;
using namespace Qt::StringLiterals;

/// Policy A and the journal, with a scripted store and a clock that nobody waits for.
class RetryPolicyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void succeedsAtOnce();
    void conflictOnceThenSuccess_data();
    void conflictOnceThenSuccess();
    void threeConflictsThenTheConflict();
    void lastTryIsUnderTheLock();
    void everythingIsLoadedAgain();
    void knownRowIsNotLoadedFirst();
    void onlyFreshRowsSayNo();
    void brokenRuleIsNeverRetried_data();
    void brokenRuleIsNeverRetried();
    void ruleThatBreaksMeanwhileEndsIt();
    void answersThatAreReturnedAsTheyAre_data();
    void answersThatAreReturnedAsTheyAre();
    void waitsAreInRange_data();
    void waitsAreInRange();
    void stopBetweenTries();
    void receivingIsNeverAskedAbout();
    void lotThatAppearedIsNoError();
    void repeatedIdIsReported();
    void journalThatCannotBeWritten();
    void failedReads_data();
    void failedReads();
};

void RetryPolicyTest::succeedsAtOnce()
{
    RunnerFixture f;
    f.store.commits = {Committed{}};
    const CommandResult result = f.runner.run(RunnerFixture::wish(), ConflictPolicy::Retry);
    QCOMPARE(nameOf(result.outcome), u"committed"_s);
    QCOMPARE(result.tries, 1);
    QVERIFY(!result.idSpent);
    // Noted before it is sent, and forgotten only when the outcome is known.
    QCOMPARE(f.story(), u"load begin commit end"_s);
    QVERIFY(f.clock.sleeps.empty());
    QVERIFY(!f.store.sent.front().stock.front().expectedVersion);
}

void RetryPolicyTest::conflictOnceThenSuccess_data()
{
    QTest::addColumn<bool>("guard");
    QTest::newRow("version") << false;
    QTest::newRow("guard") << true;
}

void RetryPolicyTest::conflictOnceThenSuccess()
{
    QFETCH(const bool, guard);
    RunnerFixture f;
    const CommitOutcome first = guard ? CommitOutcome(Overtaken{})
                                      : CommitOutcome(RunnerFixture::conflict(2, 3));
    f.store.commits = {first, Committed{}};
    const CommandResult result = f.runner.run(RunnerFixture::wish(), ConflictPolicy::Retry);
    QCOMPARE(nameOf(result.outcome), u"committed"_s);
    QCOMPARE(result.tries, 2);
    QCOMPARE(f.story(), u"load begin commit load commit end"_s);
    QCOMPARE(f.clock.sleeps.size(), size_t(1));
}

void RetryPolicyTest::threeConflictsThenTheConflict()
{
    RunnerFixture f;
    f.store.commits = {RunnerFixture::conflict(2, 3),
                       RunnerFixture::conflict(3, 4),
                       RunnerFixture::conflict(4, 7)};
    const CommandResult result = f.runner.run(RunnerFixture::wish(), ConflictPolicy::Retry);
    QCOMPARE(nameOf(result.outcome), u"conflict"_s);
    QCOMPARE(std::get<VersionConflict>(result.outcome).rows.front().actual, qint64(7));
    QCOMPARE(result.tries, 3);
    QCOMPARE(f.store.sent.size(), size_t(3));
    QCOMPARE(f.clock.sleeps.size(), size_t(2));
}

void RetryPolicyTest::lastTryIsUnderTheLock()
{
    RunnerFixture f;
    f.store.commits = {Overtaken{}, Overtaken{}, Committed{}};
    const CommandResult result = f.runner.run(RunnerFixture::wish(), ConflictPolicy::Retry);
    QCOMPARE(nameOf(result.outcome), u"committed"_s);
    QCOMPARE(f.story(), u"load begin commit load commit lock load commit end"_s);
    QCOMPARE(f.store.locked, std::vector<qint64>{17});
}

void RetryPolicyTest::everythingIsLoadedAgain()
{
    RunnerFixture f;
    // Hand-made allocations differ from load to load: each try must work on its own.
    StockContext first = reservedGoods({60});
    StockContext second = reservedGoods({10, 50});
    second.handMade[1].id = 8;
    StockContext third = reservedGoods({5, 45, 10});
    f.store.rows = {first, second, third};
    f.store.commits = {Overtaken{}, Overtaken{}, Committed{}};
    const CommandResult result = f.runner.run(commandOf(Release{17, 50, {}}), ConflictPolicy::Retry);
    QCOMPARE(nameOf(result.outcome), u"committed"_s);
    const auto parts = [&f](size_t i) {
        QStringList list;
        for (const AllocationChange &change : f.store.sent[i].allocations)
            list += QString::number(change.id) + u':' + QString::number(change.quantity);
        return list.join(u' ');
    };
    QCOMPARE(parts(0), u"1:50"_s);
    QCOMPARE(parts(1), u"1:10 8:40"_s);
    QCOMPARE(parts(2), u"1:5 2:45"_s);
}

void RetryPolicyTest::knownRowIsNotLoadedFirst()
{
    RunnerFixture f;
    f.store.commits = {Overtaken{}, Committed{}};
    const StockContext known = RunnerFixture::at(2);
    const auto result = f.runner.run(RunnerFixture::wish(), ConflictPolicy::Retry, &known);
    QCOMPARE(nameOf(result.outcome), u"committed"_s);
    QCOMPARE(f.story(), u"begin commit load commit end"_s);
}

void RetryPolicyTest::onlyFreshRowsSayNo()
{
    RunnerFixture f;
    f.store.commits = {Committed{}};
    const StockContext known = RunnerFixture::at(2, 10);
    const auto result = f.runner.run(RunnerFixture::wish(), ConflictPolicy::Retry, &known);
    QCOMPARE(nameOf(result.outcome), u"committed"_s);
    QCOMPARE(result.tries, 1);
    QCOMPARE(f.story(), u"load begin commit end"_s);
}

void RetryPolicyTest::brokenRuleIsNeverRetried_data()
{
    QTest::addColumn<bool>("byTheStore");
    QTest::newRow("the decision") << false;
    QTest::newRow("the database") << true;
}

void RetryPolicyTest::brokenRuleIsNeverRetried()
{
    QFETCH(const bool, byTheStore);
    RunnerFixture f;
    f.store.rows = {RunnerFixture::at(2, byTheStore ? 100 : 49)};
    f.store.commits = {RunnerFixture::rejected(Rule::InsufficientStock), Committed{}};
    const CommandResult result = f.runner.run(RunnerFixture::wish(), ConflictPolicy::Retry);
    QCOMPARE(nameOf(result.outcome), u"InsufficientStock"_s);
    QCOMPARE(result.tries, 1);
    QCOMPARE(f.store.sent.size(), size_t(byTheStore ? 1 : 0));
    QVERIFY(f.clock.sleeps.empty());
    QCOMPARE(f.story(), byTheStore ? u"load begin commit recall end"_s : u"load recall end"_s);
}

void RetryPolicyTest::ruleThatBreaksMeanwhileEndsIt()
{
    RunnerFixture f;
    f.store.rows = {RunnerFixture::at(2), RunnerFixture::at(3, 20)};
    f.store.commits = {Overtaken{}, Committed{}};
    const CommandResult result = f.runner.run(RunnerFixture::wish(), ConflictPolicy::Retry);
    QCOMPARE(nameOf(result.outcome), u"InsufficientStock"_s);
    QCOMPARE(std::get<Rejected>(result.outcome).error.possible, std::optional<qint64>(20));
    QCOMPARE(f.store.sent.size(), size_t(1));
}

void RetryPolicyTest::answersThatAreReturnedAsTheyAre_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("busy") << u"busy"_s;
    QTest::newRow("no answer") << u"unknown"_s;
    QTest::newRow("no connection") << u"unavailable"_s;
}

void RetryPolicyTest::answersThatAreReturnedAsTheyAre()
{
    QFETCH(const QString, name);
    RunnerFixture f;
    const CommitOutcome answer = name == u"busy"_s
                                     ? CommitOutcome(Busy{{u"suzuki"_s}})
                                     : CommitOutcome(Unavailable{{}, name == u"unknown"_s});
    f.store.commits = {answer, Committed{}};
    const CommandResult result = f.runner.run(RunnerFixture::wish(), ConflictPolicy::Retry);
    QCOMPARE(nameOf(result.outcome), name);
    QCOMPARE(f.store.sent.size(), size_t(1));
    // What is not known stays in the journal.
    QCOMPARE(f.story(), name == u"busy"_s ? u"load begin commit end"_s : u"load begin commit"_s);
}

void RetryPolicyTest::waitsAreInRange_data()
{
    QTest::addColumn<double>("random");
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("second");
    QTest::newRow("shortest") << 0.0 << qint64(50) << qint64(100);
    QTest::newRow("middle") << 0.5 << qint64(100) << qint64(200);
    QTest::newRow("longest") << 0.999999 << qint64(149) << qint64(299);
    QTest::newRow("a random that is none") << 100.0 << qint64(1000) << qint64(1000);
}

void RetryPolicyTest::waitsAreInRange()
{
    QFETCH(const double, random);
    QFETCH(const qint64, first);
    QFETCH(const qint64, second);
    RunnerFixture f;
    f.random = random;
    f.store.commits = {Overtaken{}};
    const CommandResult result = f.runner.run(RunnerFixture::wish(), ConflictPolicy::Retry);
    QCOMPARE(nameOf(result.outcome), u"overtaken"_s);
    QCOMPARE(f.clock.sleeps.size(), size_t(2));
    QCOMPARE(qint64(f.clock.sleeps[0].count()), first);
    QCOMPARE(qint64(f.clock.sleeps[1].count()), second);
}

void RetryPolicyTest::stopBetweenTries()
{
    RunnerFixture f;
    f.store.commits = {Overtaken{}, Committed{}};
    std::stop_source stop;
    f.clock.whileAsleep = [&stop] { stop.request_stop(); };
    const auto result = f.runner.run(
        RunnerFixture::wish(), ConflictPolicy::Retry, nullptr, stop.get_token());
    QCOMPARE(nameOf(result.outcome), u"overtaken"_s);
    QCOMPARE(f.store.sent.size(), size_t(1));
    QCOMPARE(f.story(), u"load begin commit recall end"_s);
}

void RetryPolicyTest::receivingIsNeverAskedAbout()
{
    RunnerFixture f;
    f.store.placeThere = place();
    f.store.commits = {Overtaken{}, Committed{}};
    const CommandResult result = f.runner.run(commandOf(receipt()), ConflictPolicy::Ask);
    QCOMPARE(nameOf(result.outcome), u"committed"_s);
    QCOMPARE(f.story(), u"place begin commit place commit end"_s);
}

void RetryPolicyTest::lotThatAppearedIsNoError()
{
    RunnerFixture f;
    f.store.placeThere = place();
    f.store.commits = {RunnerFixture::rejected(Rule::Exists), Committed{}};
    f.store.onCommit = [&f] { f.store.placeThere.lot = goods().lot; };
    const CommandResult result = f.runner.run(commandOf(receipt()), ConflictPolicy::Retry);
    QCOMPARE(nameOf(result.outcome), u"committed"_s);
    QCOMPARE(f.store.sent[0].records.size(), size_t(1));
    QCOMPARE(f.store.sent[1].records.size(), size_t(0));
}

void RetryPolicyTest::repeatedIdIsReported()
{
    RunnerFixture f;
    f.store.rows = {RunnerFixture::at(3, 20)}; // what it left behind
    f.store.recalled = Committed{};
    const CommandResult result = f.runner.run(RunnerFixture::wish(), ConflictPolicy::Retry);
    QCOMPARE(nameOf(result.outcome), u"repeated"_s);
    QVERIFY(!result.idSpent);
    QCOMPARE(f.story(), u"load recall end"_s);
}

void RetryPolicyTest::journalThatCannotBeWritten()
{
    RunnerFixture f;
    f.journal.works = false;
    f.store.commits = {Committed{}};
    const CommandResult result = f.runner.run(RunnerFixture::wish(), ConflictPolicy::Retry);
    QCOMPARE(nameOf(result.outcome), u"unavailable"_s);
    QVERIFY(f.store.sent.empty());
}

void RetryPolicyTest::failedReads_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *name, ReadFailure::Kind kind, const char16_t *outcome) {
        QTest::newRow(name) << int(kind) << QString::fromUtf16(outcome);
    };
    row("no connection", ReadFailure::Kind::Unavailable, u"unavailable");
    row("busy", ReadFailure::Kind::Busy, u"busy");
}

void RetryPolicyTest::failedReads()
{
    QFETCH(const int, kind);
    QFETCH(const QString, name);
    RunnerFixture f;
    f.store.readFailure = ReadFailure{ReadFailure::Kind(kind), u"gone"_s};
    const CommandResult result = f.runner.run(RunnerFixture::wish(), ConflictPolicy::Retry);
    QCOMPARE(nameOf(result.outcome), name);
    QVERIFY(f.store.sent.empty());
}

TANABAN_TEST(RetryPolicyTest)
#include "retrypolicytest.moc"
