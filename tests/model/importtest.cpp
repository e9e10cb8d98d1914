// Reading other people's files: the CSV reader and the mapping, without a database.
#include "model/import/csvreader.h"
#include "model/import/importtable.h"
#include "model/import/importwords.h"
#include "tests/support/testprogram.h"

#include <QStringEncoder>
#include <QTest>

using namespace tanaban;
using namespace Qt::StringLiterals;

namespace {

/// Fields joined by '|', lines by '/', each line with its number; then the fault, if any.
QString readAll(const QByteArray &content)
{
    CsvReader reader(content);
    QStringList lines;
    while (const auto record = reader.next())
        lines += QString::number(record->line) + u':' + record->fields.join(u'|');
    if (const auto &fault = reader.fault())
        lines += u"fault %1:%2"_s.arg(fault->line).arg(fault->column);
    return lines.join(u'/');
}

ImportMapping mappingOf(const char *json, ImportKind kind)
{
    const auto mapping = ImportMapping::parse(json, kind);
    if (!mapping)
        qFatal("%s", qPrintable(mapping.error()));
    return *mapping;
}

QString mistakeOf(const char *json, ImportKind kind = ImportKind::Stock)
{
    const auto mapping = ImportMapping::parse(json, kind);
    return mapping ? QString() : mapping.error();
}

QStringList findings(const ImportTable &table)
{
    QStringList lines;
    for (const ImportFinding &finding : table.findings) {
        lines += u"%1 %2 %3: %4"_s.arg(QString::number(finding.line),
                                       finding.blocks ? u"error"_s : u"note"_s,
                                       finding.field,
                                       finding.text);
    }
    return lines;
}

ImportTable tableOf(const QByteArray &content, const ImportMapping &mapping, ImportKind kind)
{
    CsvReader reader(content);
    ImportProgress progress;
    return readTable(reader, mapping, kind, progress);
}

} // namespace

class ImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCsv_data();
    void readsCsv();
    void readsUtf16();
    void limits();
    void wordsOfPeople();
    void guessesColumns();
    void guessesDates();
    void mappingAsFile();
    void mappingMistakes();
    void plainFile();
    void mappedFile();
    void wrongLines();
    void unreadableFiles();
    void aFewLinesAtATime();
};

void ImportTest::readsCsv_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *content, const char *expected) {
        QTest::newRow(name) << QByteArray(content) << QString::fromUtf8(expected);
    };
    row("nothing", "", "");
    row("one line", "a,b,c", "1:a|b|c");
    row("line ends", "a,b\r\nc,d\ne,f\rg,h\n", "1:a|b/2:c|d/3:e|f/4:g|h");
    row("empty fields", ",\n,x,\n", "1:|/2:|x|");
    row("empty lines", "a\n\n\r\nb\n", "1:a/4:b");
    row("mark",
        "\xEF\xBB\xBF"
        "a,b\n",
        "1:a|b");
    row("semicolons", "a;b,c;d\n1;2;3\n", "1:a|b,c|d/2:1|2|3");
    row("tabs", "a\tb\n1,5\t2\n", "1:a|b/2:1,5|2");
    row("quotes", "\"a,b\",\"say \"\"hi\"\"\"\n", "1:a,b|say \"hi\"");
    row("line end in quotes", "\"a\nb\",c\nd,e\n", "1:a\nb|c/3:d|e");
    row("separators in a quoted header", "\"a;b;c\",d\n", "1:a;b;c|d");
    row("quote inside", "5\" pipe,x\n", "1:5\" pipe|x");
    row("spaces stay", " a , b\n", "1: a | b");
    row("Japanese", "\xE6\xA3\x9A,\xE7\x95\xAA\n", "1:棚|番");
    row("last field empty", "a,", "1:a|");
    row("quoted and empty", "\"\",\"\"\n", "1:|");
    row("open quote", "a,b\nc,\"d\n\n", "1:a|b/fault 2:3");
    row("text after a quote", "\"a\"b,c\n", "fault 1:4");
    row("not UTF-8", "a,b\nc,\xFF\n", "fault 2:3");
    row("Latin-1", "M\xFCller,x\n", "fault 1:2");
    row("overlong", "a\n\xC0\xAF\n", "fault 2:1");
    row("surrogate", "\xED\xA0\x80\n", "fault 1:1");
    row("cut off", "a,\xE6\xA3", "fault 1:3");
}

void ImportTest::readsCsv()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, expected);
    QCOMPARE(readAll(content), expected);
}

