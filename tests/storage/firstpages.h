#pragma once

#include "tests/support/testdatabase.h"

namespace tanaban::test {

/// A first page is found another way than the whole list: it must be its beginning, whatever is asked.
inline void checkFirstPages(Store &store,
                            const StockFilter &filter,
                            const StockSort &sort,
                            const std::vector<qint64> &whole)
{
    for (const qint64 limit : {1, 2, 5, 20, 10'001}) {
        const auto page = store.stockIds(filter, sort, limit);
        if (!page)
            qFatal("stockIds: %s", qPrintable(page.error().detail));
        const qint64 size = std::min(limit, qint64(whole.size()));
        if (!std::equal(page->begin(), page->end(), whole.begin(), whole.begin() + size))
            qFatal("The first %lld rows in the order of column %d%s are not those of the list",
                   limit,
                   int(sort.column),
                   sort.descending ? ", descending," : "");
    }
}

} // namespace tanaban::test
