#pragma once

#include "model/store.h"
#include "storage/connection.h"

namespace tanaban::storage {

/// The lists of the Store port: what tables, trees and choosers show. Reads only; one text for
/// both engines wherever it can be.
class StockLists
{
public:
    explicit StockLists(Connection &connection);

    Read<std::vector<qint64>> stockIds(const StockFilter &filter,
                                       const StockSort &sort,
                                       qint64 limit);
    /// With a moment: as they were then.
    Read<std::vector<StockListRow>> stockRows(const std::vector<qint64> &ids,
                                              const std::optional<Instant> &moment = {});
    Read<std::vector<StockEvent>> history(qint64 stockId, qint64 before, int limit);
    Read<std::vector<ZoneSummary>> zones();
    Read<std::vector<Warehouse>> warehouses();
    Read<std::vector<Bin>> bins(const QString &warehouse, int zone);
    Read<std::optional<Product>> product(const QString &codeOrBarcode);
    Read<std::vector<Product>> findProducts(const QString &text, int limit);
    Read<std::vector<Person>> people();
    Read<QDate> todayIn(const QString &warehouse);
    Read<qint64> changeMark();

private:
    /// Rows and load of every zone. On SQLite by a scan: its GROUP BY would look up every row by an
    /// index, twenty times as slow with a million of them.
    SqlFault addLoads(std::vector<ZoneSummary> &zones);
    SqlFault scanLoads(std::vector<ZoneSummary> &zones);

    Connection &m_connection;
};

} // namespace tanaban::storage
