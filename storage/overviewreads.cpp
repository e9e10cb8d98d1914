#include "storage/overviewreads.h"

#include "storage/lists.h"
#include "storage/recordreads.h"
#include "storage/stockreads.h"

#include <algorithm>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

/// Where the clocks of the warehouses differ, so many warehouses have their hours.
constexpr size_t mostClocks = 3;

/// A transaction that only reads ends, whatever happens.
class Snapshot
{
public:
    explicit Snapshot(Connection &connection)
        : m_connection(connection)
        , fault(connection.beginSnapshot())
    {}
    ~Snapshot()
    {
        if (!fault)
            m_connection.rollback();
    }
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;

private:
    Connection &m_connection;

public:
    const SqlFault fault;
};

/// How much of its reorder point is there; where that is nothing, nothing is missing.
double partOf(const LowSum &low)
{
    return low.reorderPoint == 0 ? 1.0 : double(low.available) / double(low.reorderPoint);
}

/// In thousandths of the unit, so that 1.5 kg is less than 2 pieces.
qint64 comparable(const LowSum &low)
{
    static constexpr qint64 scales[] = {1000, 100, 10, 1};
    return low.reorderPoint * scales[std::clamp(low.decimals, 0, 3)];
}

/// Of those with the same part, the one of which more is kept; then by code.
bool isMoreUrgent(const LowSum &a, const LowSum &b)
{
    return std::tuple(partOf(a), -comparable(a), a.product)
           < std::tuple(partOf(b), -comparable(b), b.product);
}

qint64 percentOf(const ZoneSummary &zone)
{
    const qint64 capacity = zone.zone.capacity.value_or(0);
    return capacity > 0 ? zone.load * 100 / capacity : 0;
}

} // namespace

OverviewReads::OverviewReads(Connection &connection)
    : m_connection(connection)
{}

Read<Overview> OverviewReads::overview()
{
    const Snapshot snapshot(m_connection);
    SqlFault fault = snapshot.fault;
    if (!fault)
        fault = readWarehouses();
    StockSums sums;
    std::set<QDate> days;
    for (const Warehouse &each : m_warehouses) {
        sums.warehouses[each.code].today = dayAt(m_overview.asOf, each.timeZone);
        days.insert(sums.warehouses[each.code].today);
    }
    if (days.size() == 1)
        m_overview.today = *days.begin();
    if (!fault)
        fault = addStock(m_connection, sums, expiringDays);
    if (!fault) {
        takeRows(sums);
        fault = readLowest(std::move(sums.low));
    }
    if (!fault)
        fault = readHours(sums);
    if (fault)
        return fail(readFailure(fault));
    if (const auto zones = readZones(sums); !zones)
        return fail(zones.error());
    return std::move(m_overview);
}

SqlFault OverviewReads::readWarehouses()
{
    Statement s(m_connection,
                u"SELECT %1, %2 FROM warehouses w ORDER BY w.code"_s.arg(
                    warehouseColumns, nowExpression(m_connection)));
    if (s.exec()) {
        while (s.next()) {
            m_warehouses.push_back(readWarehouse(s));
            m_overview.asOf = s.instant(5);
        }
    }
    return s.fault();
}

void OverviewReads::takeRows(const StockSums &sums)
{
    m_overview.expiring.assign(expiringDays + 1, 0);
    const auto add = [](RowsByWarehouse &to, const Warehouse &warehouse, qint64 rows) {
        if (rows > 0)
            to.warehouses.push_back({warehouse.code, warehouse.name, rows});
    };
    for (const Warehouse &each : m_warehouses) {
        const WarehouseSums &its = sums.warehouses.at(each.code);
        add(m_overview.expired, each, its.expired);
        add(m_overview.quarantined, each, its.quarantined);
        add(m_overview.damaged, each, its.damaged);
        for (size_t day = 0; day < its.expiring.size(); ++day)
            m_overview.expiring[day] += its.expiring[day];
    }
    for (RowsByWarehouse *each : {&m_overview.expired, &m_overview.quarantined, &m_overview.damaged})
        std::ranges::stable_sort(each->warehouses, std::ranges::greater(), &WarehouseRows::rows);
}

