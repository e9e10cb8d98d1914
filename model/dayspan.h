#pragma once

#include <QDate>
#include <QLocale>

#include <optional>

namespace tanaban {

/// A day or a month as people write it, from its first to its last day.
struct DaySpan
{
    QDate first;
    QDate last;
};

/// "2027-02", "2027-02-28" (also with / or .), "2027年2月28日", eight digits, or the locale's own
/// short form; full-width digits too. Nothing: it is none of these, or no day of the calendar.
std::optional<DaySpan> readDaySpan(QStringView text, const QLocale &locale = QLocale());

} // namespace tanaban
