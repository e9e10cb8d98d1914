#include "ui/mainwindow.h"

#include "ui/helpdialogs.h"
#include "ui/language.h"
#include "ui/look/icons.h"
#include "ui/look/lowarea.h"
#include "ui/look/scale.h"
#include "ui/look/symbol.h"
#include "ui/manual/manualwindow.h"
#include "ui/openingpage.h"
#include "ui/placelist.h"
#include "ui/scan/scanfeedback.h"
#include "ui/settingsdialog.h"
#include "ui/start/databaseactions.h"
#include "ui/start/recentdatabases.h"
#include "ui/statusline.h"
#include "ui/words.h"
#include "ui/workspace.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QStackedWidget>
#include <QTime>
#include <QToolBar>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int searchWidth = 420;

/// Not per person: a window opens before it is known who works in it.
QString geometryKey(int number)
{
    return u"window/geometry/"_s + QString::number(number);
}

} // namespace

MainWindow::MainWindow(Session &session, Theme &theme, const WindowStart &start, QWidget *parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_theme(theme)
    , m_start(start)
    , m_actions(new WindowActions(placeList(), this))
    , m_databases(new DatabaseActions(session, *m_actions, this))
    , m_pages(new QStackedWidget(this))
    , m_status(new StatusLine(m_actions->undo, this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("%1 — Tanaban", "title of the window; %1 is the database")
                       .arg(shortNameOf(session.url())));
    setWindowIcon(icon(u"tanaban"_s));
    auto *middle = new QWidget(this);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeLostStrip());
    column->addWidget(m_pages, 1);
    setCentralWidget(middle);
    makeToolBar();
    setStatusBar(m_status);
    m_status->setDatabase(shortNameOf(session.url()), session.url().toString());
    makeThemeMenu();
    makeLanguageMenu();
    makeSizeMenu();
    fillScannerMenu(*m_actions->scanner);
    connectActions();
    m_actions->fill(menuBar());
    m_actions->setOpen(false);
    resize(1280, 800);
    restoreGeometry(QSettings().value(geometryKey(start.number)).toByteArray());
    const QSize room = roomOnScreen(*this); // the frame is not there yet
    if (!room.isEmpty() && !isMaximized() && !isFullScreen())
        resize(size().boundedTo(room));

    connect(&session, &Session::opened, this, &MainWindow::showWorkspace);
    if (session.state() == Session::State::Open)
        showWorkspace();
    else
        showOpeningPage();
}

MainWindow::~MainWindow()
{
    hide();             // what is kept when it is hidden, is kept now
    delete m_workspace; // before the actions and the search field, which it uses
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    keepGeometry();
    QMainWindow::closeEvent(event);
    if (event->isAccepted())
        Q_EMIT closed();
}

void MainWindow::keepGeometry()
{
    QSettings settings;
    const QString key = geometryKey(m_start.number);
    if (settings.value(key) != saveGeometry())
        settings.setValue(key, saveGeometry());
}

