// What became of every line of a run: filtered, searched, sorted, exported, and what leads on from it.
#include "tests/support/testprogram.h"
#include "tests/ui/allocation/batchfixture.h"
#include "ui/claims/holdersdialog.h"
#include "ui/export/exportdialog.h"
#include "ui/look/tableparts.h"
#include "ui/print/tableprintdialog.h"

#include <QFile>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace tanaban::test {

class ResultSheetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WindowFixture::prepare(u"resultsheettest"_s); }
    void init();
    void cleanup() { m.close(); }
    void filtersSearchesAndSorts();
    void enterLeadsToTheOrder();
    void oneKeyLeadsToWhoHasIt();
    void exportsAndPrints();

private:
    ui::ResultSheet &sheet() { return BatchFixture::sheetOf(m_dialog); }

    BatchFixture m;
    ui::BatchDialog *m_dialog = nullptr;
};

void ResultSheetTest::init()
{
    m.makeOrders();
    m_dialog = m.openDialog();
    QVERIFY(m_dialog);
    QVERIFY(BatchFixture::allocate(m_dialog));
}

void ResultSheetTest::filtersSearchesAndSorts()
{
    ui::ResultModel &model = sheet().model();
    auto *shortOnes = m.part<QPushButton>(m_dialog, "chip4");
    QCOMPARE(shortOnes->text(), u"short  1"_s);
    QTest::mouseClick(shortOnes, Qt::LeftButton);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.lineAt(0).product, u"P3"_s);
    QCOMPARE(m.said(m_dialog, "resultCount"), u"1 of 4 lines"_s);
    QTest::mouseClick(m.part<QPushButton>(m_dialog, "chip99"), Qt::LeftButton);
    QCOMPARE(model.rowCount(), 4);
    auto *search = m.part<QLineEdit>(m_dialog, "resultSearch");
    QTest::keyClicks(search, u"o2 p1"_s);
    QCOMPARE(model.rowCount(), 1);
    search->clear();
    QHeaderView *header = sheet().view().horizontalHeader();
    header->setSortIndicator(ui::ResultModel::Allocated, Qt::DescendingOrder);
    QCOMPARE(model.lineAt(0).allocated, 40);
    header->setSortIndicator(ui::ResultModel::Product, Qt::AscendingOrder);
    QCOMPARE(model.lineAt(3).product, u"P3"_s);
}

void ResultSheetTest::enterLeadsToTheOrder()
{
    QSignalSpy wanted(m_dialog, &ui::BatchDialog::wanted);
    ui::ResultView &view = sheet().view();
    view.setCurrentIndex(view.model()->index(1, 0));
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    const auto target = wanted[0][0].value<ui::Target>();
    QCOMPARE(target.place, u"orders"_s);
    QCOMPARE(target.what.value(u"number"_s).toString(), u"O2"_s);
}

void ResultSheetTest::oneKeyLeadsToWhoHasIt()
{
    const auto *button = m_dialog->findChild<QPushButton *>(u"holdersButton"_s);
    int asked = 0;
    for (int row = 0; row < sheet().model().rowCount(); ++row) {
        ui::selectOnly(sheet().view(), sheet().model().index(row, 0));
        const LineOutcome &line = sheet().model().lineAt(row);
        QCOMPARE(button->isEnabled(), line.allocated < line.wanted);
        if (line.number != u"O2"_s || line.product != u"P1"_s)
            continue;
        sheet().view().setFocus();
        WindowFixture::press(Qt::Key_W, Qt::ControlModifier | Qt::AltModifier);
        ui::HoldersDialog *holders = nullptr;
        QTRY_VERIFY((holders = m_dialog->findChild<ui::HoldersDialog *>()) && holders->isVisible());
        // Beside its own goods it is O1 that has them, which was first.
        const auto *table = holders->findChild<QTableWidget *>(u"holdersTable"_s);
        QVERIFY(table);
        QTRY_COMPARE(table->rowCount(), 3);
        QStringList who;
        for (int holder = 0; holder < table->rowCount(); ++holder)
            who << table->item(holder, 0)->text();
        QVERIFY2(who.join(u'|').contains(u"O1"_s), qPrintable(who.join(u'|')));
        ++asked;
        holders->close();
        QTRY_VERIFY(!m_dialog->findChild<ui::HoldersDialog *>());
    }
    QCOMPARE(asked, 1);
}

void ResultSheetTest::exportsAndPrints()
{
    QTest::mouseClick(m.part<QPushButton>(m_dialog, "chip3"), Qt::LeftButton); // partly
    QVERIFY(m.press(m_dialog, "exportButton"));
    auto *exporting = m_dialog->findChild<ui::ExportDialog *>();
    QVERIFY(exporting);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"sheet.csv"_s);
    m.part<QLineEdit>(exporting, "fileEdit")->setText(path);
    QVERIFY(m.press(exporting, "exportButton"));
    QTRY_VERIFY(!m_dialog->findChild<ui::ExportDialog *>());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QVERIFY2(lines[1].startsWith(u"partly,O2,1,P1,"), qPrintable(lines[1]));
    QVERIFY2(lines[1].contains(u",50,40,"), qPrintable(lines[1]));
    QVERIFY(m.press(m_dialog, "printButton"));
    auto *printing = m_dialog->findChild<ui::TablePrintDialog *>();
    QVERIFY(printing && printing->isVisible());
    QTRY_COMPARE(printing->pages().pageCount(), 1);
    printing->reject();
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::ResultSheetTest)
#include "resultsheettest.moc"
