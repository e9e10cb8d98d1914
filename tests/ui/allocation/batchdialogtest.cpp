// Batch allocation as people use it: the buttons and keys of the window, on a real database.
#include "ui/allocation/batchdialog.h"

#include "tests/support/lossydatabase.h"
#include "tests/support/testprogram.h"
#include "tests/ui/allocation/allocationfixture.h"
#include "tests/ui/walk/checks.h"
#include "ui/allocation/resultsheet.h"
#include "ui/claims/holdersdialog.h"
#include "ui/export/exportdialog.h"
#include "ui/look/tableparts.h"
#include "ui/print/tableprintdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFile>
#include <QHeaderView>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableWidget>
#include <QTemporaryDir>

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
    void filtersSearchesAndSorts();
    void enterLeadsToTheOrder();
    void oneKeyLeadsToWhoHasIt();
    void exportsAndPrints();
    void asItWasAskedFor();
    void triesTheRestAgain();
    void stopsInTheMiddle();
    void closingTheWindowStops();
    void nothingToDo();
    void noAnswerThenKnown();
    void fiftyThousandLines();

private:
    /// O1 is done, O2 partly (P1) and short (P3), O3 done.
    void makeOrders();
    void makeMany(int orders);
    ui::BatchDialog *openDialog();
    /// Starts and waits for the sheet.
    static bool allocate(ui::BatchDialog *dialog);
    static ui::ResultSheet &sheetOf(QWidget *dialog)
    {
        return *dialog->findChild<ui::ResultSheet *>();
    }
    static bool showsSheet(const ui::BatchDialog *dialog)
    {
        return !dialog->run().isRunning()
               && dialog->findChild<QStackedWidget *>()->currentIndex() == 2;
    }
    static qint64 toldBy(const ui::BatchDialog *dialog)
    {
        qint64 told = 0;
        for (const LineOutcome &line : dialog->run().report().lines)
            told += line.allocated;
        return told;
    }

    AllocationFixture m;
};

void BatchDialogTest::makeOrders()
{
    m.open();
    m.order(u"O1"_s, {{u"P1"_s, 20}});
    m.order(u"O2"_s, {{u"P1"_s, 50}, {u"P3"_s, 1}});
    m.order(u"O3"_s, {{u"P2"_s, 10}});
    m.commitOrders();
    m.show();
}

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

ui::BatchDialog *BatchDialogTest::openDialog()
{
    WindowFixture::press(Qt::Key_A, Qt::ControlModifier | Qt::AltModifier);
    return m.dialog<ui::BatchDialog>();
}

