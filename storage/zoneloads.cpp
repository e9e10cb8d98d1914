#include "storage/lists.h"
#include "storage/sqlitescan.h"

#include <algorithm>
#include <sqlite3.h>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

SqlFault StockLists::scanLoads(std::vector<ZoneSummary> &zones)
{
    static constexpr qint64 scales[] = {1, 10, 100, 1000};
    TextNumbers units(1024);
    RawStatement products(m_connection.sqlite(), u"SELECT code, quantity_decimals FROM products"_s);
    while (products.next())
        units.add(0, products.text(0), scales[std::clamp<qint64>(products.integer(1), 0, 3)]);
    if (units.collided())
        return addLoads(zones);
    TextNumbers places(zones.size());
    for (size_t i = 0; i < zones.size(); ++i)
        places.add(quint64(zones[i].zone.number), zones[i].zone.warehouse.toUtf8(), qint64(i));
    RawStatement rows(m_connection.sqlite(),
                      u"SELECT warehouse_code, zone_number, product_code, on_hand FROM stock "
                      "NOT INDEXED WHERE on_hand > 0"_s);
    while (rows.next()) {
        const qint64 zone = places.find(quint64(rows.integer(1)), rows.text(0), -1);
        if (zone < 0)
            continue;
        const qint64 unit = units.find(0, rows.text(2), 1);
        ++zones[size_t(zone)].rows;
        zones[size_t(zone)].load += (rows.integer(3) + unit - 1) / unit;
    }
    if (!products.failed() && !rows.failed())
        return {};
    sqlite3 *db = m_connection.sqlite();
    return {faultOfSqliteCode(sqlite3_extended_errcode(db)),
            QString::number(sqlite3_extended_errcode(db)),
            QString::fromUtf8(sqlite3_errmsg(db)),
            {}};
}

} // namespace tanaban::storage
