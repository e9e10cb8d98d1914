#include "tests/support/testprogram.h"
#include "tests/ui/scanfixture.h"
#include "ui/conflict/keyguard.h"

#include <QDialog>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tanaban::test {

/// Writes down which keys it gets.
class KeyRecorder final : public QWidget
{
public:
    QString pressed;
    int released = 0;

protected:
    void keyPressEvent(QKeyEvent *event) override { pressed += event->text(); }
    void keyReleaseEvent(QKeyEvent *) override { ++released; }
};

/// What a scan does wherever the keyboard is, and what is no scan.
class ScannerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aScanAnywhereFindsTheProduct();
    void lotsAndBinsAreFound();
    void elementStringsAreRead();
    void unknownCodesAreSeenAndHeard();
    void severalMeaningsAreAskedFor();
    void slowKeysAreAPersons();
    void keysWithoutTimeAreNobodys();
    void heldKeysComeInOrder();
    void tabEndsAScanWhereItIsSet();
    void aKeyHeldDownIsNoScan();
    void dialogsTakeTheCodeButNotTheEnter();
    void theGuardOfADialogStands();

private:
    std::unique_ptr<ScanFixture> m;
};

void ScannerTest::initTestCase()
{
    WindowFixture::prepare(u"scannertest"_s);
}

void ScannerTest::init()
{
    QSettings().clear();
    m = std::make_unique<ScanFixture>();
}

void ScannerTest::cleanup()
{
    m.reset();
}

void ScannerTest::aScanAnywhereFindsTheProduct()
{
    m->scan(teaBarcode);
    QTRY_COMPARE(m->searchText(), u"product:TEA"_s);
    QTRY_VERIFY(m->stock().stockRows().size() == 1
                && m->stock().stockRows().first().row.key.product == u"TEA"_s);
    QVERIFY(m->stock().view().hasFocus());
    // With the keyboard in the search field, whatever stands there.
    m->m->window->search().setText(u"milk"_s);
    m->m->window->search().setFocus();
    m->scan(u"0"_s + teaBarcode); // GTIN-14
    QTRY_COMPARE(m->searchText(), u"product:TEA"_s);
    // From another place.
    m->m->window->workspace()->go({u"products"_s, {}});
    m->m->window->workspace()->current().takeFocus();
    m->scan(u"milk"_s);
    QTRY_COMPARE(m->searchText(), u"product:MILK"_s);
    QCOMPARE(m->m->window->workspace()->current().id(), u"stock"_s);
    QCOMPARE(m->sounds, 0);
    QVERIFY(m->notice().isEmpty());
    // Goods of which there are none: nothing else stays selected in their place.
    m->database.product(u"NONE"_s);
    QTRY_COMPARE(m->stock().stockRows().size(), 1);
    m->scan(u"NONE"_s);
    QTRY_COMPARE(m->searchText(), u"product:NONE"_s);
    QTRY_COMPARE(m->stock().stockRows().size(), 0);
}

void ScannerTest::lotsAndBinsAreFound()
{
    m->scan(u"L-204"_s);
    QTRY_COMPARE(m->searchText(), u"lot:L-204"_s);
    QTRY_COMPARE(m->stock().stockRows().size(), 1);
    m->scan(u"B-07"_s);
    QTRY_COMPARE(m->searchText(), u"bin:B-07"_s);
    QTRY_VERIFY(m->stock().stockRows().size() == 1
                && m->stock().stockRows().first().row.key.product == u"MILK"_s);
    m->scan(u"]C0A-01"_s); // with its symbology
    QTRY_COMPARE(m->searchText(), u"bin:A-01"_s);
}

void ScannerTest::elementStringsAreRead()
{
    m->scan(u"]C10104901234567894"_s + u"17271231"_s + u"10L-204"_s + groupSeparator + u"3724"_s);
    QTRY_COMPARE(m->searchText(), u"product:TEA lot:L-204"_s);
    QCOMPARE(m->sounds, 0);
    m->scan(u"(01)04901234567894(10)NEW"_s);
    QTRY_COMPARE(m->notice(), u"Of Green tea there is no lot NEW here."_s);
    QCOMPARE(m->searchText(), u"product:TEA"_s);
    QCOMPARE(m->sounds, 1);
    m->scan(u"(01)04901234567895"_s);
    QTRY_VERIFY2(m->notice().contains(u"check digit"_s), qPrintable(m->notice()));
    QCOMPARE(m->sounds, 2);
    m->scan(u"(01)04006381333931"_s);
    QTRY_COMPARE(m->notice(), u"No product has the barcode 04006381333931."_s);
    QCOMPARE(m->searchText(), u"product:TEA"_s);
}

