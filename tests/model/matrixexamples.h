#pragma once

#include "model/matrix.h"

namespace tanaban::tests {

using namespace Qt::StringLiterals;

inline StockKey keyOf(const QString &bin)
{
    return {u"WH001"_s, 2, bin, u"P-1"_s, u"L-1"_s, StockStatus::Available};
}

inline StockChange row(qint64 id, EventKind kind, qint64 onHand, qint64 reserved)
{
    StockChange change;
    change.id = id;
    change.kind = kind;
    change.onHandDelta = onHand;
    change.reservedDelta = reserved;
    return change;
}

inline AllocationChange allocation(qint64 id,
                                   AllocationState from,
                                   AllocationState to,
                                   qint64 quantity)
{
    AllocationChange change;
    change.id = id;
    change.stockId = 17;
    change.quantity = quantity;
    change.from = from;
    change.to = to;
    return change;
}

inline HoldChange hold(qint64 id, HoldState to, qint64 quantity)
{
    HoldChange change;
    change.id = id;
    change.stockId = 17;
    change.quantity = quantity;
    change.minutes = id == 0 ? 30 : 0;
    change.to = to;
    return change;
}

inline RecordChange record(Entity entity, const QString &key)
{
    RecordChange change;
    change.entity = entity;
    change.key = {{u"code"_s, key}};
    return change;
}

inline ChangeSet empty(const QString &kind)
{
    ChangeSet changes;
    changes.intent.id = newCommandId();
    changes.intent.kind = kind;
    changes.intent.actor = u"sato"_s;
    return changes;
}

/// A change set that fits its kind, for every kind of the matrix.
inline std::map<QString, ChangeSet> examples()
{
    using A = AllocationState;
    std::map<QString, ChangeSet> all;
    for (const auto &[kind, shape] : Matrix::instance().shapes()) {
        all[kind] = empty(kind);
        if (shape.needsReason)
            all[kind].intent.reason = u"count"_s;
        if (kind.startsWith(u"undo_"_s))
            all[kind].intent.undoes = newCommandId();
    }
    all[u"receive"_s].stock = {row(0, EventKind::Receive, 5, 0)};
    all[u"receive"_s].stock[0].key = keyOf(u"A"_s);
    all[u"receive"_s].records = {record(Entity::Lot, u"L-1"_s)};
    all[u"reserve"_s].stock = {row(17, EventKind::Reserve, 0, 5)};
    all[u"reserve"_s].allocations = {allocation(0, A::Open, A::Open, 5)};
    all[u"release"_s].stock = {row(17, EventKind::Release, 0, -5)};
    all[u"release"_s].allocations = {allocation(1, A::Open, A::Released, 3),
                                     allocation(2, A::Pending, A::Released, 2)};
    all[u"ship"_s].stock = {row(17, EventKind::Ship, -5, -5)};
    all[u"ship"_s].allocations = {allocation(1, A::Open, A::Shipped, 5)};
    all[u"move"_s].stock = {row(17, EventKind::Move, -5, 0), row(0, EventKind::Move, 5, 0)};
    all[u"move"_s].stock[1].key = keyOf(u"B"_s);
    all[u"adjust"_s].stock = {row(17, EventKind::Adjust, -5, 0)};
    all[u"status"_s].stock = {row(17, EventKind::Status, -5, 0), row(18, EventKind::Status, 5, 0)};
    all[u"undo_receive"_s].stock = {row(17, EventKind::Receive, -5, 0)};
    all[u"undo_reserve"_s].stock = {row(17, EventKind::Release, 0, -5)};
    all[u"undo_reserve"_s].allocations = {allocation(1, A::Open, A::Released, 5)};
    all[u"undo_allocate"_s].stock = {row(17, EventKind::Release, 0, -5)};
    all[u"undo_allocate"_s].allocations = {allocation(1, A::Open, A::Released, 3),
                                           allocation(2, A::Pending, A::Released, 2)};
    all[u"undo_release"_s].stock = {row(17, EventKind::Reserve, 0, 5)};
    all[u"undo_release"_s].allocations = {allocation(1, A::Released, A::Open, 3),
                                          allocation(2, A::Released, A::Pending, 2)};
    all[u"undo_ship"_s].stock = {row(17, EventKind::Ship, 5, 5)};
    all[u"undo_ship"_s].allocations = {allocation(1, A::Shipped, A::Open, 5)};
    all[u"undo_ship"_s].records = {record(Entity::Order, u"O-1"_s)};
    all[u"undo_move"_s].stock = {row(17, EventKind::Move, 5, 0), row(18, EventKind::Move, -5, 0)};
    all[u"undo_adjust"_s].stock = {row(17, EventKind::Adjust, 5, 0)};
    all[u"undo_status"_s].stock = {row(17, EventKind::Status, 5, 0),
                                   row(18, EventKind::Status, -5, 0)};
    all[u"hold"_s].stock = {row(17, EventKind::Hold, 0, 5)};
    all[u"hold"_s].holds = {hold(0, HoldState::Active, 5)};
    all[u"hold_release"_s].stock = {row(17, EventKind::Release, 0, -5)};
    all[u"hold_release"_s].holds = {hold(1, HoldState::Released, 5)};
    all[u"hold_confirm"_s].stock = {row(17, EventKind::Confirm, 0, 0)};
    all[u"hold_confirm"_s].holds = {hold(1, HoldState::Confirmed, 5)};
    all[u"hold_confirm"_s].allocations = {allocation(0, A::Open, A::Open, 5)};
    all[u"allocate"_s].stock = {row(17, EventKind::Reserve, 0, 5)};
    all[u"allocate"_s].allocations = {allocation(0, A::Open, A::Pending, 5)};
    all[u"allocate"_s].allocations[0].orderId = 3;
    all[u"allocate"_s].allocations[0].line = 1;
    all[u"reassign"_s].stock = {row(17, EventKind::Confirm, 0, 0)};
    all[u"reassign"_s].allocations = {allocation(0, A::Open, A::Open, 5),
                                      allocation(1, A::Open, A::Released, 5)};
    all[u"review"_s].allocations = {allocation(1, A::Pending, A::Open, 5)};
    all[u"order"_s].records = {record(Entity::Order, u"O-1"_s)};
    all[u"master"_s].records = {record(Entity::Product, u"P-1"_s)};
    all[u"people"_s].records = {record(Entity::Person, u"sato"_s)};
    all[u"import"_s].records = {record(Entity::Zone, u"Z"_s), record(Entity::Order, u"O-1"_s)};
    return all;
}

} // namespace tanaban::tests
