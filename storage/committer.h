#pragma once

#include "model/clock.h"
#include "storage/stockreads.h"

namespace tanaban::storage {

/// Carries one change set over to the database: whole or not at all. The outcome is Busy or Lost
/// faults included; deadlocks are the caller's to try again (`again` set).
struct CommitAttempt
{
    CommitOutcome outcome;
    bool again = false;
};

/// What a command id that exists already means for whoever sends `intent`; nothing when it is free.
Read<std::optional<CommitOutcome>> earlierOutcome(Connection &connection, const Intent &intent);

/// The whole of it in C++, inside BEGIN IMMEDIATE at the writer's turn.
CommitAttempt commitOnSqlite(Connection &connection,
                             Clock &clock,
                             const QString &actor,
                             const ChangeSet &changes);
/// The same within a transaction that the caller has opened and ends (policy A's last try).
CommitAttempt applyOnSqlite(Connection &connection,
                            Clock &clock,
                            const QString &actor,
                            const ChangeSet &changes);
CommitAttempt abandonOnSqlite(Connection &connection,
                              Clock &clock,
                              const QString &actor,
                              const Intent &intent);

/// One call of api.commit_1, one round trip.
CommitAttempt commitOnPostgres(Connection &connection, const ChangeSet &changes);
CommitAttempt abandonOnPostgres(Connection &connection, const Intent &intent);
/// BEGIN and api.lock_2; the caller decides, calls commitOnPostgres and then ends the transaction.
/// An outcome other than nothing ends it here.
std::optional<CommitAttempt> lockOnPostgres(Connection &connection,
                                            const Intent &intent,
                                            const RowsToLock &rows);

/// A refusal of the database in the words of the domain.
CommitOutcome outcomeOfFault(Connection &connection, const SqlFault &fault, bool sent);

} // namespace tanaban::storage