bool BatchDialogTest::allocate(ui::BatchDialog *dialog)
{
    return AllocationFixture::press(dialog, "startButton")
           && QTest::qWaitFor([dialog] { return showsSheet(dialog); }, 30'000);
}

void BatchDialogTest::fromTheMenuToTheSheet()
{
    makeOrders();
    ui::BatchDialog *dialog = openDialog();
    QVERIFY(dialog);
    QTRY_COMPARE(m.said(dialog, "prospect"), u"4 lines of 3 orders lack stock."_s);
    QCOMPARE(m.allocated(), 0);
    QSignalSpy told(dialog, &ui::BatchDialog::message);
    QVERIFY(allocate(dialog));
    QCOMPARE(m.said(dialog, "summary"), u"2 lines done, 1 partly, 1 short, 0 blocked."_s);
    QCOMPARE(told.size(), 1);
    QCOMPARE(m.allocated(), 70);
    QCOMPARE(toldBy(dialog), 70);
    ui::ResultModel &model = sheetOf(dialog).model();
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

void BatchDialogTest::filtersSearchesAndSorts()
{
    makeOrders();
    ui::BatchDialog *dialog = openDialog();
    QVERIFY(allocate(dialog));
    ui::ResultModel &model = sheetOf(dialog).model();
    auto *shortOnes = m.part<QPushButton>(dialog, "chip4");
    QCOMPARE(shortOnes->text(), u"short  1"_s);
    QTest::mouseClick(shortOnes, Qt::LeftButton);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.lineAt(0).product, u"P3"_s);
    QCOMPARE(m.said(dialog, "resultCount"), u"1 of 4 lines"_s);
    QTest::mouseClick(m.part<QPushButton>(dialog, "chip99"), Qt::LeftButton);
    QCOMPARE(model.rowCount(), 4);
    auto *search = m.part<QLineEdit>(dialog, "resultSearch");
    QTest::keyClicks(search, u"o2 p1"_s);
    QCOMPARE(model.rowCount(), 1);
    search->clear();
    QHeaderView *header = sheetOf(dialog).view().horizontalHeader();
    header->setSortIndicator(ui::ResultModel::Allocated, Qt::DescendingOrder);
    QCOMPARE(model.lineAt(0).allocated, 40);
    header->setSortIndicator(ui::ResultModel::Product, Qt::AscendingOrder);
    QCOMPARE(model.lineAt(3).product, u"P3"_s);
}

void BatchDialogTest::enterLeadsToTheOrder()
{
    makeOrders();
    ui::BatchDialog *dialog = openDialog();
    QVERIFY(allocate(dialog));
    QSignalSpy wanted(dialog, &ui::BatchDialog::wanted);
    ui::ResultView &view = sheetOf(dialog).view();
    view.setCurrentIndex(view.model()->index(1, 0));
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    const auto target = wanted[0][0].value<ui::Target>();
    QCOMPARE(target.place, u"orders"_s);
    QCOMPARE(target.what.value(u"number"_s).toString(), u"O2"_s);
}

void BatchDialogTest::oneKeyLeadsToWhoHasIt()
{
    makeOrders();
    ui::BatchDialog *dialog = openDialog();
    QVERIFY(dialog);
    QVERIFY(allocate(dialog));
    ui::ResultSheet &sheet = sheetOf(dialog);
    const auto *button = dialog->findChild<QPushButton *>(u"holdersButton"_s);
    int asked = 0;
    for (int row = 0; row < sheet.model().rowCount(); ++row) {
        ui::selectOnly(sheet.view(), sheet.model().index(row, 0));
        const LineOutcome &line = sheet.model().lineAt(row);
        QCOMPARE(button->isEnabled(), line.allocated < line.wanted);
        if (line.number != u"O2"_s || line.product != u"P1"_s)
            continue;
        sheet.view().setFocus();
        WindowFixture::press(Qt::Key_W, Qt::ControlModifier | Qt::AltModifier);
        ui::HoldersDialog *holders = nullptr;
        QTRY_VERIFY((holders = dialog->findChild<ui::HoldersDialog *>()) && holders->isVisible());
        // Who has it is O1, which was first.
        const auto *table = holders->findChild<QTableWidget *>(u"holdersTable"_s);
        QVERIFY(table);
        QTRY_VERIFY(table->rowCount() > 0);
        ++asked;
        holders->close();
        QTRY_VERIFY(!dialog->findChild<ui::HoldersDialog *>());
    }
    QCOMPARE(asked, 1);
}

void BatchDialogTest::exportsAndPrints()
{
    makeOrders();
    ui::BatchDialog *dialog = openDialog();
    QVERIFY(allocate(dialog));
    QTest::mouseClick(m.part<QPushButton>(dialog, "chip3"), Qt::LeftButton); // partly
    QVERIFY(m.press(dialog, "exportButton"));
    auto *exporting = dialog->findChild<ui::ExportDialog *>();
    QVERIFY(exporting);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"sheet.csv"_s);
    m.part<QLineEdit>(exporting, "fileEdit")->setText(path);
    QVERIFY(m.press(exporting, "exportButton"));
    QTRY_VERIFY(!dialog->findChild<ui::ExportDialog *>());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QVERIFY2(lines[1].startsWith(u"partly,O2,1,P1,"), qPrintable(lines[1]));
    QVERIFY2(lines[1].contains(u",50,40,"), qPrintable(lines[1]));
    QVERIFY(m.press(dialog, "printButton"));
    auto *printing = dialog->findChild<ui::TablePrintDialog *>();
    QVERIFY(printing && printing->isVisible());
    QTRY_COMPARE(printing->pages().pageCount(), 1);
    printing->reject();
}

