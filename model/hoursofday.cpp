#include "model/hoursofday.h"

namespace tanaban {

namespace {

constexpr int hoursOfDay = 24;
/// The offset of every time zone is a whole number of these.
constexpr qint64 quarterSeconds = 15 * 60;

} // namespace

std::vector<HourOfDay> hoursOfDays(Instant now, const QString &timeZone, int days)
{
    const QDate today = dayAt(now, timeZone);
    const Instant end = startOfDay(today.addDays(1), timeZone);
    std::vector<HourOfDay> hours(hoursOfDay);
    int last = -1;
    for (Instant at = startOfDay(today.addDays(1 - days), timeZone); at < end;
         at = at.plusSeconds(quarterSeconds))
    {
        const int hour = hourAt(at, timeZone);
        std::vector<TimeSpan> &times = hours[size_t(hour)].times;
        const Instant next = std::min(at.plusSeconds(quarterSeconds), end);
        if (std::exchange(last, hour) == hour)
            times.back().until = next;
        else
            times.push_back({at, next});
    }
    return hours;
}

} // namespace tanaban
