#pragma once

#include "tests/storage/decisions.h"
#include "tests/support/records.h"
#include "tests/ui/windowfixture.h"
#include "ui/orders/orderlinesedit.h"
#include "ui/orders/ordersplace.h"
#include "ui/records/recordform.h"
#include "ui/records/recordlist.h"

#include <QAction>

namespace tanaban::test {

using ui::OrdersPlace;
using ui::RecordForm;

/// Orders in the window, with keys and buttons as people have them; what the tests of it share.
class OrdersCase : public QObject
{
protected:
    void make();
    void end();
    void open(const std::vector<AnyCommand> &left = {});
    ui::Workspace &workspace() { return *m_window->window->workspace(); }
    OrdersPlace &place() { return static_cast<OrdersPlace &>(workspace().current()); }
    ui::RecordList *list() { return place().findChild<ui::RecordList *>(); }
    QStringList numbers();
    void choose(const QString &number);
    QPointer<RecordForm> form();
    template <typename Field>
    QList<Field *> fields(RecordForm *form)
    {
        return form->findChild<ui::OrderLinesEdit *>()->findChildren<Field *>();
    }
    QAction *action(const QString &name)
    {
        return place().findChild<QAction *>(QStringLiteral("orders.") + name);
    }
    void press(const QString &actionName);
    void allocate(const QString &number, qint64 quantity);
    QStringList texts(const QString &name);
    QString told() { return m_told.isEmpty() ? QString() : m_told.last(); }
    void others(const QJsonObject &wanted);
    void elsewhere(const std::function<void(Database &)> &work);

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<WindowFixture> m_window;
    QStringList m_told;
};

} // namespace tanaban::test
