#include "storage/lists.h"

#include "storage/recordreads.h"
#include "storage/stockids.h"
#include "storage/stockreads.h"
#include "storage/stocksource.h"

#include <QHash>

#include <algorithm>
#include <limits>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t rowsPerStatement = 200;

} // namespace

StockLists::StockLists(Connection &connection)
    : m_connection(connection)
{}

Read<std::vector<qint64>> StockLists::stockIds(const StockFilter &filter,
                                               const StockSort &sort,
                                               qint64 limit)
{
    return findStockIds(m_connection, filter, sort, limit);
}

Read<std::vector<StockListRow>> StockLists::stockRows(const std::vector<qint64> &ids,
                                                      const std::optional<Instant> &moment)
{
    const StockSource source = someStock(m_connection, moment);
    std::vector<StockListRow> rows;
    rows.reserve(ids.size());
    for (size_t first = 0; first < ids.size(); first += rowsPerStatement) {
        const size_t count = std::min(rowsPerStatement, ids.size() - first);
        // Always the same number of places, so that one prepared statement serves every page.
        Statement s(
            m_connection,
            u"%1SELECT %2, p.name, p.unit, p.quantity_decimals, p.active, "
            "CASE WHEN p.reorder_point IS NULL THEN 0 WHEN p.reorder_point >= "
            "     (SELECT sum(o.on_hand - o.reserved) FROM %3 o "
            "      WHERE o.product_code = s.product_code) THEN 1 ELSE 0 END, "
            "w.name, z.name, l.expires_on_text, w.time_zone, %4 FROM %3 s "
            "JOIN products p ON p.code = s.product_code "
            "JOIN (SELECT product_code, lot, {date expires_on} AS expires_on_text FROM lots) l "
            "     ON l.product_code = s.product_code AND l.lot = s.lot "
            "JOIN zones z ON z.warehouse_code = s.warehouse_code "
            "     AND z.zone_number = s.zone_number "
            "JOIN warehouses w ON w.code = s.warehouse_code WHERE s.id IN (%5)"_s.arg(
                source.with,
                stockColumns,
                source.table,
                nowExpression(m_connection),
                placeholders(rowsPerStatement)));
        for (size_t i = 0; i < rowsPerStatement; ++i)
            s.bind(i < count ? ids[first + i] : std::numeric_limits<qint64>::min());
        QHash<qint64, StockListRow> found;
        if (s.exec()) {
            while (s.next()) {
                constexpr int more = stockColumnCount;
                StockListRow row;
                row.row = readStockRow(s);
                row.productName = s.text(more);
                row.unit = s.text(more + 1);
                row.decimals = int(s.integer(more + 2));
                row.productActive = s.flag(more + 3);
                row.low = s.integer(more + 4) != 0;
                row.warehouseName = s.text(more + 5);
                row.zoneName = s.text(more + 6);
                row.expiresOn = s.optionalDate(more + 7);
                row.today = dayAt(moment.value_or(s.instant(more + 9)), s.text(more + 8));
                found.insert(row.row.id, row);
            }
        }
        if (s.fault())
            return fail(readFailure(s.fault()));
        for (size_t i = 0; i < count; ++i) {
            if (const auto row = found.constFind(ids[first + i]); row != found.constEnd())
                rows.push_back(*row);
        }
    }
    return rows;
}

Read<std::vector<StockEvent>> StockLists::history(qint64 stockId, qint64 before, int limit)
{
    Statement s(m_connection,
                u"SELECT %1 FROM stock_events e LEFT JOIN people pe ON pe.login = e.actor "
                "LEFT JOIN orders o ON o.id = e.order_id "
                "WHERE e.stock_id = ? AND e.version < ? "
                "ORDER BY e.version DESC LIMIT ?"_s.arg(eventColumns));
    s.bind(stockId);
    s.bind(before > 0 ? before : std::numeric_limits<qint64>::max());
    s.bind(std::max(limit, 0));
    return all<StockEvent>(s, [](const Statement &row) { return readStockEvent(row); });
}

Read<std::vector<ZoneSummary>> StockLists::zones()
{
    Statement s(m_connection,
                u"SELECT %1, w.name FROM zones z JOIN warehouses w "
                "ON w.code = z.warehouse_code "
                "ORDER BY z.warehouse_code, z.zone_number"_s.arg(zoneColumns));
    auto zones = all<ZoneSummary>(s, [](const Statement &row) {
        ZoneSummary summary;
        summary.zone = readZone(row);
        summary.warehouseName = row.text(8);
        return summary;
    });
    if (!zones)
        return zones;
    const SqlFault fault = m_connection.isPostgres() ? addLoads(*zones) : scanLoads(*zones);
    if (fault)
        return fail(readFailure(fault));
    return zones;
}