void ImportTest::limits()
{
    QCOMPARE(readAll(QByteArray("a\0b", 3)), u"fault 1:2"_s);
    const QByteArray longest(CsvReader::longestField, 'x');
    QCOMPARE(readAll(longest), QString(u"1:"_s + QString::fromLatin1(longest)));
    QCOMPARE(readAll(QByteArray(longest + 'x')), u"fault 1:65538"_s);
    QCOMPARE(readAll(QByteArray(QByteArray("\"") + longest + "x\"")), u"fault 1:65539"_s);
    const QByteArray most(CsvReader::mostColumns - 1, ',');
    QCOMPARE(readAll(most).count(u'|'), CsvReader::mostColumns - 1);
    QVERIFY(readAll(QByteArray(most + ',')).startsWith(u"fault 1:"_s));
    const QByteArray lines("a\n" + QByteArray(CsvReader::mostLines - 2, '\n'));
    QCOMPARE(readAll(lines + "b"), u"1:a/2000000:b"_s);
    QCOMPARE(readAll(lines + "\nb"), u"1:a/fault 2000001:1"_s);
}

void ImportTest::readsUtf16()
{
    for (const auto form : {QStringEncoder::Utf16LE, QStringEncoder::Utf16BE}) {
        QStringEncoder encoder(form, QStringEncoder::Flag::WriteBom);
        const QByteArray content = encoder.encode(u"code\tname\r\nA\t棚 \"1\" 𠮷\r\n"_s);
        QCOMPARE(readAll(content), u"1:code|name/2:A|棚 \"1\" 𠮷"_s);
        QCOMPARE(readAll(content.chopped(1)), u"fault 1:1"_s);
    }
    QCOMPARE(readAll(QByteArray("\xFF\xFE"
                                "\x00\xD8",
                                4)),
             u"fault 1:1"_s); // half of a pair
    QCOMPARE(readAll("\xFF\xFE"), QString());
}

void ImportTest::wordsOfPeople()
{
    QCOMPARE(wordIn(WordKind::Condition, u"Room temperature"_s), u"room_temperature"_s);
    QCOMPARE(wordIn(WordKind::Condition, u" 冷蔵"_s), u"refrigerated"_s);
    QCOMPARE(wordIn(WordKind::Condition, u"FROZEN"_s), u"frozen"_s);
    QCOMPARE(wordIn(WordKind::Condition, u"warm"_s), QString());
    QCOMPARE(wordIn(WordKind::Condition, QString()), QString());
    QCOMPARE(wordIn(WordKind::Status, u"on hold"_s), u"quarantined"_s);
    QCOMPARE(wordIn(WordKind::PartnerKind, u"Ｖｅｎｄｏｒ"_s), u"supplier"_s);
    QCOMPARE(wordIn(WordKind::Flag, u"Yes"_s), u"true"_s);
    QCOMPARE(wordIn(WordKind::Flag, u"×"_s), u"false"_s);
    QCOMPARE(wordIn(WordKind::Flag, u"maybe"_s), QString());
}

void ImportTest::guessesColumns()
{
    const auto guess = [](ImportKind kind, const QStringList &titles) {
        const auto columns = guessedColumns(kind, titles);
        QStringList lines;
        for (auto column = columns.begin(); column != columns.end(); ++column)
            lines << column.key() + u'=' + column.value();
        lines.sort();
        return lines.join(u' ');
    };
    QCOMPARE(guess(ImportKind::Stock,
                   {u"Product code"_s,
                    u"Product name"_s,
                    u"Lot number"_s,
                    u"Expiration date"_s,
                    u"Bin location"_s,
                    u"OB QOH"_s,
                    u"Physical QOH"_s}),
             u"bin=Bin location expires_on=Expiration date lot=Lot number "
             "product_code=Product code quantity=Physical QOH"_s);
    QCOMPARE(guess(ImportKind::Products,
                   {u"商品コード"_s, u"商品名"_s, u"温度帯"_s, u"単位（入数）"_s, u"JANコード"_s}),
             u"barcode=JANコード code=商品コード name=商品名 storage_condition=温度帯 "
             "unit=単位（入数）"_s);
    // Our own names before all others; a title that stands there twice means nothing.
    QCOMPARE(guess(ImportKind::Products, {u"SKU"_s, u"code"_s, u"name"_s, u"Unit"_s, u"Unit"_s}),
             u"code=code name=name"_s);
    QCOMPARE(guess(ImportKind::Partners, {u"CustomerID"_s, u"CompanyName"_s, u"Type"_s}),
             u"code=CustomerID kind=Type name=CompanyName"_s);
    QCOMPARE(guess(ImportKind::Bins, {u"倉庫"_s, u"ゾーン"_s, u"棚番"_s, u""_s}),
             u"code=棚番 warehouse_code=倉庫 zone_number=ゾーン"_s);
}

