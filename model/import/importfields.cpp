#include "model/import/importfields.h"

#include "model/import/importtext.h"
#include "model/import/importwords.h"
#include "model/quantity.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

QString sentenceFor(CodeFault fault)
{
    switch (fault) {
    case CodeFault::NoFault:
        return {};
    case CodeFault::Empty:
        return ImportText::tr("it is empty");
    case CodeFault::TooShort:
        return ImportText::tr("it is too short");
    case CodeFault::TooLong:
        return ImportText::tr("it is too long");
    case CodeFault::EdgeSpace:
        return ImportText::tr("it begins or ends with a space");
    case CodeFault::ControlCharacter:
        return ImportText::tr("it contains characters that cannot be seen");
    case CodeFault::WrongCharacter:
        return ImportText::tr("it may contain only A to Z, 0 to 9 and hyphens");
    }
    Q_UNREACHABLE();
}

} // namespace

ImportFields::ImportFields(const ImportLine &line,
                           const ImportMapping &mapping,
                           std::vector<ImportFinding> &findings)
    : m_line(line)
    , m_mapping(mapping)
    , m_findings(findings)
{}

void ImportFields::refuse(const QString &field, const QString &text, std::optional<Rule> rule)
{
    m_faulty = true;
    m_findings.push_back({m_line.line, field, m_line.text(field), true, text, rule});
}

void ImportFields::refuse(const QString &field, const DomainError &error)
{
    refuse(field, messageOf(error), error.rule);
}

void ImportFields::note(const QString &field, const QString &text)
{
    m_findings.push_back({m_line.line, field, m_line.text(field), false, text, {}});
}

QString ImportFields::checked(const QString &field, CodeFault (*check)(QStringView))
{
    QString text = normalized(m_line.text(field));
    if (const CodeFault fault = check(text); fault != CodeFault::NoFault)
        refuse(field, sentenceFor(fault), Rule::InvalidCode);
    return text;
}

QString ImportFields::warehouseCode(const QString &field)
{
    return checked(field, checkWarehouseCode);
}

QString ImportFields::code(const QString &field)
{
    return checked(field, checkCode);
}

QString ImportFields::optionalCode(const QString &field)
{
    return m_line.text(field).isEmpty() ? QString() : code(field);
}

QString ImportFields::name(const QString &field)
{
    return checked(field, checkName);
}

QString ImportFields::freeText(const QString &field)
{
    return m_line.text(field).isEmpty() ? QString() : name(field);
}

QString ImportFields::timeZone(const QString &field)
{
    QString text = m_line.text(field);
    if (!QTimeZone::isTimeZoneIdAvailable(text.toLatin1()))
        refuse(field, ImportText::tr("there is no such time zone; one is for instance Asia/Tokyo"));
    return text;
}

std::optional<int> ImportFields::positive(const QString &field)
{
    const auto value = number(field, std::numeric_limits<int>::max());
    if (value && *value > 0)
        return int(*value);
    if (value || m_line.text(field).isEmpty())
        refuse(field, ImportText::tr("it must be a positive whole number"));
    return std::nullopt;
}

std::optional<qint64> ImportFields::number(const QString &field, qint64 greatest)
{
    static const QRegularExpression digits(u"^[0-9]{1,18}$"_s);
    const QString text = m_line.text(field);
    if (text.isEmpty())
        return std::nullopt;
    const qint64 value = digits.match(text).hasMatch() ? text.toLongLong() : -1;
    if (value >= 0 && value <= greatest)
        return value;
    refuse(field, ImportText::tr("it must be a whole number from 0 to %1").arg(greatest));
    return std::nullopt;
}

std::optional<qint64> ImportFields::quantity(const QString &field, int decimals)
{
    const QString text = m_line.text(field);
    if (text.isEmpty())
        return std::nullopt;
    const auto value = parseQuantity(text, decimals);
    if (value)
        return *value;
    switch (value.error()) {
    case QuantityFault::NotANumber:
        refuse(field, ImportText::tr("it is not a number"), Rule::NotANumber);
        break;
    case QuantityFault::TooManyDecimals:
        refuse(
            field,
            ImportText::tr("it has more digits after the point than the product's %1").arg(decimals),
            Rule::TooManyDecimals);
        break;
    case QuantityFault::OutOfRange:
        refuse(field, ImportText::tr("it is too much"), Rule::QuantityOutOfRange);
        break;
    }
    return std::nullopt;
}

std::optional<QDate> ImportFields::date(const QString &field)
{
    const QString text = m_line.text(field);
    if (text.isEmpty())
        return std::nullopt;
    const QString format = m_mapping.dateFormat.isEmpty() ? u"yyyy-MM-dd"_s : m_mapping.dateFormat;
    // Days of a workbook come in our form, whatever form the texts around them have.
    for (const QString &form : {format, u"yyyy-MM-dd"_s}) {
        if (const QDate date = QDate::fromString(text, form); date.isValid())
            return date;
    }
    refuse(field, ImportText::tr("it is not a date of the form %1").arg(format));
    return std::nullopt;
}

std::optional<StorageCondition> ImportFields::condition(const QString &field)
{
    const auto value = fromCode<StorageCondition>(wordIn(WordKind::Condition, m_line.text(field)));
    if (!value)
        refuse(field, ImportText::tr("it must be room_temperature, refrigerated or frozen"));
    return value;
}

StockStatus ImportFields::status(const QString &field)
{
    const QString text = m_line.text(field);
    const auto value = text.isEmpty() ? StockStatus::Available
                                      : fromCode<StockStatus>(wordIn(WordKind::Status, text));
    if (!value)
        refuse(field, ImportText::tr("it must be available, quarantined or damaged"));
    return value.value_or(StockStatus::Available);
}

QString ImportFields::partnerKind(const QString &field)
{
    const QString word = wordIn(WordKind::PartnerKind, m_line.text(field));
    if (word.isEmpty())
        refuse(field, ImportText::tr("it must be customer or supplier"));
    return word;
}

QString ImportFields::orderState(const QString &field)
{
    const QString text = m_line.text(field);
    const QString word = wordIn(WordKind::OrderState, text);
    if (word.isEmpty() && !text.isEmpty())
        refuse(field, ImportText::tr("it must be draft, open, completed or cancelled"));
    return word;
}

bool ImportFields::flag(const QString &field)
{
    const QString text = m_line.text(field);
    const QString word = text.isEmpty() ? u"true"_s : wordIn(WordKind::Flag, text);
    if (word.isEmpty())
        refuse(field, ImportText::tr("it must be true or false"));
    return word == u"true"_s;
}

} // namespace tanaban
