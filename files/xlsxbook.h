#pragma once

#include <QStringList>

#include <optional>
#include <vector>

#include "files/zippackage.h"

namespace tanaban::files {

/// What the cells of a workbook (ISO/IEC 29500, SpreadsheetML) refer to, read once.
struct XlsxBook
{
    QString sheet; ///< the file of the first sheet that is shown
    QStringList texts;
    std::vector<bool> isDay; ///< by cell style: the number is shown as a day or a time
    bool from1904 = false;

    /// Nothing when it is no workbook; `fault` is a sentence then.
    static std::optional<XlsxBook> read(const ZipPackage &package, QString &fault);
};

/// "_x000D_" in a text stands for the character with this number.
QString withoutEscapes(const QString &text);

/// What a number is as text, as a person would see it: 15 digits, never with an exponent.
QString numberText(double value);
/// The day that a number means, with the time where there is one: "2027-02-28 10:41:07".
QString dayText(double value, bool from1904);

} // namespace tanaban::files
