#pragma once

#include "ui/desktop.h"
#include "ui/windowactions.h"

#include <QTimer>

namespace tanaban::ui {

/// Walks through every view and dialog of the program and writes a picture of each into a folder:
/// for a computer without a display, and for the pages that show the program.
class Shots : public QObject
{
    Q_OBJECT

public:
    Shots(Desktop &desktop, QString folder, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// Exit status: 0 when every picture could be taken and written.
    void finished(int exitStatus);

private:
    struct Scene
    {
        QString name;
        std::function<void()> prepare;
        bool dialog = false; ///< the picture is of the dialog on top of the window
    };

    void plan();
    void planForms();
    void tick();
    bool settled() const;
    QWidget *subject() const;
    void take();
    MainWindow &window() const { return *m_desktop.firstWindow(); }
    void search(const QString &text);
    void filter(const StockFilter &filter);
    void selectWith(ActionKind kind);
    void say(const QString &text) const;

    Desktop &m_desktop;
    QString m_folder;
    QTimer m_timer;
    std::vector<Scene> m_scenes;
    std::size_t m_scene = 0;
    int m_calm = 0;   ///< ticks without anything under way
    int m_waited = 0; ///< ticks in this scene
    bool m_prepared = false;
    int m_failures = 0;
};

} // namespace tanaban::ui
