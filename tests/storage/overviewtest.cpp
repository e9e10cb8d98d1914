#include "model/overview.h"

#include "model/clock.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testprogram.h"

#include <QTest>
#include <QTimeZone>

#include <numeric>
#include <random>
#include <set>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

/// Every number of the overview is that of the rows which its list has, on both engines.
class OverviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersAreThoseOfTheLists_data() { addEngines(); }
    void numbersAreThoseOfTheLists();
    void lowIsWhatTheFilterSays_data() { addEngines(); }
    void lowIsWhatTheFilterSays();
    void zonesFromNinetyPercentOn_data() { addEngines(); }
    void zonesFromNinetyPercentOn();
    void hoursAreThoseOfTheLedger_data() { addEngines(); }
    void hoursAreThoseOfTheLedger();
    void eachClockHasItsHours_data() { addEngines(); }
    void eachClockHasItsHours();
    void nothingNeedsAnybody_data() { addEngines(); }
    void nothingNeedsAnybody();
};

namespace {

Overview overviewOf(TestDatabase &database)
{
    const auto overview = database.database().overview().overview();
    if (!overview)
        qFatal("overview: %s", qPrintable(overview.error().detail));
    return *overview;
}

qint64 countOf(TestDatabase &database, const StockFilter &filter)
{
    const auto ids = database.store().stockIds(filter, {}, 0);
    if (!ids)
        qFatal("stockIds: %s", qPrintable(ids.error().detail));
    return qint64(ids->size());
}

qint64 entriesIn(TestDatabase &database,
                 const std::vector<TimeSpan> &times,
                 const QString &warehouse)
{
    LedgerFilter filter;
    filter.times = times;
    filter.warehouse = warehouse;
    const auto totals = database.database().ledger().totals(filter);
    if (!totals)
        qFatal("totals: %s", qPrintable(totals.error().detail));
    return totals->entries;
}

/// Rows of everything, in two warehouses whose days need not be the same.
void fill(TestDatabase &database, int rows)
{
    std::mt19937 random(7);
    const auto below = [&random](int limit) {
        return std::uniform_int_distribution(0, limit - 1)(random);
    };
    database.warehouse(u"WH001"_s, u"Asia/Tokyo"_s);
    database.warehouse(u"WH002"_s, u"America/Los_Angeles"_s);
    const QDate today = QDateTime::currentDateTimeUtc().date();
    const StockStatus statuses[] = {StockStatus::Available,
                                    StockStatus::Available,
                                    StockStatus::Quarantined,
                                    StockStatus::Damaged};
    for (int i = 0; i < rows; ++i) {
        StockSeed seed;
        seed.warehouse = below(3) == 0 ? u"WH002"_s : u"WH001"_s;
        seed.product = u"P%1"_s.arg(below(9));
        seed.lot = u"L%1"_s.arg(i);
        seed.status = statuses[below(4)];
        seed.onHand = below(5) == 0 ? 0 : 10 * below(10);
        if (seed.status == StockStatus::Available && seed.onHand > 0)
            seed.reserved = below(2) == 0 ? 10 : 0;
        if (below(3) != 0)
            seed.expiresOn = today.addDays(below(60) - 20);
        database.stockRow(seed);
    }
    for (int product = 0; product < 8; ++product) // one without
        database.sql(u"UPDATE products SET reorder_point = ? WHERE code = ?"_s,
                     {product * 100, u"P%1"_s.arg(product)});
}

qint64 rowsIn(const RowsByWarehouse &rows, const QString &warehouse)
{
    const auto found = std::ranges::find(rows.warehouses, warehouse, &WarehouseRows::warehouse);
    return found == rows.warehouses.end() ? 0 : found->rows;
}

} // namespace

