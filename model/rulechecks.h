#pragma once

#include "model/quantity.h"
#include "model/stockcommands.h"

namespace tanaban::rules {

// The single rules that the decisions are put together from; each gives nothing when it holds.

using Refusal = std::optional<DomainError>;

/// An error about the goods of a row: with its decimals, unit and id.
DomainError errorOf(Rule rule, const StockContext &stock, const QString &subject = {});
/// `product`: a Product, or a BookProduct.
template <typename Goods>
DomainError errorOf(Rule rule, const Goods &product, const QString &subject = {})
{
    DomainError error;
    error.rule = rule;
    error.subject = subject;
    error.decimals = product.decimals;
    error.unit = product.unit;
    return error;
}

/// "WH001/2" or "WH001/2/A-01".
QString placeName(const QString &warehouse, int zone, const QString &bin);

Refusal quantityInRange(qint64 quantity, const Product &product);
/// Neither quarantined, damaged, expired nor inactive; says which.
Refusal allocatable(const StockContext &stock);
/// Only what nobody reserved can be taken away.
Refusal unreserved(qint64 quantity, const StockContext &stock);
/// A reason of 1 to 200 printable characters.
Refusal reasonGiven(const QString &reason);
/// The place exists and is in use.
Refusal placeUsable(const StockKey &key, const PlaceContext &place);
/// The zone is for goods of the product's storage condition.
Refusal conditionFits(const PlaceContext &place, const Product &product);
/// `growth` more whole units still fit into the zone.
Refusal roomFor(qint64 growth, const PlaceContext &place, const Product &product);

/// So much of an allocation, which is in the state it was read in, goes to another.
AllocationChange allocationChange(const Allocation &allocation, qint64 quantity, AllocationState to);

/// A change set with the intent of the command and nothing in it yet.
ChangeSet changeSetOf(const StockCommand &command);

} // namespace tanaban::rules
