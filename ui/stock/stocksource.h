#pragma once

#include "model/ledger.h"

namespace tanaban::ui {

/// Where the rows of the table come from: the stock of now, or that of a past moment. For workers.
struct StockSource
{
    Store &store;
    Ledger *ledger = nullptr; ///< needed for a past moment
    std::optional<Instant> moment;

    Read<std::vector<qint64>> ids(const StockFilter &filter,
                                  const StockSort &sort,
                                  qint64 limit) const
    {
        return moment ? ledger->stockIds(filter, sort, limit, *moment)
                      : store.stockIds(filter, sort, limit);
    }
    Read<std::vector<StockListRow>> rows(const std::vector<qint64> &ids) const
    {
        return moment ? ledger->stockRows(ids, *moment) : store.stockRows(ids);
    }
};

} // namespace tanaban::ui
