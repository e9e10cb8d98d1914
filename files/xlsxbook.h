#pragma once

#include <QStringList>

#include <optional>
#include <vector>

#include "files/xmlpart.h"

namespace tanaban::files {

/// What the cells of a workbook (ISO/IEC 29500, SpreadsheetML) refer to, read once.
struct XlsxBook
{
    QString sheet; ///< the file of the first sheet that is shown
    QStringList texts;
    std::vector<bool> isDay; ///< by cell style: the number is shown as a day or a time
    bool from1904 = false;

    /// A sheet or the texts of a package of this size unpack to at most so many bytes.
    static constexpr qint64 mostUnpacked(qint64 packed) { return 64'000'000 + 200 * packed; }
    /// In memory, the texts of a package of this size take at most so many bytes.
    static constexpr qint64 mostKept(qint64 packed) { return 16'000'000 + 40 * packed; }

    /// Nothing when it is no workbook; `fault` is a sentence then.
    static std::optional<XlsxBook> read(const ZipPackage &package, QString &fault);
};

/// What is wrong with a workbook that is small and has no end.
QString tooMuch();

/// The text of the element that was begun, without what tells how Japanese is read; ends behind it.
QString textWithin(QXmlStreamReader &xml);

/// "_x000D_" in a text stands for the character with this number.
QString withoutEscapes(const QString &text);

/// What a number is as text, as a person would see it: 15 digits, never with an exponent.
QString numberText(double value);
/// The day that a number means, with the time where there is one: "2027-02-28 10:41:07".
QString dayText(double value, bool from1904);

} // namespace tanaban::files
