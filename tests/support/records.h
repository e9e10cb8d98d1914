#pragma once

#include "model/commandrunner.h"
#include "model/recordfields.h"
#include "model/records.h"
#include "tests/support/testdatabase.h"

namespace tanaban::test {

/// Somebody who works with the master data of one open database, through the real runner.
class RecordKeeper
{
public:
    explicit RecordKeeper(Database &database)
        : m_database(database)
        , m_runner(database.store(), m_clock, m_journal, [] { return 0.5; })
    {}

    Records &records() { return m_database.records(); }
    /// As it is now; version 0 when it is not there.
    Record look(Entity entity, const QJsonObject &key)
    {
        RecordCommand command;
        command.entity = entity;
        command.before.key = key;
        const auto context = records().context(command);
        if (!context)
            qFatal("%s", qPrintable(context.error().detail));
        return context->now.value_or(command.before);
    }
    RecordCommand command(Entity entity, const Record &seen, const QJsonObject &fields)
    {
        return {newCommandId(), entity, seen, fields, m_database.store().actor()};
    }
    CommandResult run(const RecordCommand &command) { return m_runner.run(command, records()); }
    /// Sets fields of what is there, or makes it.
    CommandResult set(Entity entity, const QJsonObject &key, const QJsonObject &fields)
    {
        return run(command(entity, look(entity, key), fields));
    }

private:
    Database &m_database;
    SystemClock m_clock;
    NoJournal m_journal;
    CommandRunner m_runner;
};

/// Name of the rule or of the outcome.
inline QString verdictOf(const CommitOutcome &outcome)
{
    if (const auto *rejected = std::get_if<Rejected>(&outcome))
        return nameOf(rejected->error.rule);
    static const char *const names[] = {
        "committed", "conflict", "overtaken", "", "busy", "unavailable"};
    return QString::fromLatin1(names[outcome.index()]);
}

} // namespace tanaban::test
