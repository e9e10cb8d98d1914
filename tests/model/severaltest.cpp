#include "tests/model/runnerfixture.h"
#include "tests/model/tinywarehouse.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace tanaban::tests;
using namespace Qt::StringLiterals;

/// One kind of action on several rows: one change set, or all reasons why not.
class SeveralTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneChangeSetForAll();
    void goodsForOneRowBecomeOneLeg();
    void statusOfOneBinBecomesOneLeg();
    void everyRefusedRowIsNamed();
    void roomIsSharedByTheRows();
    void receiptsShareANewLot();
    void aRowIsTouchedOnce();
    void onlyOneKind_data();
    void onlyOneKind();
    void unknownRow();
    void askTellsEveryRowThatMoved();
    void askGoesOnWhenAllIsStillPossible();
    void askStopsWhenOneIsNotPossible();
    void retryLoadsEveryRowAgain();
    void lastTryLocksEveryRow();
};

namespace {

/// Rows 1, 2, … with these quantities in bins A, B, … of zone 2, each of its own lot unless one
/// is given.
TinyWarehouse warehouseOf(const std::vector<qint64> &quantities, const QString &lot = {})
{
    TinyWarehouse warehouse;
    for (const qint64 quantity : quantities) {
        const qint64 number = qint64(warehouse.rows.size()) + 1;
        StockContext context = goods();
        context.product = TinyWarehouse::milk();
        context.row.id = number;
        context.row.key.bin = QChar(u'A' + ushort(number) - 1);
        context.row.key.lot = lot.isEmpty() ? u"L-%1"_s.arg(number) : lot;
        context.row.receivedAt = Instant{1'700'000'000'000'000 - number};
        context.row.onHand = quantity;
        context.row.version = number + 4;
        context.lot.lot = context.row.key.lot;
        warehouse.rows.push_back(context);
    }
    return warehouse;
}

template <typename Action>
StockCommand eachOf(const std::vector<Action> &actions, bool looked = false)
{
    Several several;
    for (const Action &action : actions) {
        several.rows.push_back(
            {action, looked ? std::optional(stockIdOf(action) + 4) : std::nullopt});
    }
    return commandOf(several);
}

ChangeSet done(const StockCommand &command, StockReader &reader)
{
    const DecisionResult decided = decide(command, reader);
    if (const auto *error = std::get_if<DomainError>(&decided))
        qFatal("refused: %s", qPrintable(messageOf(*error)));
    const auto &changes = std::get<ChangeSet>(decided);
    fits(changes);
    return changes;
}

DomainError refused(const StockCommand &command, StockReader &reader)
{
    const DecisionResult decided = decide(command, reader);
    const auto *error = std::get_if<DomainError>(&decided);
    return error ? *error : DomainError();
}

Move to(qint64 id, qint64 quantity, int zone, const QString &bin)
{
    return {id, quantity, u"WH001"_s, zone, bin};
}

/// Three rows at the versions 5, 6 and 7, and a wish to reserve 10 of each.
struct ThreeRows
{
    TinyWarehouse warehouse = warehouseOf({100, 100, 100});
    std::vector<StockContext> known = warehouse.rows;
    StockCommand wish = eachOf<Reserve>({{1, 10}, {2, 10}, {3, 10}}, true);
};

} // namespace

void SeveralTest::oneChangeSetForAll()
{
    TinyWarehouse warehouse = warehouseOf({100, 50, 20});
    const StockCommand command = eachOf<Reserve>({{1, 10}, {2, 50}, {3, 1}}, true);
    const ChangeSet changes = done(command, warehouse);
    QCOMPARE(changes.intent.id, command.id);
    QCOMPARE(changes.intent.kind, u"reserve"_s);
    QCOMPARE(changes.stock.size(), size_t(3));
    QCOMPARE(changes.allocations.size(), size_t(3));
    for (size_t i = 0; i < 3; ++i) {
        QCOMPARE(changes.stock[i].id, qint64(i) + 1);
        QCOMPARE(changes.stock[i].expectedVersion, std::optional(qint64(i) + 5));
        QCOMPARE(changes.stock[i].reservedDelta, changes.allocations[i].quantity);
        QCOMPARE(changes.stock[i].id, changes.allocations[i].stockId);
    }
}

void SeveralTest::goodsForOneRowBecomeOneLeg()
{
    // Rows 1 and 2 have the same lot; nothing of it lies in bin Z yet.
    TinyWarehouse warehouse = warehouseOf({100, 50}, u"L-1"_s);
    const ChangeSet changes = done(eachOf<Move>({to(1, 30, 2, u"Z"_s), to(2, 40, 2, u"Z"_s)}, true),
                                   warehouse);
    QCOMPARE(changes.stock.size(), size_t(3));
    QCOMPARE(changes.stock[0].onHandDelta, -30);
    QCOMPARE(changes.stock[1].onHandDelta, 70);
    QCOMPARE(changes.stock[1].key.bin, u"Z"_s);
    QVERIFY(changes.stock[1].receivedAt == warehouse.rows[1].row.receivedAt); // the older goods
    QCOMPARE(changes.stock[2].onHandDelta, -40);
    warehouse.apply(changes);
    QCOMPARE(warehouse.rows.size(), size_t(3));
    QCOMPARE(warehouse.rows[2].row.onHand, 70);
    // And where there is such a row, it is named by its id, once.
    const ChangeSet more = done(eachOf<Move>({to(1, 1, 2, u"Z"_s), to(2, 2, 2, u"Z"_s)}), warehouse);
    QCOMPARE(more.stock.size(), size_t(3));
    QCOMPARE(more.stock[1].id, 3);
    QCOMPARE(more.stock[1].onHandDelta, 3);
}

void SeveralTest::statusOfOneBinBecomesOneLeg()
{
    TinyWarehouse warehouse = warehouseOf({100, 50}, u"L-1"_s);
    warehouse.rows[1].row.key = warehouse.rows[0].row.key;
    warehouse.rows[1].row.key.status = StockStatus::Quarantined;
    const auto damaged = [](qint64 id) {
        return ChangeStatus{id, 5, StockStatus::Damaged, u"wet"_s};
    };
    const ChangeSet changes = done(eachOf<ChangeStatus>({damaged(1), damaged(2)}), warehouse);
    QCOMPARE(changes.stock.size(), size_t(3));
    QCOMPARE(changes.stock[1].onHandDelta, 10);
    QCOMPARE(changes.intent.reason, u"wet"_s);
}

void SeveralTest::everyRefusedRowIsNamed()
{
    TinyWarehouse warehouse = warehouseOf({100, 5, 20});
    warehouse.rows[2].row.key.status = StockStatus::Damaged;
    const DomainError error = refused(eachOf<Reserve>({{1, 10}, {2, 10}, {3, 10}}), warehouse);
    QCOMPARE(nameOf(error.rule), u"InsufficientStock"_s);
    QCOMPARE(error.row, u"Milk · WH001/2/B · L-2"_s);
    QCOMPARE(error.part, 1);
    QCOMPARE(error.others.size(), size_t(1));
    QCOMPARE(nameOf(error.others[0].rule), u"NotAllocatable"_s);
    QCOMPARE(error.others[0].row, u"Milk · WH001/2/C · L-3"_s);
    QCOMPARE(error.others[0].part, 2);
    const QStringList lines = messageOf(error).split(u'\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY2(
        lines[0].startsWith(u"Milk · WH001/2/B · L-2: You asked for 1.0 pcs, but only 0.5 pcs"),
        qPrintable(lines[0]));
    QVERIFY(lines[1].startsWith(u"Milk · WH001/2/C · L-3: "));
}

void SeveralTest::roomIsSharedByTheRows()
{
    // Zone 1 takes 40 whole units; ten are one.
    TinyWarehouse warehouse = warehouseOf({300, 300});
    QVERIFY(std::holds_alternative<ChangeSet>(
        decide(commandOf(to(2, 250, 1, {})), static_cast<StockReader &>(warehouse))));
    const DomainError error = refused(eachOf<Move>({to(1, 250, 1, {}), to(2, 250, 1, {})}),
                                      warehouse);
    QCOMPARE(nameOf(error.rule), u"ZoneFull"_s);
    QCOMPARE(error.part, 1);
    QCOMPARE(error.asked, std::optional<qint64>(25));
    QCOMPARE(error.possible, std::optional<qint64>(15));
    // Fractions are rounded up per row: 9 and 3 of the same lot are two units, not one and one.
    warehouse = warehouseOf({300, 300}, u"L-1"_s);
    warehouse.zones[1].capacity = 2;
    done(eachOf<Move>({to(1, 9, 1, {}), to(2, 3, 1, {})}), warehouse);
    warehouse.zones[1].capacity = 1;
    QCOMPARE(nameOf(refused(eachOf<Move>({to(1, 9, 1, {}), to(2, 3, 1, {})}), warehouse).rule),
             u"ZoneFull"_s);
}

void SeveralTest::receiptsShareANewLot()
{
    TinyWarehouse warehouse;
    const auto receive = [](const QString &bin, QDate expires) {
        return Receive{{u"WH001"_s, 2, bin, u"P-1"_s, u"NEW"_s, StockStatus::Available}, 5, expires};
    };
    const QDate day(2027, 3, 1);
    const ChangeSet changes = done(eachOf<Receive>({receive(u"A"_s, day), receive(u"B"_s, day)}),
                                   warehouse);
    QCOMPARE(changes.records.size(), size_t(1));
    QCOMPARE(changes.stock.size(), size_t(2));
    const DomainError error = refused(
        eachOf<Receive>({receive(u"A"_s, day), receive(u"B"_s, day.addDays(1))}), warehouse);
    QCOMPARE(nameOf(error.rule), u"LotExpiryDiffers"_s);
    QCOMPARE(error.part, 1);
}

void SeveralTest::aRowIsTouchedOnce()
{
    TinyWarehouse warehouse = warehouseOf({100, 50}, u"L-1"_s);
    QCOMPARE(nameOf(refused(eachOf<Reserve>({{1, 1}, {1, 2}}), warehouse).rule), u"RowTwice"_s);
    // Into bin B, from where something is moved on.
    const DomainError error = refused(eachOf<Move>({to(1, 10, 2, u"B"_s), to(2, 10, 2, u"C"_s)}),
                                      warehouse);
    QCOMPARE(nameOf(error.rule), u"RowTwice"_s);
    QCOMPARE(error.row, u"Milk · WH001/2/B · L-1"_s);
}

void SeveralTest::onlyOneKind_data()
{
    QTest::addColumn<StockCommand>("command");
    QTest::newRow("nothing") << commandOf(Several{});
    QTest::newRow("two kinds") << commandOf(Several{{{Reserve{1, 1}, {}}, {Ship{2, 1, {}}, {}}}});
    QTest::newRow("several in several")
        << commandOf(Several{{{Several{{{Reserve{1, 1}, {}}}}, {}}}});
    const Undo undo{newCommandId(), u"reserve"_s, u"Undo"_s};
    QTest::newRow("undo") << commandOf(Several{{{undo, {}}}});
}

void SeveralTest::onlyOneKind()
{
    QFETCH(const StockCommand, command);
    TinyWarehouse warehouse = warehouseOf({100, 50});
    QCOMPARE(nameOf(refused(command, warehouse).rule), u"ShapeRefused"_s);
}

void SeveralTest::unknownRow()
{
    TinyWarehouse warehouse = warehouseOf({100});
    const DomainError error = refused(eachOf<Reserve>({{1, 1}, {7, 1}}), warehouse);
    QCOMPARE(nameOf(error.rule), u"UnknownStock"_s);
    QCOMPARE(error.row, u"7"_s);
}

namespace {

/// A store over the three rows, in which some have moved on.
struct Moved
{
    ThreeRows three;
    RunnerFixture f;

