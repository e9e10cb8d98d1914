#pragma once

#include "model/stockfilter.h"
#include "storage/stockconditions.h"
#include "storage/stocksource.h"

namespace tanaban::storage {

/// The ids that the statement gives on PostgreSQL, in its order.
Read<std::vector<qint64>> idsFromServer(Connection &connection,
                                        const QString &sql,
                                        const QVariantList &values);

/// Whether idsSortedHere() knows this order.
bool canSortHere(StockColumn column);

/// Ids of all rows of `source` (as `s`) that meet the condition, in order. The server only reads
/// them: sorting a million rows with all they are sorted by takes it seconds, and us a tenth of one.
/// The condition may name `p`, the products, and `l`, the lots. Nothing: two lots cannot be told apart
/// this way, the other way can.
Read<std::optional<std::vector<qint64>>> idsSortedHere(Connection &connection,
                                                       const StockSource &source,
                                                       const Condition &condition,
                                                       const StockSort &sort);

} // namespace tanaban::storage
