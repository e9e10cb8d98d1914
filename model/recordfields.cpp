#include "model/recordfields.h"

#include "model/planning/strategy.h"
#include "model/quantity.h"
#include "model/scan/gs1.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <map>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 greatestPriority = 1'000'000;
constexpr qint64 greatestLine = 10'000; ///< of one order

struct Fields
{
    std::vector<RecordField> key;
    std::vector<RecordField> others;
};

const Fields &known(Entity entity)
{
    using K = FieldKind;
    static const RecordField code{u"code"_s, K::Code, true};
    static const RecordField name{u"name"_s, K::Name, true};
    static const RecordField active{u"active"_s, K::Flag};
    static const RecordField condition{u"storage_condition"_s, K::Condition, true};
    static const RecordField warehouse{u"warehouse_code"_s, K::WarehouseCode, true};
    static const RecordField zone{u"zone_number"_s, K::Number, true, 1, greatestPriority};
    static const std::map<Entity, Fields> all{
        {Entity::Warehouse,
         {{{u"code"_s, K::WarehouseCode, true}},
          {name, {u"time_zone"_s, K::TimeZone, true}, active}}},
        {Entity::Zone,
         {{warehouse, zone},
          {name,
           condition,
           {u"capacity"_s, K::Number, false, 0, greatestQuantity},
           {u"allocation_priority"_s, K::Number, false, 0, greatestPriority},
           active}}},
        {Entity::Bin,
         {{warehouse, zone, code},
          {{u"walk_order"_s, K::Number, true, 0, greatestQuantity}, active}}},
        {Entity::Product,
         {{code},
          {name,
           {u"category"_s, K::Text},
           {u"barcode"_s, K::Barcode},
           condition,
           {u"unit"_s, K::Name, true},
           {u"quantity_decimals"_s, K::Decimals, true, 0, 3},
           {u"reorder_point"_s, K::Quantity, false, 0, greatestQuantity},
           active}}},
        {Entity::Lot,
         {{{u"product_code"_s, K::Code, true}, {u"lot"_s, K::Code, true}},
          {{u"expires_on"_s, K::Date}}}},
        {Entity::Partner, {{code}, {name, {u"kind"_s, K::PartnerKind, true}, active}}},
        {Entity::Person,
         {{{u"login"_s, K::Code, true}}, {name, {u"role"_s, K::Role, true}, active}}},
        {Entity::Order,
         {{{u"number"_s, K::Code, true}},
          {{u"partner_code"_s, K::Code, true},
           {u"priority"_s, K::Number, false, 0, greatestPriority},
           {u"due_on"_s, K::Date},
           {u"state"_s, K::OrderState},
           {u"lines"_s, K::OrderLines}}}},
        {Entity::Strategy,
         {{{u"scope"_s, K::StrategyScope, true}, code},
          {{u"rules"_s, K::StrategyRules}, {u"uses"_s, K::Text}, active}}}};
    return all.at(entity);
}

FieldFault checkText(const RecordField &field, const QString &text)
{
    switch (field.kind) {
    case FieldKind::WarehouseCode:
        return checkWarehouseCode(text) == CodeFault::NoFault ? FieldFault::NoFault
                                                              : FieldFault::WarehouseCode;
    case FieldKind::Code:
    case FieldKind::Barcode:
        return checkCode(text) == CodeFault::NoFault && text == normalized(text)
                   ? FieldFault::NoFault
                   : FieldFault::Code;
    case FieldKind::TimeZone:
        return QTimeZone::isTimeZoneIdAvailable(text.toUtf8()) ? FieldFault::NoFault
                                                               : FieldFault::TimeZone;
    case FieldKind::Date:
        return QDate::fromString(text, Qt::ISODate).isValid() ? FieldFault::NoFault
                                                              : FieldFault::Word;
    case FieldKind::Condition:
        return fromCode<StorageCondition>(text) ? FieldFault::NoFault : FieldFault::Word;
    case FieldKind::PartnerKind:
        return text == u"customer"_s || text == u"supplier"_s ? FieldFault::NoFault
                                                              : FieldFault::Word;
    case FieldKind::Role:
        return fromCode<Role>(text) ? FieldFault::NoFault : FieldFault::Word;
    case FieldKind::StrategyScope:
        return QStringList{u"named"_s, u"company"_s, u"partner"_s, u"order"_s}.contains(text)
                   ? FieldFault::NoFault
                   : FieldFault::Word;
    case FieldKind::StrategyRules:
        return strategyFromJson({}, QJsonDocument::fromJson(text.toUtf8()).object())
                   ? FieldFault::NoFault
                   : FieldFault::Word;
    case FieldKind::OrderState:
        return fromCode<OrderState>(text) ? FieldFault::NoFault : FieldFault::Word;
    default:
        return checkName(text) == CodeFault::NoFault ? FieldFault::NoFault : FieldFault::Name;
    }
}

