#pragma once

#include <QString>

namespace tanaban {

/// Text for a CSV file that no spreadsheet runs as a formula: a line that begins with = + - @ (wide
/// ones too, and behind spaces), a tab or a return (OWASP, "CSV Injection") gets an apostrophe in
/// front, and so does what would be taken for such. ordinary(harmless(text)) == text.
QString harmless(const QString &text);
QString ordinary(const QString &text);

} // namespace tanaban
