#pragma once

#include "ui/forms/actioncontroller.h"

#include <QAction>

#include <map>

class QMenuBar;
class QMenu;

namespace tanaban::ui {

/// Every action of the window: each with its place in a menu, its shortcut and a sentence for the
/// status line.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QWidget *window);

    /// Fills the menu bar; `filters` is the filter menu of the stock place, null until there is one.
    void fill(QMenuBar *bar, QMenu *filters) const;

    QAction *stock(ActionKind kind) const { return m_stock.at(kind); }
    QList<QAction *> stockActions() const;
    /// Those that work on the selected row.
    QList<QAction *> rowActions() const;
    /// Enables what can be done with this row and says why the rest cannot.
    void setRow(const StockListRow *row, std::optional<Role> role);
    void setOpen(bool open);

    QAction *openDatabase;
    QAction *newWindow;
    QAction *quit;
    QAction *copy;
    QAction *find;
    QAction *refresh;
    QAction *showPlaces;
    QAction *showDetails;
    QAction *goToPlaces;
    QAction *goToStock;
    QAction *goToHistory;
    QAction *shortcuts;
    QAction *about;
    QMenu *theme;
    QMenu *language;

Q_SIGNALS:
    void started(tanaban::ui::ActionKind kind);

private:
    QAction *make(const char *name,
                  const QString &text,
                  const QString &tip,
                  const QKeySequence &shortcut,
                  const QString &symbol = {});
    void makeStockActions();
    void makeOthers();

    QWidget *m_window;
    std::map<ActionKind, QAction *> m_stock;
    std::map<ActionKind, QString> m_tips;
};

} // namespace tanaban::ui
