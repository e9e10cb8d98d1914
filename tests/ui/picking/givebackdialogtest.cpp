// An order is cancelled of which goods are set aside: asked first, and all of it or nothing.
#include "ui/picking/givebackdialog.h"

#include "tests/support/testprogram.h"
#include "tests/ui/picking/pickfixture.h"

using namespace Qt::StringLiterals;

namespace tanaban::test {

using ui::GiveBackDialog;

class GiveBackDialogTest
    : public QObject
    , private PickFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addEngines(); }
    void initTestCase() { WindowFixture::prepare(u"givebackdialogtest"_s); }
    void init();
    void cleanup() { end(); }
    void givesBackAndCancels();
    void cancelsNothingWhenPicksWentOn();
};

void GiveBackDialogTest::init()
{
    QFETCH_GLOBAL(Engine, engine);
    fill(engine);
}

void GiveBackDialogTest::givesBackAndCancels()
{
    orderWithGoods(u"SO-1"_s, 16);
    openWindow();
    QVERIFY(choose(u"SO-1"_s));
    key(Qt::Key_F2, Qt::ControlModifier | Qt::ShiftModifier);
    auto dialog = opened<GiveBackDialog>();
    QVERIFY(dialog);
    const QString claims = textOf(dialog, "claimsLabel");
    QVERIFY2(claims.startsWith(u"Goods are set aside for 1 line"_s)
                 && claims.endsWith(u": 16 pcs of P1."_s),
             qPrintable(claims));
    key(Qt::Key_Return); // a careless Enter goes back
    QTRY_VERIFY(!dialog);
    QCOMPARE(sums(), u"30/16"_s);
    m_window->window->activateWindow(); // there is no desktop here that gives the keyboard back
    place().takeFocus();
    key(Qt::Key_F2, Qt::ControlModifier | Qt::ShiftModifier);
    dialog = opened<GiveBackDialog>();
    QVERIFY(dialog);
    key(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), button(dialog, "giveBackButton"));
    key(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(told(), u"Order SO-1 is cancelled."_s, 20'000);
    QTRY_VERIFY(!dialog);
    QCOMPARE(sums(), u"30/0"_s);
    QCOMPARE(stateOf(u"SO-1"_s), u"cancelled"_s);
    QCOMPARE(m_database->audit(), QStringList());
}

void GiveBackDialogTest::cancelsNothingWhenPicksWentOn()
{
    orderWithGoods(u"SO-1"_s, 16);
    openWindow();
    QVERIFY(choose(u"SO-1"_s));
    key(Qt::Key_F2, Qt::ControlModifier | Qt::ShiftModifier);
    const auto dialog = opened<GiveBackDialog>();
    QVERIFY(dialog);
    releaseElsewhere(u"A-1"_s);
    QTest::mouseClick(button(dialog, "giveBackButton"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(textOf(dialog, "problemLabel").contains(u"went on with these goods"_s),
                             20'000);
    QVERIFY(!button(dialog, "giveBackButton")->isVisible());
    QCOMPARE(sums(), u"30/10"_s); // not half of it
    QCOMPARE(stateOf(u"SO-1"_s), u"open"_s);
    key(Qt::Key_Return);
    QTRY_VERIFY(!dialog);
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::GiveBackDialogTest)
#include "givebackdialogtest.moc"