void ImportTest::guessesDates()
{
    QCOMPARE(fittingDateForms({}), QStringList{u"yyyy-MM-dd"_s});
    QCOMPARE(fittingDateForms({u""_s}), QStringList{u"yyyy-MM-dd"_s});
    QCOMPARE(fittingDateForms({u"09/30/2023"_s, u"1/2/2024"_s}), QStringList{u"M/d/yyyy"_s});
    // Which of the two is the day nobody can know.
    QCOMPARE(fittingDateForms({u"01/02/2024"_s}), (QStringList{u"M/d/yyyy"_s, u"d/M/yyyy"_s}));
    QCOMPARE(fittingDateForms({u"2027年2月8日"_s}), QStringList{u"yyyy年M月d日"_s});
    QCOMPARE(fittingDateForms({u"20270208"_s}), QStringList{u"yyyyMMdd"_s});
    QVERIFY(fittingDateForms({u"soon"_s}).isEmpty());
    QVERIFY(fittingDateForms({u"2027-02-08"_s}).contains(u"yyyy-MM-dd"_s));
}

void ImportTest::mappingAsFile()
{
    const char *json = R"({
        "columns": {"product_code": "Item", "quantity": "Qty"},
        "constants": {"warehouse_code": "WH001"},
        "values": {"bin": {"COLD": "", "TWIN": null}},
        "date_format": "M/d/yyyy",
        "separator": ";",
        "rules": {"only": {"Type": ["Stock", "Goods"]}, "same_place": "add", "same_again": "skip"},
        "rows": [{"product_code": "Z", "zone_number": "3", "quantity": "1"}]
    })";
    const ImportMapping mapping = mappingOf(json, ImportKind::Stock);
    const ImportMapping again = mappingOf(mapping.toJson().constData(), ImportKind::Stock);
    QCOMPARE(again.columns, mapping.columns);
    QCOMPARE(again.constants, mapping.constants);
    QCOMPARE(again.values, mapping.values);
    QCOMPARE(again.dateFormat, mapping.dateFormat);
    QCOMPARE(again.separator, mapping.separator);
    QCOMPARE(again.only, mapping.only);
    QCOMPARE(again.rows, mapping.rows);
    QVERIFY(again.skipSameAgain && again.addSamePlace);

    // Columns that are called as ours are: as without a mapping, so that it is the same command.
    ImportMapping ours;
    ours.columns = {{u"code"_s, u"code"_s}, {u"name"_s, u"name"_s}};
    ours.setSource();
    QVERIFY(ours.source.isEmpty());
    ours.constants.insert(u"active"_s, u"true"_s);
    ours.setSource();
    QCOMPARE(ours.source, ours.toJson());
}

void ImportTest::mappingMistakes()
{
    QVERIFY(mistakeOf("{").contains(u"JSON"_s));
    QVERIFY(mistakeOf("[]").contains(u"object"_s));
    QVERIFY(mistakeOf(R"({"colums": {}})").contains(u"colums"_s));
    QVERIFY(mistakeOf(R"({"columns": {"qty": "Q"}})").contains(u"qty"_s));
    QVERIFY(mistakeOf(R"({"columns": {"quantity": 5}})").contains(u"quotation"_s));
    QVERIFY(mistakeOf(R"({"values": {"bin": {"A": 5}}})").contains(u"quotation"_s));
    QVERIFY(mistakeOf(R"({"values": {"bin": "A"}})").contains(u"bin"_s));
    QVERIFY(mistakeOf(R"({"rules": {"same_place": "sometimes"}})").contains(u"same_place"_s));
    QVERIFY(mistakeOf(R"({"rows": [{"name": "x"}]})").contains(u"name"_s));
    QVERIFY(mistakeOf(R"({"separator": "|"})").contains(u"separator"_s));
    QCOMPARE(mistakeOf(R"({"separator": ";", "comment": "fine"})"), QString());
}

void ImportTest::plainFile()
{
    const ImportMapping mapping = ImportMapping::plain(ImportKind::Bins);
    const QByteArray content = "warehouse_code,zone_number,code,colour\nWH001,1,A-1,red\n";
    const ImportTable table = tableOf(content, mapping, ImportKind::Bins);
    QVERIFY(table.readable);
    QCOMPARE(table.lines, 1);
    QCOMPARE(table.rows.size(), size_t(1));
    QCOMPARE(table.rows[0].text(u"code"_s), u"A-1"_s);
    QVERIFY(!table.rows[0].has(u"walk_order"_s));
    QCOMPARE(findings(table), (QStringList{u"1 note : the column \"colour\" is not used"_s}));
}

