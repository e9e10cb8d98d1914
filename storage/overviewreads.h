#pragma once

#include "model/overview.h"
#include "storage/statement.h"
#include "storage/stocksums.h"

namespace tanaban::storage {

/// What needs a person: sums over all stock, and what was done at which hour.
class OverviewReads
{
public:
    explicit OverviewReads(Connection &connection);

    /// All of it as of one moment.
    Read<Overview> overview();

private:
    SqlFault readWarehouses();
    SqlFault readLowest(std::vector<LowSum> low);
    SqlFault readHours(const StockSums &sums);
    SqlFault readHours(BusyHours &busy);
    void takeRows(const StockSums &sums);
    Read<std::vector<ZoneSummary>> zonesWith(const StockSums &sums);
    Read<bool> readZones(const StockSums &sums);

    Connection &m_connection;
    std::vector<Warehouse> m_warehouses;
    Overview m_overview;
};

} // namespace tanaban::storage
