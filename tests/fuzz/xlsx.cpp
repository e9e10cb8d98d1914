// Workbooks of other people: packages as they are, and parts that are packed here, so that changes
// do not all end at a checksum.
#include "tests/files/workbookparts.h"
#include "tests/fuzz/tablechecks.h"

#include "files/xlsxreader.h"

using namespace tanaban;
using namespace Qt::StringLiterals;

namespace {

constexpr char between[] = "\n%%\n";

/// Rows of the sheet, then other parts in place of the usual ones.
QByteArray packageOf(const QByteArray &input)
{
    static const QString names[] = {u"xl/goods.xml"_s,
                                    u"xl/texts.xml"_s,
                                    u"xl/styles.xml"_s,
                                    u"xl/workbook.xml"_s,
                                    u"xl/_rels/workbook.xml.rels"_s,
                                    u"_rels/.rels"_s};
    QByteArrayList given;
    qsizetype from = 0;
    for (qsizetype end = 0; end >= 0 && given.size() < qsizetype(std::size(names));
         from = end + qsizetype(sizeof between) - 1)
    {
        end = input.indexOf(between, from);
        given += input.mid(from, end < 0 ? -1 : end - from);
    }
    auto parts = test::partsOf(given.value(0));
    if (given.value(0).startsWith("<worksheet"))
        parts[names[0]] = given.value(0);
    for (qsizetype i = 1; i < given.size(); ++i)
        parts[names[i]] = given[i];
    return test::packed(parts);
}

QByteArray partsAsInput(const QByteArray &rows)
{
    const auto parts = test::partsOf(rows);
    QByteArray input = rows;
    for (const QString &name : {u"xl/texts.xml"_s,
                                u"xl/styles.xml"_s,
                                u"xl/workbook.xml"_s,
                                u"xl/_rels/workbook.xml.rels"_s,
                                u"_rels/.rels"_s})
        input += between + parts[name];
    return input;
}

const QByteArray usualRows =
    "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='inlineStr'><is><t>name</t></is></c></row>"
    "<row r='2'><c r='A2' s='1'><v>46446</v></c><c r='B2'><f>1+1</f><v>2</v></c></row>"
    "<row r='4'><c r='A4' t='s'><v>2</v></c><c r='B4' t='e'><v>#N/A</v></c></row>";

/// A megabyte or less that unpacks to much more.
std::vector<QByteArray> bombs()
{
    const QByteArray spaces(48'000'000, ' ');
    const QByteArray cell = "<row><c t='inlineStr'><is><t>";
    const auto part = [](const QByteArray &content, const QString &name) {
        auto parts = test::partsOf(usualRows);
        parts[name] = content;
        return test::packed(parts);
    };
    return {
        test::packed(test::partsOf(cell + spaces)),
        test::packed(test::partsOf("<row a='" + spaces)),
        part("<sst>" + QByteArray("<si/>").repeated(2'000'000), u"xl/texts.xml"_s),
        part("<sst><si><t>" + spaces + "</t></si></sst>", u"xl/texts.xml"_s),
        part("<styleSheet><cellXfs>" + QByteArray("<xf numFmtId='14'/>").repeated(800'000),
             u"xl/styles.xml"_s),
        part("<Relationships>" + QByteArray("<Relationship Id='a' Target='b'/>").repeated(100'000),
             u"_rels/.rels"_s)};
}

} // namespace

namespace tanaban::fuzz {

const Target &target()
{
    static const Target target{
        {test::packed(test::partsOf(usualRows)), usualRows, partsAsInput(usualRows)},
        {"<row>",
         "</row>",
         "<c>",
         "<c r='A1' t='s'>",
         "</c>",
         "<v>",
         "</v>",
         "<f>1</f>",
         "<is>",
         "<t>",
         "</t>",
         " t='e'",
         " t='b'",
         " t='d'",
         " s='1'",
         " s='99999999999'",
         "r='ZZZ1'",
         "r='ALL7'",
         "r='1048577'",
         "_x0000_",
         "_xD800_",
         "1E+308",
         "-1",
         "2958465",
         "&lt;",
         "<!--",
         "-->",
         "<![CDATA[",
         "]]>",
         "<!DOCTYPE a [<!ENTITY b 'cccc'>]>",
         "&b;",
         between,
         " state='hidden'",
         "date1904='1'",
         "Target='/xl/goods.xml'",
         "PK\x03\x04",
         QByteArray("PK\x05\x06\0\0\0\0", 8),
         "<si/>",
         "<rPh>",
         "numFmtId='14'",
         "formatCode='d'"},
        bombs,
        600};
    return target;
}

} // namespace tanaban::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const QByteArray package = input.startsWith("PK") ? input : packageOf(input);
    {
        const fuzz::MemoryLimit memory;
        files::XlsxReader reader(package);
        while (reader.next()) {
        }
        memory.check(2 * package.size() + files::XlsxBook::mostKept(package.size()));
    }
    if (package.size() > 20'000) // once is enough for those that unpack to so much
        return 0;
    {
        files::XlsxReader reader(package);
        fuzz::readWhole(reader);
    }
    static const ImportMapping plain = ImportMapping::plain(ImportKind::Partners);
    files::XlsxReader reader(package);
    fuzz::checkTable(reader, plain, ImportKind::Partners);
    return 0;
}
