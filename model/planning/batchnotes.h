#pragma once

#include "model/planning/batch.h"

namespace tanaban {

/// Some orders that go together into one commit, as they were planned before anything was sent:
/// only these orders, and only the stock that was chosen for them.
struct BatchPart
{
    AllocationCommand command;
    Planned planned;
};

/// What came of it in the end.
struct BatchAnswer
{
    CommandResult result;
    Planned planned;                             ///< of the last try
    std::optional<std::vector<ChosenPick>> made; ///< an earlier attempt had arrived, with these
    int retries = 0;                             ///< tries that others were faster in
    bool stopped = false;                        ///< somebody stopped the run while it was tried
};

/// What is taken for a line of the picks, by stock row.
using Taken = std::map<qint64, qint64>;
using LineKey = std::pair<qint64, int>; ///< order, line
std::map<LineKey, Taken> takenBy(const std::vector<ChosenPick> &picks);

/// Writes down in a report what the answers mean for its lines.
class BatchNotes
{
public:
    explicit BatchNotes(BatchReport &report);

    /// The lines of a plan before anything is done for it. Those that are known stay as they are.
    void begin(const AllocationBook &book, const AllocationPlan &plan);
    /// All orders that were to get something have their answer, or never will: then it is known what
    /// became of those that were to get nothing.
    void finish();
    /// True when goods of the plan were not taken, so that others may have them.
    bool note(const BatchPart &part, const BatchAnswer &answer);
    /// How many lines have their answer.
    int decided() const { return m_decided; }

private:
    int decidedOf(const std::vector<LineOutcome> &lines) const;
    /// True as that of note(). `lines`: those of the part.
    bool noteCommitted(const BatchPart &part,
                       const BatchAnswer &answer,
                       const std::vector<LineOutcome> &lines);
    void noteUndone(const BatchPart &part,
                    const BatchAnswer &answer,
                    const std::vector<LineOutcome> &lines);

    BatchReport &m_report;
    std::map<LineKey, size_t> m_lines;                      ///< where a line stands in the report
    std::vector<std::pair<size_t, LineOutcome>> m_unserved; ///< where they stand, and as planned
    int m_decided = 0;
};

/// What became of the lines of a question that has an answer now.
void noteSettled(BatchReport &report,
                 const OpenQuestion &question,
                 const std::optional<std::vector<ChosenPick>> &made);

} // namespace tanaban