FieldFault checkOrderLine(const QJsonValue &value, QSet<qint64> &numbers)
{
    static const RecordField number{u"line_number"_s, FieldKind::Number, true, 1, greatestLine};
    static const RecordField product{u"product_code"_s, FieldKind::Code, true};
    static const RecordField quantity{u"quantity"_s, FieldKind::Quantity, true, 1, greatestQuantity};
    const QJsonObject line = value.toObject();
    if (line.size() != 3)
        return FieldFault::Word;
    for (const RecordField *field : {&number, &product, &quantity}) {
        const FieldFault fault = checkField(*field, line.value(field->name));
        if (fault != FieldFault::NoFault)
            return fault;
    }
    const qint64 here = line.value(number.name).toInteger();
    if (numbers.contains(here))
        return FieldFault::Word;
    numbers.insert(here);
    return FieldFault::NoFault;
}

FieldFault checkOrderLines(const QJsonValue &value)
{
    if (!value.isArray() || value.toArray().size() > greatestLine)
        return FieldFault::Word;
    const QJsonArray lines = value.toArray();
    QSet<qint64> numbers;
    for (const QJsonValue &line : lines) {
        const FieldFault fault = checkOrderLine(line, numbers);
        if (fault != FieldFault::NoFault)
            return fault;
    }
    return FieldFault::NoFault;
}

} // namespace

const std::vector<RecordField> &keyFieldsOf(Entity entity)
{
    return known(entity).key;
}

const std::vector<RecordField> &fieldsOf(Entity entity)
{
    return known(entity).others;
}

FieldFault checkField(const RecordField &field, const QJsonValue &value)
{
    const bool number = field.kind == FieldKind::Number || field.kind == FieldKind::Quantity
                        || field.kind == FieldKind::Decimals;
    if (field.kind == FieldKind::OrderLines)
        return checkOrderLines(value);
    if (field.kind == FieldKind::Flag)
        return value.isBool() ? FieldFault::NoFault : FieldFault::Word;
    const bool mayBeNull = number || field.kind == FieldKind::Date;
    if (value.isNull() && mayBeNull)
        return field.needed ? FieldFault::Missing : FieldFault::NoFault;
    if (number) {
        // A fraction gives the default, whatever it is; a whole number never both.
        const qint64 whole = value.toInteger(-1);
        const bool fits = value.isDouble() && whole == value.toInteger(-2) && whole >= field.least
                          && whole <= field.greatest;
        return fits ? FieldFault::NoFault : FieldFault::Number;
    }
    if (!value.isString())
        return FieldFault::Word;
    if (value.toString().isEmpty() && field.kind != FieldKind::Date)
        return field.needed ? FieldFault::Missing : FieldFault::NoFault;
    return checkText(field, value.toString());
}

bool hasWrongCheckDigit(QStringView barcode)
{
    constexpr std::array lengths{8, 12, 13, 14, 18};
    const bool hasOne = std::ranges::find(lengths, barcode.size()) != lengths.end()
                        && std::ranges::all_of(
                            barcode, [](QChar digit) { return digit >= u'0' && digit <= u'9'; });
    return hasOne && !hasCheckDigit(barcode);
}

} // namespace tanaban