void ScannerTest::unknownCodesAreSeenAndHeard()
{
    m->scan(u"nothing"_s);
    QTRY_COMPARE(m->notice(), u"No product, lot, bin or order has the code nothing."_s);
    QCOMPARE(m->sounds, 1);
    QVERIFY(m->searchText().isEmpty());
    m->scan(teaBarcode); // settles it
    QTRY_COMPARE(m->searchText(), u"product:TEA"_s);
    QVERIFY(m->notice().isEmpty());
    // In the search field it may have been typed: it stays there.
    m->m->window->search().setFocus();
    m->scan(u"nowhere"_s);
    QTRY_VERIFY(!m->notice().isEmpty());
    QCOMPARE(m->searchText(), u"nowhere"_s);
    QCOMPARE(m->sounds, 2);
    ui::ScanFeedback::setSilent(true);
    m->scan(u"nothing"_s);
    QTRY_VERIFY(m->notice().contains(u"nothing"_s));
    QCOMPARE(m->sounds, 2);
}

void ScannerTest::severalMeaningsAreAskedFor()
{
    m->database.lot(u"MILK"_s, u"A-01"_s); // a lot that is called like a bin
    m->scan(u"A-01"_s);
    QTRY_VERIFY(qobject_cast<QMenu *>(QApplication::activePopupWidget()));
    QVERIFY(m->searchText().isEmpty());
    QTest::keyClick(QApplication::activePopupWidget(), '2');
    QTRY_COMPARE(m->searchText(), u"bin:A-01"_s);
    m->scan(u"A-01"_s);
    QTRY_VERIFY(QApplication::activePopupWidget());
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
    QTRY_COMPARE(m->searchText(), u"lot:A-01"_s);
    m->scan(u"A-01"_s);
    QTRY_VERIFY(QApplication::activePopupWidget());
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    QVERIFY(!QApplication::activePopupWidget());
    QCOMPARE(m->searchText(), u"lot:A-01"_s);
}

void ScannerTest::slowKeysAreAPersons()
{
    m->between = 55; // faster than anybody types
    m->m->window->search().setFocus();
    m->scan(u"milk"_s);
    QCOMPARE(m->searchText(), u"milk"_s);
    QTRY_COMPARE(m->stock().stockRows().size(), 1); // Enter arrived
    m->between = 8;
    m->m->window->search().clear();
    m->scan(u"mi"_s); // too short for a scan
    QCOMPARE(m->searchText(), u"mi"_s);
    QTRY_VERIFY(m->stock().model().complete() && m->m->calm());
    QCOMPARE(m->sounds, 0);
    // Fast keys, then a pause before Enter.
    m->m->window->search().clear();
    for (const QChar each : teaBarcode)
        m->press(each);
    m->now += 300;
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(m->searchText(), teaBarcode);
}

void ScannerTest::keysWithoutTimeAreNobodys()
{
    // As a program types them: a test, or the accessibility bus.
    m->listener = std::make_unique<ui::ScanListener>(*m->feedback);
    m->m->window->search().setFocus();
    m->scan(teaBarcode);
    QCOMPARE(m->searchText(), teaBarcode);
    QTRY_COMPARE(m->stock().stockRows().size(), 1);
    QCOMPARE(m->searchText(), teaBarcode);
}

void ScannerTest::heldKeysComeInOrder()
{
    KeyRecorder recorder;
    recorder.show();
    QVERIFY(QTest::qWaitForWindowActive(&recorder));
    recorder.setFocus();
    m->press(u'a');
    m->press(u'b');
    QVERIFY(recorder.pressed.isEmpty());
    QTRY_COMPARE(recorder.pressed, u"ab"_s);
    QCOMPARE(recorder.released, 2);
    // Another key does not overtake them.
    m->now += 500;
    m->press(u'c');
    m->now += 100;
    QTest::keyClick(&recorder, Qt::Key_Left);
    QCOMPARE(recorder.pressed, u"abc"_s);
    m->now += 500;
    m->press(u'd');
    m->press(u'e');
    QTest::keyClick(&recorder, Qt::Key_Return);
    QCOMPARE(recorder.pressed, u"abcde\r"_s);
    m->scan(u"12345"_s); // nobody here takes scans
    QCOMPARE(recorder.pressed, u"abcde\r"_s);
    QCOMPARE(m->notice(), u"Nothing can be scanned here."_s);
    QCOMPARE(m->sounds, 1);
    QTest::qWait(100); // and none of it comes later
    QCOMPARE(recorder.pressed, u"abcde\r"_s);
}

