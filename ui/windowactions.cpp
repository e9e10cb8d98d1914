#include "ui/windowactions.h"

#include "ui/actiontext.h"
#include "ui/look/icons.h"
#include "ui/placelist.h"

#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

WindowActions::WindowActions(const std::vector<PlaceEntry> &places, QWidget *window)
    : QObject(window)
    , m_window(window)
{
    makeStockActions();
    makePlaceActions(places);
    makeFileActions();
    makeOrderActions();
    makeWindows();
    makeOthers();
    recent = new QMenu(tr("&Recent"), window);
    theme = new QMenu(tr("&Theme"), window);
    language = new QMenu(tr("&Language"), window);
    size = new QMenu(tr("Si&ze"), window);
    scanner = new QMenu(tr("S&canner"), window);
    setRows({}, std::nullopt);
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
    action->setProperty("symbol", symbol); // for who draws it larger
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
        action->setIconText(plainText(text));
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

void WindowActions::makePlaceActions(const std::vector<PlaceEntry> &places)
{
    auto *group = new QActionGroup(m_window);
    for (const PlaceEntry &entry : places) {
        QAction *action = make("goToPlace", entry.title, entry.tip, entry.shortcut, entry.symbol);
        action->setCheckable(true);
        action->setData(entry.id);
        group->addAction(action);
        connect(
            action, &QAction::triggered, this, [this, id = entry.id] { Q_EMIT placeWanted(id); });
        m_places << action;
    }
}

void WindowActions::makeFileActions()
{
    tryDemo = make("tryDemo",
                   tr("Try the &demo company"),
                   tr("A wholesaler of our invention, with products, stock and a month of history"),
                   QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_D),
                   u"tanaban"_s);
    newCompany = make("newCompany",
                      tr("&Start empty…"),
                      tr("Name the first warehouse, and begin with nothing in it"),
                      QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_N),
                      u"warehouse"_s);
    importFiles = make("importFiles",
                       tr("&Import files…"),
                       tr("Bring in places, products, partners and stock from tables (CSV, XLSX)"),
                       QKeySequence(Qt::CTRL | Qt::Key_I),
                       u"import"_s);
    exportTable = make("exportTable",
                       tr("&Export the table…"),
                       tr("Write what the table shows into a file for other programs"),
                       QKeySequence(Qt::CTRL | Qt::Key_E));
    exportTable->setEnabled(false);
    printTable = make("printTable",
                      tr("&Print the table…"),
                      tr("Print what the table shows, or save it as PDF"),
                      QKeySequence(Qt::CTRL | Qt::Key_P));
    printTable->setEnabled(false);
    movementReport = make("movementReport",
                          tr("&Movement report…"),
                          tr("What went into and out of a zone over some days, to be printed"),
                          QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_M));
    backUp = make("backUp",
                  tr("&Back up…"),
                  tr("Copy the database while others work, and every day"),
                  QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B));
    restoreCopy = make("restoreCopy",
                       tr("Restore a cop&y…"),
                       tr("Bring a copy back into a new file, and compare before going on with it"),
                       QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_B));
    openDatabase = make("openDatabase",
                        tr("&Open database…"),
                        tr("Open a database file of this computer"),
                        QKeySequence(Qt::CTRL | Qt::Key_O),
                        u"folder"_s);
    connectServer = make("connectServer",
                         tr("&Connect to a server…"),
                         tr("Work with others on one PostgreSQL database"),
                         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O),
                         u"server"_s);
}

void WindowActions::makeOrderActions()
{
    allocateAll = make("allocateAll",
                       tr("&Allocate all open orders…"),
                       tr("Give stock to every open order that lacks some, in one go"),
                       QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_A),
                       u"reserve"_s);
    reviewAllocations = make("reviewAllocations",
                             tr("&Review allocations…"),
                             tr("What is set aside for orders and waits for somebody to agree"),
                             QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_R));
    strategies = make("strategies",
                      tr("&Strategies…"),
                      tr("Choose how stock is picked for orders, and save rules by a name"),
                      QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_S));
    compareStrategies = make("compareStrategies",
                             tr("&Compare strategies…"),
                             tr("What all open orders would get by one strategy or by another"),
                             QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C));
    zonePriorities = make("zonePriorities",
                          tr("Zone &priorities…"),
                          tr("From which zones stock is taken first, and what that does to orders"),
                          QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_P));
}

