#pragma once

#include "model/anycommand.h"
#include "model/clock.h"

#include <mutex>
#include <set>
#include <span>
#include <stop_token>

namespace tanaban {

class Records;

/// What follows when somebody else was faster (design.md section 1); chosen per use case.
enum class ConflictPolicy {
    Retry, ///< A: three tries, the last under the write lock; for work nobody watches
    Ask,   ///< B: for what a person typed; nothing is retried behind their back
    AskUnlessStillPossible ///< B, relaxed by the person's setting: go on when exactly what was
                           ///< asked for can still be done and only quantities moved
};

/// Intents that were sent or are about to be, kept on this computer until their outcome is known.
/// begin() returns only when the intent is on the disk.
class IntentJournal
{
public:
    virtual ~IntentJournal() = default;
    virtual bool begin(const AnyCommand &command) = 0;
    virtual void end(const QUuid &id) = 0;
    /// What earlier runs of the program left unknown; each is handed out to one caller only.
    virtual std::vector<AnyCommand> takeUnfinished() = 0;
};

/// For programs whose caller keeps the command id himself, and for tests.
class NoJournal final : public IntentJournal
{
public:
    bool begin(const AnyCommand &) override { return true; }
    void end(const QUuid &) override {}
    std::vector<AnyCommand> takeUnfinished() override { return {}; }
};

struct CommandResult
{
    CommitOutcome outcome;
    int tries = 1;
    /// The id was given up (a tombstone stands under it): trying again needs a new one.
    bool idSpent = false;
    /// AskUnlessStillPossible went on although these rows had moved: for the status line.
    std::vector<ConflictRow> wentOnDespite;
    /// Of a record that others changed since the person looked. With Committed, both changes stand
    /// (policy C); with VersionConflict, `merge` has the fields that somebody must decide about.
    std::optional<RecordMeanwhile> meanwhile;
    /// Nothing was sent, because everything that was wanted is so already; Committed.
    bool nothingLeft = false;
};

/// Runs one command from load to outcome under a policy.
class CommandRunner
{
public:
    /// `random` gives numbers in [0, 1) for the jitter of the waits.
    CommandRunner(Store &store,
                  Clock &clock,
                  IntentJournal &journal,
                  std::function<double()> random);

    /// `known`: what the person saw of the rows, so that the first try need not load them again.
    /// Loads and decides again before every further try. An outcome that is not known stays in
    /// the journal; call run() again with the same command until it is. Receive and Undo do not
    /// depend on what was looked at and are tried again whatever the policy.
    CommandResult run(const StockCommand &command,
                      ConflictPolicy policy,
                      std::span<const StockContext> known,
                      std::stop_token stop = {});
    CommandResult run(const StockCommand &command,
                      ConflictPolicy policy,
                      const StockContext *known = nullptr,
                      std::stop_token stop = {})
    {
        return run(command, policy, std::span(known, known ? 1 : 0), std::move(stop));
    }

    /// The same for a record: changes of different fields are merged and only those that clash are
    /// asked about (policy C). `records` is read for it.
    CommandResult run(const RecordCommand &command, Records &records, std::stop_token stop = {});

    /// The same for stock that orders shall get. `planned`: the plan that was made already, if it
    /// takes anything, used for the first try; afterwards the one that was carried out, or the one from
    /// fresh rows that came to nothing (then `nothingLeft` is set and nothing was sent). A person's
    /// plan is committed as it stands or asked about (Ask); a process plans again (Retry).
    CommandResult run(const AllocationCommand &command,
                      ConflictPolicy policy,
                      Planned &planned,
                      std::stop_token stop = {});

    /// The same for goods that are set aside already: released, shipped, or given to another order.
    CommandResult run(const ClaimCommand &command, ConflictPolicy policy, std::stop_token stop = {});

    /// At start: what became of an intent of an earlier run. Committed tells that it happened;
    /// anything else but Unavailable and Busy means that it never will (its form may reopen).
    CommitOutcome settle(const AnyCommand &command);

private:
    struct Run;
    struct Tried;

    using Known = std::span<const StockContext>;

    CommandResult retry(Run &run, const std::stop_token &stop);
    CommandResult ask(Run &run, ConflictPolicy policy);
    Tried tryOnce(Run &run, const Versions &versions, Known known);
    Tried tryLoaded(Run &run, const Versions &versions, Known known);
    CommitOutcome tryLocked(Run &run);
    Tried afterGuard(Run &run, const Versions &versions, CommitOutcome overtaken);
    CommitOutcome conflictSince(const Versions &versions);
    CommandResult goOnIfStillPossible(Run &run, const Versions &versions, CommandResult conflict);
    bool begin(Run &run);
    void wait(int tries);
    CommandResult tryRecord(const RecordCommand &command, Records &records);
    CommandResult refusal(const Intent &intent, CommandResult result);
    CommandResult finish(const Intent &intent, CommandResult result);
    bool isUnknown(const QUuid &id) const;

    Store &m_store;
    Clock &m_clock;
    IntentJournal &m_journal;
    std::function<double()> m_random;
    /// Sent by this runner and without an answer so far: a refusal is the truth only once it is
    /// sure that none of them can still arrive.
    std::set<QUuid> m_unknown;
    mutable std::mutex m_mutex;
};

} // namespace tanaban
