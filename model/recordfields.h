#pragma once

#include "model/codes.h"

#include <QJsonValue>
#include <QString>

#include <vector>

namespace tanaban {

/// What a field of master data holds, and so how it is typed, checked and shown.
enum class FieldKind {
    WarehouseCode,
    Code,    ///< of a product, partner, bin, lot or person
    Name,    ///< 1 to 200 printable characters
    Text,    ///< the same, or nothing
    Barcode, ///< a code, or nothing
    TimeZone,
    Number,   ///< whole, within the limits of the field; empty where it is not needed
    Quantity, ///< in the product's smallest unit
    Decimals, ///< how many decimals a product's quantities have
    Date,
    Condition, ///< a StorageCondition
    PartnerKind,
    Role,
    OrderState,
    StrategyScope, ///< named, company, partner, order
    StrategyRules, ///< the text of toJson(Strategy), or nothing
    OrderLines,    ///< an array of {line_number, product_code, quantity}; see contract.md
    Flag
};

/// One field of a kind of record: a column of contract.md.
struct RecordField
{
    QString name;
    FieldKind kind = FieldKind::Name;
    bool needed = false; ///< a new record must have it, and it never becomes empty
    qint64 least = 0;    ///< of a Number
    qint64 greatest = 0;
};

/// What identifies a record, in the order in which it is told; fixed once the record exists.
const std::vector<RecordField> &keyFieldsOf(Entity entity);
/// Everything else that can be set.
const std::vector<RecordField> &fieldsOf(Entity entity);

/// Why a value cannot stand in a field.
enum class FieldFault {
    NoFault,
    Missing,
    Code,
    WarehouseCode,
    Name,
    TimeZone,
    Number,
    Word ///< none of the words of the contract, or not a value of this type
};
FieldFault checkField(const RecordField &field, const QJsonValue &value);

/// A barcode of 8, 12, 13, 14 or 18 digits whose last one does not fit the others (GS1): likely a
/// slip of the finger. Other barcodes have no such digit.
bool hasWrongCheckDigit(QStringView barcode);

} // namespace tanaban