void WindowActions::makeWindows()
{
    newWindow = make("newWindow",
                     tr("New &window"),
                     tr("Show the same stock in a second window"),
                     QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    placeWindow = make("placeWindow",
                       tr("Open in a &window of its own"),
                       tr("Show this place alone in a second window"),
                       QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    closeWindow = make("closeWindow",
                       tr("&Close window"),
                       tr("Close this window; the others stay"),
                       QKeySequence(Qt::CTRL | Qt::Key_W));
    quit = make("quit", tr("&Quit"), tr("Close all windows"), QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit->setMenuRole(QAction::QuitRole);
}

void WindowActions::makeOthers()
{
    undo = make("undo",
                tr("&Undo"),
                tr("Take back what you did last, as long as the stock has not gone on"),
                QKeySequence(Qt::CTRL | Qt::Key_Z));
    undo->setEnabled(false);
    copy = make("copyRow",
                tr("&Copy"),
                tr("Copy what is selected as text"),
                QKeySequence(Qt::CTRL | Qt::Key_C),
                u"copy"_s);
    copy->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_C), // a field with the keyboard takes it first
         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)});
    selectAll = make("selectAll",
                     tr("Select a&ll"),
                     tr("Select every row of the list"),
                     QKeySequence(Qt::CTRL | Qt::Key_A));
    find = make("find",
                tr("&Search or scan"),
                tr("Search in the place that is shown; scanners type here"),
                QKeySequence(Qt::CTRL | Qt::Key_F),
                u"search"_s);
    settings = make("settings",
                    tr("S&ettings…"),
                    tr("Language, colours, size, scanner, and when you are asked"),
                    QKeySequence(Qt::CTRL | Qt::Key_Comma));
    settings->setMenuRole(QAction::PreferencesRole);
    palette = make("palette",
                   tr("Go to &anything…"),
                   tr("Find a place, an action, a product, a bin or a lot by its name"),
                   QKeySequence(Qt::CTRL | Qt::Key_K));
    refresh = make("refresh",
                   tr("Re&fresh"),
                   tr("Read what is shown again, now"),
                   QKeySequence(Qt::Key_F5),
                   u"refresh"_s);
    showPlaces = make("showPlaces",
                      tr("Side &bar"),
                      tr("Show or hide the places, warehouses and zones"),
                      QKeySequence(Qt::CTRL | Qt::Key_B));
    showDetails = make("showDetails",
                       tr("&Details"),
                       tr("Show or hide the details of what is selected"),
                       QKeySequence(Qt::CTRL | Qt::Key_D));
    showPlaces->setCheckable(true);
    showDetails->setCheckable(true);
    showPlaces->setChecked(true);
    showDetails->setChecked(true);
    nextPanel = make("nextPanel",
                     tr("&Next panel"),
                     tr("The keyboard goes on to side bar, place or details"),
                     QKeySequence(Qt::Key_F6));
    previousPanel = make("previousPanel",
                         tr("&Previous panel"),
                         tr("The keyboard goes back to side bar, place or details"),
                         QKeySequence(Qt::SHIFT | Qt::Key_F6));
    manual = make(
        "manual", tr("&Manual"), tr("Read about the place you are in"), QKeySequence(Qt::Key_F1));
    searchHelp = make("searchHelp",
                      tr("How to &search"),
                      tr("Show what can be typed in the search field, by examples"),
                      QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F1),
                      u"help"_s);
    shortcuts = make("shortcuts",
                     tr("&Keyboard shortcuts"),
                     tr("List every shortcut"),
                     QKeySequence(Qt::CTRL | Qt::Key_F1));
    about = make("about",
                 tr("&About Tanaban"),
                 tr("Version and licence"),
                 QKeySequence(Qt::SHIFT | Qt::Key_F1));
    about->setMenuRole(QAction::AboutRole);
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

void WindowActions::setRows(const QList<StockListRow> &rows, std::optional<Role> role)
{
    for (const auto &[kind, action] : m_stock) {
        const std::optional<QString> reason =
            m_reachable ? ActionController::whyNot(kind, rows, role)
                        : tr("The database does not answer, so nothing can be changed just now.");
        action->setEnabled(!reason);
        const QString &tip = m_tips.at(kind);
        action->setStatusTip(reason ? *reason : tip);
        const QString shortcut = action->shortcut().toString(QKeySequence::NativeText);
        action->setToolTip(reason ? *reason : QString(tip + u" ("_s + shortcut + u')'));
    }
}

void WindowActions::setReachable(bool reachable)
{
    m_reachable = reachable;
}

void WindowActions::setUndo(const QString &deed, const QString &whyNot)
{
    undo->setEnabled(!deed.isEmpty());
    //: %1 is a sentence that says what was done.
    undo->setText(deed.isEmpty() ? tr("&Undo")
                                 : tr("&Undo: %1").arg(QString(deed).replace(u'&', u"&&"_s)));
    undo->setIconText(tr("Undo"));
    undo->setStatusTip(
        deed.isEmpty() ? whyNot
                       : tr("Take back what you did last, as long as the stock has not gone on"));
    undo->setToolTip(undo->statusTip());
}

void WindowActions::setTable(bool there)
{
    for (QAction *action : {exportTable, printTable}) {
        action->setEnabled(there);
        action->setToolTip(there ? action->statusTip() : tr("There is no table here."));
    }
}

void WindowActions::setOpen(bool open)
{
    for (QAction *action : QList<QAction *>{find,
                                            backUp,
                                            restoreCopy,
                                            movementReport,
                                            allocateAll,
                                            reviewAllocations,
                                            strategies,
                                            compareStrategies,
                                            zonePriorities,
                                            refresh,
                                            copy,
                                            selectAll,
                                            showPlaces,
                                            showDetails,
                                            nextPanel,
                                            previousPanel,
                                            newWindow}
                               + m_places)
        action->setEnabled(open);
    if (!open) {
        for (QAction *action : stockActions()) {
            action->setEnabled(false);
            action->setToolTip(tr("No database is open."));
            action->setStatusTip(action->toolTip());
        }
    }
}

} // namespace tanaban::ui
