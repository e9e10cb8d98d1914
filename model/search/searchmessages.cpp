#include "model/search/searchquery.h"

#include <QCoreApplication>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

struct SearchText
{
    Q_DECLARE_TR_FUNCTIONS(Search)
};

} // namespace

QString exampleOf(SearchKey key, SearchWording wording)
{
    switch (key) {
    case SearchKey::Product:
        return u"P-100"_s;
    case SearchKey::Lot:
        return u"L-204"_s;
    case SearchKey::Bin:
        return u"A-01*"_s;
    case SearchKey::Zone:
        return u"WH001/2"_s;
    case SearchKey::Warehouse:
        return u"WH001"_s;
    case SearchKey::Category:
        return wording == SearchWording::English ? u"Tea"_s : u"飲料"_s;
    case SearchKey::Available:
    case SearchKey::OnHand:
        return u"<10"_s;
    case SearchKey::Reserved:
        return u">0"_s;
    case SearchKey::Expires:
        return u"<2027-02"_s;
    case SearchKey::Received:
        return u"-7"_s;
    case SearchKey::Status:
    case SearchKey::Condition:
    case SearchKey::Is:
    case SearchKey::With:
        return valueWordsOf(key, wording).first();
    case SearchKey::Words:
        break;
    }
    return {};
}

QString messageOf(const SearchQuery::Finding &finding, SearchWording wording)
{
    using enum SearchQuery::Finding::Kind;
    const QString &word = finding.word;
    const QString example = exampleOf(finding.key, wording);
    const QString words = valueWordsOf(finding.key, wording).join(u", "_s);
    switch (finding.kind) {
    case UnknownKey:
        return SearchText::tr("“%1:” is not known; it is searched for as a word.").arg(word);
    case NeedsValue:
        return SearchText::tr("%1: needs a value, e.g. %1:%2").arg(word, example);
    case NeedsNumber:
        return SearchText::tr("%1: needs a number, e.g. %1:%2").arg(word, example);
    case NeedsDay:
        return SearchText::tr("%1: needs a day or month, e.g. %1:%2 or %1:+30").arg(word, example);
    case NeedsWord:
        return SearchText::tr("%1: takes one of these: %2").arg(word, words);
    case NeedsCode:
        return SearchText::tr("%1: this can be no code; codes look like %2.").arg(word, example);
    case NeedsZone:
        return SearchText::tr("%1: needs the number of a zone, e.g. %1:%2 or %1:2")
            .arg(word, example);
    case CannotExclude:
        return SearchText::tr("%1: cannot be excluded; leave it out instead.").arg(word);
    case CannotCombine:
        return SearchText::tr(
                   "%1: this cannot be combined with what else is asked; it is left out.")
            .arg(word);
    case NothingFits:
        return SearchText::tr("%1: nothing can fit this; it contradicts itself.").arg(word);
    case NotSearchable:
        return SearchText::tr(
            "A word is too long, or has signs that no text contains; it is left out.");
    case TooMany:
        return SearchText::tr("There are too many words or values; the last ones are left out.");
    }
    return {};
}

} // namespace tanaban
