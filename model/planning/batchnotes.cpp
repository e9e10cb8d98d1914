#include "model/planning/batchnotes.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>
#include <utility>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

using OutcomeKind = LineOutcome::Kind;

QString outcomeText(const char *text)
{
    return QCoreApplication::translate("LineOutcome", text);
}

LineKey keyOf(const LineOutcome &line)
{
    return {line.order, line.line};
}

OutcomeKind kindFor(qint64 allocated, qint64 lacking)
{
    return lacking <= 0    ? OutcomeKind::Done
           : allocated > 0 ? OutcomeKind::Partly
                           : OutcomeKind::Short;
}

/// Its commit has an answer.
bool isDecided(const LineOutcome &line)
{
    return line.kind != OutcomeKind::Cancelled && line.kind != OutcomeKind::Unknown;
}

QString closedMeanwhile(const QString &order)
{
    return messageOf(errorAbout(Rule::OrderClosed, order));
}

/// Nothing was done for the line: why.
void setUndone(LineOutcome &entry, const BatchAnswer &answer)
{
    const CommitOutcome &outcome = answer.result.outcome;
    if (const auto *rejected = std::get_if<Rejected>(&outcome)) {
        entry.kind = OutcomeKind::Blocked;
        entry.message = rejected->error.rule == Rule::OrderClosed ? closedMeanwhile(entry.number)
                                                                  : messageOf(rejected->error);
    } else if (const auto *busy = std::get_if<Busy>(&outcome)) {
        entry.kind = OutcomeKind::Blocked;
        entry.message = outcomeText(QT_TRANSLATE_NOOP("LineOutcome",
                                                      "Others are working on these goods right "
                                                      "now. Nothing was done; try again. %1"))
                            .arg(busy->holders.join(u", "_s))
                            .trimmed();
    } else if (const auto *unavailable = std::get_if<Unavailable>(&outcome)) {
        entry.kind = OutcomeKind::Cancelled;
        entry.message = outcomeText(QT_TRANSLATE_NOOP("LineOutcome",
                                                      "The database did not answer, and nothing "
                                                      "was sent. %1"))
                            .arg(unavailable->detail)
                            .trimmed();
    } else if (answer.stopped) {
        entry.kind = OutcomeKind::Cancelled;
    } else {
        entry.kind = OutcomeKind::Blocked;
        entry.message = outcomeText(QT_TRANSLATE_NOOP("LineOutcome",
                                                      "Others were faster each time. Nothing was "
                                                      "done; try again."));
    }
}

} // namespace

std::map<LineKey, Taken> takenBy(const std::vector<ChosenPick> &picks)
{
    std::map<LineKey, Taken> taken;
    for (const ChosenPick &pick : picks)
        taken[{pick.order, pick.line}][pick.stock] += pick.quantity;
    return taken;
}

BatchNotes::BatchNotes(BatchReport &report)
    : m_report(report)
{}

void BatchNotes::begin(const AllocationBook &book, const AllocationPlan &plan)
{
    std::vector<LineOutcome> lines = outcomesOf(book, plan);
    std::set<qint64> served;
    for (const LineOutcome &line : lines) {
        if (line.allocated > 0)
            served.insert(line.order);
    }
    for (LineOutcome &line : lines) {
        const size_t index = m_report.lines.size();
        if (!m_lines.try_emplace(keyOf(line), index).second)
            continue;
        // Until its order's commit has an answer, nothing is said of a line. An order that is to get
        // nothing has none: it goes short once the others have what was to go to them.
        if (!served.contains(line.order))
            m_unserved.emplace_back(index, line);
        line.allocated = 0;
        line.kind = OutcomeKind::Cancelled;
        line.message.clear();
        m_report.lines.push_back(std::move(line));
    }
}

void BatchNotes::finish()
{
    const auto undecided = std::ranges::count_if(
        m_report.lines, [](const LineOutcome &line) { return !isDecided(line); });
    if (undecided > std::ssize(m_unserved))
        return; // stopped, or without an answer
    for (auto &[index, line] : m_unserved) {
        m_report.lines[index] = std::move(line);
        ++m_decided;
    }
    m_unserved.clear();
}

int BatchNotes::decidedOf(const std::vector<LineOutcome> &lines) const
{
    return int(std::ranges::count_if(lines, [this](const LineOutcome &line) {
        return isDecided(m_report.lines[m_lines.at(keyOf(line))]);
    }));
}

bool BatchNotes::note(const BatchPart &part, const BatchAnswer &answer)
{
    const std::vector<LineOutcome> lines = outcomesOf(part.planned.book, part.planned.plan);
    m_decided -= decidedOf(lines);
    bool freed = false;
    if (std::holds_alternative<Committed>(answer.result.outcome)) {
        freed = noteCommitted(part, answer, lines);
    } else {
        noteUndone(part, answer, lines);
        freed = !std::holds_alternative<Unavailable>(answer.result.outcome);
    }
    m_decided += decidedOf(lines);
    return freed;
}

