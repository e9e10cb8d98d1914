// The table that somebody sees, written into a file by the buttons of the window.
#include "ui/export/exportdialog.h"

#include "model/quantity.h"
#include "tests/support/testprogram.h"
#include "tests/ui/overviewfixture.h"
#include "ui/stock/stockview.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QHeaderView>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>

#include <atomic>
#include <semaphore>

using namespace Qt::StringLiterals;

namespace tanaban::test {

namespace {

/// A table without end; says how often it was asked.
class Endless final : public TableSource
{
public:
    explicit Endless(std::shared_ptr<std::atomic<int>> asked)
        : m_asked(std::move(asked))
    {}

    QStringList titles() const override { return {u"number"_s}; }
    Read<qint64> count() override { return 1'000'000; }
    Read<std::vector<TableLine>> next() override
    {
        ++*m_asked;
        return std::vector<TableLine>{{TableNumber{*m_asked, 0}}};
    }

private:
    std::shared_ptr<std::atomic<int>> m_asked;
};

/// How often a table is counted; whoever does it first waits until the test lets go.
struct Counting
{
    std::atomic<int> asked{0};
    std::binary_semaphore first{0};
};

/// One line, of which nobody knows for long that it is one.
class SlowlyCounted final : public TableSource
{
public:
    explicit SlowlyCounted(std::shared_ptr<Counting> counting)
        : m_counting(std::move(counting))
    {}

    QStringList titles() const override { return {u"number"_s}; }
    Read<qint64> count() override
    {
        if (++m_counting->asked == 1)
            m_counting->first.acquire();
        return 1;
    }
    Read<std::vector<TableLine>> next() override
    {
        return std::exchange(m_done, true) ? std::vector<TableLine>()
                                           : std::vector<TableLine>{{TableNumber{1, 0}}};
    }

private:
    std::shared_ptr<Counting> m_counting;
    bool m_done = false;
};

} // namespace

class ExportDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m.prepare(u"exportdialogtest"_s); }
    void init();
    void cleanup() { m.close(); }
    void writesWhatTheTableShows();
    void everyPlaceWithATableCan_data();
    void everyPlaceWithATableCan();
    void countsWhileOthersWork();
    void placesWithoutATableCannot();
    void saysWhatIsWrong();
    void aLateCountTakesNoMessageAway();
    void stops();
    void endsWithItsWindow();

private:
    ui::ExportDialog *open();
    QString file(const QString &name) const { return QDir(m_folder.path()).filePath(name); }
    static void type(ui::ExportDialog *dialog, const QString &path);
    static QPushButton *button(ui::ExportDialog *dialog, const QString &name)
    {
        return dialog->findChild<QPushButton *>(name);
    }
    static QString said(ui::ExportDialog *dialog, const QString &label)
    {
        return dialog->findChild<QLabel *>(label)->text();
    }
    /// Without the byte order mark and the last end of a line.
    static QStringList linesOf(const QString &path);

    OverviewFixture m;
    QTemporaryDir m_folder;
};

void ExportDialogTest::init()
{
    m.open(m.database->url());
    m.workspace().go({u"stock"_s, {}});
    QVERIFY(m.rowsOpened() > 0);
}

ui::ExportDialog *ExportDialogTest::open()
{
    WindowFixture::press(Qt::Key_E, Qt::ControlModifier);
    ui::ExportDialog *dialog = nullptr;
    const bool there = QTest::qWaitFor([&] {
        dialog = m.window->window->findChild<ui::ExportDialog *>();
        return dialog && dialog->isVisible();
    });
    return there ? dialog : nullptr;
}

void ExportDialogTest::type(ui::ExportDialog *dialog, const QString &path)
{
    auto *field = dialog->findChild<QLineEdit *>(u"fileEdit"_s);
    field->selectAll();
    QTest::keyClicks(field, path);
}

QStringList ExportDialogTest::linesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList lines = QString::fromUtf8(file.readAll().mid(3)).split(u"\r\n"_s);
    lines.removeLast();
    return lines;
}

