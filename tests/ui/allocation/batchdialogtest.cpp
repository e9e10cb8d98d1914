// Batch allocation as people use it: the buttons and keys of the window, on a real database.
#include "tests/support/lossydatabase.h"
#include "tests/support/testprogram.h"
#include "tests/ui/allocation/batchfixture.h"
#include "tests/ui/walk/checks.h"

#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QSignalSpy>

#include <atomic>

using namespace Qt::StringLiterals;

namespace tanaban::test {

using ui::LineResult;

class BatchDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WindowFixture::prepare(u"batchdialogtest"_s); }
    void cleanup() { m.close(); }
    void fromTheMenuToTheSheet();
    void asItWasAskedFor();
    void triesTheRestAgain();
    void stopsInTheMiddle();
    void closingTheWindowStops();
    void nothingToDo();
    void noAnswerThenKnown();
    void fiftyThousandLines();

private:
    void makeMany(int orders);
    static qint64 toldBy(const ui::BatchDialog *dialog)
    {
        qint64 told = 0;
        for (const LineOutcome &line : dialog->run().report().lines)
            told += line.allocated;
        return told;
    }

    BatchFixture m;
};

void BatchDialogTest::makeMany(int orders)
{
    m.open();
    for (int i = 0; i < orders; ++i)
        m.order(u"N%1"_s.arg(i), {{u"P4"_s, 2}, {u"P5"_s, 3}});
    m.stock("P4", "L", 1, 100'000);
    m.stock("P5", "L", 1, 100'000);
    m.commitOrders();
    m.show();
}

void BatchDialogTest::fromTheMenuToTheSheet()
{
    m.makeOrders();
    ui::BatchDialog *dialog = m.openDialog();
    QVERIFY(dialog);
    QTRY_COMPARE(m.said(dialog, "prospect"), u"4 lines of 3 orders lack stock."_s);
    QCOMPARE(m.allocated(), 0);
    QSignalSpy told(dialog, &ui::BatchDialog::message);
    QVERIFY(BatchFixture::allocate(dialog));
    QCOMPARE(m.said(dialog, "summary"), u"2 lines done, 1 partly, 1 short, 0 blocked."_s);
    QCOMPARE(told.size(), 1);
    QCOMPARE(m.allocated(), 70);
    QCOMPARE(toldBy(dialog), 70);
    ui::ResultModel &model = BatchFixture::sheetOf(dialog).model();
    QCOMPARE(model.rowCount(), 4);
    const auto cell = [&](int row, int column) {
        return model.index(row, column).data().toString();
    };
    QCOMPARE(cell(1, ui::ResultModel::Result), u"partly"_s);
    QCOMPARE(cell(1, ui::ResultModel::Order), u"O2"_s);
    QVERIFY(cell(1, ui::ResultModel::Wanted).startsWith(u"50"));
    QVERIFY(cell(1, ui::ResultModel::Allocated).startsWith(u"40"));
    QCOMPARE(cell(2, ui::ResultModel::Result), u"short"_s);
    QVERIFY(!cell(2, ui::ResultModel::Message).isEmpty());
    QCOMPARE(m.database->audit(), QStringList());
    QCOMPARE(namelessControls(*dialog), QStringList());
    QCOMPARE(cutTexts(*dialog), QStringList());
    QCOMPARE(focusJumps(*dialog), QStringList());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m.window->window->findChild<ui::BatchDialog *>());
}

/// From the desk comes a strategy that no list has; and all of it waits for somebody to agree.
void BatchDialogTest::asItWasAskedFor()
{
    m.makeOrders();
    BatchRequest request;
    request.strategy = builtInStrategy(u"fifo"_s);
    request.strategy->completeness = Completeness::WholeOrder;
    ui::BatchDialog *dialog = m.window->window->workspace()->allocation().allocate(request);
    auto *strategies = m.part<QComboBox>(dialog, "strategyChoice");
    QVERIFY(strategies->currentText().contains(displayName(Completeness::WholeOrder)));
    const int asked = strategies->currentIndex();
    strategies->setCurrentIndex(0);
    strategies->setCurrentIndex(asked); // and back
    m.part<QCheckBox>(dialog, "forReviewBox")->setChecked(true);
    QVERIFY(BatchFixture::allocate(dialog));
    QCOMPARE(m.said(dialog, "summary"), u"2 lines done, 0 partly, 2 short, 0 blocked."_s);
    QCOMPARE(m.database->count(u"allocations"_s, u"state = 'open'"_s), 0);
    QVERIFY(m.database->count(u"allocations"_s, u"state = 'pending'"_s) > 0);
    QCOMPARE(m.database->audit(), QStringList());
}

void BatchDialogTest::triesTheRestAgain()
{
    m.makeOrders();
    ui::BatchDialog *dialog = m.openDialog();
    auto *strategies = m.part<QComboBox>(dialog, "strategyChoice");
    strategies->setCurrentIndex(strategies->findData(u"whole-orders"_s));
    QVERIFY(BatchFixture::allocate(dialog));
    QCOMPARE(m.said(dialog, "summary"), u"2 lines done, 0 partly, 2 short, 0 blocked."_s);
    QCOMPARE(m.allocated(), 30);
    QVERIFY(m.press(dialog, "againButton"));
    QTRY_COMPARE(m.said(dialog, "prospect"), u"2 lines of 1 orders lack stock."_s);
    // Esc leads back to the sheet, not out of it.
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(dialog->isVisible() && BatchFixture::showsSheet(dialog));
    QVERIFY(m.press(dialog, "againButton"));
    strategies->setCurrentIndex(strategies->findData(u"zone-priority"_s));
    QVERIFY(BatchFixture::allocate(dialog));
    // One sheet of both runs.
    QCOMPARE(m.said(dialog, "summary"), u"2 lines done, 1 partly, 1 short, 0 blocked."_s);
    QCOMPARE(BatchFixture::sheetOf(dialog).model().lineCount(), 4);
    QCOMPARE(m.allocated(), 70);
    QCOMPARE(toldBy(dialog), 70);
    QCOMPARE(m.database->audit(), QStringList());
}

void BatchDialogTest::stopsInTheMiddle()
{
    makeMany(500);
    BatchRequest request;
    request.linesInOneCommit = 1;
    request.workers = 2;
    ui::BatchDialog *dialog = m.window->window->workspace()->allocation().allocate(request);
    QVERIFY(m.press(dialog, "startButton"));
    QTRY_VERIFY_WITH_TIMEOUT(dialog->run().progress().linesDone > 20, 20'000);
    QCOMPARE(m.part<QPushButton>(dialog, "backButton")->text(), u"&Stop"_s);
    QTRY_VERIFY(m.said(dialog, "lines").contains(u"of 1,000 lines"));
    QVERIFY(m.press(dialog, "backButton"));
    QTRY_VERIFY_WITH_TIMEOUT(BatchFixture::showsSheet(dialog), 20'000);
    QVERIFY(dialog->isVisible());
    QVERIFY(dialog->run().report().stopped);
    QVERIFY(m.said(dialog, "trouble").contains(u"Stopped"));
    const auto &counts = BatchFixture::sheetOf(dialog).model().counts();
    QVERIFY(counts.at(LineResult::NotBegun) > 0);
    QVERIFY(counts.at(LineResult::Done) > 20);
    QCOMPARE(toldBy(dialog), m.allocated());
    QCOMPARE(m.allocated() % 5, 0); // whole orders only
    QCOMPARE(m.database->audit(), QStringList());
    QVERIFY(m.press(dialog, "againButton"));
    QVERIFY(BatchFixture::allocate(dialog));
    QCOMPARE(m.allocated(), 2500);
    QCOMPARE(toldBy(dialog), 2500);
}

void BatchDialogTest::closingTheWindowStops()
{
    makeMany(150);
    BatchRequest request;
    request.linesInOneCommit = 1;
    request.workers = 2;
    ui::BatchDialog *dialog = m.window->window->workspace()->allocation().allocate(request);
    QVERIFY(m.press(dialog, "startButton"));
    QTRY_VERIFY_WITH_TIMEOUT(dialog->run().progress().linesDone > 10, 20'000);
    QVERIFY(m.window->window->workspace()->busy());
    QVERIFY(!m.window->window->close()); // it tells first
    QVERIFY(m.window->window->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(BatchFixture::showsSheet(dialog), 20'000);
    QCOMPARE(toldBy(dialog), m.allocated());
    QVERIFY(m.allocated() < 750);
    QVERIFY(m.window->window->close());
    // And a window that is simply gone: the runner waits for what is under way.
    m.window.reset();
    QCOMPARE(m.allocated() % 5, 0);
    QCOMPARE(m.database->audit(), QStringList());
}

void BatchDialogTest::nothingToDo()
{
    m.open();
    m.show();
    ui::BatchDialog *dialog = m.openDialog();
    QTRY_COMPARE(m.said(dialog, "prospect"), u"No open order lacks stock."_s);
    QVERIFY(!m.part<QPushButton>(dialog, "startButton")->isEnabled());
}

void BatchDialogTest::noAnswerThenKnown()
{
    m.open();
    for (int i = 0; i < 20; ++i)
        m.order(u"N%1"_s.arg(i), {{u"P1"_s, 2}});
    m.commitOrders();
    storage::SqlGate real;
    LossyGate gate(real);
    std::atomic<int> writes{0};
    std::atomic<bool> silent{true};
    gate.loss = [&] {
        if (++writes < 5 || !silent)
            return LossyStore::Loss::None;
        return writes == 5 ? LossyStore::Loss::After : LossyStore::Loss::Before;
    };
    SystemClock clock;
    ui::Theme theme{*qApp, ui::ThemeChoice::Light};
    ui::Session session(
        ui::Environment{gate,
                        clock,
                        [](const DatabaseUrl &) { return std::make_unique<NoJournal>(); },
                        u"tester"_s},
        m.database->url(),
        u"tester"_s);
    ui::MainWindow window(session, theme);
    window.show();
    session.open();
    QTRY_VERIFY_WITH_TIMEOUT(window.workspace(), 20'000);
    BatchRequest request;
    request.linesInOneCommit = 1;
    request.workers = 1;
    ui::BatchDialog *dialog = window.workspace()->allocation().allocate(request);
    QVERIFY(m.press(dialog, "startButton"));
    QTRY_VERIFY_WITH_TIMEOUT(m.said(dialog, "silence").contains(u"does not answer"), 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(BatchFixture::showsSheet(dialog), 30'000);
    QVERIFY(m.said(dialog, "trouble").contains(u"Of 1 lines it is not known"));
    const auto &counts = BatchFixture::sheetOf(dialog).model().counts();
    QCOMPARE(counts.at(LineResult::Done), 4);
    QCOMPARE(counts.at(LineResult::Checking), 1);
    QCOMPARE(counts.at(LineResult::NotBegun), 15);
    QVERIFY(!m.part<QPushButton>(dialog, "againButton")->isEnabled());
    silent = false;
    QTRY_VERIFY_WITH_TIMEOUT(!counts.contains(LineResult::Checking), 15'000);
    QCOMPARE(counts.at(LineResult::Done), 5); // it had arrived
    QCOMPARE(toldBy(dialog), m.allocated());
    QVERIFY(m.press(dialog, "againButton"));
    QVERIFY(BatchFixture::allocate(dialog));
    QCOMPARE(m.allocated(), 40);
    QCOMPARE(m.database->audit(), QStringList());
}

void BatchDialogTest::fiftyThousandLines()
{
    std::vector<LineOutcome> lines(50'000);
    for (size_t i = 0; i < lines.size(); ++i) {
        lines[i].number = u"SO-%1"_s.arg(i / 5);
        lines[i].line = int(i % 5) + 1;
        lines[i].product = u"P-%1"_s.arg(i % 997);
        lines[i].productName = u"Something to be stored"_s;
        lines[i].wanted = qint64(i % 50) + 1;
        lines[i].kind = LineOutcome::Kind(i % 4);
    }
    ui::ResultSheet sheet(nullptr);
    sheet.resize(1000, 600);
    sheet.show();
    QElapsedTimer time;
    time.start();
    sheet.setLines(lines);
    const qint64 filled = time.restart();
    m.part<QLineEdit>(&sheet, "resultSearch")->setText(u"p-99 so-1"_s);
    const qint64 searched = time.restart();
    QVERIFY(sheet.model().rowCount() > 0 && sheet.model().rowCount() < 50'000);
    m.part<QLineEdit>(&sheet, "resultSearch")->clear();
    time.restart();
    sheet.view().horizontalHeader()->setSortIndicator(ui::ResultModel::Product, Qt::AscendingOrder);
    const qint64 sorted = time.restart();
    QCOMPARE(sheet.model().lineAt(0).product, u"P-0"_s);
    qInfo("ms: filled %lld, searched %lld, sorted %lld", filled, searched, sorted);
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::BatchDialogTest)
#include "batchdialogtest.moc"
