#pragma once

#include "tests/model/tinywarehouse.h"

namespace tanaban::tests {

using namespace Qt::StringLiterals;

/// Row 1: 100 in bin A, 20 of them reserved by hand; row 2: 50 in bin B of another lot.
inline TinyWarehouse warehouse()
{
    TinyWarehouse result;
    for (const qint64 quantity : {100, 50}) {
        StockContext context = goods();
        context.product = TinyWarehouse::milk();
        context.row.id = qint64(result.rows.size()) + 1;
        context.row.key.bin = context.row.id == 1 ? u"A"_s : u"B"_s;
        context.row.key.lot = u"L-%1"_s.arg(context.row.id);
        context.lot.lot = context.row.key.lot;
        context.row.onHand = quantity;
        result.rows.push_back(context);
    }
    for (const qint64 quantity : {12, 8}) {
        Allocation byHand;
        byHand.id = qint64(result.allocations.size()) + 1;
        byHand.stockId = 1;
        byHand.quantity = quantity;
        byHand.version = 1;
        result.allocations.push_back(byHand);
        result.rows[0].row.reserved += quantity;
    }
    return result;
}

/// What takes a command of a person back.
inline StockCommand undoOf(const StockCommand &command)
{
    return commandOf(Undo{command.id, kindOf(command.action), u"Undo"_s});
}

/// Something is done there, and fits; the command.
inline StockCommand does(TinyWarehouse &where, const StockAction &action)
{
    const StockCommand command = commandOf(action);
    const DecisionResult decided = decide(command, where);
    if (const auto *error = std::get_if<DomainError>(&decided))
        qFatal("refused: %s", qPrintable(messageOf(*error)));
    fits(std::get<ChangeSet>(decided));
    where.apply(std::get<ChangeSet>(decided));
    return command;
}

/// Why a command is refused.
inline DomainError refusal(TinyWarehouse &where, const StockCommand &command)
{
    const DecisionResult decided = decide(command, where);
    const auto *error = std::get_if<DomainError>(&decided);
    return error ? *error : DomainError();
}

/// "row: on hand/reserved received" of every row with goods.
inline QString figures(const TinyWarehouse &where)
{
    QStringList rows;
    for (const StockContext &context : where.rows) {
        if (context.row.onHand > 0) {
            rows << u"%1: %2/%3 %4"_s.arg(context.row.id)
                        .arg(context.row.onHand)
                        .arg(context.row.reserved)
                        .arg(context.row.receivedAt.microseconds);
        }
    }
    return rows.join(u", "_s);
}

} // namespace tanaban::tests
