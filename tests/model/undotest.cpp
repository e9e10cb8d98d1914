#include "tests/model/runnerfixture.h"
#include "tests/model/undowarehouse.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace tanaban::tests;
using namespace Qt::StringLiterals;

using Meanwhile = std::function<void(TinyWarehouse &)>;

/// The inverse of every action, and every reason why it cannot be.
class UndoTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyActionIsTakenBack_data();
    void everyActionIsTakenBack();
    void goneOn_data();
    void goneOn();
    void notUndoable_data();
    void notUndoable();
    void tenMinutes();
    void onlyOnce();
    void roomOfWhatLeavesCountsForWhatComesBack();
    void everyRowThatWentOnIsNamed();
    void retriesWithGuards();
    void neverUnderTheLock();
    void sameIdAgain();
};

namespace {

Move moved(qint64 id, qint64 quantity)
{
    return {id, quantity, u"WH001"_s, 1, u"C"_s};
}

Receive more(const QString &lot)
{
    return {{u"WH001"_s, 2, u"A"_s, u"P-1"_s, lot, StockStatus::Available}, 10, {}};
}

ChangeStatus damaged(qint64 id, qint64 quantity)
{
    return {id, quantity, StockStatus::Damaged, u"wet"_s};
}

} // namespace

void UndoTest::everyActionIsTakenBack_data()
{
    QTest::addColumn<StockAction>("action");
    const auto row = [](const char *name, StockAction action) {
        QTest::newRow(name) << std::move(action);
    };
    row("receive", more(u"L-1"_s));
    row("receive into a new row", more(u"L-9"_s));
    row("reserve", Reserve{1, 30});
    row("release", Release{1, 15, {}});
    row("release one reservation", Release{1, 0, 2});
    row("ship", Ship{1, 15, {}});
    row("ship part of one", Ship{1, 5, 2});
    row("move", moved(1, 30));
    row("adjust down", Adjust{1, -3, u"Counted"_s});
    row("adjust up", Adjust{1, 3, u"Counted"_s});
    row("status", damaged(1, 7));
    row("several receipts", Several{{{more(u"L-1"_s), {}}, {more(u"L-9"_s), {}}}});
    row("several reservations", Several{{{Reserve{1, 30}, {}}, {Reserve{2, 50}, {}}}});
    row("several moves", Several{{{moved(1, 30), {}}, {moved(2, 50), {}}}});
    row("several adjustments",
        Several{{{Adjust{1, -3, u"Counted"_s}, {}}, {Adjust{2, 3, u"Counted"_s}, {}}}});
    row("several states", Several{{{damaged(1, 7), {}}, {damaged(2, 50), {}}}});
}

void UndoTest::everyActionIsTakenBack()
{
    QFETCH(const StockAction, action);
    TinyWarehouse where = warehouse();
    const QString before = figures(where);
    const StockCommand command = does(where, action);
    QVERIFY(figures(where) != before);

    const StockCommand undo = undoOf(command);
    const DecisionResult decided = decide(undo, where);
    const auto *error = std::get_if<DomainError>(&decided);
    QVERIFY2(!error, error ? qPrintable(messageOf(*error)) : "");
    const auto &changes = std::get<ChangeSet>(decided);
    fits(changes);
    QCOMPARE(changes.intent.kind, u"undo_"_s + kindOf(action));
    QCOMPARE(changes.intent.undoes, std::optional(command.id));
    QCOMPARE(changes.intent.reason, u"Undo"_s);
    for (const StockChange &change : changes.stock) {
        QVERIFY(change.id != 0);
        QVERIFY(!change.expectedVersion); // guards
    }
    where.apply(changes);
    QCOMPARE(figures(where), before);
    qint64 claimed = 0;
    for (const Allocation &allocation : where.allocations)
        claimed += allocation.state == AllocationState::Open ? allocation.quantity : 0;
    QCOMPARE(claimed, 20);
}

