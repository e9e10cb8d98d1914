#pragma once

#include "model/store.h"
#include "ui/backgroundrunner.h"

#include <QDateTime>
#include <QTimer>

namespace tanaban::ui {

/// Asks the database, in the background and often enough to be right within a second, whether
/// anybody may have changed anything.
class ChangeWatcher : public QObject
{
    Q_OBJECT

public:
    ChangeWatcher(Store &store, BackgroundRunner &runner, QObject *parent = nullptr);

    static constexpr int everyMilliseconds = 700;
    void start();
    /// Without waiting for its turn.
    void askNow();
    bool connected() const { return m_connected; }
    /// When the database answered last; the start before it ever did.
    QDateTime lastAnswer() const { return m_lastAnswer; }

Q_SIGNALS:
    /// Somebody, perhaps this window, changed something since the last answer, or may have while
    /// the database did not answer.
    void changed();
    /// The database answered: what is shown is as of now (or changed() comes with it).
    void answered();
    void connectionChanged(bool connected);

private:
    void take(const Read<qint64> &mark);

    Store &m_store;
    BackgroundRunner &m_runner;
    QTimer m_timer;
    std::optional<qint64> m_mark;
    QDateTime m_lastAnswer;
    bool m_asking = false;
    bool m_missed = false; ///< something may have happened while nobody answered
    bool m_again = false;  ///< asked for meanwhile
    bool m_connected = true;
};

} // namespace tanaban::ui
