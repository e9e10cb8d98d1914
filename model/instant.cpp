#include "model/instant.h"

#include <QDate>
#include <QHash>
#include <QTimeZone>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 secondsOfDay = 86400;
constexpr qint64 julianDayOfEpoch = 2440588;
constexpr int isoLength = 27; // 2026-01-31T23:59:59.123456Z

/// Writes `value` with leading zeros so that it ends before `end`.
void putDigits(char16_t *end, qint64 value, int digits)
{
    for (; digits > 0; --digits) {
        *--end = char16_t(u'0' + value % 10);
        value /= 10;
    }
}

/// The number that these characters are; -1 when one of them is no digit.
qint64 digitsOf(QStringView text)
{
    qint64 value = 0;
    for (const QChar character : text) {
        if (character < u'0' || character > u'9')
            return -1;
        value = value * 10 + (character.unicode() - u'0');
    }
    return value;
}

} // namespace

// Both by hand: every commit and every line of a list passes here, and QDateTime's own parser
// asks the system for the local time zone several times per call.
QString Instant::toIso() const
{
    qint64 seconds = microseconds / 1'000'000;
    qint64 rest = microseconds % 1'000'000;
    if (rest < 0) {
        rest += 1'000'000;
        --seconds;
    }
    qint64 day = seconds / secondsOfDay;
    qint64 second = seconds % secondsOfDay;
    if (second < 0) {
        second += secondsOfDay;
        --day;
    }
    int year = 0;
    int month = 0;
    int dayOfMonth = 0;
    QDate::fromJulianDay(julianDayOfEpoch + day).getDate(&year, &month, &dayOfMonth);
    char16_t text[] = u"0000-00-00T00:00:00.000000Z";
    putDigits(text + 4, year, 4);
    putDigits(text + 7, month, 2);
    putDigits(text + 10, dayOfMonth, 2);
    putDigits(text + 13, second / 3600, 2);
    putDigits(text + 16, second / 60 % 60, 2);
    putDigits(text + 19, second % 60, 2);
    putDigits(text + 26, rest, 6);
    return QString::fromUtf16(text, isoLength);
}

std::optional<Instant> Instant::fromIso(QStringView text)
{
    if (text.size() < 20 || text.size() > isoLength || text.back() != u'Z' || text[4] != u'-'
        || text[7] != u'-' || text[10] != u'T' || text[13] != u':' || text[16] != u':')
        return std::nullopt;
    const qint64 year = digitsOf(text.mid(0, 4));
    const qint64 month = digitsOf(text.mid(5, 2));
    const qint64 dayOfMonth = digitsOf(text.mid(8, 2));
    const qint64 hour = digitsOf(text.mid(11, 2));
    const qint64 minute = digitsOf(text.mid(14, 2));
    const qint64 second = digitsOf(text.mid(17, 2));
    const QDate date{int(year), int(month), int(dayOfMonth)};
    if (year < 0 || !date.isValid() || hour < 0 || hour > 23 || minute < 0 || minute > 59
        || second < 0 || second > 59)
        return std::nullopt;
    qint64 rest = 0;
    if (text.size() > 20) {
        const QStringView digits = text.mid(20, text.size() - 21);
        rest = digitsOf(digits);
        if (text[19] != u'.' || digits.isEmpty() || rest < 0)
            return std::nullopt;
        for (qsizetype i = digits.size(); i < 6; ++i)
            rest *= 10;
    }
    const qint64 day = date.toJulianDay() - julianDayOfEpoch;
    const qint64 seconds = day * secondsOfDay + hour * 3600 + minute * 60 + second;
    return Instant{seconds * 1'000'000 + rest};
}

Instant Instant::fromDateTime(const QDateTime &time)
{
    return {time.toMSecsSinceEpoch() * 1000};
}

QDateTime Instant::toDateTime() const
{
    return QDateTime::fromMSecsSinceEpoch(microseconds / 1000, Qt::UTC);
}

namespace {

/// UTC for an unknown name. Looking a zone up reads the file system; a program deals with a few.
const QTimeZone &zoneOf(const QString &name)
{
    thread_local QHash<QString, QTimeZone> zones;
    auto known = zones.constFind(name);
    if (known == zones.constEnd()) {
        const QTimeZone zone(name.toLatin1());
        known = zones.insert(name, zone.isValid() ? zone : QTimeZone::utc());
    }
    return *known;
}

} // namespace

QDate dayAt(Instant now, const QString &timeZone)
{
    return now.toDateTime().toTimeZone(zoneOf(timeZone)).date();
}

int hourAt(Instant now, const QString &timeZone)
{
    return now.toDateTime().toTimeZone(zoneOf(timeZone)).time().hour();
}

Instant startOfDay(QDate day, const QString &timeZone)
{
    return Instant::fromDateTime(day.startOfDay(zoneOf(timeZone)));
}

} // namespace tanaban
