#pragma once

#include "ui/desktop.h"
#include "ui/place.h"

#include <QTimer>

namespace tanaban::ui {

/// Walks through every place and dialog of the program and writes a picture of each, in each look:
/// FOLDER/LANGUAGE-LOOK/NAME.png. For a computer without a display, and for pages that show the
/// program. What there is comes from the place list, the places and the menus.
class Shots : public QObject
{
    Q_OBJECT

public:
    /// `looks`: at least one.
    Shots(Desktop &desktop,
          Theme &theme,
          std::vector<ThemeChoice> looks,
          QString folder,
          QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// Exit status: 0 when every picture could be taken and written.
    void finished(int exitStatus);

private:
    void plan();
    void planPlace(Place &place);
    void planDialogs(const QString &before, const QList<QAction *> &actions, const Target &at);
    void tick();
    bool settled() const;
    QWidget *subject() const;
    void take();
    void next();
    QString folder() const;
    MainWindow &window() const { return *m_desktop.firstWindow(); }
    void say(const QString &text) const;

    Desktop &m_desktop;
    Theme &m_theme;
    std::vector<ThemeChoice> m_looks;
    QString m_folder;
    QTimer m_timer;
    std::vector<PlaceScene> m_scenes;
    std::size_t m_scene = 0;
    std::size_t m_step = 0; ///< of this scene, to be done next
    std::size_t m_look = 0;
    int m_calm = 0;   ///< ticks without anything under way
    int m_waited = 0; ///< ticks since something was done
    int m_failures = 0;
};

} // namespace tanaban::ui
