#include "ui/stock/filterjson.h"

#include "model/search/searchtokens.h"
#include "ui/search/searchwords.h"

namespace tanaban::ui {

using namespace Qt::StringLiterals;

QString searchTextFrom(const QJsonObject &what)
{
    QString text = what.value("text"_L1).toString();
    const SearchWording wording = SearchWords::wording();
    const auto add = [&text](SearchKey key, const QString &value) {
        text = withTerm(text, SearchWords::termOf(key, value));
    };
    const auto addCode = [&](QLatin1String name, SearchKey key) {
        if (const QString code = what.value(name).toString(); !code.isEmpty())
            add(key, quotedForSearch(code, true));
    };
    const auto addTrait = [&](QLatin1String name, SearchKey key, SearchTrait trait) {
        if (what.value(name).toBool())
            add(key, wordOf(trait, wording));
    };
    addCode("product"_L1, SearchKey::Product);
    addCode("lot"_L1, SearchKey::Lot);
    addCode("bin"_L1, SearchKey::Bin);
    if (const auto status = fromCode<StockStatus>(what.value("status"_L1).toString()))
        add(SearchKey::Status, wordOf(*status, wording));
    if (const auto condition = fromCode<StorageCondition>(what.value("condition"_L1).toString()))
        add(SearchKey::Condition, wordOf(*condition, wording));
    addTrait("low"_L1, SearchKey::Is, SearchTrait::Low);
    addTrait("expired"_L1, SearchKey::Is, SearchTrait::Expired);
    addTrait("reserved"_L1, SearchKey::Is, SearchTrait::Reserved);
    addTrait("withEmpty"_L1, SearchKey::With, SearchTrait::Empty);
    const QJsonValue days = what.value("expiresWithinDays"_L1);
    if (days.toInt() == expiringDays)
        add(SearchKey::Is, wordOf(SearchTrait::Expiring, wording));
    else if (days.isDouble())
        add(SearchKey::Expires, u'+' + QString::number(days.toInt()));
    return text;
}

} // namespace tanaban::ui
