#include "storage/committer.h"

#include "model/runnerparts.h"
#include "storage/sqlitecommit.h"

#include <QUuid>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

CommitOutcome rejected(Rule rule, const QString &detail = {})
{
    DomainError error;
    error.rule = rule;
    error.detail = detail;
    return Rejected{error};
}

bool isAgain(const SqlFault &fault)
{
    return fault.kind == Fault::Again;
}

} // namespace

CommitOutcome outcomeOfFault(Connection &connection, const SqlFault &fault, bool sent)
{
    switch (fault.kind) {
    case Fault::Lost:
        return Unavailable{fault.text, sent};
    case Fault::Busy:
    case Fault::Again:
        return Busy{connection.turn() ? connection.turn()->holder() : QStringList()};
    case Fault::NotAllowed:
        return rejected(Rule::NotAllowed, fault.text);
    case Fault::ReadOnly:
        return rejected(Rule::ReadOnly, fault.text);
    case Fault::Shape:
        return rejected(Rule::ShapeRefused, fault.text);
    case Fault::Full:
        return rejected(Rule::DiskFull, fault.text);
    case Fault::Damaged:
        return rejected(Rule::Damaged, fault.text);
    case Fault::IdReused:
        return rejected(Rule::CommandIdReused);
    case Fault::Abandoned:
        return rejected(Rule::Abandoned);
    default:
        return rejected(Rule::Constraint, fault.text);
    }
}

Read<std::optional<CommitOutcome>> earlierOutcome(Connection &connection, const Intent &intent)
{
    Statement find(connection,
                   u"SELECT kind, content_hash, actor, outcome, {iso at} FROM commands "
                   "WHERE command_id = ?"_s);
    find.bind(intent.id);
    if (!find.exec())
        return fail(readFailure(find.fault()));
    if (!find.next())
        return std::optional<CommitOutcome>();
    if (find.text(0) != intent.kind || find.bytes(1) != intent.contentHash()
        || find.text(2) != intent.actor)
        return std::optional(rejected(Rule::CommandIdReused));
    if (find.text(3) == u"abandoned"_s)
        return std::optional(rejected(Rule::Abandoned));
    Committed first{intent.id, find.instant(4), {}, true};
    Statement events(
        connection, u"SELECT stock_id, version, {iso at} FROM stock_events WHERE command_id = ?"_s);
    events.bind(intent.id);
    if (!events.exec())
        return fail(readFailure(events.fault()));
    while (events.next()) {
        first.stockVersions[events.integer(0)] = events.integer(1);
        first.at = events.instant(2);
    }
    return std::optional<CommitOutcome>(std::move(first));
}

CommitAttempt applyOnSqlite(Connection &connection,
                            Clock &clock,
                            const QString &actor,
                            const ChangeSet &changes)
{
    SqliteCommit commit(connection, clock, actor, changes);
    if (auto refusal = commit.run())
        return {std::move(*refusal)};
    return {commit.result()};
}

CommitAttempt commitOnSqlite(Connection &connection,
                             Clock &clock,
                             const QString &actor,
                             const ChangeSet &changes)
{
    if (const SqlFault fault = connection.begin())
        return {outcomeOfFault(connection, fault, false), isAgain(fault)};
    CommitAttempt attempt = applyOnSqlite(connection, clock, actor, changes);
    const Committed *committed = std::get_if<Committed>(&attempt.outcome);
    if (!committed || committed->repeated) {
        connection.rollback();
        return attempt;
    }
    if (const SqlFault fault = connection.commit())
        return {outcomeOfFault(connection, fault, true), isAgain(fault)};
    return attempt;
}

CommitAttempt abandonOnSqlite(Connection &connection,
                              Clock &clock,
                              const QString &actor,
                              const Intent &intent)
{
    if (const SqlFault fault = connection.begin())
        return {outcomeOfFault(connection, fault, false), isAgain(fault)};
    auto earlier = earlierOutcome(connection, intent);
    if (!earlier || *earlier) {
        connection.rollback();
        if (!earlier)
            return {outcomeOf(earlier.error())};
        return {std::move(**earlier)};
    }
    SqlFault fault;
    {
        Statement insert(
            connection,
            u"INSERT INTO commands (command_id, kind, content_hash, actor, at, outcome) "
            "VALUES (?, ?, ?, ?, ?, 'abandoned')"_s);
        insert.bind(intent.id)
            .bind(intent.kind)
            .bind(intent.contentHash())
            .bind(actor)
            .bind(clock.now());
        insert.exec();
        fault = insert.fault();
    }
    if (fault)
        connection.rollback();
    else
        fault = connection.commit();
    if (fault)
        return {outcomeOfFault(connection, fault, true), isAgain(fault)};
    return {rejected(Rule::Abandoned)};
}

} // namespace tanaban::storage
