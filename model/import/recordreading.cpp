#include "model/import/recordreading.h"

#include "model/recordfields.h"

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

QJsonValue orNull(const std::optional<qint64> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonValue readNumber(const RecordField &field, ImportFields &fields)
{
    if (field.needed && field.least > 0)
        return fields.positive(field.name).value_or(0);
    const auto value = fields.number(field.name, field.greatest);
    return field.needed ? QJsonValue(value.value_or(0)) : orNull(value);
}

/// `decimals`: of the product's quantities.
QJsonValue readValue(const RecordField &field, ImportFields &fields, int decimals)
{
    switch (field.kind) {
    case FieldKind::WarehouseCode:
        return fields.warehouseCode(field.name);
    case FieldKind::Code:
        return fields.code(field.name);
    case FieldKind::Barcode:
        return fields.optionalCode(field.name);
    case FieldKind::Name:
        return fields.name(field.name);
    case FieldKind::Text:
        return fields.freeText(field.name);
    case FieldKind::TimeZone:
        return fields.timeZone(field.name);
    case FieldKind::Number:
        return readNumber(field, fields);
    case FieldKind::Decimals:
        return decimals;
    case FieldKind::Quantity:
        return orNull(fields.quantity(field.name, decimals));
    case FieldKind::Date: {
        const auto date = fields.date(field.name);
        return date ? QJsonValue(date->toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
    }
    case FieldKind::Condition: {
        const auto condition = fields.condition(field.name);
        return condition ? codeOf(*condition) : QString();
    }
    case FieldKind::PartnerKind:
        return fields.partnerKind(field.name);
    case FieldKind::Role:
        return fields.freeText(field.name);
    case FieldKind::OrderState:
        return fields.orderState(field.name);
    case FieldKind::OrderLines: // they are lines of the file
    case FieldKind::StrategyScope:
    case FieldKind::StrategyRules: // no file brings strategies
        break;
    case FieldKind::Flag:
        return fields.flag(field.name);
    }
    Q_UNREACHABLE();
}

} // namespace

Entity entityOf(ImportKind kind)
{
    switch (kind) {
    case ImportKind::Warehouses:
        return Entity::Warehouse;
    case ImportKind::Zones:
        return Entity::Zone;
    case ImportKind::Bins:
        return Entity::Bin;
    case ImportKind::Products:
        return Entity::Product;
    case ImportKind::Partners:
        return Entity::Partner;
    case ImportKind::Orders:
        return Entity::Order;
    case ImportKind::Stock:
        break;
    }
    Q_UNREACHABLE();
}

QJsonObject readKey(Entity entity, ImportFields &fields)
{
    QJsonObject key;
    for (const RecordField &field : keyFieldsOf(entity))
        key[field.name] = readValue(field, fields, 0);
    return key;
}

QJsonObject readFields(Entity entity, ImportFields &fields, const Record *now)
{
    const QString decimalsName = u"quantity_decimals"_s;
    int decimals = now ? now->fields[decimalsName].toInt() : 0;
    if (fields.has(decimalsName))
        decimals = int(fields.number(decimalsName, 3).value_or(0));
    QJsonObject read;
    for (const RecordField &field : fieldsOf(entity)) {
        if (fields.has(field.name))
            read[field.name] = readValue(field, fields, decimals);
    }
    return read;
}

} // namespace tanaban
