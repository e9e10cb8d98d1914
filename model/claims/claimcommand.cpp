#include "model/claims/claimcommand.h"

#include "model/rulechecks.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <limits>

namespace tanaban {

using namespace Qt::StringLiterals;
using namespace rules;

namespace {

QString codeOfKind(ClaimCommand::Kind kind)
{
    static const std::array words{u"release"_s, u"ship"_s, u"reassign"_s, u"review"_s};
    return words.at(size_t(kind));
}

QJsonObject askedOf(const ClaimCommand &command)
{
    QJsonArray parts;
    for (const ClaimPart &part : command.parts)
        parts.append(
            QJsonObject{{u"allocation"_s, part.allocation}, {u"quantity"_s, part.quantity}});
    QJsonObject asked{{u"parts"_s, parts}};
    if (command.kind == ClaimCommand::Kind::Reassign) {
        asked[u"to_order"_s] = command.toOrder;
        asked[u"to_line"_s] = command.toLine;
    }
    return asked;
}

DomainError unknownAllocation(qint64 id)
{
    return errorAbout(Rule::UnknownAllocation, QString::number(id));
}

/// The part that is left of an allocation can be what is asked for.
Refusal partPossible(const ClaimCommand &command,
                     const Allocation &allocation,
                     qint64 quantity,
                     const StockContext &stock)
{
    const bool pending = allocation.state == AllocationState::Pending;
    const bool live = command.kind == ClaimCommand::Kind::Approve
                          ? pending
                          : allocation.state == AllocationState::Open
                                || (pending && command.kind != ClaimCommand::Kind::Ship);
    const qint64 possible = live ? allocation.quantity : 0;
    if (quantity >= 1 && quantity <= possible)
        return std::nullopt;
    DomainError error = errorOf(command.kind == ClaimCommand::Kind::Release
                                    ? Rule::InvalidReleaseQuantity
                                    : Rule::NotReserved,
                                stock,
                                stock.row.key.product);
    error.asked = quantity;
    error.possible = possible;
    return error;
}

AllocationState endOf(ClaimCommand::Kind kind)
{
    return kind == ClaimCommand::Kind::Ship      ? AllocationState::Shipped
           : kind == ClaimCommand::Kind::Approve ? AllocationState::Open
                                                 : AllocationState::Released;
}

EventKind eventOf(ClaimCommand::Kind kind)
{
    switch (kind) {
    case ClaimCommand::Kind::Release:
        return EventKind::Release;
    case ClaimCommand::Kind::Ship:
        return EventKind::Ship;
    case ClaimCommand::Kind::Reassign:
    case ClaimCommand::Kind::Approve: // which leaves the row as it is
        return EventKind::Confirm;
    }
    Q_UNREACHABLE();
}

/// Puts one part into the change set, where its row may stand already.
void add(const ClaimCommand &command,
         const Allocation &allocation,
         qint64 quantity,
         ChangeSet &changes)
{
    if (command.kind == ClaimCommand::Kind::Approve) {
        changes.allocations.push_back(allocationChange(allocation, quantity, endOf(command.kind)));
        return;
    }
    const auto known = std::ranges::find(changes.stock, allocation.stockId, &StockChange::id);
    const bool isNew = known == changes.stock.end();
    StockChange &row = isNew ? changes.stock.emplace_back() : *known;
    if (isNew) {
        row.id = allocation.stockId;
        row.kind = eventOf(command.kind);
        row.orderId = allocation.orderId;
        if (const auto seen = command.expected.find(row.id); seen != command.expected.end())
            row.expectedVersion = seen->second;
    } else if (row.orderId != allocation.orderId) {
        row.orderId.reset();
    }
    if (command.kind == ClaimCommand::Kind::Reassign) {
        // Two orders are behind it; what is reserved stays as it is.
        row.orderId.reset();
        AllocationChange made;
        made.orderId = command.toOrder;
        made.line = command.toLine;
        made.stockId = allocation.stockId;
        made.quantity = quantity;
        made.to = AllocationState::Open;
        changes.allocations.push_back(made);
    } else {
        row.reservedDelta -= quantity;
        if (command.kind == ClaimCommand::Kind::Ship)
            row.onHandDelta -= quantity;
    }
    changes.allocations.push_back(allocationChange(allocation, quantity, endOf(command.kind)));
}

} // namespace

Intent intentOf(const ClaimCommand &command)
{
    Intent intent;
    intent.id = command.id;
    intent.kind = codeOfKind(command.kind);
    intent.asked = askedOf(command);
    intent.actor = command.actor;
    intent.reason = command.reason;
    return intent;
}

QJsonObject toJson(const ClaimCommand &command)
{
    QJsonArray expected;
    for (const auto &[id, version] : command.expected)
        expected.append(QJsonArray{id, version});
    return {{u"command_id"_s, command.id.toString(QUuid::WithoutBraces)},
            {u"claims"_s, codeOfKind(command.kind)},
            {u"asked"_s, askedOf(command)},
            {u"reason"_s, command.reason},
            {u"actor"_s, command.actor},
            {u"expected_versions"_s, expected}};
}

std::optional<ClaimCommand> claimCommandFromJson(const QJsonObject &json)
{
    using Kind = ClaimCommand::Kind;
    ClaimCommand command;
    const QString word = json.value(u"claims"_s).toString();
    bool known = false;
    for (const Kind kind : {Kind::Release, Kind::Ship, Kind::Reassign, Kind::Approve}) {
        if (codeOfKind(kind) == word) {
            command.kind = kind;
            known = true;
        }
    }
    command.id = QUuid::fromString(json.value(u"command_id"_s).toString());
    command.reason = json.value(u"reason"_s).toString();
    command.actor = json.value(u"actor"_s).toString();
    const QJsonObject asked = json.value(u"asked"_s).toObject();
    command.toOrder = asked.value(u"to_order"_s).toInteger();
    command.toLine = asked.value(u"to_line"_s).toInt();
    const QJsonArray parts = asked.value(u"parts"_s).toArray();
    for (const QJsonValue &part : parts)
        command.parts.push_back(
            {part[u"allocation"_s].toInteger(), part[u"quantity"_s].toInteger()});
    const QJsonArray expected = json.value(u"expected_versions"_s).toArray();
    for (const QJsonValue &pair : expected)
        command.expected[pair[0].toInteger()] = pair[1].toInteger();
    const bool whole = known && !command.id.isNull() && !command.parts.empty();
    return whole && toJson(command) == json ? std::optional(command) : std::nullopt;
}

DecisionResult decideClaims(const ClaimCommand &command, StockReader &reader)
{
    if (command.kind == ClaimCommand::Kind::Reassign) {
        if (auto refusal = reasonGiven(command.reason))
            return *refusal;
    }
    ChangeSet changes;
    changes.intent = intentOf(command);
    for (const ClaimPart &part : command.parts) {
        const auto read = reader.allocation(part.allocation);
        if (!read)
            return read.error();
        if (!*read)
            return unknownAllocation(part.allocation);
        const Allocation &allocation = **read;
        const auto stock = reader.stock(allocation.stockId, 0);
        if (!stock)
            return stock.error();
        if (!*stock)
            return unknownAllocation(part.allocation);
        const qint64 quantity = part.quantity == 0 ? allocation.quantity : part.quantity;
        if (auto refusal = partPossible(command, allocation, quantity, **stock))
            return *refusal;
        const bool leaves = command.kind == ClaimCommand::Kind::Ship
                            || command.kind == ClaimCommand::Kind::Reassign;
        if (leaves) {
            if (auto refusal = allocatable(**stock))
                return *refusal;
        }
        add(command, allocation, quantity, changes);
    }
    return changes;
}

bool comesAfter(const Claim &claim,
                std::optional<int> priority,
                const std::optional<QDate> &dueOn,
                qint64 orderId)
{
    constexpr int none = std::numeric_limits<int>::max();
    const auto key = [none](std::optional<int> p, const std::optional<QDate> &due, qint64 id) {
        return std::tuple(
            p.value_or(none), due ? due->toJulianDay() : std::numeric_limits<qint64>::max(), id);
    };
    return claim.orderId
           && key(claim.priority, claim.dueOn, *claim.orderId) > key(priority, dueOn, orderId);
}

} // namespace tanaban
