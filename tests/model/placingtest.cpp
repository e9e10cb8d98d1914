#include "model/matrix.h"
#include "model/stockcommands.h"
#include "tests/model/goods.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace tanaban::tests;
using namespace Qt::StringLiterals;

namespace {

using ChangePlace = std::function<void(PlaceContext &)>;
using ChangeMove = std::function<void(Move &)>;

} // namespace

/// The rules of moving, adjusting and changing status.
class PlacingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void move_data();
    void move();
    void moveChanges();
    void moveCountsWholeUnits_data();
    void moveCountsWholeUnits();
    void goodsOutOfUseCanBeMovedAndAdjusted_data();
    void goodsOutOfUseCanBeMovedAndAdjusted();
    void adjust_data();
    void adjust();
    void status_data();
    void status();
    void statusChanges();
};

void PlacingTest::move_data()
{
    QTest::addColumn<ChangeMove>("wish");
    QTest::addColumn<ChangeStock>("source");
    QTest::addColumn<ChangePlace>("target");
    QTest::addColumn<QString>("rule");
    const ChangeMove same = [](Move &) {};
    const ChangeStock asIs = [](StockContext &) {};
    const auto onPlace = [&](const char *name, const char16_t *rule, ChangePlace change) {
        QTest::newRow(name) << same << asIs << change << QString::fromUtf16(rule);
    };
    const auto onWish = [&](const char *name, const char16_t *rule, ChangeMove change) {
        QTest::newRow(name) << change << asIs << ChangePlace([](PlaceContext &) {})
                            << QString::fromUtf16(rule);
    };
    onPlace("possible", u"done", [](PlaceContext &) {});
    onPlace("no such warehouse", u"UnknownPlace", [](PlaceContext &p) {
        p.warehouse.reset();
        p.zone.reset();
        p.bin.reset();
    });
    onPlace("no such zone", u"UnknownPlace", [](PlaceContext &p) {
        p.zone.reset();
        p.bin.reset();
    });
    onPlace("no such bin", u"UnknownPlace", [](PlaceContext &p) { p.bin.reset(); });
    onPlace("warehouse inactive", u"Inactive", [](PlaceContext &p) { p.warehouse->active = false; });
    onPlace("zone inactive", u"Inactive", [](PlaceContext &p) { p.zone->active = false; });
    onPlace("bin inactive", u"Inactive", [](PlaceContext &p) { p.bin->active = false; });
    onPlace("wrong condition", u"StorageConditionMismatch", [](PlaceContext &p) {
        p.zone->condition = StorageCondition::Frozen;
    });
    onWish("all of it", u"done", [](Move &m) { m.quantity = 100; });
    onWish("more than there is", u"InsufficientStock", [](Move &m) { m.quantity = 101; });
    onWish("to where it is", u"SamePlace", [](Move &m) { m.bin = u"A-01"_s; });
    onWish("bin with a space", u"InvalidCode", [](Move &m) { m.bin = u" B"_s; });
    onWish("bin with a control character", u"InvalidCode", [](Move &m) { m.bin = u"B\u0007"_s; });
    QTest::newRow("reserved goods stay")
        << ChangeMove([](Move &m) { m.quantity = 41; })
        << ChangeStock([](StockContext &s) { s.row.reserved = 60; })
        << ChangePlace([](PlaceContext &) {}) << u"InsufficientStock"_s;
}

void PlacingTest::move()
{
    QFETCH(const ChangeMove, wish);
    QFETCH(const ChangeStock, source);
    QFETCH(const ChangePlace, target);
    QFETCH(const QString, rule);
    Move move = moveTo(u"B-02"_s);
    wish(move);
    StockContext stock = goods();
    source(stock);
    PlaceContext there = place();
    target(there);
    QCOMPARE(verdict(decideMove(commandOf(move), move, stock, there)), rule);
}