void OverviewTest::numbersAreThoseOfTheLists()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    fill(database, 160);
    const Overview overview = overviewOf(database);
    StockFilter expiring;
    expiring.expiresWithinDays = expiringDays;
    QVERIFY(countOf(database, expiring) > 10);
    QCOMPARE(overview.expiringRows(), countOf(database, expiring));
    QCOMPARE(overview.expiring.size(), size_t(expiringDays + 1));
    for (int day = 0; day <= expiringDays; ++day) {
        StockFilter onDay;
        onDay.terms.expires.any = {{SearchDay{{}, day}, SearchDay{{}, day}}};
        QCOMPARE(overview.expiring[size_t(day)], countOf(database, onDay));
    }
    StockFilter expired;
    expired.expired = true;
    StockFilter quarantined;
    quarantined.status = StockStatus::Quarantined;
    StockFilter damaged;
    damaged.status = StockStatus::Damaged;
    for (const auto &[filter, rows] : {std::pair(expired, overview.expired),
                                       std::pair(quarantined, overview.quarantined),
                                       std::pair(damaged, overview.damaged)})
    {
        QVERIFY(countOf(database, filter) > 5);
        QCOMPARE(rows.rows(), countOf(database, filter));
        QVERIFY(
            std::ranges::is_sorted(rows.warehouses, std::ranges::greater(), &WarehouseRows::rows));
        for (const QString &warehouse : {u"WH001"_s, u"WH002"_s}) {
            StockFilter there = filter;
            there.warehouse = warehouse;
            QCOMPARE(rowsIn(rows, warehouse), countOf(database, there));
        }
    }
    QVERIFY(!overview.isCalm());
}

void OverviewTest::lowIsWhatTheFilterSays()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    fill(database, 80);
    StockSeed gone; // what has run out is low, though none of its rows is in the list unasked
    gone.product = u"GONE"_s;
    gone.onHand = 0;
    gone.decimals = 2;
    database.stockRow(gone);
    gone.product = u"GONE2"_s; // more of it is kept: five whole ones
    gone.decimals = 0;
    database.stockRow(gone);
    database.product(u"NEVER"_s); // there has never been any
    database.sql(
        u"UPDATE products SET reorder_point = 5 WHERE code IN ('GONE', 'GONE2', 'NEVER')"_s);
    const Overview overview = overviewOf(database);
    StockFilter low;
    low.low = true;
    low.withEmpty = true;
    const auto ids = database.store().stockIds(low, {}, 0);
    QVERIFY(ids.ok());
    const auto rows = database.store().stockRows(*ids);
    QVERIFY(rows.ok());
    std::set<QString> products;
    for (const StockListRow &row : *rows)
        products.insert(row.row.key.product);
    QVERIFY(products.size() > 3 && products.size() < 12);
    QCOMPARE(overview.lowProducts, qint64(products.size()));
    QCOMPARE(overview.lowRows, qint64(ids->size()));
    QCOMPARE(overview.lowest.size(), std::min(products.size(), size_t(overviewLowest)));
    QCOMPARE(overview.lowest[0], (LowProduct{u"GONE2"_s, u"Product GONE2"_s, u"pcs"_s, 0, 0, 5}));
    QCOMPARE(overview.lowest[1], (LowProduct{u"GONE"_s, u"Product GONE"_s, u"pcs"_s, 2, 0, 5}));
    for (const LowProduct &each : overview.lowest) {
        QVERIFY(products.contains(each.code));
        const auto available = database.scalar(
            u"SELECT sum(on_hand - reserved) FROM stock WHERE product_code = ?"_s, {each.code});
        QCOMPARE(each.available, available.toLongLong());
        QVERIFY(each.available <= each.reorderPoint);
    }
    QVERIFY(std::ranges::is_sorted(overview.lowest, {}, [](const LowProduct &each) {
        return each.reorderPoint == 0 ? 1.0 : double(each.available) / double(each.reorderPoint);
    }));
}

void OverviewTest::zonesFromNinetyPercentOn()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    database.warehouse(u"WH001"_s);
    const qint64 loads[] = {89, 90, 100, 95, 0};
    for (int zone = 1; zone <= 5; ++zone) {
        database.zone(u"WH001"_s, zone, StorageCondition::RoomTemperature, 100);
        StockSeed seed;
        seed.zone = zone;
        seed.lot = u"L%1"_s.arg(zone);
        seed.onHand = loads[zone - 1];
        database.stockRow(seed);
    }
    database.zone(u"WH001"_s, 6, StorageCondition::Frozen); // no limit
    database.zone(u"WH001"_s, 7, StorageCondition::Frozen, 0);
    const Overview overview = overviewOf(database);
    std::vector<int> zones;
    for (const ZoneSummary &each : overview.nearlyFull)
        zones.push_back(each.zone.number);
    QCOMPARE(zones, (std::vector{3, 4, 2}));
    QCOMPARE(overview.nearlyFull.front().load, 100);
    // Units are whole ones, rounded up per row, as in the tree of zones.
    StockSeed part;
    part.zone = 6;
    part.condition = StorageCondition::Frozen;
    part.product = u"KG"_s;
    part.decimals = 3;
    part.onHand = 8001;
    database.stockRow(part);
    database.sql(u"UPDATE zones SET capacity = 10 WHERE zone_number = 6"_s);
    const auto tree = database.store().zones();
    QVERIFY(tree.ok());
    for (const ZoneSummary &each : overviewOf(database).nearlyFull) {
        const auto same = std::ranges::find(*tree, each.zone, &ZoneSummary::zone);
        QVERIFY(same != tree->end());
        QCOMPARE(each.load, same->load);
        QCOMPARE(each.warehouseName, same->warehouseName);
    }
    QCOMPARE(overviewOf(database).nearlyFull.size(), size_t(4)); // nine of ten
}

