#include "ui/start/databaseactions.h"

#include "model/defaultdatabase.h"
#include "ui/backup/backupdialog.h"
#include "ui/backup/restoredialog.h"
#include "ui/import/importdialog.h"
#include "ui/opendatabasedialog.h"
#include "ui/session.h"
#include "ui/start/connectdialog.h"
#include "ui/start/newcompanydialog.h"
#include "ui/start/recentdatabases.h"
#include "ui/windowactions.h"

#include <QDir>
#include <QFileInfo>
#include <QMenu>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

DatabaseActions::DatabaseActions(Session &session, const WindowActions &actions, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
    , m_recent(actions.recent)
{
    connect(actions.openDatabase, &QAction::triggered, this, &DatabaseActions::openDatabase);
    connect(actions.connectServer, &QAction::triggered, this, &DatabaseActions::connectServer);
    connect(actions.newCompany, &QAction::triggered, this, &DatabaseActions::newCompany);
    connect(actions.tryDemo, &QAction::triggered, this, &DatabaseActions::tryDemo);
    connect(actions.importFiles, &QAction::triggered, this, &DatabaseActions::importFiles);
    connect(actions.backUp, &QAction::triggered, this, &DatabaseActions::backUp);
    connect(actions.restoreCopy, &QAction::triggered, this, &DatabaseActions::restore);
    connect(m_recent, &QMenu::aboutToShow, this, &DatabaseActions::fillRecent);
    fillRecent();
}

void DatabaseActions::fillRecent()
{
    m_recent->clear();
    for (const DatabaseUrl &url : recentDatabases()) {
        QAction *action = m_recent->addAction(shortNameOf(url).replace(u'&', u"&&"_s));
        action->setObjectName(u"recentDatabase"_s);
        action->setStatusTip(whereIs(url));
        action->setEnabled(m_session.state() != Session::State::Open || url != m_session.url());
        connect(action, &QAction::triggered, this, [this, url] { Q_EMIT openWanted(url); });
    }
    m_recent->menuAction()->setEnabled(!m_recent->isEmpty());
}

void DatabaseActions::openDatabase()
{
    auto *dialog = new OpenDatabaseDialog(m_session.url(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &OpenDatabaseDialog::chosen, this, &DatabaseActions::openWanted);
    dialog->open();
}

void DatabaseActions::connectServer()
{
    auto *dialog = new ConnectDialog(
        m_session.url(), m_session.environment().computerLogin, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ConnectDialog::chosen, this, &DatabaseActions::openWanted);
    dialog->open();
}

void DatabaseActions::newCompany()
{
    auto *dialog = new NewCompanyDialog(newPlace(u"tanaban"_s).path, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog,
            &NewCompanyDialog::chosen,
            this,
            [this](const DatabaseUrl &url, const FirstWarehouse &warehouse) {
                Q_EMIT makeWanted(url, warehouse);
            });
    dialog->open();
}

void DatabaseActions::tryDemo()
{
    // Beside the place of the real data, which stays free for it.
    DatabaseUrl demo = defaultDatabase();
    demo.path = QFileInfo(demo.path).dir().filePath(u"demo.db"_s);
    const bool named = m_session.state() == Session::State::Failed
                       && m_session.failure().kind == OpenFailure::Kind::Missing
                       && m_session.url().engine == DatabaseUrl::Engine::Sqlite
                       && m_session.url() != defaultDatabase();
    if (named)
        demo = m_session.url();
    if (QFileInfo::exists(demo.path))
        Q_EMIT openWanted(demo);
    else
        Q_EMIT makeWanted(demo, DemoCompany{m_session.environment().demoRows});
}

void DatabaseActions::importFiles()
{
    if (m_session.state() != Session::State::Open) {
        Q_EMIT makeForImportWanted(newPlace(u"tanaban"_s));
        return;
    }
    auto *dialog = new ImportDialog(m_session, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::imported, this, &DatabaseActions::message);
    dialog->open();
}

void DatabaseActions::backUp()
{
    auto *dialog = new BackupDialog(m_session, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BackupDialog::copied, this, &DatabaseActions::message);
    dialog->open();
}

void DatabaseActions::restore()
{
    if (m_session.url().engine != DatabaseUrl::Engine::Sqlite) {
        backUp(); // which tells how it is done at the server
        return;
    }
    auto *dialog = new RestoreDialog(m_session, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RestoreDialog::chosen, this, &DatabaseActions::openWanted);
    dialog->open();
}

DatabaseUrl DatabaseActions::newPlace(const QString &name) const
{
    const bool here = m_session.state() == Session::State::Failed
                      && m_session.url().engine == DatabaseUrl::Engine::Sqlite;
    DatabaseUrl url = here ? m_session.url() : defaultDatabase();
    const QDir folder = QFileInfo(url.path).dir();
    for (int number = 2; QFileInfo::exists(url.path); ++number)
        url.path = folder.filePath(u"%1-%2.db"_s.arg(name).arg(number));
    return url;
}

} // namespace tanaban::ui