/// From the desk comes a strategy that no list has; and all of it waits for somebody to agree.
void BatchDialogTest::asItWasAskedFor()
{
    makeOrders();
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
    QVERIFY(allocate(dialog));
    QCOMPARE(m.said(dialog, "summary"), u"2 lines done, 0 partly, 2 short, 0 blocked."_s);
    QCOMPARE(m.database->count(u"allocations"_s, u"state = 'open'"_s), 0);
    QVERIFY(m.database->count(u"allocations"_s, u"state = 'pending'"_s) > 0);
    QCOMPARE(m.database->audit(), QStringList());
}

void BatchDialogTest::triesTheRestAgain()
{
    makeOrders();
    ui::BatchDialog *dialog = openDialog();
    auto *strategies = m.part<QComboBox>(dialog, "strategyChoice");
    strategies->setCurrentIndex(strategies->findData(u"whole-orders"_s));
    QVERIFY(allocate(dialog));
    QCOMPARE(m.said(dialog, "summary"), u"2 lines done, 0 partly, 2 short, 0 blocked."_s);
    QCOMPARE(m.allocated(), 30);
    QVERIFY(m.press(dialog, "againButton"));
    QTRY_COMPARE(m.said(dialog, "prospect"), u"2 lines of 1 orders lack stock."_s);
    // Esc leads back to the sheet, not out of it.
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(dialog->isVisible() && showsSheet(dialog));
    QVERIFY(m.press(dialog, "againButton"));
    strategies->setCurrentIndex(strategies->findData(u"zone-priority"_s));
    QVERIFY(allocate(dialog));
    // One sheet of both runs.
    QCOMPARE(m.said(dialog, "summary"), u"2 lines done, 1 partly, 1 short, 0 blocked."_s);
    QCOMPARE(sheetOf(dialog).model().lineCount(), 4);
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
    QTRY_VERIFY_WITH_TIMEOUT(showsSheet(dialog), 20'000);
    QVERIFY(dialog->isVisible());
    QVERIFY(dialog->run().report().stopped);
    QVERIFY(m.said(dialog, "trouble").contains(u"Stopped"));
    const auto &counts = sheetOf(dialog).model().counts();
    QVERIFY(counts.at(LineResult::NotBegun) > 0);
    QVERIFY(counts.at(LineResult::Done) > 20);
    QCOMPARE(toldBy(dialog), m.allocated());
    QCOMPARE(m.allocated() % 5, 0); // whole orders only
    QCOMPARE(m.database->audit(), QStringList());
    QVERIFY(m.press(dialog, "againButton"));
    QVERIFY(allocate(dialog));
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
    QTRY_VERIFY_WITH_TIMEOUT(showsSheet(dialog), 20'000);
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
    ui::BatchDialog *dialog = openDialog();
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
    QTRY_VERIFY_WITH_TIMEOUT(showsSheet(dialog), 30'000);
    QVERIFY(m.said(dialog, "trouble").contains(u"Of 1 lines it is not known"));
    const auto &counts = sheetOf(dialog).model().counts();
    QCOMPARE(counts.at(LineResult::Done), 4);
    QCOMPARE(counts.at(LineResult::Checking), 1);
    QCOMPARE(counts.at(LineResult::NotBegun), 15);
    QVERIFY(!m.part<QPushButton>(dialog, "againButton")->isEnabled());
    silent = false;
    QTRY_VERIFY_WITH_TIMEOUT(!counts.contains(LineResult::Checking), 15'000);
    QCOMPARE(counts.at(LineResult::Done), 5); // it had arrived
    QCOMPARE(toldBy(dialog), m.allocated());
    QVERIFY(m.press(dialog, "againButton"));
    QVERIFY(allocate(dialog));
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
