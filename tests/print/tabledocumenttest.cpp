// Tables on paper, read back out of the PDF by other programs.
#include "print/tabledocument.h"

#include "tests/support/pdffile.h"
#include "tests/support/testprogram.h"
#include "ui/print/printtext.h"

#include <QApplication>
#include <QFile>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

#include "print/output.h"
#include "print/textmeasure.h"

using namespace Qt::StringLiterals;
using namespace tanaban::print;

namespace tanaban::test {

namespace {

/// Lines made of their number.
class MadeTable final : public TableSource
{
public:
    MadeTable(QStringList titles, qint64 rows, std::function<TableLine(qint64)> line)
        : m_titles(std::move(titles))
        , m_rows(rows)
        , m_line(std::move(line))
    {}

    QStringList titles() const override { return m_titles; }
    Read<qint64> count() override { return m_rows; }
    Read<std::vector<TableLine>> next() override
    {
        std::vector<TableLine> lines;
        while (m_next < m_rows && lines.size() < 1000)
            lines.push_back(m_line(m_next++));
        return lines;
    }

private:
    QStringList m_titles;
    qint64 m_rows;
    std::function<TableLine(qint64)> m_line;
    qint64 m_next = 0;
};

TableLine plainLine(qint64 row)
{
    return {u"P-%1"_s.arg(row, 6, 10, QChar(u'0')),
            row % 2 == 0 ? u"りんごジュース 1L"_s : u"Rice"_s,
            TableNumber{row * 1000 + 5, 1},
            QDate(2027, 2, 28)};
}

} // namespace

class TableDocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowIsThereOnce();
    void textIsTextAndFontsAreInside();
    void numbersEndAtOneEdge();
    void papersAndDirections_data();
    void papersAndDirections();
    void whatIsWideGetsMoreLines();
    void anEmptyTableIsOnePage();
    void tooManyRowsAreRefused();
    void stops();
    void aFileThatCannotBeWrittenIsTold();
    void whatWasThereStaysWhenStopped();

private:
    std::shared_ptr<const TableSpool> spool(TableSource &source)
    {
        const auto made = TableSpool::read(source, &ui::PrintText::cell, QApplication::font());
        return made ? *made : nullptr;
    }
    std::shared_ptr<const TableDocument> document(
        TableSource &source,
        const QPageLayout &layout = paper(QPageSize(QPageSize::A4), false))
    {
        PageFrame frame = ui::PrintText::frame(
            u"All stock 在庫"_s, {u"Low"_s, u"Zone 2"_s}, u"佐藤"_s);
        const auto made = TableDocument::make(spool(source), frame, layout);
        return made ? *made : nullptr;
    }
    PdfFile pdf(const Document &document)
    {
        const QString path = m_folder.filePath(u"%1.pdf"_s.arg(++m_number));
        if (!writePdf(document, path, u"title"_s))
            qFatal("no PDF");
        return PdfFile(path);
    }

    QTemporaryDir m_folder;
    int m_number = 0;
};

void TableDocumentTest::everyRowIsThereOnce()
{
    constexpr int rows = 2345;
    MadeTable table({u"Code"_s, u"Name"_s, u"Quantity"_s, u"Expires"_s}, rows, &plainLine);
    const auto made = document(table);
    QVERIFY(made);
    const PdfFile file = pdf(*made);
    QCOMPARE(file.pages(), made->pageCount());
    QVERIFY(made->pageCount() > rows / 80 && made->pageCount() < rows / 20);
    qint64 next = 0;
    for (int page = 1; page <= file.pages(); ++page) {
        const QStringList lines = file.lines(page);
        QVERIFY2(lines[0].contains(u"All stock"_s), qPrintable(lines[0]));
        QVERIFY2(lines[1].contains(u"Low · Zone 2"_s), qPrintable(lines[1]));
        QVERIFY2(lines[1].contains(u"佐藤"_s), qPrintable(lines[1]));
        QCOMPARE(lines[2].simplified(), u"Code Name Quantity Expires"_s);
        QVERIFY2(lines.last().contains(u"Page %1 of %2"_s.arg(QLocale().toString(page),
                                                              QLocale().toString(file.pages()))),
                 qPrintable(lines.last()));
        for (const QString &line : lines.mid(3, lines.size() - 4)) {
            QVERIFY2(line.startsWith(u"P-%1 "_s.arg(next, 6, 10, QChar(u'0'))), qPrintable(line));
            QVERIFY2(line.contains(QLocale().toString(double(next * 1000 + 5) / 10, 'f', 1)),
                     qPrintable(line));
            QVERIFY2(line.contains(next % 2 == 0 ? u"りんごジュース 1L"_s : u"Rice"_s),
                     qPrintable(line));
            QVERIFY2(line.contains(u"2027-02-28"_s), qPrintable(line));
            ++next;
        }
    }
    QCOMPARE(next, rows);
}

