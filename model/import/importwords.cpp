#include "model/import/importwords.h"

#include <QDate>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <map>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

struct Meaning
{
    WordKind kind;
    QStringView ours;
    QStringView theirs; ///< with bars between; our own word is one anyway
};

constexpr std::array meanings{
    Meaning{WordKind::Condition,
            u"room_temperature",
            u"roomtemperature|ambient|roomtemp|dry|常温|室温"},
    Meaning{WordKind::Condition, u"refrigerated", u"chilled|refrigeration|cold|冷蔵|チルド"},
    Meaning{WordKind::Condition, u"frozen", u"freezer|冷凍"},
    Meaning{WordKind::Status, u"available", u"good|ok|引当可能|良品|利用可能|利用可"},
    Meaning{WordKind::Status, u"quarantined", u"quarantine|onhold|保留|隔離"},
    Meaning{WordKind::Status, u"damaged", u"damage|破損|不良|不良品"},
    Meaning{WordKind::PartnerKind, u"customer", u"client|得意先|顧客|販売先"},
    Meaning{WordKind::PartnerKind, u"supplier", u"vendor|仕入先|供給元"},
    Meaning{WordKind::OrderState, u"draft", u"下書き"},
    Meaning{WordKind::OrderState, u"open", u"new|released|confirmed|受注|受注済|未出荷|未完了"},
    Meaning{WordKind::OrderState,
            u"completed",
            u"complete|closed|done|shipped|delivered|完了|出荷済|出荷済み"},
    Meaning{WordKind::OrderState, u"cancelled", u"canceled|cancel|キャンセル|取消|取り消し"},
    Meaning{WordKind::Flag, u"true", u"yes|y|1|active|はい|有効|使用中|○"},
    Meaning{WordKind::Flag, u"false", u"no|n|0|inactive|いいえ|無効|使用停止|×"},
};

struct Title
{
    std::optional<ImportKind> kind; ///< nothing: wherever there is such a field
    QStringView field;
    QStringView theirs; ///< the likeliest first
};

constexpr std::array titles{
    Title{ImportKind::Warehouses,
          u"code",
          u"warehousecode|warehouse|warehouseid|locationnumber|site|倉庫コード|倉庫番号|コード"},
    Title{ImportKind::Warehouses, u"name", u"warehousename|description|倉庫名|名称|名前"},
    Title{ImportKind::Zones, u"name", u"zonename|description|ゾーン名|区画名|名称|名前"},
    Title{ImportKind::Bins,
          u"code",
          u"bin|bincode|binlocation|location|shelf|locationnumber|棚番|棚番号|棚|ロケーション"},
    Title{ImportKind::Products,
          u"code",
          u"productcode|sku|itemcode|itemnumber|itemno|articlenumber|articleno|partnumber|stockcode"
          "|productid|itemid|product|item|article|商品コード|品番|商品番号|品目コード|品目番号"
          "|コード"},
    Title{ImportKind::Products,
          u"name",
          u"productname|itemname|description|title|商品名|品名|品目名|名称"},
    Title{ImportKind::Partners,
          u"code",
          u"partnercode|customercode|suppliercode|customerid|supplierid|partner|取引先コード"
          "|得意先コード|仕入先コード|コード"},
    Title{ImportKind::Partners,
          u"name",
          u"companyname|customername|suppliername|partnername|company|取引先名|会社名|得意先名"
          "|仕入先名|名称"},
    Title{ImportKind::Partners, u"kind", u"type|partnertype|区分|種別|取引先区分"},
    Title{ImportKind::Orders,
          u"number",
          u"ordernumber|orderno|orderid|order|invoicenumber|invoiceno|invoice|受注番号|注文番号"
          "|伝票番号"},
    Title{ImportKind::Orders,
          u"partner_code",
          u"partner|customercode|customerno|customerid|customer|取引先コード|得意先コード"
          "|顧客コード|取引先|得意先"},
    Title{ImportKind::Orders, u"priority", u"優先順位|優先度"},
    Title{ImportKind::Orders,
          u"due_on",
          u"due|duedate|dueon|requireddate|deliverydate|shipby|納期|希望納期|納品日|出荷予定日"},
    Title{ImportKind::Orders, u"state", u"status|orderstatus|orderstate|状態|ステータス|受注状態"},
    Title{ImportKind::Orders, u"line_number", u"line|lineno|orderline|position|行番号|明細番号|行"},
    Title{ImportKind::Orders, u"quantity", u"orderquantity|orderedquantity|受注数|受注数量|注文数"},
    Title{{}, u"time_zone", u"timezone|tz|タイムゾーン|時間帯"},
    Title{{}, u"active", u"enabled|inuse|使用中|有効|有効フラグ"},
    Title{{}, u"warehouse_code", u"warehouse|warehouseid|倉庫コード|倉庫"},
    Title{{}, u"zone_number", u"zone|zoneno|ゾーン番号|ゾーン|区画番号|区画"},
    Title{{},
          u"storage_condition",
          u"condition|storage|temperature|temperatureclass|温度帯|保管条件|保管温度"},
    Title{{}, u"capacity", u"maximum|容量|最大数量|収容数"},
    Title{{}, u"allocation_priority", u"priority|優先順位|優先度"},
    Title{{}, u"walk_order", u"walkorder|pickorder|sequence|order|巡回順|順路|ピッキング順"},
    Title{{}, u"category", u"categoryname|productgroup|group|カテゴリ|カテゴリー|分類|商品分類"},
    Title{{}, u"barcode", u"ean|gtin|jan|upc|ean13|jancode|バーコード|janコード"},
    Title{{}, u"unit", u"unitofmeasure|uom|単位"},
    Title{{}, u"quantity_decimals", u"decimals|decimalplaces|小数桁数|小数桁"},
    Title{{},
          u"reorder_point",
          u"reorderlevel|minquantity|minimumquantity|minimum|minstock|min|発注点|最低在庫"},
    Title{{},
          u"product_code",
          u"sku|itemcode|itemnumber|itemno|articlenumber|articleno|partnumber|stockcode|productid"
          "|product|item|code|商品コード|品番|商品番号|品目コード"},
    Title{{}, u"bin", u"binlocation|bincode|location|shelf|棚番|棚番号|棚|ロケーション"},
    Title{{}, u"lot", u"lotnumber|lotno|batch|batchnumber|batchno|ロット番号|ロット|製造番号"},
    Title{{},
          u"expires_on",
          u"expires|expirydate|expirationdate|expiry|bestbefore|bestbeforedate|useby|賞味期限"
          "|消費期限|有効期限|使用期限|期限"},
    Title{{},
          u"quantity",
          u"physicalqoh|onhand|quantityonhand|qty|qoh|unitsinstock|instock|stock|count|数量"
          "|在庫数|現在庫|現在庫数|実数"},
    Title{{}, u"status", u"stockstatus|state|在庫状態|状態|ステータス"},
};