void ExportDialogTest::writesWhatTheTableShows()
{
    // One column hidden, one moved, a filter and an order.
    QHeaderView *header = m.stock().view().horizontalHeader();
    header->setSectionHidden(int(StockColumn::Bin), true);
    header->moveSection(header->visualIndex(int(StockColumn::Lot)), 0);
    m.stock().acceptSearch(u"zone:WH001/2"_s);
    m.stock().view().sortByColumn(int(StockColumn::Available), Qt::DescendingOrder);
    const int rows = m.rowsOpened();
    QVERIFY(rows > 0);

    ui::ExportDialog *dialog = open();
    QVERIFY(dialog);
    QTRY_VERIFY2(said(dialog, u"count"_s).startsWith(QLocale().toString(rows) + u" rows and "_s),
                 qPrintable(said(dialog, u"count"_s)));
    type(dialog, file(u"stock.csv"_s));
    const QSignalSpy messages(&m.workspace(), &ui::Workspace::message);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(!m.window->window->findChild<ui::ExportDialog *>()
                || !m.window->window->findChild<ui::ExportDialog *>()->isVisible());
    const QStringList lines = linesOf(file(u"stock.csv"_s));
    QCOMPARE(lines.size(), rows + 1);
    const QStringList titles = lines.first().split(u',');
    QCOMPARE(titles.first(), u"Lot"_s);
    QVERIFY(!titles.contains(u"Bin"_s));
    QVERIFY(titles.contains(u"Available"_s));
    const StockListRow *top = m.stock().model().listRow(0);
    QTRY_VERIFY((top = m.stock().model().listRow(0)));
    QVERIFY2(lines[1].startsWith(top->row.key.lot + u','), qPrintable(lines[1]));
    QVERIFY(lines[1].contains(u',' + top->row.key.product + u','));
    QVERIFY(lines[1].contains(u',' + formatQuantity(top->row.available(), top->decimals)));
    QCOMPARE(messages.size(), 1);
    QCOMPARE(messages[0][0].toString(),
             u"%1 rows were written into %2."_s.arg(QLocale().toString(rows), file(u"stock.csv"_s)));
}

void ExportDialogTest::everyPlaceWithATableCan_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("title");
    QTest::newRow("products") << u"products"_s << u"Code"_s;
    QTest::newRow("places") << u"places"_s << u"Code"_s;
    QTest::newRow("partners") << u"partners"_s << u"Code"_s;
    QTest::newRow("history") << u"history"_s << u"Time"_s;
}

void ExportDialogTest::everyPlaceWithATableCan()
{
    QFETCH(QString, place);
    QFETCH(QString, title);
    m.workspace().go({place, {}});
    QTRY_VERIFY(m.window->calm());
    ui::ExportDialog *dialog = open();
    QVERIFY(dialog);
    QTRY_VERIFY(said(dialog, u"count"_s).contains(u" rows and "_s));
    const QString path = file(place + u".csv"_s);
    type(dialog, path);
    QTest::mouseClick(button(dialog, u"exportButton"_s), Qt::LeftButton);
    QTRY_VERIFY(QFile::exists(path));
    const QStringList lines = linesOf(path);
    QVERIFY(lines.size() > 1);
    QVERIFY2(lines.first().startsWith(title), qPrintable(lines.first()));
}

