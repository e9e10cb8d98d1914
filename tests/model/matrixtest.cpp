#include "tests/model/matrixexamples.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <functional>

using namespace tanaban;
using namespace tanaban::tests;
using namespace Qt::StringLiterals;

using Damage = std::function<void(ChangeSet &)>;

namespace {

QString verdictOf(const ChangeSet &changes, Role role)
{
    const auto refusal = Matrix::instance().check(changes, role);
    return refusal ? nameOf(refusal->rule) : u"fits"_s;
}

/// A data row: this damage to the example of the kind breaks the rule.
void on(const char16_t *kind, const char *name, const char16_t *rule, Damage damage)
{
    const QString kindText = QString::fromUtf16(kind);
    QTest::newRow(qPrintable(kindText + u": " + QString::fromLatin1(name)))
        << kindText << std::move(damage) << QString::fromUtf16(rule);
}

constexpr auto shapeRefused = u"ShapeRefused";
constexpr auto range = u"QuantityOutOfRange";

void damageGeneral()
{
    on(u"reserve", "no command id", shapeRefused, [](ChangeSet &c) { c.intent.id = QUuid(); });
    on(u"reserve", "wrong event", shapeRefused, [](ChangeSet &c) {
        c.stock[0].kind = EventKind::Adjust;
    });
    on(u"reserve", "takes goods along", shapeRefused, [](ChangeSet &c) {
        c.stock[0].onHandDelta = -5;
    });
    on(u"reserve", "a hold", shapeRefused, [](ChangeSet &c) {
        c.holds = {hold(0, HoldState::Active, 5)};
        c.stock[0].reservedDelta = 10;
    });
    on(u"reserve", "a record", shapeRefused, [](ChangeSet &c) {
        c.records = {record(Entity::Product, u"P-1"_s)};
    });
    on(u"reserve", "row twice", shapeRefused, [](ChangeSet &c) { c.stock.push_back(c.stock[0]); });
    on(u"reserve", "version 0", shapeRefused, [](ChangeSet &c) { c.stock[0].expectedVersion = 0; });
}

void damageReserving()
{
    on(u"reserve", "nothing", shapeRefused, [](ChangeSet &c) {
        c.stock.clear();
        c.allocations.clear();
    });
    on(u"reserve", "no allocation", shapeRefused, [](ChangeSet &c) { c.allocations.clear(); });
    on(u"reserve", "smaller allocation", shapeRefused, [](ChangeSet &c) {
        c.allocations[0].quantity = 4;
    });
    on(u"reserve", "allocation of another row", shapeRefused, [](ChangeSet &c) {
        c.allocations[0].stockId = 18;
    });
    on(u"reserve", "allocation without row", shapeRefused, [](ChangeSet &c) { c.stock.clear(); });
    on(u"reserve", "second allocation elsewhere", shapeRefused, [](ChangeSet &c) {
        c.allocations.push_back(c.allocations[0]);
        c.allocations[1].stockId = 18;
    });
    on(u"reserve", "waiting for review", shapeRefused, [](ChangeSet &c) {
        c.allocations[0].to = AllocationState::Pending;
    });
    on(u"reserve", "negative row id", shapeRefused, [](ChangeSet &c) {
        c.stock[0].id = -17;
        c.allocations[0].stockId = -17;
    });
    on(u"reserve", "order 0", shapeRefused, [](ChangeSet &c) { c.stock[0].orderId = 0; });
    on(u"reserve", "line without order", shapeRefused, [](ChangeSet &c) {
        c.allocations[0].line = 1;
    });
    on(u"reserve", "new one at a version", shapeRefused, [](ChangeSet &c) {
        c.allocations[0].expectedVersion = 1;
    });
    on(u"reserve", "too much", range, [](ChangeSet &c) {
        c.stock[0].reservedDelta = 1'000'000'001;
        c.allocations[0].quantity = 1'000'000'001;
    });
    on(u"reserve", "nothing and something", range, [](ChangeSet &c) {
        c.allocations.push_back(c.allocations[0]);
        c.allocations[1].quantity = 0;
    });
    on(u"reserve", "one more, one less", range, [](ChangeSet &c) {
        c.allocations[0].quantity = 6;
        c.allocations.push_back(c.allocations[0]);
        c.allocations[1].quantity = -1;
    });
}

void damageTaking()
{
    on(u"release", "from shipped", shapeRefused, [](ChangeSet &c) {
        c.allocations[0].from = AllocationState::Shipped;
    });
    on(u"release", "allocation twice", shapeRefused, [](ChangeSet &c) { c.allocations[1].id = 1; });
    on(u"release", "more than the allocations", shapeRefused, [](ChangeSet &c) {
        c.stock[0].reservedDelta = -6;
    });
    on(u"release", "upwards", shapeRefused, [](ChangeSet &c) { c.stock[0].reservedDelta = 5; });
    on(u"ship", "goods stay", shapeRefused, [](ChangeSet &c) { c.stock[0].onHandDelta = -4; });
    on(u"ship", "pending", shapeRefused, [](ChangeSet &c) {
        c.allocations[0].from = AllocationState::Pending;
    });
    on(u"ship", "released", shapeRefused, [](ChangeSet &c) {
        c.allocations[0].to = AllocationState::Released;
    });
}

void damageMoving()
{
    on(u"adjust", "no reason", u"ReasonMissing", [](ChangeSet &c) { c.intent.reason = u" "_s; });
    on(u"status", "no reason", u"ReasonMissing", [](ChangeSet &c) { c.intent.reason.clear(); });
    on(u"move", "one leg", shapeRefused, [](ChangeSet &c) { c.stock.pop_back(); });
    on(u"move", "legs that do not cancel", shapeRefused, [](ChangeSet &c) {
        c.stock[1].onHandDelta = 6;
    });
    on(u"move", "a leg that does nothing", shapeRefused, [](ChangeSet &c) {
        c.stock.push_back(row(19, EventKind::Move, 0, 0));
    });
    on(u"move", "key twice", shapeRefused, [](ChangeSet &c) {
        c.stock.push_back(c.stock[1]);
        c.stock[0].onHandDelta = -10;
    });
    on(u"move", "key at a version", shapeRefused, [](ChangeSet &c) {
        c.stock[1].expectedVersion = 1;
    });
    on(u"move", "takes a reservation along", shapeRefused, [](ChangeSet &c) {
        c.stock[0].reservedDelta = -5;
    });
    on(u"move", "place without a zone", shapeRefused, [](ChangeSet &c) { c.stock[1].key.zone = 0; });
    on(u"move", "lower-case warehouse", shapeRefused, [](ChangeSet &c) {
        c.stock[1].key.warehouse = u"wh"_s;
    });
    on(u"move", "no lot", shapeRefused, [](ChangeSet &c) { c.stock[1].key.lot.clear(); });
    on(u"move", "bin with a space", shapeRefused, [](ChangeSet &c) {
        c.stock[1].key.bin = u"B "_s;
    });
    on(u"move", "no product", shapeRefused, [](ChangeSet &c) { c.stock[1].key.product.clear(); });
    on(u"status", "legs that do not cancel", shapeRefused, [](ChangeSet &c) {
        c.stock[1].onHandDelta = 4;
    });
    on(u"adjust", "nothing", shapeRefused, [](ChangeSet &c) { c.stock[0].onHandDelta = 0; });
    on(u"adjust", "too much", range, [](ChangeSet &c) { c.stock[0].onHandDelta = -1'000'000'001; });
    on(u"adjust", "also what is reserved", shapeRefused, [](ChangeSet &c) {
        c.stock[0].reservedDelta = -5;
    });
}

void damageUndoing()
{
    on(u"undo_reserve", "of nothing", shapeRefused, [](ChangeSet &c) { c.intent.undoes.reset(); });
    on(u"reserve", "as if it took something back", shapeRefused, [](ChangeSet &c) {
        c.intent.undoes = newCommandId();
    });
    on(u"undo_ship", "only on hand", shapeRefused, [](ChangeSet &c) {
        c.stock[0].reservedDelta = 0;
    });
    on(u"undo_ship", "a shipment", shapeRefused, [](ChangeSet &c) {
        c.stock[0].onHandDelta = c.stock[0].reservedDelta = -5;
    });
    on(u"undo_release", "a new reservation", shapeRefused, [](ChangeSet &c) {
        c.allocations[0].id = 0;
    });
    on(u"undo_ship", "of released goods", shapeRefused, [](ChangeSet &c) {
        c.allocations[0].from = AllocationState::Released;
    });
    on(u"undo_receive", "a receipt", shapeRefused, [](ChangeSet &c) { c.stock[0].onHandDelta = 5; });
    on(u"undo_receive", "without a reason", u"ReasonMissing", [](ChangeSet &c) {
        c.intent.reason.clear();
    });
}

void damageOthers()
{
    on(u"receive", "nothing", shapeRefused, [](ChangeSet &c) { c.stock[0].onHandDelta = 0; });
    on(u"receive", "less", shapeRefused, [](ChangeSet &c) { c.stock[0].onHandDelta = -5; });
    on(u"receive", "a product", shapeRefused, [](ChangeSet &c) {
        c.records = {record(Entity::Product, u"P-1"_s)};
    });
    on(u"receive", "lot twice", shapeRefused, [](ChangeSet &c) {
        c.records.push_back(c.records[0]);
    });
    on(u"receive", "record without key", shapeRefused, [](ChangeSet &c) { c.records[0].key = {}; });
    on(u"receive", "record at version 0", shapeRefused, [](ChangeSet &c) {
        c.records[0].expectedVersion = 0;
    });
    on(u"hold", "without end", shapeRefused, [](ChangeSet &c) { c.holds[0].minutes = 0; });
    on(u"hold", "longer than a year", shapeRefused, [](ChangeSet &c) {
        c.holds[0].minutes = 525'601;
    });
    on(u"hold", "no hold", shapeRefused, [](ChangeSet &c) { c.holds.clear(); });
    on(u"hold", "confirmed at once", shapeRefused, [](ChangeSet &c) {
        c.holds[0].to = HoldState::Confirmed;
    });
    on(u"hold", "nothing", range, [](ChangeSet &c) { c.holds[0].quantity = 0; });
    on(u"hold_release", "more than the hold", shapeRefused, [](ChangeSet &c) {
        c.stock[0].reservedDelta = -6;
    });
    on(u"hold_release", "twice", shapeRefused, [](ChangeSet &c) {
        c.holds.push_back(c.holds[0]);
        c.stock[0].reservedDelta = -10;
    });
    on(u"hold_release", "expired", shapeRefused, [](ChangeSet &c) {
        c.holds[0].to = HoldState::Expired;
    });
    on(u"hold_confirm", "no allocation", shapeRefused, [](ChangeSet &c) { c.allocations.clear(); });
    on(u"hold_confirm", "larger allocation", shapeRefused, [](ChangeSet &c) {
        c.allocations[0].quantity = 6;
    });
    on(u"hold_confirm", "without a row", shapeRefused, [](ChangeSet &c) { c.stock.clear(); });
    on(u"master", "a person", shapeRefused, [](ChangeSet &c) {
        c.records[0].entity = Entity::Person;
    });
    on(u"order", "stock", shapeRefused, [](ChangeSet &c) {
        c.stock = {row(17, EventKind::Adjust, 5, 0)};
    });
}

} // namespace

/// The rights and shapes: every kind has an example that fits, and every shape is violated once.
class MatrixTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void examplesFit_data();
    void examplesFit();
    void rolesAreChecked_data();
    void rolesAreChecked();
    void otherShapesAreRefused_data();
    void otherShapesAreRefused();
    void damage_data();
    void damage();
    void unknownKind();
};

void MatrixTest::examplesFit_data()
{
    QTest::addColumn<ChangeSet>("changes");
    for (const auto &[kind, changes] : examples())
        QTest::newRow(qPrintable(kind)) << changes;
}

void MatrixTest::examplesFit()
{
    QFETCH(const ChangeSet, changes);
    const auto refusal = Matrix::instance().check(changes, Role::Admin);
    QVERIFY2(!refusal, refusal ? qPrintable(refusal->subject) : "");
}

void MatrixTest::rolesAreChecked_data()
{
    examplesFit_data();
}

void MatrixTest::rolesAreChecked()
{
    QFETCH(const ChangeSet, changes);
    const QString &kind = changes.intent.kind;
    const std::map<QString, Role> above{{u"master"_s, Role::Supervisor},
                                        {u"import"_s, Role::Supervisor},
                                        {u"reassign"_s, Role::Supervisor},
                                        {u"review"_s, Role::Supervisor},
                                        {u"people"_s, Role::Admin}};
    const Role least = above.contains(kind) ? above.at(kind) : Role::Staff;
    for (const Role role : {Role::Viewer, Role::Staff, Role::Supervisor, Role::Admin}) {
        QCOMPARE(verdictOf(changes, role), role >= least ? u"fits"_s : u"NotAllowed"_s);
        QCOMPARE(Matrix::instance().allows(role, kind), role >= least);
    }
}

void MatrixTest::otherShapesAreRefused_data()
{
    QTest::addColumn<QString>("kind");
    for (const auto &[kind, shape] : Matrix::instance().shapes())
        QTest::newRow(qPrintable(kind)) << kind;
}

/// What fits one kind fits no other, but for those that contain it: a kind is no mere claim.
void MatrixTest::otherShapesAreRefused()
{
    QFETCH(const QString, kind);
    const std::map<QString, QStringList> alsoFit{{u"reserve"_s, {u"allocate"_s}},
                                                 {u"undo_reserve"_s, {u"undo_allocate"_s}},
                                                 {u"master"_s, {u"import"_s}},
                                                 {u"receive"_s, {u"import"_s}},
                                                 {u"order"_s, {u"import"_s}}};
    for (const auto &[other, changes] : examples()) {
        if (other == kind)
            continue;
        ChangeSet claimed = changes;
        claimed.intent.kind = kind;
        claimed.intent.reason = u"count"_s;
        const bool contained = alsoFit.contains(other) && alsoFit.at(other).contains(kind);
        const QString verdict = verdictOf(claimed, Role::Admin);
        QVERIFY2(verdict == (contained ? u"fits"_s : u"ShapeRefused"_s),
                 qPrintable(other + verdict));
    }
}

void MatrixTest::damage_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<Damage>("damage");
    QTest::addColumn<QString>("rule");
    damageGeneral();
    damageReserving();
    damageTaking();
    damageMoving();
    damageUndoing();
    damageOthers();
}

void MatrixTest::damage()
{
    QFETCH(const QString, kind);
    QFETCH(const Damage, damage);
    QFETCH(const QString, rule);
    ChangeSet changes = examples().at(kind);
    QCOMPARE(verdictOf(changes, Role::Admin), u"fits"_s);
    damage(changes);
    QCOMPARE(verdictOf(changes, Role::Admin), rule);
}

void MatrixTest::unknownKind()
{
    ChangeSet changes = examples().at(u"reserve"_s);
    changes.intent.kind = u"Reserve"_s;
    QCOMPARE(verdictOf(changes, Role::Admin), u"ShapeRefused"_s);
    QVERIFY(!Matrix::instance().allows(Role::Admin, u"Reserve"_s));
}

TANABAN_TEST(MatrixTest)
#include "matrixtest.moc"
