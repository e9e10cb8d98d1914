#pragma once

#include "model/codes.h"
#include "model/result.h"

#include <QDate>
#include <QString>

#include <optional>

namespace tanaban {

/// The kinds of bar codes that labels carry.
enum class Symbology {
    Ean13,
    Code128,
    Qr,
    Gs1DataMatrix
};

/// What a label is for: a product, a lot or a bin.
struct LabelSubject
{
    Entity entity = Entity::Product;
    QString code;                   ///< of the product or bin; of a lot, that of its product
    QString name;                   ///< of the product
    QString barcode;                ///< of the product; may be empty
    QString lot;                    ///< of a lot
    QString place;                  ///< of a bin: "WH001 · 1 Ambient"
    std::optional<QDate> expiresOn; ///< of a lot

    friend bool operator==(const LabelSubject &, const LabelSubject &) = default;
};

/// What a label says to a scanner.
struct LabelCode
{
    Symbology symbology = Symbology::Code128;
    QString content;  ///< of GS1, element by element: "[01]04912345678904[17]270228[10]AB"
    QString readable; ///< the same for people

    friend bool operator==(const LabelCode &, const LabelCode &) = default;
};

/// Why there is no label.
struct LabelFault
{
    enum class Kind {
        CheckDigit, ///< the barcode has 13 digits, and the last one is wrong
        NotEan13,   ///< EAN-13 was wanted of another barcode
        NoGtin,     ///< GS1 was wanted, and the product has no GTIN for its barcode
        Lot,        ///< GS1 does not allow this lot
        Expiry,     ///< GS1 writes years in two digits, which would be read as another year
        Characters, ///< Code 128 was wanted of other characters than those of ASCII
        Room        ///< the bars do not fit on the label
    } kind = Kind::CheckDigit;
    QString subject; ///< "P-001", "P-001 / L-204", "A-01"
    QString detail;  ///< the code that is wrong
};

/// The code for a subject. Without `wanted`: of a product its barcode, EAN-13 where it is one; of a
/// lot, GS1 where the product has a GTIN; else the code that people know, in Code 128 or, where that
/// cannot be, in QR. Whatever is chosen, a scanner gives back what finds the subject.
/// `today` decides how years are read.
Result<LabelCode, LabelFault> labelCodeFor(const LabelSubject &subject,
                                           std::optional<Symbology> wanted,
                                           QDate today);

/// "P-001", "P-001 / L-204", "A-01".
QString nameOf(const LabelSubject &subject);
/// What is wrong and what to do; translated.
QString messageOf(const LabelFault &fault);

} // namespace tanaban
