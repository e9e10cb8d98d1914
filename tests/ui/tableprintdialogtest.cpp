// The table that somebody sees, on paper, by the buttons of the window.
#include "ui/print/tableprintdialog.h"

#include "model/quantity.h"
#include "tests/support/pdffile.h"
#include "tests/support/testprogram.h"
#include "tests/ui/overviewfixture.h"
#include "tests/ui/paperfixture.h"
#include "ui/stock/stockview.h"

#include <QComboBox>
#include <QDir>
#include <QHeaderView>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPrinter>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>

#include <atomic>

using namespace Qt::StringLiterals;

namespace tanaban::test {

namespace {

/// Many rows, or rows without end; says how often it was asked.
class ManyRows final : public TableSource
{
public:
    ManyRows(qint64 rows, std::shared_ptr<std::atomic<int>> asked)
        : m_rows(rows)
        , m_asked(std::move(asked))
    {}

    QStringList titles() const override { return {u"number"_s}; }
    Read<qint64> count() override { return m_rows; }
    Read<std::vector<TableLine>> next() override
    {
        ++*m_asked;
        std::vector<TableLine> lines;
        while (m_next < m_rows && lines.size() < 100)
            lines.push_back({TableNumber{m_next++, 0}});
        return lines;
    }

private:
    qint64 m_rows;
    qint64 m_next = 0;
    std::shared_ptr<std::atomic<int>> m_asked;
};

/// A database that went away.
class Failing final : public TableSource
{
public:
    QStringList titles() const override { return {u"number"_s}; }
    Read<qint64> count() override { return 5; }
    Read<std::vector<TableLine>> next() override
    {
        return fail(ReadFailure{ReadFailure::Kind::Unavailable, u"gone"_s});
    }
};

} // namespace

class TablePrintDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m.prepare(u"tableprintdialogtest"_s); }
    void init();
    void cleanup() { m.close(); }
    void savesWhatTheTableShows();
    void everyPlaceWithATableCan_data();
    void everyPlaceWithATableCan();
    void turnsPagesWithTheKeyboard();
    void remembersThePaper();
    void goesThroughTheDialogOfTheSystem();
    void asksBeforeManyPages();
    void saysWhatWentWrong();
    void leavesWhileItReads();

private:
    ui::TablePrintDialog *open();
    ui::TablePrintDialog *show(const ui::ShownTable &table);
    static ui::ShownTable many(qint64 rows, const std::shared_ptr<std::atomic<int>> &asked)
    {
        return {u"many"_s, [=] { return std::make_unique<ManyRows>(rows, asked); }, u"Many"_s, {}};
    }
    QString file(const QString &name) const { return QDir(m_folder.path()).filePath(name); }

    OverviewFixture m;
    QTemporaryDir m_folder;
};

void TablePrintDialogTest::init()
{
    m.open(m.database->url());
    m.workspace().go({u"stock"_s, {}});
    QVERIFY(m.rowsOpened() > 0);
}