void MainWindow::makeToolBar()
{
    auto *bar = addToolBar(tr("Tools"));
    bar->setObjectName(u"tools"_s);
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setContextMenuPolicy(Qt::NoContextMenu);
    m_search = new QLineEdit(bar);
    m_search->setObjectName(u"search"_s);
    m_search->setAccessibleName(tr("Search or scan"));
    m_search->setPlaceholderText(tr("Search or scan…  (Ctrl+F)"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_search->addAction(m_actions->searchHelp, QLineEdit::TrailingPosition);
    m_search->setFixedWidth(searchWidth);
    m_search->setEnabled(false);
    m_search->installEventFilter(this);
    bar->addWidget(m_search);
    auto *gap = new QWidget(bar);
    gap->setFixedWidth(12);
    bar->addWidget(gap);
    bar->addActions({m_actions->stock(ActionKind::Receive),
                     m_actions->stock(ActionKind::Move),
                     m_actions->stock(ActionKind::Ship)});
    auto *stretch = new QWidget(bar);
    stretch->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(stretch);

    auto *connection = new QWidget(bar);
    auto *layout = new QHBoxLayout(connection);
    layout->setContentsMargins(8, 0, 4, 0);
    layout->setSpacing(4);
    m_connectionSymbol = new Symbol(u"connected"_s, 14, connection);
    m_connection = new QLabel(connection);
    m_connection->setObjectName(u"connectionState"_s);
    layout->addWidget(m_connectionSymbol);
    layout->addWidget(m_connection);
    connection->hide();
    bar->addWidget(connection)->setVisible(false);
}

QWidget *MainWindow::makeLostStrip()
{
    m_lostStrip = new QWidget(this);
    m_lostStrip->setObjectName(u"strip"_s); // for its look
    m_lostStrip->setAttribute(Qt::WA_StyledBackground);
    m_lostText = new QLabel(m_lostStrip);
    m_lostText->setObjectName(u"lostText"_s);
    m_lostText->setWordWrap(true);
    auto *symbol = new Symbol(u"disconnected"_s, 16, m_lostStrip);
    symbol->setSymbol(u"disconnected"_s, Symbol::Tone::Bad);
    auto *layout = new QHBoxLayout(m_lostStrip);
    layout->setContentsMargins(16, 6, 16, 6);
    layout->setSpacing(8);
    layout->addWidget(symbol);
    layout->addWidget(m_lostText, 1);
    m_lostStrip->hide();
    return m_lostStrip;
}

void MainWindow::makeThemeMenu()
{
    auto *group = new QActionGroup(this);
    const auto add = [&](ThemeChoice choice, const QString &text, const QString &tip) {
        QAction *action = m_actions->theme->addAction(text);
        action->setStatusTip(tip);
        action->setCheckable(true);
        action->setChecked(m_theme.choice() == choice);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice] {
            m_theme.choose(choice);
            QSettings().setValue(u"theme"_s, codeOf(choice));
        });
    };
    add(ThemeChoice::System, tr("As the &desktop"), tr("Light or dark, as the desktop is set"));
    add(ThemeChoice::Light, tr("&Light"), tr("Dark text on a light ground"));
    add(ThemeChoice::Dark, tr("D&ark"), tr("Light text on a dark ground"));
}

void MainWindow::makeLanguageMenu()
{
    auto *group = new QActionGroup(this);
    const auto add = [&](const QString &code, const QString &text) {
        QAction *action = m_actions->language->addAction(text);
        action->setStatusTip(tr("Show the window in this language"));
        action->setCheckable(true);
        action->setChecked(languageInUse() == code);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, code] { Q_EMIT languageChosen(code); });
    };
    add(u"en"_s, u"&English"_s); // a language is called by its own name
    add(u"ja"_s, u"日本語(&J)"_s);
}

void MainWindow::makeSizeMenu()
{
    auto *group = new QActionGroup(this);
    for (const int percent : scales()) {
        QAction *action = m_actions->size->addAction(tr("%1 %").arg(percent));
        action->setStatusTip(tr("Show everything in this size"));
        action->setCheckable(true);
        action->setChecked(percent == chosenScale());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, percent] { Q_EMIT scaleChosen(percent); });
    }
}

void MainWindow::connectActions()
{
    connect(m_databases, &DatabaseActions::message, this, &MainWindow::setMessage);
    connect(m_actions->newWindow, &QAction::triggered, this, [this] {
        Q_EMIT newWindowWanted(m_workspace->here());
    });
    connect(m_actions->placeWindow, &QAction::triggered, this, [this] {
        WindowStart start = m_workspace->here();
        start.only = start.place;
        Q_EMIT newWindowWanted(start);
    });
    connect(m_actions->closeWindow, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->quit, &QAction::triggered, this, &MainWindow::quitWanted);
    connect(m_actions->manual, &QAction::triggered, this, &MainWindow::showManual);
    connect(m_actions->shortcuts, &QAction::triggered, this, &MainWindow::showShortcuts);
    connect(m_actions->about, &QAction::triggered, this, &MainWindow::showAbout);
    connect(m_actions->settings, &QAction::triggered, this, &MainWindow::showSettings);
}

