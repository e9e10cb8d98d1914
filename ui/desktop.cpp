#include "ui/desktop.h"

#include "ui/language.h"
#include "ui/start/databaseactions.h"
#include "ui/start/recentdatabases.h"

#include <QApplication>
#include <QSettings>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

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
}

MainWindow *Desktop::newWindow()
{
    auto *window = new MainWindow(*m_session, m_theme);
    window->setAttribute(Qt::WA_DeleteOnClose);
    // What the window asks for ends the window: after its own slot has returned.
    connect(window, &MainWindow::newWindowWanted, this, &Desktop::newWindow, Qt::QueuedConnection);
    connect(
        window, &MainWindow::languageChosen, this, &Desktop::switchLanguage, Qt::QueuedConnection);
    const DatabaseActions *databases = &window->databases();
    connect(
        databases,
        &DatabaseActions::openWanted,
        this,
        [this](const DatabaseUrl &url) { start(url, QString()); },
        Qt::QueuedConnection);
    connect(databases, &DatabaseActions::makeWanted, this, &Desktop::make, Qt::QueuedConnection);
    connect(databases,
            &DatabaseActions::makeForImportWanted,
            this,
            &Desktop::makeForImport,
            Qt::QueuedConnection);
    connect(window, &MainWindow::quitWanted, qApp, &QApplication::closeAllWindows);
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
    useLanguage(code);
    closeWindows();
    newWindow();
}

void Desktop::closeWindows()
{
    for (const QPointer<MainWindow> &window : m_windows)
        delete window;
    m_windows.clear();
}

} // namespace tanaban::ui
