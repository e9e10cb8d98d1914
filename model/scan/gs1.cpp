#include "model/scan/gs1.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <vector>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

/// AIs whose elements need no separator behind them: by their first two digits, with the length of
/// AI and data together (figure "Element strings with predefined length").
constexpr std::array<std::pair<int, int>, 23> predefined{
    {{0, 20},  {1, 16},  {2, 16},  {3, 16},  {4, 18},  {11, 8},  {12, 8}, {13, 8},
     {14, 8},  {15, 8},  {16, 8},  {17, 8},  {18, 8},  {19, 8},  {20, 4}, {31, 10},
     {32, 10}, {33, 10}, {34, 10}, {35, 10}, {36, 10}, {41, 16}, {-1, 0}}};

constexpr qsizetype longestLot = 20;
constexpr qsizetype longestCount = 8;

bool areDigits(QStringView text)
{
    return !text.isEmpty()
           && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

std::optional<int> lengthOf(QStringView element)
{
    const int beginning = element.first(2).toInt();
    for (const auto &[digits, length] : predefined) {
        if (digits == beginning)
            return length;
    }
    return std::nullopt;
}

/// The characters of an element of letters and digits (figure "GS1 AI encodable character set 82").
bool isEncodable(QChar c)
{
    static const QString others = u"!\"%&'()*+,-./_:;<=>?"_s;
    return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z')
           || others.contains(c);
}

struct Element
{
    QString ai;
    QString data;
};

/// "(01)04912345678904(10)AB": as it is written under a symbol.
std::vector<Element> writtenElements(const QString &text)
{
    static const QRegularExpression heading(u"\\(([0-9]{2,4})\\)"_s);
    std::vector<Element> elements;
    qsizetype end = 0;
    for (auto match = heading.globalMatch(text); match.hasNext();) {
        const auto next = match.next();
        if (!elements.empty())
            elements.back().data = text.mid(end, next.capturedStart() - end).trimmed();
        elements.push_back({next.captured(1), {}});
        end = next.capturedEnd();
    }
    elements.back().data = text.mid(end).trimmed();
    return elements;
}

/// The elements of a symbol, one after the other. Faulty ones come with what there is of them.
std::vector<Element> symbolElements(QStringView text)
{
    std::vector<Element> elements;
    while (!text.isEmpty()) {
        if (text.front() == groupSeparator) {
            text = text.mid(1);
            continue;
        }
        qsizetype separator = text.indexOf(groupSeparator);
        if (separator < 0)
            separator = text.size();
        const auto fixed = areDigits(text.first(std::min<qsizetype>(2, text.size())))
                                   && text.size() >= 2
                               ? lengthOf(text)
                               : std::nullopt;
        const qsizetype length = fixed ? std::min<qsizetype>(*fixed, separator) : separator;
        const QStringView element = text.first(length);
        elements.push_back({element.left(2).toString(), element.mid(2).toString()});
        text = text.mid(length);
    }
    return elements;
}

std::optional<QDate> dayOf(QStringView digits, QDate today)
{
    // A year that lies 51 to 99 years ahead is of the last century, one 50 to 99 back of the next.
    int year = today.year() / 100 * 100 + digits.first(2).toInt();
    if (year - today.year() > 50)
        year -= 100;
    else if (year - today.year() < -49)
        year += 100;
    const int month = digits.mid(2, 2).toInt();
    const int day = digits.mid(4, 2).toInt();
    const QDate first(year, month, 1);
    if (!first.isValid())
        return std::nullopt;
    const QDate date = day == 0 ? first.addMonths(1).addDays(-1) : QDate(year, month, day);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

using FaultKind = Gs1Fault::Kind;

class ElementReader
{
public:
    explicit ElementReader(QDate today)
        : m_today(today)
    {}

    Result<Gs1, Gs1Fault> read(const std::vector<Element> &elements)
    {
        std::optional<QDate> bestBefore;
        for (const Element &element : elements) {
            std::optional<FaultKind> fault;
            if (element.ai == u"01" || element.ai == u"02")
                fault = takeGtin(element);
            else if (element.ai == u"10")
                fault = takeLot(element);
            else if (element.ai == u"17")
                fault = takeDay(element, m_gs1.expiresOn);
            else if (element.ai == u"15")
                fault = takeDay(element, bestBefore);
            else if (element.ai == u"37")
                fault = takeCount(element);
            else if (!areDigits(element.ai) || element.data.isEmpty())
                fault = FaultKind::Character;
            if (fault)
                return fail(Gs1Fault{*fault, element.ai});
        }
        if (!m_gs1.expiresOn)
            m_gs1.expiresOn = bestBefore;
        return m_gs1;
    }

private:
    template <typename T>
    static std::optional<FaultKind> put(T &place, const T &value)
    {
        if (place != T() && place != value)
            return FaultKind::Contradiction;
        place = value;
        return std::nullopt;
    }

    std::optional<FaultKind> takeGtin(const Element &element)
    {
        if (element.data.size() != 14)
            return FaultKind::Length;
        if (!areDigits(element.data))
            return FaultKind::Character;
        if (!hasCheckDigit(element.data))
            return FaultKind::CheckDigit;
        return put(m_gs1.gtin, element.data);
    }

    std::optional<FaultKind> takeLot(const Element &element)
    {
        if (element.data.isEmpty() || element.data.size() > longestLot)
            return FaultKind::Length;
        if (!std::ranges::all_of(element.data, isEncodable))
            return FaultKind::Character;
        return put(m_gs1.lot, element.data);
    }

    std::optional<FaultKind> takeDay(const Element &element, std::optional<QDate> &place)
    {
        if (element.data.size() != 6)
            return FaultKind::Length;
        if (!areDigits(element.data))
            return FaultKind::Character;
        const auto day = dayOf(element.data, m_today);
        return day ? put(place, day) : FaultKind::Day;
    }

    std::optional<FaultKind> takeCount(const Element &element)
    {
        if (element.data.isEmpty() || element.data.size() > longestCount)
            return FaultKind::Length;
        if (!areDigits(element.data))
            return FaultKind::Character;
        return put(m_gs1.count, std::optional<qint64>(element.data.toLongLong()));
    }

    QDate m_today;
    Gs1 m_gs1;
};

} // namespace

bool hasCheckDigit(QStringView digits)
{
    if (!areDigits(digits))
        return false;
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const int digit = digits[i].digitValue();
        sum += (digits.size() - i) % 2 == 0 ? 3 * digit : digit;
    }
    return sum % 10 == 0;
}

