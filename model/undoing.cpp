#include "model/matrix.h"
#include "model/rowsafter.h"
#include "model/rulechecks.h"

#include <algorithm>
#include <map>
#include <set>

namespace tanaban {

using namespace Qt::StringLiterals;
using namespace rules;

namespace {

/// Whether this command may be taken back at all: one's own, once, soon.
Refusal undoable(const StockCommand &command,
                 const Undo &undo,
                 const std::optional<EarlierCommand> &past)
{
    const bool known = past && past->actor == command.actor && past->kind == undo.kind
                       && Matrix::instance().shapes().contains(undoKindOf(undo.kind))
                       && !past->events.empty();
    if (!known)
        return errorAbout(Rule::NotUndoable);
    if (past->undone)
        return errorAbout(Rule::UndoneAlready);
    if (past->now > past->at.plusSeconds(secondsToUndo))
        return errorAbout(Rule::TooLateToUndo);
    return std::nullopt;
}

/// An order gets back what was shipped or released of it, if it still takes it. One that was completed
/// since, by the same person, is open again; `records`: that.
Refusal ordersTake(const StockCommand &command,
                   const EarlierCommand &past,
                   std::vector<RecordChange> &records)
{
    std::map<std::pair<qint64, int>, qint64> more;
    std::set<qint64> reopened;
    for (const EndedAllocation &ended : past.ended) {
        const Allocation &allocation = ended.allocation;
        if (!allocation.orderId)
            continue;
        const bool reopens = allocation.state == AllocationState::Shipped
                             && ended.orderState == OrderState::Completed
                             && ended.orderChangedBy == command.actor;
        if (ended.orderState != OrderState::Open && !reopens)
            return errorAbout(Rule::OrderClosed, ended.orderNumber);
        if (reopens && reopened.insert(*allocation.orderId).second) {
            RecordChange open;
            open.entity = Entity::Order;
            open.key = {{u"number"_s, ended.orderNumber}};
            open.expectedVersion = ended.orderVersion;
            open.fields = {{u"state"_s, codeOf(OrderState::Open)}};
            records.push_back(open);
        }
        // What was shipped counts for the line all the time.
        const int line = allocation.line.value_or(0);
        if (allocation.state == AllocationState::Released
            && (more[{*allocation.orderId, line}] += allocation.quantity) > ended.lineLeft)
            return errorAbout(Rule::OrderLineExceeded, u"%1/%2"_s.arg(ended.orderNumber).arg(line));
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
        ends.push_back(allocationChange(made, made.quantity, AllocationState::Released));
    }
    if (auto refusal = wentOn(stock, event.reservedDelta, left))
        return refusal;
    changes.allocations.insert(changes.allocations.end(), ends.begin(), ends.end());
    return std::nullopt;
}

/// Whoever had what was given back or shipped has it again.
Refusal liveAgain(const StockEvent &event,
                  const StockContext &stock,
                  const EarlierCommand &past,
                  ChangeSet &changes)
{
    if (auto refusal = allocatable(stock))
        return refusal;
    const qint64 back = -event.onHandDelta;
    if (auto refusal = wentOn(stock, -event.reservedDelta, stock.row.available() + back))
        return refusal;
    for (const EndedAllocation &ended : past.ended) {
        if (ended.allocation.stockId == event.stockId)
            changes.allocations.push_back(
                allocationChange(ended.allocation, ended.allocation.quantity, ended.before));
    }
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
        refusal = liveAgain(event, stock, past, changes);
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
    ChangeSet all = changeSetOf(command);
    if (auto refusal = ordersTake(command, past, all.records))
        return *refusal;
    const Shape &shape = Matrix::instance().shapes().at(undoKindOf(undo.kind));
    // First what leaves, so that its room counts for what comes back.
    std::vector<StockEvent> events = past.events;
    std::stable_sort(events.begin(), events.end(), [](const StockEvent &a, const StockEvent &b) {
        return a.onHandDelta > b.onHandDelta;
    });
    RowsAfter after(reader);
    Refusals refusals;
    for (const StockEvent &event : events) {
        const auto stock = after.stock(event.stockId, 0);
        if (!stock)
            return stock.error();
        if (!*stock)
            return errorAbout(Rule::StockWentOn);
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
