#include "model/planning/partitioning.h"
#include "model/planning/partqueue.h"

#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <set>
#include <utility>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

/// How long an unknown outcome is asked for before the run goes on with the rest.
constexpr int questionsInAll = 20;
constexpr std::chrono::milliseconds pauseBetweenQuestions{500};
/// How often it is tried again when locks were not to be had, each try waiting some seconds, or when
/// others were faster even so.
constexpr int triesWhenOthersWork = 3;
/// So many commits in a row are put together from different rows: more find too few orders to take.
constexpr int commitsAtATime = 4;

QUuid idFor(const BatchRequest &request, const std::vector<qint64> &orders)
{
    QByteArray name;
    for (const qint64 order : orders)
        name += QByteArray::number(order) + ',';
    return QUuid::createUuidV5(request.id, name);
}

/// Some orders of a plan, as one command.
BatchPart partOf(const BatchRequest &request,
                 const AllocationBook &book,
                 const AllocationPlan &plan,
                 const std::vector<int> &orders)
{
    BatchPart part;
    part.planned = excerptOf(book, plan, orders);
    part.command.strategy = request.strategy;
    part.command.forReview = request.forReview;
    part.command.actor = request.actor;
    for (const BookOrder &order : part.planned.book.orders)
        part.command.orders.push_back(order.id);
    part.command.id = idFor(request, part.command.orders);
    return part;
}

bool isDamage(const CommitOutcome &outcome)
{
    const auto *rejected = std::get_if<Rejected>(&outcome);
    return rejected && rejected->error.rule == Rule::Damaged;
}

/// A rule says no that the other orders of the commit may have nothing to do with.
bool isAboutOneOrder(const CommitOutcome &outcome)
{
    const auto *rejected = std::get_if<Rejected>(&outcome);
    return rejected && rejected->error.rule != Rule::NotAllowed && !isDamage(outcome);
}

} // namespace

/// What the workers share.
struct AllocationBatch::Work
{
    explicit Work(const std::function<void(const BatchProgress &)> &progressed)
        : tell(progressed)
    {}

    std::mutex mutex; ///< for all but `lost`
    BatchReport report;
    BatchNotes notes{report};
    BatchProgress progress;
    bool freed = false; ///< goods of a plan were not taken, so others may have them
    std::atomic<bool> lost{false};
    const std::function<void(const BatchProgress &)> &tell;
};

int BatchReport::count(LineOutcome::Kind kind) const
{
    return int(std::ranges::count(lines, kind, &LineOutcome::kind));
}

AllocationBatch::AllocationBatch(Store &store, CommandRunner &runner, Clock &clock)
    : m_store(store)
    , m_runner(runner)
    , m_clock(clock)
{}

BatchReport AllocationBatch::run(const BatchRequest &request,
                                 const std::function<void(const BatchProgress &)> &progress,
                                 std::stop_token stop)
{
    Work work(progress);
    if (!pass(work, request, stop))
        return std::move(work.report);
    // What one order could not take after all may be what another one lacks.
    if (work.freed && !work.lost && !stop.stop_requested()) {
        BatchRequest again = request;
        again.id = QUuid::createUuidV5(request.id, "again"_ba);
        std::set<qint64> lacking;
        for (const LineOutcome &line : work.report.lines) {
            if (line.kind == LineOutcome::Kind::Short || line.kind == LineOutcome::Kind::Partly)
                lacking.insert(line.order);
        }
        again.orders.assign(lacking.begin(), lacking.end());
        if (!again.orders.empty())
            pass(work, again, stop);
    }
    work.report.stopped = stop.stop_requested()
                          && work.report.count(LineOutcome::Kind::Cancelled) > 0;
    work.report.lost = work.lost;
    return std::move(work.report);
}

/// Plans once and carries it out. False when nothing could be read.
bool AllocationBatch::pass(Work &work, const BatchRequest &request, std::stop_token stop)
{
    const std::vector<BatchPart> parts = partsOf(work, request);
    if (work.report.failure)
        return false;
    work.tell(work.progress);
    PartQueue queue(parts);
    const int workers = std::clamp(request.workers, 1, BatchRequest::mostWorkers);
    QThreadPool helpers;
    helpers.setMaxThreadCount(workers - 1); // beside this one
    const std::function<void()> labour = [&] {
        while (const auto part = queue.next()) {
            // Each helper opens a connection, so none is there to wait only.
            if (workers > 1 && !stop.stop_requested() && !work.lost && queue.hasMore())
                helpers.tryStart(labour);
            carryOut(work, request, parts[*part], stop);
            queue.done(*part);
        }
    };
    labour();
    helpers.waitForDone();
    work.notes.finish();
    work.progress.linesDone = work.notes.decided();
    work.tell(work.progress);
    return true;
}

