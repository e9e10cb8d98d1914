#pragma once

#include "storage/sqlitescan.h"
#include "storage/termconditions.h"

#include <limits>

namespace tanaban::storage {

/// The days on which goods expire, as far as a filter asks for them, and what it asks.
class SearchedExpiry
{
public:
    /// The expiry of what keeps for ever, or expires on a day that the filter does not mention.
    static constexpr qint64 never = std::numeric_limits<qint64>::max();
    static qint64 dayNumber(QByteArrayView isoDate);

    SearchedExpiry(const StockFilter &filter, const std::vector<WarehouseToday> &warehouses);

    /// The filter asks nothing of expiry.
    bool isEmpty() const { return m_demands.empty(); }
    /// What is asked differs by the warehouse.
    bool needsWarehouse() const { return m_needsWarehouse; }
    /// Goods without a day, or with another one, are never let through.
    bool needsDay() const { return m_needsDay; }

    /// Any day that is let through is one of these.
    std::pair<QDate, QDate> span() const;
    /// What of the lots is to be added.
    QString lotsSql() const;
    void add(quint32 product, QByteArrayView lot, qint64 day);
    bool collided() const { return m_days.collided(); }
    /// Those that were added, each once.
    const std::vector<quint32> &products() const { return m_products; }
    /// Call after the last add().
    void finish(size_t products);

    bool letsThrough(quint32 product, QByteArrayView lot, QByteArrayView warehouse) const;
    /// Of goods whose day is known; nothing needs to have been added.
    bool letsThroughDay(qint64 day, QByteArrayView warehouse) const;

private:
    struct Range
    {
        qint64 first = 0;
        qint64 last = 0;
        bool firstFromToday = false;
        bool lastFromToday = false;
        bool never = false;
    };

    static bool contains(const Range &range, qint64 day, qint64 today);
    Range rangeOf(const DayRange &range);

    std::vector<Wanted<Range>> m_demands;
    std::vector<std::pair<QByteArray, qint64>> m_today; ///< by warehouse
    TextNumbers m_days;
    std::vector<quint32> m_products;
    std::vector<bool> m_hasDay; ///< by product
    qint64 m_least = never;     ///< the widest span that is mentioned
    qint64 m_most = 0;
    bool m_needsWarehouse = false;
    bool m_needsDay = false;
};

} // namespace tanaban::storage
