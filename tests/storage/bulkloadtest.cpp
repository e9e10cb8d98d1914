#include "model/commandrunner.h"
#include "model/demo/demo.h"
#include "storage/bulktext.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

/// The demo company and other bulk loads, on both engines.
class BulkLoadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void demoIsSound_data() { addEngines(); }
    void demoIsSound();
    void yearOfOrdersIsSound_data() { addEngines(); }
    void yearOfOrdersIsSound();
    void sameCompanyOnBothEngines();
    void refusesADatabaseInUse_data() { addEngines(); }
    void refusesADatabaseInUse();
    void leavesNothingBehind_data() { addEngines(); }
    void leavesNothingBehind();
    void cancelLeavesNothingBehind_data() { addEngines(); }
    void cancelLeavesNothingBehind();
    void brokenRowFailsTheWhole_data() { addEngines(); }
    void brokenRowFailsTheWhole();
    void keepsTextAsItIs_data() { addEngines(); }
    void keepsTextAsItIs();
    void workGoesOnAfterwards_data() { addEngines(); }
    void workGoesOnAfterwards();
    void texts_data();
    void texts();
};

namespace {

constexpr int someRows = 1500;

std::unique_ptr<BulkLoad> started(Database &database)
{
    auto load = database.bulkLoader().start();
    if (!load)
        qFatal("start: %s", qPrintable(load.error().detail));
    return std::move(*load);
}

/// Everything a stock row needs, with texts of the caller's choice.
bool addOneRow(BulkLoad &load, const QString &name, const QString &lot, qint64 onHand = 5)
{
    const PastCommand command{newCommandId(), u"import"_s, u"sato"_s, SystemClock().now()};
    StockRow row;
    row.id = 1;
    row.key = {u"WH001"_s, 1, u"A-01"_s, u"P1"_s, lot, StockStatus::Available};
    row.receivedAt = command.at;
    row.onHand = onHand;
    row.version = 1;
    StockEvent event;
    event.stockId = 1;
    event.version = 1;
    event.kind = EventKind::Receive;
    event.onHandDelta = event.onHandAfter = onHand;
    event.command = command.id;
    event.actor = command.actor;
    event.at = command.at;
    const auto room = StorageCondition::RoomTemperature;
    return load.add(std::vector{Warehouse{u"WH001"_s, name, u"Asia/Tokyo"_s, true, 1}})
           && load.add(std::vector{Zone{u"WH001"_s, 1, name, room, {}, {}, true, 1}})
           && load.add(std::vector{Bin{u"WH001"_s, 1, {}, 0, true, 1},
                                   Bin{u"WH001"_s, 1, u"A-01"_s, 10, true, 1}})
           && load.add(std::vector{Product{u"P1"_s, name, {}, {}, room, u"pcs"_s, 0, {}, true, 1}})
           && load.add(std::vector{Lot{u"P1"_s, lot, {}, 1}})
           && load.add(std::vector{Person{u"sato"_s, u"Sato"_s, Role::Supervisor, true, 1},
                                   Person{u"tester"_s, u"Somebody else"_s, Role::Viewer, true, 1}})
           && load.add(std::vector{command}) && load.add(std::vector{row})
           && load.add(std::vector{event});
}

QString wordsOf(const QVariant &value)
{
    return value.isNull() ? u"nothing"_s : value.toString();
}

QStringList tableNames(TestDatabase &database)
{
    return database.checksums().keys();
}

} // namespace

void BulkLoadTest::demoIsSound()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    int last = -1;
    const auto made = makeDemo(database.database(), someRows, [&last](int done, int total) {
        QCOMPARE(total, 100);
        QVERIFY(done >= last);
        last = done;
    });
    QVERIFY(made.ok());
    QCOMPARE(last, 100);
    QCOMPARE(database.count(u"stock"_s), someRows);
    QCOMPARE(database.count(u"partners"_s), 430);
    QVERIFY(database.count(u"stock_events"_s) > 2 * someRows);
    QCOMPARE(database.count(u"orders"_s, u"state = 'open'"_s), 123);
    QCOMPARE(database.count(u"orders"_s, u"state = 'draft'"_s), 2);
    QCOMPARE(database.count(u"orders o JOIN partners p ON p.code = o.partner_code"_s,
                            u"o.state IN ('draft', 'open') AND NOT p.active"_s),
             0);
    QVERIFY(database.count(u"orders"_s, u"state = 'completed'"_s) > 150);
    QVERIFY(database.count(u"allocations"_s, u"order_id IS NOT NULL AND state = 'open'"_s) > 50);
    QVERIFY(database.count(u"allocations"_s, u"order_id IS NOT NULL AND state = 'pending'"_s) > 0);
    QCOMPARE(database.audit(), QStringList());
    // The first person stays who he was.
    QCOMPARE(database.scalar(u"SELECT role FROM people WHERE login = 'tester'"_s).toString(),
             u"admin"_s);
}