void TableDocumentTest::textIsTextAndFontsAreInside()
{
    MadeTable table({u"商品"_s, u"名前"_s, u"Quantity"_s, u"期限"_s}, 10, &plainLine);
    const PdfFile file = pdf(*document(table));
    QCOMPARE(file.missingFonts(), QStringList());
    QVERIFY(file.text().contains(u"All stock 在庫"_s));
    QVERIFY(file.text().contains(u"りんごジュース"_s));
    QVERIFY(file.lines(1)[2].contains(u"期限"_s));
}

void TableDocumentTest::numbersEndAtOneEdge()
{
    MadeTable table({u"Code"_s, u"Quantity"_s}, 30, [](qint64 row) {
        return TableLine{u"P-%1"_s.arg(row), TableNumber{qint64(1) << row, 0}};
    });
    const auto words = pdf(*document(table)).words(1);
    std::vector<double> edges;
    for (const PdfFile::Word &word : words) {
        bool number = false;
        QLocale().toLongLong(word.text, &number);
        if (word.text == u"Quantity" || (!edges.empty() && number))
            edges.push_back(word.right);
    }
    // The page number at the foot is one more.
    QVERIFY(edges.size() >= 31);
    for (size_t i = 1; i < 31; ++i)
        QVERIFY2(std::abs(edges[i] - edges[0]) < 1,
                 qPrintable(u"%1 %2"_s.arg(edges[i]).arg(edges[0])));
}

void TableDocumentTest::papersAndDirections_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("landscape");
    QTest::addColumn<QString>("said");
    QTest::newRow("A4") << int(QPageSize::A4) << false << u"595 x 842 pts (A4)"_s;
    QTest::newRow("A4 across") << int(QPageSize::A4) << true << u"842 x 595 pts (A4)"_s;
    QTest::newRow("Letter") << int(QPageSize::Letter) << false << u"612 x 792 pts (letter)"_s;
    QTest::newRow("Letter across") << int(QPageSize::Letter) << true << u"792 x 612 pts (letter)"_s;
}

void TableDocumentTest::papersAndDirections()
{
    QFETCH(int, size);
    QFETCH(bool, landscape);
    QFETCH(QString, said);
    MadeTable table({u"Code"_s, u"Name"_s, u"Quantity"_s, u"Expires"_s}, 200, &plainLine);
    const auto made = document(table, paper(QPageSize(QPageSize::PageSizeId(size)), landscape));
    const PdfFile file = pdf(*made);
    QCOMPARE(file.info(u"Page size"_s), said);
    QCOMPARE(file.pages(), made->pageCount());
    // Nothing stands beside the paper.
    const double width = said.section(u' ', 0, 0).toDouble();
    for (const PdfFile::Word &word : file.words(1))
        QVERIFY2(word.left > 20 && word.right < width - 20, qPrintable(word.text));
}

