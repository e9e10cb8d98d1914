#include "model/claims/claimcommand.h"
#include "model/runnerparts.h"

#include <algorithm>

namespace tanaban {

namespace {

RowsToLock rowsOfClaims(const ClaimCommand &command, StockReader &reader)
{
    RowsToLock rows;
    if (command.toOrder != 0)
        rows.orders.push_back(command.toOrder);
    for (const ClaimPart &part : command.parts) {
        const auto allocation = reader.allocation(part.allocation);
        if (!allocation || !*allocation)
            continue;
        rows.stock.push_back((*allocation)->stockId);
        if ((*allocation)->orderId)
            rows.orders.push_back(*(*allocation)->orderId);
    }
    for (std::vector<qint64> *ids : {&rows.orders, &rows.stock}) {
        std::ranges::sort(*ids);
        ids->erase(std::unique(ids->begin(), ids->end()), ids->end());
    }
    return rows;
}

} // namespace

CommandResult CommandRunner::run(const ClaimCommand &command,
                                 ConflictPolicy policy,
                                 std::stop_token stop)
{
    Q_ASSERT_X(policy != ConflictPolicy::Retry || command.expected.empty(),
               "CommandRunner::run",
               "trying again means not to insist on what was looked at");
    Run run{command,
            intentOf(command),
            command.expected,
            [&command](const Versions &versions, StockReader &reader) {
                ClaimCommand insisting = command;
                insisting.expected = versions;
                return decideClaims(insisting, reader);
            },
            [&command](StockReader &reader) { return rowsOfClaims(command, reader); }};
    return finish(run.intent, policy == ConflictPolicy::Retry ? retry(run, stop) : ask(run, policy));
}

} // namespace tanaban
