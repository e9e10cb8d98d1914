#include "model/matrix.h"
#include "model/rowsafter.h"
#include "model/rulechecks.h"

#include <algorithm>

namespace tanaban {

using namespace rules;

namespace {

inline const QString allocateKind = QStringLiteral("allocate");

DomainError simply(Rule rule)
{
    DomainError error;
    error.rule = rule;
    return error;
}

/// Whether this command may be taken back at all: one's own, once, soon; of what was done for orders
/// only that they got their goods.
Refusal undoable(const StockCommand &command,
                 const Undo &undo,
                 const std::optional<EarlierCommand> &past)
{
    const bool known = past && past->actor == command.actor && past->kind == undo.kind
                       && Matrix::instance().shapes().contains(undoKindOf(undo.kind))
                       && !past->events.empty();
    if (!known)
        return simply(Rule::NotUndoable);
    if (past->undone)
        return simply(Rule::UndoneAlready);
    if (past->now > past->at.plusSeconds(secondsToUndo))
        return simply(Rule::TooLateToUndo);
    for (const StockEvent &event : past->events) {
        if (event.orderId && past->kind != allocateKind) {
            DomainError error = simply(Rule::NotUndoable);
            error.subject = event.orderNumber;
            return error;
        }
    }
    return std::nullopt;
}

Refusal wentOn(const StockContext &stock, qint64 asked, qint64 possible)
{
    if (possible >= asked)
        return std::nullopt;
    DomainError error = errorOf(Rule::StockWentOn, stock, stock.row.key.product);
    error.asked = asked;
    error.possible = std::max<qint64>(possible, 0);
    return error;
}

AllocationChange allocationOf(const StockEvent &event)
{
    AllocationChange change;
    change.stockId = event.stockId;
    change.quantity = std::abs(event.reservedDelta);
    return change;
}

/// What was reserved or allocated is given back as a whole, or not at all.
Refusal giveBack(const StockEvent &event,
                 const StockContext &stock,
                 const EarlierCommand &past,
                 ChangeSet &changes)
{
    qint64 left = 0;
    std::vector<AllocationChange> ends;
    for (const Allocation &made : past.open) {
        if (made.stockId != event.stockId)
            continue;
        left += made.quantity;
        AllocationChange change;
        change.id = made.id;
        change.orderId = made.orderId;
        change.line = made.line;
        change.stockId = made.stockId;
        change.quantity = made.quantity;
        change.from = made.state;
        change.to = AllocationState::Released;
        ends.push_back(change);
    }
    if (auto refusal = wentOn(stock, event.reservedDelta, left))
        return refusal;
    changes.allocations.insert(changes.allocations.end(), ends.begin(), ends.end());
    return std::nullopt;
}

/// What was given back or shipped is reserved by hand again.
Refusal reserveAgain(const StockEvent &event, const StockContext &stock, ChangeSet &changes)
{
    if (auto refusal = allocatable(stock))
        return refusal;
    const qint64 back = -event.onHandDelta;
    if (auto refusal = wentOn(stock, -event.reservedDelta, stock.row.available() + back))
        return refusal;
    changes.allocations.push_back(allocationOf(event));
    return std::nullopt;
}

/// Goods that were moved away, or given another status.
bool comesBackFrom(const StockEvent &event)
{
    return event.onHandDelta < 0
           && (event.kind == EventKind::Move || event.kind == EventKind::Status);
}

Refusal comesBack(const StockEvent &event, const StockContext &stock, const PlaceContext &place)
{
    if (auto refusal = placeUsable(stock.row.key, place))
        return refusal;
    if (event.kind == EventKind::Status)
        return std::nullopt;
    const int decimals = stock.product.decimals;
    const qint64 growth = wholeUnits(stock.row.onHand - event.onHandDelta, decimals)
                          - wholeUnits(stock.row.onHand, decimals);
    return roomFor(growth, place, stock.product);
}

/// The opposite of one entry of the history.
Decided inverseOf(const StockEvent &event,
                  const StockContext &stock,
                  const PlaceContext &place,
                  const EarlierCommand &past,
                  EventKind kind)
{
    ChangeSet changes;
    StockChange change;
    change.id = stock.row.id;
    change.key = stock.row.key;
    change.kind = kind;
    change.orderId = event.orderId;
    change.onHandDelta = -event.onHandDelta;
    change.reservedDelta = -event.reservedDelta;
    if (change.onHandDelta > 0)
        change.receivedAt = stock.row.receivedAt; // what lay there came then
    Refusal refusal;
    if (event.reservedDelta > 0)
        refusal = giveBack(event, stock, past, changes);
    else if (event.reservedDelta < 0)
        refusal = reserveAgain(event, stock, changes);
    else if (event.onHandDelta > 0)
        refusal = wentOn(stock, event.onHandDelta, stock.row.available());
    else if (comesBackFrom(event))
        refusal = comesBack(event, stock, place);
    if (refusal)
        return fail(*refusal);
    changes.stock.push_back(change);
    return changes;
}

} // namespace

DecisionResult decideUndo(const StockCommand &command, const Undo &undo, StockReader &reader)
{
    const auto read = reader.command(undo.command);
    if (!read)
        return read.error();
    if (auto refusal = undoable(command, undo, *read))
        return *refusal;
    const EarlierCommand &past = **read;
    const Shape &shape = Matrix::instance().shapes().at(undoKindOf(undo.kind));
    // First what leaves, so that its room counts for what comes back.
    std::vector<StockEvent> events = past.events;
    std::stable_sort(events.begin(), events.end(), [](const StockEvent &a, const StockEvent &b) {
        return a.onHandDelta > b.onHandDelta;
    });
    RowsAfter after(reader);
    Refusals refusals;
    ChangeSet all = changeSetOf(command);
    for (const StockEvent &event : events) {
        const auto stock = after.stock(event.stockId, 0);
        if (!stock)
            return stock.error();
        if (!*stock)
            return simply(Rule::StockWentOn);
        const auto place = comesBackFrom(event) ? after.place((*stock)->row.key)
                                                : Read<PlaceContext>(PlaceContext());
        if (!place)
            return place.error();
        const auto inverse = inverseOf(event, **stock, *place, past, *shape.event);
        if (!inverse) {
            const bool alone = events.size() == 1;
            refusals.add(inverse.error(),
                         alone ? QString() : rowName((*stock)->product, (*stock)->row.key),
                         &event - events.data());
            continue;
        }
        after.take(*inverse);
        all.stock.push_back(inverse->stock.front());
        all.allocations.insert(
            all.allocations.end(), inverse->allocations.begin(), inverse->allocations.end());
    }
    if (!refusals.isEmpty())
        return refusals.all();
    return all;
}

} // namespace tanaban
