#include "tests/support/testprogram.h"
#include "tests/ui/windowfixture.h"
#include "ui/forms/stockform.h"
#include "ui/stock/stockmodel.h"
#include "ui/stock/stockplace.h"
#include "ui/stock/stockview.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QWindow>

using namespace Qt::StringLiterals;

namespace tanaban::test {

/// Counts what a mouse would send.
class MouseWatch : public QObject
{
public:
    MouseWatch() { qApp->installEventFilter(this); }
    int seen = 0;

private:
    bool eventFilter(QObject *, QEvent *event) override
    {
        switch (event->type()) {
        case QEvent::MouseButtonPress:
        case QEvent::MouseButtonRelease:
        case QEvent::MouseButtonDblClick:
        case QEvent::MouseMove:
        case QEvent::Wheel:
            ++seen;
            break;
        default:
            break;
        }
        return false;
    }
};

/// Goods come in, are reserved and go out again, on a real database, with nothing but keys that go
/// to the window in front, as the window system brings them.
class KeyboardRoundTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WindowFixture::prepare(u"keyboardroundtest"_s); }
    void init();
    void cleanup();
    void receivesReservesShips();
    void whatCameInIsSelected();
    void downSelectsWhatWasFound();
    void saysWhyAKeyDoesNothing();
    void escapeLeadsBack();
    void lettersInTheTableSearch();
    void goesOnWhereARowWas();

private:
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QVERIFY(QGuiApplication::focusWindow());
        QTest::keyClick(QGuiApplication::focusWindow(), key, modifiers);
    }
    static void type(const QString &text)
    {
        for (const QChar each : text) {
            QVERIFY(QGuiApplication::focusWindow());
            QTest::keyClick(QGuiApplication::focusWindow(), each.toLatin1());
        }
    }
    static QString focused()
    {
        const QWidget *widget = QApplication::focusWidget();
        return widget ? widget->objectName() : QString();
    }
    ui::StockPlace &stock() { return m_window->window->workspace()->stockPlace(); }
    bool hasForm() const { return m_window->window->workspace()->controller().form() != nullptr; }
    QString message() const { return m_window->window->findChild<QLabel *>(u"message"_s)->text(); }
    QVariant stored(const QString &column)
    {
        return m_database->scalar(u"SELECT %1 FROM stock WHERE lot = 'KX-9'"_s.arg(column));
    }
    void receive();

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<WindowFixture> m_window;
};

void KeyboardRoundTest::init()
{
    QSettings().clear();
    m_database = std::make_unique<TestDatabase>(Engine::Sqlite);
    StockSeed seed;
    seed.product = u"BUTTER"_s;
    m_database->stockRow(seed);
    seed.product = u"MILK"_s;
    seed.lot = u"KX-1"_s;
    m_database->stockRow(seed);
    m_database->bin(u"WH001"_s, 1, u"A-01-1"_s);
    m_database->bin(u"WH001"_s, 1, u"A-01-2"_s);
    m_window = std::make_unique<WindowFixture>(m_database->url());
    m_window->open();
    QTRY_COMPARE(stock().model().rowCount(), 2);
}

void KeyboardRoundTest::cleanup()
{
    m_window.reset();
    m_database.reset();
}

