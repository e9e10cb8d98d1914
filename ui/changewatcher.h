#pragma once

#include "model/store.h"
#include "ui/backgroundrunner.h"

#include <QTimer>

namespace tanaban::ui {

/// Asks the database once a second, in the background, whether anybody may have changed anything.
class ChangeWatcher : public QObject
{
    Q_OBJECT

public:
    ChangeWatcher(Store &store, BackgroundRunner &runner, QObject *parent = nullptr);

    static constexpr int everyMilliseconds = 1000;
    void start();
    /// Without waiting for the second to pass.
    void askNow();
    bool connected() const { return m_connected; }

Q_SIGNALS:
    /// Somebody, perhaps this window, changed something since the last answer.
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
    bool m_asking = false;
    bool m_connected = true;
};

} // namespace tanaban::ui
