// Labels of what is selected in the tables of master data, by the keys and buttons of the window.
#include "ui/print/labeldialog.h"

#include "tests/support/pdffile.h"
#include "tests/support/testprogram.h"
#include "tests/ui/paperfixture.h"
#include "tests/ui/recordplacefixture.h"

#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QSignalSpy>
#include <QSpinBox>

#include <set>

using namespace Qt::StringLiterals;

namespace tanaban::test {

class LabelDialogTest
    : public QObject
    , private RecordPlaceFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WindowFixture::prepare(u"labeldialogtest"_s); }
    void init();
    void cleanup() { end(); }
    void printsWhatIsSelected();
    void everyKindHasThem_data();
    void everyKindHasThem();
    void selectionSurvivesTheWorkOfOthers();
    void leavesOutWhatIsWrong();
    void labelPrintersGetOneEach();
    void remembersTheLabels();

private:
    ui::LabelDialog *open(Qt::Key key);
    QString save(ui::LabelDialog *dialog);
    std::set<QString> read(const QString &pdf);
    template <typename Field>
    static Field *field(ui::LabelDialog *dialog, const QString &name)
    {
        return dialog->findChild<Field *>(name);
    }
    void chooseBox(ui::LabelDialog *dialog, const QString &name, const QVariant &data)
    {
        auto *box = field<QComboBox>(dialog, name);
        QVERIFY(box->findData(data) >= 0);
        box->setCurrentIndex(box->findData(data));
        QTRY_VERIFY(m_window->calm());
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

void LabelDialogTest::init()
{
    fill();
    m_database->sql(u"UPDATE products SET name = 'りんごジュース 1L', barcode = '4901234567894' "
                    "WHERE code = 'P1'"_s);
    m_database->product(u"P2"_s);
    m_database->product(u"P3"_s);
    RecordPlaceFixture::open();
    workspace().go({u"products"_s, {}});
    QTRY_VERIFY(m_window->calm());
    choose(u"product"_s, {{u"code"_s, u"P1"_s}});
}

ui::LabelDialog *LabelDialogTest::open(Qt::Key key)
{
    WindowFixture::press(key, Qt::ControlModifier);
    ui::LabelDialog *dialog = nullptr;
    const bool there = QTest::qWaitFor(
        [&] {
            dialog = m_window->window->findChild<ui::LabelDialog *>();
            return dialog && dialog->isVisible() && m_window->calm() && !noteOf(dialog).isEmpty();
        },
        20'000);
    return there ? dialog : nullptr;
}

QString LabelDialogTest::save(ui::LabelDialog *dialog)
{
    const QString path = QDir(m_folder.path()).filePath(u"%1.pdf"_s.arg(++m_files));
    return saveAsPdf(dialog, path) ? path : QString();
}

std::set<QString> LabelDialogTest::read(const QString &pdf)
{
    std::set<QString> codes;
    for (int page = 1; page <= PdfFile(pdf).pages(); ++page) {
        const QString picture = PdfFile(pdf).picture(page, 300, m_folder);
        const QString text = PdfFile::run(u"zbarimg"_s,
                                          {u"-q"_s, u"--nodbus"_s, u"--raw"_s, picture});
        for (const QString &code : text.split(u'\n', Qt::SkipEmptyParts))
            codes.insert(code);
    }
    return codes;
}

void LabelDialogTest::printsWhatIsSelected()
{
    // Two of three rows.
    list(u"product"_s)->setFocus();
    QTest::keyClick(list(u"product"_s), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(list(u"product"_s)->selectedIds().size(), 2U);
    ui::LabelDialog *dialog = open(Qt::Key_F2);
    QVERIFY(dialog);
    QTRY_VERIFY2(noteOf(dialog).startsWith(u"2 labels"_s), qPrintable(noteOf(dialog)));
    const QString two = save(dialog);
    QCOMPARE(read(two), (std::set<QString>{u"4901234567894"_s, u"P2"_s}));
    QVERIFY(PdfFile(two).text().contains(u"りんごジュース"_s));
    // The whole list, three of each, from the fifth label on.
    dialog = open(Qt::Key_F2);
    QVERIFY(dialog);
    chooseBox(dialog, u"rowsBox"_s, false);
    field<QSpinBox>(dialog, u"copiesBox"_s)->setValue(3);
    field<QSpinBox>(dialog, u"startBox"_s)->setValue(5);
    QTRY_VERIFY2(noteOf(dialog).startsWith(u"9 labels"_s), qPrintable(noteOf(dialog)));
    const QString all = save(dialog);
    QCOMPARE(read(all), (std::set<QString>{u"4901234567894"_s, u"P2"_s, u"P3"_s}));
    QCOMPARE(PdfFile(all).text().count(u"4901234567894"_s), 3);
}

void LabelDialogTest::everyKindHasThem_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("code");
    QTest::newRow("product") << 0 << int(Qt::Key_F2) << u"4901234567894"_s;
    QTest::newRow("lot") << 1 << int(Qt::Key_F3) << QString(); // a square that zbarimg cannot read
    QTest::newRow("bin") << 4 << int(Qt::Key_F4) << u"B-8"_s;
}

void LabelDialogTest::everyKindHasThem()
{
    QFETCH(int, number);
    QFETCH(int, key);
    QFETCH(QString, code);
    const Case &what = cases()[size_t(number)];
    go(what);
    const QString kind = QString::fromLatin1(what.kind);
    choose(kind, what.existing);
    // From the menu that the right button opens, too.
    QVERIFY(action(what, u"labels"_s) && action(what, u"labels"_s)->isEnabled());
    list(kind)->setFocus();
    ui::LabelDialog *dialog = open(Qt::Key(key));
    QVERIFY(dialog);
    QTRY_VERIFY2(noteOf(dialog).startsWith(u"1 label"_s), qPrintable(noteOf(dialog)));
    const QString pdf = save(dialog);
    if (!code.isEmpty()) {
        QCOMPARE(read(pdf), std::set<QString>{code});
    } else {
        QVERIFY(PdfFile(pdf).text().contains(u"(01)04901234567894"_s));
        QVERIFY(PdfFile(pdf).text().contains(u"(10)L1"_s));
        const QString scanned = PdfFile::run(u"dmtxread"_s,
                                             {u"-N1"_s,
                                              u"-m"_s,
                                              u"20000"_s,
                                              u"-G"_s,
                                              u"126"_s,
                                              PdfFile(pdf).picture(1, 300, m_folder)});
        QVERIFY2(scanned.startsWith(u"~0104901234567894"_s) && scanned.contains(u"10L1"_s),
                 qPrintable(scanned));
    }
}

void LabelDialogTest::selectionSurvivesTheWorkOfOthers()
{
    ui::RecordList *products = list(u"product"_s);
    products->setFocus();
    QTest::keyClick(products, Qt::Key_Down, Qt::ShiftModifier);
    const auto selected = products->selectedIds();
    QCOMPARE(selected.size(), 2U);
    // The same rows, read again: others changed something in them.
    const QSignalSpy readAgain(&products->records(), &ui::RecordModel::rearranged);
    const QSignalSpy selectedAnew(products->selectionModel(),
                                  &QItemSelectionModel::selectionChanged);
    workspace().refresh();
    QTRY_VERIFY(!readAgain.isEmpty());
    QCOMPARE(products->selectedIds(), selected);
    QVERIFY(selectedAnew.isEmpty()); // not even for a moment
    // Another row between them.
    const int rows = products->records().rowCount();
    m_database->product(u"A0"_s); // before all others
    workspace().refresh();
    QTRY_COMPARE(products->records().rowCount(), rows + 1);
    QCOMPARE(products->selectedIds(), selected);
}

void LabelDialogTest::leavesOutWhatIsWrong()
{
    m_database->sql(u"UPDATE products SET barcode = '4901234567890' WHERE code = 'P2'"_s);
    workspace().refresh();
    QTRY_VERIFY(m_window->calm());
    list(u"product"_s)->setFocus();
    QTest::keyClick(list(u"product"_s), Qt::Key_Down, Qt::ShiftModifier);
    ui::LabelDialog *dialog = open(Qt::Key_F2);
    QVERIFY(dialog);
    QTRY_VERIFY2(noteOf(dialog).startsWith(u"⚠"_s) && noteOf(dialog).contains(u"4901234567890"_s),
                 qPrintable(noteOf(dialog)));
    QCOMPARE(dialog->pages().pageCount(), 1);
    QCOMPARE(read(save(dialog)), std::set<QString>{u"4901234567894"_s});
    // Nothing but wrong ones: nothing can be printed.
    choose(u"product"_s, {{u"code"_s, u"P2"_s}});
    list(u"product"_s)->setFocus();
    dialog = open(Qt::Key_F2);
    QVERIFY(dialog);
    QTRY_VERIFY2(noteOf(dialog).contains(u"4901234567890"_s), qPrintable(noteOf(dialog)));
    QVERIFY(!buttonOf(dialog, "printButton")->isEnabled());
    // Another code is a way out.
    chooseBox(dialog, u"codeBox"_s, int(Symbology::Code128));
    QTRY_VERIFY(buttonOf(dialog, "printButton")->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Escape);
}

void LabelDialogTest::labelPrintersGetOneEach()
{
    list(u"product"_s)->setFocus();
    QTest::keyClick(list(u"product"_s), Qt::Key_Down, Qt::ShiftModifier);
    ui::LabelDialog *dialog = open(Qt::Key_F2);
    QVERIFY(dialog);
    QVERIFY(!field<QDoubleSpinBox>(dialog, u"labelWidth"_s)->isVisible());
    chooseBox(dialog, u"stockBox"_s, u"roll"_s);
    QVERIFY(field<QDoubleSpinBox>(dialog, u"labelWidth"_s)->isVisible());
    QVERIFY(!field<QSpinBox>(dialog, u"startBox"_s)->isVisible());
    field<QDoubleSpinBox>(dialog, u"labelWidth"_s)->setValue(80);
    field<QDoubleSpinBox>(dialog, u"labelHeight"_s)->setValue(50);
    QTRY_COMPARE(dialog->pages().pageCount(), 2);
    QTRY_VERIFY(m_window->calm());
    const QString pdf = save(dialog);
    QCOMPARE(PdfFile(pdf).pages(), 2);
    const QStringList size = PdfFile(pdf).info(u"Page size"_s).split(u' ');
    QVERIFY(std::abs(size[0].toDouble() - 80 * 72 / 25.4) < 1);
    QVERIFY(std::abs(size[2].toDouble() - 50 * 72 / 25.4) < 1);
    QCOMPARE(read(pdf), (std::set<QString>{u"4901234567894"_s, u"P2"_s}));
}

void LabelDialogTest::remembersTheLabels()
{
    ui::LabelDialog *dialog = open(Qt::Key_F2);
    QVERIFY(dialog);
    chooseBox(dialog, u"stockBox"_s, u"a4-4x10-52.5x29.7"_s);
    QCOMPARE(field<QSpinBox>(dialog, u"startBox"_s)->maximum(), 40);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->window->findChild<ui::LabelDialog *>());
    dialog = open(Qt::Key_F2);
    QVERIFY(dialog);
    QCOMPARE(field<QComboBox>(dialog, u"stockBox"_s)->currentData().toString(),
             u"a4-4x10-52.5x29.7"_s);
    QTest::keyClick(dialog, Qt::Key_Escape);
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::LabelDialogTest)
#include "labeldialogtest.moc"
