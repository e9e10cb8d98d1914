#include "model/search/searchkeys.h"

#include "model/codes.h"

#include <QStringList>

#include <algorithm>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

/// A thing with all its words: first the one that the language writes, then others that it reads.
template <typename Thing>
struct Named
{
    Thing thing;
    QStringList english;
    QStringList japanese;
};

const std::vector<Named<SearchKey>> &names(SearchKey)
{
    using enum SearchKey;
    static const std::vector<Named<SearchKey>> all{
        {Product, {u"product"_s, u"item"_s, u"sku"_s}, {u"商品"_s, u"品番"_s, u"商品コード"_s}},
        {Lot, {u"lot"_s, u"batch"_s}, {u"ロット"_s}},
        {Bin, {u"bin"_s, u"shelf"_s}, {u"棚番"_s, u"棚"_s}},
        {Zone, {u"zone"_s}, {u"ゾーン"_s, u"区画"_s}},
        {Warehouse, {u"warehouse"_s, u"wh"_s}, {u"倉庫"_s}},
        {Category, {u"category"_s}, {u"分類"_s, u"カテゴリ"_s, u"カテゴリー"_s}},
        {Status, {u"status"_s}, {u"状態"_s}},
        {Condition, {u"condition"_s, u"storage"_s}, {u"保管条件"_s, u"保管"_s, u"温度帯"_s}},
        {Available, {u"available"_s, u"avail"_s}, {u"引当可能"_s, u"引当可能数"_s}},
        {OnHand, {u"onhand"_s, u"on-hand"_s, u"on_hand"_s, u"stock"_s}, {u"在庫"_s, u"在庫数"_s}},
        {Reserved, {u"reserved"_s}, {u"引当済"_s, u"引当済み"_s, u"引当"_s}},
        {Expires,
         {u"expires"_s, u"expiry"_s, u"exp"_s},
         {u"期限"_s, u"賞味期限"_s, u"消費期限"_s, u"使用期限"_s}},
        {Received, {u"received"_s}, {u"入庫日"_s, u"入庫"_s, u"入荷日"_s, u"入荷"_s}},
        {Is, {u"is"_s}, {u"状況"_s}},
        {With, {u"with"_s}, {u"含む"_s}}};
    return all;
}

const std::vector<Named<StockStatus>> &names(StockStatus)
{
    using enum StockStatus;
    static const std::vector<Named<StockStatus>> all{
        {Available, {u"available"_s, u"good"_s}, {u"良品"_s}},
        {Quarantined, {u"quarantined"_s, u"quarantine"_s}, {u"保留"_s, u"隔離"_s}},
        {Damaged, {u"damaged"_s}, {u"破損"_s}}};
    return all;
}

const std::vector<Named<StorageCondition>> &names(StorageCondition)
{
    using enum StorageCondition;
    static const std::vector<Named<StorageCondition>> all{
        {RoomTemperature,
         {u"room"_s, u"room_temperature"_s, u"room-temperature"_s, u"ambient"_s},
         {u"常温"_s}},
        {Refrigerated, {u"refrigerated"_s, u"chilled"_s}, {u"冷蔵"_s}},
        {Frozen, {u"frozen"_s}, {u"冷凍"_s}}};
    return all;
}

const std::vector<Named<SearchTrait>> &names(SearchTrait)
{
    using enum SearchTrait;
    static const std::vector<Named<SearchTrait>> all{
        {Low, {u"low"_s}, {u"僅少"_s, u"在庫僅少"_s, u"不足"_s}},
        {Expired, {u"expired"_s}, {u"期限切れ"_s}},
        {Expiring, {u"expiring"_s}, {u"期限間近"_s}},
        {Reserved, {u"reserved"_s}, {u"引当あり"_s}},
        {Empty, {u"empty"_s}, {u"空"_s, u"在庫ゼロ"_s}}};
    return all;
}

template <typename Thing>
QStringList words(SearchWording wording)
{
    QStringList all;
    for (const auto &each : names(Thing()))
        all << (wording == SearchWording::English ? each.english : each.japanese).first();
    return all;
}

template <typename Thing>
std::optional<Thing> thingOf(QStringView word)
{
    const QString folded = foldedWord(word);
    for (const auto &each : names(Thing())) {
        if (each.english.contains(folded) || each.japanese.contains(folded))
            return each.thing;
    }
    return std::nullopt;
}

template <typename Thing>
QString firstWordOf(Thing thing, SearchWording wording)
{
    for (const auto &each : names(Thing())) {
        if (each.thing == thing)
            return (wording == SearchWording::English ? each.english : each.japanese).first();
    }
    return {};
}

} // namespace

const std::vector<SearchKey> &searchKeys()
{
    static const std::vector<SearchKey> keys = [] {
        std::vector<SearchKey> all;
        for (const auto &each : names(SearchKey()))
            all.push_back(each.thing);
        return all;
    }();
    return keys;
}

QString wordOf(SearchKey key, SearchWording wording)
{
    return firstWordOf(key, wording);
}

std::optional<SearchKey> searchKeyOf(QStringView word)
{
    return thingOf<SearchKey>(word);
}

QStringList valueWordsOf(SearchKey key, SearchWording wording)
{
    switch (key) {
    case SearchKey::Status:
        return words<StockStatus>(wording);
    case SearchKey::Condition:
        return words<StorageCondition>(wording);
    case SearchKey::Is:
        return words<SearchTrait>(wording);
    case SearchKey::With:
        return {wordOf(SearchTrait::Empty, wording)};
    default:
        return {};
    }
}

template <typename Enum>
std::optional<Enum> searchValueOf(QStringView word)
{
    return thingOf<Enum>(word);
}

template <typename Enum>
QString wordOf(Enum value, SearchWording wording)
{
    return firstWordOf(value, wording);
}

template std::optional<StockStatus> searchValueOf(QStringView word);
template std::optional<StorageCondition> searchValueOf(QStringView word);
template std::optional<SearchTrait> searchValueOf(QStringView word);
template QString wordOf(StockStatus value, SearchWording wording);
template QString wordOf(StorageCondition value, SearchWording wording);
template QString wordOf(SearchTrait value, SearchWording wording);

QString foldedWord(QStringView word)
{
    return word.toString().normalized(QString::NormalizationForm_KC).toLower();
}

} // namespace tanaban
