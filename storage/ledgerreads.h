#pragma once

#include "model/ledger.h"
#include "storage/stockconditions.h"

namespace tanaban::storage {

/// The entries of the ledger that a filter lets through. How they are found depends on the filter:
/// by the command, by the stock row, by the claims of an order, by the few stock rows it can be
/// about, or else along the time.
class LedgerReads
{
public:
    LedgerReads(Connection &connection, const LedgerFilter &filter);

    Read<std::vector<LedgerEntry>> entries(const std::optional<LedgerMark> &mark, int limit);
    Read<LedgerTotals> totals();

private:
    /// Finds the way; false: nothing can be let through.
    Read<bool> prepare();
    Condition stockCondition(const QStringList &words) const;
    /// The stock rows as a list, nothing when there are many.
    Read<std::optional<QString>> fewStockRows(const Condition &condition);
    /// The spans of time that are asked for, the newest first; one that knows no bounds: always.
    std::vector<std::optional<TimeSpan>> spans() const;
    /// What is asked of the entries and, by the name `at`, of their time. `walk`: they are looked at
    /// one by one, so that what is known of many stock rows is not gathered first.
    Condition conditionOf(const std::optional<TimeSpan> &span,
                          const std::optional<LedgerMark> &mark,
                          const QString &at,
                          bool walk) const;
    /// The entries of a span, along the time where that is the way.
    Read<std::vector<LedgerEntry>> look(const std::optional<TimeSpan> &span,
                                        const std::optional<LedgerMark> &mark,
                                        int limit);
    /// The time of the entry that only a walk too long would reach; nothing: it reaches them all.
    Read<std::optional<Instant>> endOfWalk(const std::optional<TimeSpan> &span,
                                           const std::optional<LedgerMark> &mark);
    Read<std::vector<LedgerEntry>> page(const Condition &condition, const QString &at, int limit);

    Connection &m_connection;
    const LedgerFilter &m_filter;
    QString m_with; ///< `WITH touched …` where orders lead the way
    QVariantList m_withValues;
    QString m_source;      ///< what is read, with `stock_events e` in it
    Condition m_condition; ///< of `e`, without the time
    Condition m_stock;     ///< of `stock s`, where it is not among m_condition
    /// `e.at` as no index knows it: along the time single entries would be looked up, all of them.
    QString m_timeNotByIndex;
    bool m_alongTime = false;
};

} // namespace tanaban::storage
