#include "ui/search/searchwords.h"

#include "model/search/searchtokens.h"
#include "ui/language.h"
#include "ui/words.h"

namespace tanaban::ui {

using namespace Qt::StringLiterals;

SearchWording SearchWords::wording()
{
    return languageInUse() == u"ja"_s ? SearchWording::Japanese : SearchWording::English;
}

QString SearchWords::nameOf(SearchKey key)
{
    switch (key) {
    case SearchKey::Words:
        break;
    case SearchKey::Product:
        return Words::of(StockColumn::Product);
    case SearchKey::Lot:
        return Words::of(StockColumn::Lot);
    case SearchKey::Bin:
        return Words::of(StockColumn::Bin);
    case SearchKey::Zone:
        return Words::of(StockColumn::Place);
    case SearchKey::Warehouse:
        return tr("Warehouse");
    case SearchKey::Category:
        return tr("Category");
    case SearchKey::Status:
        return Words::of(StockColumn::Status);
    case SearchKey::Condition:
        return tr("Storage");
    case SearchKey::Available:
        return Words::of(StockColumn::Available);
    case SearchKey::OnHand:
        return Words::of(StockColumn::OnHand);
    case SearchKey::Reserved:
        return Words::of(StockColumn::Reserved);
    case SearchKey::Expires:
        return Words::of(StockColumn::Expires);
    case SearchKey::Received:
        return Words::of(StockColumn::Received);
    case SearchKey::Is:
        return tr("Only", "search: only stock that is low, expired, …");
    case SearchKey::With:
        return tr("Also", "search: also rows that are hidden otherwise");
    }
    return {};
}

QString SearchWords::nameOf(SearchTrait trait)
{
    switch (trait) {
    case SearchTrait::Low:
        return tr("Low");
    case SearchTrait::Expired:
        return tr("Expired");
    case SearchTrait::Expiring:
        return tr("Expiring within %1 days").arg(expiringDays);
    case SearchTrait::Reserved:
        return tr("Reserved", "stock of which something is");
    case SearchTrait::Empty:
        return tr("Empty", "stock that has run out");
    }
    return {};
}

QString SearchWords::chipText(const SearchQuery::Term &term)
{
    QString text;
    if (valueWordsOf(term.key, wording()).isEmpty()) {
        text = tr("%1: %2", "filter chip: what it is about, and the value")
                   .arg(nameOf(term.key), term.value);
    } else if (term.key == SearchKey::With) {
        text = tr("Empty rows too");
    } else {
        // Fixed words are called what they are called elsewhere.
        QStringList words;
        const auto tokens = searchTokens(termOf(term.key, term.value));
        for (const SearchPiece &piece : tokens.front().pieces) {
            if (const auto status = searchValueOf<StockStatus>(piece.text);
                status && term.key == SearchKey::Status)
                words << Words::of(*status);
            else if (const auto condition = searchValueOf<StorageCondition>(piece.text);
                     condition && term.key == SearchKey::Condition)
                words << Words::of(*condition);
            else if (const auto trait = searchValueOf<SearchTrait>(piece.text))
                words << nameOf(*trait);
        }
        text = words.join(tr(", ", "between things of which one must hold"));
    }
    return term.negated ? tr("not %1", "filter chip: what is left out").arg(text) : text;
}

QString SearchWords::termOf(SearchKey key, const QString &value)
{
    return wordOf(key, wording()) + u':' + value;
}

QList<std::pair<QString, QString>> SearchWords::examplesOf(SearchKey key)
{
    switch (key) {
    case SearchKey::Available:
    case SearchKey::OnHand:
    case SearchKey::Reserved:
        return {{u"<10"_s, tr("less than 10")},
                {u">0"_s, tr("more than nothing")},
                {u"10..20"_s, tr("from 10 to 20")},
                {u"0"_s, tr("nothing at all")}};
    case SearchKey::Expires:
        return {
            {u"+30"_s, tr("within 30 days")},
            {u"<+0"_s, tr("before today")},
            {u"<2027-02"_s, tr("before February 2027")},
            {u"2027-02"_s, tr("in February 2027")},
            {wording() == SearchWording::English ? u"never"_s : u"なし"_s, tr("keeps for ever")}};
    case SearchKey::Received:
        return {{u"-7"_s, tr("in the last 7 days")},
                {wording() == SearchWording::English ? u"today"_s : u"今日"_s, tr("today")},
                {u"<2026-11"_s, tr("before November 2026")}};
    case SearchKey::Status:
    case SearchKey::Condition:
    case SearchKey::Is:
    case SearchKey::With: {
        QList<std::pair<QString, QString>> words;
        for (const QString &word : valueWordsOf(key, wording()))
            words.append({word, {}});
        return words;
    }
    default:
        return {};
    }
}

} // namespace tanaban::ui
