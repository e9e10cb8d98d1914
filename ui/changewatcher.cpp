#include "ui/changewatcher.h"

namespace tanaban::ui {

ChangeWatcher::ChangeWatcher(Store &store, BackgroundRunner &runner, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_runner(runner)
{
    m_timer.setInterval(everyMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &ChangeWatcher::askNow);
}

void ChangeWatcher::start()
{
    m_lastAnswer = QDateTime::currentDateTime();
    m_timer.start();
    askNow();
}

void ChangeWatcher::askNow()
{
    m_again = m_asking;
    if (m_asking)
        return;
    m_asking = true;
    m_runner.run(
        this,
        [&store = m_store] { return store.changeMark(); },
        [this](const Read<qint64> &mark) {
            m_asking = false;
            take(mark);
            if (m_again)
                askNow();
        });
}

void ChangeWatcher::take(const Read<qint64> &mark)
{
    // Busy is an answer: the database is there, only somebody is writing.
    const bool there = mark.ok() || mark.error().kind == ReadFailure::Kind::Busy;
    if (there)
        m_lastAnswer = QDateTime::currentDateTime();
    m_missed = m_missed || !there;
    if (there != m_connected) {
        m_connected = there;
        Q_EMIT connectionChanged(there);
    }
    if (!mark)
        return;
    const bool moved = std::exchange(m_missed, false) || (m_mark && *m_mark != *mark);
    m_mark = *mark;
    Q_EMIT answered();
    if (moved)
        Q_EMIT changed();
}

} // namespace tanaban::ui
