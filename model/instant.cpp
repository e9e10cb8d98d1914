#include "model/instant.h"

#include <QTimeZone>

namespace tanaban {

using namespace Qt::StringLiterals;

QString Instant::toIso() const
{
    qint64 seconds = microseconds / 1'000'000;
    qint64 rest = microseconds % 1'000'000;
    if (rest < 0) {
        rest += 1'000'000;
        --seconds;
    }
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ss"_s)
           + u"."_s + QString::number(rest).rightJustified(6, u'0') + u"Z"_s;
}

std::optional<Instant> Instant::fromIso(QStringView text)
{
    if (text.size() < 20 || !text.endsWith(u'Z'))
        return std::nullopt;
    QDateTime time = QDateTime::fromString(text.left(19).toString(), u"yyyy-MM-ddTHH:mm:ss"_s);
    time.setTimeSpec(Qt::UTC);
    if (!time.isValid())
        return std::nullopt;
    qint64 rest = 0;
    if (text[19] == u'.') {
        QString digits = text.mid(20, text.size() - 21).toString();
        if (digits.isEmpty() || digits.size() > 6)
            return std::nullopt;
        bool number = false;
        rest = digits.leftJustified(6, u'0').toLongLong(&number);
        if (!number || rest < 0)
            return std::nullopt;
    } else if (text.size() != 20) {
        return std::nullopt;
    }
    return Instant{time.toSecsSinceEpoch() * 1'000'000 + rest};
}

Instant Instant::fromDateTime(const QDateTime &time)
{
    return {time.toMSecsSinceEpoch() * 1000};
}

QDateTime Instant::toDateTime() const
{
    return QDateTime::fromMSecsSinceEpoch(microseconds / 1000, Qt::UTC);
}

QDate dayAt(Instant now, const QString &timeZone)
{
    const QTimeZone zone(timeZone.toLatin1());
    const QDateTime time = now.toDateTime();
    return zone.isValid() ? time.toTimeZone(zone).date() : time.date();
}

} // namespace tanaban