SqlFault StockLists::addLoads(std::vector<ZoneSummary> &zones)
{
    Statement s(m_connection,
                u"SELECT s.warehouse_code, s.zone_number, "
                "sum(CASE WHEN s.on_hand > 0 THEN 1 ELSE 0 END), "
                "sum((s.on_hand + u.unit - 1) / u.unit) FROM stock s "
                "JOIN (SELECT code, CASE quantity_decimals WHEN 0 THEN 1 WHEN 1 THEN 10 "
                "                   WHEN 2 THEN 100 ELSE 1000 END AS unit FROM products) u "
                "     ON u.code = s.product_code GROUP BY s.warehouse_code, s.zone_number"_s);
    if (s.exec()) {
        while (s.next()) {
            for (ZoneSummary &summary : zones) {
                if (summary.zone.warehouse == s.text(0) && summary.zone.number == s.integer(1)) {
                    summary.rows = s.integer(2);
                    summary.load = s.integer(3);
                }
            }
        }
    }
    return s.fault();
}

Read<std::vector<Warehouse>> StockLists::warehouses()
{
    Statement s(m_connection,
                u"SELECT %1 FROM warehouses w ORDER BY w.code"_s.arg(warehouseColumns));
    return all<Warehouse>(s, [](const Statement &row) { return readWarehouse(row); });
}

Read<std::vector<Bin>> StockLists::bins(const QString &warehouse, int zone)
{
    Statement s(m_connection,
                u"SELECT warehouse_code, zone_number, code, walk_order, active, version FROM bins "
                "WHERE warehouse_code = ? AND zone_number = ? ORDER BY walk_order, code"_s);
    s.bind(warehouse).bind(zone);
    return all<Bin>(s, [](const Statement &row) {
        return Bin{row.text(0),
                   int(row.integer(1)),
                   row.text(2),
                   int(row.integer(3)),
                   row.flag(4),
                   row.integer(5)};
    });
}

Read<std::optional<Product>> StockLists::product(const QString &codeOrBarcode)
{
    // A code wins over another product's barcode, an active product over one that is not.
    Statement s(m_connection,
                u"SELECT %1 FROM products p WHERE p.code = ? "
                "OR (p.barcode = ? AND p.barcode <> '') "
                "ORDER BY CASE WHEN p.code = ? THEN 0 ELSE 1 END, "
                "CASE WHEN p.active THEN 0 ELSE 1 END, p.code LIMIT 1"_s.arg(productColumns));
    if (codeOrBarcode.contains(QChar::Null))
        return std::optional<Product>();
    s.bind(codeOrBarcode).bind(codeOrBarcode).bind(codeOrBarcode);
    if (!s.exec())
        return fail(readFailure(s.fault()));
    std::optional<Product> product;
    if (s.next())
        product = readProduct(s);
    return product;
}

Read<std::vector<Product>> StockLists::findProducts(const QString &text, int limit)
{
    const std::optional<QStringList> words = searchWords(text);
    if (!words)
        return std::vector<Product>();
    const QString like = m_connection.isPostgres() ? u"ILIKE"_s : u"LIKE"_s;
    QString where;
    for (qsizetype i = 0; i < words->size(); ++i) {
        where += u" AND (p.code %1 ? ESCAPE '\\' OR p.name %1 ? ESCAPE '\\' "
                 "OR p.barcode %1 ? ESCAPE '\\')"_s.arg(like);
    }
    // What begins with the text comes before what only contains it.
    Statement s(m_connection,
                u"SELECT %1 FROM products p WHERE p.active%2 ORDER BY CASE WHEN p.code = ? "
                "OR p.barcode = ? THEN 0 WHEN p.code %3 ? ESCAPE '\\' THEN 1 ELSE 2 END, p.code "
                "LIMIT ?"_s.arg(productColumns, where, like));
    for (const QString &word : *words)
        s.bind(likeAnywhere(word)).bind(likeAnywhere(word)).bind(likeAnywhere(word));
    const QString first = words->isEmpty() ? QString() : words->front();
    s.bind(first).bind(first).bind(likeAnywhere(first).mid(1));
    s.bind(std::max(limit, 0));
    return all<Product>(s, [](const Statement &row) { return readProduct(row); });
}

Read<std::vector<Person>> StockLists::people()
{
    Statement s(m_connection,
                u"SELECT login, name, role, active, version FROM people ORDER BY login"_s);
    return all<Person>(s, [](const Statement &row) {
        return Person{row.text(0),
                      row.text(1),
                      fromCode<Role>(row.text(2)).value_or(Role::Viewer),
                      row.flag(3),
                      row.integer(4)};
    });
}

Read<QDate> StockLists::todayIn(const QString &warehouse)
{
    Statement s(m_connection,
                u"SELECT %1, (SELECT time_zone FROM warehouses WHERE code = ?)"_s.arg(
                    nowExpression(m_connection)));
    s.bind(warehouse);
    if (!s.exec() || !s.next())
        return fail(readFailure(s.fault()));
    return dayAt(s.instant(0), s.text(1));
}

} // namespace tanaban::storage
