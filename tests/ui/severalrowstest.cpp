#include "storage/gate.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testprogram.h"
#include "tests/ui/formsfixture.h"
#include "ui/desktop.h"
#include "ui/forms/undoer.h"
#include "ui/look/theme.h"
#include "ui/mainwindow.h"
#include "ui/stock/stockmodel.h"
#include "ui/stock/stockplace.h"
#include "ui/stock/stockview.h"
#include "ui/workspace.h"

#include <QStatusBar>
#include <QStatusTipEvent>
#include <QTableWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tanaban::test {

using ui::ActionKind;
using ui::ConflictDialog;

/// Actions on many rows and Undo, with real keys and buttons on a real database.
class SeveralRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void oneConflictForTwoOfThree();
    void rowsThatCannotAreLeftOut();
    void movesSeveralIntoOneBin();
    void keysAloneReserveThreeAndUndo();
    void undoIsOfferedForATime();
    void undoSaysWhyNot();
};

namespace {

/// Twelve each of three lots in bins.
std::vector<qint64> threeRows(TestDatabase &database)
{
    std::vector<qint64> ids;
    for (const char *bin : {"A-01", "A-02", "A-03"}) {
        StockSeed seed;
        seed.bin = QString::fromLatin1(bin);
        seed.lot = u"L-"_s + seed.bin;
        seed.onHand = 12;
        ids.push_back(database.stockRow(seed));
    }
    return ids;
}

void reserveElsewhere(TestDatabase &database, qint64 id, qint64 quantity)
{
    // Not on this thread: no store is asked from the thread that draws.
    std::unique_ptr<QThread> thread(QThread::create([&] {
        const auto other = database.open();
        SystemClock clock;
        NoJournal journal;
        CommandRunner runner(other->store(), clock, journal, [] { return 0.5; });
        const StockCommand command{newCommandId(), Reserve{id, quantity}, {}, u"tester"_s};
        if (!std::holds_alternative<Committed>(runner.run(command, ConflictPolicy::Retry).outcome))
            qFatal("the other person could not reserve");
    }));
    thread->start();
    thread->wait();
}

ui::StockForm *openOn(FormsFixture &m, ActionKind kind, const std::vector<qint64> &ids)
{
    m.controller.start(kind, ids);
    if (!QTest::qWaitFor([&] { return m.controller.form() && m.controller.form()->isVisible(); }))
        return nullptr;
    return QTest::qWaitForWindowActive(m.controller.form()) ? m.controller.form() : nullptr;
}

qint64 reservedSum(TestDatabase &database)
{
    return database.scalar(u"SELECT sum(reserved) FROM stock"_s).toLongLong();
}

qint64 commandsOf(TestDatabase &database, const QString &kind)
{
    return database.count(u"commands"_s, u"kind = '%1'"_s.arg(kind));
}

} // namespace

void SeveralRowsTest::initTestCase()
{
    QCoreApplication::setOrganizationName(u"tanaban-test"_s);
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
    QLocale::setDefault(QLocale::c());
}

void SeveralRowsTest::oneConflictForTwoOfThree()
{
    TestDatabase database(Engine::Sqlite);
    const std::vector<qint64> ids = threeRows(database);
    FormsFixture m(database.store());
    auto *form = openOn(m, ActionKind::Reserve, ids);
    QVERIFY(form);
    type(form, "quantityEdit", u"5"_s);
    QVERIFY2(textOf(form, "rowsTableNote").contains(u"3 of 3"_s),
             qPrintable(textOf(form, "rowsTableNote")));
    reserveElsewhere(database, ids[0], 4);
    reserveElsewhere(database, ids[2], 1);
    press(form, "commitButton");
    auto *dialog = m.conflict();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChildren<QLabel *>(u"storyLine"_s).size(), 2);
    QCOMPARE(dialog->findChildren<QLabel *>(u"placeLabel"_s).size(), 2);
    const auto effects = dialog->findChildren<QLabel *>(u"rowEffect"_s);
    QCOMPARE(effects.size(), 2);
    QVERIFY2(effects[0]->text().contains(u"3 of 8"_s), qPrintable(effects[0]->text()));
    QVERIFY2(effects[1]->text().contains(u"6 of 11"_s), qPrintable(effects[1]->text()));
    QCOMPARE(reservedSum(database), 5);
    QCOMPARE(m.window.findChildren<ConflictDialog *>().size(), 1);
    m.letTimePass();
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m.messages.size(), 1);
    QVERIFY2(m.messages[0].contains(u"15"_s), qPrintable(m.messages[0]));
    QCOMPARE(reservedSum(database), 20);
    QCOMPARE(commandsOf(database, u"reserve"_s), 3); // two of theirs, one of ours
    QCOMPARE(database.audit(), QStringList());
}

