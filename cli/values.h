#pragma once

#include "model/domainerror.h"
#include "model/quantity.h"
#include "model/rows.h"

#include "cli/arguments.h"

namespace tanaban::cli {

// What stands in an option or operand, or a sentence saying what is wrong with it (wrong usage).

/// A positive whole number of plain digits, at most `greatest`.
Result<qint64, QString> parseNumber(const QString &text,
                                    const QString &name,
                                    qint64 greatest = std::numeric_limits<qint64>::max());
Result<QUuid, QString> parseUuid(const QString &text);
Result<QDate, QString> parseDate(const QString &text);

/// "W/Z" or "W/Z/BIN"; the bin may contain slashes.
struct PlaceName
{
    QString warehouse;
    int zone = 0;
    QString bin;
};
Result<PlaceName, QString> parsePlace(const QString &text);

/// A decimal in the product's unit. Too many decimals, something else than a number or too much
/// is a rule of the domain, not wrong usage.
Result<qint64, DomainError> quantityOf(const QString &text,
                                       const Product &product,
                                       bool allowNegative = false);

} // namespace tanaban::cli