/// 24 of lot KX-9 into A-01-2.
void KeyboardRoundTest::receive()
{
    press(Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(focused(), u"productEdit"_s);
    type(u"MILK"_s);
    press(Qt::Key_Return); // ends the field, as a scanner's does
    QTRY_COMPARE(focused(), u"quantityEdit"_s);
    type(u"12*2"_s);
    press(Qt::Key_Tab);
    QCOMPARE(focused(), u"warehouseBox"_s);
    press(Qt::Key_Tab);
    QCOMPARE(focused(), u"zoneBox"_s);
    press(Qt::Key_Tab);
    QCOMPARE(focused(), u"binBox"_s);
    type(u"A-01-2"_s);
    press(Qt::Key_Tab);
    QCOMPARE(focused(), u"lotEdit"_s);
    type(u"KX-9"_s);
    press(Qt::Key_Tab);
    QCOMPARE(focused(), u"expiresEdit"_s);
    type(u"2031-02"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(!hasForm());
    QTRY_COMPARE(stored(u"on_hand"_s).toInt(), 24);
}

void KeyboardRoundTest::receivesReservesShips()
{
    const MouseWatch mouse;
    QCOMPARE(focused(), u"search"_s);
    receive();
    QTRY_COMPARE(focused(), u"search"_s); // where it came from
    type(u"KX-9"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(stock().model().rowCount(), 1);
    press(Qt::Key_Down);
    QCOMPARE(focused(), u"stockTable"_s);
    QTRY_VERIFY(m_window->window->actions().stock(ui::ActionKind::Reserve)->isEnabled());
    press(Qt::Key_R, Qt::ControlModifier);
    QTRY_COMPARE(focused(), u"quantityEdit"_s);
    type(u"10"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(!hasForm());
    QTRY_COMPARE(focused(), u"stockTable"_s);
    QTRY_VERIFY(m_window->window->actions().stock(ui::ActionKind::Ship)->isEnabled());
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(focused(), u"quantityEdit"_s);
    type(u"10"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(!hasForm());

    QTRY_COMPARE(stored(u"version"_s).toInt(), 3);
    QCOMPARE(stored(u"on_hand"_s).toInt(), 14);
    QCOMPARE(stored(u"reserved"_s).toInt(), 0);
    QCOMPARE(stored(u"bin"_s).toString(), u"A-01-2"_s);
    QCOMPARE(m_database->scalar(u"SELECT expires_on FROM lots WHERE lot = 'KX-9'"_s).toString(),
             u"2031-02-28"_s);
    QStringList ledger;
    for (const QVariantList &row :
         m_database->sql(u"SELECT version, kind, on_hand_delta, reserved_delta FROM stock_events "
                         "WHERE stock_id = ? ORDER BY version"_s,
                         {stored(u"id"_s)}))
    {
        ledger << u"%1 %2 %3 %4"_s.arg(
            row[0].toString(), row[1].toString(), row[2].toString(), row[3].toString());
    }
    QCOMPARE(ledger, QStringList({u"1 receive 24 0"_s, u"2 reserve 0 10"_s, u"3 ship -10 -10"_s}));
    QCOMPARE(m_database->audit(), QStringList());
    QCOMPARE(mouse.seen, 0);
}

// Nobody has to look for what has just come in.
void KeyboardRoundTest::whatCameInIsSelected()
{
    receive();
    QTRY_COMPARE(stock().view().currentId(), stored(u"id"_s).toLongLong());
    QTRY_VERIFY(m_window->window->actions().stock(ui::ActionKind::Reserve)->isEnabled());
    press(Qt::Key_R, Qt::ControlModifier);
    QTRY_COMPARE(focused(), u"quantityEdit"_s);
    type(u"24"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(stored(u"reserved"_s).toInt(), 24);
}

// Whatever was selected before, and however soon after the last letter.
void KeyboardRoundTest::downSelectsWhatWasFound()
{
    press(Qt::Key_Down);
    QCOMPARE(stock().view().selectedIds(5).size(), std::size_t(1)); // and it is to be seen
    const qint64 before = stock().view().currentId();
    QVERIFY(before != 0);
    press(Qt::Key_F, Qt::ControlModifier);
    const QString lot = stock().model().idAt(0) == before ? u"KX-1"_s : u"L1"_s;
    type(lot);
    press(Qt::Key_Down);
    QCOMPARE(focused(), u"stockTable"_s);
    QTRY_COMPARE(stock().model().rowCount(), 1);
    QTRY_COMPARE(stock().view().currentId(), stock().model().idAt(0));
    QVERIFY(stock().view().currentId() != before);
    QCOMPARE(stock().view().selectedIds(5).size(), std::size_t(1));
}

void KeyboardRoundTest::saysWhyAKeyDoesNothing()
{
    press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(!hasForm());
    QCOMPARE(message(), u"Choose a row of stock first."_s);
    press(Qt::Key_Down);
    QTRY_VERIFY(m_window->window->actions().stock(ui::ActionKind::Reserve)->isEnabled());
    press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY2(message().contains(u"nothing is reserved"_s), qPrintable(message()));
}

void KeyboardRoundTest::escapeLeadsBack()
{
    press(Qt::Key_Down);
    QTRY_COMPARE(focused(), u"stockTable"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(focused(), u"history"_s);
    press(Qt::Key_Escape);
    QCOMPARE(focused(), u"stockTable"_s);
    press(Qt::Key_Escape);
    QCOMPARE(focused(), u"search"_s);
}

void KeyboardRoundTest::lettersInTheTableSearch()
{
    type(u"KX"_s);
    press(Qt::Key_Down);
    QTRY_COMPARE(stock().model().rowCount(), 1);
    type(u"butter"_s); // another search, not more of the first
    QCOMPARE(focused(), u"search"_s);
    QCOMPARE(m_window->window->search().text(), u"butter"_s);
    QTRY_VERIFY(stock().model().complete());
    QTRY_COMPARE(stock().model().rowCount(), 1);
}

// Goods that all went out leave the list; the keyboard stays where they were.
void KeyboardRoundTest::goesOnWhereARowWas()
{
    for (const QString &lot : {u"L-A"_s, u"L-B"_s}) {
        StockSeed seed;
        seed.product = u"YOGURT"_s;
        seed.lot = lot;
        seed.onHand = seed.reserved = 6;
        m_database->stockRow(seed);
    }
    press(Qt::Key_F5);
    QTRY_COMPARE(stock().model().rowCount(), 4);
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    press(Qt::Key_Down); // L-A
    const qint64 gone = stock().view().currentId();
    const qint64 next = stock().model().idAt(3);
    QTRY_VERIFY(m_window->window->actions().stock(ui::ActionKind::Ship)->isEnabled());
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(focused(), u"quantityEdit"_s);
    type(u"6"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(stock().model().rowCount(), 3);
    QCOMPARE(stock().view().currentId(), gone); // its details are still to be seen
    QVERIFY(stock().view().selectedIds(5).empty());
    press(Qt::Key_Down);
    QCOMPARE(stock().view().currentId(), next);
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::KeyboardRoundTest)
#include "keyboardroundtest.moc"
