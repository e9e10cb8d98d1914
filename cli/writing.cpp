#include "cli/writing.h"

#include "cli/outcomes.h"
#include "cli/text.h"
#include "cli/values.h"

namespace tanaban::cli {

using namespace Qt::StringLiterals;

namespace {

/// How long an unknown outcome is asked for again before the user is told so.
constexpr qint64 patienceInMicroseconds = 10'000'000;
constexpr std::chrono::milliseconds pauseBetweenQuestions{500};

} // namespace

Result<Conditions, QString> conditionsOf(const Invocation &invocation)
{
    Conditions conditions;
    conditions.id = newCommandId();
    if (invocation.has(u"command-id"_s)) {
        const auto id = parseUuid(invocation.text(u"command-id"_s));
        if (!id)
            return fail(QString(id.error()));
        conditions.id = *id;
    }
    if (invocation.has(u"expect-version"_s)) {
        const auto version = parseNumber(invocation.text(u"expect-version"_s),
                                         Text::tr("The version"));
        if (!version)
            return fail(QString(version.error()));
        conditions.expectedVersion = *version;
        conditions.policy = ConflictPolicy::Ask;
    }
    if (!invocation.has(u"policy"_s))
        return conditions;
    const QString policy = invocation.text(u"policy"_s);
    if (policy != u"ask"_s && policy != u"retry"_s)
        return fail(Text::tr("--policy is ask or retry, not \"%1\".").arg(policy));
    if (policy == u"ask"_s && !conditions.expectedVersion)
        return fail(Text::tr("--policy ask needs --expect-version: what was looked at?"));
    if (policy == u"retry"_s && conditions.expectedVersion) {
        return fail(Text::tr("--expect-version and --policy retry exclude each other: trying again "
                             "means not to insist on what was looked at."));
    }
    return conditions;
}

CommandResult askUntilKnown(Session &session,
                            Store &store,
                            const std::function<CommandResult(CommandRunner &, bool first)> &run)
{
    Environment &environment = session.environment();
    const auto journal = environment.journal(session.url());
    CommandRunner runner(store, environment.clock, *journal, environment.random);
    const Instant start = environment.clock.now();
    CommandResult result = run(runner, true);
    while (std::holds_alternative<Unavailable>(result.outcome)
           && environment.clock.now().microseconds - start.microseconds < patienceInMicroseconds)
    {
        environment.clock.sleep(pauseBetweenQuestions);
        result = run(runner, false);
    }
    return result;
}

ExitStatus reject(Session &session, const Conditions &conditions, DomainError error)
{
    return report(session, Rejected{std::move(error)}, conditions.id, {});
}

ExitStatus unanswered(Session &session, const Conditions &conditions, const ReadFailure &failure)
{
    if (failure.kind == ReadFailure::Kind::Unavailable)
        return report(session, Unavailable{failure.detail, false}, conditions.id, {});
    if (failure.kind == ReadFailure::Kind::Busy)
        return report(session, Busy{}, conditions.id, {});
    return session.failed(failure);
}

} // namespace tanaban::cli
