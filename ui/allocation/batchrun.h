#pragma once

#include "model/planning/batch.h"
#include "ui/session.h"

#include <QTimer>

namespace tanaban::ui {

/// A run over many orders in the background, from the window's side: how far it is, stopping it, and
/// asking again for what had no answer until it is known. When it is gone, the run stops after the
/// commits that are under way; what stays unknown then is in the journal.
class BatchRun : public QObject
{
    Q_OBJECT

public:
    BatchRun(Session &session, std::shared_ptr<CommandRunner> commands, QObject *parent);
    ~BatchRun() override;

    /// The actor is filled in.
    void begin(BatchRequest request);
    void stop();
    bool isRunning() const { return m_state != nullptr; }
    bool isStopping() const;
    BatchProgress progress() const;
    /// Lines per second lately; nothing while that cannot be said.
    std::optional<double> rate() const { return m_rate; }
    std::optional<int> secondsLeft() const;
    /// Of the last run; with what was found out since.
    const BatchReport &report() const { return m_report; }
    /// What a further run over some of the orders came to is added to what was there before.
    void keepReport(bool keep) { m_keep = keep; }

Q_SIGNALS:
    /// Some times a second while it runs.
    void progressed();
    void finished();
    /// Some of what was open is known now.
    void answered();

private:
    /// What the window and the workers share.
    struct State
    {
        std::mutex mutex;
        BatchProgress progress;
        std::stop_source stop;
    };

    void take(BatchReport report);
    void measure();
    void askLater();
    void ask();

    Session &m_session;
    std::shared_ptr<CommandRunner> m_commands;
    std::shared_ptr<State> m_state;
    BatchReport m_report;
    bool m_keep = false;
    QTimer m_watch;
    QTimer m_again;
    int m_wait = 0;
    std::vector<std::pair<qint64, int>> m_past; ///< lines done by then, of the last seconds
    std::optional<double> m_rate;
    quint64 m_turn = 0;
};

} // namespace tanaban::ui
