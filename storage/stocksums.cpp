#include "storage/stocksums.h"

#include "storage/statement.h"

#include <algorithm>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

void WarehouseSums::addExpiry(qint64 days, qint64 count)
{
    if (days < 0)
        expired += count;
    else if (days < qint64(expiring.size()))
        expiring[size_t(days)] += count;
}

namespace {

SqlFault addLow(Connection &connection, StockSums &sums)
{
    Statement s(connection,
                u"SELECT q.code, q.reorder_point, t.available, t.lines, q.quantity_decimals "
                "FROM products q "
                "JOIN (SELECT product_code, CAST(sum(on_hand - reserved) AS bigint) AS available, "
                "      count(*) AS lines FROM stock GROUP BY product_code) t "
                "ON t.product_code = q.code WHERE q.reorder_point >= t.available"_s);
    if (s.exec()) {
        while (s.next())
            sums.low.push_back(
                {s.text(0), s.integer(2), s.integer(1), s.integer(3), int(s.integer(4))});
    }
    return s.fault();
}

SqlFault addStatuses(Connection &connection, StockSums &sums)
{
    Statement s(connection,
                u"SELECT warehouse_code, count(*), "
                "sum(CASE WHEN status = 'quarantined' THEN 1 ELSE 0 END), "
                "sum(CASE WHEN status = 'damaged' THEN 1 ELSE 0 END) "
                "FROM stock WHERE on_hand > 0 GROUP BY warehouse_code"_s);
    if (s.exec()) {
        while (s.next()) {
            WarehouseSums &its = sums.warehouses[s.text(0)];
            its.rows = s.integer(1);
            its.quarantined = s.integer(2);
            its.damaged = s.integer(3);
        }
    }
    return s.fault();
}

SqlFault addExpiry(Connection &connection, StockSums &sums, QDate last)
{
    Statement s(connection,
                u"SELECT s.warehouse_code, {date l.expires_on}, count(*) FROM stock s "
                "JOIN lots l ON l.product_code = s.product_code AND l.lot = s.lot "
                "WHERE s.on_hand > 0 AND l.expires_on <= ? "
                "GROUP BY s.warehouse_code, l.expires_on"_s);
    s.bind(last);
    if (s.exec()) {
        while (s.next()) {
            WarehouseSums &its = sums.warehouses[s.text(0)];
            if (const auto day = s.optionalDate(1))
                its.addExpiry(its.today.daysTo(*day), s.integer(2));
        }
    }
    return s.fault();
}

} // namespace

SqlFault addStockByGroups(Connection &connection, StockSums &sums, int days)
{
    QDate last(1, 1, 1);
    for (const auto &[code, its] : sums.warehouses)
        last = std::max(last, its.today.addDays(days));
    SqlFault fault = addLow(connection, sums);
    if (!fault)
        fault = addStatuses(connection, sums);
    if (!fault)
        fault = addExpiry(connection, sums, last);
    return fault;
}

SqlFault addStock(Connection &connection, StockSums &sums, int days)
{
    for (auto &[code, its] : sums.warehouses)
        its.expiring.assign(size_t(days) + 1, 0);
    SqlFault fault;
    if (!connection.isPostgres() && scanStock(connection, sums, days, fault))
        return fault;
    return addStockByGroups(connection, sums, days);
}

} // namespace tanaban::storage
