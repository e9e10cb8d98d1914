#include "ui/mainwindow.h"
#include "ui/windowactions.h"
#include "ui/workspace.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>

// What the window does so that the keyboard suffices.

namespace tanaban::ui {

QString WindowActions::hindranceOf(const QKeySequence &keys) const
{
    QList<QAction *> left = menus();
    while (!left.isEmpty()) {
        const QAction *action = left.takeFirst();
        if (action->menu())
            left << action->menu()->actions();
        else if (!action->isEnabled() && action->shortcuts().contains(keys))
            return action->statusTip();
    }
    return {};
}

bool MainWindow::event(QEvent *event)
{
    // A dialog closed: not every desktop gives the keyboard back. Somebody who is at another program
    // stays there.
    if (event->type() == QEvent::WindowUnblocked
        && QGuiApplication::applicationState() == Qt::ApplicationActive)
        activateWindow();
    return QMainWindow::event(event);
}

/// The search field takes the key of Undo only when something typed in it can be undone.
bool MainWindow::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_search && event->type() == QEvent::ShortcutOverride
        && !m_search->isUndoAvailable()
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo))
    {
        event->ignore();
        return true;
    }
    return QMainWindow::eventFilter(object, event);
}

/// Keys that nothing took. Those of an action that cannot be started say why; Esc leads from the
/// details to the list, and from the list to the search field.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_workspace) {
        if (m_workspace->current().isAncestorOf(focusWidget()))
            m_search->setFocus(Qt::ShortcutFocusReason);
        else
            m_workspace->current().takeFocus();
        return;
    }
    const QString why = m_actions->hindranceOf(QKeySequence(event->keyCombination()));
    if (why.isEmpty())
        QMainWindow::keyPressEvent(event);
    else
        setMessage(why);
}

} // namespace tanaban::ui
