#include "ui/windowactions.h"

#include <QMenu>
#include <QMenuBar>

// Where each action stands in the menu bar.
namespace tanaban::ui {

using namespace Qt::StringLiterals;

void WindowActions::fill(QMenuBar *bar)
{
    m_bar = bar;
    QMenu *file = bar->addMenu(tr("&File"));
    file->addActions({openDatabase, connectServer});
    file->addMenu(recent);
    file->addSeparator();
    file->addActions({newCompany, tryDemo});
    file->addSeparator();
    file->addActions({importFiles, exportTable, backUp, restoreCopy});
    file->addSeparator();
    file->addActions({printTable, movementReport});
    file->addSeparator();
    file->addActions({newWindow, closeWindow});
    file->addSeparator();
    file->addAction(quit);

    QMenu *edit = bar->addMenu(tr("&Edit"));
    edit->addAction(undo);
    edit->addSeparator();
    edit->addAction(find);
    edit->addActions({copy, selectAll});
    edit->addSeparator();
    edit->addAction(settings);

    QMenu *view = bar->addMenu(tr("&View"));
    view->addAction(refresh);
    view->addSeparator();
    view->addActions({showPlaces, showDetails});
    view->addSeparator();
    view->addAction(placeWindow);
    view->addSeparator();
    view->addMenu(theme);
    view->addMenu(language);
    view->addMenu(size);
    view->addMenu(scanner);

    m_stockMenu = bar->addMenu(tr("&Stock"));
    m_stockMenu->addAction(stock(ActionKind::Receive));
    m_stockMenu->addSeparator();
    m_stockMenu->addActions(
        {stock(ActionKind::Reserve), stock(ActionKind::Release), stock(ActionKind::Ship)});
    m_stockMenu->addSeparator();
    m_stockMenu->addActions(
        {stock(ActionKind::Move), stock(ActionKind::Adjust), stock(ActionKind::ChangeStatus)});
    m_stockMenu->addSeparator();

    QMenu *orders = bar->addMenu(tr("&Orders"));
    orders->addActions({allocateAll, reviewAllocations});
    orders->addSeparator();
    orders->addActions({strategies, compareStrategies, zonePriorities});
    orders->addSeparator();
    m_standing[u"stock"_s].menu = m_stockMenu;
    m_standing[u"orders"_s].menu = orders;

    QMenu *go = bar->addMenu(tr("&Go"));
    m_go = go->menuAction();
    go->addAction(palette);
    go->addSeparator();
    go->addActions(m_places);
    go->addSeparator();
    go->addActions({nextPanel, previousPanel});

    QMenu *help = bar->addMenu(tr("&Help"));
    help->addActions({manual, searchHelp, shortcuts, about});
}

void WindowActions::addPlace(const QString &place, const QList<QAction *> &actions)
{
    if (const auto standing = m_standing.find(place); standing != m_standing.end()) {
        standing->second.actions = actions;
        return;
    }
    if (actions.isEmpty())
        return;
    QMenu *menu = m_menus[place] = new QMenu(m_window);
    for (const QAction *action : std::as_const(m_places)) {
        if (action->data().toString() == place)
            menu->setTitle(action->text());
    }
    menu->addActions(actions);
    menu->menuAction()->setVisible(false);
    m_bar->insertMenu(m_go, menu);
}

void WindowActions::setPlace(const QString &place)
{
    for (QAction *action : std::as_const(m_places))
        action->setChecked(action->data().toString() == place);
    for (const auto &[id, standing] : m_standing) {
        for (QAction *action : standing.actions) {
            if (place == id)
                standing.menu->addAction(action);
            else
                standing.menu->removeAction(action);
        }
    }
    for (const auto &[id, menu] : m_menus)
        menu->menuAction()->setVisible(id == place);
}

QList<QAction *> WindowActions::menus() const
{
    QList<QAction *> menus = m_bar->actions();
    menus.removeIf([](const QAction *menu) { return !menu->isVisible(); });
    return menus;
}

} // namespace tanaban::ui
