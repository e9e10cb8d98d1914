#pragma once

#include "model/planning/allocationbook.h"

namespace tanaban {

/// Why a row is no candidate for a line at all, whatever is free of it.
enum class Exclusion {
    None,
    Condition, ///< the zone is not for the product's storage condition
    Quarantined,
    Damaged,
    NotInUse, ///< the product, zone, warehouse or bin
    Expired,
    ExpiresBeforeDue,
    OtherLot ///< the strategy wants another one
};

/// The rules that always hold, and what the order's strategy forbids.
Exclusion exclusionOf(const AllocationBook &book, const BookLine &line, const BookStock &stock);
/// Of these, the ones that do not look at the order's day: the same for all orders of a strategy.
Exclusion lastingExclusionOf(const Strategy &strategy,
                             const BookProduct &product,
                             const BookPlace &place,
                             const BookStock &stock);
/// The first day, as a Julian day, until which goods must be usable: the day that the order is due or
/// today, whichever is later, and the days that the strategy wants left.
qint64 neededUntil(const std::optional<QDate> &due, const QDate &today, int daysLeft);
/// Which lot is preferred, and how long it shall still last, is the strategy's wish; a person may know
/// better. That it is usable at all is not.
bool isOnlyWish(Exclusion exclusion);

} // namespace tanaban
