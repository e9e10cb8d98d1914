#pragma once

#include "cli/session.h"

namespace tanaban::cli {

// What commands that write have in common.

struct Conditions
{
    QUuid id;
    std::optional<qint64> expectedVersion;
    ConflictPolicy policy = ConflictPolicy::Retry;
};

/// --command-id, --expect-version and --policy, or a sentence saying what is wrong with them.
Result<Conditions, QString> conditionsOf(const Invocation &invocation);

/// Runs a command and goes on asking while there is no answer.
CommandResult askUntilKnown(Session &session,
                            Store &store,
                            const std::function<CommandResult(CommandRunner &, bool first)> &run);

ExitStatus reject(Session &session, const Conditions &conditions, DomainError error);
ExitStatus unanswered(Session &session, const Conditions &conditions, const ReadFailure &failure);

} // namespace tanaban::cli
