#include "model/quantity.h"

#include <QStringList>

#include <array>
#include <cstdlib>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<qint64, 4> powersOfTen{1, 10, 100, 1000};

/// A decimal with its own scale, so that 2.5*4 is 10 exactly, whatever the product's decimals.
struct Decimal
{
    qint64 digits = 0;
    int scale = 0;
};

Result<Decimal, QuantityFault> parseDecimal(QStringView text)
{
    Decimal number;
    bool point = false;
    bool any = false;
    for (const QChar character : text) {
        if (character == u'.') {
            if (point || !any)
                return fail(QuantityFault::NotANumber);
            point = true;
            continue;
        }
        if (character < u'0' || character > u'9')
            return fail(QuantityFault::NotANumber);
        any = true;
        if (number.digits > greatestQuantity * 1000)
            return fail(QuantityFault::OutOfRange);
        number.digits = number.digits * 10 + (character.unicode() - u'0');
        if (point && ++number.scale > 3)
            return fail(QuantityFault::TooManyDecimals);
    }
    if (!any || text.back() == u'.')
        return fail(QuantityFault::NotANumber);
    return number;
}

Result<qint64, QuantityFault> atScale(Decimal number, int decimals)
{
    while (number.scale > decimals) {
        if (number.digits % 10 != 0)
            return fail(QuantityFault::TooManyDecimals);
        number.digits /= 10;
        --number.scale;
    }
    const qint64 factor = powersOfTen[size_t(decimals - number.scale)];
    if (number.digits > greatestQuantity / factor)
        return fail(QuantityFault::OutOfRange);
    return number.digits * factor;
}

Result<Decimal, QuantityFault> product(QStringView term)
{
    Decimal result{1, 0};
    for (const QStringView factorText : term.split(u'*')) {
        const auto factor = parseDecimal(factorText.trimmed());
        if (!factor)
            return fail(factor.error());
        if (factor->digits != 0 && result.digits > greatestQuantity * 1000 / factor->digits)
            return fail(QuantityFault::OutOfRange);
        result = {result.digits * factor->digits, result.scale + factor->scale};
        while (result.scale > 0 && result.digits % 10 == 0)
            result = {result.digits / 10, result.scale - 1};
        if (result.scale > 3)
            return fail(QuantityFault::TooManyDecimals);
    }
    return result;
}

} // namespace

Result<qint64, QuantityFault> parseQuantity(QStringView text, int decimals, bool allowNegative)
{
    bool negative = false;
    if (allowNegative && (text.startsWith(u'-') || text.startsWith(u'+'))) {
        negative = text.front() == u'-';
        text = text.mid(1);
    }
    const auto number = parseDecimal(text);
    if (!number)
        return fail(number.error());
    const auto quantity = atScale(*number, decimals);
    if (!quantity)
        return quantity;
    return negative ? -*quantity : *quantity;
}

QString formatQuantity(qint64 quantity, int decimals)
{
    const qint64 unit = powersOfTen[size_t(decimals)];
    QString text = QString::number(std::abs(quantity) / unit);
    if (decimals > 0)
        text += u'.' + QString::number(std::abs(quantity) % unit).rightJustified(decimals, u'0');
    return quantity < 0 ? u'-' + text : text;
}

QString displayQuantity(qint64 quantity, int decimals, const QLocale &locale)
{
    const qint64 unit = powersOfTen[size_t(decimals)];
    QString text = locale.toString(std::abs(quantity) / unit);
    if (decimals > 0) {
        text += locale.decimalPoint()
                + QString::number(std::abs(quantity) % unit).rightJustified(decimals, u'0');
    }
    return quantity < 0 ? u'-' + text : text;
}

Result<qint64, QuantityFault> evaluateQuantity(QStringView text, int decimals, const QLocale &locale)
{
    // NFKC turns the full-width digits and signs of an input method into plain ones.
    QString plain = text.toString().normalized(QString::NormalizationForm_KC).trimmed();
    plain.replace(u'×', u'*');
    if (locale.decimalPoint() != u"."_s && plain.contains(locale.decimalPoint())) {
        if (plain.contains(u'.'))
            return fail(QuantityFault::NotANumber);
        plain.replace(locale.decimalPoint(), u"."_s);
    }
    qint64 sum = 0;
    for (const QStringView term : QStringView(plain).split(u'+')) {
        const auto value = product(term);
        if (!value)
            return fail(value.error());
        const auto quantity = atScale(*value, decimals);
        if (!quantity)
            return quantity;
        sum += *quantity;
        if (sum > greatestQuantity)
            return fail(QuantityFault::OutOfRange);
    }
    return sum;
}

} // namespace tanaban
