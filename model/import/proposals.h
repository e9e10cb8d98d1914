#pragma once

#include "model/import/importer.h"

namespace tanaban {

/// Says for values that can be right in no line what was probably meant: a word, a day or a number
/// in another form, or the one code that differs least. Looks at the first few hundred of such
/// values; where nothing or more than one thing comes near, nothing is proposed.
void propose(ImportReport &report, const ImportRequest &request, Records &records);

/// The one of these texts that comes nearest to `text`: the same but for case, width, spaces and
/// signs between, or else the only one with the fewest wrong letters (Levenshtein), one in five at
/// most, and none in a short one. Empty: none, or several.
QString nearestOf(const QStringList &known, const QString &text);

} // namespace tanaban
