#include "model/commandrunner.h"
#include "model/quantity.h"
#include "tests/storage/decisions.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QTest>
#include <QUuid>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

namespace {

Intent intent(const QString &kind, const QString &reason = u"why"_s)
{
    return {newCommandId(), kind, {{u"n"_s, 1}}, u"tester"_s, reason, {}};
}

StockChange change(qint64 id, EventKind kind, qint64 onHand, qint64 reserved)
{
    StockChange result;
    result.id = id;
    result.kind = kind;
    result.onHandDelta = onHand;
    result.reservedDelta = reserved;
    return result;
}

AllocationChange taken(qint64 stock, qint64 quantity)
{
    AllocationChange result;
    result.stockId = stock;
    result.quantity = quantity;
    return result;
}

ChangeSet reserving(qint64 id, qint64 quantity)
{
    ChangeSet changes;
    changes.intent = intent(u"reserve"_s);
    changes.stock = {change(id, EventKind::Reserve, 0, quantity)};
    changes.allocations = {taken(id, quantity)};
    return changes;
}

RecordChange record(Entity entity,
                    QJsonObject key,
                    QJsonObject fields,
                    std::optional<qint64> version = {})
{
    RecordChange result;
    result.entity = entity;
    result.key = std::move(key);
    result.fields = std::move(fields);
    result.expectedVersion = version;
    return result;
}

} // namespace

/// What must not happen does not, whoever asks for it: these change sets are made by hand, as a
/// broken or hostile client would. After each refusal every table is as it was.
class RefusalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shapes_data() { addEngines(); }
    void shapes();
    void rights_data() { addEngines(); }
    void rights();
    void usableGoodsOnly_data() { addEngines(); }
    void usableGoodsOnly();
    void places_data() { addEngines(); }
    void places();
    void records_data() { addEngines(); }
    void records();
    void orders_data() { addEngines(); }
    void orders();
    void holds_data() { addEngines(); }
    void holds();
    void ledgerIsAppendOnly_data() { addEngines(); }
    void ledgerIsAppendOnly();

private:
    static QString refused(TestDatabase &database, const ChangeSet &changes)
    {
        const auto before = database.checksums();
        const QString answer = verdict(database.store().commit(changes));
        return database.checksums() == before ? answer : QString(u"left a trace: "_s + answer);
    }
};

void RefusalsTest::shapes()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const qint64 id = database.stockRow();
    StockSeed other;
    other.product = u"P2"_s;
    const qint64 second = database.stockRow(other);
    const auto expectRefusal = [&](ChangeSet changes, const char *what) {
        const QString answer = refused(database, changes);
        QVERIFY2(answer == u"ShapeRefused"_s || answer == u"QuantityOutOfRange"_s,
                 qPrintable(QString::fromLatin1(what) + u": "_s + answer));
    };
    ChangeSet changes = reserving(id, 10);
    changes.allocations.clear();
    expectRefusal(changes, "reserved without an allocation");
    changes = reserving(id, 10);
    changes.allocations[0].quantity = 9;
    expectRefusal(changes, "allocation of another quantity");
    changes = reserving(id, 10);
    changes.allocations[0].stockId = second;
    expectRefusal(changes, "allocation on another row");
    changes = reserving(id, 10);
    changes.stock[0].onHandDelta = 5;
    expectRefusal(changes, "a reservation that brings goods");
    changes = reserving(id, 10);
    changes.stock[0].kind = EventKind::Receive;
    expectRefusal(changes, "a ledger line of another kind");
    changes = reserving(id, 10);
    changes.allocations[0].to = AllocationState::Shipped;
    expectRefusal(changes, "an allocation that is born shipped");
    changes = reserving(id, 10);
    changes.stock.push_back(change(id, EventKind::Reserve, 0, 10));
    expectRefusal(changes, "one row twice");
    changes = reserving(id, 10);
    changes.records = {record(Entity::Partner,
                              {{u"code"_s, u"C1"_s}},
                              {{u"name"_s, u"x"_s}, {u"kind"_s, u"customer"_s}})};
    expectRefusal(changes, "a partner with a reservation");
    changes = {};
    changes.intent = intent(u"move"_s);
    changes.stock = {change(id, EventKind::Move, -10, 0)};
    expectRefusal(changes, "a move with one leg");
    changes.stock = {change(id, EventKind::Move, -10, 0), change(second, EventKind::Move, 10, 0)};
    expectRefusal(changes, "a move that turns one product into another");
    changes.stock = {change(id, EventKind::Move, -10, 0), change(second, EventKind::Move, 9, 0)};
    expectRefusal(changes, "a move that loses one");
    changes = {};
    changes.intent = intent(u"nonsense"_s);
    changes.stock = {change(id, EventKind::Adjust, 1, 0)};
    QVERIFY(refused(database, changes) == u"ShapeRefused"_s
            || refused(database, changes) == u"NotAllowed"_s);
    changes.intent = intent(u"adjust"_s, {});
    QCOMPARE(refused(database, changes), u"ReasonMissing"_s);
    changes.intent = intent(u"adjust"_s);
    changes.stock[0].onHandDelta = greatestQuantity + 1;
    expectRefusal(changes, "more than a line may hold");
    changes.stock = {change(987654, EventKind::Adjust, 1, 0)};
    QCOMPARE(refused(database, changes), u"UnknownStock"_s);
    // The same, in its right shape, is accepted: the probes above fail for their own reason.
    QCOMPARE(verdict(database.store().commit(reserving(id, 10))), u"committed"_s);
    QCOMPARE(database.audit(), QStringList());
}

