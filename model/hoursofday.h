#pragma once

#include "model/ledger.h"

namespace tanaban {

/// One hour of the day on some days, one behind the other: from ten to eleven on each of them. Where
/// the clocks were changed, a day may have it twice, in part, or not at all.
struct HourOfDay
{
    std::vector<TimeSpan> times; ///< the oldest first
};

/// The 24 hours of the last `days` days in `timeZone`, the whole of today one of them. Together they
/// are these days without a gap, and no moment is in two of them.
std::vector<HourOfDay> hoursOfDays(Instant now, const QString &timeZone, int days);

} // namespace tanaban