void BulkLoadTest::yearOfOrdersIsSound()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    demo::DemoOptions options;
    options.stockRows = someRows;
    options.today = *database.store().todayIn({});
    options.yearOfOrders = true;
    {
        const auto load = started(database.database());
        QVERIFY(demo::writeCompany(*load, options).ok());
        QVERIFY(load->finish().ok());
    }
    QCOMPARE(database.count(u"stock"_s), someRows);
    QVERIFY(database.count(u"orders"_s, u"state = 'completed'"_s) > 350);
    QCOMPARE(database.audit(), QStringList());
}

void BulkLoadTest::sameCompanyOnBothEngines()
{
    TestDatabase sqlite(Engine::Sqlite);
    TestDatabase postgres(Engine::Postgres);
    QVERIFY(makeDemo(sqlite.database(), someRows).ok());
    QVERIFY(makeDemo(postgres.database(), someRows).ok());
    for (const QString &query :
         {u"SELECT id, warehouse_code, zone_number, bin, product_code, lot, status, on_hand, "
          u"reserved, "
          "version FROM stock ORDER BY id"_s,
          u"SELECT stock_id, version, kind, on_hand_after, order_id, actor, reason FROM "
          u"stock_events "
          "ORDER BY stock_id, version"_s,
          u"SELECT code, name, category, barcode, unit, reorder_point FROM products ORDER BY code"_s,
          u"SELECT id, number, partner_code, priority, state, version FROM orders ORDER BY id"_s,
          u"SELECT order_id, line_number, product_code, quantity FROM order_lines "
          "ORDER BY order_id, line_number"_s,
          u"SELECT id, order_id, line_number, stock_id, quantity, state, version FROM allocations "
          "ORDER BY id"_s,
          u"SELECT entity, key, version, actor FROM changes ORDER BY entity, key, version"_s})
    {
        const auto one = sqlite.sql(query);
        const auto other = postgres.sql(query);
        QVERIFY(one.size() > 100);
        QCOMPARE(other.size(), one.size());
        for (size_t i = 0; i < one.size(); ++i) {
            for (qsizetype column = 0; column < one[i].size(); ++column)
                QCOMPARE(wordsOf(other[i][column]), wordsOf(one[i][column]));
        }
    }
    const auto day = [](TestDatabase &database, const QString &expression) {
        return database.scalar(u"SELECT min("_s + expression + u") FROM lots"_s).toString();
    };
    QCOMPARE(day(postgres, u"expires_on::text"_s), day(sqlite, u"expires_on"_s));
}

void BulkLoadTest::refusesADatabaseInUse()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    database.stockRow();
    const auto before = database.checksums();
    const auto made = makeDemo(database.database(), 100);
    QVERIFY(!made);
    QVERIFY(!made.error().cancelled);
    QCOMPARE(made.error().why.kind, ReadFailure::Kind::Refused);
    QCOMPARE(database.checksums(), before);
}

void BulkLoadTest::leavesNothingBehind()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const auto before = database.checksums();
    QVERIFY(tableNames(database).size() > 10);
    {
        const auto load = started(database.database());
        QVERIFY(addOneRow(*load, u"Shop"_s, u"L1"_s));
        // Given up in the middle of a table.
    }
    QCOMPARE(database.checksums(), before);
    QVERIFY(makeDemo(database.database(), 50).ok()); // and nothing stands in the way
}

void BulkLoadTest::cancelLeavesNothingBehind()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const auto before = database.checksums();
    std::stop_source stop;
    const auto made = makeDemo(
        database.database(),
        someRows,
        [&stop](int done, int) {
            if (done >= 60)
                stop.request_stop();
        },
        stop.get_token());
    QVERIFY(!made);
    QVERIFY(made.error().cancelled);
    QCOMPARE(database.checksums(), before);
}

