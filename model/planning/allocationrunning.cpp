#include "model/planning/allocating.h"
#include "model/runnerparts.h"

#include <algorithm>

namespace tanaban {

namespace {

/// Nothing was there for any of the lines; run() turns it into a result without an error.
DomainError nothingToTake()
{
    return errorAbout(Rule::InsufficientStock);
}

/// Loads the book and makes the plan, unless there is one.
DecisionResult decideAllocation(const AllocationCommand &command,
                                StockReader &reader,
                                bool usePlanned,
                                Planned &planned)
{
    if (!usePlanned) {
        planned = {};
        auto book = reader.allocationBook(queryOf(command));
        if (!book)
            return book.error();
        applyStrategy(command, *book);
        auto plan = planFor(command, *book);
        if (!plan)
            return plan.error();
        planned = {std::move(*book), std::move(*plan)};
    }
    if (planned.plan.picks.empty())
        return nothingToTake();
    return changesOf(command, planned.book, planned.plan);
}

/// All stock that the plan under the lock may choose from.
RowsToLock candidatesOf(const AllocationCommand &command, StockReader &reader)
{
    RowsToLock rows;
    rows.orders = command.orders;
    BookQuery query = queryOf(command);
    query.onlyUsable = true;
    if (const auto book = reader.allocationBook(query)) {
        for (const BookStock &stock : book->stock)
            rows.stock.push_back(stock.id);
    }
    std::ranges::sort(rows.orders);
    std::ranges::sort(rows.stock);
    return rows;
}

} // namespace

CommandResult CommandRunner::run(const AllocationCommand &command,
                                 ConflictPolicy policy,
                                 Planned &planned,
                                 std::stop_token stop)
{
    Q_ASSERT_X(policy != ConflictPolicy::Retry || command.expected.empty(),
               "CommandRunner::run",
               "trying again means not to insist on what was looked at");
    // What was read some time ago may be carried out, but only fresh rows may say "nothing".
    bool usePlanned = !planned.plan.picks.empty();
    Run run{command,
            intentOf(command),
            command.expected,
            [&](const Versions &versions, StockReader &reader) {
                AllocationCommand insisting = command;
                insisting.expected = versions;
                return decideAllocation(
                    insisting, reader, std::exchange(usePlanned, false), planned);
            },
            [&command](StockReader &reader) { return candidatesOf(command, reader); },
            // Somebody else gave the order what it lacked, or changed its lines.
            Rule::OrderLineExceeded};
    CommandResult result = policy == ConflictPolicy::Retry ? retry(run, stop) : ask(run, policy);
    const auto *rejected = std::get_if<Rejected>(&result.outcome);
    const bool nothing = rejected && rejected->error == nothingToTake()
                         && planned.plan.picks.empty();
    if (nothing) {
        result.outcome = Committed{command.id, {}, {}, false};
        result.nothingLeft = true;
    }
    return finish(run.intent, std::move(result));
}

} // namespace tanaban