void TableDocumentTest::whatIsWideGetsMoreLines()
{
    const QString english = u"Goods that a supplier described with a great many words, of which "
                            "none may be lost on paper"_s;
    const QString japanese =
        u"取引先がとても長く説明した商品で、紙の上でも一文字も失われてはならないもの"_s;
    MadeTable table({u"Code"_s, u"A"_s, u"B"_s, u"C"_s, u"D"_s, u"Quantity"_s}, 40, [&](qint64 row) {
        return TableLine{
            u"P-%1"_s.arg(row), english, japanese, english, japanese, TableNumber{1234567 + row, 0}};
    });
    const auto made = document(table);
    const PdfFile file = pdf(*made);
    QCOMPARE(file.pages(), made->pageCount());
    QString all;
    for (int page = 1; page <= file.pages(); ++page) {
        for (const PdfFile::Word &word : file.words(page)) {
            QVERIFY2(word.right < 595 - 20, qPrintable(word.text));
            all += word.text + u' ';
        }
    }
    QVERIFY(!all.contains(u'…'));
    QCOMPARE(all.count(u"supplier"_s), 80);
    QCOMPARE(all.count(QLocale().toString(1234567)), 1);
    QCOMPARE(all.remove(u' ').count(u"紙"_s), 80);
    // Lines of one text stay above each other.
    TextMeasure measure(fontFor(QApplication::font(), 180));
    const QStringList lines = measure.wrapped(japanese, 1500, 9);
    QVERIFY(lines.size() > 2);
    QCOMPARE(lines.join(QString()), japanese);
    for (const QString &line : lines) {
        QVERIFY(measure.width(line) <= 1500);
        QVERIFY2(!line.startsWith(u'、') && !line.startsWith(u'ー'), qPrintable(line));
    }
    QVERIFY(measure.wrapped(english, 1500, 2).last().endsWith(u'…'));
}

void TableDocumentTest::anEmptyTableIsOnePage()
{
    MadeTable table({u"Code"_s, u"Name"_s}, 0, &plainLine);
    const auto made = document(table);
    QCOMPARE(made->pageCount(), 1);
    QVERIFY(pdf(*made).lines(1)[2].contains(u"Code"_s));
}

void TableDocumentTest::tooManyRowsAreRefused()
{
    int asked = 0;
    MadeTable table({u"Code"_s}, mostRowsToPrint + 1, [&asked](qint64) {
        ++asked;
        return TableLine{};
    });
    const auto made = TableSpool::read(table, &ui::PrintText::cell, QApplication::font());
    QVERIFY(!made);
    QCOMPARE(made.error().kind, SpoolFailure::Kind::TooManyRows);
    QCOMPARE(asked, 0);
    QVERIFY(ui::PrintText::messageOf(made.error()).contains(QLocale().toString(mostRowsToPrint)));
}

void TableDocumentTest::stops()
{
    std::stop_source stop;
    MadeTable table({u"Code"_s}, 5000, [&stop](qint64 row) {
        if (row == 1500)
            stop.request_stop();
        return TableLine{u"x"_s};
    });
    const auto made = TableSpool::read(
        table, &ui::PrintText::cell, QApplication::font(), {}, stop.get_token());
    QVERIFY(!made);
    QCOMPARE(made.error().kind, SpoolFailure::Kind::Stopped);
}

void TableDocumentTest::aFileThatCannotBeWrittenIsTold()
{
    MadeTable table({u"Code"_s}, 10, &plainLine);
    const auto made = document(table);
    const auto nowhere = writePdf(*made, u"/no/such/folder/a.pdf"_s, u"title"_s);
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().kind, OutputFailure::Kind::Device);
    QVERIFY(!nowhere.error().detail.isEmpty());
    // A disk that takes no more tells it while the pages are written.
    const QString path = m_folder.filePath(u"full.pdf"_s);
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit usual{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &usual), 0);
    const rlimit little{2048, usual.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &little), 0);
    const auto full = writePdf(*made, path, u"title"_s);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &usual), 0);
    QVERIFY(!full);
    QCOMPARE(full.error().kind, OutputFailure::Kind::Device);
    QVERIFY(!full.error().detail.isEmpty());
    QVERIFY(!QFile::exists(path));
}

void TableDocumentTest::whatWasThereStaysWhenStopped()
{
    MadeTable table({u"Code"_s, u"Name"_s, u"Quantity"_s, u"Expires"_s}, 1000, &plainLine);
    const auto made = document(table);
    const QString path = m_folder.filePath(u"kept.pdf"_s);
    QFile older(path);
    QVERIFY(older.open(QIODevice::WriteOnly));
    older.write("older");
    older.close();
    std::stop_source stop;
    const auto stopped = writePdf(
        *made,
        path,
        u"title"_s,
        [&stop](int done) {
            if (done == 3)
                stop.request_stop();
        },
        stop.get_token());
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().kind, OutputFailure::Kind::Stopped);
    QVERIFY(older.open(QIODevice::ReadOnly));
    QCOMPARE(older.readAll(), QByteArray("older"));
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::TableDocumentTest)
#include "tabledocumenttest.moc"
