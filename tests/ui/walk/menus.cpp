#include "tests/ui/walk/menus.h"

#include "ui/placelist.h"
#include "ui/workspace.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

namespace tanaban::test {

using namespace Qt::StringLiterals;

namespace {

void collect(const QMenu &menu, std::set<const QAction *> &found)
{
    for (const QAction *action : menu.actions()) {
        found.insert(action);
        if (action->menu())
            collect(*action->menu(), found);
    }
}

} // namespace

std::set<const QAction *> actionsInMenus(const ui::MainWindow &window)
{
    std::set<const QAction *> found;
    for (const QAction *top : window.menuBar()->actions()) {
        if (top->menu())
            collect(*top->menu(), found);
    }
    return found;
}

QStringList menuFaults(ui::MainWindow &window, const Data *translated)
{
    QStringList faults;
    // Some are in a menu only while one is at their place.
    std::set<const QAction *> menus;
    const QString here = window.workspace()->current().id();
    for (const ui::PlaceEntry &place : ui::placeList()) {
        window.workspace()->go({place.id, {}});
        menus.merge(actionsInMenus(window));
    }
    window.workspace()->go({here, {}});
    for (const QAction *action : window.findChildren<QAction *>()) {
        const bool ofAField = qobject_cast<const QWidget *>(action->parent())
                              && !qobject_cast<const QMainWindow *>(action->parent())
                              && action->text().isEmpty();
        const bool ofABar = qobject_cast<const QToolBar *>(action->parent());
        if (action->isSeparator() || action->menu() || ofAField || ofABar
            || action->text().isEmpty())
            continue;
        if (!menus.contains(action))
            faults << u"in no menu: "_s + action->objectName() + u' ' + action->text();
        if (action->statusTip().isEmpty())
            faults << u"without a sentence: "_s + action->objectName() + u' ' + action->text();
        for (const QString &text : {action->text(), action->statusTip(), action->toolTip()}) {
            const QString strange = translated ? translated->strangeIn(QString(text).remove(u'&'))
                                               : QString();
            if (!strange.isEmpty())
                faults << u"not translated: "_s + text;
        }
    }
    return faults;
}

} // namespace tanaban::test
