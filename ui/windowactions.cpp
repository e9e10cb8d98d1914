#include "ui/windowactions.h"

#include "ui/look/icons.h"

#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

WindowActions::WindowActions(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    makeStockActions();
    makeOthers();
    theme = new QMenu(tr("&Theme"), window);
    language = new QMenu(tr("&Language"), window);
    setRow(nullptr, std::nullopt);
}

QAction *WindowActions::make(const char *name,
                             const QString &text,
                             const QString &tip,
                             const QKeySequence &shortcut,
                             const QString &symbol)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QString::fromLatin1(name));
    action->setStatusTip(tip);
    action->setShortcut(shortcut);
    if (!symbol.isEmpty())
        action->setIcon(icon(symbol));
    m_window->addAction(action);
    return action;
}

void WindowActions::makeStockActions()
{
    const auto add = [this](ActionKind kind,
                            const char *name,
                            const QString &text,
                            const QString &tip,
                            const QKeySequence &shortcut,
                            const QString &symbol) {
        QAction *action = make(name, text, tip, shortcut, symbol);
        QString brief = action->iconText();
        static const QRegularExpression dressing(u"…|\\(.\\)"_s); // "入庫(C)…" is 入庫
        brief.remove(dressing);
        action->setIconText(brief);
        m_stock[kind] = action;
        m_tips[kind] = tip;
        connect(action, &QAction::triggered, this, [this, kind] { Q_EMIT started(kind); });
    };
    add(ActionKind::Receive,
        "receive",
        tr("Re&ceive…"),
        tr("Put goods that came in into a zone"),
        Qt::CTRL | Qt::Key_N,
        u"receive"_s);
    add(ActionKind::Reserve,
        "reserve",
        tr("&Reserve…"),
        tr("Promise some of the selected stock, so that nobody else can"),
        Qt::CTRL | Qt::Key_R,
        u"reserve"_s);
    add(ActionKind::Release,
        "release",
        tr("Re&lease…"),
        tr("Give back what was reserved by hand"),
        Qt::CTRL | Qt::SHIFT | Qt::Key_R,
        u"release"_s);
    add(ActionKind::Ship,
        "ship",
        tr("&Ship…"),
        tr("Send out what was reserved"),
        Qt::CTRL | Qt::Key_S,
        u"ship"_s);
    add(ActionKind::Move,
        "move",
        tr("&Move…"),
        tr("Bring stock to another bin, zone or warehouse"),
        Qt::CTRL | Qt::Key_M,
        u"move"_s);
    add(ActionKind::Adjust,
        "adjust",
        tr("&Adjust…"),
        tr("Correct the quantity by what was found too much or too little"),
        Qt::CTRL | Qt::Key_J,
        u"adjust"_s);
    add(ActionKind::ChangeStatus,
        "changeStatus",
        tr("S&tatus…"),
        tr("Quarantine stock, mark it as damaged, or make it available again"),
        Qt::CTRL | Qt::Key_T,
        u"status"_s);
}

