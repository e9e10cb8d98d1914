#pragma once

#include "tests/ui/windowfixture.h"
#include "ui/records/recordform.h"
#include "ui/records/recordlist.h"

#include <QLineEdit>
#include <QPointer>

namespace tanaban::test {

/// A kind of record, with one that is there and one that can be made.
struct Case
{
    const char *kind;
    QString place;
    QString list;
    QJsonObject above; ///< by list, the key of what it belongs to
    QJsonObject typed;
    QString made; ///< where the new one is found
    QJsonObject existing;
    std::pair<QString, QString> edited; ///< a field and what it becomes
    QString changed;                    ///< where the edited one is found
    QString existingIs;
};

/// One of every kind.
const std::vector<Case> &cases();

/// A window on a small company with one record of every kind, for what is done to them.
class RecordPlaceFixture
{
protected:
    void fill();
    void end();
    static void kinds();
    void open(const std::vector<AnyCommand> &left = {});
    ui::Workspace &workspace() { return *m_window->window->workspace(); }
    ui::RecordList *list(const QString &kind)
    {
        return workspace().current().findChild<ui::RecordList *>(
            QString(kind + QStringLiteral("List")));
    }
    void go(const Case &what);
    void choose(const QString &kind, const QJsonObject &key);
    QAction *action(const Case &what, const QString &deed);
    QPointer<ui::RecordForm> form();
    /// Why it is still open.
    static QString problemOf(const ui::RecordForm *form);
    static QString typedIn(ui::RecordForm *form, const QString &field);
    /// On the button it has in the place or in the details.
    void press(QAction *action);
    qint64 found(const Case &what, const QString &where);

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<WindowFixture> m_window;
};

} // namespace tanaban::test
