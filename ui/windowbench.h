#pragma once

#include "ui/desktop.h"

#include <QElapsedTimer>
#include <QTimer>

namespace tanaban::ui {

/// Measures what a person waits for in the stock table, from the asking to the rows on the screen,
/// and prints it as plain lines ("first page: 81 ms"). Hidden: for ./dev bench.
class WindowBench : public QObject
{
    Q_OBJECT

public:
    /// `sinceStart` runs since main() began.
    WindowBench(Desktop &desktop, QElapsedTimer sinceStart, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    void finished(int exitStatus);

private:
    struct Step
    {
        QString name;
        std::function<void()> act;
        std::function<bool()> reached;
    };

    void plan();
    void next();
    void look();
    bool screenFull() const;

    Desktop &m_desktop;
    QElapsedTimer m_sinceStart;
    QElapsedTimer m_step;
    QTimer m_timer;
    std::vector<Step> m_steps;
    std::size_t m_at = 0;
};

} // namespace tanaban::ui
