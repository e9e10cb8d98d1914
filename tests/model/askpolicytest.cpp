#include "tests/model/runnerfixture.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace tanaban::tests;
using namespace Qt::StringLiterals;

/// Policy B, with and without the person's setting, and outcomes that are not known.
class AskPolicyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commitsOnWhatWasSeen();
    void knownRowGivesTheVersion();
    void movedRowAsks();
    void movedRowAsksBeforeAnyRule();
    void movedRowOfTheSameCommand();
    void conflictAtTheCommitAsks();
    void nothingIsRetried();
    void ruleOnTheRowThatWasSeen();
    void guardIsPutIntoWords();
    void goesOnWhenOnlyQuantitiesMoved();
    void asksWhenMoreThanQuantitiesMoved_data();
    void asksWhenMoreThanQuantitiesMoved();
    void asksWhenNoLongerPossible();
    void asksWhenOvertakenAgain();
    void unknownThenRefusedIsAbandoned();
    void unknownThenHappened();
    void unknownStaysUnknown_data();
    void unknownStaysUnknown();
    void unknownNeverGoesOn();
    void spentId_data();
    void spentId();
    void settle_data();
    void settle();
};

void AskPolicyTest::commitsOnWhatWasSeen()
{
    RunnerFixture f;
    f.store.commits = {Committed{}};
    const auto result = f.runner.run(RunnerFixture::wish(2), ConflictPolicy::Ask);
    QCOMPARE(nameOf(result.outcome), u"committed"_s);
    QCOMPARE(f.store.sent.front().stock.front().expectedVersion, std::optional<qint64>(2));
    QCOMPARE(f.story(), u"load begin commit end"_s);
}

void AskPolicyTest::knownRowGivesTheVersion()
{
    RunnerFixture f;
    f.store.commits = {Committed{}};
    const StockContext known = RunnerFixture::at(7);
    const auto result = f.runner.run(RunnerFixture::wish(), ConflictPolicy::Ask, &known);
    QCOMPARE(nameOf(result.outcome), u"committed"_s);
    QCOMPARE(f.store.sent.front().stock.front().expectedVersion, std::optional<qint64>(7));
    QCOMPARE(f.story(), u"begin commit end"_s);
}

void AskPolicyTest::movedRowAsks()
{
    RunnerFixture f;
    f.store.rows = {RunnerFixture::at(4)};
    const auto result = f.runner.run(RunnerFixture::wish(2), ConflictPolicy::Ask);
    QCOMPARE(nameOf(result.outcome), u"conflict"_s);
    const ConflictRow &row = std::get<VersionConflict>(result.outcome).rows.front();
    QCOMPARE(row.expected, qint64(2));
    QCOMPARE(row.actual, qint64(4));
    QCOMPARE(f.story(), u"load recall conflict end"_s);
}

void AskPolicyTest::movedRowAsksBeforeAnyRule()
{
    RunnerFixture f;
    f.store.rows = {RunnerFixture::at(4, 10)};
    const auto result = f.runner.run(RunnerFixture::wish(2), ConflictPolicy::Ask);
    QCOMPARE(nameOf(result.outcome), u"conflict"_s);
}

void AskPolicyTest::movedRowOfTheSameCommand()
{
    RunnerFixture f;
    f.store.rows = {RunnerFixture::at(3)};
    f.store.recalled = Committed{};
    const auto result = f.runner.run(RunnerFixture::wish(2), ConflictPolicy::Ask);
    QCOMPARE(nameOf(result.outcome), u"repeated"_s);
}

void AskPolicyTest::conflictAtTheCommitAsks()
{
    RunnerFixture f;
    f.store.commits = {RunnerFixture::conflict(2, 3), Committed{}};
    const auto result = f.runner.run(RunnerFixture::wish(2), ConflictPolicy::Ask);
    QCOMPARE(nameOf(result.outcome), u"conflict"_s);
    QCOMPARE(f.story(), u"load begin commit recall end"_s);
}

