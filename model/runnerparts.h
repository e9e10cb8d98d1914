#pragma once

#include "model/commandrunner.h"

namespace tanaban {

/// One call of run(): what it works on and how far it has come.
struct CommandRunner::Run
{
    AnyCommand command;
    Intent intent;
    Versions lookedAt;
    /// Reads and decides, insisting on these versions.
    std::function<DecisionResult(const Versions &, StockReader &)> decide;
    /// What the last try of policy A must hold to decide on truth.
    std::function<RowsToLock(StockReader &)> rowsToLock;
    /// A rule that said no only because somebody was faster.
    std::optional<Rule> othersRule = {};
    std::span<const StockContext> known = {};
    bool begun = false; ///< it stands in the journal, so it may be sent
};

/// What one try came to.
struct CommandRunner::Tried
{
    CommitOutcome outcome;
    bool ruleSaysNo = false; ///< the decision said no; nothing was sent
    bool moved = false;      ///< a row is not at the version it must have; nothing was sent
};

/// What a read that failed means for the command.
CommitOutcome outcomeOf(const ReadFailure &failure);
/// The journal could not be written, so nothing was sent.
CommitOutcome notNoted();

} // namespace tanaban