SqlFault OverviewReads::readLowest(std::vector<LowSum> low)
{
    m_overview.lowProducts = qint64(low.size());
    for (const LowSum &each : low)
        m_overview.lowRows += each.rows;
    const size_t named = std::min(low.size(), size_t(overviewLowest));
    std::ranges::partial_sort(low, low.begin() + qsizetype(named), isMoreUrgent);
    for (size_t i = 0; i < named; ++i) {
        Statement s(m_connection,
                    u"SELECT name, unit, quantity_decimals FROM products WHERE code = ?"_s);
        s.bind(low[i].product);
        if (!s.exec() || !s.next())
            return s.fault();
        m_overview.lowest.push_back({low[i].product,
                                     s.text(0),
                                     s.text(1),
                                     int(s.integer(2)),
                                     low[i].available,
                                     low[i].reorderPoint});
    }
    return {};
}

SqlFault OverviewReads::readHours(const StockSums &sums)
{
    std::vector<Warehouse> open;
    std::ranges::copy_if(m_warehouses, std::back_inserter(open), &Warehouse::active);
    if (open.empty())
        return {};
    const bool oneClock = std::ranges::all_of(
        open, [&open](const Warehouse &each) { return each.timeZone == open.front().timeZone; });
    if (oneClock) {
        m_overview.hours.push_back({{}, {}, open.front().timeZone, {}, {}});
    } else {
        std::ranges::stable_sort(open, std::ranges::greater(), [&sums](const Warehouse &each) {
            return sums.warehouses.at(each.code).rows;
        });
        open.resize(std::min(open.size(), mostClocks));
        for (const Warehouse &each : open)
            m_overview.hours.push_back({each.code, each.name, each.timeZone, {}, {}});
    }
    SqlFault fault;
    for (BusyHours &each : m_overview.hours) {
        if (!fault)
            fault = readHours(each);
    }
    return fault;
}

/// Each span is a short way along the index by time.
SqlFault OverviewReads::readHours(BusyHours &busy)
{
    busy.hours = hoursOfDays(m_overview.asOf, busy.timeZone, overviewHourDays);
    busy.entries.assign(busy.hours.size(), 0);
    const QString row = m_connection.isPostgres()
                            ? u"(%1, CAST('%2' AS timestamptz), CAST('%3' AS timestamptz))"_s
                            : u"(%1, '%2', '%3')"_s;
    QStringList spans;
    for (size_t hour = 0; hour < busy.hours.size(); ++hour) {
        for (const TimeSpan &span : busy.hours[hour].times)
            spans.append(row.arg(hour).arg(span.from.toIso(), span.until.toIso()));
    }
    const QString there = busy.warehouse.isEmpty()
                              ? QString()
                              : u" AND EXISTS (SELECT 1 FROM stock s WHERE s.id = e.stock_id "
                                "AND s.warehouse_code = ?)"_s;
    Statement s(m_connection,
                u"WITH span (hour, first, behind) AS (VALUES %1) "
                "SELECT v.hour, (SELECT count(*) FROM stock_events e "
                "WHERE e.at >= v.first AND e.at < v.behind%2) FROM span v"_s.arg(
                    spans.join(u", "_s), there));
    if (!there.isEmpty())
        s.bind(busy.warehouse);
    if (s.exec()) {
        while (s.next())
            busy.entries[size_t(s.integer(0))] += s.integer(1);
    }
    return s.fault();
}

/// With their loads: another look through all stock only where there was none yet.
Read<std::vector<ZoneSummary>> OverviewReads::zonesWith(const StockSums &sums)
{
    if (!sums.loads)
        return StockLists(m_connection).zones();
    Statement s(m_connection,
                u"SELECT %1, w.name FROM zones z JOIN warehouses w ON w.code = z.warehouse_code "
                "ORDER BY z.warehouse_code, z.zone_number"_s.arg(zoneColumns));
    std::vector<ZoneSummary> zones;
    if (s.exec()) {
        while (s.next()) {
            zones.emplace_back();
            zones.back().zone = readZone(s);
            zones.back().warehouseName = s.text(8);
            const auto load = sums.loads->find({s.text(0), int(s.integer(1))});
            zones.back().load = load == sums.loads->end() ? 0 : load->second;
        }
    }
    if (s.fault())
        return fail(readFailure(s.fault()));
    return zones;
}

Read<bool> OverviewReads::readZones(const StockSums &sums)
{
    const auto zones = zonesWith(sums);
    if (!zones)
        return fail(zones.error());
    for (const ZoneSummary &each : *zones) {
        if (percentOf(each) >= nearlyFullPercent)
            m_overview.nearlyFull.push_back(each);
    }
    std::ranges::stable_sort(m_overview.nearlyFull, std::ranges::greater(), [](const auto &each) {
        return double(each.load) / double(each.zone.capacity.value_or(1));
    });
    return true;
}

} // namespace tanaban::storage
