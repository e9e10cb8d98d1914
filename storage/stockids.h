#pragma once

#include "storage/stockconditions.h"

namespace tanaban::storage {

/// The ids of the stock rows that the filter lets through, in order; all of them when `limit` <= 0.
Read<std::vector<qint64>> findStockIds(Connection &connection,
                                       const StockFilter &filter,
                                       const StockSort &sort,
                                       qint64 limit);

/// The same for SQLite, without its sorting and joins, which take seconds for a million rows.
/// Nothing: it cannot be done this way (see TextNumbers), the other way can.
Read<std::optional<std::vector<qint64>>> scanStockIds(Connection &connection,
                                                      const StockFilter &filter,
                                                      const QStringList &words,
                                                      const StockSort &sort);

} // namespace tanaban::storage
