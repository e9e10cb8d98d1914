#pragma once

#include "ui/forms/actioncontroller.h"

#include <QAction>

#include <map>

class QMenuBar;
class QMenu;

namespace tanaban::ui {

struct PlaceEntry;

/// Every action of the window: each with its place in a menu, its shortcut and a sentence for the
/// status line.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    WindowActions(const std::vector<PlaceEntry> &places, QWidget *window);

    void fill(QMenuBar *bar);
    /// Gives a place a menu for its own actions: the menu that is there already for Stock and
    /// Orders, one with the title of the place for any other.
    void addPlace(const QString &place, const QList<QAction *> &actions);
    /// The window is at this place: its menu is there, and no other place's.
    void setPlace(const QString &place);
    /// The menus of the menu bar that can be seen.
    QList<QAction *> menus() const;
    /// Why the action with these keys cannot be started now; empty: it can, or none has them.
    QString hindranceOf(const QKeySequence &keys) const;
    /// Those that go to a place.
    const QList<QAction *> &places() const { return m_places; }
    QAction *stock(ActionKind kind) const { return m_stock.at(kind); }
    QList<QAction *> stockActions() const;
    /// Those that work on the selected row.
    QList<QAction *> rowActions() const;
    /// Enables what can be done with these rows and says why the rest cannot.
    void setRows(const QList<StockListRow> &rows, std::optional<Role> role);
    /// Enables Undo with what it will undo, or says why there is nothing to undo.
    void setUndo(const QString &deed, const QString &whyNot);
    void setOpen(bool open);
    /// The place that is shown has a table.
    void setTable(bool there);
    /// While the database does not answer nothing can be changed, and that is said.
    void setReachable(bool reachable);

    QAction *tryDemo;
    QAction *newCompany;
    QAction *importFiles;
    QAction *exportTable;
    QAction *printTable;
    QAction *movementReport;
    QAction *backUp;
    QAction *restoreCopy;
    QAction *allocateAll;
    QAction *reviewAllocations;
    QAction *strategies;
    QAction *compareStrategies;
    QAction *zonePriorities;
    QAction *openDatabase;
    QAction *connectServer;
    QAction *newWindow;
    QAction *placeWindow;
    QAction *closeWindow;
    QAction *quit;
    QAction *undo;
    QAction *copy;
    QAction *selectAll;
    QAction *find;
    QAction *settings;
    QAction *palette;
    QAction *refresh;
    QAction *showPlaces;
    QAction *showDetails;
    QAction *nextPanel;
    QAction *previousPanel;
    QAction *manual;
    QAction *searchHelp;
    QAction *shortcuts;
    QAction *about;
    QMenu *recent;
    QMenu *theme;
    QMenu *language;
    QMenu *size;
    QMenu *scanner;

Q_SIGNALS:
    void started(tanaban::ui::ActionKind kind);
    void placeWanted(const QString &place);

private:
    QAction *make(const char *name,
                  const QString &text,
                  const QString &tip,
                  const QKeySequence &shortcut,
                  const QString &symbol = {});
    void makeStockActions();
    void makePlaceActions(const std::vector<PlaceEntry> &places);
    void makeFileActions();
    void makeOrderActions();
    void makeWindows();
    void makeOthers();

    QWidget *m_window;
    bool m_reachable = true;
    QList<QAction *> m_places; ///< in their order; each with the id as data
    QMenuBar *m_bar = nullptr;
    QMenu *m_stockMenu = nullptr;
    QAction *m_go = nullptr; ///< the menu that follows those of the places
    /// Menus that are always there, and what their place adds to them while one is at it.
    struct Standing
    {
        QMenu *menu = nullptr;
        QList<QAction *> actions;
    };
    std::map<QString, Standing> m_standing; ///< by place
    std::map<QString, QMenu *> m_menus;     ///< of the other places
    std::map<ActionKind, QAction *> m_stock;
    std::map<ActionKind, QString> m_tips;
};

} // namespace tanaban::ui
