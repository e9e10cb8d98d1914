#include "ui/backgroundrunner.h"

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace tanaban::ui {

namespace {

/// Where every processor is busy, the window goes first: what it reads may wait a little, a key that
/// was pressed may not. (On Linux this is of the calling thread alone; QThread::setPriority() does
/// nothing under its usual scheduler.)
void makeWayForTheWindow()
{
#ifdef Q_OS_LINUX
    thread_local const int result = setpriority(PRIO_PROCESS, 0, 5);
    Q_UNUSED(result)
#endif
}

} // namespace

BackgroundRunner::BackgroundRunner(int threads, QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(threads);
    m_pool.setExpiryTimeout(60'000); // an idle worker ends, and its connection with it
}

BackgroundRunner::~BackgroundRunner()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void BackgroundRunner::start(std::function<void()> work)
{
    ++m_pending;
    Q_EMIT pendingChanged(m_pending);
    m_pool.start([work = std::move(work)] {
        makeWayForTheWindow();
        work();
    });
}

void BackgroundRunner::deliver(std::function<void()> answer)
{
    QMetaObject::invokeMethod(
        this,
        [this, answer = std::move(answer)] {
            --m_pending;
            Q_EMIT pendingChanged(m_pending);
            answer();
        },
        Qt::QueuedConnection);
}

} // namespace tanaban::ui