void ScannerTest::tabEndsAScanWhereItIsSet()
{
    m->m->window->search().setFocus();
    m->scan(teaBarcode, Qt::Key_Tab);
    QCOMPARE(m->searchText(), teaBarcode); // Tab went on
    QVERIFY(!m->m->window->search().hasFocus());
    ui::ScanFeedback::setEndsWithTab(true);
    m->m->window->search().clear();
    m->m->window->search().setFocus();
    m->scan(teaBarcode, Qt::Key_Tab);
    QTRY_COMPARE(m->searchText(), u"product:TEA"_s);
    m->scan(u"L-204"_s); // Enter does it all the same
    QTRY_COMPARE(m->searchText(), u"lot:L-204"_s);
}

void ScannerTest::aKeyHeldDownIsNoScan()
{
    m->m->window->search().setFocus();
    for (int i = 0; i < 10; ++i) {
        m->now += 30;
        QKeyEvent repeat(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, u"a"_s, i > 0);
        QCoreApplication::sendEvent(&m->m->window->search(), &repeat);
    }
    m->now += 30;
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(m->searchText(), QString(10, u'a'));
    QTRY_VERIFY(m->m->calm());
    QCOMPARE(m->sounds, 0);
}

void ScannerTest::dialogsTakeTheCodeButNotTheEnter()
{
    QDialog dialog(m->m->window.get());
    auto *layout = new QVBoxLayout(&dialog);
    auto *first = new QLineEdit(&dialog);
    auto *second = new QLineEdit(&dialog);
    auto *save = new QPushButton(u"Save"_s, &dialog);
    save->setDefault(true);
    connect(save, &QPushButton::clicked, &dialog, &QDialog::accept);
    for (QWidget *widget : {static_cast<QWidget *>(first),
                            static_cast<QWidget *>(second),
                            static_cast<QWidget *>(save)})
        layout->addWidget(widget);
    dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    first->setFocus();
    QTRY_VERIFY(first->hasFocus());
    m->scan(teaBarcode);
    QVERIFY(dialog.isVisible());
    QCOMPARE(first->text(), teaBarcode);
    QVERIFY(second->hasFocus());
    QCOMPARE(m->sounds, 0);
    save->setFocus();
    m->scan(teaBarcode);
    QVERIFY(dialog.isVisible());
    QCOMPARE(m->sounds, 1);
    m->now += 500;
    QTest::keyClick(save, Qt::Key_Return); // by hand
    QVERIFY(!dialog.isVisible());
}

void ScannerTest::theGuardOfADialogStands()
{
    QDialog dialog(m->m->window.get());
    auto *layout = new QVBoxLayout(&dialog);
    auto *retry = new QPushButton(u"Retry"_s, &dialog);
    retry->setDefault(true);
    layout->addWidget(retry);
    int clicks = 0;
    connect(retry, &QPushButton::clicked, &dialog, [&clicks] { ++clicks; });
    dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    retry->setFocus();
    QTRY_VERIFY(retry->hasFocus());
    auto *guard = new ui::KeyGuard(&dialog, 300, [this] { return m->now; });
    m->now += 5'000;
    guard->arm();
    for (const QChar each : u"123456789"_s) // ends within its time
        m->press(each);
    QTest::keyClick(retry, Qt::Key_Return);
    QCOMPARE(clicks, 0);
    QCOMPARE(m->sounds, 0);
    QVERIFY(m->notice().isEmpty());
    m->now += 5'000;
    guard->arm();
    m->now += 240;
    for (const QChar each : u"123456789"_s) // and beyond it
        m->press(each);
    m->now += m->between;
    QTest::keyClick(retry, Qt::Key_Return);
    QCOMPARE(clicks, 0);
    QCOMPARE(m->sounds, 0);
    m->now += 500;
    m->scan(u"123456789"_s); // later: it presses nothing
    QCOMPARE(clicks, 0);
    QCOMPARE(m->sounds, 1);
    m->now += 500;
    QTest::keyClick(retry, Qt::Key_Return);
    QCOMPARE(clicks, 1);
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::ScannerTest)
#include "scannertest.moc"