void BulkLoadTest::brokenRowFailsTheWhole()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const auto before = database.checksums();
    {
        const auto load = started(database.database());
        addOneRow(*load, u"Shop"_s, u"L1"_s, -5);
        const auto finished = load->finish();
        QVERIFY(!finished);
        QCOMPARE(finished.error().kind, ReadFailure::Kind::Refused);
        QVERIFY(!finished.error().detail.isEmpty());
    }
    QCOMPARE(database.checksums(), before);
}

void BulkLoadTest::keepsTextAsItIs()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const QString name = u"\\N 'q' \"d\" \\t\ttab, \\\\ %_; 緑茶 — 𠮷野家\r\n"_s;
    const QString lot = u"\\. L'1"_s;
    {
        const auto load = started(database.database());
        QVERIFY(addOneRow(*load, name, lot));
        QVERIFY(load->finish().ok());
    }
    QCOMPARE(database.scalar(u"SELECT name FROM products"_s).toString(), name);
    QCOMPARE(database.scalar(u"SELECT lot FROM stock"_s).toString(), lot);
    QCOMPARE(database.count(u"people"_s, u"login = 'tester' AND role = 'admin'"_s), 1);
    QCOMPARE(database.count(u"people"_s), 2);
    QCOMPARE(database.audit(), QStringList());
}

void BulkLoadTest::workGoesOnAfterwards()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    QVERIFY(makeDemo(database.database(), someRows).ok());
    SystemClock clock;
    NoJournal journal;
    CommandRunner runner(database.store(), clock, journal, [] { return 0.5; });
    StockFilter filter;
    filter.status = StockStatus::Available;
    const auto ids = database.store().stockIds(filter, {}, 500);
    QVERIFY(ids.ok());
    const auto rows = database.store().stockRows(*ids);
    QVERIFY(rows.ok());
    const auto usable = std::ranges::find_if(*rows, [](const StockListRow &row) {
        return row.row.available() > 0 && !row.expired() && row.productActive;
    });
    QVERIFY(usable != rows->end());
    const StockCommand reserve{
        newCommandId(), Reserve{usable->row.id, 1}, usable->row.version, u"tester"_s};
    const auto reserved = runner.run(reserve, ConflictPolicy::Ask);
    QVERIFY(std::holds_alternative<Committed>(reserved.outcome));
    StockKey key = usable->row.key;
    key.lot = u"NEW-LOT"_s;
    const auto received = runner.run({newCommandId(), Receive{key, 1, {}}, {}, u"tester"_s},
                                     ConflictPolicy::Retry);
    QVERIFY(std::holds_alternative<Committed>(received.outcome));
    QCOMPARE(database.count(u"stock"_s), someRows + 1);
    const qint64 orders = database.count(u"orders"_s);
    database.sql(
        u"INSERT INTO orders (number, partner_code, state) VALUES ('NEW', 'C0001', 'draft')"_s);
    QCOMPARE(database.scalar(u"SELECT max(id) FROM orders"_s).toLongLong(), orders + 1);
    QCOMPARE(database.audit(), QStringList());
}

void BulkLoadTest::texts_data()
{
    QTest::addColumn<qint64>("microseconds");
    const qint64 now = 1'795'244'400'123'456;
    for (const qint64 time : {qint64(0),
                              qint64(-1),
                              qint64(-1'000'000),
                              now,
                              now + 43'200'000'000,
                              qint64(951'782'400'000'000),
                              qint64(253'402'300'799'999'999)})
        QTest::addRow("%lld", time) << time;
}

void BulkLoadTest::texts()
{
    QFETCH(qint64, microseconds);
    const Instant at{microseconds};
    QCOMPARE(QString::fromLatin1(storage::InstantText(at).view().data(), 27), at.toIso());
    const QDate date = at.toDateTime().date();
    QCOMPARE(QString::fromLatin1(storage::DateText(date).view().data(), 10),
             date.toString(Qt::ISODate));
    const QUuid id = QUuid::createUuidV5(QUuid(), QString::number(microseconds));
    QCOMPARE(QString::fromLatin1(storage::UuidText(id).view().data(), 36),
             id.toString(QUuid::WithoutBraces));
}

TANABAN_TEST(BulkLoadTest)
#include "bulkloadtest.moc"