/// Reads and plans; notes what each line comes to before anything is done.
std::vector<BatchPart> AllocationBatch::partsOf(Work &work, const BatchRequest &request) const
{
    BookQuery query;
    query.orders = request.orders;
    query.onlyLacking = true;
    query.onlyUsable = true;
    auto book = m_store.allocationBook(query);
    if (!book) {
        if (work.report.lines.empty())
            work.report.failure = book.error();
        return {};
    }
    AllocationCommand whole;
    whole.strategy = request.strategy;
    applyStrategy(whole, *book);
    const AllocationPlan plan = planAllocation(*book);
    work.notes.begin(*book, plan);
    work.progress.linesInAll = int(work.report.lines.size());
    work.progress.linesDone = work.notes.decided();
    std::vector<BatchPart> parts;
    const int atATime = std::clamp(request.workers, 1, commitsAtATime);
    for (const auto &orders : ordersInCommits(*book, plan, request.linesInOneCommit, atATime))
        parts.push_back(partOf(request, *book, plan, orders));
    return parts;
}

void AllocationBatch::carryOut(Work &work,
                               const BatchRequest &request,
                               const BatchPart &part,
                               const std::stop_token &stop)
{
    if (stop.stop_requested() || work.lost)
        return; // its lines stand in the report as not begun
    const BatchAnswer answer = runUntilKnown(work, part, stop);
    const int orders = int(part.command.orders.size());
    if (orders == 1 || !isAboutOneOrder(answer.result.outcome)) {
        const std::scoped_lock lock(work.mutex);
        work.freed = work.notes.note(part, answer) || work.freed;
        work.progress.retries += answer.retries;
        work.progress.linesDone = work.notes.decided();
        work.tell(work.progress);
        return;
    }
    // Which of the orders it is about shows when they are tried in ever smaller parts.
    std::vector<int> half;
    for (int i = 0; i < orders; ++i) {
        half.push_back(i);
        if (i + 1 != orders / 2 && i + 1 != orders)
            continue;
        carryOut(work,
                 request,
                 partOf(request, part.planned.book, part.planned.plan, std::exchange(half, {})),
                 stop);
    }
}

/// Tries until there is an answer that can be relied on, within reason.
BatchAnswer AllocationBatch::runUntilKnown(Work &work,
                                           const BatchPart &part,
                                           const std::stop_token &stop)
{
    BatchAnswer answer;
    answer.planned = part.planned;
    int unanswered = 0;
    int others = 0;
    for (;;) {
        answer.result = m_runner.run(part.command, ConflictPolicy::Retry, answer.planned, stop);
        answer.retries += answer.result.tries - 1;
        const auto *committed = std::get_if<Committed>(&answer.result.outcome);
        if (committed && committed->repeated) {
            // An earlier attempt had arrived: what it did is told by what it made.
            answer.made = madeBy(part.command.id);
            if (!answer.made)
                answer.result.outcome = Unavailable{{}, true};
        } else if (committed || std::holds_alternative<Rejected>(answer.result.outcome)) {
            break;
        }
        if (answer.made || stop.stop_requested())
            break;
        if (!std::holds_alternative<Unavailable>(answer.result.outcome)) {
            if (++others == triesWhenOthersWork)
                break;
        } else if (work.lost || ++unanswered == questionsInAll) {
            work.lost = true;
            break;
        } else if (unanswered == 1) {
            tellUnanswered(work, 1);
        }
        m_clock.sleep(pauseBetweenQuestions);
        answer.planned = {};
    }
    answer.stopped = stop.stop_requested();
    if (unanswered > 0)
        tellUnanswered(work, -1);
    return answer;
}

void AllocationBatch::tellUnanswered(Work &work, int more)
{
    const std::scoped_lock lock(work.mutex);
    work.progress.unanswered += more;
    work.tell(work.progress);
}

/// What a command made that was carried out; nothing when that cannot be read.
std::optional<std::vector<ChosenPick>> AllocationBatch::madeBy(const QUuid &command)
{
    const auto past = m_store.command(command);
    if (!past || !*past)
        return std::nullopt;
    std::vector<ChosenPick> picks;
    for (const Allocation &made : (*past)->made)
        picks.push_back({*made.orderId, *made.line, made.stockId, made.quantity});
    return picks;
}

bool AllocationBatch::askAgain(BatchReport &report)
{
    std::vector<OpenQuestion> still;
    bool silent = false;
    for (OpenQuestion &question : report.open) {
        if (silent) { // each would wait as long as the first one
            still.push_back(std::move(question));
            continue;
        }
        const CommitOutcome outcome = m_runner.settle(question.command);
        const bool happened = std::holds_alternative<Committed>(outcome);
        const auto made = happened ? madeBy(question.command.id) : std::nullopt;
        silent = std::holds_alternative<Unavailable>(outcome) || (happened && !made);
        if (silent || std::holds_alternative<Busy>(outcome) || isDamage(outcome))
            still.push_back(std::move(question));
        else
            noteSettled(report, question, made);
    }
    report.open = std::move(still);
    return report.open.empty();
}

} // namespace tanaban