void ImportTest::mappedFile()
{
    const ImportMapping mapping = mappingOf(R"({
        "columns": {"product_code": "Item", "quantity": "Qty", "bin": "Shelf", "zone_number": "Shelf"},
        "constants": {"warehouse_code": "WH001"},
        "values": {"zone_number": {"COLD": "2", "*": "1"}, "bin": {"COLD": "", "TWIN": null}},
        "rules": {"only": {"Type": ["Stock", "Goods"]}},
        "rows": [{"product_code": "Z", "zone_number": "3", "quantity": "1"}]
    })",
                                            ImportKind::Stock);
    const QByteArray content = "Item,Qty,Shelf,Type,More\n"
                               "A,1,S-1,Stock,x\n"
                               "B,2,COLD,Goods,x\n"
                               "C,3,S-1,Service,x\n"
                               "D,4,TWIN,Stock,x\n";
    const ImportTable table = tableOf(content, mapping, ImportKind::Stock);
    QVERIFY(table.readable);
    QCOMPARE(table.lines, 4);
    QCOMPARE(table.rows.size(), size_t(3));
    QCOMPARE(table.leftOut, 1);
    QCOMPARE(table.refused, 1);
    QCOMPARE(table.rows[0].text(u"bin"_s), u"S-1"_s);
    QCOMPARE(table.rows[0].text(u"zone_number"_s), u"1"_s);
    QCOMPARE(table.rows[1].text(u"bin"_s), QString());
    QCOMPARE(table.rows[1].text(u"zone_number"_s), u"2"_s);
    QCOMPARE(table.rows[2].text(u"warehouse_code"_s), u"WH001"_s);
    QCOMPARE(table.rows[2].line, 0);
    QCOMPARE(findings(table),
             (QStringList{u"4 note : left out by the mapping: Type is \"Service\""_s,
                          u"5 error bin: the mapping does not say what \"TWIN\" means"_s}));
}

void ImportTest::wrongLines()
{
    const ImportMapping mapping = ImportMapping::plain(ImportKind::Warehouses);
    const ImportTable table = tableOf(
        "code,name,time_zone\nA,b\nWH1,Name,Asia/Tokyo\n", mapping, ImportKind::Warehouses);
    QVERIFY(table.readable);
    QCOMPARE(table.lines, 2);
    QCOMPARE(table.refused, 1);
    QCOMPARE(table.rows.size(), size_t(1));
    QCOMPARE(findings(table),
             (QStringList{u"2 error : the line has 2 columns, the header has 3"_s}));
}

void ImportTest::unreadableFiles()
{
    const ImportMapping plain = ImportMapping::plain(ImportKind::Warehouses);
    const QByteArray files[] = {"", "code\n\"x\n", "name,time_zone\nA,B\n", "code,code\nA,B\n"};
    for (const QByteArray &file : files) {
        const ImportTable table = tableOf(file, plain, ImportKind::Warehouses);
        QVERIFY2(!table.readable, file.constData());
        QVERIFY2(!table.findings.empty(), file.constData());
    }
    const ImportMapping mapping = mappingOf(R"({"columns": {"code": "Code", "name": "Name"}})",
                                            ImportKind::Warehouses);
    const ImportTable table = tableOf("Code\nA\n", mapping, ImportKind::Warehouses);
    QVERIFY(!table.readable);
    QCOMPARE(findings(table), (QStringList{u"1 error : there is no column \"Name\""_s}));
}

/// However few are asked for at once, together they are the same.
void ImportTest::aFewLinesAtATime()
{
    const char *content = "Id,Qty,Kind\nA, 1,x\nB,2\nC,3,no\nD,4,x\nE,5,?\n";
    const ImportMapping mapping = mappingOf(R"({"columns": {"product_code": "Id", "quantity": "Qty",
        "status": "Kind"}, "constants": {"warehouse_code": "WH1", "zone_number": "1"},
        "values": {"status": {"x": "available", "?": null}},
        "rows": [{"product_code": "Z", "quantity": "9"}],
        "rules": {"leave_out": {"Kind": ["no"]}, "spaces": "trim"}})",
                                            ImportKind::Stock);
    const ImportTable whole = tableOf(content, mapping, ImportKind::Stock);
    QCOMPARE(whole.rows.size(), size_t(3)); // A, D and Z
    for (size_t most = 1; most <= 4; ++most) {
        CsvReader file(content);
        ImportReader reader(file, mapping, ImportKind::Stock);
        std::vector<ImportLine> rows;
        for (auto lines = reader.next(most); !lines.empty(); lines = reader.next(most)) {
            QVERIFY(lines.size() <= most);
            std::ranges::move(lines, std::back_inserter(rows));
        }
        QVERIFY(reader.next(most).empty());
        QCOMPARE(rows.size(), whole.rows.size());
        for (size_t i = 0; i < rows.size(); ++i) {
            QCOMPARE(rows[i].line, whole.rows[i].line);
            QCOMPARE(rows[i].fields, whole.rows[i].fields);
        }
        QCOMPARE(findings(reader.soFar()), findings(whole));
        QCOMPARE(reader.soFar().lines, whole.lines);
        QCOMPARE(reader.soFar().leftOut, whole.leftOut);
        QCOMPARE(reader.soFar().refused, whole.refused);
    }
}

TANABAN_TEST(ImportTest)
#include "importtest.moc"
