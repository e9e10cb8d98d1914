#pragma once

#include "storage/connection.h"

#include <QDate>

#include <map>
#include <optional>

namespace tanaban::storage {

/// A product at or below its reorder point: the same that StockFilter::low asks for.
struct LowSum
{
    QString product;
    qint64 available = 0;
    qint64 reorderPoint = 0;
    qint64 rows = 0; ///< of stock, empty ones too
    int decimals = 0;
};

/// How many stock rows of a warehouse are something, empty ones left out.
struct WarehouseSums
{
    QDate today;
    qint64 rows = 0;
    qint64 quarantined = 0;
    qint64 damaged = 0;
    qint64 expired = 0;
    std::vector<qint64> expiring; ///< by days from today

    void addExpiry(qint64 days, qint64 count);
};

/// Sums over all stock.
struct StockSums
{
    std::map<QString, WarehouseSums> warehouses;
    std::vector<LowSum> low;
    /// Whole sales units in each zone that has any, as StockLists::zones() counts them, where the
    /// same look came by; else nothing.
    std::optional<std::map<std::pair<QString, int>, qint64>> loads;
};

/// Adds up what there is in `sums.warehouses`, whose days are known; expiry so many days ahead. On
/// SQLite by one scan, since its GROUP BY would look up every row by an index.
SqlFault addStock(Connection &connection, StockSums &sums, int days);

/// The two ways it goes.
SqlFault addStockByGroups(Connection &connection, StockSums &sums, int days);
/// False: by groups, please (two texts had the same hash).
bool scanStock(Connection &connection, StockSums &sums, int days, SqlFault &fault);

} // namespace tanaban::storage
