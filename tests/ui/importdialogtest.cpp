// Bringing in other people's files: columns that are called otherwise, workbooks, what a file lacks.
#include "model/defaultdatabase.h"
#include "model/import/importmapping.h"
#include "tests/support/filecontent.h"
#include "tests/support/testprogram.h"
#include "tests/ui/desktopfixture.h"
#include "tests/ui/walk/checks.h"
#include "ui/import/importtables.h"
#include "ui/stock/stockmodel.h"
#include "ui/stock/stockplace.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QTableWidget>
#include <QTabWidget>

#include "files/fileformats.h"

using namespace Qt::StringLiterals;

namespace tanaban::test {

class ImportDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m.reset(); }
    void workbooksOfOthers();
    void datesOfTwoMeanings();
    void mappingsAreSavedAndLoaded();
    void whatFilesCannotBe();
    void columnsFitAndAreReached_data();
    void columnsFitAndAreReached();
    void whatStopsLinesComesFirst();
    void stops();
    void stopsBetweenParts();
    void takesWhatIsProposed();

private:
    QString path(const QString &name) const { return m->folder.filePath(name); }
    void openDialog(ImportKind kind);
    void bring(ImportKind kind, const char *content);
    void choose(const char *box, const QString &entry) const;
    void setFileOf(const char *button, const QString &file) const;
    QString columnOf(const char *field) const;
    QString lineOf(const char *table, int row) const;

    std::unique_ptr<DesktopFixture> m;
};