void PlacingTest::moveChanges()
{
    const Move move = moveTo(u"B-02"_s);
    StockContext stock = goods();
    stock.row.key.status = StockStatus::Quarantined;
    Decided decided = decideMove(commandOf(move, 2), move, stock, place());
    QVERIFY(decided.ok());
    QCOMPARE(decided->stock.size(), size_t(2));
    const StockChange &leaves = decided->stock[0];
    QCOMPARE(leaves.id, qint64(17));
    QCOMPARE(leaves.onHandDelta, qint64(-10));
    QCOMPARE(leaves.expectedVersion, std::optional<qint64>(2));
    StockChange arrives = decided->stock[1];
    QCOMPARE(arrives.id, qint64(0));
    QCOMPARE(arrives.key.bin, u"B-02"_s);
    QCOMPARE(arrives.key.lot, u"L-1"_s);
    QCOMPARE(arrives.key.status, StockStatus::Quarantined);
    QCOMPARE(arrives.receivedAt, std::optional(stock.row.receivedAt));
    QCOMPARE(arrives.onHandDelta, qint64(10));
    QCOMPARE(arrives.kind, EventKind::Move);
    QVERIFY(!arrives.expectedVersion);
    fits(*decided);

    PlaceContext known = place();
    known.row = goods().row;
    known.row->id = 99;
    decided = decideMove(commandOf(move, 2), move, stock, known);
    QVERIFY(decided.ok());
    QCOMPARE(decided->stock[1].id, qint64(99));
    QCOMPARE(decided->stock[1].receivedAt, std::optional(stock.row.receivedAt));
    fits(*decided);
}

void PlacingTest::moveCountsWholeUnits_data()
{
    QTest::addColumn<qint64>("capacity");
    QTest::addColumn<qint64>("load");
    QTest::addColumn<qint64>("quantity");
    QTest::addColumn<qint64>("there");
    QTest::addColumn<bool>("sameZone");
    QTest::addColumn<QString>("rule");
    // One decimal: 10 is one unit. The source has 10.0 units.
    const auto row = [](const char *name,
                        qint64 capacity,
                        qint64 load,
                        qint64 quantity,
                        qint64 there,
                        bool sameZone,
                        const char16_t *rule) {
        QTest::newRow(name) << capacity << load << quantity << there << sameZone
                            << QString::fromUtf16(rule);
    };
    row("just fits", 50, 49, 10, 0, false, u"done");
    row("one too many", 50, 49, 20, 0, false, u"ZoneFull");
    row("a fraction needs a whole unit", 50, 49, 11, 0, false, u"ZoneFull");
    row("a fraction fills up a unit", 50, 50, 5, 15, false, u"done");
    row("within the full zone", 50, 50, 10, 0, true, u"done");
    row("within the full zone, split", 50, 50, 5, 0, true, u"ZoneFull");
    row("already too full", 50, 60, 10, 0, true, u"done");
    row("no room at all", 0, 0, 1, 0, false, u"ZoneFull");
}

void PlacingTest::moveCountsWholeUnits()
{
    QFETCH(const qint64, capacity);
    QFETCH(const qint64, load);
    QFETCH(const qint64, quantity);
    QFETCH(const qint64, there);
    QFETCH(const bool, sameZone);
    QFETCH(const QString, rule);
    StockContext stock = goods();
    stock.product.decimals = 1;
    PlaceContext target = place();
    target.zone->capacity = capacity;
    target.zoneLoad = load;
    Move move = moveTo(u"B-02"_s);
    move.quantity = quantity;
    if (!sameZone) {
        move.zone = 3;
        target.zone->number = 3;
    }
    if (there > 0) {
        target.row = stock.row;
        target.row->id = 99;
        target.row->onHand = there;
    }
    const Decided decided = decideMove(commandOf(move), move, stock, target);
    QCOMPARE(verdict(decided), rule);
    if (!decided) {
        QCOMPARE(decided.error().possible, std::optional(std::max<qint64>(capacity - load, 0)));
        QCOMPARE(decided.error().decimals, 0);
    }
}

void PlacingTest::goodsOutOfUseCanBeMovedAndAdjusted_data()
{
    addGoodsStates();
}

