#pragma once

#include "storage/stockconditions.h"

namespace tanaban::storage {

/// The ids of the stock rows that the filter lets through, in order; all of them when `limit` <= 0.
/// With a moment: as it would have been then (see Ledger).
Read<std::vector<qint64>> findStockIds(Connection &connection,
                                       const StockFilter &filter,
                                       const StockSort &sort,
                                       qint64 limit,
                                       const std::optional<Instant> &moment = {});

/// The same for SQLite, without its sorting and joins, which take seconds for a million rows; with
/// a limit perhaps more. Nothing: it cannot be done this way (see TextNumbers), the other way can.
Read<std::optional<std::vector<qint64>>> scanStockIds(Connection &connection,
                                                      const StockFilter &filter,
                                                      const QStringList &words,
                                                      const StockSort &sort,
                                                      qint64 limit,
                                                      const std::optional<Instant> &moment);

/// Asks that the word is in the product's code, name or barcode, begins the lot, or is in the bin;
/// that it is nowhere there when it is `excluded`. `few`: hardly any products, lots and bins have it,
/// so that the indexes of stock lead on from them; otherwise every row is looked at.
void addWord(Condition &condition,
             const QString &word,
             bool postgres,
             bool few,
             bool excluded = false);

} // namespace tanaban::storage