Result<ScannedCode, Gs1Fault> readScan(const QString &text, QDate today)
{
    static const QRegularExpression identifier(u"^\\][A-Za-z][0-9A-Za-z]"_s);
    static const QStringList ofGs1{u"]C1"_s, u"]e0"_s, u"]d2"_s, u"]Q3"_s, u"]J1"_s};
    static const QRegularExpression written(u"^\\([0-9]{2,4}\\)"_s);
    QString code = text.trimmed();
    bool symbol = ofGs1.contains(code.left(3));
    if (identifier.match(code).hasMatch())
        code.remove(0, 3);
    symbol = symbol || code.contains(groupSeparator);
    if (!symbol && (code.startsWith(u"01"_s) || code.startsWith(u"02"_s)) && code.size() >= 16)
        symbol = hasCheckDigit(QStringView(code).mid(2, 14));
    const bool brackets = written.match(code).hasMatch();
    if (!symbol && !brackets)
        return ScannedCode{code, std::nullopt};
    const auto gs1 = ElementReader(today).read(brackets ? writtenElements(code)
                                                        : symbolElements(code));
    if (!gs1)
        return fail(Gs1Fault(gs1.error()));
    return ScannedCode{code, *gs1};
}

QStringList barcodesOf(const QString &code)
{
    static constexpr std::array lengths{14, 13, 12, 8};
    const bool isGtin = std::ranges::find(lengths, code.size()) != lengths.end()
                        && hasCheckDigit(code);
    if (!isGtin)
        return {code};
    const QString full = code.rightJustified(14, u'0');
    QStringList codes;
    for (const int length : lengths) {
        if (full.first(14 - length).count(u'0') == 14 - length)
            codes << full.last(length);
    }
    return codes;
}

} // namespace tanaban