void AskPolicyTest::nothingIsRetried()
{
    RunnerFixture f;
    f.store.commits = {Overtaken{}, Committed{}};
    const auto result = f.runner.run(RunnerFixture::wish(2), ConflictPolicy::Ask);
    QCOMPARE(nameOf(result.outcome), u"overtaken"_s);
    QCOMPARE(result.tries, 1);
    QCOMPARE(f.store.sent.size(), size_t(1));
    QVERIFY(f.clock.sleeps.empty());
}

void AskPolicyTest::ruleOnTheRowThatWasSeen()
{
    RunnerFixture f;
    f.store.rows = {RunnerFixture::at(2, 10)};
    const StockContext known = RunnerFixture::at(2, 10);
    const auto result = f.runner.run(RunnerFixture::wish(2), ConflictPolicy::Ask, &known);
    QCOMPARE(nameOf(result.outcome), u"InsufficientStock"_s);
    QCOMPARE(f.story(), u"load recall end"_s);
}

void AskPolicyTest::guardIsPutIntoWords()
{
    // The row has not moved, but its product went out of use after the person looked.
    RunnerFixture f;
    StockContext now = RunnerFixture::at(2);
    now.product.active = false;
    f.store.rows = {now};
    f.store.commits = {Overtaken{}};
    const StockContext known = RunnerFixture::at(2);
    auto result = f.runner.run(RunnerFixture::wish(2), ConflictPolicy::Ask, &known);
    QCOMPARE(nameOf(result.outcome), u"Inactive"_s);
    f.store.rows = {RunnerFixture::at(3)};
    result = f.runner.run(RunnerFixture::wish(2), ConflictPolicy::Ask, &known);
    QCOMPARE(nameOf(result.outcome), u"conflict"_s);
}

void AskPolicyTest::goesOnWhenOnlyQuantitiesMoved()
{
    RunnerFixture f;
    f.store.rows = {RunnerFixture::at(4, 80)};
    f.store.between = {RunnerFixture::event(3, EventKind::Ship),
                       RunnerFixture::event(4, EventKind::Move)};
    VersionConflict moved = RunnerFixture::conflict(2, 4);
    moved.rows.front().between = f.store.between;
    f.store.commits = {moved, Committed{}};
    const StockContext known = RunnerFixture::at(2);
    const auto result = f.runner.run(
        RunnerFixture::wish(2), ConflictPolicy::AskUnlessStillPossible, &known);
    QCOMPARE(nameOf(result.outcome), u"committed"_s);
    QCOMPARE(result.tries, 2);
    QCOMPARE(result.wentOnDespite.size(), size_t(1));
    QCOMPARE(result.wentOnDespite.front().between.size(), size_t(2));
    QCOMPARE(f.store.sent[1].stock.front().expectedVersion, std::optional<qint64>(4));
}

void AskPolicyTest::asksWhenMoreThanQuantitiesMoved_data()
{
    QTest::addColumn<ChangeStock>("change");
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("more");
    const auto row = [](const char *name, ChangeStock change) {
        QTest::newRow(name) << change << int(EventKind::Reserve) << qint64(0);
    };
    const ChangeStock nothing = [](StockContext &) {};
    QTest::newRow("status") << nothing << int(EventKind::Status) << qint64(0);
    QTest::newRow("more than is told") << nothing << int(EventKind::Reserve) << qint64(1);
    row("expiry", [](StockContext &s) { s.lot.expiresOn = s.lot.expiresOn->addDays(-1); });
    row("product", [](StockContext &s) { s.product.active = false; });
    row("zone", [](StockContext &s) { s.zone.active = false; });
    row("warehouse", [](StockContext &s) { s.warehouse.active = false; });
    row("bin", [](StockContext &s) { s.binActive = false; });
}