void ExportDialogTest::countsWhileOthersWork()
{
    const int rows = m.stock().model().rowCount();
    ui::ExportDialog *dialog = open();
    QVERIFY(dialog);
    QTRY_VERIFY(said(dialog, u"count"_s).startsWith(QLocale().toString(rows)));
    StockSeed seed;
    seed.product = u"NEW-HERE"_s;
    seed.lot = u"NEW-LOT"_s;
    seed.warehouse = u"WH001"_s;
    m.database->stockRow(seed);
    QTRY_VERIFY_WITH_TIMEOUT(said(dialog, u"count"_s).startsWith(QLocale().toString(rows + 1)),
                             10'000);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m.window->window->findChild<ui::ExportDialog *>());
}

void ExportDialogTest::placesWithoutATableCannot()
{
    QVERIFY(m.goToOverview());
    QVERIFY(!m.window->window->actions().exportTable->isEnabled());
    m.workspace().go({u"stock"_s, {}});
    QVERIFY(m.window->window->actions().exportTable->isEnabled());
}

void ExportDialogTest::saysWhatIsWrong()
{
    ui::ExportDialog *dialog = open();
    QVERIFY(dialog);
    type(dialog, m_folder.path());
    QVERIFY(said(dialog, u"note"_s).contains(u"folder"_s));
    QVERIFY(!button(dialog, u"exportButton"_s)->isEnabled());
    const QString there = file(u"there.csv"_s);
    QFile older(there);
    QVERIFY(older.open(QIODevice::WriteOnly));
    older.close();
    type(dialog, there);
    QVERIFY(said(dialog, u"note"_s).contains(u"replaced"_s));
    type(dialog, u"/no/such/folder/a.csv"_s);
    QTest::mouseClick(button(dialog, u"exportButton"_s), Qt::LeftButton);
    QTRY_VERIFY(said(dialog, u"note"_s).contains(u"/no/such/folder/a.csv"_s));
    // What was typed is still there.
    QCOMPARE(dialog->findChild<QLineEdit *>(u"fileEdit"_s)->text(), u"/no/such/folder/a.csv"_s);
    auto *formats = dialog->findChild<QComboBox *>(u"formatBox"_s);
    formats->setCurrentIndex(1);
    QCOMPARE(dialog->findChild<QLineEdit *>(u"fileEdit"_s)->text(), u"/no/such/folder/a.xlsx"_s);
    type(dialog, file(u"book.xlsx"_s));
    QTest::mouseClick(button(dialog, u"exportButton"_s), Qt::LeftButton);
    QTRY_VERIFY(QFile::exists(file(u"book.xlsx"_s)));
}

void ExportDialogTest::aLateCountTakesNoMessageAway()
{
    const auto counting = std::make_shared<Counting>();
    auto letGo = qScopeGuard([counting] { counting->first.release(); });
    auto *dialog = new ui::ExportDialog(
        m.window->session,
        {u"slow"_s, [counting] { return std::make_unique<SlowlyCounted>(counting); }},
        m.window->window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    QTRY_VERIFY(counting->asked == 1);
    type(dialog, u"/no/such/folder/a.csv"_s);
    QTest::mouseClick(button(dialog, u"exportButton"_s), Qt::LeftButton);
    QTRY_VERIFY(said(dialog, u"note"_s).contains(u"/no/such/folder/a.csv"_s));
    letGo.dismiss();
    counting->first.release();
    QTRY_VERIFY(said(dialog, u"count"_s).startsWith(u"1 rows"_s));
    QVERIFY(said(dialog, u"note"_s).contains(u"/no/such/folder/a.csv"_s));
    type(dialog, file(u"other.csv"_s));
    QCOMPARE(said(dialog, u"note"_s), QString());
    QTest::keyClick(dialog, Qt::Key_Escape);
}

void ExportDialogTest::stops()
{
    const auto asked = std::make_shared<std::atomic<int>>(0);
    auto *dialog = new ui::ExportDialog(
        m.window->session,
        {u"endless"_s, [asked] { return std::make_unique<Endless>(asked); }},
        m.window->window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    const QString path = file(u"endless.csv"_s);
    type(dialog, path);
    QTest::mouseClick(button(dialog, u"exportButton"_s), Qt::LeftButton);
    QTRY_VERIFY(*asked > 10);
    QVERIFY(!button(dialog, u"exportButton"_s)->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(said(dialog, u"note"_s).contains(u"Stopped"_s));
    QVERIFY(dialog->isVisible() && !QFile::exists(path));
    QTest::keyClick(dialog, Qt::Key_Escape);
}

void ExportDialogTest::endsWithItsWindow()
{
    const auto asked = std::make_shared<std::atomic<int>>(0);
    auto dialog = std::make_unique<ui::ExportDialog>(
        m.window->session,
        ui::ShownTable{u"endless"_s, [asked] { return std::make_unique<Endless>(asked); }},
        nullptr);
    const QString path = file(u"endless.csv"_s);
    dialog->findChild<QLineEdit *>(u"fileEdit"_s)->setText(path);
    button(dialog.get(), u"exportButton"_s)->click();
    QTRY_VERIFY(*asked > 10);
    dialog.reset();
    QTRY_VERIFY(m.window->calm()); // else the program could not end
    QVERIFY(!QFile::exists(path));
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::ExportDialogTest)
#include "exportdialogtest.moc"
