#include "ui/allocation/batchrun.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace tanaban::ui {

namespace {

constexpr int watchEvery = 100;         ///< ms
constexpr qint64 rateOverLast = 5000;   ///< ms
constexpr qint64 rateNotBefore = 500;   ///< ms
constexpr int firstQuestionAfter = 500; ///< ms; doubles
constexpr int questionAtLeastEvery = 5000;

qint64 nowMilliseconds()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace

BatchRun::BatchRun(Session &session, std::shared_ptr<CommandRunner> commands, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_commands(std::move(commands))
{
    m_watch.setInterval(watchEvery);
    connect(&m_watch, &QTimer::timeout, this, [this] {
        measure();
        Q_EMIT progressed();
    });
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &BatchRun::ask);
}

BatchRun::~BatchRun()
{
    stop();
}

void BatchRun::begin(BatchRequest request)
{
    Q_ASSERT(!m_state && m_report.open.empty());
    request.actor = m_session.actor();
    m_state = std::make_shared<State>();
    m_past = {{nowMilliseconds(), 0}};
    m_rate.reset();
    ++m_turn;
    m_watch.start();
    m_session.runner().run(
        this,
        [state = m_state,
         commands = m_commands,
         &store = m_session.store(),
         &clock = m_session.clock(),
         request = std::move(request)] {
            AllocationBatch batch(store, *commands, clock);
            return batch.run(
                request,
                [&state](const BatchProgress &progress) {
                    const std::scoped_lock lock(state->mutex);
                    state->progress = progress;
                },
                state->stop.get_token());
        },
        [this](BatchReport report) { take(std::move(report)); });
}

void BatchRun::stop()
{
    if (m_state)
        m_state->stop.request_stop();
}

bool BatchRun::isStopping() const
{
    return m_state && m_state->stop.stop_requested();
}

BatchProgress BatchRun::progress() const
{
    if (!m_state)
        return {};
    const std::scoped_lock lock(m_state->mutex);
    return m_state->progress;
}

void BatchRun::take(BatchReport report)
{
    m_state.reset();
    m_watch.stop();
    m_report = m_keep ? joined(std::move(m_report), std::move(report)) : std::move(report);
    m_keep = false;
    m_wait = firstQuestionAfter;
    askLater();
    Q_EMIT finished();
}

void BatchRun::measure()
{
    const qint64 now = nowMilliseconds();
    m_past.emplace_back(now, progress().linesDone);
    while (m_past.size() > 2 && m_past[1].first < now - rateOverLast)
        m_past.erase(m_past.begin());
    const auto &[since, before] = m_past.front();
    // What was decided without doing anything came all at once, and says nothing of the rest.
    if (before == 0 && m_past.back().second > 0 && m_past.size() > 2)
        m_past.erase(m_past.begin());
    else if (now - since >= rateNotBefore && m_past.back().second > before)
        m_rate = double(m_past.back().second - before) * 1000 / double(now - since);
}

std::optional<int> BatchRun::secondsLeft() const
{
    const BatchProgress now = progress();
    if (!m_rate || now.linesInAll == 0)
        return std::nullopt;
    return int(std::ceil(double(now.linesInAll - now.linesDone) / *m_rate));
}

void BatchRun::askLater()
{
    if (!m_report.open.empty())
        m_again.start(m_wait);
    m_wait = std::min(2 * m_wait, questionAtLeastEvery);
}

void BatchRun::ask()
{
    m_session.runner().run(
        this,
        [report = m_report,
         commands = m_commands,
         &store = m_session.store(),
         &clock = m_session.clock()]() mutable {
            AllocationBatch(store, *commands, clock).askAgain(report);
            return std::move(report);
        },
        [this, turn = m_turn](BatchReport report) {
            if (turn != m_turn)
                return;
            const bool news = report.open.size() != m_report.open.size();
            m_report = std::move(report);
            askLater();
            if (news)
                Q_EMIT answered();
        });
}

} // namespace tanaban::ui
