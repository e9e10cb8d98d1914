#pragma once

#include "ui/desktop.h"
#include "ui/loopwatchdog.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTimer>

namespace tanaban::ui {

class StockPlace;
class Workspace;

/// Uses the window as somebody in a hurry does (scrolling, jumping, going through rows, typing in
/// the search field, sorting, selecting, allocating) while another process writes, and prints how long
/// the longest frames took. Hidden: for ./dev bench.
class FluentBench : public QObject
{
    Q_OBJECT

public:
    /// `writer`: a command line. It is told on its input which stock rows are in view, a line each
    /// time, ends when its input does, and then prints what it wrote ("elapsed=… done=…").
    FluentBench(Desktop &desktop, const QString &writer, QObject *parent = nullptr);
    ~FluentBench() override;

    void start();

Q_SIGNALS:
    void finished(int exitStatus);

private:
    struct Act
    {
        QString name;
        int steps = 0;
        std::function<void(int step)> step;
    };

    Workspace &workspace();
    StockPlace &stock();
    void plan();
    void planAllocating();
    void planSearching();
    void look();
    void begin();
    void step();
    void tellWriter();
    void end();
    void report();
    void give(int exitStatus);

    Desktop &m_desktop;
    QString m_command;
    QProcess m_writer;
    LoopWatchdog m_watchdog;
    QTimer m_looking; ///< until the whole list is there
    QTimer m_stepping;
    QTimer m_telling;
    QElapsedTimer m_since;
    std::vector<Act> m_acts;
    std::size_t m_act = 0;
    int m_step = 0;
    bool m_ended = false;
};

} // namespace tanaban::ui