void SeveralRowsTest::rowsThatCannotAreLeftOut()
{
    TestDatabase database(Engine::Sqlite);
    std::vector<qint64> ids = threeRows(database);
    StockSeed seed;
    seed.lot = u"L-X"_s;
    seed.status = StockStatus::Quarantined;
    ids.push_back(database.stockRow(seed));
    FormsFixture m(database.store());
    auto *form = openOn(m, ActionKind::Reserve, ids);
    QVERIFY(form);
    auto *table = form->findChild<QTableWidget *>(u"rowsTable"_s);
    QCOMPARE(table->item(3, 0)->checkState(), Qt::Unchecked);
    QVERIFY(!(table->item(3, 0)->flags() & Qt::ItemIsEnabled));
    QVERIFY2(!table->item(3, 3)->text().isEmpty(), "it says why");
    table->item(1, 0)->setCheckState(Qt::Unchecked); // the person leaves one out
    press(form, "allButton");
    QVERIFY(textOf(form, "rowsTableNote").contains(u"2 of 4"_s));
    // One more than there is: the row says so, and nothing is sent.
    auto *edit = qobject_cast<QLineEdit *>(table->cellWidget(2, 2));
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, u"13"_s);
    QVERIFY2(table->item(2, 3)->text().contains(u"only 12"_s),
             qPrintable(table->item(2, 3)->text()));
    press(form, "commitButton");
    QVERIFY(form->isVisible());
    QCOMPARE(reservedSum(database), 0);
    edit->selectAll();
    QTest::keyClicks(edit, u"2"_s);
    press(form, "commitButton");
    QTRY_COMPARE(m.messages.size(), 1);
    QCOMPARE(reservedSum(database), 14);
    QCOMPARE(commandsOf(database, u"reserve"_s), 1);
    QCOMPARE(database.audit(), QStringList());
}

void SeveralRowsTest::movesSeveralIntoOneBin()
{
    TestDatabase database(Engine::Sqlite);
    const std::vector<qint64> ids = threeRows(database);
    database.bin(u"WH001"_s, 1, u"Z-01"_s);
    FormsFixture m(database.store());
    auto *form = openOn(m, ActionKind::Move, ids);
    QVERIFY(form);
    type(form, "quantityEdit", u"12"_s);
    QTRY_COMPARE(form->findChild<QComboBox *>(u"zoneBox"_s)->currentData().toInt(), 1);
    form->findChild<QComboBox *>(u"binBox"_s)->setEditText(u"Z-01"_s);
    QTRY_VERIFY2(textOf(form, "effectLabel").contains(u"All 3"_s),
                 qPrintable(textOf(form, "effectLabel")));
    press(form, "commitButton");
    QTRY_COMPARE(m.messages.size(), 1);
    QCOMPARE(database.scalar(u"SELECT sum(on_hand) FROM stock WHERE bin = 'Z-01'"_s).toInt(), 36);
    QCOMPARE(commandsOf(database, u"move"_s), 1);
    QTRY_VERIFY(!m.controller.form());
    m.controller.undoer().undo();
    QTRY_COMPARE(m.messages.size(), 2);
    QVERIFY2(m.messages[1].startsWith(u"Undone: Moved"_s), qPrintable(m.messages[1]));
    QCOMPARE(database.scalar(u"SELECT sum(on_hand) FROM stock WHERE bin = 'Z-01'"_s).toInt(), 0);
    QCOMPARE(database.audit(), QStringList());
}

