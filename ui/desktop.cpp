#include "ui/desktop.h"

#include "ui/backup/dailybackup.h"
#include "ui/language.h"
#include "ui/look/scale.h"
#include "ui/start/databaseactions.h"
#include "ui/start/recentdatabases.h"
#include "ui/workspace.h"

#include <QApplication>
#include <QSettings>
#include <QTimer>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostWindows = 20;
constexpr int askAgainMilliseconds = 50;
constexpr QLatin1String openKey("open");
constexpr QLatin1String onlyKey("only");

} // namespace

Desktop::Desktop(Environment environment, Theme &theme, QObject *parent)
    : QObject(parent)
    , m_environment(std::move(environment))
    , m_theme(theme)
{}

Desktop::~Desktop()
{
    closeWindows();
}

void Desktop::start(const DatabaseUrl &url, const QString &actor)
{
    begin(url, actor);
    m_session->open();
    newWindow();
}

void Desktop::make(const DatabaseUrl &url, const NewContent &content)
{
    begin(url, QString());
    m_session->make(content);
    newWindow();
}

void Desktop::makeForImport(const DatabaseUrl &url)
{
    make(url, {});
    connect(m_session.get(), &Session::opened, this, [this] {
        firstWindow()->databases().importFiles();
    });
}

void Desktop::begin(const DatabaseUrl &url, const QString &actor)
{
    closeWindows();
    m_session = std::make_unique<Session>(m_environment, url, actor);
    connect(m_session.get(), &Session::opened, this, [this] { rememberDatabase(m_session->url()); });
    connect(m_session.get(), &Session::opened, this, &Desktop::reopenWindows);
    auto *daily = new DailyBackup(*m_session, m_session.get());
    connect(daily, &DailyBackup::message, this, [this](const QString &text) {
        for (const QPointer<MainWindow> &window : m_windows) {
            if (window)
                window->setMessage(text);
        }
    });
}

int Desktop::freeNumber() const
{
    int number = 0;
    while (std::ranges::any_of(m_windows, [number](const QPointer<MainWindow> &window) {
        return window && window->start().number == number;
    }))
        ++number;
    return number;
}

MainWindow *Desktop::newWindow(WindowStart start)
{
    if (start.number == 0)
        start.number = freeNumber();
    auto *window = new MainWindow(*m_session, m_theme, start);
    if (m_session->state() == Session::State::Open) {
        PersonalSettings settings = settingsOf(*window);
        settings.setValue(openKey, true);
        settings.setValue(onlyKey, start.only);
    }
    window->setAttribute(Qt::WA_DeleteOnClose);
    // What the window asks for ends the window: after its own slot has returned.
    connect(window, &MainWindow::newWindowWanted, this, &Desktop::newWindow, Qt::QueuedConnection);
    connect(window, &MainWindow::elsewhereWanted, this, &Desktop::goElsewhere, Qt::QueuedConnection);
    connect(window, &MainWindow::closed, this, [this, window] { onClosed(*window); });
    connect(
        window, &MainWindow::languageChosen, this, &Desktop::switchLanguage, Qt::QueuedConnection);
    connect(window, &MainWindow::scaleChosen, this, &Desktop::switchScale, Qt::QueuedConnection);
    const DatabaseActions *databases = &window->databases();
    connect(
        databases,
        &DatabaseActions::openWanted,
        this,
        [this](const DatabaseUrl &url) { this->start(url, QString()); },
        Qt::QueuedConnection);
    connect(databases, &DatabaseActions::makeWanted, this, &Desktop::make, Qt::QueuedConnection);
    connect(databases,
            &DatabaseActions::makeForImportWanted,
            this,
            &Desktop::makeForImport,
            Qt::QueuedConnection);
    connect(window, &MainWindow::quitWanted, this, &Desktop::quit);
    window->show();
    m_windows.emplace_back(window);
    return window;
}

MainWindow *Desktop::firstWindow() const
{
    for (const QPointer<MainWindow> &window : m_windows) {
        if (window)
            return window;
    }
    return nullptr;
}

void Desktop::switchLanguage(const QString &code)
{
    QSettings().setValue(u"language"_s, code);
    whenIdle([this, code] {
        useLanguage(code);
        closeWindows();
        newWindow();
        if (m_session->state() == Session::State::Open)
            reopenWindows();
    });
}

void Desktop::switchScale(int percent)
{
    chooseScale(percent);
    whenIdle([this] {
        closeWindows();
        Q_EMIT restartWanted();
    });
}

/// What is on its way belongs to a form that waits for it.
void Desktop::whenIdle(const std::function<void()> &act)
{
    const bool busy = std::ranges::any_of(m_windows, [](const QPointer<MainWindow> &window) {
        return window && window->workspace() && window->workspace()->busy();
    });
    if (busy)
        QTimer::singleShot(askAgainMilliseconds, this, [this, act] { whenIdle(act); });
    else
        act();
}

PersonalSettings Desktop::settingsOf(const MainWindow &window) const
{
    return PersonalSettings(m_session->url(), m_session->actor())
        .part(keyOfWindow(window.start().number));
}

/// Those that were open beside the first one when this person last left.
void Desktop::reopenWindows()
{
    const PersonalSettings settings(m_session->url(), m_session->actor());
    for (int number = 1; number < mostWindows; ++number) {
        const PersonalSettings own = settings.part(keyOfWindow(number));
        if (own.value(openKey).toBool())
            newWindow({number, own.value(onlyKey).toString(), {}, {}});
    }
    firstWindow()->raise();
    firstWindow()->activateWindow();
}

/// A window that is closed by itself does not come back; the last one, and those that are open when
/// the program ends, do.
void Desktop::onClosed(const MainWindow &window)
{
    const bool last = std::ranges::none_of(m_windows, [&window](const auto &each) {
        return each && each != &window && each->isVisible();
    });
    if (!m_quitting && !last && m_session->state() == Session::State::Open)
        settingsOf(window).setValue(openKey, false);
}

void Desktop::goElsewhere(const Target &target)
{
    MainWindow *window = nullptr;
    for (const QPointer<MainWindow> &each : m_windows) {
        if (each && each->isVisible() && each->start().only.isEmpty())
            window = each;
    }
    if (!window)
        window = newWindow();
    window->workspace()->go(target);
    window->workspace()->current().takeFocus();
    window->raise();
    window->activateWindow();
}

void Desktop::quit()
{
    m_quitting = true;
    if (inUse()) { // closing a form would throw away what is typed in it
        closeWindows();
        QCoreApplication::quit();
    } else {
        QApplication::closeAllWindows();
    }
    m_quitting = false;
}

/// Somebody is typing in a form.
bool Desktop::inUse() const
{
    return std::ranges::any_of(m_windows, [](const QPointer<MainWindow> &window) {
        return window && window->workspace() && !window->workspace()->drafts().isEmpty();
    });
}

void Desktop::closeWindows()
{
    for (const QPointer<MainWindow> &window : m_windows)
        delete window;
    m_windows.clear();
}

} // namespace tanaban::ui
