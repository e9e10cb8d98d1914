// Labels, made as a printer would make them and read by programs that read bar codes.
#include "model/scan/gs1.h"
#include "tests/support/pdffile.h"
#include "tests/support/testprogram.h"
#include "ui/print/labels.h"

#include <QApplication>
#include <QImage>
#include <QTest>

#include <set>

#include "print/labeldocument.h"
#include "print/output.h"

using namespace Qt::StringLiterals;
using namespace tanaban::print;

namespace tanaban::test {

namespace {

const QDate labelDay(2026, 11, 28);

LabelSubject goodsOf(const QString &code, const QString &name, const QString &barcode)
{
    LabelSubject subject;
    subject.code = code;
    subject.name = name;
    subject.barcode = barcode;
    return subject;
}

LabelSubject lotOf(const QString &lot, const QString &barcode)
{
    LabelSubject subject = goodsOf(u"P-001"_s, u"りんごジュース 1L 紙パック"_s, barcode);
    subject.entity = Entity::Lot;
    subject.lot = lot;
    subject.expiresOn = QDate(2027, 2, 28);
    return subject;
}

/// What zbarimg reads on a picture: "EAN-13:4901234567894".
QStringList barsOn(const QString &picture)
{
    return PdfFile::run(u"zbarimg"_s, {u"-q"_s, u"--nodbus"_s, u"--raw"_s, picture})
        .split(u'\n', Qt::SkipEmptyParts);
}

/// What dmtxread reads; FNC1 comes as a group separator.
QString matrixOn(const QString &picture)
{
    return PdfFile::run(u"dmtxread"_s, {u"-N1"_s, u"-m"_s, u"20000"_s, u"-G"_s, u"29"_s, picture});
}

} // namespace

class LabelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothKindsAreReadFromEverySheet_data();
    void bothKindsAreReadFromEverySheet();
    void labelsBeginWhereTheSheetIsUsed();
    void copiesFollowEachOther();
    void barsAreWholeDots_data();
    void barsAreWholeDots();
    void whatDoesNotFitIsTold();
    void aWrongBarcodeMakesNoLabel();
    void wordsStayOnTheLabel();
    void sheetsFitOnTheirPaper();

private:
    ui::MadeLabels make(const std::vector<LabelSubject> &subjects,
                        const LabelJob &job,
                        std::optional<Symbology> wanted = {})
    {
        return ui::Labels::make(subjects, wanted, job, labelDay);
    }
    LabelJob jobFor(const LabelStock &stock)
    {
        LabelJob job;
        job.stock = stock;
        job.family = QApplication::font();
        job.dotsPerInch = stock.isRoll() ? 203 : 600;
        return job;
    }
    PdfFile pdf(const Document &document)
    {
        const QString path = m_folder.filePath(u"%1.pdf"_s.arg(++m_number));
        if (!writePdf(document, path, u"labels"_s))
            qFatal("no PDF");
        return PdfFile(path);
    }

    QTemporaryDir m_folder;
    int m_number = 0;
};

void LabelTest::bothKindsAreReadFromEverySheet_data()
{
    QTest::addColumn<QString>("key");
    for (const LabelStock &sheet : labelSheets())
        QTest::newRow(qPrintable(sheet.key)) << sheet.key;
    QTest::newRow("label printer 60 x 40") << u"60"_s;
    QTest::newRow("label printer 100 x 150") << u"100"_s;
}

