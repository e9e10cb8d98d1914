#pragma once

#include "model/search/searchkeys.h"
#include "model/stockfilter.h"

#include <QLocale>

namespace tanaban {

/// What the text of the search field means.
struct SearchQuery
{
    /// A recognised `key:value`, as it stands in the text.
    struct Term
    {
        qsizetype start = 0;
        qsizetype length = 0;
        SearchKey key = SearchKey::Words;
        bool negated = false;
        QString value; ///< as typed, without key and sign

        friend bool operator==(const Term &, const Term &) = default;
    };

    /// Something that was not understood, and where. It has no part in the filter.
    struct Finding
    {
        enum class Kind {
            UnknownKey,    ///< searched for as a word
            NeedsValue,    ///< nothing behind the colon yet
            NeedsNumber,   ///< a quantity
            NeedsDay,      ///< a day, month or distance
            NeedsWord,     ///< one of valueWordsOf(key)
            NeedsCode,     ///< a code that cannot exist
            NeedsZone,     ///< WH001/2 or 2
            CannotExclude, ///< makes no sense with a minus
            CannotCombine, ///< alternatives, or ends of a range, that exclude putting together
            NothingFits,   ///< asked for and excluded at once: the filter lets nothing through
            NotSearchable, ///< a word with control characters or too long
            TooMany        ///< words or values, from here on
        } kind = Kind::UnknownKey;
        qsizetype start = 0;
        qsizetype length = 0;
        SearchKey key = SearchKey::Words;
        QString word; ///< the key as typed

        friend bool operator==(const Finding &, const Finding &) = default;
    };

    StockFilter filter; ///< text, terms, low and withEmpty; nothing else is ever set
    std::vector<Term> terms;
    std::vector<Finding> findings; ///< in the order of the text
};

/// Reads any text. What is understood is in the filter, what is not in the findings, and nothing is
/// dropped without one. `locale`: its decimal point and short dates are read too.
SearchQuery parseSearch(const QString &text, const QLocale &locale = QLocale());

/// A text that parseSearch() reads as this filter, as far as that is what it can read at all.
QString formatSearch(const StockFilter &filter, SearchWording wording = SearchWording::English);

/// A value as it is typed behind the key: "L-204", "<10".
QString exampleOf(SearchKey key, SearchWording wording);

/// One sentence for below the search field; translated.
QString messageOf(const SearchQuery::Finding &finding, SearchWording wording);

// Changing a text by its terms.
/// Without it and the space it leaves.
QString withoutTerm(const QString &text, const SearchQuery::Term &term);
/// Without any plain words.
QString withoutWords(const QString &text);
/// With one more at its end.
QString withTerm(const QString &text, const QString &term);
/// What a term asks for by itself: two that ask for the same have the same meaning, whatever words
/// they use.
StockFilter meaningOf(const SearchQuery::Term &term);

/// What is being typed at the cursor, for proposals.
struct SearchCursor
{
    SearchKey key = SearchKey::Words; ///< Words: a word or a key
    QString typed;                    ///< of the key, word or value; without quotes
    qsizetype start = 0;              ///< what a proposal takes the place of
    qsizetype length = 0;
};
SearchCursor searchCursor(const QString &text, qsizetype position);

} // namespace tanaban