void RefusalsTest::rights()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const qint64 id = database.stockRow();
    ChangeSet changes = reserving(id, 10);
    ChangeSet master;
    master.intent = intent(u"master"_s);
    master.records = {record(Entity::Partner,
                             {{u"code"_s, u"C1"_s}},
                             {{u"name"_s, u"Customer"_s}, {u"kind"_s, u"customer"_s}})};
    database.sql(u"UPDATE people SET role = 'viewer' WHERE login = 'tester'"_s);
    QCOMPARE(refused(database, changes), u"NotAllowed"_s);
    database.sql(u"UPDATE people SET role = 'staff' WHERE login = 'tester'"_s);
    QCOMPARE(refused(database, master), u"NotAllowed"_s);
    QCOMPARE(verdict(database.store().commit(changes)), u"committed"_s);
    database.sql(u"UPDATE people SET active = %1 WHERE login = 'tester'"_s.arg(
        database.isPostgres() ? u"false"_s : u"0"_s));
    const QString answer = refused(database, reserving(id, 1));
    QVERIFY2(answer == u"NotAllowed"_s || answer == u"UnknownPerson"_s, qPrintable(answer));
    database.sql(u"UPDATE people SET active = %1, role = 'supervisor'"_s.arg(
        database.isPostgres() ? u"true"_s : u"1"_s));
    QCOMPARE(verdict(database.store().commit(master)), u"committed"_s);
}

void RefusalsTest::usableGoodsOnly()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const qint64 id = database.stockRow();
    // Decided while it was usable, committed when it is not: the guard finds it.
    const QString no = database.isPostgres() ? u"false"_s : u"0"_s;
    const QString yes = database.isPostgres() ? u"true"_s : u"1"_s;
    for (const QString &table : {u"products"_s, u"zones"_s, u"warehouses"_s, u"bins"_s}) {
        database.sql(u"UPDATE %1 SET active = %2"_s.arg(table, no));
        QCOMPARE(refused(database, reserving(id, 1)), u"overtaken"_s);
        database.sql(u"UPDATE %1 SET active = %2"_s.arg(table, yes));
    }
    // Usable up to and including its day, which is the warehouse's day.
    const QDate today = (*database.store().stock(id))->today;
    database.sql(
        u"UPDATE lots SET expires_on = '%1'"_s.arg(today.addDays(-1).toString(Qt::ISODate)));
    QCOMPARE(refused(database, reserving(id, 1)), u"overtaken"_s);
    database.sql(u"UPDATE lots SET expires_on = '%1'"_s.arg(today.toString(Qt::ISODate)));
    QCOMPARE(verdict(database.store().commit(reserving(id, 1))), u"committed"_s);
    StockSeed quarantined;
    quarantined.product = u"P2"_s;
    quarantined.status = StockStatus::Quarantined;
    QCOMPARE(refused(database, reserving(database.stockRow(quarantined), 1)), u"overtaken"_s);
}

