#include "model/rulechecks.h"

#include <cstdlib>

namespace tanaban {

using namespace Qt::StringLiterals;
using namespace rules;

namespace {

/// The row that a person looked at, with what happens to it.
StockChange changeOf(const StockCommand &command, const StockContext &stock, EventKind kind)
{
    StockChange change;
    change.id = stock.row.id;
    change.key = stock.row.key;
    change.expectedVersion = command.expectedVersion;
    change.kind = kind;
    return change;
}

/// Which allocations end, and for which order if it is for exactly one.
struct Chosen
{
    std::vector<AllocationChange> allocations;
    qint64 quantity = 0;
    std::optional<qint64> orderId;
};

DomainError tooMuch(Rule rule, const StockContext &stock, qint64 asked, qint64 possible)
{
    DomainError error = errorOf(rule, stock, stock.row.key.product);
    error.asked = asked;
    error.possible = possible;
    return error;
}

/// One allocation or a part of it. Only an open one can be shipped; a pending one can be released.
Result<Chosen, DomainError> chooseOne(const StockContext &stock,
                                      const Allocation &allocation,
                                      qint64 quantity,
                                      AllocationState to,
                                      Rule shortRule)
{
    const bool releasable = to == AllocationState::Released
                            && allocation.state == AllocationState::Pending;
    const bool live = allocation.state == AllocationState::Open || releasable;
    const qint64 possible = live ? allocation.quantity : 0;
    const qint64 wanted = quantity == 0 ? allocation.quantity : quantity;
    if (wanted > possible)
        return fail(tooMuch(shortRule, stock, wanted, possible));
    Chosen chosen;
    chosen.allocations.push_back(allocationChange(allocation, wanted, to));
    chosen.quantity = wanted;
    chosen.orderId = allocation.orderId;
    return chosen;
}

/// Hand-made ones, oldest first.
Result<Chosen, DomainError> chooseHandMade(const StockContext &stock,
                                           qint64 quantity,
                                           AllocationState to,
                                           Rule shortRule)
{
    Chosen chosen;
    chosen.quantity = quantity;
    qint64 rest = quantity;
    for (const Allocation &allocation : stock.handMade) {
        if (rest == 0)
            break;
        const qint64 part = std::min(rest, allocation.quantity);
        chosen.allocations.push_back(allocationChange(allocation, part, to));
        rest -= part;
    }
    if (rest > 0)
        return fail(tooMuch(shortRule, stock, quantity, quantity - rest));
    return chosen;
}

/// Release and ship choose alike; they differ in the state they lead to and the rule they break.
template <typename Action>
Result<Chosen, DomainError> choose(const Action &action,
                                   const StockContext &stock,
                                   const std::optional<Allocation> &allocation,
                                   AllocationState to,
                                   Rule shortRule)
{
    const bool all = action.allocation && action.quantity == 0;
    if (!all) {
        if (auto refusal = quantityInRange(action.quantity, stock.product))
            return fail(*refusal);
    }
    if (!action.allocation)
        return chooseHandMade(stock, action.quantity, to, shortRule);
    if (!allocation || allocation->stockId != stock.row.id) {
        return fail(errorOf(Rule::UnknownAllocation, stock, QString::number(*action.allocation)));
    }
    return chooseOne(stock, *allocation, action.quantity, to, shortRule);
}

/// A leg that arrives at `key`: in the row with this key, made if it is missing.
StockChange arrivalOf(const StockKey &key, Instant receivedAt, EventKind kind, qint64 quantity)
{
    StockChange change;
    change.key = key;
    change.receivedAt = receivedAt;
    change.kind = kind;
    change.onHandDelta = quantity;
    return change;
}

} // namespace

Decided decideReserve(const StockCommand &command, const Reserve &action, const StockContext &stock)
{
    if (auto refusal = quantityInRange(action.quantity, stock.product))
        return fail(*refusal);
    if (auto refusal = allocatable(stock))
        return fail(*refusal);
    if (auto refusal = unreserved(action.quantity, stock))
        return fail(*refusal);
    ChangeSet changes = changeSetOf(command);
    StockChange change = changeOf(command, stock, EventKind::Reserve);
    change.reservedDelta = action.quantity;
    changes.stock.push_back(change);
    AllocationChange allocation;
    allocation.stockId = stock.row.id;
    allocation.quantity = action.quantity;
    allocation.to = AllocationState::Open;
    changes.allocations.push_back(allocation);
    return changes;
}

Decided decideRelease(const StockCommand &command,
                      const Release &action,
                      const StockContext &stock,
                      const std::optional<Allocation> &allocation)
{
    auto chosen = choose(
        action, stock, allocation, AllocationState::Released, Rule::InvalidReleaseQuantity);
    if (!chosen)
        return fail(DomainError(chosen.error()));
    ChangeSet changes = changeSetOf(command);
    StockChange change = changeOf(command, stock, EventKind::Release);
    change.reservedDelta = -chosen->quantity;
    change.orderId = chosen->orderId;
    changes.stock.push_back(change);
    changes.allocations = std::move(chosen->allocations);
    return changes;
}

Decided decideShip(const StockCommand &command,
                   const Ship &action,
                   const StockContext &stock,
                   const std::optional<Allocation> &allocation)
{
    auto chosen = choose(action, stock, allocation, AllocationState::Shipped, Rule::NotReserved);
    if (!chosen)
        return fail(DomainError(chosen.error()));
    if (auto refusal = allocatable(stock))
        return fail(*refusal);
    ChangeSet changes = changeSetOf(command);
    StockChange change = changeOf(command, stock, EventKind::Ship);
    change.onHandDelta = -chosen->quantity;
    change.reservedDelta = -chosen->quantity;
    change.orderId = chosen->orderId;
    changes.stock.push_back(change);
    changes.allocations = std::move(chosen->allocations);
    return changes;
}

Decided decideMove(const StockCommand &command,
                   const Move &action,
                   const StockContext &stock,
                   const PlaceContext &target)
{
    const Product &product = stock.product;
    if (auto refusal = quantityInRange(action.quantity, product))
        return fail(*refusal);
    StockKey key = stock.row.key;
    key.warehouse = action.warehouse;
    key.zone = action.zone;
    key.bin = action.bin;
    const QString name = placeName(key.warehouse, key.zone, key.bin);
    if (key == stock.row.key)
        return fail(errorOf(Rule::SamePlace, stock, name));
    if (!key.bin.isEmpty() && checkCode(key.bin) != CodeFault::NoFault)
        return fail(errorOf(Rule::InvalidCode, stock, key.bin));
    if (auto refusal = placeUsable(key, target))
        return fail(*refusal);
    if (auto refusal = conditionFits(target, product))
        return fail(*refusal);
    if (auto refusal = unreserved(action.quantity, stock))
        return fail(*refusal);
    const qint64 there = target.row ? target.row->onHand : 0;
    qint64 growth = wholeUnits(there + action.quantity, product.decimals)
                    - wholeUnits(there, product.decimals);
    const bool sameZone = key.warehouse == stock.row.key.warehouse
                          && key.zone == stock.row.key.zone;
    if (sameZone) {
        growth += wholeUnits(stock.row.onHand - action.quantity, product.decimals)
                  - wholeUnits(stock.row.onHand, product.decimals);
    }
    if (auto refusal = roomFor(growth, target, product))
        return fail(*refusal);
    ChangeSet changes = changeSetOf(command);
    StockChange leaves = changeOf(command, stock, EventKind::Move);
    leaves.onHandDelta = -action.quantity;
    changes.stock.push_back(leaves);
    changes.stock.push_back(arrivalOf(key, stock.row.receivedAt, EventKind::Move, action.quantity));
    changes.stock.back().id = target.row ? target.row->id : 0;
    return changes;
}

Decided decideAdjust(const StockCommand &command, const Adjust &action, const StockContext &stock)
{
    // The lowest number has no opposite.
    if (action.by < -greatestQuantity)
        return fail(*quantityInRange(0, stock.product));
    if (auto refusal = quantityInRange(std::abs(action.by), stock.product))
        return fail(*refusal);
    if (auto refusal = reasonGiven(action.reason))
        return fail(*refusal);
    if (action.by < 0) {
        if (auto refusal = unreserved(-action.by, stock))
            return fail(*refusal);
    }
    ChangeSet changes = changeSetOf(command);
    StockChange change = changeOf(command, stock, EventKind::Adjust);
    change.onHandDelta = action.by;
    changes.stock.push_back(change);
    return changes;
}

Decided decideStatus(const StockCommand &command,
                     const ChangeStatus &action,
                     const StockContext &stock)
{
    if (auto refusal = quantityInRange(action.quantity, stock.product))
        return fail(*refusal);
    if (auto refusal = reasonGiven(action.reason))
        return fail(*refusal);
    StockKey key = stock.row.key;
    if (key.status == action.to)
        return fail(errorOf(Rule::SamePlace, stock, codeOf(action.to)));
    // The goods stay where they are, but as a row of their own they arrive there.
    if (!stock.warehouse.active || !stock.zone.active || !stock.binActive) {
        return fail(errorOf(Rule::Inactive, stock, placeName(key.warehouse, key.zone, key.bin)));
    }
    if (auto refusal = unreserved(action.quantity, stock))
        return fail(*refusal);
    key.status = action.to;
    ChangeSet changes = changeSetOf(command);
    StockChange leaves = changeOf(command, stock, EventKind::Status);
    leaves.onHandDelta = -action.quantity;
    changes.stock.push_back(leaves);
    changes.stock.push_back(
        arrivalOf(key, stock.row.receivedAt, EventKind::Status, action.quantity));
    return changes;
}

qint64 wholeUnits(qint64 quantity, int decimals)
{
    qint64 unit = 1;
    for (int i = 0; i < decimals; ++i)
        unit *= 10;
    return (quantity + unit - 1) / unit;
}

} // namespace tanaban
