#include "model/rulechecks.h"

namespace tanaban {

using namespace Qt::StringLiterals;
using namespace rules;

namespace {

/// Goods without a lot get one named after the receipt: its day and the end of the command's id,
/// so that two receipts differ and the same one sent again does not.
QString lotOfReceipt(const StockCommand &command, QDate today)
{
    const QString random = command.id.toString(QUuid::Id128).right(8);
    return u"R"_s + today.toString(u"yyyyMMdd"_s) + u"-"_s + random;
}

Refusal codesUsable(const StockKey &key)
{
    for (const QString &code : {key.bin, key.lot}) {
        if (!code.isEmpty() && (checkCode(code) != CodeFault::NoFault || code != normalized(code)))
            return errorAbout(Rule::InvalidCode, code);
    }
    return std::nullopt;
}

Refusal expiryFits(const Receive &action, const Lot &lot)
{
    if (!action.expiresOn || action.expiresOn == lot.expiresOn)
        return std::nullopt;
    DomainError error = errorAbout(Rule::LotExpiryDiffers, lot.lot);
    error.detail = lot.expiresOn ? lot.expiresOn->toString(Qt::ISODate) : QString();
    return error;
}

} // namespace

Decided decideReceive(const StockCommand &command, const Receive &action, const PlaceContext &place)
{
    if (auto refusal = codesUsable(action.key))
        return fail(*refusal);
    if (!place.product)
        return fail(errorAbout(Rule::UnknownProduct, action.key.product));
    const Product &product = *place.product;
    if (auto refusal = quantityInRange(action.quantity, product))
        return fail(*refusal);
    if (!product.active)
        return fail(errorOf(Rule::Inactive, product, product.code));
    if (auto refusal = placeUsable(action.key, place))
        return fail(*refusal);
    if (auto refusal = conditionFits(place, product))
        return fail(*refusal);
    StockKey key = action.key;
    key.status = StockStatus::Available;
    const bool named = !key.lot.isEmpty();
    if (!named)
        key.lot = lotOfReceipt(command, place.today);
    const bool known = named && place.lot;
    if (known) {
        if (auto refusal = expiryFits(action, *place.lot))
            return fail(*refusal);
    }
    const qint64 there = named && place.row ? place.row->onHand : 0;
    const qint64 growth = wholeUnits(there + action.quantity, product.decimals)
                          - wholeUnits(there, product.decimals);
    if (auto refusal = roomFor(growth, place, product))
        return fail(*refusal);

    ChangeSet changes = changeSetOf(command);
    if (!known) {
        RecordChange record;
        record.entity = Entity::Lot;
        record.key = {{u"product_code"_s, key.product}, {u"lot"_s, key.lot}};
        record.fields = {{u"expires_on"_s,
                          action.expiresOn ? QJsonValue(action.expiresOn->toString(Qt::ISODate))
                                           : QJsonValue(QJsonValue::Null)}};
        changes.records.push_back(record);
    }
    StockChange change;
    change.id = named && place.row ? place.row->id : 0;
    change.key = key;
    change.kind = EventKind::Receive;
    change.onHandDelta = action.quantity;
    changes.stock.push_back(change);
    return changes;
}

} // namespace tanaban
