#include "model/overview.h"

#include <numeric>

namespace tanaban {

qint64 RowsByWarehouse::rows() const
{
    qint64 sum = 0;
    for (const WarehouseRows &each : warehouses)
        sum += each.rows;
    return sum;
}

qint64 Overview::expiringRows() const
{
    return std::accumulate(expiring.begin(), expiring.end(), qint64(0));
}

bool Overview::isCalm() const
{
    return lowProducts == 0 && expiringRows() == 0 && expired.rows() == 0 && quarantined.rows() == 0
           && damaged.rows() == 0 && nearlyFull.empty();
}

} // namespace tanaban
