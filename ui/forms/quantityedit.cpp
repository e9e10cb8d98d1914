#include "ui/forms/quantityedit.h"

#include "ui/forms/formtext.h"
#include "ui/words.h"

namespace tanaban::ui {

using namespace Qt::StringLiterals;

QuantityEdit::QuantityEdit(QWidget *parent)
    : QLineEdit(parent)
{
    setInputMethodHints(Qt::ImhFormattedNumbersOnly);
    setMaxLength(60);
}

void QuantityEdit::setProduct(int decimals, const QString &unit)
{
    m_decimals = decimals;
    m_unit = unit;
    if (!m_signed)
        setPlaceholderText(unit);
}

std::optional<qint64> QuantityEdit::value() const
{
    if (isBlank())
        return std::nullopt;
    const auto read = this->read();
    return read ? std::optional(*read) : std::nullopt;
}

QString QuantityEdit::fault() const
{
    if (isBlank())
        return {};
    const auto read = this->read();
    return read ? QString() : quantityFaultText(read.error(), m_decimals);
}

QString QuantityEdit::workedOut() const
{
    const auto quantity = value();
    const QString plain = text().normalized(QString::NormalizationForm_KC);
    const bool sum = plain.contains(u'*') || plain.contains(u'×') || plain.indexOf(u'+', 1) > 0;
    return quantity && sum ? u"= "_s + Words::quantity(*quantity, m_decimals, m_unit) : QString();
}

void QuantityEdit::setValue(qint64 quantity)
{
    QString number = formatQuantity(quantity, m_decimals);
    number.replace(u'.', locale().decimalPoint());
    setText(m_signed && quantity > 0 ? u'+' + number : number);
}

Result<qint64, QuantityFault> QuantityEdit::read() const
{
    if (!m_signed)
        return evaluateQuantity(text(), m_decimals);
    QString plain = text().normalized(QString::NormalizationForm_KC).trimmed();
    const bool less = plain.startsWith(u'-') || plain.startsWith(QChar(0x2212));
    if (less || plain.startsWith(u'+'))
        plain.remove(0, 1);
    // "-3+5" could mean two things.
    if (less && plain.contains(u'+'))
        return fail(QuantityFault::NotANumber);
    const auto quantity = evaluateQuantity(plain, m_decimals);
    if (!quantity)
        return fail(QuantityFault(quantity.error()));
    return less ? -*quantity : *quantity;
}

} // namespace tanaban::ui