void WindowActions::makeOthers()
{
    openDatabase = make("openDatabase",
                        tr("&Open database…"),
                        tr("Open another file, or connect to a server"),
                        QKeySequence(Qt::CTRL | Qt::Key_O),
                        u"folder"_s);
    newWindow = make("newWindow",
                     tr("New &window"),
                     tr("Show the same stock in a second window"),
                     QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    quit = make("quit", tr("&Quit"), tr("Close all windows"), QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit->setMenuRole(QAction::QuitRole);
    copy = make("copyRow",
                tr("&Copy row"),
                tr("Copy the selected row as text"),
                QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
                u"copy"_s);
    find = make("find",
                tr("&Search or scan"),
                tr("Search by product, name, barcode, lot or bin; scanners type here"),
                QKeySequence(),
                u"search"_s);
    find->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_K), QKeySequence(Qt::CTRL | Qt::Key_F)});
    refresh = make("refresh",
                   tr("Re&fresh"),
                   tr("Read what is shown again, now"),
                   QKeySequence(Qt::Key_F5),
                   u"refresh"_s);
    showPlaces = make("showPlaces",
                      tr("&Warehouses and zones"),
                      tr("Show or hide the tree of warehouses and zones"),
                      QKeySequence(Qt::CTRL | Qt::Key_B));
    showDetails = make("showDetails",
                       tr("&Details"),
                       tr("Show or hide the details of the selected row"),
                       QKeySequence(Qt::CTRL | Qt::Key_D));
    showPlaces->setCheckable(true);
    showDetails->setCheckable(true);
    showPlaces->setChecked(true);
    showDetails->setChecked(true);
    goToPlaces = make("goToPlaces",
                      tr("Go to the &zones"),
                      tr("Choose a zone with the keyboard"),
                      QKeySequence(Qt::CTRL | Qt::Key_1));
    goToStock = make("goToStock",
                     tr("Go to the &table"),
                     tr("Choose a row with the keyboard"),
                     QKeySequence(Qt::CTRL | Qt::Key_2));
    goToHistory = make("goToHistory",
                       tr("Go to the &history"),
                       tr("Read the history of the selected row with the keyboard"),
                       QKeySequence(Qt::CTRL | Qt::Key_3));
    shortcuts = make(
        "shortcuts", tr("&Keyboard shortcuts"), tr("List every shortcut"), QKeySequence(Qt::Key_F1));
    about = make("about",
                 tr("&About Tanaban"),
                 tr("Version and licence"),
                 QKeySequence(Qt::SHIFT | Qt::Key_F1));
    about->setMenuRole(QAction::AboutRole);
}

void WindowActions::fill(QMenuBar *bar, QMenu *filters) const
{
    bar->clear();
    QMenu *file = bar->addMenu(tr("&File"));
    file->addAction(openDatabase);
    file->addAction(newWindow);
    file->addSeparator();
    file->addAction(quit);

    QMenu *edit = bar->addMenu(tr("&Edit"));
    edit->addAction(find);
    edit->addAction(copy);

    QMenu *view = bar->addMenu(tr("&View"));
    view->addAction(refresh);
    if (filters)
        view->addMenu(filters);
    view->addSeparator();
    view->addActions({showPlaces, showDetails});
    view->addSeparator();
    view->addActions({goToPlaces, goToStock, goToHistory});
    view->addSeparator();
    view->addMenu(theme);
    view->addMenu(language);

    QMenu *stockMenu = bar->addMenu(tr("&Stock"));
    stockMenu->addAction(stock(ActionKind::Receive));
    stockMenu->addSeparator();
    stockMenu->addActions(
        {stock(ActionKind::Reserve), stock(ActionKind::Release), stock(ActionKind::Ship)});
    stockMenu->addSeparator();
    stockMenu->addActions(
        {stock(ActionKind::Move), stock(ActionKind::Adjust), stock(ActionKind::ChangeStatus)});

    QMenu *help = bar->addMenu(tr("&Help"));
    help->addActions({shortcuts, about});
}

QList<QAction *> WindowActions::stockActions() const
{
    QList<QAction *> actions;
    for (const auto &[kind, action] : m_stock)
        actions << action;
    return actions;
}

QList<QAction *> WindowActions::rowActions() const
{
    QList<QAction *> actions = stockActions();
    actions.removeOne(stock(ActionKind::Receive));
    return actions;
}

void WindowActions::setRow(const StockListRow *row, std::optional<Role> role)
{
    for (const auto &[kind, action] : m_stock) {
        const std::optional<QString> reason = ActionController::whyNot(kind, row, role);
        action->setEnabled(!reason);
        const QString &tip = m_tips.at(kind);
        action->setStatusTip(reason ? *reason : tip);
        const QString shortcut = action->shortcut().toString(QKeySequence::NativeText);
        action->setToolTip(reason ? *reason : QString(tip + u" ("_s + shortcut + u')'));
    }
    copy->setEnabled(row != nullptr);
}

void WindowActions::setOpen(bool open)
{
    for (QAction *action :
         {find, refresh, showPlaces, showDetails, goToPlaces, goToStock, goToHistory, newWindow})
        action->setEnabled(open);
    if (!open) {
        for (QAction *action : stockActions()) {
            action->setEnabled(false);
            action->setToolTip(tr("No database is open."));
            action->setStatusTip(action->toolTip());
        }
        copy->setEnabled(false);
    }
}

} // namespace tanaban::ui