void ImportDialogTest::init()
{
    m = std::make_unique<DesktopFixture>();
    m->desktop->make(defaultDatabase(), {});
    QTRY_VERIFY_WITH_TIMEOUT(m->isOpen(), 20'000);
    bring(ImportKind::Warehouses, "code,name,time_zone\nWH9,North,Asia/Tokyo\n");
    bring(ImportKind::Zones,
          "warehouse_code,zone_number,name,storage_condition\nWH9,1,Shelves,room_temperature\n");
}

void ImportDialogTest::openDialog(ImportKind kind)
{
    m->window().actions().importFiles->trigger();
    QTRY_VERIFY(m->seen<QDialog>("importDialog"));
    auto *box = m->seen<QComboBox>("kindBox");
    box->setCurrentIndex(box->findData(int(kind)));
}

void ImportDialogTest::bring(ImportKind kind, const char *content)
{
    openDialog(kind);
    QVERIFY(put(path(u"given.csv"_s), content));
    QVERIFY(m->type("fileEdit", path(u"given.csv"_s)));
    QVERIFY(m->press("checkButton"));
    QVERIFY(m->press("importButton"));
    QTRY_VERIFY(!m->seen<QDialog>("importDialog"));
}

void ImportDialogTest::choose(const char *box, const QString &entry) const
{
    auto *combo = m->seen<QComboBox>(box);
    QVERIFY(combo);
    combo->setFocus();
    QTest::keyClicks(combo, entry); // as typed in a list
    QCOMPARE(combo->currentText(), entry);
}

void ImportDialogTest::setFileOf(const char *button, const QString &file) const
{
    QVERIFY(m->press(button));
    QFileDialog *files = nullptr;
    QTRY_VERIFY((files = m->seen<QDialog>("importDialog")->findChild<QFileDialog *>()));
    files->selectFile(file);
    QMetaObject::invokeMethod(files, "accept");
    QTRY_VERIFY(!m->seen<QDialog>("importDialog")->findChild<QFileDialog *>());
}

QString ImportDialogTest::columnOf(const char *field) const
{
    const auto *box = m->seen<QComboBox>(QByteArray("column.").append(field).constData());
    return box ? box->currentText() : QString();
}

QString ImportDialogTest::lineOf(const char *table, int row) const
{
    const auto *cells =
        m->seen<QDialog>("importDialog")->findChild<QTableWidget *>(QString::fromLatin1(table));
    QStringList texts;
    for (int column = 0; row < cells->rowCount() && column < cells->columnCount(); ++column)
        texts << cells->item(row, column)->text();
    return texts.join(u'|');
}

void ImportDialogTest::workbooksOfOthers()
{
    const auto products = files::tableWriterFor(TableFormat::Xlsx, path(u"goods.xlsx"_s));
    QVERIFY(products->begin({u"商品コード"_s, u"商品名"_s, u"温度帯"_s, u"JANコード"_s, u"備考"_s}));
    QVERIFY(products->add({u"P1"_s, u"'新' 米"_s, u"常温"_s, TableNumber{4901234567894, 0}, {}}));
    QVERIFY(products->add({u"P2"_s, u"塩"_s, u"暑い"_s, {}, u"?"_s}));
    QVERIFY(products->finish());
    openDialog(ImportKind::Products);
    QVERIFY(m->type("fileEdit", path(u"goods.xlsx"_s)));
    QTRY_COMPARE(columnOf("code"), u"商品コード"_s);
    QCOMPARE(columnOf("name"), u"商品名"_s);
    QCOMPARE(columnOf("storage_condition"), u"温度帯"_s);
    QCOMPARE(columnOf("barcode"), u"JANコード"_s);
    QCOMPARE(columnOf("unit"), u"not in the file"_s);
    QCOMPARE(lineOf("preview", 0), u"2|P1|'新' 米|4901234567894|常温"_s);
    // What the file lacks is told by the check, and given once for all lines.
    QVERIFY(m->press("checkButton"));
    QTRY_COMPARE(m->seen<QTabWidget>("pages")->currentIndex(), 2);
    QVERIFY(lineOf("findings", 0).startsWith(u"2|Unit||⚠"_s));
    m->seen<QTabWidget>("pages")->setCurrentIndex(0);
    QVERIFY(m->type("constant.unit", u"袋"_s));
    QVERIFY(m->press("checkButton"));
    QTRY_COMPARE(lineOf("findings", 0).section(u'|', 0, 2), u"3|Storage condition|暑い"_s);
    QVERIFY(m->textOf("summary").contains(u"The same for all lines: Unit: 袋"_s));
    m->seen<QCheckBox>("onlyGoodBox")->click();
    QVERIFY(m->press("importButton"));
    QTRY_VERIFY(!m->seen<QDialog>("importDialog"));
    QCOMPARE(m->textOf("message"), u"Imported. Lines written: 1."_s);
}

void ImportDialogTest::datesOfTwoMeanings()
{
    bring(ImportKind::Products, "code,name,storage_condition,unit\nP1,Rice,room_temperature,bag\n");
    QVERIFY(put(path(u"stock.csv"_s),
                "Item;Qty;Batch;Best before\nP1;12;L1;03/04/2027\nP1;3;L2;05/06/2027\n"));
    openDialog(ImportKind::Stock);
    QVERIFY(m->type("fileEdit", path(u"stock.csv"_s)));
    QTRY_COMPARE(columnOf("expires_on"), u"Best before"_s);
    auto *check = m->seen<QPushButton>("checkButton");
    QTRY_VERIFY(m->textOf("summary").contains(u"Warehouse, Zone number, how dates"_s));
    QVERIFY(!check->isEnabled());
    QVERIFY(m->type("constant.warehouse_code", u"WH9"_s));
    QVERIFY(m->type("constant.zone_number", u"1"_s));
    QVERIFY(!check->isEnabled()); // March or April?
    choose("dateForm", u"28/2/2027"_s);
    QVERIFY(check->isEnabled());
    QVERIFY(m->press("checkButton"));
    QVERIFY(m->press("importButton"));
    QTRY_VERIFY(!m->seen<QDialog>("importDialog"));
    ui::StockModel &model = m->window().workspace()->stockPlace().model();
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 2, 20'000);
    QTRY_VERIFY(model.listRow(0));
    QCOMPARE(model.listRow(0)->expiresOn, QDate(2027, 4, 3));
}

void ImportDialogTest::mappingsAreSavedAndLoaded()
{
    QVERIFY(put(path(u"partners.csv"_s), "No\tWho\nC1\tMill & Sons\n"));
    openDialog(ImportKind::Partners);
    QVERIFY(m->type("fileEdit", path(u"partners.csv"_s)));
    QTRY_VERIFY(m->seen<QComboBox>("column.code"));
    QCOMPARE(columnOf("code"), u"not in the file"_s);
    choose("column.code", u"No"_s);
    choose("column.name", u"Who"_s);
    QVERIFY(m->type("constant.kind", u"仕入先"_s));
    setFileOf("saveMappingButton", path(u"partners.json"_s));
    QTRY_VERIFY(m->textOf("summary").contains(u"was saved"_s));
    QVERIFY(contentOf(path(u"partners.json"_s)).contains("仕入先"));
    m->seen<QLineEdit>("fileEdit")->clear();
    QVERIFY(m->type("fileEdit", path(u"partners.csv"_s)));
    QTRY_COMPARE(columnOf("code"), u"not in the file"_s);
    setFileOf("loadMappingButton", path(u"partners.json"_s));
    QTRY_COMPARE(columnOf("code"), u"No"_s);
    QCOMPARE(columnOf("name"), u"Who"_s);
    // A mapping of something else leaves what was chosen as it was.
    QVERIFY(put(path(u"wrong.json"_s), R"({"columns": {"lot": "No"}})"));
    setFileOf("loadMappingButton", path(u"wrong.json"_s));
    QTRY_VERIFY(m->textOf("summary").contains(u"cannot be used"_s));
    QVERIFY(put(path(u"wrong.json"_s), R"({"columns": {"code": "No", "name": "Whom"}})"));
    setFileOf("loadMappingButton", path(u"wrong.json"_s));
    QTRY_VERIFY(m->textOf("summary").contains(u"does not have: Whom"_s));
    setFileOf("loadMappingButton", path(u"partners.json"_s));
    QVERIFY(m->press("checkButton"));
    QVERIFY(m->press("importButton"));
    QTRY_VERIFY(!m->seen<QDialog>("importDialog"));
}

void ImportDialogTest::whatFilesCannotBe()
{
    openDialog(ImportKind::Products);
    const auto tell = [&](const QByteArray &content, const QString &words) {
        QVERIFY(put(path(u"file"_s), content));
        m->seen<QLineEdit>("fileEdit")->clear();
        QVERIFY(m->type("fileEdit", path(u"file"_s)));
        QTRY_VERIFY2(m->textOf("summary").contains(words), qPrintable(m->textOf("summary")));
    };
    tell("", u"is empty"_s);
    tell("\xFF\xFE", u"is empty"_s);
    tell("\xFF\xFE_", u"UTF-16"_s);
    tell("code,n\xE4me\n", u"UTF-8"_s);
    tell("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", u"password"_s);
    tell("PK\x03\x04 and nothing else", u"damaged"_s);
    QVERIFY(!m->seen<QPushButton>("checkButton")->isEnabled());
}

void ImportDialogTest::columnsFitAndAreReached_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("english") << u"en"_s;
    QTest::newRow("japanese") << u"ja"_s;
}

