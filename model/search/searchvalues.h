#pragma once

#include "model/search/searchkeys.h"
#include "model/stockterms.h"

#include <QLocale>

namespace tanaban {

/// "<10", "<=10", ">10", ">=10", "10..20", "..10", "10..", "10", "10未満"; quantities in the
/// product's unit. Nothing: it is none of these.
std::optional<QuantityRange> readQuantityRange(QStringView text, const QLocale &locale);
QString formatRange(const QuantityRange &range);

/// The same with days, months ("2027-02"), years, "+30" and "-7" (within so many days from today),
/// "today" and "never".
std::optional<DayRange> readDayRange(QStringView text, const QLocale &locale);
QString formatRange(const DayRange &range, SearchWording wording);

/// Narrows `range` to what `other` allows too. False: one end is a date and the same end of the
/// other is counted from today, so that nobody can say yet which is narrower.
bool narrow(QuantityRange &range, const QuantityRange &other);
bool narrow(DayRange &range, const DayRange &other);

/// No figure or day lies in it.
bool isImpossible(const QuantityRange &range);
bool isImpossible(const DayRange &range);

} // namespace tanaban
