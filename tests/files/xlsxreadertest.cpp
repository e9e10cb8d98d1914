// Reading workbooks: what our own writer makes, what other programs make, and what is none.
#include "tests/files/workbookparts.h"
#include "tests/support/filecontent.h"
#include "tests/support/testprogram.h"

#include <QTemporaryDir>
#include <QTest>

#include "files/fileformats.h"
#include "files/xlsxbook.h"

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

namespace {

/// Fields joined by '|', lines by '/', each line with its number, "!" and what is wrong with it.
QString readAll(const QByteArray &content)
{
    const auto reader = files::rowReaderFor(content, {});
    QStringList lines;
    while (const auto row = reader->next()) {
        lines += QString::number(row->line) + u':' + row->fields.join(u'|');
        if (!row->problem.isEmpty())
            lines.back() += u'!';
    }
    if (const auto &fault = reader->fault())
        lines += u"fault %1:%2 %3"_s.arg(
            QString::number(fault->line), QString::number(fault->column), fault->text);
    return lines.join(u'/');
}

} // namespace

class XlsxReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatWeWrite();
    void cells_data();
    void cells();
    void datesFrom1904();
    void whatIsNoWorkbook();
    void unpacksWithoutEnd();
};

void XlsxReaderTest::readsWhatWeWrite()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"table.xlsx"_s);
    const auto writer = files::tableWriterFor(TableFormat::Xlsx, path);
    QVERIFY(writer->begin({u"Code"_s, u"Quantity"_s, u"Expires"_s, u"At"_s}));
    QVERIFY(writer->add({u"=1+1"_s,
                         TableNumber{-1500, 3},
                         QDate(2027, 2, 28),
                         QDateTime(QDate(2027, 2, 28), QTime(10, 41, 7), Qt::UTC)}));
    QVERIFY(writer->add({u"棚 'x'"_s, {}, {}, {}}));
    QVERIFY(writer->add({{}, TableNumber{999'999'999'999, 3}, QDate(1999, 12, 31), {}}));
    QVERIFY(writer->finish());
    QCOMPARE(readAll(test::contentOf(path)),
             u"1:Code|Quantity|Expires|At/2:=1+1|-1.5|2027-02-28|2027-02-28 10:41:07"
             "/3:棚 'x'|||/4:|999999999.999|1999-12-31|"_s);
    const auto reader = files::rowReaderFor(test::contentOf(path), {});
    QVERIFY(!reader->mayBeHarmless()); // an apostrophe in a workbook is one
}

void XlsxReaderTest::cells_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *rows, const char *expected) {
        QTest::newRow(name) << QByteArray(rows) << QString::fromUtf8(expected);
    };
    row("nothing", "", "");
    row("shared texts",
        "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>"
        "<row r='2'><c r='A2' t='s'><v>2</v></c></row>",
        "1:Code|棚 番/2:two\nlines|");
    row("without names",
        "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
        "1:1|2/2:3|");
    row("gaps",
        "<row r='2'><c r='A2'><v>1</v></c><c r='C2'><v>2</v></c></row><row r='9'>"
        "<c r='B9'><v>3</v></c></row>",
        "2:1||2/9:|3|");
    row("empty rows",
        "<row r='1'><c r='A1'><v>1</v></c></row><row r='2'/><row r='3'><c r='A3' s='1'/></row>"
        "<row r='4'><c r='A4'><v>2</v></c></row>",
        "1:1/4:2");
    row("longer than the first",
        "<row><c><v>1</v></c></row><row><c><v>2</v></c><c><v>3</v></c></row>",
        "1:1/2:2|3");
    row("text of its own",
        "<row><c t='inlineStr'><is><r><t>a</t></r><rPh sb='0' eb='1'><t>x</t></rPh>"
        "<r><t>b</t></r></is></c></row>",
        "1:ab");
    row("formulas",
        "<row><c><f>1+1</f><v>2</v></c><c t='str'><f>A1&amp;\"x\"</f><v>2x</v></c></row>",
        "1:2|2x");
    row("a formula without its value", "<row><c r='A1'><f>1+1</f></c></row>", "1:!");
    row("an error", "<row><c t='e'><v>#N/A</v></c></row>", "1:#N/A!");
    row("a missing text", "<row><c t='s'><v>7</v></c><c><v>1</v></c></row>", "1:|1!");
    row("no number", "<row><c><v>abc</v></c></row>", "1:abc!");
    row("true and false", "<row><c t='b'><v>1</v></c><c t='b'><v>0</v></c></row>", "1:true|false");
    row("numbers",
        "<row><c><v>0.1</v></c><c><v>0.30000000000000004</v></c><c><v>4901234567894</v></c>"
        "<c><v>1E-3</v></c><c><v>1.0E7</v></c><c><v>-2.50</v></c><c><v>1E+20</v></c>"
        "<c><v>2.5E-7</v></c></row>",
        "1:0.1|0.3|4901234567894|0.001|10000000|-2.5|100000000000000000000|0.00000025");
    row("days",
        "<row><c s='1'><v>46446</v></c><c s='2'><v>61</v></c><c s='1'><v>1</v></c>"
        "<c s='1'><v>46446.5</v></c><c s='3'><v>46446</v></c><c t='d'><v>2027-02-28</v></c></row>",
        "1:2027-02-28|1900-03-01|1900-01-01|2027-02-28 12:00:00|46446|2027-02-28");
    row("not in order",
        "<row r='2'><c><v>1</v></c></row><row r='1'><c><v>1</v></c></row>",
        "2:1/fault 3:1 the rows of the workbook are not in order");
    row("too many columns",
        "<row><c r='ALM1'><v>1</v></c></row>",
        "fault 1:1001 more than 1000 columns");
    row("cut off",
        "<row><c><v>1</v></c></row><row><c><v>2",
        "1:1/fault 2:1 the workbook is damaged or not whole");
}

void XlsxReaderTest::cells()
{
    QFETCH(QByteArray, rows);
    QFETCH(QString, expected);
    QCOMPARE(readAll(packed(partsOf(rows))), expected);
}

void XlsxReaderTest::datesFrom1904()
{
    auto parts = partsOf("<row><c s='1'><v>44984</v></c></row>");
    parts[u"xl/workbook.xml"_s].replace("<sheets>", "<workbookPr date1904='1'/><sheets>");
    QCOMPARE(readAll(packed(parts)), u"1:2027-02-28"_s);
}

void XlsxReaderTest::whatIsNoWorkbook()
{
    const QHash<QString, QByteArray> parts = partsOf("<row><c><v>1</v></c></row>");
    const QString none = u"fault 1:1 this is no workbook; save it as .xlsx or .csv"_s;
    QCOMPARE(readAll(packed({{u"content.xml"_s, "<x/>"}})), none);
    auto changed = parts;
    changed.remove(u"xl/workbook.xml"_s);
    QCOMPARE(readAll(packed(changed)), none);
    changed = parts;
    changed[u"xl/workbook.xml"_s].replace("r:id='s'", "state='veryHidden' r:id='s'");
    QCOMPARE(readAll(packed(changed)), u"fault 1:1 the workbook has no sheet that is shown"_s);
    changed = parts;
    changed.remove(u"xl/goods.xml"_s);
    QCOMPARE(readAll(packed(changed)), u"fault 1:1 the workbook is damaged or not whole"_s);
    QVERIFY(readAll("\xD0\xCF\x11\xE0\xA1\xB1").contains(u"password"_s));
    QVERIFY(readAll("PK\x03\x04").startsWith(u"fault 1:1"_s));
}

// Small when packed; how much memory that takes, tests/fuzz/xlsx counts.
void XlsxReaderTest::unpacksWithoutEnd()
{
    const QString much = u"unpacks to far more than its size"_s;
    const QByteArray text(2'000'000, 'x');
    const auto withRows = [](const QByteArray &rows) { return readAll(packed(partsOf(rows))); };
    QVERIFY(withRows("<row><c t='inlineStr'><is><t>" + text + "</t></is></c></row>").contains(much));
    QVERIFY(withRows("<row a='" + text + "'/>").contains(much));
    auto parts = partsOf("<row><c t='s'><v>0</v></c></row>");
    parts[u"xl/texts.xml"_s] = "<sst>" + QByteArray("<si/>").repeated(400'000) + "</sst>";
    QVERIFY2(readAll(packed(parts)).contains(much), qPrintable(readAll(packed(parts))));
    // What a package must not have, and what no sheet has.
    const QString damaged = u"the workbook is damaged or not whole"_s;
    parts = partsOf(QByteArray());
    parts[u"xl/goods.xml"_s] =
        "<!DOCTYPE w [<!ENTITY e 'more'>]><w><row><c><v>&e;</v></c></row></w>";
    QVERIFY(readAll(packed(parts)).endsWith(damaged));
    QVERIFY(withRows(QByteArray("<a>").repeated(1000)).endsWith(damaged));
}

TANABAN_TEST(XlsxReaderTest)
#include "xlsxreadertest.moc"
