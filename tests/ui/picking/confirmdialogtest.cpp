// A picker is back: keyboard, scanner, what was missing, and what others did meanwhile.
#include "ui/picking/confirmdialog.h"

#include "tests/support/testprogram.h"
#include "tests/ui/picking/pickfixture.h"
#include "ui/forms/quantityedit.h"
#include "ui/picking/picktable.h"

#include <QComboBox>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tanaban::test {

using ui::ConfirmDialog;

class ConfirmDialogTest
    : public QObject
    , private PickFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addEngines(); }
    void initTestCase() { WindowFixture::prepare(u"confirmdialogtest"_s); }
    void init();
    void cleanup() { end(); }
    void confirmsByKeyboard();
    void clicksTickOff();
    void takesItBack();
    void isThereAgainAfterTheEnd();
    void completesWhatWasSentOtherwise();
    void lessNeedsAReasonAndIsFetchedElsewhere();
    void nothingElseIsFree();
    void expiredMeanwhile();
    void growsWithWhatItSays();
    void leadsToTheNextOrder();
    void scansTickOff();
    void othersWentOnMeanwhile();
    void nothingToFetch();

private:
    QPointer<ConfirmDialog> openFor(const QString &number);
    static ui::PickTable *table(QWidget *dialog) { return dialog->findChild<ui::PickTable *>(); }
    /// "bin quantity" of each stop.
    static QStringList stops(QWidget *dialog)
    {
        QStringList texts;
        for (const PickedStop &stop : table(dialog)->picked().value_or(std::vector<PickedStop>()))
            texts << u"%1 %2"_s.arg(stop.stop.claim.place.bin).arg(stop.picked);
        return texts;
    }
    static QList<ui::QuantityEdit *> edits(QWidget *dialog)
    {
        return table(dialog)->findChildren<ui::QuantityEdit *>();
    }
};

void ConfirmDialogTest::init()
{
    QFETCH_GLOBAL(Engine, engine);
    fill(engine);
}

QPointer<ConfirmDialog> ConfirmDialogTest::openFor(const QString &number)
{
    openWindow();
    if (!choose(number))
        return nullptr;
    key(Qt::Key_F3);
    return opened<ConfirmDialog>();
}

void ConfirmDialogTest::confirmsByKeyboard()
{
    orderWithGoods(u"SO-1"_s, 16);
    const auto dialog = openFor(u"SO-1"_s);
    QVERIFY(dialog);
    QTRY_COMPARE(stops(dialog), (QStringList{u"C-1 10"_s, u"A-1 6"_s}));
    QVERIFY2(textOf(dialog, "effectLabel").startsWith(u"→  Leaves the house: 16 pcs of P1."_s),
             qPrintable(textOf(dialog, "effectLabel")));
    QTRY_COMPARE(QApplication::focusWidget(), edits(dialog).value(0));
    key(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), edits(dialog).value(1));
    QCOMPARE(table(dialog)->ticked(), 1);
    key(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), button(dialog, "confirmButton"));
    QCOMPARE(sums(), u"30/16"_s); // Enter leads, it does not send
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, 20'000);
    QCOMPARE(told(), u"Order SO-1: Shipped: 16 pcs of P1. The order is completed."_s);
    QCOMPARE(sums(), u"14/0"_s);
    QCOMPARE(stateOf(u"SO-1"_s), u"completed"_s);
    QCOMPARE(m_database->audit(), QStringList());
}

void ConfirmDialogTest::clicksTickOff()
{
    orderWithGoods(u"SO-1"_s, 16);
    const auto dialog = openFor(u"SO-1"_s);
    QVERIFY(dialog);
    QTRY_COMPARE(stops(dialog).size(), 2);
    ui::PickTable *stopTable = table(dialog);
    const QPoint box = stopTable->visualItemRect(stopTable->item(0, 0)).center();
    QTest::mouseClick(stopTable->viewport(), Qt::LeftButton, {}, box);
    QCOMPARE(stopTable->ticked(), 1);
    QCOMPARE(QApplication::focusWidget(), edits(dialog).value(1)); // on with the next one
    QTest::mouseClick(stopTable->viewport(), Qt::LeftButton, {}, box);
    QCOMPARE(stopTable->ticked(), 0);
}

