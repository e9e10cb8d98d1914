#pragma once

#include "model/claims/claimcommand.h"
#include "model/stockcommands.h"
#include "model/store.h"

#include <QtGlobal>

namespace tanaban::test {

/// The changes; a rule that says no ends the program.
inline ChangeSet changesOf(const DecisionResult &decision)
{
    if (const auto *changes = std::get_if<ChangeSet>(&decision))
        return *changes;
    if (const auto *error = std::get_if<DomainError>(&decision))
        qFatal("decided: %s, %s", qPrintable(nameOf(error->rule)), qPrintable(messageOf(*error)));
    qFatal("decided: read failure %s", qPrintable(std::get<ReadFailure>(decision).detail));
}

/// What is decided on the rows as they are now.
inline ChangeSet decided(Store &store, const StockCommand &command)
{
    return changesOf(decide(command, store));
}
inline ChangeSet decided(Store &store, const ClaimCommand &command)
{
    return changesOf(decideClaims(command, store));
}

/// An outcome in one word: "committed", "repeated", "conflict", the name of a rule, ….
inline QString verdict(const CommitOutcome &outcome)
{
    if (const auto *rejected = std::get_if<Rejected>(&outcome))
        return nameOf(rejected->error.rule);
    if (const auto *committed = std::get_if<Committed>(&outcome); committed && committed->repeated)
        return QStringLiteral("repeated");
    static const char *const names[] = {
        "committed", "conflict", "overtaken", "", "busy", "unavailable"};
    return QString::fromLatin1(names[outcome.index()]);
}

} // namespace tanaban::test
