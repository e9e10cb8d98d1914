#pragma once

#include "model/database.h"

namespace tanaban::cli {

/// What a script sees of a command (contract: command line).
enum class ExitStatus {
    Done = 0,
    WrongUsage = 2,
    RuleSaysNo = 3,
    Conflict = 4,
    NotAllowed = 5,
    Unavailable = 6,
    Damaged = 7, ///< damaged, foreign or newer data
    Busy = 8
};

ExitStatus exitStatusOf(const CommitOutcome &outcome);
ExitStatus exitStatusOf(const ReadFailure &failure);
ExitStatus exitStatusOf(const OpenFailure &failure);

} // namespace tanaban::cli
