#include "tests/support/testprogram.h"
#include "tests/ui/orderscase.h"
#include "ui/forms/productfield.h"
#include "ui/forms/quantityedit.h"
#include "ui/orders/orderbar.h"
#include "ui/palette/palette.h"
#include "ui/picking/givebackdialog.h"
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

/// Orders in the window, with keys and buttons as people have them.
class OrdersPlaceTest : public OrdersCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WindowFixture::prepare(u"ordersplacetest"_s); }
    void init() { make(); }
    void cleanup() { end(); }
    void makesAnOrderByKeyboard();
    void listsWhatIsAskedFor();
    void detailsTellLinesAndHistory();
    void editsLinesButNotBelowWhatIsSetAside();
    void cancelsOnceAsked();
    void clashingLinesReadAsLines();
};

void OrdersPlaceTest::makesAnOrderByKeyboard()
{
    m_database->order(u"SO-000041"_s, {});
    open();
    const auto press = [](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        WindowFixture::press(key, modifiers);
    };
    press(Qt::Key_F2, Qt::ShiftModifier);
    const auto made = form();
    QVERIFY(made);
    QTRY_COMPARE(made->findChild<QLineEdit *>(u"number"_s)->text(), u"SO-000042"_s);
    QTRY_COMPARE(QApplication::focusWidget(), made->findChild<QLineEdit *>(u"partner_code"_s));
    WindowFixture::type(u"C1"_s);
    press(Qt::Key_Tab);
    WindowFixture::type(u"5"_s);
    press(Qt::Key_Tab);
    WindowFixture::type(u"+3"_s);
    press(Qt::Key_Tab);
    press(Qt::Key_Tab); // it is to be open
    QTRY_COMPARE(QApplication::focusWidget(), fields<ui::ProductField>(made).value(0));
    WindowFixture::type(u"P1"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(QApplication::focusWidget(), fields<ui::QuantityEdit>(made).value(0));
    WindowFixture::type(u"12*2"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(QApplication::focusWidget(), fields<ui::ProductField>(made).value(1));
    WindowFixture::type(u"4901234567894"_s); // as a scanner types it
    press(Qt::Key_Return);
    QTRY_COMPARE(QApplication::focusWidget(), fields<ui::QuantityEdit>(made).value(1));
    WindowFixture::type(u"2.5"_s);
    press(Qt::Key_Return);
    press(Qt::Key_Return); // an empty line: that was all
    QTRY_COMPARE(QApplication::focusWidget(), made->findChild<QPushButton *>(u"saveButton"_s));
    QTRY_VERIFY(m_window->calm());
    press(Qt::Key_Return);
    QTRY_VERIFY(!made);
    QCOMPARE(told(), u"SO-000042 is made."_s);
    QCOMPARE(m_database->count(u"orders"_s,
                               u"number = 'SO-000042' AND partner_code = 'C1' AND priority = 5 "
                               "AND state = 'open' AND due_on = '%1'"_s.arg(
                                   QDate::currentDate().addDays(3).toString(Qt::ISODate))),
             1);
    const auto lines = m_database->sql(
        u"SELECT line_number, product_code, quantity FROM order_lines ORDER BY line_number"_s);
    QCOMPARE(lines.size(), std::size_t(2));
    QCOMPARE(lines[0], (QVariantList{1, u"P1"_s, 24}));
    QCOMPARE(lines[1], (QVariantList{2, u"P2"_s, 25}));
    QTRY_COMPARE(list()->currentId(), u"SO-000042"_s);
    QCOMPARE(m_database->audit(), QStringList());
}

void OrdersPlaceTest::listsWhatIsAskedFor()
{
    const QDate today = QDate::currentDate();
    m_database->order(u"LATE"_s, {u"P1"_s});
    m_database->order(u"SOON"_s, {u"P1"_s});
    m_database->order(u"DRAFT"_s, {u"P1"_s}, u"draft"_s);
    m_database->order(u"DONE"_s, {u"P1"_s}, u"completed"_s);
    const auto due = [&](const QString &number, int days) {
        m_database->sql(u"UPDATE orders SET due_on = ? WHERE number = ?"_s,
                        {today.addDays(days).toString(Qt::ISODate), number});
    };
    due(u"LATE"_s, -2);
    due(u"SOON"_s, 3);
    due(u"DRAFT"_s, 0);
    due(u"DONE"_s, -9);
    allocate(u"SOON"_s, 10);
    open();
    QTRY_COMPARE(numbers(), (QStringList{u"LATE"_s, u"SOON"_s})); // open ones at first
    const auto *row = list()->records().rowAt(0);
    QTRY_VERIFY((row = list()->records().rowAt(0)) && row->progress);
    const auto cell = [&](int line, const QString &field) {
        const ui::RecordModel &model = list()->records();
        for (int column = 0; column < model.columnCount(); ++column) {
            if (model.columns()[size_t(column)].field == field)
                return model.index(line, column).data().toString();
        }
        return QString();
    };
    QVERIFY(cell(0, u"due_on"_s).endsWith(u"overdue"_s));
    QVERIFY(!cell(1, u"due_on"_s).endsWith(u"overdue"_s));
    QCOMPARE(cell(0, u"partner_code"_s), u"C1  Partner C1"_s);
    QVERIFY(cell(0, u"+progress"_s).startsWith(u"0 of 1 "_s));
    QVERIFY(cell(1, u"+progress"_s).startsWith(u"1 of 1 "_s));
    const auto shown = [&](Qt::Key key, const QStringList &expected) {
        WindowFixture::press(key, Qt::AltModifier);
        QTRY_COMPARE(numbers(), expected);
        WindowFixture::press(key, Qt::AltModifier);
    };
    WindowFixture::press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(numbers(), (QStringList{u"DONE"_s, u"LATE"_s, u"DRAFT"_s, u"SOON"_s}));
    shown(Qt::Key_2, {u"DRAFT"_s});
    shown(Qt::Key_3, {u"DONE"_s});
    shown(Qt::Key_5, {u"LATE"_s});
    shown(Qt::Key_6, {u"DRAFT"_s});
    shown(Qt::Key_7, {u"DRAFT"_s, u"SOON"_s});
    shown(Qt::Key_8, {u"LATE"_s});
    shown(Qt::Key_4, {});
    QTRY_COMPARE(numbers().size(), 4);
    place().setSearchText(u"partner soon"_s);
    QTRY_COMPARE(numbers(), QStringList{u"SOON"_s});
}

void OrdersPlaceTest::detailsTellLinesAndHistory()
{
    m_database->order(u"A-1"_s, {u"P1"_s, u"P2"_s});
    allocate(u"A-1"_s, 4);
    open();
    choose(u"A-1"_s);
    QTRY_COMPARE(texts(u"lineName"_s), (QStringList{u"1. P1 Product P1"_s, u"2. P2 Product P2"_s}));
    QCOMPARE(texts(u"lineSummary"_s),
             (QStringList{u"10 pcs ordered · 4 pcs allocated"_s, u"1.0 pcs ordered"_s}));
    QCOMPARE(texts(u"lineLacking"_s),
             (QStringList{u"6 pcs still lacking"_s, u"1.0 pcs still lacking"_s}));
    QCOMPARE(texts(u"linePlace"_s).size(), 1);
    QVERIFY(texts(u"linePlace"_s)[0].startsWith(u"4 pcs: WH001 · 1 "_s));
    QCOMPARE(texts(u"deed"_s), QStringList{u"Line 1: 4 pcs of P1 set aside"_s});
    QCOMPARE(texts(u"orderFigure"_s), QStringList{u"0 of 2"_s});
    others({{u"priority"_s, 2}});
    place().refresh();
    QTRY_COMPARE(texts(u"deed"_s).value(0), u"Priority: – → 2"_s);
    for (int again = 0; again < 3; ++again) { // it stays, however often it is read
        place().refresh();
        QTRY_VERIFY(m_window->calm());
        QTRY_COMPARE(texts(u"deed"_s).size(), 2);
    }
}

void OrdersPlaceTest::editsLinesButNotBelowWhatIsSetAside()
{
    m_database->order(u"A-1"_s, {u"P1"_s, u"P2"_s});
    allocate(u"A-1"_s, 4);
    open();
    choose(u"A-1"_s);
    press(u"edit.order"_s);
    const auto opened = form();
    QVERIFY(opened);
    QTRY_COMPARE(fields<ui::QuantityEdit>(opened).value(0)->text(), u"10"_s);
    QCOMPARE(fields<ui::QuantityEdit>(opened).value(1)->text(), u"1.0"_s);
    QVERIFY(fields<ui::ProductField>(opened).value(0)->isReadOnly());
    QVERIFY(!fields<ui::ProductField>(opened).value(1)->isReadOnly());
    fields<ui::QuantityEdit>(opened).value(0)->setText(u"3"_s);
    const auto *note = opened->findChild<QLabel *>(u"linesNote"_s);
    QTRY_VERIFY(note->isVisible());
    QVERIFY2(note->text().contains(u"4 pcs are set aside"_s), qPrintable(note->text()));
    auto *save = opened->findChild<QPushButton *>(u"saveButton"_s);
    save->click();
    QVERIFY(opened && opened->isVisible());
    QCOMPARE(m_database->count(u"changes"_s, u"entity = 'order'"_s), 0);
    fields<ui::QuantityEdit>(opened).value(0)->setText(u"4"_s);
    QTRY_VERIFY(!note->isVisible());
    auto *lines = opened->findChild<ui::OrderLinesEdit *>();
    for (QToolButton *button : lines->findChildren<QToolButton *>()) {
        if (button->accessibleName() == u"Remove line 1"_s)
            QVERIFY(!button->isEnabled());
        if (button->accessibleName() == u"Remove line 2"_s)
            button->click();
    }
    QTRY_VERIFY(m_window->calm());
    save->click();
    QTRY_VERIFY(!opened);
    QCOMPARE(m_database->count(u"order_lines"_s, u"quantity = 4"_s), 1);
    QCOMPARE(m_database->count(u"order_lines"_s), 1);
    QCOMPARE(m_database->audit(), QStringList());
}

void OrdersPlaceTest::cancelsOnceAsked()
{
    m_database->order(u"A-1"_s, {u"P1"_s});
    open();
    choose(u"A-1"_s);
    const auto asked = [this] {
        press(u"cancel.order"_s);
        QPointer<ui::GiveBackDialog> dialog;
        std::ignore = QTest::qWaitFor([&] {
            dialog = m_window->window->findChild<ui::GiveBackDialog *>();
            return dialog && dialog->isVisible();
        });
        return dialog;
    };
    // Enter, pressed by mistake, ends nothing.
    auto dialog = asked();
    QVERIFY(dialog);
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(!dialog);
    QCOMPARE(m_database->count(u"orders"_s, u"state = 'cancelled'"_s), 0);
    dialog = asked();
    QVERIFY(dialog);
    dialog->findChild<QPushButton *>(u"giveBackButton"_s)->click();
    QTRY_COMPARE(told(), u"Order A-1 is cancelled."_s);
    QCOMPARE(m_database->count(u"orders"_s, u"state = 'cancelled'"_s), 1);
    QTRY_COMPARE(numbers(), QStringList()); // the open ones are asked for
    WindowFixture::press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    choose(u"A-1"_s);
    QTRY_VERIFY(!action(u"edit.order"_s)->isEnabled());
    QVERIFY(!action(u"cancel.order"_s)->isEnabled());
    QVERIFY(action(u"cancel.order"_s)->toolTip().contains(u"stays as it is"_s));
}

void OrdersPlaceTest::clashingLinesReadAsLines()
{
    m_database->order(u"A-1"_s, {u"P1"_s, u"P2"_s});
    open();
    choose(u"A-1"_s);
    press(u"edit.order"_s);
    const auto opened = form();
    QVERIFY(opened);
    QTRY_COMPARE(fields<ui::QuantityEdit>(opened).value(1)->text(), u"1.0"_s);
    const auto line = [](int number, const QString &product, int quantity) {
        return QJsonObject{
            {u"line_number"_s, number}, {u"product_code"_s, product}, {u"quantity"_s, quantity}};
    };
    others({{u"lines"_s, QJsonArray{line(1, u"P1"_s, 10), line(2, u"P2"_s, 75)}}});
    fields<ui::QuantityEdit>(opened).value(1)->setText(u"1.5"_s);
    opened->findChild<QPushButton *>(u"saveButton"_s)->click();
    QPointer<ui::MergeDialog> dialog;
    QTRY_VERIFY((dialog = opened->findChild<ui::MergeDialog *>()) && dialog->isVisible());
    const auto *theirs = dialog->findChild<QRadioButton *>(u"linesTheirs"_s);
    auto *mine = dialog->findChild<QRadioButton *>(u"linesMine"_s);
    QVERIFY2(theirs->text().startsWith(u"2. P2 Product P2: 7.5 pcs\n"_s),
             qPrintable(theirs->text()));
    QVERIFY2(mine->text().startsWith(u"2. P2 Product P2: 1.5 pcs\n"_s), qPrintable(mine->text()));
    mine->setChecked(true);
    dialog->findChild<QPushButton *>(u"saveButton"_s)->click();
    QTRY_VERIFY(!opened);
    QCOMPARE(m_database->count(u"order_lines"_s, u"product_code = 'P2' AND quantity = 15"_s), 1);
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::OrdersPlaceTest)
#include "ordersplacetest.moc"
