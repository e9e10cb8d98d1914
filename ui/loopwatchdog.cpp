#include "ui/loopwatchdog.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>

#include <algorithm>
#include <ctime>

namespace tanaban::ui {

namespace {

constexpr size_t mostWorst = 8;

double milliseconds(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

} // namespace

LoopWatchdog::LoopWatchdog(QObject *parent)
    : QObject(parent)
{}

bool LoopWatchdog::start()
{
    QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
    if (!dispatcher || dispatcher->inherits("QEventDispatcherGlib"))
        return false;
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, &LoopWatchdog::awake);
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &LoopWatchdog::end);
    QCoreApplication::instance()->installEventFilter(this);
    m_running = true;
    return true;
}

// Qt's dispatcher sends what was posted, says that it waits, waits, and lets timers and sockets have
// their turn before it says that it is awake: the first of those is where a frame begins.
bool LoopWatchdog::eventFilter(QObject *watched, QEvent *event)
{
    if (m_awakeSince == 0)
        begin();
    return QObject::eventFilter(watched, event);
}

void LoopWatchdog::begin()
{
    m_awakeSince = milliseconds(CLOCK_MONOTONIC);
    m_workedBefore = milliseconds(CLOCK_THREAD_CPUTIME_ID);
    m_round = false;
}

// Comes again for each round of events while there is no time to wait: then it was painted in between.
void LoopWatchdog::awake()
{
    if (m_round)
        end();
    if (m_awakeSince == 0)
        begin();
    m_round = true;
}

void LoopWatchdog::end()
{
    if (!m_running || m_awakeSince == 0)
        return;
    const double took = milliseconds(CLOCK_MONOTONIC) - m_awakeSince;
    m_awakeSince = 0;
    m_frames.push_back(float(took));
    if (m_longest.size() == mostWorst && took <= m_longest.back().milliseconds)
        return;
    const Frame frame{took, milliseconds(CLOCK_THREAD_CPUTIME_ID) - m_workedBefore, m_doing};
    const auto place = std::ranges::lower_bound(
        m_longest, took, std::ranges::greater(), &Frame::milliseconds);
    m_longest.insert(place, frame);
    if (m_longest.size() > mostWorst)
        m_longest.pop_back();
}

LoopWatchdog::Report LoopWatchdog::stop()
{
    end(); // what is under way counts
    m_running = false;
    QCoreApplication::instance()->removeEventFilter(this);
    Report report;
    report.frames = qsizetype(m_frames.size());
    report.longest = std::move(m_longest);
    report.tooLong = std::ranges::count_if(m_frames,
                                           [](float f) { return double(f) > longestAllowed; });
    if (!m_frames.empty()) {
        const auto place = m_frames.begin() + qptrdiff(double(m_frames.size() - 1) * 0.999);
        std::ranges::nth_element(m_frames, place);
        report.nearlyAll = double(*place);
    }
    return report;
}

} // namespace tanaban::ui