void LabelTest::bothKindsAreReadFromEverySheet()
{
    QFETCH(QString, key);
    LabelStock stock = key == u"60"_s ? labelRoll({60, 40}) : labelRoll({100, 150});
    for (const LabelStock &sheet : labelSheets()) {
        if (sheet.key == key)
            stock = sheet;
    }
    LabelSubject bin;
    bin.entity = Entity::Bin;
    bin.code = u"A-01-03"_s;
    bin.place = u"WH001 · 1"_s;
    const auto bars = make(
        {goodsOf(u"P-001"_s, u"りんごジュース 1L 紙パック 国産"_s, u"4901234567894"_s),
         goodsOf(u"P-002"_s, u"Rice"_s, {}),
         goodsOf(u"米-5"_s, u"Rice"_s, {}),
         lotOf(u"L2-04"_s, {}),
         bin},
        jobFor(stock));
    QCOMPARE(bars.faults.size(), 0);
    const PdfFile file = pdf(*bars.document);
    const int dots = stock.isRoll() ? 203 : 300;
    std::set<QString> read;
    for (int page = 1; page <= file.pages(); ++page) {
        for (const QString &code : barsOn(file.picture(page, dots, m_folder)))
            read.insert(code);
    }
    QCOMPARE(
        read,
        (std::set<QString>{u"4901234567894"_s, u"P-002"_s, u"米-5"_s, u"L2-04"_s, u"A-01-03"_s}));

    const auto matrix = make({lotOf(u"L-204/A"_s, u"4901234567894"_s)}, jobFor(stock));
    QCOMPARE(matrix.faults.size(), 0);
    const QString scanned = matrixOn(pdf(*matrix.document).picture(1, dots, m_folder));
    // The first separator says that it is GS1; a scanner says ]d2 in its stead.
    QVERIFY2(scanned.startsWith(groupSeparator), qPrintable(scanned));
    const auto elements = readScan(u"]d2"_s + scanned.mid(1), labelDay);
    QVERIFY(elements.ok() && elements->gs1);
    QCOMPARE(*elements->gs1,
             (Gs1{u"04901234567894"_s, u"L-204/A"_s, QDate(2027, 2, 28), std::nullopt}));
}

void LabelTest::labelsBeginWhereTheSheetIsUsed()
{
    LabelJob job = jobFor(labelSheets().front());
    job.start = 4; // the second label of the second row
    const auto made = make({goodsOf(u"P-002"_s, u"Rice"_s, {})}, job);
    const QImage page(pdf(*made.document).picture(1, 150, m_folder));
    QVERIFY(!page.isNull());
    QRect ink;
    for (int y = 0; y < page.height(); ++y) {
        for (int x = 0; x < page.width(); ++x) {
            if (qGray(page.pixel(x, y)) < 128)
                ink |= QRect(x, y, 1, 1);
        }
    }
    const double millimetre = 150 / 25.4;
    const QRectF label = job.stock.place(4);
    const QRectF onPaper(label.topLeft() * millimetre, label.size() * millimetre);
    QVERIFY(ink.isValid());
    QVERIFY2(
        onPaper.contains(QRectF(ink)),
        qPrintable(
            u"%1 %2 %3 %4"_s.arg(ink.left()).arg(ink.top()).arg(ink.right()).arg(ink.bottom())));
}

void LabelTest::copiesFollowEachOther()
{
    LabelJob job = jobFor(labelSheets().front()); // 24 on a sheet
    job.start = 20;
    job.copies = 3;
    const auto made = make({goodsOf(u"P-001"_s, u"One"_s, {}), goodsOf(u"P-002"_s, u"Two"_s, {})},
                           job);
    QCOMPARE(made.document->pageCount(), 2);
    const PdfFile file = pdf(*made.document);
    QCOMPARE(file.pages(), 2);
    const QString first = file.lines(1).join(u' ');
    const QString second = file.lines(2).join(u' ');
    QCOMPARE(first.count(u"One"_s), 3);
    QCOMPARE(first.count(u"Two"_s), 1);
    QCOMPARE(second.count(u"Two"_s), 2);
}

void LabelTest::barsAreWholeDots_data()
{
    QTest::addColumn<int>("dots");
    for (const int dots : {203, 300, 600})
        QTest::addRow("%d", dots) << dots;
}

