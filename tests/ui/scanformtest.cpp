#include "tests/support/testprogram.h"
#include "tests/ui/scanfixture.h"

using namespace Qt::StringLiterals;

namespace tanaban::test {

/// Scans fill in forms and go on to the next field; they never commit.
class ScanFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void receiveByScansAlone();
    void receiveByOneLabel();
    void receiveKeepsWhatWasBegun();
    void moveToAScannedBin();
    void aWrongProductIsNotShipped();
    void severalRowsAreFoundByScans();

private:
    std::unique_ptr<ScanFixture> m;
};

void ScanFormTest::initTestCase()
{
    WindowFixture::prepare(u"scanformtest"_s);
}

void ScanFormTest::init()
{
    QSettings().clear();
    m = std::make_unique<ScanFixture>();
}

void ScanFormTest::cleanup()
{
    m.reset();
}

void ScanFormTest::receiveByScansAlone()
{
    ui::StockForm *form = m->open(ui::ActionKind::Receive);
    QVERIFY(form);
    m->scan(teaBarcode);
    QTRY_COMPARE(m->textOf("productEdit"), u"TEA"_s);
    QTRY_COMPARE(ScanFixture::focused(), u"lotEdit"_s);
    m->scan(u"LOT-77"_s); // a new one
    QTRY_COMPARE(m->textOf("lotEdit"), u"LOT-77"_s);
    QTRY_COMPARE(ScanFixture::focused(), u"expiresEdit"_s);
    m->scan(u"20280229"_s);
    QTRY_COMPARE(m->textOf("expiresEdit"), u"20280229"_s);
    QTRY_COMPARE(ScanFixture::focused(), u"quantityEdit"_s);
    m->between = 100;
    for (const QChar each : u"24"_s)
        m->press(each);
    m->between = 8;
    QCOMPARE(m->textOf("quantityEdit"), u"24"_s);
    m->scan(u"c-03"_s); // a bin: the one in the zone that is chosen
    QTRY_COMPARE(m->textOf("binBox"), u"C-03"_s);
    QCOMPARE(m->textOf("quantityEdit"), u"24"_s); // as before the scan
    QCOMPARE(m->sounds, 0);
    // Nothing was committed by any of these Enters; the button has the keyboard now.
    QVERIFY(form->isVisible());
    QTRY_COMPARE(ScanFixture::focused(), u"commitButton"_s);
    QTRY_VERIFY(m->m->calm());
    m->now += 500;
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m->database.count(u"stock"_s,
                                   u"lot = 'LOT-77' AND bin = 'C-03' "
                                   "AND zone_number = 2 AND on_hand = 24"_s),
                 1);
}

void ScanFormTest::receiveByOneLabel()
{
    QVERIFY(m->open(ui::ActionKind::Receive));
    m->scan(u"]d2010490123456789417280200"_s + u"10B/9"_s + groupSeparator + u"37144"_s);
    QTRY_COMPARE(m->textOf("productEdit"), u"TEA"_s);
    QCOMPARE(m->textOf("lotEdit"), u"B/9"_s);
    QCOMPARE(m->textOf("expiresEdit"), u"2028-02-29"_s);
    QCOMPARE(m->textOf("quantityEdit"), u"144"_s);
    QTRY_COMPARE(ScanFixture::focused(), u"commitButton"_s);
    m->scan(u"]d2010490123456789510B"_s); // read wrongly
    QTRY_VERIFY(m->notice().contains(u"check digit"_s));
    QCOMPARE(m->textOf("lotEdit"), u"B/9"_s);
    QCOMPARE(m->sounds, 1);
}

void ScanFormTest::receiveKeepsWhatWasBegun()
{
    ui::StockForm *form = m->open(ui::ActionKind::Receive);
    m->scan(teaBarcode);
    QTRY_COMPARE(m->textOf("productEdit"), u"TEA"_s);
    auto *lot = form->findChild<QLineEdit *>(u"lotEdit"_s);
    lot->setText(u"ABCD"_s);
    lot->setFocus();
    lot->setCursorPosition(2);
    m->scan(u"milk"_s); // other goods, with the keyboard in the middle of a text
    QTRY_COMPARE(m->notice(),
                 u"This is Product MILK. Finish or leave what you began with Green tea first."_s);
    QCOMPARE(lot->text(), u"ABCD"_s);
    QCOMPARE(lot->cursorPosition(), 2);
    QCOMPARE(m->textOf("productEdit"), u"TEA"_s);
    // With the keyboard in the field of the product: it is as it was, too.
    auto *product = form->findChild<QLineEdit *>(u"productEdit"_s);
    product->setFocus();
    m->scan(u"4006381333931"_s);
    QTRY_VERIFY(m->notice().contains(u"4006381333931"_s));
    QCOMPARE(m->textOf("productEdit"), u"TEA"_s);
    form->findChild<QLineEdit *>(u"quantityEdit"_s)->setText(u"1"_s);
    QTRY_VERIFY(m->m->calm());
    QCOMPARE(form->findChild<QLabel *>(u"productEditNote"_s)->text(),
             u"Green tea · room temperature"_s.replace(u"room"_s, u"Room"_s));
    form->reject();
}