void AskPolicyTest::asksWhenMoreThanQuantitiesMoved()
{
    QFETCH(const ChangeStock, change);
    QFETCH(const int, kind);
    QFETCH(const qint64, more);
    RunnerFixture f;
    StockContext now = RunnerFixture::at(3);
    change(now);
    f.store.rows = {now};
    VersionConflict moved = RunnerFixture::conflict(2, 3);
    moved.rows.front().between = {RunnerFixture::event(3, EventKind(kind))};
    moved.rows.front().more = more;
    f.store.commits = {moved, Committed{}};
    const StockContext known = RunnerFixture::at(2);
    const auto result = f.runner.run(
        RunnerFixture::wish(2), ConflictPolicy::AskUnlessStillPossible, &known);
    QCOMPARE(nameOf(result.outcome), u"conflict"_s);
    QCOMPARE(f.store.sent.size(), size_t(1));
    QVERIFY(result.wentOnDespite.empty());
}

void AskPolicyTest::asksWhenNoLongerPossible()
{
    RunnerFixture f;
    f.store.rows = {RunnerFixture::at(3, 49)};
    f.store.between = {RunnerFixture::event(3, EventKind::Ship)};
    const StockContext known = RunnerFixture::at(2);
    f.store.commits = {RunnerFixture::conflict(2, 3), Committed{}};
    std::get<VersionConflict>(f.store.commits.front()).rows.front().between = f.store.between;
    const auto result = f.runner.run(
        RunnerFixture::wish(2), ConflictPolicy::AskUnlessStillPossible, &known);
    QCOMPARE(nameOf(result.outcome), u"conflict"_s);
    QCOMPARE(f.store.sent.size(), size_t(1));
}

void AskPolicyTest::asksWhenOvertakenAgain()
{
    RunnerFixture f;
    f.store.rows = {RunnerFixture::at(3), RunnerFixture::at(4)};
    f.store.between = {RunnerFixture::event(3, EventKind::Ship),
                       RunnerFixture::event(4, EventKind::Ship)};
    VersionConflict first = RunnerFixture::conflict(2, 3);
    first.rows.front().between = {f.store.between.front()};
    f.store.commits = {first, RunnerFixture::conflict(3, 4), Committed{}};
    const StockContext known = RunnerFixture::at(2);
    const auto result = f.runner.run(
        RunnerFixture::wish(2), ConflictPolicy::AskUnlessStillPossible, &known);
    QCOMPARE(nameOf(result.outcome), u"conflict"_s);
    QCOMPARE(f.store.sent.size(), size_t(2));
    const ConflictRow &row = std::get<VersionConflict>(result.outcome).rows.front();
    QCOMPARE(row.expected, qint64(2)); // since the person looked, not since the last try
    QCOMPARE(row.actual, qint64(4));
    QVERIFY(result.wentOnDespite.empty());
}

void AskPolicyTest::unknownThenRefusedIsAbandoned()
{
    RunnerFixture f;
    f.store.commits = {Unavailable{u"cut"_s, true}, RunnerFixture::conflict(2, 3)};
    const StockCommand wish = RunnerFixture::wish(2);
    QCOMPARE(nameOf(f.runner.run(wish, ConflictPolicy::Ask).outcome), u"unknown"_s);
    f.store.calls.clear();
    auto result = f.runner.run(wish, ConflictPolicy::Ask);
    QCOMPARE(nameOf(result.outcome), u"conflict"_s);
    QVERIFY(result.idSpent);
    QCOMPARE(f.story(), u"load begin commit abandon end"_s);
    // Known now, so a look is enough from here on.
    f.store.calls.clear();
    result = f.runner.run(wish, ConflictPolicy::Ask);
    QCOMPARE(f.story(), u"load begin commit recall end"_s);
}

void AskPolicyTest::unknownThenHappened()
{
    RunnerFixture f;
    f.store.rows = {RunnerFixture::at(2), RunnerFixture::at(3)};
    f.store.commits = {Unavailable{u"cut"_s, true}};
    f.store.abandoned = Committed{};
    const StockCommand wish = RunnerFixture::wish(2);
    QCOMPARE(nameOf(f.runner.run(wish, ConflictPolicy::Ask).outcome), u"unknown"_s);
    const auto result = f.runner.run(wish, ConflictPolicy::Ask);
    QCOMPARE(nameOf(result.outcome), u"repeated"_s);
    QVERIFY(!result.idSpent);
    QCOMPARE(f.story(), u"load begin commit load abandon end"_s);
}

