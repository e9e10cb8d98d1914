#include "ui/allocation/allocationdialogs.h"
#include "ui/forms/undoer.h"
#include "ui/search/searchassist.h"
#include "ui/sidebar.h"
#include "ui/workspace.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QStackedWidget>

// What the window's actions do here.

namespace tanaban::ui {

using namespace Qt::StringLiterals;

void Workspace::connectActions()
{
    connect(&m_actions, &WindowActions::started, this, [this](ActionKind kind) {
        std::vector<qint64> ids;
        for (const StockListRow &row : m_current->stockRows())
            ids.push_back(row.row.id);
        m_controller->start(kind, ids);
    });
    connect(&m_actions, &WindowActions::placeWanted, this, [this](const QString &id) {
        go({id, {}});
        m_current->takeFocus();
    });
    connect(m_actions.palette, &QAction::triggered, this, &Workspace::openPalette);
    const Undoer &undoer = m_controller->undoer();
    const auto showUndo = [this, &undoer] { m_actions.setUndo(undoer.deed(), undoer.whyNot()); };
    connect(m_actions.undo, &QAction::triggered, &m_controller->undoer(), &Undoer::undo);
    connect(&undoer, &Undoer::changed, this, showUndo);
    showUndo();
    connect(m_actions.refresh, &QAction::triggered, this, &Workspace::refresh);
    connect(m_actions.exportTable, &QAction::triggered, this, &Workspace::exportTable);
    connect(m_actions.printTable, &QAction::triggered, this, &Workspace::printTable);
    connect(m_actions.movementReport, &QAction::triggered, this, &Workspace::reportMovements);
    m_allocation = new AllocationDialogs({m_session, *m_controller, m_actions, m_settings}, this);
    connect(m_allocation, &AllocationDialogs::message, this, &Workspace::message);
    connect(m_allocation, &AllocationDialogs::changed, this, &Workspace::refresh);
    connect(m_allocation, &AllocationDialogs::wanted, this, [this](const Target &target) {
        go(target);
        m_current->takeFocus();
        window()->activateWindow();
    });
    connect(m_actions.find, &QAction::triggered, this, [this] {
        m_search.setFocus(Qt::ShortcutFocusReason);
        m_search.selectAll();
    });
    connect(m_actions.searchHelp, &QAction::triggered, m_assist, &SearchAssist::showHelp);
    connect(m_actions.copy, &QAction::triggered, this, [this] {
        const QString text = m_current->selectedText();
        if (!text.isEmpty())
            QApplication::clipboard()->setText(text);
        Q_EMIT message(text.isEmpty() ? tr("Nothing is selected here that could be copied.")
                                      : tr("What is selected was copied."));
    });
    connect(m_actions.selectAll, &QAction::triggered, this, [this] {
        if (m_search.hasFocus())
            m_search.selectAll();
        else
            m_current->selectAll();
    });
    connect(m_actions.showPlaces, &QAction::toggled, m_sideBar, &QWidget::setVisible);
    m_actions.showPlaces->setVisible(m_start.only.isEmpty());
    connect(m_actions.showDetails, &QAction::toggled, this, &Workspace::showDetails);
    connect(m_actions.nextPanel, &QAction::triggered, this, [this] { movePanel(1); });
    connect(m_actions.previousPanel, &QAction::triggered, this, [this] { movePanel(-1); });
}

/// To the next panel that is to be seen: side bar, place, details, and round again.
void Workspace::movePanel(int step)
{
    int at = 1;
    for (int number = 0; number < count(); ++number) {
        if (widget(number)->isAncestorOf(QApplication::focusWidget())
            || widget(number) == QApplication::focusWidget())
            at = number;
    }
    do
        at = (at + step + count()) % count();
    while (!widget(at)->isVisible());
    if (widget(at) == m_places)
        m_current->takeFocus();
    else if (widget(at) == m_details)
        m_current->details()->setFocus(Qt::ShortcutFocusReason);
    else
        m_sideBar->setFocus(Qt::ShortcutFocusReason);
}

} // namespace tanaban::ui
