#pragma once

#include "model/result.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>

namespace tanaban {

/// What Tanaban takes from a GS1 element string (GS1 General Specifications, section 3); other
/// elements are read over.
struct Gs1
{
    QString gtin;                   ///< 14 digits, with leading zeros; AI 01, or 02 for contents
    QString lot;                    ///< AI 10
    std::optional<QDate> expiresOn; ///< AI 17, or 15 (best before) where there is no 17
    std::optional<qint64> count;    ///< AI 37

    friend bool operator==(const Gs1 &, const Gs1 &) = default;
};

/// Why an element string cannot be read.
struct Gs1Fault
{
    enum class Kind {
        CheckDigit,   ///< of a GTIN
        Day,          ///< no day of the calendar
        Length,       ///< shorter or longer than the element may be
        Character,    ///< one that the element may not have
        Contradiction ///< the same element twice, with another value
    } kind = Kind::Length;
    QString element; ///< its AI, "17"

    friend bool operator==(const Gs1Fault &, const Gs1Fault &) = default;
};

/// What a scanner sent.
struct ScannedCode
{
    QString text;           ///< as it stands on the label, without what the scanner put before it
    std::optional<Gs1> gs1; ///< when it is an element string

    friend bool operator==(const ScannedCode &, const ScannedCode &) = default;
};

/// The separator of elements of variable length, FNC1 in a symbol.
inline constexpr QChar groupSeparator(0x1D);

/// Reads what was scanned. An element string is known by its symbology identifier (]C1, ]e0, ]d2,
/// ]Q3, ]J1), by a separator in it, by AIs in brackets, or by beginning with 01 or 02 and a GTIN
/// whose check digit is right; everything else is a plain code. `today` decides the century.
Result<ScannedCode, Gs1Fault> readScan(const QString &text, QDate today);

/// The last digit of a GTIN is the right one.
bool hasCheckDigit(QStringView digits);

/// A GTIN as products may have it for their barcode: with 14, 13 (EAN), 12 (UPC) and 8 digits, as
/// far as only zeros are left out. Of any other code, itself.
QStringList barcodesOf(const QString &code);

} // namespace tanaban