void AskPolicyTest::unknownStaysUnknown_data()
{
    QTest::addColumn<bool>("busyAtTheCommit");
    QTest::newRow("busy when it was sent again") << true;
    QTest::newRow("busy when it was given up") << false;
}

void AskPolicyTest::unknownStaysUnknown()
{
    QFETCH(const bool, busyAtTheCommit);
    RunnerFixture f;
    const CommitOutcome second = busyAtTheCommit ? CommitOutcome(Busy{})
                                                 : CommitOutcome(RunnerFixture::conflict(2, 3));
    f.store.commits = {Unavailable{u"cut"_s, true}, second};
    f.store.abandoned = Busy{};
    const StockCommand wish = RunnerFixture::wish(2);
    QCOMPARE(nameOf(f.runner.run(wish, ConflictPolicy::Ask).outcome), u"unknown"_s);
    // Busy says that this attempt did nothing; of the one before it says nothing.
    QCOMPARE(nameOf(f.runner.run(wish, ConflictPolicy::Ask).outcome), u"unknown"_s);
    QVERIFY(!f.store.calls.contains(u"end"_s));
}

void AskPolicyTest::unknownNeverGoesOn()
{
    RunnerFixture f;
    f.store.rows = {RunnerFixture::at(2), RunnerFixture::at(3)};
    f.store.between = {RunnerFixture::event(3, EventKind::Ship)};
    f.store.commits = {Unavailable{u"cut"_s, true}, Committed{}};
    const StockCommand wish = RunnerFixture::wish(2);
    const StockContext known = RunnerFixture::at(2);
    const auto policy = ConflictPolicy::AskUnlessStillPossible;
    QCOMPARE(nameOf(f.runner.run(wish, policy).outcome), u"unknown"_s);
    f.store.commits = {RunnerFixture::conflict(2, 3)};
    std::get<VersionConflict>(f.store.commits.front()).rows.front().between = f.store.between;
    const auto result = f.runner.run(wish, policy, &known);
    QCOMPARE(nameOf(result.outcome), u"conflict"_s);
    QVERIFY(result.idSpent);
    QCOMPARE(f.store.sent.size(), size_t(2));
}

void AskPolicyTest::spentId_data()
{
    QTest::addColumn<int>("rule");
    QTest::newRow("given up") << int(Rule::Abandoned);
    QTest::newRow("used for something else") << int(Rule::CommandIdReused);
}

void AskPolicyTest::spentId()
{
    QFETCH(const int, rule);
    RunnerFixture f;
    f.store.commits = {RunnerFixture::rejected(Rule(rule))};
    const auto result = f.runner.run(RunnerFixture::wish(2), ConflictPolicy::Ask);
    QCOMPARE(nameOf(result.outcome), tanaban::nameOf(Rule(rule)));
    QVERIFY(result.idSpent);
    QCOMPARE(f.story(), u"load begin commit end"_s);
}

void AskPolicyTest::settle_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("story");
    QTest::newRow("committed") << u"committed"_s << u"abandon end"_s;
    QTest::newRow("Abandoned") << u"Abandoned"_s << u"abandon end"_s;
    QTest::newRow("busy") << u"busy"_s << u"abandon"_s;
    QTest::newRow("unknown") << u"unknown"_s << u"abandon"_s;
}

void AskPolicyTest::settle()
{
    QFETCH(const QString, name);
    QFETCH(const QString, story);
    RunnerFixture f;
    const std::map<QString, CommitOutcome> answers{
        {u"committed"_s, Committed{}},
        {u"Abandoned"_s, RunnerFixture::rejected(Rule::Abandoned)},
        {u"busy"_s, Busy{}},
        {u"unknown"_s, Unavailable{{}, true}}};
    f.store.abandoned = answers.at(name);
    QCOMPARE(nameOf(f.runner.settle(RunnerFixture::wish(2))), name);
    QCOMPARE(f.story(), story);
}

TANABAN_TEST(AskPolicyTest)
#include "askpolicytest.moc"