void ScanFormTest::moveToAScannedBin()
{
    QVERIFY(m->select(u"tea"_s));
    QVERIFY(m->open(ui::ActionKind::Move));
    m->scan(u"B-07"_s); // in another zone
    QTRY_COMPARE(m->textOf("binBox"), u"B-07"_s);
    QVERIFY(m->textOf("zoneBox").startsWith(u'2'));
    QTRY_COMPARE(ScanFixture::focused(), u"quantityEdit"_s);
    m->scan(u"F-01"_s); // frozen goods only
    QTRY_COMPARE(m->notice(), u"F-01 cannot take these goods: not for these goods."_s);
    QCOMPARE(m->textOf("binBox"), u"B-07"_s);
    m->scan(u"milk"_s);
    QTRY_COMPARE(m->notice(), u"This is Product MILK, not Green tea."_s);
    QCOMPARE(m->sounds, 2);
    m->scan(teaBarcode); // the right goods
    QTRY_VERIFY(m->m->calm());
    QVERIFY(m->notice().isEmpty());
    // A bin code of two zones: that of the zone which is chosen.
    m->scan(u"C-03"_s);
    QTRY_COMPARE(m->textOf("binBox"), u"C-03"_s);
    QVERIFY(m->textOf("zoneBox").startsWith(u'2'));
    QVERIFY(!QApplication::activePopupWidget());
}

void ScanFormTest::aWrongProductIsNotShipped()
{
    m->database.sql(u"UPDATE stock SET reserved = 0"_s);
    QVERIFY(m->select(u"tea"_s));
    ui::StockForm *form = m->open(ui::ActionKind::Reserve);
    QVERIFY(form);
    m->scan(u"M-1"_s);
    QTRY_COMPARE(m->notice(), u"This is lot M-1, not L-204."_s);
    m->scan(u"B-07"_s);
    QTRY_COMPARE(m->notice(), u"This is bin B-07, but the goods are in A-01."_s);
    m->scan(u"(01)04901234567894(10)L-204(37)12"_s);
    QTRY_COMPARE(m->textOf("quantityEdit"), u"12"_s);
    QVERIFY(m->notice().isEmpty());
    QTRY_COMPARE(ScanFixture::focused(), u"commitButton"_s);
    QVERIFY(form->isVisible());
}

void ScanFormTest::severalRowsAreFoundByScans()
{
    m->stock().view().selectAll();
    QTRY_COMPARE(m->stock().stockRows().size(), 2);
    QTRY_VERIFY(m->m->calm());
    ui::StockForm *form = m->open(ui::ActionKind::Reserve);
    QVERIFY(form);
    const auto name = [] { return QApplication::focusWidget()->accessibleName(); };
    m->scan(teaBarcode);
    QTRY_VERIFY2(name().contains(u"Green tea"_s), qPrintable(name()));
    m->scan(u"M-1"_s); // a lot
    QTRY_VERIFY2(name().contains(u"MILK"_s), qPrintable(name()));
    m->scan(u"]d2010490123456789410L-204"_s + groupSeparator + u"3712"_s);
    QTRY_VERIFY2(name().contains(u"Green tea"_s), qPrintable(name()));
    QTRY_COMPARE(qobject_cast<QLineEdit *>(QApplication::focusWidget())->text(), u"12"_s);
    QCOMPARE(m->sounds, 0);
    m->scan(u"]d2010490123456789410L-999"_s);
    QTRY_COMPARE(m->notice(), u"Green tea, lot L-999, is in none of these rows."_s);
    m->scan(u"C-03"_s); // nothing is put into a bin here
    QTRY_VERIFY2(m->notice().contains(u"C-03"_s), qPrintable(m->notice()));
    QCOMPARE(m->sounds, 2);
    QVERIFY(!QApplication::activePopupWidget());
    form->reject();
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::ScanFormTest)
#include "scanformtest.moc"
