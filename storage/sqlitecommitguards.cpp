#include "model/matrix.h"
#include "model/runnerparts.h"
#include "model/stockcommands.h"
#include "storage/seedbug.h"
#include "storage/sqlitecommit.h"

namespace tanaban::storage {

using namespace Qt::StringLiterals;

SqliteCommit::Refusal SqliteCommit::checkGuards()
{
    if (m_legs.empty())
        return std::nullopt;
    const Shape &shape = Matrix::instance().shapes().at(m_changes.intent.kind);
    const EventKind event = shape.event.value_or(EventKind::Open);
    const bool uses = event == EventKind::Reserve || event == EventKind::Ship
                      || event == EventKind::Hold || event == EventKind::Confirm;
    for (const Leg &leg : m_legs) {
        Refusal refusal = uses ? checkUsable(leg) : std::nullopt;
        if (!refusal && leg.change.onHandDelta > 0 && event != EventKind::Adjust)
            refusal = checkArrival(leg);
        if (refusal)
            return refusal;
    }
    if (event == EventKind::Receive || event == EventKind::Move) {
        if (Refusal refusal = checkCapacity())
            return refusal;
    }
    std::vector<qint64> short_;
    for (const Leg &leg : m_legs) {
        const qint64 reserved = leg.row.reserved + leg.change.reservedDelta;
        if (reserved < 0 || reserved > leg.row.onHand + leg.change.onHandDelta)
            short_.push_back(leg.row.id);
    }
    if (!short_.empty() && !seeded("no_guard"))
        return overtaken(short_, u"not enough"_s);
    return shape.couple == u"legs"_s ? checkLegs() : std::nullopt;
}

SqliteCommit::Refusal SqliteCommit::checkUsable(const Leg &leg)
{
    Statement s(m_connection,
                u"SELECT p.active AND z.active AND w.active AND b.active, {date l.expires_on}, "
                "w.time_zone FROM products p, zones z, warehouses w, bins b, lots l "
                "WHERE p.code = ? AND z.warehouse_code = ? AND z.zone_number = ? "
                "AND w.code = z.warehouse_code AND b.warehouse_code = z.warehouse_code "
                "AND b.zone_number = z.zone_number AND b.code = ? "
                "AND l.product_code = p.code AND l.lot = ?"_s);
    const StockKey &key = leg.row.key;
    s.bind(key.product).bind(key.warehouse).bind(key.zone).bind(key.bin).bind(key.lot);
    if (!s.exec() || !s.next())
        return refused(s);
    const auto expires = s.optionalDate(1);
    const bool usable = key.status == StockStatus::Available && s.flag(0)
                        && (!expires || *expires >= dayAt(m_now, s.text(2)));
    return usable ? Refusal() : overtaken({leg.row.id}, u"not allocatable"_s);
}

SqliteCommit::Refusal SqliteCommit::checkArrival(const Leg &leg)
{
    Statement s(m_connection,
                u"SELECT z.active AND w.active AND b.active, p.active "
                "FROM zones z, warehouses w, bins b, products p "
                "WHERE z.warehouse_code = ? AND z.zone_number = ? AND w.code = z.warehouse_code "
                "AND b.warehouse_code = z.warehouse_code AND b.zone_number = z.zone_number "
                "AND b.code = ? AND p.code = ?"_s);
    const StockKey &key = leg.row.key;
    s.bind(key.warehouse).bind(key.zone).bind(key.bin).bind(key.product);
    if (!s.exec() || !s.next())
        return refused(s);
    const bool inUse = s.flag(0) && (s.flag(1) || leg.change.kind != EventKind::Receive);
    return inUse ? Refusal() : overtaken({leg.row.id}, u"place not in use"_s);
}

SqliteCommit::Refusal SqliteCommit::checkCapacity()
{
    // Only a zone that becomes fuller can become too full: also when nothing comes from elsewhere,
    // but a sales unit is split within it.
    std::map<std::pair<QString, int>, std::vector<const Leg *>> zones;
    for (const Leg &leg : m_legs)
        zones[{leg.row.key.warehouse, leg.row.key.zone}].push_back(&leg);
    for (const auto &[zone, legs] : zones) {
        Statement s(m_connection,
                    u"SELECT capacity FROM zones WHERE warehouse_code = ? AND zone_number = ?"_s);
        s.bind(zone.first).bind(zone.second);
        if (!s.exec() || !s.next())
            return refused(s);
        const auto capacity = s.optionalInteger(0);
        if (!capacity)
            continue;
        qint64 growth = 0;
        std::vector<qint64> ids;
        for (const Leg *leg : legs) {
            Statement unit(m_connection, u"SELECT quantity_decimals FROM products WHERE code = ?"_s);
            unit.bind(leg->row.key.product);
            if (!unit.exec() || !unit.next())
                return refused(unit);
            const int decimals = int(unit.integer(0));
            growth += wholeUnits(leg->row.onHand + leg->change.onHandDelta, decimals)
                      - wholeUnits(leg->row.onHand, decimals);
            ids.push_back(leg->row.id);
        }
        if (growth <= 0)
            continue;
        const auto load = zoneLoad(m_connection, zone.first, zone.second);
        if (!load)
            return outcomeOf(load.error());
        if (*load + growth > *capacity)
            return overtaken(ids, u"ZoneFull"_s);
    }
    return std::nullopt;
}

SqliteCommit::Refusal SqliteCommit::checkLegs() const
{
    // A move keeps product, lot and status; a change of status keeps product, lot and place.
    const bool move = m_changes.stock.front().kind == EventKind::Move;
    std::map<QStringList, qint64> sums;
    for (const Leg &leg : m_legs) {
        const StockKey &key = leg.row.key;
        QStringList group{key.product, key.lot};
        if (move)
            group << codeOf(key.status);
        else
            group << key.warehouse << QString::number(key.zone) << key.bin;
        sums[group] += leg.change.onHandDelta;
    }
    for (const auto &[group, sum] : sums) {
        if (sum != 0)
            return refused(Rule::ShapeRefused, u"legs"_s);
    }
    return m_legs.size() < 2 ? refused(Rule::ShapeRefused, u"legs"_s) : Refusal();
}

} // namespace tanaban::storage