void RefusalsTest::places()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const qint64 id = database.stockRow();
    database.zone(u"WH001"_s, 2, StorageCondition::Frozen);
    database.zone(u"WH001"_s, 3, StorageCondition::RoomTemperature, 30);
    const auto moveTo = [&](int zone, qint64 quantity) {
        ChangeSet changes;
        changes.intent = intent(u"move"_s);
        StockChange to = change(0, EventKind::Move, quantity, 0);
        to.key = (*database.store().stock(id))->row.key;
        to.key.zone = zone;
        to.receivedAt = (*database.store().stock(id))->row.receivedAt;
        changes.stock = {change(id, EventKind::Move, -quantity, 0), to};
        return changes;
    };
    // Goods in a zone of another condition are impossible, whatever a client believes.
    QCOMPARE(refused(database, moveTo(2, 10)), u"Constraint"_s);
    QCOMPARE(refused(database, moveTo(9, 10)), u"Constraint"_s);
    QCOMPARE(refused(database, moveTo(3, 31)), u"overtaken"_s);
    QCOMPARE(verdict(database.store().commit(moveTo(3, 30))), u"committed"_s);
    QCOMPARE(refused(database, moveTo(3, 1)), u"overtaken"_s);
    const auto moved = database.store().place([&] {
        StockKey key = (*database.store().stock(id))->row.key;
        key.zone = 3;
        return key;
    }());
    // The new row has the source's date, and was opened at 0/0 before anything moved in.
    QCOMPARE(moved->row->receivedAt, (*database.store().stock(id))->row.receivedAt);
    QCOMPARE(moved->row->version, 2);
    QCOMPARE(moved->zoneLoad, 30);
    QCOMPARE(database.audit(), QStringList());
}

void RefusalsTest::records()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const QJsonObject key{{u"code"_s, u"C1"_s}};
    const auto master = [&](RecordChange change) {
        ChangeSet changes;
        changes.intent = intent(u"master"_s);
        changes.records = {std::move(change)};
        return changes;
    };
    const QJsonObject fields{{u"name"_s, u"山田商店 \"O'Neil\" \\ {x}"_s},
                             {u"kind"_s, u"customer"_s}};
    QCOMPARE(verdict(database.store().commit(master(record(Entity::Partner, key, fields)))),
             u"committed"_s);
    QCOMPARE(database.scalar(u"SELECT name FROM partners WHERE code = 'C1'"_s).toString(),
             fields.value(u"name"_s).toString());
    QCOMPARE(refused(database, master(record(Entity::Partner, key, fields))), u"Exists"_s);
    QCOMPARE(refused(database, master(record(Entity::Partner, {{u"code"_s, u"C2"_s}}, fields, 1))),
             u"Unknown"_s);
    QCOMPARE(verdict(database.store().commit(
                 master(record(Entity::Partner, key, {{u"name"_s, u"New"_s}}, 1)))),
             u"committed"_s);
    const CommitOutcome stale = database.store().commit(
        master(record(Entity::Partner, key, {{u"name"_s, u"Old"_s}}, 1)));
    QCOMPARE(verdict(stale), u"conflict"_s);
    QCOMPARE(std::get<VersionConflict>(stale).rows.at(0).expected, 1);
    QCOMPARE(std::get<VersionConflict>(stale).rows.at(0).actual, 2);
    QCOMPARE(std::get<VersionConflict>(stale).rows.at(0).record, u"partner C1"_s);
    QCOMPARE(refused(database,
                     master(record(Entity::Partner,
                                   {{u"code"_s, u"C3"_s}},
                                   {{u"name"_s, u"x"_s}, {u"kind"_s, u"friend"_s}}))),
             u"ShapeRefused"_s);
    // A zone comes with its own bin ''; a product's decimals are fixed once it has stock.
    const qint64 id = database.stockRow();
    Q_UNUSED(id)
    QCOMPARE(
        refused(database,
                master(record(
                    Entity::Product, {{u"code"_s, u"P1"_s}}, {{u"quantity_decimals"_s, 2}}, 1))),
        u"DecimalsFixed"_s);
    QCOMPARE(
        verdict(database.store().commit(master(record(
            Entity::Zone,
            {{u"warehouse_code"_s, u"WH001"_s}, {u"zone_number"_s, 7}},
            {{u"name"_s, u"New"_s}, {u"storage_condition"_s, u"frozen"_s}, {u"capacity"_s, 5}})))),
        u"committed"_s);
    QCOMPARE(database.count(u"bins"_s, u"zone_number = 7 AND code = ''"_s), 1);
    QCOMPARE(database.audit(), QStringList());
}

