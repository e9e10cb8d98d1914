#include "ui/mainwindow.h"
#include "ui/windowactions.h"

#include <QGuiApplication>
#include <QKeyEvent>

// What the window does so that the keyboard suffices.

namespace tanaban::ui {

bool MainWindow::event(QEvent *event)
{
    // A dialog closed: not every desktop gives the keyboard back. Somebody who is at another program
    // stays there.
    if (event->type() == QEvent::WindowUnblocked
        && QGuiApplication::applicationState() == Qt::ApplicationActive)
        activateWindow();
    return QMainWindow::event(event);
}

/// Keys that nothing took: those of an action that cannot be started say why.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    const QString why = m_actions->hindranceOf(QKeySequence(event->keyCombination()));
    if (why.isEmpty())
        QMainWindow::keyPressEvent(event);
    else
        setMessage(why);
}

} // namespace tanaban::ui