void MainWindow::showManual()
{
    auto *manual = findChild<ManualWindow *>();
    if (!manual)
        manual = new ManualWindow(this);
    manual->showPage(m_workspace ? m_workspace->current().id() : QString());
    manual->show();
    manual->raise();
    manual->activateWindow();
}

void MainWindow::showShortcuts()
{
    auto *dialog = new ShortcutsDialog(*m_actions, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showAbout()
{
    auto *dialog = new AboutDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showSettings()
{
    auto *dialog = new SettingsDialog(*m_actions, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showOpeningPage()
{
    m_openingPage = new OpeningPage(m_session, *m_actions, this);
    connect(m_openingPage, &OpeningPage::databaseChosen, m_databases, &DatabaseActions::openWanted);
    m_pages->addWidget(m_openingPage);
    m_pages->setCurrentWidget(m_openingPage);
}

void MainWindow::showWorkspace()
{
    m_actions->setOpen(true);
    m_search->setEnabled(true);
    m_workspace = new Workspace(m_session, *m_actions, *m_search, m_start, this);
    m_pages->addWidget(m_workspace);
    m_pages->setCurrentWidget(m_workspace);
    if (m_openingPage)
        m_openingPage->deleteLater();
    m_openingPage = nullptr;
    m_search->setFocus();

    connect(m_workspace, &Workspace::message, this, &MainWindow::setMessage);
    connect(m_workspace, &Workspace::elsewhereWanted, this, &MainWindow::elsewhereWanted);
    connect(m_workspace, &Workspace::kept, this, &MainWindow::keepGeometry);
    const auto showTitle = [this](const QString &title) {
        setWindowTitle(tr("%1 — %2 — Tanaban", "title of the window: place, database")
                           .arg(title, shortNameOf(m_session.url())));
    };
    connect(m_workspace, &Workspace::titleChanged, this, showTitle);
    showTitle(m_workspace->current().title());
    const ChangeWatcher &watcher = m_workspace->watcher();
    connect(&watcher, &ChangeWatcher::connectionChanged, this, &MainWindow::setConnected);
    connect(&watcher, &ChangeWatcher::answered, this, [this] {
        m_status->setAnswered(QTime::currentTime());
    });
    setConnected(true);
    showPerson();
    if (const QString copy = m_session.copyOfOlder(); !copy.isEmpty())
        setMessage(tr("The data was brought up to date for this program. As it was before, it lies "
                      "in %1.")
                       .arg(copy));
}

void MainWindow::takeScan(const ScannedCode &code, QWidget *field, ScanFeedback &feedback)
{
    m_workspace->takeScan(code, field, feedback);
}

void MainWindow::setMessage(const QString &text)
{
    m_status->say(text);
}

void MainWindow::setConnected(bool connected)
{
    m_lostText->setText(
        tr("The database does not answer since %1. What you see is from before; nothing typed is "
           "lost.")
            .arg(QLocale().toString(m_workspace->watcher().lastAnswer().time(),
                                    QLocale::ShortFormat)));
    m_lostStrip->setHidden(connected);
    m_connectionSymbol->setSymbol(connected ? u"connected"_s : u"disconnected"_s,
                                  connected ? Symbol::Tone::Good : Symbol::Tone::Bad);
    m_connection->setText(connected ? tr("Connected") : tr("No answer"));
    m_connection->parentWidget()->setToolTip(
        connected ? tr("The database answers.")
                  : tr("The database does not answer. What is shown is from before; the window "
                       "goes on asking."));
    for (QAction *action : findChild<QToolBar *>(u"tools"_s)->actions()) {
        if (findChild<QToolBar *>(u"tools"_s)->widgetForAction(action)
            == m_connection->parentWidget())
            action->setVisible(true);
    }
}

void MainWindow::showPerson()
{
    m_session.runner().run(
        this,
        [&store = m_session.store()] { return std::pair(store.actor(), store.people()); },
        [this](const std::pair<QString, Read<std::vector<Person>>> &answer) {
            m_status->setPerson(answer.first);
            if (!answer.second)
                return;
            for (const Person &person : *answer.second) {
                if (person.login == answer.first)
                    m_status->setPerson(person.name + u" · " + Words::of(person.role));
            }
        });
}

} // namespace tanaban::ui
