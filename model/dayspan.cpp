#include "model/dayspan.h"

#include <QRegularExpression>

namespace tanaban {

using namespace Qt::StringLiterals;

std::optional<DaySpan> readDaySpan(QStringView text, const QLocale &locale)
{
    const QString plain = text.toString().normalized(QString::NormalizationForm_KC).trimmed();
    static const QRegularExpression month(u"^([0-9]{4})(?:[-/.]([0-9]{1,2})|年([0-9]{1,2})月)$"_s);
    static const QRegularExpression day(u"^([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})$"_s);
    static const QRegularExpression kanji(u"^([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日$"_s);
    static const QRegularExpression digits(u"^([0-9]{4})([0-9]{2})([0-9]{2})$"_s);
    if (const auto match = month.match(plain); match.hasMatch()) {
        const int number = match.captured(match.lastCapturedIndex()).toInt();
        const QDate first(match.captured(1).toInt(), number, 1);
        return first.isValid() ? std::optional(DaySpan{first, first.addMonths(1).addDays(-1)})
                               : std::nullopt;
    }
    const auto one = [](QDate date) {
        return date.isValid() ? std::optional(DaySpan{date, date}) : std::nullopt;
    };
    for (const QRegularExpression &form : {day, kanji, digits}) {
        if (const auto match = form.match(plain); match.hasMatch()) {
            return one(QDate(
                match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()));
        }
    }
    QDate date = locale.toDate(plain, QLocale::ShortFormat);
    // Short forms have two digits for the year; nothing in a warehouse is of the last century.
    if (date.isValid() && date.year() < 2000)
        date = date.addYears(100);
    return one(date);
}

} // namespace tanaban
