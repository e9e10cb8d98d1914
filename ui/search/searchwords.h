#pragma once

#include "model/search/searchquery.h"

#include <QCoreApplication>

namespace tanaban::ui {

/// What the search language and its keys are called in the language of the window.
class SearchWords
{
    Q_DECLARE_TR_FUNCTIONS(SearchWords)

public:
    /// In which words the language writes itself here.
    static SearchWording wording();
    /// "Lot", "Available": what a key is about.
    static QString nameOf(SearchKey key);
    static QString nameOf(SearchTrait trait);
    /// A term as a chip says it: "Lot: L-204", "not Damaged".
    static QString chipText(const SearchQuery::Term &term);
    /// "lot:L-204", "-status:damaged": written as the language does here. `value` as it has to be
    /// typed, see quotedForSearch().
    static QString termOf(SearchKey key, const QString &value);
    /// What can be typed behind a key that takes no codes, with a few words about it each.
    static QList<std::pair<QString, QString>> examplesOf(SearchKey key);
};

} // namespace tanaban::ui
