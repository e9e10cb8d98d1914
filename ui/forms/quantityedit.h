#pragma once

#include "model/quantity.h"

#include <QLineEdit>

namespace tanaban::ui {

/// A quantity in the product's unit: from a keyboard, an input method or a scanner, also as a sum
/// such as 12*6+3. What was typed is never rewritten.
class QuantityEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit QuantityEdit(QWidget *parent = nullptr);

    void setProduct(int decimals, const QString &unit);
    /// "+3" and "-3"; without a sign it is more.
    void setSigned(bool allowed) { m_signed = allowed; }

    /// In smallest units; nothing when empty or wrong.
    std::optional<qint64> value() const;
    /// What is wrong, in words; empty when nothing is, or nothing was typed.
    QString fault() const;
    bool isBlank() const { return text().trimmed().isEmpty(); }
    /// "= 72 bags" where what was typed needs working out.
    QString workedOut() const;
    void setValue(qint64 quantity);

    int decimals() const { return m_decimals; }

private:
    Result<qint64, QuantityFault> read() const;

    int m_decimals = 0;
    QString m_unit;
    bool m_signed = false;
};

} // namespace tanaban::ui
