#pragma once

#include "model/clock.h"
#include "model/stockcommands.h"

#include <stop_token>

namespace tanaban {

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
    virtual bool begin(const StockCommand &command) = 0;
    virtual void end(const QUuid &id) = 0;
    /// What earlier runs of the program left unknown; each is handed out to one caller only.
    virtual std::vector<StockCommand> takeUnfinished() = 0;
};

/// For programs whose caller keeps the command id himself, and for tests.
class NoJournal final : public IntentJournal
{
public:
    bool begin(const StockCommand &) override { return true; }
    void end(const QUuid &) override {}
    std::vector<StockCommand> takeUnfinished() override { return {}; }
};

struct CommandResult
{
    CommitOutcome outcome;
    int tries = 1;
    /// The id was given up (a tombstone stands under it): trying again needs a new one.
    bool idSpent = false;
    /// AskUnlessStillPossible went on although these rows had moved: for the status line.
    std::vector<ConflictRow> wentOnDespite;
};

/// Runs one command from load to outcome under a policy.
class CommandRunner
{
public:
    /// `random` gives numbers in [0, 1) for the jitter of the waits.
    CommandRunner(Store &store, Clock &clock, IntentJournal &journal,
                  std::function<double()> random);

    /// `known`: what the person saw of the row, so that the first try need not load it again.
    /// Loads and decides again before every further try. An outcome that is not known stays in
    /// the journal; call run() again with the same command until it is.
    CommandResult run(const StockCommand &command, ConflictPolicy policy,
                      const StockContext *known = nullptr, std::stop_token stop = {});

    /// At start: what became of an intent of an earlier run. Committed tells that it happened;
    /// anything else but Unavailable and Busy means that it never will (its form may reopen).
    CommitOutcome settle(const StockCommand &command);

private:
    CommandResult attempt(const StockCommand &command, ConflictPolicy policy,
                          const StockContext *known, const std::stop_token &stop);
    CommandResult retry(const StockCommand &command, const StockContext *known,
                        const std::stop_token &stop);
    CommandResult ask(const StockCommand &command, const StockContext *known);
    CommitOutcome tryOnce(const StockCommand &command, const StockContext *known);
    CommandResult goOnIfStillPossible(const StockCommand &command, VersionConflict conflict);
    CommitOutcome refusal(const StockCommand &command, CommitOutcome why);

    Store &m_store;
    Clock &m_clock;
    IntentJournal &m_journal;
    std::function<double()> m_random;
};

} // namespace tanaban