void OverviewTest::hoursAreThoseOfTheLedger()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const qint64 id = database.stockRow();
    const Instant now = overviewOf(database).asOf;
    for (int i = 1; i <= 200; ++i) // over ten days, so that some are too old
        database.sql(u"INSERT INTO stock_events (stock_id, version, kind, on_hand_delta, "
                     "reserved_delta, on_hand_after, reserved_after, command_id, actor, at) "
                     "SELECT stock_id, ?, 'adjust', 1, 0, 200, 0, command_id, actor, ? "
                     "FROM stock_events WHERE stock_id = ? AND version = 1"_s,
                     {i + 1, now.plusSeconds(-i * 4321).toIso(), id});
    const Overview overview = overviewOf(database);
    QCOMPARE(overview.hours.size(), size_t(1));
    const BusyHours &busy = overview.hours.front();
    QVERIFY(busy.warehouse.isEmpty());
    QCOMPARE(busy.timeZone, u"Asia/Tokyo"_s);
    QCOMPARE(busy.hours.size(), size_t(24));
    QCOMPARE(busy.entries.size(), size_t(24));
    for (size_t hour = 0; hour < 24; ++hour) {
        QCOMPARE(busy.entries[hour], entriesIn(database, busy.hours[hour].times, {}));
        QCOMPARE(busy.hours[hour].times.size(), size_t(overviewHourDays));
    }
    const Instant from = startOfDay(dayAt(overview.asOf, busy.timeZone).addDays(-6), busy.timeZone);
    const qint64 all = std::accumulate(busy.entries.begin(), busy.entries.end(), qint64(0));
    QCOMPARE(all, entriesIn(database, {{from, now.plusSeconds(86400)}}, {}));
    QVERIFY(all > 100 && all < database.count(u"stock_events"_s));
}

void OverviewTest::eachClockHasItsHours()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    fill(database, 30);
    database.warehouse(u"WH003"_s, u"Europe/Berlin"_s);
    database.warehouse(u"WH004"_s, u"Asia/Kathmandu"_s);
    const Overview overview = overviewOf(database);
    QCOMPARE(overview.hours.size(), size_t(3)); // where most lies
    QCOMPARE(overview.hours[0].warehouse, u"WH001"_s);
    QCOMPARE(overview.hours[1].warehouse, u"WH002"_s);
    QCOMPARE(overview.hours[1].timeZone, u"America/Los_Angeles"_s);
    for (const BusyHours &busy : overview.hours) {
        for (size_t hour = 0; hour < 24; ++hour)
            QCOMPARE(busy.entries[hour],
                     entriesIn(database, busy.hours[hour].times, busy.warehouse));
        const qint64 all = std::accumulate(busy.entries.begin(), busy.entries.end(), qint64(0));
        QCOMPARE(all,
                 database
                     .scalar(u"SELECT count(*) FROM stock_events e JOIN stock s ON s.id = "
                             "e.stock_id WHERE s.warehouse_code = ?"_s,
                             {busy.warehouse})
                     .toLongLong());
    }
    // One that is out of use has no clock that matters.
    database.sql(u"UPDATE warehouses SET active = (code = 'WH001')"_s);
    QCOMPARE(overviewOf(database).hours.size(), size_t(1));
    QVERIFY(overviewOf(database).hours.front().warehouse.isEmpty());
}

void OverviewTest::nothingNeedsAnybody()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const Overview empty = overviewOf(database);
    QVERIFY(empty.isCalm());
    QVERIFY(empty.hours.empty());
    database.stockRow();
    const Overview overview = overviewOf(database);
    QVERIFY(overview.isCalm());
    QCOMPARE(overview.expiring.size(), size_t(expiringDays + 1));
    QCOMPARE(overview.today, std::optional(dayAt(overview.asOf, u"Asia/Tokyo"_s)));
    QCOMPARE(overview.hours.size(), size_t(1));
}

TANABAN_TEST(OverviewTest)
#include "overviewtest.moc"
