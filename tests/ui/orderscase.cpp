#include "tests/ui/orderscase.h"

#include <QComboBox>
#include <QJsonArray>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QStatusBar>
#include <QThread>
#include <QToolButton>

namespace tanaban::test {

using namespace Qt::StringLiterals;

void OrdersCase::make()
{
    QSettings().clear();
    m_told.clear();
    m_database = std::make_unique<TestDatabase>(Engine::Sqlite);
    m_database->product(u"P1"_s);
    m_database->product(u"P2"_s, 1);
    m_database->partner(u"C1"_s);
    m_database->person(u"mori"_s, u"supervisor"_s);
    m_database->sql(u"UPDATE products SET barcode = '4901234567894' WHERE code = 'P2'"_s);
}

void OrdersCase::end()
{
    m_window.reset();
    m_database.reset();
}

void OrdersCase::open(const std::vector<AnyCommand> &left)
{
    m_window = std::make_unique<WindowFixture>(
        m_database->url(), QString::fromLatin1(TestDatabase::login), left);
    m_window->open();
    workspace().go({u"orders"_s, {}});
    connect(&place(), &ui::Place::message, this, [this](const QString &text) { m_told << text; });
    place().takeFocus();
    QTRY_VERIFY(m_window->calm());
}

QStringList OrdersCase::numbers()
{
    QStringList numbers;
    for (int row = 0; row < list()->records().rowCount(); ++row)
        numbers << list()->records().idAt(row);
    return numbers;
}

void OrdersCase::choose(const QString &number)
{
    QTRY_VERIFY(list()->records().rowOf(number) >= 0);
    list()->select(number);
    QTRY_VERIFY(list()->currentRow() && m_window->calm());
}

QPointer<RecordForm> OrdersCase::form()
{
    RecordForm *found = nullptr;
    const auto visible = [&] {
        found = m_window->window->findChild<RecordForm *>();
        return found && found->isVisible() && QApplication::activeWindow() == found
               && m_window->calm();
    };
    return QTest::qWaitFor(visible) ? found : nullptr;
}

void OrdersCase::press(const QString &actionName)
{
    QAction *wanted = action(actionName);
    QVERIFY(wanted);
    QTRY_VERIFY2(wanted->isEnabled(), qPrintable(wanted->toolTip()));
    QToolButton *button = nullptr;
    for (QToolButton *each : m_window->window->findChildren<QToolButton *>()) {
        if (each->defaultAction() == wanted && each->isVisible())
            button = each;
    }
    QVERIFY(button);
    QTest::mouseClick(button, Qt::LeftButton);
}

/// Goods for line 1, as the program sets them aside.
void OrdersCase::allocate(const QString &number, qint64 quantity)
{
    const qint64 stock = m_database->stockRow();
    const qint64 order =
        m_database->scalar(u"SELECT id FROM orders WHERE number = ?"_s, {number}).toLongLong();
    QString answer;
    elsewhere([&](Database &database) {
        ChangeSet changes = decided(database.store(),
                                    {newCommandId(), Reserve{stock, quantity}, {}, u"mori"_s});
        changes.intent.kind = u"allocate"_s;
        changes.stock[0].orderId = changes.allocations[0].orderId = order;
        changes.allocations[0].line = 1;
        answer = verdict(database.store().commit(changes));
    });
    QCOMPARE(answer, u"committed"_s);
}

QStringList OrdersCase::texts(const QString &name)
{
    QStringList found;
    for (const QLabel *label : place().details()->findChildren<QLabel *>(name)) {
        if (label->isVisible())
            found << label->text();
    }
    return found;
}

/// Somebody else changes order A-1.
void OrdersCase::others(const QJsonObject &wanted)
{
    elsewhere([&](Database &database) {
        RecordKeeper(database).set(Entity::Order, {{u"number"_s, u"A-1"_s}}, wanted);
    });
}

/// By somebody else, and not on this thread: no store is asked from the thread that draws.
void OrdersCase::elsewhere(const std::function<void(Database &)> &work)
{
    std::unique_ptr<QThread> thread(QThread::create([&] { work(*m_database->open(u"mori"_s)); }));
    thread->start();
    thread->wait();
}

} // namespace tanaban::test