void PlacingTest::goodsOutOfUseCanBeMovedAndAdjusted()
{
    QFETCH(const ChangeStock, change);
    StockContext stock = goods();
    change(stock);
    const Move move = moveTo(u"B-02"_s);
    QCOMPARE(verdict(decideMove(commandOf(move), move, stock, place())), u"done"_s);
    const Adjust adjust{17, -3, u"broken"_s};
    QCOMPARE(verdict(decideAdjust(commandOf(adjust), adjust, stock)), u"done"_s);
}

void PlacingTest::adjust_data()
{
    QTest::addColumn<qint64>("by");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("rule");
    QTest::newRow("found") << qint64(5) << u"count"_s << u"done"_s;
    QTest::newRow("lost") << qint64(-40) << u"count"_s << u"done"_s;
    QTest::newRow("reserved goods stay") << qint64(-41) << u"count"_s << u"InsufficientStock"_s;
    QTest::newRow("nothing") << qint64(0) << u"count"_s << u"QuantityOutOfRange"_s;
    QTest::newRow("no reason") << qint64(5) << u""_s << u"ReasonMissing"_s;
    QTest::newRow("empty reason") << qint64(5) << u"  "_s << u"ReasonMissing"_s;
    QTest::newRow("reason with a bell") << qint64(5) << u"a\u0007b"_s << u"InvalidName"_s;
    QTest::newRow("endless reason") << qint64(5) << QString(201, u'x') << u"InvalidName"_s;
}

void PlacingTest::adjust()
{
    QFETCH(const qint64, by);
    QFETCH(const QString, reason);
    QFETCH(const QString, rule);
    StockContext stock = reservedGoods({60});
    const Adjust adjust{17, by, reason};
    const Decided decided = decideAdjust(commandOf(adjust, 2), adjust, stock);
    QCOMPARE(verdict(decided), rule);
    if (!decided)
        return;
    QCOMPARE(decided->stock.size(), size_t(1));
    QCOMPARE(decided->stock.front().onHandDelta, by);
    QCOMPARE(decided->stock.front().reservedDelta, qint64(0));
    QCOMPARE(decided->intent.reason, reason);
    fits(*decided);
}

void PlacingTest::status_data()
{
    QTest::addColumn<StockStatus>("to");
    QTest::addColumn<qint64>("quantity");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("rule");
    QTest::newRow("possible") << StockStatus::Damaged << qint64(40) << u"wet"_s << u"done"_s;
    QTest::newRow("reserved goods stay")
        << StockStatus::Damaged << qint64(41) << u"wet"_s << u"InsufficientStock"_s;
    QTest::newRow("as it is") << StockStatus::Available << qint64(1) << u"wet"_s << u"SamePlace"_s;
    QTest::newRow("no reason") << StockStatus::Damaged << qint64(1) << u""_s << u"ReasonMissing"_s;
}

void PlacingTest::status()
{
    QFETCH(const StockStatus, to);
    QFETCH(const qint64, quantity);
    QFETCH(const QString, reason);
    QFETCH(const QString, rule);
    const ChangeStatus change{17, quantity, to, reason};
    QCOMPARE(verdict(decideStatus(commandOf(change), change, reservedGoods({60}))), rule);
}

void PlacingTest::statusChanges()
{
    const ChangeStatus change{17, 40, StockStatus::Quarantined, u"recall"_s};
    const Decided decided = decideStatus(commandOf(change, 2), change, goods());
    QVERIFY(decided.ok());
    QCOMPARE(decided->stock.size(), size_t(2));
    QCOMPARE(decided->stock[0].onHandDelta, qint64(-40));
    QCOMPARE(decided->stock[0].expectedVersion, std::optional<qint64>(2));
    QCOMPARE(decided->stock[1].onHandDelta, qint64(40));
    StockKey key = goods().row.key;
    key.status = StockStatus::Quarantined;
    QCOMPARE(decided->stock[1].id, qint64(0));
    QVERIFY(decided->stock[1].key == key);
    QCOMPARE(decided->stock[1].receivedAt, std::optional(goods().row.receivedAt));
    fits(*decided);
    StockContext closed = goods();
    closed.zone.active = false;
    QCOMPARE(verdict(decideStatus(commandOf(change, 2), change, closed)), u"Inactive"_s);
}

TANABAN_TEST(PlacingTest)
#include "placingtest.moc"