void UndoTest::goneOn_data()
{
    QTest::addColumn<StockAction>("action");
    QTest::addColumn<Meanwhile>("meanwhile");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<qint64>("possible");
    const auto row = [](const char *name,
                        StockAction action,
                        Meanwhile meanwhile,
                        const char16_t *rule = u"StockWentOn",
                        qint64 possible = -1) {
        QTest::newRow(name) << std::move(action) << std::move(meanwhile) << QString::fromUtf16(rule)
                            << possible;
    };
    const auto doing = [](StockAction action) {
        return [action](TinyWarehouse &where) { does(where, action); };
    };
    row("receipt, reserved since", more(u"L-9"_s), doing(Reserve{3, 4}), u"StockWentOn", 6);
    row("receipt, moved since", more(u"L-9"_s), doing(moved(3, 10)), u"StockWentOn", 0);
    row("reservation, shipped since", Reserve{2, 30}, doing(Ship{2, 30, {}}), u"StockWentOn", 0);
    row("reservation, partly released", Reserve{2, 30}, doing(Release{2, 1, {}}), u"StockWentOn", 29);
    row("release, reserved by others", Release{1, 20, {}}, doing(Reserve{1, 81}), u"StockWentOn", 19);
    row(
        "release, expired",
        Release{1, 20, {}},
        [](TinyWarehouse &where) { where.rows[0].lot.expiresOn = today.addDays(-1); },
        u"Expired");
    row(
        "shipment, quarantined",
        Ship{1, 20, {}},
        [](TinyWarehouse &where) { where.rows[0].row.key.status = StockStatus::Quarantined; },
        u"NotAllocatable");
    row("move, reserved there", moved(1, 30), doing(Reserve{3, 1}), u"StockWentOn", 29);
    row(
        "move, bin not in use",
        moved(1, 30),
        [](TinyWarehouse &where) { where.zones[2].active = false; },
        u"Inactive");
    row(
        "move, no room any more",
        moved(1, 30),
        [](TinyWarehouse &where) { where.zones[2].capacity = 13; },
        u"ZoneFull");
    row(
        "adjustment up, shipped since",
        Adjust{2, 5, u"Found"_s},
        [](TinyWarehouse &where) {
            does(where, Reserve{2, 51});
        },
        u"StockWentOn",
        4);
    row("status, corrected since",
        damaged(1, 7),
        doing(Adjust{3, -1, u"Thrown away"_s}),
        u"StockWentOn",
        6);
}

void UndoTest::goneOn()
{
    QFETCH(const StockAction, action);
    QFETCH(const Meanwhile, meanwhile);
    QFETCH(const QString, rule);
    QFETCH(const qint64, possible);
    TinyWarehouse where = warehouse();
    const StockCommand command = does(where, action);
    meanwhile(where);
    const DomainError error = refusal(where, undoOf(command));
    QCOMPARE(nameOf(error.rule), rule);
    if (possible >= 0)
        QCOMPARE(error.possible, std::optional(possible));
    QVERIFY(!messageOf(error).contains(u'%'));
}

void UndoTest::notUndoable_data()
{
    QTest::addColumn<std::function<void(EarlierCommand &)>>("change");
    const auto row = [](const char *name, std::function<void(EarlierCommand &)> change) {
        QTest::newRow(name) << std::move(change);
    };
    row("somebody else's", [](EarlierCommand &earlier) { earlier.actor = u"suzuki"_s; });
    row("another kind", [](EarlierCommand &earlier) { earlier.kind = u"ship"_s; });
    row("without entries", [](EarlierCommand &earlier) { earlier.events.clear(); });
}

void UndoTest::notUndoable()
{
    QFETCH(const std::function<void(EarlierCommand &)>, change);
    TinyWarehouse where = warehouse();
    const StockCommand command = does(where, Reserve{1, 30});
    change(where.done.at(command.id));
    QCOMPARE(nameOf(refusal(where, undoOf(command)).rule), u"NotUndoable"_s);
    QCOMPARE(nameOf(refusal(where, undoOf(commandOf(Reserve{1, 1}))).rule), u"NotUndoable"_s);
    // What has no inverse in the matrix.
    where.done.at(command.id).kind = u"import"_s;
    const StockCommand other = commandOf(Undo{command.id, u"import"_s, u"Undo"_s});
    QCOMPARE(nameOf(refusal(where, other).rule), u"NotUndoable"_s);
}

void UndoTest::tenMinutes()
{
    TinyWarehouse where = warehouse();
    const StockCommand command = does(where, Reserve{1, 30});
    where.now = where.now.plusSeconds(600);
    QVERIFY(std::holds_alternative<ChangeSet>(decide(undoOf(command), where)));
    where.now.microseconds += 1;
    QCOMPARE(nameOf(refusal(where, undoOf(command)).rule), u"TooLateToUndo"_s);
}

