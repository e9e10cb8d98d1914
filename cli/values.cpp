#include "cli/values.h"

#include <QRegularExpression>

#include "cli/text.h"

namespace tanaban::cli {

using namespace Qt::StringLiterals;

Result<qint64, QString> parseNumber(const QString &text, const QString &name, qint64 greatest)
{
    // toLongLong alone would take " +5".
    static const QRegularExpression digits(u"^[0-9]{1,18}$"_s);
    const qint64 number = digits.match(text).hasMatch() ? text.toLongLong() : 0;
    if (number < 1 || number > greatest)
        return fail(Text::tr("%1 must be a positive whole number, not \"%2\".").arg(name, text));
    return number;
}

Result<QUuid, QString> parseUuid(const QString &text)
{
    static const QRegularExpression form(u"^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$"_s);
    const QUuid id = form.match(text).hasMatch() ? QUuid::fromString(text) : QUuid();
    if (id.isNull())
        return fail(Text::tr("\"%1\" is not a UUID.").arg(text));
    return id;
}

Result<QDate, QString> parseDate(const QString &text)
{
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (!date.isValid() || date.toString(Qt::ISODate) != text)
        return fail(Text::tr("\"%1\" is not a date; write YYYY-MM-DD.").arg(text));
    return date;
}

Result<PlaceName, QString> parsePlace(const QString &text)
{
    const qsizetype first = text.indexOf(u'/');
    if (first <= 0)
        return fail(Text::tr("\"%1\" is not a place; write WAREHOUSE/ZONE or WAREHOUSE/ZONE/BIN.")
                        .arg(text));
    const qsizetype second = text.indexOf(u'/', first + 1);
    const QString zoneText = text.mid(first + 1, second < 0 ? -1 : second - first - 1);
    const auto zone = parseNumber(zoneText, Text::tr("The zone"), std::numeric_limits<int>::max());
    if (!zone)
        return fail(QString(zone.error()));
    return PlaceName{
        text.left(first), int(*zone), second < 0 ? QString() : normalized(text.mid(second + 1))};
}

Result<qint64, DomainError> quantityOf(const QString &text,
                                       const Product &product,
                                       bool allowNegative)
{
    const auto quantity = parseQuantity(text, product.decimals, allowNegative);
    if (quantity)
        return *quantity;
    DomainError error;
    switch (quantity.error()) {
    case QuantityFault::NotANumber:
        error.rule = Rule::NotANumber;
        break;
    case QuantityFault::TooManyDecimals:
        error.rule = Rule::TooManyDecimals;
        break;
    case QuantityFault::OutOfRange:
        error.rule = Rule::QuantityOutOfRange;
        break;
    }
    error.subject = product.code;
    error.detail = text;
    error.decimals = product.decimals;
    error.unit = product.unit;
    return fail(error);
}

} // namespace tanaban::cli
