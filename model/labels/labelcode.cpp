#include "model/labels/labelcode.h"

#include "model/scan/gs1.h"

#include <QCoreApplication>

#include <algorithm>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

struct LabelText
{
    Q_DECLARE_TR_FUNCTIONS(tanaban::LabelText)
};

using FaultOfLabel = LabelFault::Kind;
using LabelCodeResult = Result<LabelCode, LabelFault>;

constexpr qsizetype digitsOfEan = 13;
constexpr qsizetype digitsOfGtin = 14;
/// Longer ones make bars that are wider than most labels.
constexpr qsizetype longestInBars = 24;

LabelCodeResult labelFault(FaultOfLabel kind, const LabelSubject &subject, const QString &detail)
{
    return fail(LabelFault{kind, nameOf(subject), detail});
}

bool hasDigitsOnly(const QString &text)
{
    return !text.isEmpty()
           && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isEan13(const QString &barcode)
{
    return barcode.size() == digitsOfEan && hasDigitsOnly(barcode) && hasCheckDigit(barcode);
}

bool isWrongEan13(const QString &barcode)
{
    return barcode.size() == digitsOfEan && hasDigitsOnly(barcode) && !hasCheckDigit(barcode);
}

bool isAscii(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c >= u' ' && c <= u'~'; });
}

/// What finds the subject when it is scanned.
QString plainContent(const LabelSubject &subject)
{
    if (subject.entity == Entity::Lot)
        return subject.lot;
    return subject.entity == Entity::Product && !subject.barcode.isEmpty() ? subject.barcode
                                                                           : subject.code;
}

/// 14 digits; empty: the barcode is no GTIN.
QString gtinOf(const QString &barcode)
{
    const QStringList forms = barcodesOf(barcode);
    return forms.first().size() == digitsOfGtin && hasDigitsOnly(forms.first())
                   && hasCheckDigit(forms.first())
               ? forms.first()
               : QString();
}

LabelCodeResult gs1For(const LabelSubject &subject, QDate today)
{
    const QString gtin = gtinOf(subject.barcode);
    if (gtin.isEmpty())
        return labelFault(FaultOfLabel::NoGtin, subject, subject.barcode);
    LabelCode code{Symbology::Gs1DataMatrix, {}, {}};
    QStringList readable;
    Gs1 wanted;
    const auto add = [&](const QString &element, const QString &data) {
        code.content += u'[' + element + u']' + data;
        readable << u'(' + element + u')' + data;
    };
    add(u"01"_s, gtin);
    wanted.gtin = gtin;
    if (subject.entity == Entity::Lot) {
        if (subject.expiresOn) {
            add(u"17"_s, subject.expiresOn->toString(u"yyMMdd"_s));
            wanted.expiresOn = subject.expiresOn;
        }
        add(u"10"_s, subject.lot);
        wanted.lot = subject.lot;
    }
    code.readable = readable.join(u'\n');
    // As it would be read when it is scanned: what that does not give back must not be printed.
    QString scanned = u"]d2"_s + code.content;
    for (const QString &element : {u"[01]"_s, u"[17]"_s, u"[10]"_s})
        scanned.replace(element, element.mid(1, 2));
    const auto read = readScan(scanned, today);
    if (!read || !read->gs1 || read->gs1->lot != wanted.lot || read->gs1->gtin != wanted.gtin)
        return labelFault(FaultOfLabel::Lot, subject, subject.lot);
    if (read->gs1->expiresOn != wanted.expiresOn)
        return labelFault(FaultOfLabel::Expiry, subject, subject.expiresOn->toString(Qt::ISODate));
    return code;
}

LabelCodeResult barsOrSquareFor(const LabelSubject &subject)
{
    const QString content = plainContent(subject);
    const bool bars = isAscii(content) && content.size() <= longestInBars;
    return LabelCode{bars ? Symbology::Code128 : Symbology::Qr, content, content};
}

LabelCodeResult usualFor(const LabelSubject &subject, QDate today)
{
    if (subject.entity != Entity::Bin && isWrongEan13(subject.barcode))
        return labelFault(FaultOfLabel::CheckDigit, subject, subject.barcode);
    if (subject.entity == Entity::Lot) {
        if (const auto gs1 = gs1For(subject, today))
            return gs1;
    }
    if (subject.entity == Entity::Product && isEan13(subject.barcode))
        return LabelCode{Symbology::Ean13, subject.barcode, subject.barcode};
    return barsOrSquareFor(subject);
}

} // namespace

Result<LabelCode, LabelFault> labelCodeFor(const LabelSubject &subject,
                                           std::optional<Symbology> wanted,
                                           QDate today)
{
    if (!wanted)
        return usualFor(subject, today);
    const QString content = plainContent(subject);
    switch (*wanted) {
    case Symbology::Ean13:
        if (isWrongEan13(subject.barcode))
            return labelFault(FaultOfLabel::CheckDigit, subject, subject.barcode);
        if (!isEan13(subject.barcode))
            return labelFault(FaultOfLabel::NotEan13, subject, subject.barcode);
        return LabelCode{Symbology::Ean13, subject.barcode, subject.barcode};
    case Symbology::Code128:
        if (!isAscii(content))
            return labelFault(FaultOfLabel::Characters, subject, content);
        return LabelCode{Symbology::Code128, content, content};
    case Symbology::Qr:
        return LabelCode{Symbology::Qr, content, content};
    case Symbology::Gs1DataMatrix:
        return gs1For(subject, today);
    }
    return usualFor(subject, today);
}

QString nameOf(const LabelSubject &subject)
{
    return subject.entity == Entity::Lot ? QString(subject.code + u" / " + subject.lot)
                                         : subject.code;
}

QString messageOf(const LabelFault &fault)
{
    switch (fault.kind) {
    case FaultOfLabel::CheckDigit:
        return LabelText::tr(
                   "%1: the last digit of the barcode %2 is wrong. Correct the barcode of "
                   "the product, then print the label.")
            .arg(fault.subject, fault.detail);
    case FaultOfLabel::NotEan13:
        return fault.detail.isEmpty()
                   ? LabelText::tr("%1 has no barcode, so there is no EAN-13. Choose another code.")
                         .arg(fault.subject)
                   : LabelText::tr(
                         "%1: the barcode %2 is no EAN-13 (13 digits). Choose another code.")
                         .arg(fault.subject, fault.detail);
    case FaultOfLabel::NoGtin:
        return LabelText::tr("%1: GS1 needs a GTIN as the barcode of the product. Choose another "
                             "code.")
            .arg(fault.subject);
    case FaultOfLabel::Lot:
        return LabelText::tr("%1: GS1 allows lots of at most 20 letters, digits and a few signs. "
                             "Choose another code.")
            .arg(fault.subject);
    case FaultOfLabel::Expiry:
        return LabelText::tr(
                   "%1: GS1 writes years in two digits; a scanner would read %2 as another "
                   "year. Choose another code.")
            .arg(fault.subject, fault.detail);
    case FaultOfLabel::Characters:
        return LabelText::tr("%1: Code 128 has no sign for all of %2. Choose QR.")
            .arg(fault.subject, fault.detail);
    case FaultOfLabel::Room:
        return LabelText::tr("%1: the code does not fit on this label so that scanners could read "
                             "it. Choose larger labels or QR.")
            .arg(fault.subject);
    }
    return {};
}

} // namespace tanaban
