#pragma once

#include "model/stockfilter.h"
#include "storage/stocksearch.h"

namespace tanaban::storage {

/// The first `limit` rows in this order, or all when there are fewer, by looking at rows in their
/// order until there are enough. `search` has been loaded, but for the expiry; `plain`: what SQL
/// judges. Nothing: the order has no index, there is little to be found among very many, or reading
/// failed; then all rows have to be looked at.
std::optional<std::vector<qint64>> firstStockPage(sqlite3 *db,
                                                  const SearchedStock &search,
                                                  const Condition &plain,
                                                  const StockSort &sort,
                                                  size_t limit);

} // namespace tanaban::storage
