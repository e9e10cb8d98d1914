#pragma once

#include "model/search/searchkeys.h"

#include <vector>

namespace tanaban {

/// One of the values behind a key, or a word without one.
struct SearchPiece
{
    qsizetype start = 0; ///< in the text, with its quotes
    qsizetype length = 0;
    QString text; ///< without quotes
    bool quoted = false;
    bool star = false; ///< an asterisk stands behind it: its beginning is meant
};

/// What stands between two spaces: `lot:A;B`, `-milk`, `"green tea"`.
struct SearchToken
{
    qsizetype start = 0;
    qsizetype length = 0;
    bool negated = false;
    SearchKey key = SearchKey::Words;
    QString keyWord;                 ///< as typed, without the colon
    std::vector<SearchPiece> pieces; ///< at least one; an empty one where nothing is typed yet
};

/// Takes any text apart; nothing is a mistake here. Spaces, colons, semicolons, signs and quotes
/// of full width are as good as others; "" within quotes is one of them.
std::vector<SearchToken> searchTokens(QStringView text);

/// As the language has to have it: in quotes where the text would be read otherwise. `key`: the
/// value of a key, not a word.
QString quotedForSearch(const QString &text, bool key);

} // namespace tanaban
