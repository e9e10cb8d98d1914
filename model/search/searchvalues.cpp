#include "model/search/searchvalues.h"

#include "model/dayspan.h"
#include "model/quantity.h"

#include <QRegularExpression>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

/// A range taken apart: signs and what stands between them.
struct Comparison
{
    enum class Kind {
        Equal,
        Less,
        AtMost,
        More,
        AtLeast,
        Between
    } kind = Kind::Equal;
    QString from; ///< Between: empty for no end; otherwise the only figure
    QString to;
};

Comparison comparisonOf(const QString &folded)
{
    using enum Comparison::Kind;
    struct Sign
    {
        QString text;
        Comparison::Kind kind;
    };
    static const std::vector<Sign> before{{u"<="_s, AtMost},
                                          {u"≤"_s, AtMost},
                                          {u"≦"_s, AtMost},
                                          {u">="_s, AtLeast},
                                          {u"≥"_s, AtLeast},
                                          {u"≧"_s, AtLeast},
                                          {u"<"_s, Less},
                                          {u">"_s, More},
                                          {u"="_s, Equal}};
    static const std::vector<Sign> behind{{u"未満"_s, Less},
                                          {u"以下"_s, AtMost},
                                          {u"以前"_s, AtMost},
                                          {u"まで"_s, AtMost},
                                          {u"以上"_s, AtLeast},
                                          {u"以降"_s, AtLeast},
                                          {u"から"_s, AtLeast},
                                          {u"超"_s, More}};
    for (const Sign &sign : before) {
        if (folded.startsWith(sign.text))
            return {sign.kind, folded.mid(sign.text.size()).trimmed(), {}};
    }
    for (const Sign &sign : behind) {
        if (folded.endsWith(sign.text))
            return {sign.kind, folded.chopped(sign.text.size()).trimmed(), {}};
    }
    static const QRegularExpression between(u"\\.\\.|~|〜"_s);
    if (const auto match = between.match(folded); match.hasMatch()) {
        return {Between,
                folded.left(match.capturedStart()).trimmed(),
                folded.mid(match.capturedEnd()).trimmed()};
    }
    return {Equal, folded, {}};
}

/// Exact, in thousandths. One figure is less than a billion, or has as many decimals as fit.
std::optional<qint64> thousandths(const QString &text, const QLocale &locale)
{
    qint64 factor = 1;
    for (int decimals = 3; decimals >= 0; --decimals, factor *= 10) {
        if (const auto quantity = evaluateQuantity(text, decimals, locale))
            return *quantity * factor;
    }
    return std::nullopt;
}

QString formatThousandths(qint64 quantity)
{
    QString text = QString::number(quantity / 1000);
    if (const qint64 rest = quantity % 1000; rest != 0) {
        text += u'.' + QString::number(rest).rightJustified(3, u'0');
        while (text.endsWith(u'0'))
            text.chop(1);
    }
    return text;
}

/// The first and the last day that is meant by one date, month, year or distance from today.
struct Days
{
    SearchDay first;
    SearchDay last;
};

std::optional<Days> readDays(const QString &text, const QLocale &locale)
{
    static const QStringList today{u"today"_s, u"今日"_s, u"本日"_s};
    static const QRegularExpression distance(u"^([+\\-−])([0-9]{1,5})$"_s);
    static const QRegularExpression year(u"^([0-9]{4})年?$"_s);
    if (today.contains(text))
        return Days{};
    if (const auto match = distance.match(text); match.hasMatch()) {
        const int days = match.captured(2).toInt();
        const SearchDay day{{}, match.captured(1) == u"+"_s ? days : -days};
        return Days{day, day};
    }
    auto span = readDaySpan(text, locale);
    if (const auto match = year.match(text); match.hasMatch()) {
        const int number = match.captured(1).toInt();
        span = DaySpan{QDate(number, 1, 1), QDate(number, 12, 31)};
    }
    // Years of four digits, with the days before and behind them too.
    if (!span || span->first.year() < 1001 || span->last.year() > 9998)
        return std::nullopt;
    return Days{{span->first, 0}, {span->last, 0}};
}

SearchDay later(const SearchDay &day, int days)
{
    return day.date.isValid() ? SearchDay{day.date.addDays(days), 0}
                              : SearchDay{{}, day.days + days};
}

QString formatDay(const SearchDay &day)
{
    if (day.date.isValid())
        return day.date.toString(Qt::ISODate);
    return day.days < 0 ? QString::number(day.days) : u'+' + QString::number(day.days);
}

/// Nothing: they cannot be compared.
std::optional<bool> isLess(const SearchDay &a, const SearchDay &b)
{
    if (a.date.isValid() != b.date.isValid())
        return std::nullopt;
    return a.date.isValid() ? a.date < b.date : a.days < b.days;
}

