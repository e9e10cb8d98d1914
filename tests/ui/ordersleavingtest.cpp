#include "tests/support/testprogram.h"
#include "tests/ui/orderscase.h"
#include "ui/forms/productfield.h"
#include "ui/forms/quantityedit.h"
#include "ui/orders/orderbar.h"
#include "ui/palette/palette.h"
#include "ui/records/mergedialog.h"

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

using namespace Qt::StringLiterals;

namespace tanaban::test {

/// What is left of orders, found of them, and written into files.
class OrdersLeavingTest : public OrdersCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WindowFixture::prepare(u"ordersleavingtest"_s); }
    void init() { make(); }
    void cleanup() { end(); }
    void draftsComeBack();
    void aCancellationThatWasLeftIsTold();
    void paletteFindsOrders();
    void exportsHowFarTheyAre();
};

void OrdersLeavingTest::draftsComeBack()
{
    open();
    press(u"new.order"_s);
    auto typed = form();
    QVERIFY(typed);
    typed->findChild<QLineEdit *>(u"partner_code"_s)->setText(u"C1"_s);
    fields<ui::ProductField>(typed).value(0)->setText(u"P2"_s);
    fields<ui::QuantityEdit>(typed).value(0)->setText(u"1.2.3"_s); // not finished
    typed->findChild<QToolButton *>(u"addLineButton"_s)->click();
    QTRY_VERIFY(m_window->calm());
    const QJsonObject draft = place().draft();
    typed->reject();
    QTRY_VERIFY(!typed);
    place().reopen(draft);
    typed = form();
    QVERIFY(typed);
    QCOMPARE(typed->findChild<QLineEdit *>(u"number"_s)->text(), u"SO-000001"_s);
    QCOMPARE(typed->findChild<QLineEdit *>(u"partner_code"_s)->text(), u"C1"_s);
    QCOMPARE(fields<ui::ProductField>(typed).size(), 2);
    QTRY_VERIFY(fields<ui::ProductField>(typed).value(0)->product());
    QCOMPARE(fields<ui::QuantityEdit>(typed).value(0)->text(), u"1.2.3"_s);
    typed->findChild<QPushButton *>(u"saveButton"_s)->click();
    QVERIFY(typed && typed->isVisible()); // it is no quantity
    fields<ui::QuantityEdit>(typed).value(0)->setText(u"1.2"_s);
    QTRY_VERIFY(m_window->calm());
    typed->findChild<QPushButton *>(u"saveButton"_s)->click();
    QTRY_VERIFY(!typed);
    QCOMPARE(m_database->count(u"order_lines"_s, u"product_code = 'P2' AND quantity = 12"_s), 1);
}

void OrdersLeavingTest::aCancellationThatWasLeftIsTold()
{
    m_database->order(u"A-1"_s, {u"P1"_s});
    RecordCommand left;
    left.id = newCommandId();
    left.actor = QString::fromLatin1(TestDatabase::login);
    left.entity = Entity::Order;
    left.before = {{{u"number"_s, u"A-1"_s}}, {{u"state"_s, u"open"_s}}, 1};
    left.fields = {{u"state"_s, u"cancelled"_s}};
    open({left});
    QVERIFY(!m_window->window->findChild<RecordForm *>());
    QCOMPARE(m_database->count(u"orders"_s, u"state = 'open'"_s), 1);
    QCOMPARE(workspace().current().id(), u"orders"_s);
}

void OrdersLeavingTest::paletteFindsOrders()
{
    m_database->order(u"SO-000123"_s, {u"P1"_s}, u"completed"_s);
    m_database->order(u"SO-000124"_s, {u"P1"_s});
    open();
    workspace().go({u"stock"_s, {}});
    workspace().current().takeFocus();
    WindowFixture::press(Qt::Key_K, Qt::ControlModifier);
    auto *palette = m_window->window->findChild<ui::Palette *>();
    QTRY_VERIFY(palette && palette->isAncestorOf(QApplication::focusWidget()));
    WindowFixture::type(u"so-000123"_s);
    const auto *found = palette->findChild<QListView *>();
    QTRY_COMPARE(found->model()->index(0, 0).data().toString(), u"SO-000123"_s);
    WindowFixture::press(Qt::Key_Return);
    QTRY_COMPARE(workspace().current().id(), u"orders"_s);
    QTRY_COMPARE(numbers(), QStringList{u"SO-000123"_s}); // whatever was shown before
    QTRY_COMPARE(list()->currentId(), u"SO-000123"_s);
    QCOMPARE(place().findChild<ui::OrderBar *>()->filterTexts(), QStringList{u"Order: SO-000123"_s});
}

void OrdersLeavingTest::exportsHowFarTheyAre()
{
    m_database->order(u"A-1"_s, {u"P1"_s});
    open();
    QTRY_COMPARE(numbers(), QStringList{u"A-1"_s});
    const auto table = place().table();
    QVERIFY(table);
    std::vector<TableLine> lines;
    std::unique_ptr<QThread> thread(QThread::create([&] { // as an export does
        const auto source = table->source();
        if (const auto read = source->next())
            lines = *read;
    }));
    thread->start();
    thread->wait();
    QCOMPARE(lines.size(), std::size_t(1));
    QCOMPARE(std::get<QString>(lines[0].front()), u"A-1"_s);
    QVERIFY(std::get<QString>(lines[0].back()).startsWith(u"0 of 1 "_s));
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::OrdersLeavingTest)
#include "ordersleavingtest.moc"
