#pragma once

#include "model/commandrunner.h"
#include "model/picking/picklist.h"
#include "model/planning/lineoutcome.h"

namespace tanaban {

/// What a picker brought of one stop.
struct PickedStop
{
    PickStop stop;
    qint64 picked = 0; ///< 0 up to what was to be fetched
    QString reason;    ///< why it is less; needed then

    qint64 missing() const { return stop.claim.quantity - picked; }

    friend bool operator==(const PickedStop &, const PickedStop &) = default;
};

/// What became of the picks of one order.
struct ConfirmReport
{
    CommitOutcome shipped; ///< of what was picked; Committed also when that is nothing
    QUuid shipment;        ///< the command that sent it; null: nothing was sent
    std::optional<CommitOutcome> returned; ///< of what was not found: it is free again
    std::optional<CommitOutcome> planned;  ///< of what was planned instead
    std::optional<CommitOutcome> ended;    ///< of the end of an order that has all it wanted
    std::vector<LineOutcome> replanned;    ///< what the lines got instead
    bool completed = false;                ///< the order has all it wanted, and ended

    /// All that was sent has an answer, and none of them was a refusal.
    bool isDone() const;
    /// Of the step that did not go well; Committed: all did. An order that may not end yet stays
    /// open, which is no refusal of the picks.
    CommitOutcome outcome() const;
};

/// Carries out what a picker brought: what was picked leaves the house in one commit, on hand and reserved
/// together; what was not found is given back with its reason and planned again from other stock; an
/// order that has been sent everything is completed. Each step is a command of its own, and stands in
/// the journal until its outcome is known; a step that fails ends it there, and nothing is half done.
class PickConfirmation
{
public:
    PickConfirmation(Store &store, Records &records, CommandRunner &runner);

    /// The stops of one order. `strategy`: for what is planned again; none: the order's own.
    ConfirmReport run(const std::vector<PickedStop> &stops,
                      const std::optional<Strategy> &strategy,
                      const QString &actor,
                      const std::stop_token &stop = {});

    /// The same in two steps, for who has to ask again: what is to be done, …
    void begin(const std::vector<PickedStop> &stops,
               const std::optional<Strategy> &strategy,
               const QString &actor);
    /// Or only the end of an order that was sent everything.
    void beginEnd(const QString &number, const QString &actor);
    /// … and doing it, from the first step that has no good answer yet, under the same command ids.
    ConfirmReport goOn(const std::stop_token &stop = {});
    /// Nobody waits any more for the step without an answer: it has happened, or never will.
    CommitOutcome settle();
    /// How far it is.
    const ConfirmReport &report() const { return m_report; }

private:
    void addReturns(const std::vector<PickedStop> &stops);
    void addPlanning(const std::vector<PickedStop> &stops, const std::optional<Strategy> &strategy);
    CommitOutcome send(const AnyCommand &command, const std::stop_token &stop);
    void note(const AnyCommand &command, const CommitOutcome &outcome);
    bool addEnd();

    Store &m_store;
    Records &m_records;
    CommandRunner &m_runner;
    QString m_actor;
    QString m_number;                   ///< of the order
    std::vector<AnyCommand> m_commands; ///< in their order; the order's end comes last, if at all
    size_t m_next = 0;
    bool m_mayEnd = false; ///< whether the order is at its end is still to be asked
    Planned m_plan;
    ConfirmReport m_report;
};

} // namespace tanaban
