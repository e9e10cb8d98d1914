#pragma once

#include "model/planning/strategy.h"
#include "model/records.h"

namespace tanaban {

/// Who may have a strategy of their own.
enum class StrategyScope {
    Company,
    Partner,
    Order
};
QString codeOf(StrategyScope scope);

/// Those that somebody saved by a name and that are in use, by name. What a newer program saved and
/// this one does not understand is left out.
Read<std::vector<Strategy>> savedStrategies(Records &records);
/// Those that are always there, and after them the saved ones.
Read<std::vector<Strategy>> allStrategies(Records &records);

/// Saves rules under the strategy's name, or takes a saved one out of use (`inUse` false); whatever
/// stood there before.
Read<RecordCommand> commandToSave(const Strategy &strategy, bool inUse, Records &records);

/// Which strategy the company, a partner (its code) or an order (its number) uses: its name, empty
/// when it has none of its own.
Read<QString> strategyOf(StrategyScope scope, const QString &code, Records &records);
/// Sets it; an empty name takes it away.
Read<RecordCommand> commandToUse(StrategyScope scope,
                                 const QString &code,
                                 const QString &strategy,
                                 Records &records);

} // namespace tanaban
