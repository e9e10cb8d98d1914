#pragma once

#include "model/makedatabase.h"

#include <QObject>
#include <QPointer>

class QMenu;

namespace tanaban::ui {

class Session;
class WindowActions;

/// The actions of the menu File that lead to a database, with their dialogs: try the demo company,
/// start empty, import, open a file, connect to a server, and what was open before.
class DatabaseActions : public QObject
{
    Q_OBJECT

public:
    DatabaseActions(Session &session, const WindowActions &actions, QWidget *window);

    void openDatabase();
    void connectServer();
    void newCompany();
    /// Into the open database; where none is open, into a new one.
    void importFiles();

Q_SIGNALS:
    void openWanted(const tanaban::DatabaseUrl &url);
    void makeWanted(const tanaban::DatabaseUrl &url, const tanaban::NewContent &content);
    /// The same, and then files are imported into it.
    void makeForImportWanted(const tanaban::DatabaseUrl &url);
    void message(const QString &text);

private:
    void tryDemo();
    void backUp();
    void restore();
    void fillRecent();
    /// Where a new database goes when nobody says otherwise.
    DatabaseUrl newPlace(const QString &name) const;

    Session &m_session;
    QWidget *m_window;
    QMenu *m_recent;
};

} // namespace tanaban::ui