std::optional<bool> isLess(qint64 a, qint64 b)
{
    return a < b;
}

template <typename Value>
bool narrowEnd(std::optional<Value> &end, const std::optional<Value> &other, bool upper)
{
    if (!other)
        return true;
    if (!end) {
        end = other;
        return true;
    }
    const std::optional<bool> narrower = upper ? isLess(*other, *end) : isLess(*end, *other);
    if (narrower.value_or(false))
        end = other;
    return narrower.has_value();
}

} // namespace

std::optional<QuantityRange> readQuantityRange(QStringView text, const QLocale &locale)
{
    const Comparison comparison = comparisonOf(foldedWord(text));
    const auto from = thousandths(comparison.from, locale);
    using enum Comparison::Kind;
    if (comparison.kind == Between) {
        const auto to = thousandths(comparison.to, locale);
        const bool wrong = (!from && !comparison.from.isEmpty())
                           || (!to && !comparison.to.isEmpty());
        return wrong || (!from && !to) ? std::nullopt : std::optional(QuantityRange{from, to});
    }
    if (!from)
        return std::nullopt;
    switch (comparison.kind) {
    case Less:
        return QuantityRange{std::nullopt, *from - 1};
    case AtMost:
        return QuantityRange{std::nullopt, from};
    case More:
        return QuantityRange{*from + 1, std::nullopt};
    case AtLeast:
        return QuantityRange{from, std::nullopt};
    case Equal:
    case Between:
        break;
    }
    return QuantityRange{from, from};
}

QString formatRange(const QuantityRange &range)
{
    if (range.least && range.most) {
        const QString least = formatThousandths(*range.least);
        return range.least == range.most
                   ? least
                   : QString(least + u".."_s + formatThousandths(*range.most));
    }
    // "<10" rather than "<=9.999".
    const qint64 nearest = range.least ? *range.least - 1 : range.most.value_or(0) + 1;
    const bool open = nearest >= 0 && nearest % 1000 == 0;
    const QString sign = range.least ? u">"_s : u"<"_s;
    return open ? QString(sign + formatThousandths(nearest))
                : QString(sign + u'='
                          + formatThousandths(range.least ? *range.least : range.most.value_or(0)));
}

std::optional<DayRange> readDayRange(QStringView text, const QLocale &locale)
{
    static const QStringList never{u"never"_s, u"none"_s, u"なし"_s, u"無し"_s};
    const QString folded = foldedWord(text).trimmed();
    if (never.contains(folded))
        return DayRange{{}, {}, true};
    const Comparison comparison = comparisonOf(folded);
    const auto from = readDays(comparison.from, locale);
    using enum Comparison::Kind;
    if (comparison.kind == Between) {
        const auto to = readDays(comparison.to, locale);
        if ((!from && !comparison.from.isEmpty()) || (!to && !comparison.to.isEmpty())
            || (!from && !to))
            return std::nullopt;
        DayRange range;
        if (from)
            range.first = from->first;
        if (to)
            range.last = to->last;
        return range;
    }
    if (!from)
        return std::nullopt;
    switch (comparison.kind) {
    case Less:
        return DayRange{{}, later(from->first, -1)};
    case AtMost:
        return DayRange{{}, from->last};
    case More:
        return DayRange{later(from->last, 1), {}};
    case AtLeast:
        return DayRange{from->first, {}};
    case Equal:
    case Between:
        break;
    }
    // A distance by itself is all the time until then.
    if (!from->first.date.isValid() && from->first.days != 0)
        return from->first.days > 0 ? DayRange{SearchDay{}, from->last}
                                    : DayRange{from->first, SearchDay{}};
    return DayRange{from->first, from->last};
}

QString formatRange(const DayRange &range, SearchWording wording)
{
    if (range.never)
        return wording == SearchWording::English ? u"never"_s : u"なし"_s;
    if (range.first && range.last)
        return formatDay(*range.first) + u".."_s + formatDay(*range.last);
    if (range.first)
        return u">="_s + formatDay(*range.first);
    return range.last ? u"<="_s + formatDay(*range.last) : QString();
}

bool narrow(QuantityRange &range, const QuantityRange &other)
{
    return narrowEnd(range.least, other.least, false) && narrowEnd(range.most, other.most, true);
}

bool narrow(DayRange &range, const DayRange &other)
{
    if (range.never || other.never)
        return range == other;
    return narrowEnd(range.first, other.first, false) && narrowEnd(range.last, other.last, true);
}

bool isImpossible(const QuantityRange &range)
{
    return range.most && *range.most < range.least.value_or(0);
}

bool isImpossible(const DayRange &range)
{
    return range.first && range.last && isLess(*range.last, *range.first).value_or(false);
}

} // namespace tanaban