/// What was not found stays given back; what left the house is the order's again.
void ConfirmDialogTest::takesItBack()
{
    orderWithGoods(u"SO-1"_s, 16);
    auto dialog = openFor(u"SO-1"_s);
    QVERIFY(dialog);
    QTRY_COMPARE(stops(dialog).size(), 2);
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, 20'000);
    QCOMPARE(stateOf(u"SO-1"_s), u"completed"_s);
    const QAction *undo = m_window->window->actions().undo;
    QTRY_VERIFY(undo->isEnabled());
    QVERIFY2(undo->text().endsWith(u"Order SO-1: Shipped: 16 pcs of P1."_s),
             qPrintable(undo->text()));
    key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(sums(), u"30/16"_s, 20'000);
    QCOMPARE(stateOf(u"SO-1"_s), u"open"_s);
    // The list shows it again, and the picks can be confirmed once more.
    QTRY_VERIFY_WITH_TIMEOUT(choose(u"SO-1"_s), 20'000);
    key(Qt::Key_F3);
    dialog = opened<ConfirmDialog>();
    QVERIFY(dialog);
    QTRY_COMPARE(stops(dialog), (QStringList{u"C-1 10"_s, u"A-1 6"_s}));
    QCOMPARE(m_database->audit(), QStringList());
}

/// The window goes away with the dialog open; the next one shows it as it was.
void ConfirmDialogTest::isThereAgainAfterTheEnd()
{
    orderWithGoods(u"SO-1"_s, 16);
    auto dialog = openFor(u"SO-1"_s);
    QVERIFY(dialog);
    QTRY_COMPARE(stops(dialog).size(), 2);
    key(Qt::Key_Return); // ticked off
    typeOver(u"4"_s);
    key(Qt::Key_Return);
    typeOver(u"dropped"_s);
    QTest::qWait(50);
    const QJsonArray left = table(dialog)->typed();
    end(false);
    openWindow();
    dialog = opened<ConfirmDialog>();
    QVERIFY(dialog);
    QTRY_COMPARE(stops(dialog), (QStringList{u"C-1 10"_s, u"A-1 4"_s}));
    QCOMPARE(table(dialog)->ticked(), 1);
    QCOMPARE(table(dialog)->picked()->back().reason, u"dropped"_s);
    QVERIFY(textOf(dialog, "resultLabel").contains(u"when the program ended"_s));
    dialog->reject();
    // The program may end again before the stops are read.
    ui::PickTable unread(nullptr);
    unread.retype(left);
    QCOMPARE(unread.typed(), left);
}

/// All goods left by another way than this dialog.
void ConfirmDialogTest::completesWhatWasSentOtherwise()
{
    orderWithGoods(u"SO-1"_s, 16);
    elsewhere([](Database &database) {
        Allocator allocator(database);
        ClaimQuery query;
        query.orderNumber = u"SO-1"_s;
        ClaimCommand ship;
        ship.kind = ClaimCommand::Kind::Ship;
        ship.id = newCommandId();
        ship.actor = u"mori"_s;
        const auto claims = database.claims().claims(query);
        for (const Claim &claim : *claims)
            ship.parts.push_back({claim.id, 0});
        allocator.runner().run(ship, ConflictPolicy::Retry);
    });
    QCOMPARE(sums(), u"14/0"_s);
    const auto dialog = openFor(u"SO-1"_s);
    QVERIFY(dialog);
    QTRY_VERIFY(textOf(dialog, "effectLabel").startsWith(u"Everything of this order was sent."_s));
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, 20'000);
    QCOMPARE(stateOf(u"SO-1"_s), u"completed"_s);
    QCOMPARE(told(), u"Order SO-1: The order is completed."_s);
}

void ConfirmDialogTest::lessNeedsAReasonAndIsFetchedElsewhere()
{
    orderWithGoods(u"SO-1"_s, 16);
    const auto dialog = openFor(u"SO-1"_s);
    QVERIFY(dialog);
    QTRY_COMPARE(stops(dialog).size(), 2);
    auto *reason = table(dialog)->findChildren<QComboBox *>().value(0);
    QVERIFY(!reason->isEnabled());
    typeOver(u"30"_s);
    QVERIFY2(textOf(dialog, "effectLabel").contains(u"only 10 pcs were to be fetched"_s),
             qPrintable(textOf(dialog, "effectLabel")));
    key(Qt::Key_A, Qt::ControlModifier);
    typeOver(u"3"_s);
    QVERIFY(reason->isEnabled());
    QVERIFY2(textOf(dialog, "effectLabel").contains(u"7 pcs less"_s),
             qPrintable(textOf(dialog, "effectLabel")));
    key(Qt::Key_Return, Qt::ControlModifier);
    QTest::qWait(50);
    QCOMPARE(sums(), u"30/16"_s); // not without a reason
    QCOMPARE(QApplication::focusWidget(), reason);
    typeOver(u"box was open"_s);
    key(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), edits(dialog).value(1));
    key(Qt::Key_Return, Qt::ControlModifier);
    // It stays, with what is to be fetched in its stead.
    QTRY_COMPARE_WITH_TIMEOUT(stops(dialog), (QStringList{u"B-1 3"_s, u"A-1 4"_s}), 20'000);
    QCOMPARE(
        textOf(dialog, "resultLabel"),
        u"Shipped: 9 pcs of P1. Given back: 7 pcs of P1. Set aside elsewhere instead: 7 pcs of "
        "P1."_s);
    QCOMPARE(sums(), u"21/7"_s);
    QCOMPARE(
        m_database->count(u"stock_events"_s, u"kind = 'release' AND reason = 'box was open'"_s), 1);
    QTRY_COMPARE(QApplication::focusWidget(), edits(dialog).value(0));
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, 20'000);
    QCOMPARE(sums(), u"14/0"_s);
    QCOMPARE(stateOf(u"SO-1"_s), u"completed"_s);
    QCOMPARE(m_database->audit(), QStringList());
}

void ConfirmDialogTest::nothingElseIsFree()
{
    orderWithGoods(u"SO-1"_s, 30);
    const auto dialog = openFor(u"SO-1"_s);
    QVERIFY(dialog);
    QTRY_COMPARE(stops(dialog), (QStringList{u"B-1 10"_s, u"C-1 10"_s, u"A-1 10"_s}));
    typeOver(u"0"_s);
    key(Qt::Key_Return);
    key(Qt::Key_Down); // the first of the usual reasons
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(sums(), u"10/0"_s, 20'000);
    QTRY_VERIFY(!dialog); // nothing is left to fetch
    QVERIFY2(told().endsWith(u"Still lacking, for nothing else is free: 10 pcs of P1."_s),
             qPrintable(told()));
    QCOMPARE(stateOf(u"SO-1"_s), u"open"_s);
    QCOMPARE(m_database->count(u"stock_events"_s, u"kind = 'release' AND reason = 'Not found'"_s),
             1);
    QCOMPARE(m_database->audit(), QStringList());
}

/// What has expired since it was set aside would be refused: it stays, and other goods are fetched.
void ConfirmDialogTest::expiredMeanwhile()
{
    orderWithGoods(u"SO-1"_s, 16);
    m_database->sql(u"UPDATE lots SET expires_on = '2020-01-31' WHERE lot = 'L1'"_s);
    const auto dialog = openFor(u"SO-1"_s);
    QVERIFY(dialog);
    QTRY_COMPARE(stops(dialog), (QStringList{u"C-1 0"_s, u"A-1 6"_s}));
    bool told = false;
    for (int column = 0; column < table(dialog)->columnCount(); ++column) {
        const QTableWidgetItem *cell = table(dialog)->item(0, column);
        told = told || (cell && cell->text().contains(u"expired on 2020-01-31"_s));
    }
    QVERIFY(told);
    QCOMPARE(table(dialog)->findChildren<QComboBox *>().value(0)->currentText(), u"Expired"_s);
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(stops(dialog), (QStringList{u"B-1 6"_s, u"A-1 4"_s}), 20'000);
    QCOMPARE(m_database->count(u"stock_events"_s, u"kind = 'release' AND reason = 'Expired'"_s), 1);
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, 20'000);
    QCOMPARE(stateOf(u"SO-1"_s), u"completed"_s);
    QCOMPARE(m_database->audit(), QStringList());
}

/// What it says takes another line, and covers nothing.
void ConfirmDialogTest::growsWithWhatItSays()
{
    orderWithGoods(u"SO-1"_s, 16);
    const auto dialog = openFor(u"SO-1"_s);
    QVERIFY(dialog);
    QTRY_COMPARE(stops(dialog).size(), 2);
    dialog->setMinimumWidth(0);
    dialog->resize(dialog->minimumSizeHint().width(), dialog->height());
    QTest::qWait(20);
    typeOver(u"3"_s);
    const auto *effect = dialog->findChild<QLabel *>(u"effectLabel"_s);
    QTRY_VERIFY(effect->height() >= effect->heightForWidth(effect->width()));
    QVERIFY(effect->heightForWidth(effect->width()) > 2 * effect->fontMetrics().height());
    QVERIFY(table(dialog)->geometry().bottom() < effect->geometry().top());
    QVERIFY(effect->geometry().bottom()
            < button(dialog, "confirmButton")->mapTo(dialog, QPoint()).y());
}

/// The list shows open orders: one that is completed leaves it, and what stood below it is next.
void ConfirmDialogTest::leadsToTheNextOrder()
{
    for (const QString &number : {u"SO-1"_s, u"SO-2"_s, u"SO-3"_s})
        orderWithGoods(number, 5);
    const auto dialog = openFor(u"SO-2"_s);
    QVERIFY(dialog);
    QCOMPARE(list()->records().rowOf(u"SO-2"_s), 1);
    QTRY_COMPARE(stops(dialog).size(), 1);
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, 20'000);
    QTRY_COMPARE(list()->records().rowCount(), 2);
    list()->setFocus();
    QTRY_COMPARE(list()->currentId(), u"SO-3"_s);
}

void ConfirmDialogTest::scansTickOff()
{
    orderWithGoods(u"SO-1"_s, 16);
    const auto dialog = openFor(u"SO-1"_s);
    QVERIFY(dialog);
    QTRY_COMPARE(stops(dialog).size(), 2);
    scan(u"a-1x"_s); // no such code
    QTRY_COMPARE(m_sounds, 1);
    scan(u"a-1"_s); // a bin
    QTRY_COMPARE(table(dialog)->ticked(), 1);
    QCOMPARE(QApplication::focusWidget(), edits(dialog).value(0)); // what is left
    QCOMPARE(stops(dialog), (QStringList{u"C-1 10"_s, u"A-1 6"_s}));
    scan(u"]d20104901234567894"_s + u"10L2"_s);
    QTRY_COMPARE(m_sounds, 2); // already
    scan(u"4006381333931"_s);
    QTRY_COMPARE(m_sounds, 3); // other goods
    scan(u"]d20104901234567894"_s + u"10L9"_s);
    QTRY_COMPARE(m_sounds, 4); // another lot of the same
    QCOMPARE(table(dialog)->ticked(), 1);
    // Boxes of five: two of them are all.
    const QString box = u"]d20104901234567894"_s + u"10L1"_s + groupSeparator + u"375"_s;
    scan(box);
    QTRY_COMPARE(stops(dialog), (QStringList{u"C-1 5"_s, u"A-1 6"_s}));
    QCOMPARE(table(dialog)->ticked(), 1);
    scan(box);
    QTRY_COMPARE(stops(dialog), (QStringList{u"C-1 10"_s, u"A-1 6"_s}));
    QCOMPARE(table(dialog)->ticked(), 2);
    QCOMPARE(m_sounds, 4);
    QCOMPARE(QApplication::focusWidget(), button(dialog, "confirmButton"));
    QCOMPARE(sums(), u"30/16"_s); // a scan sends nothing
    dialog->reject();
}

void ConfirmDialogTest::othersWentOnMeanwhile()
{
    orderWithGoods(u"SO-1"_s, 16);
    const auto dialog = openFor(u"SO-1"_s);
    QVERIFY(dialog);
    QTRY_COMPARE(stops(dialog).size(), 2);
    key(Qt::Key_Return);
    typeOver(u"4"_s);
    key(Qt::Key_Return);
    typeOver(u"dropped"_s);
    releaseElsewhere(u"C-1"_s);
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(textOf(dialog, "problemLabel").startsWith(u"⚠ Nothing was changed."_s),
                             20'000);
    QTRY_COMPARE(stops(dialog), QStringList{u"A-1 4"_s}); // what was typed is still there
    QCOMPARE(table(dialog)->picked()->front().reason, u"dropped"_s);
    QCOMPARE(sums(), u"30/6"_s);
    QTRY_VERIFY(button(dialog, "confirmButton")->isEnabled());
    dialog->reject();
}

void ConfirmDialogTest::nothingToFetch()
{
    m_database->order(u"SO-1"_s, {u"P1"_s});
    const auto dialog = openFor(u"SO-1"_s);
    QVERIFY(dialog);
    QTRY_VERIFY(textOf(dialog, "effectLabel").startsWith(u"There is nothing to fetch"_s));
    QVERIFY(!button(dialog, "confirmButton")->isEnabled());
    key(Qt::Key_Return, Qt::ControlModifier);
    key(Qt::Key_Escape);
    QTRY_VERIFY(!dialog);
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::ConfirmDialogTest)
#include "confirmdialogtest.moc"
