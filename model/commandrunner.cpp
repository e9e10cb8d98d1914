#include "model/commandrunner.h"

#include "model/runnerparts.h"

#include <QCoreApplication>

#include <algorithm>

namespace tanaban {

namespace {

constexpr int triesInAll = 3;
constexpr double shortestWait = 100.0;
constexpr double longestWait = 1000.0;

template <typename Kind>
bool is(const CommitOutcome &outcome)
{
    return std::holds_alternative<Kind>(outcome);
}

bool isRule(const CommitOutcome &outcome, Rule rule)
{
    const auto *rejected = std::get_if<Rejected>(&outcome);
    return rejected && rejected->error.rule == rule;
}

/// All that a command on stock rows needs under the write lock.
RowsToLock rowsOf(const StockCommand &command, const QString &kind, StockReader &reader)
{
    RowsToLock rows;
    for (const StockCommand &part : partsOf(command)) {
        if (const qint64 id = stockIdOf(part.action); id != 0)
            rows.stock.push_back(id);
    }
    if (kind != u"move" && kind != u"status")
        return rows;
    // All rows at once, in order of ids: taking a target's lock only when it is written could
    // meet somebody who takes the two the other way round.
    const DecisionResult plan = decide(command, reader);
    if (const auto *changes = std::get_if<ChangeSet>(&plan)) {
        for (const StockChange &change : changes->stock) {
            if (change.id != 0 && std::ranges::find(rows.stock, change.id) == rows.stock.end())
                rows.stock.push_back(change.id);
        }
    }
    return rows;
}

} // namespace

CommitOutcome outcomeOf(const ReadFailure &failure)
{
    DomainError error;
    error.detail = failure.detail;
    switch (failure.kind) {
    case ReadFailure::Kind::Unavailable:
        return Unavailable{failure.detail, false};
    case ReadFailure::Kind::Busy:
        return Busy{failure.detail.isEmpty() ? QStringList() : QStringList(failure.detail)};
    case ReadFailure::Kind::NotAllowed:
        error.rule = Rule::NotAllowed;
        return Rejected{error};
    case ReadFailure::Kind::Damaged:
        error.rule = Rule::Damaged;
        return Rejected{error};
    case ReadFailure::Kind::Refused:
        error.rule = Rule::Constraint;
        return Rejected{error};
    }
    Q_UNREACHABLE();
}

CommitOutcome notNoted()
{
    return Unavailable{
        QCoreApplication::translate("CommandRunner",
                                    "The note of what is about to be sent could not be written on "
                                    "this computer, so nothing was sent. Is the disk full?"),
        false};
}

CommandRunner::CommandRunner(Store &store,
                             Clock &clock,
                             IntentJournal &journal,
                             std::function<double()> random)
    : m_store(store)
    , m_clock(clock)
    , m_journal(journal)
    , m_random(std::move(random))
{}

CommandResult CommandRunner::run(const StockCommand &command,
                                 ConflictPolicy policy,
                                 std::span<const StockContext> known,
                                 std::stop_token stop)
{
    Q_ASSERT_X(policy != ConflictPolicy::Retry || lookedAt(command).empty(),
               "CommandRunner::run",
               "trying again means not to insist on what was looked at");
    Run run{
        command,
        intentOf(command),
        tanaban::lookedAt(command),
        [&command](const Versions &versions, StockReader &reader) {
            return decide(insistingOn(command, versions), reader);
        },
        [&command](StockReader &reader) { return rowsOf(command, kindOf(command.action), reader); },
        // Of two first receipts of a lot the slower one finds the lot there: no error for it.
        kindOf(command.action) == u"receive" ? std::optional(Rule::Exists) : std::nullopt,
        known};
    // Receiving more does not depend on what was there, so nobody needs to be asked (policy C);
    // taking back depends on guards alone.
    const bool asksNobody = run.intent.kind == u"receive" || run.intent.undoes;
    const bool retries = asksNobody || policy == ConflictPolicy::Retry;
    return finish(run.intent, retries ? retry(run, stop) : ask(run, policy));
}

CommitOutcome CommandRunner::settle(const AnyCommand &command)
{
    const Intent intent = intentOf(command);
    const CommitOutcome outcome = m_store.abandon(intent);
    if (!is<Unavailable>(outcome) && !is<Busy>(outcome) && !isRule(outcome, Rule::Damaged))
        m_journal.end(intent.id);
    return outcome;
}

CommandResult CommandRunner::retry(Run &run, const std::stop_token &stop)
{
    CommandResult result;
    for (int tries = 1;; ++tries) {
        result.tries = tries;
        // Under the lock the id is taken before it is said what it takes back: not for an undo.
        result.outcome = tries == triesInAll && !run.intent.undoes
                             ? tryLocked(run)
                             : tryLoaded(run, {}, tries == 1 ? run.known : Known()).outcome;
        // A plan from fresh rows may come out differently.
        const bool overtaken = is<VersionConflict>(result.outcome) || is<Overtaken>(result.outcome)
                               || (run.othersRule && isRule(result.outcome, *run.othersRule));
        const bool again = overtaken && tries < triesInAll;
        if (!again || stop.stop_requested())
            return refusal(run.intent, std::move(result));
        wait(tries);
        if (stop.stop_requested())
            return refusal(run.intent, std::move(result));
    }
}

/// The last try: others wait for it, so that it gets its turn.
CommitOutcome CommandRunner::tryLocked(Run &run)
{
    if (!begin(run))
        return notNoted();
    const RowsToLock rows = run.rowsToLock(m_store);
    return m_store.commitLocked(
        run.intent, rows, [&run](StockReader &reader) { return run.decide({}, reader); });
}

void CommandRunner::wait(int tries)
{
    const double base = tries == 1 ? shortestWait : 2 * shortestWait;
    const double length = std::min(base * (0.5 + m_random()), longestWait);
    m_clock.sleep(std::chrono::milliseconds(qint64(length)));
}

bool CommandRunner::begin(Run &run)
{
    run.begun = run.begun || m_journal.begin(run.command);
    return run.begun;
}

/// A refusal is reported only when it is sure that the command did not happen before, under the
/// same id, and that no earlier attempt can still arrive.
CommandResult CommandRunner::refusal(const Intent &intent, CommandResult result)
{
    const CommitOutcome &outcome = result.outcome;
    if (is<Committed>(outcome) || is<Busy>(outcome) || is<Unavailable>(outcome))
        return result;
    if (isRule(outcome, Rule::CommandIdReused) || isRule(outcome, Rule::Abandoned)) {
        result.idSpent = true;
        return result;
    }
    std::optional<CommitOutcome> earlier;
    if (isUnknown(intent.id)) {
        earlier = m_store.abandon(intent);
    } else {
        auto recalled = m_store.recall(intent);
        if (!recalled) {
            // Whether it happened before is not known; that the data is damaged is.
            result.outcome = recalled.error().kind == ReadFailure::Kind::Damaged
                                 ? outcomeOf(recalled.error())
                                 : Unavailable{recalled.error().detail, false};
            return result;
        }
        earlier = *recalled;
    }
    if (!earlier)
        return result;
    if (auto *committed = std::get_if<Committed>(&*earlier)) {
        committed->repeated = true;
        result.outcome = *committed;
    } else if (is<Busy>(*earlier)) {
        result.outcome = Unavailable{std::get<Busy>(*earlier).holders.join(u','), true};
    } else if (is<Unavailable>(*earlier) || isRule(*earlier, Rule::Damaged)) {
        result.outcome = *earlier;
    } else {
        result.idSpent = true;
        if (isRule(*earlier, Rule::CommandIdReused))
            result.outcome = *earlier;
    }
    return result;
}

/// Keeps the books: what is not known stays in the journal and is asked for again.
CommandResult CommandRunner::finish(const Intent &intent, CommandResult result)
{
    const QUuid &id = intent.id;
    if (isUnknown(id)) {
        // This attempt surely did nothing, but the one before may have.
        if (const auto *busy = std::get_if<Busy>(&result.outcome))
            result.outcome = Unavailable{busy->holders.join(u','), true};
        if (auto *unavailable = std::get_if<Unavailable>(&result.outcome))
            unavailable->sent = true;
    }
    if (const auto *unavailable = std::get_if<Unavailable>(&result.outcome)) {
        if (unavailable->sent) {
            const std::scoped_lock lock(m_mutex);
            m_unknown.insert(id);
        }
        return result;
    }
    {
        const std::scoped_lock lock(m_mutex);
        m_unknown.erase(id);
    }
    m_journal.end(id);
    return result;
}

bool CommandRunner::isUnknown(const QUuid &id) const
{
    const std::scoped_lock lock(m_mutex);
    return m_unknown.contains(id);
}

} // namespace tanaban
