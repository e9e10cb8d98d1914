#pragma once

#include "model/store.h"
#include "storage/connection.h"

#include <QStringList>

namespace tanaban::storage {

/// The ids of the stock rows that the filter lets through, in order; all of them when `limit` <= 0.
Read<std::vector<qint64>> findStockIds(Connection &connection,
                                       const StockFilter &filter,
                                       const StockSort &sort,
                                       qint64 limit);

/// The words of a search text; nothing when one of them is too long to be found anywhere.
std::optional<QStringList> searchWords(const QString &text);

/// `word` anywhere, for LIKE … ESCAPE '\': %, _ and \ stand for themselves.
QString likeAnywhere(const QString &word);

} // namespace tanaban::storage
