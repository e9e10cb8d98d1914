#include "storage/searchedexpiry.h"

#include <algorithm>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

qint64 SearchedExpiry::dayNumber(QByteArrayView isoDate)
{
    if (isoDate.size() != 10)
        return never;
    const auto number = [isoDate](qsizetype at, qsizetype digits) {
        int value = 0;
        for (qsizetype i = at; i < at + digits; ++i)
            value = value * 10 + (isoDate[i] - '0');
        return value;
    };
    return QDate(number(0, 4), number(5, 2), number(8, 2)).toJulianDay();
}

SearchedExpiry::SearchedExpiry(const StockFilter &filter,
                               const std::vector<WarehouseToday> &warehouses)
    : m_days(1024)
{
    for (const WarehouseToday &each : warehouses)
        m_today.emplace_back(each.warehouse.toUtf8(), each.today.toJulianDay());
    for (const Wanted<DayRange> &demand : expiryDemands(filter)) {
        Wanted<Range> wanted;
        for (const DayRange &range : demand.any)
            wanted.any.push_back(rangeOf(range));
        for (const DayRange &range : demand.none)
            wanted.none.push_back(rangeOf(range));
        m_needsDay = m_needsDay
                     || (!wanted.any.empty() && std::ranges::none_of(wanted.any, &Range::never));
        m_demands.push_back(std::move(wanted));
    }
    const bool oneDay = std::ranges::all_of(
        m_today, [this](const auto &each) { return each.second == m_today.front().second; });
    m_needsWarehouse = m_needsWarehouse && !oneDay;
}

SearchedExpiry::Range SearchedExpiry::rangeOf(const DayRange &range)
{
    const auto fromToday = [](const std::optional<SearchDay> &day) {
        return day && !day->date.isValid();
    };
    const auto number = [](const std::optional<SearchDay> &day, QDate open) {
        return day && !day->date.isValid() ? day->days : dayOf(day, {}, open).toJulianDay();
    };
    const Range result{number(range.first, firstDay),
                       number(range.last, lastDay),
                       fromToday(range.first),
                       fromToday(range.last),
                       range.never};
    for (const auto &[warehouse, today] : m_today) {
        m_least = std::min(m_least, result.first + (result.firstFromToday ? today : 0));
        m_most = std::max(m_most, result.last + (result.lastFromToday ? today : 0));
    }
    m_needsWarehouse = m_needsWarehouse || result.firstFromToday || result.lastFromToday;
    return result;
}

std::pair<QDate, QDate> SearchedExpiry::span() const
{
    return {QDate::fromJulianDay(m_least), QDate::fromJulianDay(m_most)};
}

QString SearchedExpiry::lotsSql() const
{
    // Of one that never expires nothing is added, so that any day must be.
    return u"SELECT product_code, lot, expires_on FROM lots "
           "WHERE expires_on >= '%1' AND expires_on <= '%2'"_s.arg(
               QDate::fromJulianDay(m_least).toString(Qt::ISODate),
               QDate::fromJulianDay(m_most).toString(Qt::ISODate));
}

void SearchedExpiry::add(quint32 product, QByteArrayView lot, qint64 day)
{
    m_days.add(product, lot, day);
    m_products.push_back(product);
}

void SearchedExpiry::finish(size_t products)
{
    std::ranges::sort(m_products);
    m_products.erase(std::unique(m_products.begin(), m_products.end()), m_products.end());
    m_hasDay.assign(products, false);
    for (const quint32 product : m_products)
        m_hasDay[product] = true;
}

bool SearchedExpiry::contains(const Range &range, qint64 day, qint64 today)
{
    if (range.never || day == never)
        return range.never && day == never;
    return day >= range.first + (range.firstFromToday ? today : 0)
           && day <= range.last + (range.lastFromToday ? today : 0);
}

bool SearchedExpiry::letsThrough(quint32 product, QByteArrayView lot, QByteArrayView warehouse) const
{
    return letsThroughDay(m_hasDay[product] ? m_days.find(product, lot, never) : never, warehouse);
}

bool SearchedExpiry::letsThroughDay(qint64 day, QByteArrayView warehouse) const
{
    qint64 today = m_today.empty() ? 0 : m_today.front().second;
    if (m_needsWarehouse) {
        for (const auto &[code, its] : m_today) {
            if (code == warehouse)
                today = its;
        }
    }
    return std::ranges::all_of(m_demands, [day, today](const Wanted<Range> &demand) {
        const auto fits = [day, today](const Range &range) { return contains(range, day, today); };
        return (demand.any.empty() || std::ranges::any_of(demand.any, fits))
               && std::ranges::none_of(demand.none, fits);
    });
}

} // namespace tanaban::storage