    explicit Moved(const std::set<qint64> &ids)
    {
        // stock() and conflictOf() of the script answer in the order of the rows.
        f.store.rows.clear();
        for (StockContext row : three.warehouse.rows) {
            if (ids.contains(row.row.id)) {
                row.row.version += 1;
                row.row.onHand -= 30;
            }
            f.store.rows.push_back(row);
        }
        f.store.between = {RunnerFixture::event(8, EventKind::Ship)};
    }
};

} // namespace

void SeveralTest::askTellsEveryRowThatMoved()
{
    Moved moved({1, 3});
    RunnerFixture &f = moved.f;
    const auto again = f.store.rows;
    f.store.rows.insert(f.store.rows.end(), again.begin(), again.end());
    const auto result = f.runner.run(moved.three.wish, ConflictPolicy::Ask);
    QCOMPARE(nameOf(result.outcome), u"conflict"_s);
    const auto &rows = std::get<VersionConflict>(result.outcome).rows;
    QCOMPARE(rows.size(), size_t(2));
    QCOMPARE(rows[0].id, 1);
    QCOMPARE(rows[0].expected, 5);
    QCOMPARE(rows[0].actual, 6);
    QCOMPARE(rows[1].id, 3);
    QVERIFY(f.store.sent.empty());
}

void SeveralTest::askGoesOnWhenAllIsStillPossible()
{
    Moved moved({1, 3});
    RunnerFixture &f = moved.f;
    VersionConflict conflict;
    for (const StockContext &row : {f.store.rows[0], f.store.rows[2]}) {
        ConflictRow entry;
        entry.id = row.row.id;
        entry.expected = row.row.version - 1;
        entry.actual = row.row.version;
        entry.now = row.row;
        entry.between = f.store.between;
        conflict.rows.push_back(entry);
    }
    f.store.commits = {conflict, Committed{}};
    const auto result = f.runner.run(
        moved.three.wish, ConflictPolicy::AskUnlessStillPossible, moved.three.known);
    QCOMPARE(nameOf(result.outcome), u"committed"_s);
    QCOMPARE(result.wentOnDespite.size(), size_t(2));
    QCOMPARE(f.store.sent.size(), size_t(2));
    for (size_t i = 0; i < 3; ++i)
        QCOMPARE(*f.store.sent[1].stock[i].expectedVersion, qint64(i) + 5 + (i == 1 ? 0 : 1));
}

void SeveralTest::askStopsWhenOneIsNotPossible()
{
    Moved moved({2});
    RunnerFixture &f = moved.f;
    f.store.rows[1].row.onHand = 9;
    VersionConflict conflict;
    conflict.rows.resize(1);
    conflict.rows[0].id = 2;
    conflict.rows[0].expected = 6;
    conflict.rows[0].actual = 7;
    conflict.rows[0].between = f.store.between;
    f.store.commits = {conflict, Committed{}};
    const auto result = f.runner.run(
        moved.three.wish, ConflictPolicy::AskUnlessStillPossible, moved.three.known);
    QCOMPARE(nameOf(result.outcome), u"conflict"_s);
    QCOMPARE(f.store.sent.size(), size_t(1));
}

void SeveralTest::retryLoadsEveryRowAgain()
{
    ThreeRows three;
    RunnerFixture f;
    f.store.rows.assign(three.known.begin(), three.known.end());
    f.store.rows.insert(f.store.rows.end(), three.known.begin(), three.known.end());
    f.store.commits = {Overtaken{}, Committed{}};
    const StockCommand wish = insistingOn(three.wish, {});
    QVERIFY(lookedAt(wish).empty());
    const auto result = f.runner.run(wish, ConflictPolicy::Retry);
    QCOMPARE(nameOf(result.outcome), u"committed"_s);
    QCOMPARE(f.story(), u"load load load begin commit load load load commit end"_s);
}

void SeveralTest::lastTryLocksEveryRow()
{
    ThreeRows three;
    RunnerFixture f;
    f.store.rows.clear();
    for (int tries = 0; tries < 3; ++tries)
        f.store.rows.insert(f.store.rows.end(), three.known.begin(), three.known.end());
    f.store.commits = {Overtaken{}, Overtaken{}, Committed{}};
    const auto result = f.runner.run(insistingOn(three.wish, {}), ConflictPolicy::Retry);
    QCOMPARE(nameOf(result.outcome), u"committed"_s);
    QCOMPARE(f.store.locked, (std::vector<qint64>{1, 2, 3}));
}

TANABAN_TEST(SeveralTest)
#include "severaltest.moc"
