#pragma once

#include <QObject>
#include <QTimer>

namespace tanaban::ui {

class Session;

/// Makes the daily copy of a database file while the program is open: some time after the start, so
/// that nobody waits for it, and looks again every hour. Several windows make one copy.
class DailyBackup : public QObject
{
    Q_OBJECT

public:
    DailyBackup(Session &session, QObject *parent);

    /// Now, if there is none of today and it is wanted.
    void look();

Q_SIGNALS:
    /// What became of it, when something did, in a sentence.
    void message(const QString &text);

private:
    Session &m_session;
    QTimer m_timer;
    bool m_working = false;
};

} // namespace tanaban::ui
