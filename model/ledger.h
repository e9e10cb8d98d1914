#pragma once

#include "model/movements.h"
#include "model/store.h"

namespace tanaban {

/// From `from` on, up to but without `until`.
struct TimeSpan
{
    Instant from;
    Instant until;

    friend bool operator==(const TimeSpan &, const TimeSpan &) = default;
};

/// Which entries of the ledger are asked for. Every part that is set must hold.
struct LedgerFilter
{
    QString text;      ///< words, as in StockFilter
    QString product;   ///< exact code
    QString lot;       ///< exact
    QString warehouse; ///< empty: all
    std::optional<int> zone;
    std::optional<QString> bin; ///< '' is the zone itself
    std::optional<qint64> stockId;
    QString person;  ///< login
    QString order;   ///< number; folded with other orders in one entry or not
    QString partner; ///< code: all orders of that partner
    std::optional<EventKind> kind;
    std::vector<TimeSpan> times; ///< any of these, which do not overlap; empty: always
    std::optional<QUuid> command;

    friend bool operator==(const LedgerFilter &, const LedgerFilter &) = default;
};

/// One entry of the ledger with what people need to read it.
struct LedgerEntry
{
    StockEvent event;
    StockKey key;
    QString productName;
    QString unit;
    int decimals = 0;
    QString warehouseName;
    QString zoneName;
};

/// The entry behind which the next page begins.
struct LedgerMark
{
    Instant at;
    qint64 stockId = 0;
    qint64 version = 0;

    static LedgerMark of(const LedgerEntry &entry)
    {
        return {entry.event.at, entry.event.stockId, entry.event.version};
    }
    friend bool operator==(const LedgerMark &, const LedgerMark &) = default;
};

/// What the entries of a filter add up to. Sums are in smallest units, so they mean something only
/// where all entries are of one product.
struct LedgerTotals
{
    qint64 entries = 0;
    qint64 onHandIn = 0;
    qint64 onHandOut = 0; ///< positive
    qint64 reserved = 0;
    qint64 unreserved = 0; ///< positive: released, shipped, ended

    friend bool operator==(const LedgerTotals &, const LedgerTotals &) = default;
};

/// Looking back: who did what, what was there, and what it adds up to. Reads only. Safe to call
/// from any worker thread, never from the thread that draws the window.
class Ledger
{
public:
    virtual ~Ledger() = default;

    /// Newest first, at most `limit`, older than `mark`; fewer than `limit`: there are no more.
    virtual Read<std::vector<LedgerEntry>> entries(const LedgerFilter &filter,
                                                   const std::optional<LedgerMark> &mark,
                                                   int limit) = 0;
    virtual Read<LedgerTotals> totals(const LedgerFilter &filter) = 0;

    /// What went into and out of a place, by lot, in the order of products and lots. Lines on which
    /// nothing was and nothing happened are left out.
    virtual Read<std::vector<MovementLine>> movements(const MovementQuestion &question) = 0;

    /// Store::stockIds() and stockRows() as they would have answered at a past moment: each row as
    /// the entry with the greatest version that is not later left it, and only rows that had one.
    /// Expiry is judged on the day it was; names, reorder points and expiry dates are those of now.
    virtual Read<std::vector<qint64>> stockIds(const StockFilter &filter,
                                               const StockSort &sort,
                                               qint64 limit,
                                               Instant moment) = 0;
    virtual Read<std::vector<StockListRow>> stockRows(const std::vector<qint64> &ids,
                                                      Instant moment) = 0;
};

} // namespace tanaban