void RefusalsTest::orders()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const qint64 id = database.stockRow();
    ChangeSet order;
    order.intent = intent(u"import"_s);
    order.records = {
        record(Entity::Partner,
               {{u"code"_s, u"C1"_s}},
               {{u"name"_s, u"x"_s}, {u"kind"_s, u"customer"_s}}),
        record(Entity::Order,
               {{u"number"_s, u"O-1"_s}},
               {{u"partner_code"_s, u"C1"_s},
                {u"state"_s, u"open"_s},
                {u"priority"_s, 1},
                {u"lines"_s,
                 QJsonArray{QJsonObject{
                     {u"line_number"_s, 1}, {u"product_code"_s, u"P1"_s}, {u"quantity"_s, 30}}}}})};
    QCOMPARE(verdict(database.store().commit(order)), u"committed"_s);
    const qint64 orderId = database.scalar(u"SELECT id FROM orders"_s).toLongLong();
    const auto allocate = [&](qint64 quantity) {
        ChangeSet changes = reserving(id, quantity);
        changes.intent = intent(u"allocate"_s);
        changes.stock[0].orderId = orderId;
        changes.allocations[0].orderId = orderId;
        changes.allocations[0].line = 1;
        return changes;
    };
    QCOMPARE(refused(database, allocate(31)), u"OrderLineExceeded"_s);
    QCOMPARE(verdict(database.store().commit(allocate(20))), u"committed"_s);
    QCOMPARE(refused(database, allocate(11)), u"OrderLineExceeded"_s);
    QCOMPARE(verdict(database.store().commit(allocate(10))), u"committed"_s);
    database.sql(u"UPDATE orders SET state = 'cancelled'"_s);
    QCOMPARE(refused(database, allocate(1)), u"OrderClosed"_s);
    database.sql(u"UPDATE orders SET state = 'open'"_s);
    StockSeed other;
    other.product = u"P2"_s;
    ChangeSet wrong = allocate(1);
    wrong.stock[0].id = wrong.allocations[0].stockId = database.stockRow(other);
    QCOMPARE(refused(database, wrong), u"OrderLineExceeded"_s);
    QCOMPARE(database.audit(), QStringList());
}

void RefusalsTest::holds()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const qint64 id = database.stockRow();
    const auto hold = [&](qint64 quantity) {
        ChangeSet changes;
        changes.intent = intent(u"hold"_s);
        changes.stock = {change(id, EventKind::Hold, 0, quantity)};
        HoldChange held;
        held.stockId = id;
        held.quantity = quantity;
        held.minutes = 30;
        changes.holds = {held};
        return changes;
    };
    QCOMPARE(verdict(database.store().commit(hold(60))), u"committed"_s);
    QCOMPARE(refused(database, reserving(id, 50)), u"overtaken"_s);
    QCOMPARE(database.audit(), QStringList());
    // Its time is over: whoever commits next ends it first, as a command of its own.
    database.sql(u"UPDATE holds SET expires_at = '2020-01-01T00:00:00.000000Z'"_s);
    const qint64 version = (*database.store().stock(id))->row.version;
    QCOMPARE(verdict(database.store().commit(reserving(id, 50))), u"committed"_s);
    QCOMPARE((*database.store().stock(id))->row.version, version + 2);
    QCOMPARE((*database.store().stock(id))->row.reserved, 50);
    QCOMPARE(database.scalar(u"SELECT state FROM holds"_s).toString(), u"expired"_s);
    QCOMPARE(database.count(u"commands"_s, u"kind = 'expire' AND actor = 'system'"_s), 1);
    const QString name = u"hold/%1/expire"_s.arg(
        database.scalar(u"SELECT id FROM holds"_s).toLongLong());
    const QUuid expected = QUuid::createUuidV5(QUuid(u"{54616e61-6261-6e00-8000-74616e616261}"_s),
                                               name);
    QCOMPARE(
        QUuid(
            database.scalar(u"SELECT command_id FROM commands WHERE kind = 'expire'"_s).toString()),
        expected);
}

void RefusalsTest::ledgerIsAppendOnly()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    database.stockRow();
    const auto before = database.checksums();
    for (const QString &statement : {u"UPDATE stock_events SET on_hand_delta = 1"_s,
                                     u"DELETE FROM stock_events"_s,
                                     u"UPDATE changes SET actor = 'x'"_s,
                                     u"DELETE FROM changes"_s,
                                     u"DELETE FROM commands"_s})
    {
        if (statement.contains(u"changes"_s) && database.count(u"changes"_s) == 0)
            QCOMPARE(verdict(database.store().commit(reserving(1, 1))), u"committed"_s);
        const auto now = database.checksums();
        QString error;
        database.sql(statement, {}, &error);
        QVERIFY2(!error.isEmpty(), qPrintable(statement));
        QCOMPARE(database.checksums(), now);
    }
    QVERIFY(database.checksums() != before); // the one commit between did happen
}

TANABAN_TEST(RefusalsTest)
#include "refusalstest.moc"