/// As it is compared: "Bin Location (main)" and "bin_location" are one.
QString bare(QString text)
{
    static const QRegularExpression brackets(u"[(（\\[].*?[)）\\]]"_s);
    static const QRegularExpression between(u"[\\s_\\-./#:*]+"_s);
    text = text.normalized(QString::NormalizationForm_KC).toLower();
    return text.remove(brackets).remove(between);
}

} // namespace

QString wordIn(WordKind kind, const QString &text)
{
    using Words = std::map<std::pair<WordKind, QString>, QString>;
    static const Words known = [] {
        Words words;
        for (const Meaning &meaning : meanings) {
            const QString ours = meaning.ours.toString();
            QStringList all = meaning.theirs.toString().split(u'|');
            all << ours << bare(ours);
            for (const QString &word : std::as_const(all))
                words.try_emplace({meaning.kind, word}, ours);
        }
        return words;
    }();
    // Most files have one of them as it stands here, in half a million lines.
    auto found = known.find({kind, text});
    if (found == known.end())
        found = known.find({kind, bare(text)});
    return found == known.end() ? QString() : found->second;
}

QStringList wordsOf(WordKind kind)
{
    QStringList words;
    for (const Meaning &meaning : meanings) {
        if (meaning.kind == kind)
            words << meaning.ours.toString() << meaning.theirs.toString().split(u'|');
    }
    return words;
}

QHash<QString, QString> guessedColumns(ImportKind kind, const QStringList &found)
{
    QHash<QString, QString> columns;
    QStringList free;
    for (const QString &title : found) {
        if (!title.isEmpty() && found.count(title) == 1)
            free << title;
    }
    const auto take = [&columns, &free](const QString &field, const QString &wanted) {
        for (const QString &title : std::as_const(free)) {
            if (bare(title) != wanted || columns.contains(field))
                continue;
            columns.insert(field, title);
            free.removeOne(title);
            return;
        }
    };
    for (const ImportField &field : fieldsOf(kind))
        take(field.name, bare(field.name));
    for (const ImportField &field : fieldsOf(kind)) {
        for (const Title &known : titles) {
            if (known.field != field.name || (known.kind && known.kind != kind))
                continue;
            const QStringList words = known.theirs.toString().split(u'|');
            for (const QString &word : words)
                take(field.name, word);
        }
    }
    return columns;
}

const QStringList &dateForms()
{
    static const QStringList forms{u"yyyy-MM-dd"_s,
                                   u"yyyy/M/d"_s,
                                   u"M/d/yyyy"_s,
                                   u"d/M/yyyy"_s,
                                   u"d.M.yyyy"_s,
                                   u"d-M-yyyy"_s,
                                   u"yyyyMMdd"_s,
                                   u"yyyy年M月d日"_s};
    return forms;
}

QStringList fittingDateForms(const QStringList &texts)
{
    QStringList fitting;
    for (const QString &form : dateForms()) {
        const bool fits = std::ranges::all_of(texts, [&form](const QString &text) {
            return text.isEmpty() || QDate::fromString(text, form).isValid()
                   || QDate::fromString(text, dateForms().front()).isValid();
        });
        if (fits)
            fitting << form;
        if (texts.join(QString()).isEmpty())
            break;
    }
    return fitting;
}

} // namespace tanaban
