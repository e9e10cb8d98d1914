#pragma once

#include <QObject>
#include <QString>

#include <vector>

namespace tanaban::ui {

/// Measures how long nothing on the screen can move: from the first thing that the thread that draws
/// the window has to do, timers and sockets included, until all that waited has had its turn once,
/// what is to be painted as well. That is the length of a frame. Needs Qt's own event dispatcher
/// (QT_NO_GLIB=1): that of GLib says that it waits while it works.
class LoopWatchdog : public QObject
{
    Q_OBJECT

public:
    struct Frame
    {
        double milliseconds = 0;
        double working = 0; ///< of them, on a processor: the rest it waited for one, or for a lock
        QString during;
    };
    struct Report
    {
        qsizetype frames = 0;
        qsizetype tooLong = 0;
        double nearlyAll = 0;       ///< milliseconds: 999 of 1000 frames took no longer
        std::vector<Frame> longest; ///< longest first, a few
    };

    static constexpr double longestAllowed = 50; ///< milliseconds

    explicit LoopWatchdog(QObject *parent = nullptr);

    /// False where frames cannot be measured.
    bool start();
    /// What is being done from now on, for the report.
    void setDoing(const QString &what) { m_doing = what; }
    /// Counts what was measured since start(), and stops.
    Report stop();

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void begin();
    void awake();
    void end();

    bool m_running = false;
    double m_awakeSince = 0; ///< 0: it waits
    bool m_round = false;    ///< what was posted, paint among it, has its turn in this frame
    double m_workedBefore = 0;
    std::vector<float> m_frames;
    std::vector<Frame> m_longest;
    QString m_doing;
};

} // namespace tanaban::ui
