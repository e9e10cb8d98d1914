#include "model/import/importstock.h"

#include <algorithm>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

/// Never to be changed: the ids of parts that were written stand for these lines.
constexpr size_t linesOfPart = 200;
constexpr int mostTriesOfPart = 3;

/// The lines of a part are in the database, whoever brought them there.
bool isThere(const CommitOutcome &outcome)
{
    const auto *rejected = std::get_if<Rejected>(&outcome);
    return std::holds_alternative<Committed>(outcome)
           || (rejected && rejected->error.rule == Rule::CommandIdReused);
}

} // namespace

StockImport::StockImport(const Intent &intent,
                         RowReader &file,
                         const ImportMapping &mapping,
                         Store &store,
                         ImportProgress &progress)
    : m_store(store)
    , m_progress(progress)
    , m_reader(file, mapping, ImportKind::Stock)
    , m_lines(m_plan, mapping, store)
{
    m_plan.changes.intent = intent;
    m_plan.report.added = qint64(mapping.rows.size());
}

Read<ImportPlan> StockImport::plan(bool keep)
{
    m_lines.keepChanges(keep);
    for (Lines lines = nextLines(); !lines.empty() && !m_progress.stopped(); lines = nextLines()) {
        const auto earlier = recallPart();
        if (!earlier)
            return fail(ReadFailure(earlier.error()));
        if (*earlier && isThere(**earlier)) {
            m_lines.pass(lines);
        } else if (const auto checked = m_lines.check(lines); !checked) {
            return fail(ReadFailure(checked.error()));
        }
        m_progress.done += qint64(lines.size());
    }
    return std::move(m_plan);
}

ImportReport StockImport::write(const Commit &commit)
{
    ImportReport &report = m_plan.report;
    for (Lines lines = nextLines(); !lines.empty();
         m_progress.done += qint64(lines.size()), lines = nextLines())
    {
        if (m_progress.stopped()) {
            report.stopped = true;
            break;
        }
        const auto earlier = recallPart();
        if (!earlier) {
            report.failure = earlier.error();
            break;
        }
        const std::optional<CommitOutcome> outcome = *earlier ? *earlier : writePart(lines, commit);
        if (report.failure)
            break;
        if (!outcome)
            continue; // no line of it is good
        const bool committed = std::holds_alternative<Committed>(*outcome);
        const bool there = isThere(*outcome);
        if (there && (*earlier || !committed))
            m_lines.pass(lines); // since earlier, or by somebody else in this moment
        if (!there || (committed && !(*earlier && report.outcome)))
            report.outcome = *outcome;
        if (!there)
            break;
    }
    return std::move(report);
}

/// The lines of the next part; what was found while they were read comes before what they say.
StockImport::Lines StockImport::nextLines()
{
    ++m_part;
    Lines lines = m_reader.next(linesOfPart);
    ImportTable &read = m_reader.soFar();
    ImportReport &report = m_plan.report;
    report.lines = read.lines;
    report.readable = read.readable;
    report.leftOut += std::exchange(read.leftOut, 0);
    report.refused += std::exchange(read.refused, 0);
    std::ranges::move(std::exchange(read.findings, {}), std::back_inserter(report.findings));
    return lines;
}

Intent StockImport::partIntent() const
{
    Intent intent = m_plan.changes.intent;
    intent.id = QUuid::createUuidV5(intent.id,
                                    u"part %1 of %2 lines"_s.arg(m_part).arg(linesOfPart));
    intent.asked[u"part"_s] = m_part;
    return intent;
}

Read<std::optional<CommitOutcome>> StockImport::recallPart()
{
    return m_store.recall(partIntent());
}

/// What became of the part; nothing when no line of it is good, or when it cannot be read.
std::optional<CommitOutcome> StockImport::writePart(const Lines &lines, const Commit &commit)
{
    const StockLines::Mark before = m_lines.mark();
    for (int tries = 1;; ++tries) {
        m_lines.forgetChanges();
        if (const auto checked = m_lines.check(lines); !checked) {
            m_plan.report.failure = checked.error();
            m_lines.goBackTo(before);
            return std::nullopt;
        }
        if (m_plan.changes.stock.empty())
            return std::nullopt;
        ChangeSet changes = m_plan.changes;
        changes.intent = partIntent();
        const CommitOutcome outcome = commit(changes);
        if (std::holds_alternative<Committed>(outcome)) {
            m_lines.forgetChanges();
            return outcome;
        }
        m_lines.goBackTo(before);
        // Others were faster; looking again tells which line it is.
        const bool again = std::holds_alternative<Overtaken>(outcome)
                           || std::holds_alternative<Rejected>(outcome);
        if (!again || tries == mostTriesOfPart)
            return outcome;
    }
}

} // namespace tanaban
