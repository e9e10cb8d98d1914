// Pick lists of what is selected in the list of orders, by the keys and buttons of the window.
#include "ui/picking/picklistdialog.h"

#include "tests/support/pdffile.h"
#include "tests/support/testprogram.h"
#include "tests/ui/paperfixture.h"
#include "tests/ui/picking/pickfixture.h"

#include <QComboBox>
#include <QDir>

#include <set>

using namespace Qt::StringLiterals;

namespace tanaban::test {

using ui::PickListDialog;

class PickListDialogTest
    : public QObject
    , private PickFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WindowFixture::prepare(u"picklistdialogtest"_s); }
    void init() { fill(Engine::Sqlite); }
    void cleanup() { end(); }
    void printsWhatIsSelected();
    void saysWhereNothingIsToBeFetched();

private:
    QPointer<PickListDialog> open()
    {
        key(Qt::Key_F2, Qt::ControlModifier);
        const auto dialog = opened<PickListDialog>();
        if (dialog && QTest::qWaitFor([&] { return m_window->calm() && !noteOf(dialog).isEmpty(); }))
            return dialog;
        return nullptr;
    }
    QTemporaryDir m_folder;
};

void PickListDialogTest::printsWhatIsSelected()
{
    orderWithGoods(u"SO-1"_s, 16);
    orderWithGoods(u"SO-2"_s, 3);
    m_database->order(u"SO-3"_s, {u"P1"_s});
    openWindow();
    QVERIFY(choose(u"SO-1"_s));
    list()->selectAll();
    QTRY_COMPARE(list()->selectedIds().size(), 3U);
    auto dialog = open();
    QVERIFY(dialog);
    QTRY_VERIFY2(noteOf(dialog).startsWith(u"3 stop"_s) && noteOf(dialog).contains(u" in 2 place"_s),
                 qPrintable(noteOf(dialog)));
    QCOMPARE(textOf(dialog, "nothingLabel"), u"Nothing is set aside for: SO-3"_s);
    auto *codes = dialog->findChild<QComboBox *>(u"codeBox"_s);
    codes->setCurrentIndex(1); // of the bins
    QTRY_VERIFY(m_window->calm());
    const QString path = QDir(m_folder.path()).filePath(u"list.pdf"_s);
    QVERIFY(saveAsPdf(dialog, path));
    const PdfFile pdf(path);
    const QString text = pdf.text();
    for (const QString &stop : {u"10 pcs"_s, u"6 pcs"_s, u"3 pcs"_s, u"SO-2 / 1"_s})
        QVERIFY2(text.contains(stop), qPrintable(text));
    QVERIFY(!text.contains(u"SO-3"_s));
    QVERIFY(text.indexOf(u"C-1"_s) < text.indexOf(u"A-1"_s)); // as one walks
    std::set<QString> read;
    const QString bars = PdfFile::run(
        u"zbarimg"_s, {u"-q"_s, u"--nodbus"_s, u"--raw"_s, pdf.picture(1, 300, m_folder)});
    for (const QString &code : bars.split(u'\n', Qt::SkipEmptyParts))
        read.insert(code);
    QCOMPARE(read, (std::set<QString>{u"A-1"_s, u"C-1"_s, u"SO-1"_s, u"SO-2"_s}));
    QTRY_VERIFY(told().contains(u"list.pdf"_s));
    // The choice is kept.
    dialog = open();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QComboBox *>(u"codeBox"_s)->currentIndex(), 1);
    dialog->reject();
}

void PickListDialogTest::saysWhereNothingIsToBeFetched()
{
    m_database->order(u"SO-1"_s, {u"P1"_s});
    openWindow();
    QVERIFY(choose(u"SO-1"_s));
    const auto dialog = open();
    QVERIFY(dialog);
    QTRY_VERIFY2(noteOf(dialog).contains(u"There is nothing to fetch"_s),
                 qPrintable(noteOf(dialog)));
    QVERIFY(!buttonOf(dialog, "printButton")->isEnabled());
    QVERIFY(!buttonOf(dialog, "pdfButton")->isEnabled());
    dialog->reject();
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::PickListDialogTest)
#include "picklistdialogtest.moc"