void ImportDialogTest::columnsFitAndAreReached()
{
    QFETCH(QString, language);
    ui::useLanguage(language);
    QVERIFY(put(path(u"any.csv"_s), "code,lot,expires\nA,L1,1/2/2027\n"));
    openDialog(ImportKind::Stock);
    QVERIFY(m->type("fileEdit", path(u"any.csv"_s)));
    auto *dialog = m->seen<QDialog>("importDialog");
    const auto judge = [dialog](const QString &where) {
        const QStringList found = cutTexts(*dialog) + namelessControls(*dialog)
                                  + focusJumps(*dialog);
        QVERIFY2(found.isEmpty(), qPrintable(where + u'\n' + found.join(u'\n')));
    };
    for (const ImportKind kind : allImportKinds) {
        auto *box = m->seen<QComboBox>("kindBox");
        box->setCurrentIndex(box->findData(int(kind)));
        QStringList expected;
        for (const ImportField &field : fieldsOf(kind))
            expected << u"constant."_s + field.name;
        const auto shown = [dialog] {
            QStringList names;
            for (const QLineEdit *edit : dialog->findChildren<QLineEdit *>()) {
                if (edit->objectName().startsWith(u"constant."_s))
                    names << edit->objectName();
            }
            return names;
        };
        QTRY_COMPARE(shown(), expected);
        judge(wordOf(kind));
    }
    // By keys alone: from the file over the button and the pages to the first column.
    auto *file = m->seen<QLineEdit>("fileEdit");
    file->setFocus();
    for (int tab = 0; tab < 3; ++tab)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->objectName(),
             QString(u"column."_s + fieldsOf(allImportKinds.back()).front().name));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab, Qt::ShiftModifier);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QCOMPARE(m->seen<QTabWidget>("pages")->currentIndex(), 1);
    judge(u"preview"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    judge(u"findings"_s);
}

void ImportDialogTest::whatStopsLinesComesFirst()
{
    std::vector<ImportFinding> findings(ui::FindingsTable::mostFindings + 1);
    for (size_t i = 0; i < findings.size(); ++i)
        findings[i] = {qint64(i) + 2, u"name"_s, {}, i + 1 == findings.size(), u"told"_s, {}};
    ui::FindingsTable table(nullptr);
    table.showFindings(findings);
    QCOMPARE(table.rowCount(), ui::FindingsTable::mostFindings);
    QCOMPARE(table.item(0, 3)->text(), u"⚠ told"_s); // the last one of the file
    QCOMPARE(table.item(1, 0)->text(), u"2"_s);
}

