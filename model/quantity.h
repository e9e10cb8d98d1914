#pragma once

#include "model/result.h"

#include <QLocale>
#include <QString>

namespace tanaban {

/// Quantities are whole numbers of a product's smallest unit; people read and type decimals in the
/// product's unit, with `decimals` (0 to 3) digits after the point.
inline constexpr qint64 greatestQuantity = 1'000'000'000;

enum class QuantityFault {
    NotANumber,
    TooManyDecimals,
    OutOfRange
};

/// "1.5" with 1 decimal is 15. Digits, one point, an optional sign where `allowNegative`; nothing
/// else: no grouping, exponent, full-width digits or spaces, so that nothing is silently re-read.
Result<qint64, QuantityFault> parseQuantity(QStringView text,
                                            int decimals,
                                            bool allowNegative = false);

/// 15 with 1 decimal is "1.5"; always with a point, for files, scripts and JSON.
QString formatQuantity(qint64 quantity, int decimals);

/// The same for people: grouping and decimal point of the locale.
QString displayQuantity(qint64 quantity, int decimals, const QLocale &locale = QLocale());

/// What people may type in a form: the locale's own decimal point, full-width digits as an input
/// method leaves them, and sums of products such as "12*6+3". Exact, or a fault.
Result<qint64, QuantityFault> evaluateQuantity(QStringView text,
                                               int decimals,
                                               const QLocale &locale = QLocale());

} // namespace tanaban
