#pragma once

#include <QtGlobal>

#include <vector>

namespace tanaban::storage {

/// A stock row with what it is sorted by: the key, then always product, receipt and id.
struct StockEntry
{
    qint64 key = 0;
    quint32 product = 0; ///< rank of its code
    qint64 received = 0;
    qint64 id = 0;
};

/// Sorts them; `descending` concerns the key alone.
std::vector<qint64> idsInOrder(std::vector<StockEntry> &entries, bool descending);

} // namespace tanaban::storage