/// Every bar and gap of a picture in the printer's own dots is a whole number of the narrowest one.
void LabelTest::barsAreWholeDots()
{
    QFETCH(int, dots);
    LabelJob job = jobFor(labelRoll({70, 40}));
    job.dotsPerInch = dots;
    const auto made = make({goodsOf(u"P-001"_s, u"One"_s, u"4901234567894"_s)}, job);
    const QImage page(pdf(*made.document).picture(1, dots, m_folder));
    const int y = page.height() / 2;
    std::vector<int> runs;
    bool dark = false;
    for (int x = 0, run = 0; x < page.width(); ++x, ++run) {
        if ((qGray(page.pixel(x, y)) < 128) != dark) {
            runs.push_back(run);
            run = 0;
            dark = !dark;
        }
    }
    QVERIFY(runs.size() == 60); // the margin, and 59 bars and gaps of an EAN-13
    const int module = *std::min_element(runs.begin() + 1, runs.end());
    QVERIFY(module * 25.4 / dots >= 0.25);
    QVERIFY2(runs.front() >= 11 * module, "the quiet zone is too narrow");
    int modules = 0;
    for (size_t i = 1; i < runs.size(); ++i) {
        QCOMPARE(runs[i] % module, 0);
        modules += runs[i] / module;
    }
    QCOMPARE(modules, 95);
}

void LabelTest::whatDoesNotFitIsTold()
{
    const LabelJob small = jobFor(labelRoll({30, 20}));
    const auto made = make({goodsOf(u"P-001"_s, u"One"_s, u"4901234567894"_s)}, small);
    QCOMPARE(made.labels, 0);
    QVERIFY(!made.document);
    QCOMPARE(made.faults.size(), 1);
    QCOMPARE(made.faults[0].kind, LabelFault::Kind::Room);
    // Where nobody chose bars, a square says the same.
    const auto square = make({goodsOf(u"LONG-CODE-2026-001"_s, u"One"_s, {})}, small);
    QCOMPARE(square.labels, 1);
    QCOMPARE(barsOn(pdf(*square.document).picture(1, 203, m_folder)),
             QStringList{u"LONG-CODE-2026-001"_s});
}

void LabelTest::aWrongBarcodeMakesNoLabel()
{
    const auto made = make({goodsOf(u"P-001"_s, u"Wrong"_s, u"4901234567890"_s),
                            goodsOf(u"P-002"_s, u"Right"_s, u"4901234567894"_s)},
                           jobFor(labelSheets().front()));
    QCOMPARE(made.labels, 1);
    QCOMPARE(made.faults.size(), 1);
    const PdfFile file = pdf(*made.document);
    QVERIFY(!file.text().contains(u"Wrong"_s) && !file.text().contains(u"4901234567890"_s));
    QCOMPARE(barsOn(file.picture(1, 300, m_folder)), QStringList{u"4901234567894"_s});
}

void LabelTest::wordsStayOnTheLabel()
{
    LabelJob job = jobFor(labelRoll({60, 40}));
    const QString name =
        u"とても詳しい名前の商品で二行にも収まらないほど説明が続いていくもの、国産、業務用、冷蔵、大袋"_s;
    const auto made = make({goodsOf(u"P-001"_s, name, u"4901234567894"_s)}, job);
    const PdfFile file = pdf(*made.document);
    QCOMPARE(file.missingFonts(), QStringList());
    QVERIFY(file.text().contains(u"とても詳しい名前の商品"_s));
    QVERIFY(file.text().contains(u'…'));
    QVERIFY(file.text().contains(u"4901234567894"_s));
    for (const PdfFile::Word &word : file.words(1))
        QVERIFY2(word.left > 2 && word.right < 60 * 72 / 25.4 - 2, qPrintable(word.text));
    // What is read in the stead of the code is never cut.
    const auto lot = make({lotOf(u"ABCDEFGHIJ0123456789"_s, u"4901234567894"_s)},
                          jobFor(labelSheets().back()));
    QVERIFY(pdf(*lot.document).text().contains(u"(10)ABCDEFGHIJ0123456789"_s));
}

void LabelTest::sheetsFitOnTheirPaper()
{
    for (const LabelStock &sheet : labelSheets()) {
        const QRectF paper(QPointF(-0.05, -0.05),
                           sheet.page.size(QPageSize::Millimeter) + QSizeF(0.1, 0.1));
        for (int number = 0; number < sheet.perPage(); ++number) {
            QVERIFY2(paper.contains(sheet.place(number)), qPrintable(sheet.key));
            for (int other = 0; other < number; ++other)
                QVERIFY(sheet.place(other).intersected(sheet.place(number)).width() < 0.01
                        || sheet.place(other).intersected(sheet.place(number)).height() < 0.01);
        }
    }
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::LabelTest)
#include "labeltest.moc"
