#pragma once

#include "model/commandrunner.h"
#include "model/planning/lineoutcome.h"

#include <functional>

namespace tanaban {

struct BatchAnswer;
struct BatchPart;

/// What a run over many orders shall do.
struct BatchRequest
{
    static constexpr int mostWorkers = 20;
    static constexpr int usualWorkers = 10;

    std::vector<qint64> orders;       ///< ids; empty: all open ones
    std::optional<Strategy> strategy; ///< for all of them; otherwise each order's own
    bool forReview = false;
    QString actor;
    QUuid id = newCommandId(); ///< the ids of its commands are made from it and their orders
    int workers = usualWorkers;
    int linesInOneCommit = 500; ///< orders are never split
};

struct BatchProgress
{
    int linesInAll = 0;
    int linesDone = 0;  ///< decided, whatever came of them
    int retries = 0;    ///< tries that others were faster in
    int unanswered = 0; ///< commands that the database has not answered and that are asked for again
};

/// A command without an answer, to be asked for again.
struct OpenQuestion
{
    AllocationCommand command;
    std::vector<size_t> lines; ///< in BatchReport::lines
};

/// What became of a run: one entry per line that lacked something.
struct BatchReport
{
    std::vector<LineOutcome> lines; ///< as orders and lines stand in the book
    std::vector<OpenQuestion> open;
    bool stopped = false; ///< before all was done
    bool lost = false;    ///< the database stopped answering; what had not begun was left alone
    std::optional<ReadFailure> failure; ///< the orders could not be read; nothing was done

    int count(LineOutcome::Kind kind) const;
};

/// What two runs came to, of which the later one was over some orders of the earlier one. Both count
/// from what the earlier one found lacking. Nothing of the earlier one is open.
BatchReport joined(BatchReport earlier, BatchReport later);

/// Gives stock to many orders: one plan for all of them, carried out in commits of some hundred
/// lines by a bounded number of workers. Each order is whole in one commit. When others are faster
/// the orders of that commit are planned again from fresh rows (policy A); what a rule forbids is
/// isolated to its order. Stopping lets commits that are under way end. Where the database falls
/// silent, what was sent is asked for a while and nothing more is begun.
class AllocationBatch
{
public:
    AllocationBatch(Store &store, CommandRunner &runner, Clock &clock);

    /// `progress` is called from the workers, one at a time.
    BatchReport run(const BatchRequest &request,
                    const std::function<void(const BatchProgress &)> &progress,
                    std::stop_token stop = {});

    /// Asks once more for what had no answer; true when nothing is open any longer.
    bool askAgain(BatchReport &report);

private:
    struct Work;

    bool pass(Work &work, const BatchRequest &request, std::stop_token stop);
    std::vector<BatchPart> partsOf(Work &work, const BatchRequest &request) const;
    void carryOut(Work &work,
                  const BatchRequest &request,
                  const BatchPart &part,
                  const std::stop_token &stop);
    BatchAnswer runUntilKnown(Work &work, const BatchPart &part, const std::stop_token &stop);
    static void tellUnanswered(Work &work, int more);
    std::optional<std::vector<ChosenPick>> madeBy(const QUuid &command);

    Store &m_store;
    CommandRunner &m_runner;
    Clock &m_clock;
};

} // namespace tanaban
