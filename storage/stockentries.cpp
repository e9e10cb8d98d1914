#include "storage/stockentries.h"

#include <algorithm>

namespace tanaban::storage {

std::vector<qint64> idsInOrder(std::vector<StockEntry> &entries, bool descending)
{
    std::ranges::sort(entries, [descending](const StockEntry &a, const StockEntry &b) {
        if (a.key != b.key)
            return descending ? b.key < a.key : a.key < b.key;
        if (a.product != b.product)
            return a.product < b.product;
        return a.received != b.received ? a.received < b.received : a.id < b.id;
    });
    std::vector<qint64> ids;
    ids.reserve(entries.size());
    for (const StockEntry &entry : entries)
        ids.push_back(entry.id);
    return ids;
}

} // namespace tanaban::storage