bool BatchNotes::noteCommitted(const BatchPart &part,
                               const BatchAnswer &answer,
                               const std::vector<LineOutcome> &lines)
{
    const AllocationBook &book = answer.planned.book;
    const auto first = takenBy(picksOf(part.planned.book, part.planned.plan));
    const auto taken = takenBy(answer.made.value_or(picksOf(book, answer.planned.plan)));
    std::set<qint64> open;
    for (const BookOrder &order : book.orders)
        open.insert(order.id);
    std::map<LineKey, LineOutcome> last; // what still lacked something in the last try
    for (LineOutcome &line : outcomesOf(book, answer.planned.plan))
        last[keyOf(line)] = std::move(line);
    const auto takenFor = [](const std::map<LineKey, Taken> &by, const LineOutcome &line) {
        const auto found = by.find(keyOf(line));
        return found == by.end() ? Taken() : found->second;
    };
    for (const LineOutcome &line : lines) {
        LineOutcome &entry = m_report.lines[m_lines.at(keyOf(line))];
        const Taken now = takenFor(taken, line);
        for (const auto &[stock, quantity] : now)
            entry.allocated += quantity;
        entry.retried = entry.retried || answer.retries > 0;
        const bool same = takenFor(first, line) == now;
        entry.planChanged = entry.planChanged || !same;
        entry.message.clear();
        if (answer.made) {
            entry.kind = kindFor(entry.allocated, entry.wanted - entry.allocated);
            continue;
        }
        const auto found = last.find(keyOf(line));
        const qint64 lacking = found == last.end() ? 0
                                                   : found->second.wanted - found->second.allocated;
        entry.kind = kindFor(entry.allocated, lacking);
        if (!open.contains(line.order)) {
            entry.kind = entry.allocated > 0 ? OutcomeKind::Partly : OutcomeKind::Blocked;
            entry.message = closedMeanwhile(line.number);
        } else if (entry.kind == OutcomeKind::Done && entry.allocated < entry.wanted) {
            entry.message = outcomeText(
                QT_TRANSLATE_NOOP("LineOutcome",
                                  "Somebody else gave it stock meanwhile, or changed the line. It "
                                  "lacks nothing now."));
        } else if (entry.kind == OutcomeKind::Short) {
            entry.message = found->second.message;
        }
    }
    return first != taken;
}

void BatchNotes::noteUndone(const BatchPart &part,
                            const BatchAnswer &answer,
                            const std::vector<LineOutcome> &lines)
{
    const auto *unavailable = std::get_if<Unavailable>(&answer.result.outcome);
    const bool unknown = unavailable && unavailable->sent;
    OpenQuestion question{part.command, {}};
    for (const LineOutcome &line : lines) {
        const size_t index = m_lines.at(keyOf(line));
        LineOutcome &entry = m_report.lines[index];
        entry.retried = entry.retried || answer.retries > 0;
        if (unknown) {
            entry.kind = OutcomeKind::Unknown; // beside what the first pass may have given it
            entry.message.clear();
            question.lines.push_back(index);
        } else if (entry.allocated == 0) {
            setUndone(entry, answer);
        }
    }
    if (unknown)
        m_report.open.push_back(std::move(question));
}

void noteSettled(BatchReport &report,
                 const OpenQuestion &question,
                 const std::optional<std::vector<ChosenPick>> &made)
{
    auto taken = takenBy(made.value_or(std::vector<ChosenPick>()));
    for (const size_t index : question.lines) {
        LineOutcome &entry = report.lines[index];
        for (const auto &[stock, quantity] : taken[keyOf(entry)])
            entry.allocated += quantity;
        entry.kind = kindFor(entry.allocated, entry.wanted - entry.allocated);
        if (!made && entry.allocated == 0) {
            entry.kind = OutcomeKind::Cancelled;
            entry.message = outcomeText(QT_TRANSLATE_NOOP(
                "LineOutcome", "It did not reach the database. Nothing was done for it."));
        }
    }
}

BatchReport joined(BatchReport earlier, BatchReport later)
{
    if (later.failure)
        earlier.failure = later.failure;
    std::map<LineKey, size_t> known;
    for (size_t i = 0; i < earlier.lines.size(); ++i)
        known[keyOf(earlier.lines[i])] = i;
    std::vector<size_t> places; // in the report of both, of each later line
    for (LineOutcome &line : later.lines) {
        const auto [found, isNew] = known.try_emplace(keyOf(line), earlier.lines.size());
        places.push_back(found->second);
        if (isNew) {
            earlier.lines.push_back(std::move(line));
            continue;
        }
        LineOutcome &entry = earlier.lines[found->second];
        line.wanted += entry.allocated;
        line.allocated += entry.allocated;
        line.retried = line.retried || entry.retried;
        line.planChanged = line.planChanged || entry.planChanged;
        if (entry.allocated > 0 && line.kind != OutcomeKind::Done
            && line.kind != OutcomeKind::Unknown)
            line.kind = OutcomeKind::Partly;
        entry = std::move(line);
    }
    for (OpenQuestion &question : later.open) {
        for (size_t &line : question.lines)
            line = places[line];
        earlier.open.push_back(std::move(question));
    }
    earlier.stopped = later.stopped;
    earlier.lost = later.lost;
    return earlier;
}

} // namespace tanaban
