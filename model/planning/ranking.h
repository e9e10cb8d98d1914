#pragma once

#include "model/planning/allocationbook.h"

#include <limits>

namespace tanaban {

/// Compares two rows by the preferences alone: which rule puts `a` before `b`, or after it.
struct Preference
{
    int order = 0;                ///< below 0: a comes first; 0: the preferences do not say
    std::optional<PlanRule> rule; ///< the one that decided
};
Preference compareByRules(const AllocationBook &book,
                          const Strategy &strategy,
                          const BookStock &a,
                          const BookStock &b);

inline constexpr qint64 noDay = std::numeric_limits<qint64>::max();
inline constexpr int noPriority = std::numeric_limits<int>::max();

inline qint64 dayOf(const std::optional<QDate> &day)
{
    return day ? day->toJulianDay() : noDay;
}

/// What the preferences compare of a row, in plain numbers.
struct RowKey
{
    int priority = noPriority;
    qint64 received = 0;
    qint64 expires = noDay;
};

inline RowKey keyOf(const AllocationBook &book, const BookStock &stock)
{
    return {book.places[size_t(stock.place)].priority.value_or(noPriority),
            stock.receivedAt.microseconds,
            dayOf(stock.expiresOn)};
}

template <typename Number>
int compared(Number a, Number b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

/// FewestPlaces depends on what is still wanted; it is not compared here.
inline int comparedBy(PlanRule rule, const RowKey &a, const RowKey &b)
{
    switch (rule) {
    case PlanRule::ZonePriority:
        return compared(a.priority, b.priority);
    case PlanRule::FirstIn:
        return compared(a.received, b.received);
    case PlanRule::FirstExpired:
        return compared(a.expires, b.expires);
    case PlanRule::FewestPlaces:
        return 0;
    }
    Q_UNREACHABLE();
}

/// After all preferences: received, expiry; the caller goes on with the id.
inline int comparedAtLast(const RowKey &a, const RowKey &b)
{
    const int received = compared(a.received, b.received);
    return received != 0 ? received : compared(a.expires, b.expires);
}

} // namespace tanaban
