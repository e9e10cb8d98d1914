#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>

#include <optional>

namespace tanaban {

/// A point in time: microseconds since 1970 in UTC, the precision both engines keep.
struct Instant
{
    qint64 microseconds = 0;

    /// "2026-11-21T06:00:00.000000Z", the form of the contract.
    QString toIso() const;
    static std::optional<Instant> fromIso(QStringView text);
    static Instant fromDateTime(const QDateTime &time);
    QDateTime toDateTime() const;
    Instant plusSeconds(qint64 seconds) const { return {microseconds + seconds * 1'000'000}; }

    friend auto operator<=>(const Instant &, const Instant &) = default;
};

/// The calendar day in `timeZone` (an IANA name) at `now`: at six in the morning in Tokyo it is
/// still yesterday in UTC. An unknown zone counts as UTC.
QDate dayAt(Instant now, const QString &timeZone);
/// The hour of the day there, 0 to 23.
int hourAt(Instant now, const QString &timeZone);
/// The first moment of a day there.
Instant startOfDay(QDate day, const QString &timeZone);

} // namespace tanaban
