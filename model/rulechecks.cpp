#include "model/rulechecks.h"

namespace tanaban::rules {

using namespace Qt::StringLiterals;

DomainError errorOf(Rule rule, const StockContext &stock, const QString &subject)
{
    DomainError error = errorOf(rule, stock.product, subject);
    error.stockId = stock.row.id;
    return error;
}

QString placeName(const QString &warehouse, int zone, const QString &bin)
{
    const QString name = warehouse + u'/' + QString::number(zone);
    return bin.isEmpty() ? name : QString(name + u'/' + bin);
}

Refusal quantityInRange(qint64 quantity, const Product &product)
{
    if (quantity >= 1 && quantity <= greatestQuantity)
        return std::nullopt;
    DomainError error = errorOf(Rule::QuantityOutOfRange, product);
    error.asked = quantity;
    error.possible = greatestQuantity;
    return error;
}

Refusal allocatable(const StockContext &stock)
{
    const StockKey &key = stock.row.key;
    if (key.status != StockStatus::Available) {
        DomainError error = errorOf(Rule::NotAllocatable, stock, key.product);
        error.detail = codeOf(key.status);
        return error;
    }
    if (stock.lot.expiresOn && *stock.lot.expiresOn < stock.today) {
        DomainError error = errorOf(Rule::Expired, stock, key.lot);
        error.detail = stock.lot.expiresOn->toString(Qt::ISODate);
        return error;
    }
    if (!stock.product.active)
        return errorOf(Rule::Inactive, stock, key.product);
    if (!stock.warehouse.active)
        return errorOf(Rule::Inactive, stock, key.warehouse);
    if (!stock.zone.active)
        return errorOf(Rule::Inactive, stock, placeName(key.warehouse, key.zone, {}));
    if (!stock.binActive)
        return errorOf(Rule::Inactive, stock, placeName(key.warehouse, key.zone, key.bin));
    return std::nullopt;
}

Refusal unreserved(qint64 quantity, const StockContext &stock)
{
    if (quantity <= stock.row.available())
        return std::nullopt;
    DomainError error = errorOf(Rule::InsufficientStock, stock, stock.row.key.product);
    error.asked = quantity;
    error.possible = stock.row.available();
    return error;
}

Refusal reasonGiven(const QString &reason)
{
    if (reason.trimmed().isEmpty())
        return errorAbout(Rule::ReasonMissing, reason);
    if (checkName(reason) != CodeFault::NoFault)
        return errorAbout(Rule::InvalidName, reason);
    return std::nullopt;
}

Refusal placeUsable(const StockKey &key, const PlaceContext &place)
{
    const QString name = placeName(key.warehouse, key.zone, key.bin);
    if (!place.warehouse || !place.zone || !place.bin)
        return errorAbout(Rule::UnknownPlace, name);
    if (!place.warehouse->active || !place.zone->active || !place.bin->active)
        return errorAbout(Rule::Inactive, name);
    return std::nullopt;
}

Refusal conditionFits(const PlaceContext &place, const Product &product)
{
    if (place.zone->condition == product.condition)
        return std::nullopt;
    DomainError error = errorOf(Rule::StorageConditionMismatch, product, product.code);
    error.detail = codeOf(place.zone->condition);
    return error;
}

Refusal roomFor(qint64 growth, const PlaceContext &place, const Product &product)
{
    // Only a zone that gains can become too full: what lies there may always be put in order.
    if (growth <= 0 || !place.zone->capacity || place.zoneLoad + growth <= *place.zone->capacity)
        return std::nullopt;
    // In whole units, as the capacity is.
    DomainError error = errorOf(
        Rule::ZoneFull, product, placeName(place.zone->warehouse, place.zone->number, {}));
    error.asked = growth;
    error.possible = std::max<qint64>(*place.zone->capacity - place.zoneLoad, 0);
    error.decimals = 0;
    return error;
}

AllocationChange allocationChange(const Allocation &allocation, qint64 quantity, AllocationState to)
{
    AllocationChange change;
    change.id = allocation.id;
    change.orderId = allocation.orderId;
    change.line = allocation.line;
    change.stockId = allocation.stockId;
    change.quantity = quantity;
    change.from = allocation.state;
    change.to = to;
    return change;
}

ChangeSet changeSetOf(const StockCommand &command)
{
    ChangeSet changes;
    changes.intent = intentOf(command);
    return changes;
}

} // namespace tanaban::rules