void ImportDialogTest::stops()
{
    openDialog(ImportKind::Products);
    QByteArray content = "code,name,storage_condition,unit\n";
    for (int i = 0; i < 5000; ++i)
        content += "P" + QByteArray::number(i) + ",Tea,room_temperature,pcs\n";
    QVERIFY(put(path(u"long.csv"_s), content));
    QVERIFY(m->type("fileEdit", path(u"long.csv"_s)));
    QVERIFY(m->press("checkButton"));
    auto *import = m->seen<QPushButton>("importButton");
    QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled(), 60'000);
    QTest::mouseClick(import, Qt::LeftButton);
    QCOMPARE(m->seen<QPushButton>("backButton")->text(), u"&Stop"_s);
    auto *dialog = m->seen<QDialog>("importDialog");
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(dialog->findChild<QLabel *>(u"summary"_s)
                                 ->text()
                                 .startsWith(u"Stopped. Nothing was written"_s),
                             60'000);
    RecordFilter everything;
    const auto ids = m->desktop->session().records().ids(everything);
    QVERIFY(ids && ids->empty());
    // And what was stopped can be done.
    QVERIFY(m->press("checkButton"));
    QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled(), 60'000);
    QTest::mouseClick(import, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!m->seen<QDialog>("importDialog"), 60'000);
    const auto there = m->desktop->session().records().ids(everything);
    QCOMPARE(there->size(), size_t(5000));
}

/// A long file is written in parts, unless somebody does not want it; what is left over is gone on
/// with when the same file comes again.
void ImportDialogTest::stopsBetweenParts()
{
    constexpr int lines = 6000;
    openDialog(ImportKind::Products);
    auto *dialog = m->seen<QDialog>("importDialog");
    auto *inParts = m->seen<QCheckBox>("inPartsBox");
    QVERIFY(!inParts->isEnabled());
    QByteArray content = "code,name,storage_condition,unit\n";
    for (int i = 0; i < lines; ++i)
        content += "P" + QByteArray::number(i) + ",Tea,room_temperature,pcs\n";
    QVERIFY(put(path(u"long.csv"_s), content));
    QVERIFY(m->type("fileEdit", path(u"long.csv"_s)));
    QVERIFY(m->press("checkButton"));
    auto *import = m->seen<QPushButton>("importButton");
    QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled(), 60'000);
    QVERIFY(inParts->isEnabled() && inParts->isChecked());
    QTest::mouseClick(import, Qt::LeftButton);
    auto *summary = dialog->findChild<QLabel *>(u"summary"_s);
    QTRY_VERIFY_WITH_TIMEOUT(summary->text().startsWith(u"Lines written: "_s), 60'000);
    QVERIFY(m->seen<QPushButton>("backButton")->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(summary->text().startsWith(u"Stopped."_s), 60'000);
    RecordFilter everything;
    const auto some = m->desktop->session().records().ids(everything);
    QVERIFY(some && !some->empty() && some->size() < lines && some->size() % 100 == 0);
    const QLocale locale;
    QVERIFY2(summary->text().contains(u"Lines written: %1, not yet: %2."_s.arg(
                 locale.toString(some->size()), locale.toString(lines - some->size()))),
             qPrintable(summary->text()));
    QVERIFY(m->press("checkButton"));
    QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled(), 60'000);
    QVERIFY(summary->text().contains(u"unchanged: %1"_s.arg(locale.toString(some->size()))));
    QTest::mouseClick(import, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!m->seen<QDialog>("importDialog"), 120'000);
    QCOMPARE(m->desktop->session().records().ids(everything)->size(), size_t(lines));
}

/// A mistake that stands in many lines is put right once, by a button.
void ImportDialogTest::takesWhatIsProposed()
{
    openDialog(ImportKind::Products);
    QVERIFY(put(path(u"given.csv"_s),
                "code,name,storage_condition,unit\nP1,Tea,refridgerated,pcs\n"
                "P2,Milk,refridgerated,pcs\nP3,Ice,very cold,pcs\n"));
    QVERIFY(m->type("fileEdit", path(u"given.csv"_s)));
    auto *dialog = m->seen<QDialog>("importDialog");
    auto *take = dialog->findChild<QPushButton *>(u"proposalsButton"_s);
    QVERIFY(take && !take->isEnabled());
    QVERIFY(m->press("checkButton"));
    QTRY_COMPARE(m->seen<QTabWidget>("pages")->currentIndex(), 2);
    QVERIFY2(lineOf("findings", 0).endsWith(u"|refrigerated"_s), qPrintable(lineOf("findings", 0)));
    QVERIFY(take->isEnabled());
    QVERIFY(m->press("proposalsButton"));
    QTRY_VERIFY2(m->textOf("summary").contains(
                     u"Read as something else: Storage condition: refridgerated → refrigerated."_s),
                 qPrintable(m->textOf("summary")));
    QVERIFY(lineOf("findings", 0).startsWith(u"4|Storage condition|very cold|⚠"_s));
    QVERIFY(lineOf("findings", 1).isEmpty());
    QVERIFY(!take->isEnabled()); // nobody knows what that is
    m->seen<QCheckBox>("onlyGoodBox")->click();
    QVERIFY(m->press("importButton"));
    QTRY_VERIFY(!m->seen<QDialog>("importDialog"));
    RecordFilter refrigerated;
    refrigerated.having = {{u"storage_condition"_s, u"refrigerated"_s}};
    QCOMPARE(m->desktop->session().records().ids(refrigerated)->size(), size_t(2));
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::ImportDialogTest)

#include "importdialogtest.moc"