void UndoTest::onlyOnce()
{
    TinyWarehouse where = warehouse();
    const StockCommand command = does(where, Adjust{1, 5, u"Found"_s});
    const StockCommand undo = does(where, Undo{command.id, u"adjust"_s, u"Undo"_s});
    QCOMPARE(nameOf(refusal(where, undoOf(command)).rule), u"UndoneAlready"_s);
    QCOMPARE(nameOf(refusal(where, undoOf(undo)).rule), u"NotUndoable"_s);
}

void UndoTest::roomOfWhatLeavesCountsForWhatComesBack()
{
    TinyWarehouse where = warehouse();
    const Move within{1, 80, u"WH001"_s, 2, u"C"_s};
    const StockCommand command = does(where, within);
    where.zones[2].capacity = where.loadOf(2); // full, but nothing is added to it
    QVERIFY(std::holds_alternative<ChangeSet>(decide(undoOf(command), where)));
}

void UndoTest::everyRowThatWentOnIsNamed()
{
    TinyWarehouse where = warehouse();
    const StockCommand command = does(where, Several{{{Reserve{1, 30}, {}}, {Reserve{2, 50}, {}}}});
    does(where, Ship{2, 50, {}});
    DomainError error = refusal(where, undoOf(command));
    QCOMPARE(error.row, u"Milk · WH001/2/B · L-2"_s);
    QVERIFY(error.others.empty());
    does(where, Release{1, 25, {}}); // takes the older ones first, then from these
    error = refusal(where, undoOf(command));
    QCOMPARE(error.row, u"Milk · WH001/2/A · L-1"_s);
    QCOMPARE(error.others.size(), size_t(1));
}

namespace {

/// 30 of row 17 were reserved a minute ago.
EarlierCommand reservation(const QUuid &id)
{
    EarlierCommand earlier;
    earlier.id = id;
    earlier.kind = u"reserve"_s;
    earlier.actor = u"sato"_s;
    earlier.now = earlier.at.plusSeconds(60);
    StockEvent event = RunnerFixture::event(2, EventKind::Reserve);
    event.reservedDelta = 30;
    earlier.events = {event};
    earlier.open.resize(1);
    earlier.open[0].id = 4;
    earlier.open[0].stockId = 17;
    earlier.open[0].quantity = 30;
    return earlier;
}

} // namespace

void UndoTest::retriesWithGuards()
{
    RunnerFixture f;
    const StockCommand undo = undoOf(RunnerFixture::wish());
    f.store.past = reservation(*intentOf(undo).undoes);
    f.store.commits = {Overtaken{}, Committed{}};
    // Whatever the policy: nobody is asked about a row that went on.
    const auto result = f.runner.run(undo, ConflictPolicy::Ask);
    QCOMPARE(nameOf(result.outcome), u"committed"_s);
    QCOMPARE(f.story(), u"command load begin commit command load commit end"_s);
}

void UndoTest::neverUnderTheLock()
{
    RunnerFixture f;
    const StockCommand undo = undoOf(RunnerFixture::wish());
    f.store.past = reservation(*intentOf(undo).undoes);
    f.store.commits = {Overtaken{}};
    const auto result = f.runner.run(undo, ConflictPolicy::Retry);
    QCOMPARE(nameOf(result.outcome), u"overtaken"_s);
    QCOMPARE(result.tries, 3);
    QVERIFY(!f.story().contains(u"lock"_s));
}

void UndoTest::sameIdAgain()
{
    // The answer was lost; asked again, what it took back is undone already: by itself.
    RunnerFixture f;
    const StockCommand undo = undoOf(RunnerFixture::wish());
    f.store.past = reservation(*intentOf(undo).undoes);
    f.store.commits = {Unavailable{u"gone"_s, true}};
    QCOMPARE(nameOf(f.runner.run(undo, ConflictPolicy::Ask).outcome), u"unknown"_s);
    f.store.past->undone = true;
    f.store.abandoned = Committed{};
    QCOMPARE(nameOf(f.runner.run(undo, ConflictPolicy::Ask).outcome), u"repeated"_s);
    // Of an earlier run of the program.
    RunnerFixture later;
    later.store.past = f.store.past;
    later.store.recalled = Committed{};
    QCOMPARE(nameOf(later.runner.run(undo, ConflictPolicy::Ask).outcome), u"repeated"_s);
}

TANABAN_TEST(UndoTest)
#include "undotest.moc"