ui::TablePrintDialog *TablePrintDialogTest::open()
{
    WindowFixture::press(Qt::Key_P, Qt::ControlModifier);
    ui::TablePrintDialog *dialog = nullptr;
    const bool there = QTest::qWaitFor(
        [&] {
            dialog = m.window->window->findChild<ui::TablePrintDialog *>();
            return dialog && dialog->isVisible() && dialog->pages().pageCount() > 0;
        },
        20'000);
    return there ? dialog : nullptr;
}

ui::TablePrintDialog *TablePrintDialogTest::show(const ui::ShownTable &table)
{
    auto *dialog = new ui::TablePrintDialog(m.window->session, table, m.window->window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

void TablePrintDialogTest::savesWhatTheTableShows()
{
    // One column hidden, one moved, a filter and an order.
    QHeaderView *header = m.stock().view().horizontalHeader();
    header->setSectionHidden(int(StockColumn::Bin), true);
    header->moveSection(header->visualIndex(int(StockColumn::Lot)), 0);
    m.stock().acceptSearch(u"zone:WH001/2"_s);
    m.stock().view().sortByColumn(int(StockColumn::Available), Qt::DescendingOrder);
    const int rows = m.rowsOpened();
    QVERIFY(rows > 50);
    ui::TablePrintDialog *dialog = open();
    QVERIFY(dialog);
    const int pages = dialog->pages().pageCount();
    QVERIFY(noteOf(dialog).contains(QLocale().toString(rows)));
    const QSignalSpy messages(&m.workspace(), &ui::Workspace::message);
    const QString path = file(u"stock.pdf"_s);
    QVERIFY(saveAsPdf(dialog, path));
    QTRY_COMPARE(messages.size(), 1);
    QVERIFY(messages[0][0].toString().contains(path));
    const PdfFile pdf(path);
    QCOMPARE(pdf.pages(), pages);
    const QStringList lines = pdf.lines(1);
    QVERIFY2(lines[0].contains(m.stock().title()), qPrintable(lines[0]));
    QVERIFY2(lines[1].contains(u"WH001"_s), qPrintable(lines[1]));
    const QStringList titles = lines[2].simplified().split(u' ');
    QCOMPARE(titles.first(), u"Lot"_s);
    QVERIFY(!titles.contains(u"Bin"_s));
    // As many lots as rows, in the order of the table.
    QString text = pdf.text();
    const auto ids = m.database->store().stockIds(
        m.stock().model().filter(), m.stock().model().sorting(), 0);
    const auto shown = m.database->store().stockRows(*ids);
    QCOMPARE(int(shown->size()), rows);
    for (const StockListRow &row : *shown) {
        const qsizetype at = text.indexOf(row.row.key.lot);
        QVERIFY2(at >= 0, qPrintable(row.row.key.lot));
        text = text.mid(at);
        const QString line = text.section(u'\n', 0, 0);
        QVERIFY2(line.contains(displayQuantity(row.row.available(), row.decimals)),
                 qPrintable(line));
    }
}

void TablePrintDialogTest::everyPlaceWithATableCan_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("title");
    QTest::newRow("products") << u"products"_s << u"Products"_s;
    QTest::newRow("places") << u"places"_s << u"Warehouses"_s;
    QTest::newRow("partners") << u"partners"_s << u"Partners"_s;
    QTest::newRow("history") << u"history"_s << u"History"_s;
}

void TablePrintDialogTest::everyPlaceWithATableCan()
{
    QFETCH(QString, place);
    QFETCH(QString, title);
    m.workspace().go({place, {}});
    QTRY_VERIFY(m.window->calm());
    ui::TablePrintDialog *dialog = open();
    QVERIFY(dialog);
    const QString path = file(place + u".pdf"_s);
    QVERIFY(saveAsPdf(dialog, path));
    QVERIFY2(PdfFile(path).lines(1)[0].startsWith(title), qPrintable(PdfFile(path).lines(1)[0]));
}

void TablePrintDialogTest::turnsPagesWithTheKeyboard()
{
    ui::TablePrintDialog *dialog = open();
    QVERIFY(dialog);
    ui::PagesView &pages = dialog->pages();
    QVERIFY(pages.pageCount() > 3);
    auto *sheet = pages.findChild<QScrollArea *>(u"pages"_s);
    sheet->setFocus();
    const QImage first = dialog->grab().toImage();
    QTest::keyClick(sheet, Qt::Key_PageDown);
    QTest::keyClick(sheet, Qt::Key_PageDown);
    QCOMPARE(pages.page(), 2);
    QVERIFY(dialog->grab().toImage() != first);
    QTest::keyClick(sheet, Qt::Key_End);
    QCOMPARE(pages.page(), pages.pageCount() - 1);
    QVERIFY(!pages.findChild<QToolButton *>(u"nextPage"_s)->isEnabled());
    QTest::mouseClick(pages.findChild<QToolButton *>(u"firstPage"_s), Qt::LeftButton);
    QCOMPARE(pages.page(), 0);
    QCOMPARE(dialog->grab().toImage().size(), first.size());
    auto *number = pages.findChild<QSpinBox *>(u"pageNumber"_s);
    number->selectAll();
    QTest::keyClicks(number, u"3"_s);
    QTest::keyClick(number, Qt::Key_Tab);
    QCOMPARE(pages.page(), 2);
}

void TablePrintDialogTest::remembersThePaper()
{
    ui::TablePrintDialog *dialog = open();
    QVERIFY(dialog);
    const int across = dialog->pages().pageCount();
    dialog->findChild<QComboBox *>(u"directionBox"_s)->setCurrentIndex(0);
    QTRY_VERIFY(dialog->pages().pageCount() != across);
    dialog->findChild<QComboBox *>(u"paperBox"_s)->setCurrentIndex(1);
    QTRY_VERIFY(m.window->calm());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m.window->window->findChild<ui::TablePrintDialog *>());
    dialog = open();
    QVERIFY(dialog);
    const QString path = file(u"letter.pdf"_s);
    QVERIFY(saveAsPdf(dialog, path));
    QCOMPARE(PdfFile(path).info(u"Page size"_s), u"612 x 792 pts (letter)"_s);
}

void TablePrintDialogTest::goesThroughTheDialogOfTheSystem()
{
    ui::TablePrintDialog *dialog = open();
    QVERIFY(dialog);
    QTest::mouseClick(buttonOf(dialog, "printButton"), Qt::LeftButton);
    auto *system = openedFrom<QPrintDialog>(dialog);
    QVERIFY(system);
    // What somebody chooses in it: a file, and some of the pages.
    const QString path = file(u"printed.pdf"_s);
    system->printer()->setOutputFormat(QPrinter::PdfFormat);
    system->printer()->setOutputFileName(path);
    system->printer()->setPrintRange(QPrinter::PageRange);
    system->printer()->setFromTo(2, 3);
    const QSignalSpy messages(&m.workspace(), &ui::Workspace::message);
    system->QDialog::accept();
    QTRY_COMPARE(messages.size(), 1);
    const PdfFile pdf(path);
    QCOMPARE(pdf.pages(), 2);
    QVERIFY2(pdf.lines(1).last().contains(u"Page 2 of"_s), qPrintable(pdf.text()));
    QVERIFY2(pdf.lines(2).last().contains(u"Page 3 of"_s), qPrintable(pdf.text()));
    QCOMPARE(pdf.info(u"Page size"_s), u"842 x 595 pts (A4)"_s);
}

void TablePrintDialogTest::asksBeforeManyPages()
{
    const auto asked = std::make_shared<std::atomic<int>>(0);
    ui::TablePrintDialog *dialog = show(many(8000, asked));
    QTRY_VERIFY(dialog->pages().pageCount() > 100);
    QTRY_VERIFY(buttonOf(dialog, "printButton")->isEnabled());
    QTest::mouseClick(buttonOf(dialog, "printButton"), Qt::LeftButton);
    auto *system = openedFrom<QPrintDialog>(dialog);
    QVERIFY(system);
    system->printer()->setOutputFileName(QString()); // to paper
    system->QDialog::accept();
    auto *question = openedFrom<QMessageBox>(dialog);
    QVERIFY(question);
    QVERIFY2(question->text().contains(QLocale().toString(dialog->pages().pageCount())),
             qPrintable(question->text()));
    QVERIFY(question->defaultButton() != buttonOf(question, "printAllButton"));
    const QSignalSpy printed(dialog, &ui::TablePrintDialog::printed);
    QTest::keyClick(question, Qt::Key_Escape);
    QTRY_VERIFY(!dialog->findChild<QMessageBox *>());
    QVERIFY(printed.isEmpty() && dialog->isVisible());
    QTest::keyClick(dialog, Qt::Key_Escape);
}

void TablePrintDialogTest::saysWhatWentWrong()
{
    ui::TablePrintDialog *dialog = show(
        {u"failing"_s, [] { return std::make_unique<Failing>(); }, u"Failing"_s, {}});
    QTRY_VERIFY2(noteOf(dialog).startsWith(u"⚠"), qPrintable(noteOf(dialog)));
    QVERIFY(!buttonOf(dialog, "printButton")->isEnabled());
    QVERIFY(!buttonOf(dialog, "pdfButton")->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Escape);

    const auto asked = std::make_shared<std::atomic<int>>(0);
    dialog = show(many(print::mostRowsToPrint + 1, asked));
    QTRY_VERIFY2(noteOf(dialog).contains(u"export"_s), qPrintable(noteOf(dialog)));
    QCOMPARE(asked->load(), 0);
    QTest::keyClick(dialog, Qt::Key_Escape);

    dialog = show(many(10, asked));
    QTRY_VERIFY(dialog->pages().pageCount() == 1);
    QTRY_VERIFY(buttonOf(dialog, "pdfButton")->isEnabled());
    QTest::mouseClick(buttonOf(dialog, "pdfButton"), Qt::LeftButton);
    auto *files = openedFrom<QFileDialog>(dialog);
    QVERIFY(files);
    Q_EMIT files->fileSelected(u"/no/such/folder/a.pdf"_s);
    files->reject();
    QTRY_VERIFY2(noteOf(dialog).contains(u"/no/such/folder/a.pdf"_s), qPrintable(noteOf(dialog)));
    QVERIFY(dialog->isVisible());
    QTest::keyClick(dialog, Qt::Key_Escape);
}

void TablePrintDialogTest::leavesWhileItReads()
{
    const auto asked = std::make_shared<std::atomic<int>>(0);
    ui::TablePrintDialog *dialog = show(many(print::mostRowsToPrint, asked));
    const QPointer<ui::TablePrintDialog> guard(dialog);
    QTRY_VERIFY(*asked > 3);
    QTRY_VERIFY2(noteOf(dialog).contains(QLocale().toString(print::mostRowsToPrint)),
                 qPrintable(noteOf(dialog)));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!guard);
    QTRY_VERIFY(m.window->calm()); // else the program could not end
    QVERIFY(*asked < int(print::mostRowsToPrint / 100));
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::TablePrintDialogTest)
#include "tableprintdialogtest.moc"
