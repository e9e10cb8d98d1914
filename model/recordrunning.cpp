#include "model/records.h"
#include "model/runnerparts.h"

#include <algorithm>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

constexpr int recordTriesInAll = 3;

/// What others did since the person looked; nothing when nobody did anything.
Read<std::optional<RecordMeanwhile>> meanwhileOf(const RecordCommand &command,
                                                 const RecordContext &context,
                                                 Records &records)
{
    if (command.before.version == 0 || !context.now
        || context.now->version == command.before.version) {
        return std::optional<RecordMeanwhile>();
    }
    auto events = records.history(
        command.entity, command.before.key, command.before.version, 0, ConflictRow::mostEntries);
    if (!events)
        return fail(ReadFailure(events.error()));
    RecordMeanwhile meanwhile;
    meanwhile.now = *context.now;
    meanwhile.merge = mergeFields(
        command.entity, command.before.fields, context.now->fields, command.fields);
    meanwhile.between = std::move(*events);
    std::reverse(meanwhile.between.begin(), meanwhile.between.end());
    return std::optional(std::move(meanwhile));
}

VersionConflict conflictOf(const RecordCommand &command, const RecordContext &context)
{
    ConflictRow row;
    row.record = codeOf(command.entity) + u' ' + nameOf(command.entity, command.before.key);
    row.expected = command.before.version;
    row.actual = context.now ? context.now->version : 0;
    return {{row}};
}

} // namespace

CommandResult CommandRunner::run(const RecordCommand &command,
                                 Records &records,
                                 std::stop_token stop)
{
    CommandResult result;
    const Intent intent = intentOf(command);
    for (int tries = 1;; ++tries) {
        result = tryRecord(command, records);
        result.tries = tries;
        const bool clashes = result.meanwhile && !result.meanwhile->merge.clashes.empty();
        const bool overtaken = std::holds_alternative<VersionConflict>(result.outcome) && !clashes
                               && !result.nothingLeft && !command.exact;
        if (!overtaken || tries == recordTriesInAll || stop.stop_requested())
            break;
        wait(tries);
    }
    result = refusal(intent, std::move(result));
    if (const auto *conflict = std::get_if<VersionConflict>(&result.outcome)) {
        if (result.nothingLeft)
            result.outcome = Committed{command.id, {}, {}, true};
        else if (!command.exact && (!result.meanwhile || result.meanwhile->merge.clashes.empty()))
            result.outcome = Busy{{conflict->rows.front().record}};
    }
    return finish(intent, std::move(result));
}

/// VersionConflict also stands for what was decided without sending: clashes, and nothing left.
CommandResult CommandRunner::tryRecord(const RecordCommand &command, Records &records)
{
    CommandResult result;
    const auto context = records.context(command);
    if (!context) {
        result.outcome = outcomeOf(context.error());
        return result;
    }
    auto meanwhile = meanwhileOf(command, *context, records);
    if (!meanwhile) {
        result.outcome = outcomeOf(meanwhile.error());
        return result;
    }
    result.meanwhile = std::move(*meanwhile);
    if (command.exact && context->now && context->now->version != command.before.version) {
        result.outcome = conflictOf(command, *context);
        return result;
    }
    const RecordDecision decided = decideRecord(command, *context);
    if (const auto *fault = std::get_if<RecordFault>(&decided)) {
        result.outcome = Rejected{fault->error};
    } else if (const auto *changes = std::get_if<ChangeSet>(&decided)) {
        result.outcome = m_journal.begin(command) ? m_store.commit(*changes) : notNoted();
    } else {
        result.outcome = conflictOf(command, *context);
        result.nothingLeft = std::holds_alternative<NothingLeft>(decided);
    }
    return result;
}

} // namespace tanaban
