#include "ui/backgroundrunner.h"

namespace tanaban::ui {

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
    m_pool.start(std::move(work));
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
