#include "model/rulechecks.h"

namespace tanaban {

using namespace Qt::StringLiterals;
using namespace rules;

namespace {

DecisionResult resultOf(Decided decided)
{
    if (decided)
        return std::move(decided).value();
    return decided.error();
}

DecisionResult unknownStock(qint64 id)
{
    DomainError error = errorAbout(Rule::UnknownStock, QString::number(id));
    error.stockId = id;
    return error;
}

DecisionResult decideOn(const StockCommand &command, const Receive &action, StockReader &reader)
{
    const auto place = reader.place(action.key);
    if (!place)
        return place.error();
    return resultOf(decideReceive(command, action, *place));
}

/// How much of what was reserved by hand the decision looks at.
template <typename Action>
qint64 handMadeOf(const Action &action)
{
    if constexpr (std::is_same_v<Action, Release> || std::is_same_v<Action, Ship>)
        return action.allocation ? 0 : action.quantity;
    else
        return 0;
}

template <typename Action>
DecisionResult decideTaking(const StockCommand &command,
                            const Action &action,
                            const StockContext &stock,
                            StockReader &reader)
{
    std::optional<Allocation> allocation;
    if (action.allocation) {
        auto read = reader.allocation(*action.allocation);
        if (!read)
            return read.error();
        allocation = *read;
    }
    if constexpr (std::is_same_v<Action, Release>)
        return resultOf(decideRelease(command, action, stock, allocation));
    else
        return resultOf(decideShip(command, action, stock, allocation));
}

DecisionResult decideMoving(const StockCommand &command,
                            const Move &action,
                            const StockContext &stock,
                            StockReader &reader)
{
    StockKey key = stock.row.key;
    key.warehouse = action.warehouse;
    key.zone = action.zone;
    key.bin = action.bin;
    const auto place = reader.place(key);
    if (!place)
        return place.error();
    return resultOf(decideMove(command, action, stock, *place));
}

template <typename Action>
DecisionResult decideOn(const StockCommand &command, const Action &action, StockReader &reader)
{
    const auto read = reader.stock(action.stockId, handMadeOf(action));
    if (!read)
        return read.error();
    if (!*read)
        return unknownStock(action.stockId);
    const StockContext &stock = **read;
    if constexpr (std::is_same_v<Action, Reserve>)
        return resultOf(decideReserve(command, action, stock));
    else if constexpr (std::is_same_v<Action, Adjust>)
        return resultOf(decideAdjust(command, action, stock));
    else if constexpr (std::is_same_v<Action, ChangeStatus>)
        return resultOf(decideStatus(command, action, stock));
    else if constexpr (std::is_same_v<Action, Move>)
        return decideMoving(command, action, stock, reader);
    else
        return decideTaking(command, action, stock, reader);
}

DecisionResult decideOn(const StockCommand &command, const Several &several, StockReader &reader)
{
    return decideSeveral(command, several, reader);
}

DecisionResult decideOn(const StockCommand &command, const Undo &undo, StockReader &reader)
{
    return decideUndo(command, undo, reader);
}

} // namespace

DecisionResult decide(const StockCommand &command, StockReader &reader)
{
    return std::visit([&](const auto &action) { return decideOn(command, action, reader); },
                      command.action);
}

} // namespace tanaban