/// The whole window, no mouse: Shift+Down, Ctrl+R, a number, Enter, and Ctrl+Z.
void SeveralRowsTest::keysAloneReserveThreeAndUndo()
{
    TestDatabase database(Engine::Sqlite);
    threeRows(database);
    SystemClock clock;
    storage::SqlGate gate;
    ui::Theme theme(*qApp, ui::ThemeChoice::Light);
    ui::Desktop desktop(
        ui::Environment{gate,
                        clock,
                        [](const DatabaseUrl &) { return std::make_unique<NoJournal>(); },
                        u"tester"_s},
        theme);
    desktop.start(database.url(), u"tester"_s);
    QTRY_VERIFY(desktop.firstWindow()->workspace());
    ui::MainWindow &window = *desktop.firstWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    ui::StockView &view = window.workspace()->stockPlace().view();
    QTRY_COMPARE(view.model()->rowCount(), 3);
    view.setFocus();
    view.selectFirst();
    QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(view.selectedIds(10).size(), size_t(3));
    window.workspace()->refresh(); // what others do does not change the selection
    QTest::qWait(1800);
    QCOMPARE(view.selectedIds(10).size(), size_t(3));
    QTest::keyClick(&view, Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY(window.workspace()->controller().form());
    ui::StockForm *form = window.workspace()->controller().form();
    QVERIFY(QTest::qWaitForWindowActive(form));
    QTest::keyClicks(form->focusWidget(), u"8"_s);
    QTest::keyClick(form->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(reservedSum(database), 24);
    QCOMPARE(commandsOf(database, u"reserve"_s), 1);

    QAction *undo = window.actions().undo;
    QTRY_VERIFY(undo->isEnabled());
    QVERIFY2(undo->text().contains(u"Reserved 24"_s), qPrintable(undo->text()));
    auto *button = window.findChild<QToolButton *>(u"undoButton"_s);
    QTRY_VERIFY(button->isVisible());
    // The pointer on it covers neither the button nor its sentence.
    QStatusTipEvent hint(undo->statusTip());
    QApplication::sendEvent(button, &hint);
    QVERIFY(button->isVisible());
    QVERIFY(window.statusBar()->currentMessage().isEmpty());
    // Beside another sentence it would seem to be about that.
    window.setMessage(u"Something else"_s);
    QVERIFY(!button->isVisible());
    window.activateWindow(); // not every desktop gives the focus back
    QVERIFY(QTest::qWaitForWindowActive(&window));
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(reservedSum(database), 0);
    QTRY_VERIFY(!undo->isEnabled());
    QVERIFY(!window.findChild<QToolButton *>(u"undoButton"_s)->isVisible());
    QTRY_VERIFY(window.findChild<QLabel *>(u"message"_s)->text().startsWith(u"Undone: "_s));
    QCOMPARE(commandsOf(database, u"undo_reserve"_s), 1);
    QCOMPARE(database.audit(), QStringList());
}

void SeveralRowsTest::undoIsOfferedForATime()
{
    TestDatabase database(Engine::Sqlite);
    const std::vector<qint64> ids = threeRows(database);
    FormsFixture m(database.store());
    ui::FormTiming timing;
    timing.undoOffered = 50;
    m.controller.setTiming(timing);
    ui::Undoer &undoer = m.controller.undoer();
    QVERIFY(undoer.deed().isEmpty());
    QVERIFY(!undoer.whyNot().isEmpty());
    auto *form = m.open(ActionKind::Reserve, ids[0]);
    QVERIFY(form);
    type(form, "quantityEdit", u"8"_s);
    QSignalSpy changed(&undoer, &ui::Undoer::changed);
    press(form, "commitButton");
    QTRY_COMPARE(m.messages.size(), 1);
    QTRY_VERIFY(undoer.deed().isEmpty() && changed.size() >= 2); // offered, then gone
    undoer.undo();
    QTest::qWait(20);
    QCOMPARE(reservedSum(database), 8);
}

void SeveralRowsTest::undoSaysWhyNot()
{
    TestDatabase database(Engine::Sqlite);
    const std::vector<qint64> ids = threeRows(database);
    FormsFixture m(database.store());
    auto *form = m.open(ActionKind::Adjust, ids[0]);
    QVERIFY(form);
    type(form, "quantityEdit", u"+5"_s);
    form->findChild<QComboBox *>(u"reasonBox"_s)->setEditText(u"Found"_s);
    press(form, "commitButton");
    QTRY_COMPARE(m.messages.size(), 1);
    QTRY_VERIFY(!m.controller.form());
    reserveElsewhere(database, ids[0], 15); // of 17
    m.controller.undoer().undo();
    QTRY_COMPARE(m.messages.size(), 2);
    QVERIFY2(m.messages[1].contains(u"gone on"_s), qPrintable(m.messages[1]));
    QVERIFY(m.controller.undoer().deed().isEmpty());
    QVERIFY(m.controller.undoer().whyNot().contains(u"gone on"_s));
    QCOMPARE(commandsOf(database, u"undo_adjust"_s), 0);
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::SeveralRowsTest)
#include "severalrowstest.moc"
