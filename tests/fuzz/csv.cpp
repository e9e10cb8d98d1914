// Files of other people in CSV, through a mapping and without one.
#include "model/harmlesstext.h"
#include "model/import/csvreader.h"
#include "tests/fuzz/tablechecks.h"

#include <QStringEncoder>

using namespace tanaban;
using namespace Qt::StringLiterals;

namespace {

ImportMapping mappingOf(const char *json, ImportKind kind)
{
    const auto mapping = ImportMapping::parse(json, kind);
    fuzz::require(mapping.ok(), "the mapping of this test is one");
    return *mapping;
}

/// Everything that a mapping can ask for of a file of partners.
const ImportMapping &fullMapping()
{
    static const ImportMapping mapping = mappingOf(
        R"({"columns": {"code": "code", "name": "name"}, "constants": {"kind": "customer"},
            "values": {"name": {"A-1": "First", "*": "Other"}},
            "rules": {"only": {"name": ["A-1", "", "棚"]}}})",
        ImportKind::Partners);
    return mapping;
}

/// Every field in quotation marks, which no field can escape.
QByteArray quoted(const std::vector<FileRow> &rows)
{
    QByteArray text;
    for (const FileRow &row : rows) {
        QByteArrayList fields;
        for (const QString &field : row.fields)
            fields += '"' + field.toUtf8().replace("\"", "\"\"") + '"';
        text += fields.join(',') + "\r\n";
    }
    return text;
}

void readsTheSameAgain(const fuzz::WholeFile &file)
{
    CsvReader reader(quoted(file.rows), ',');
    const fuzz::WholeFile again = fuzz::readWhole(reader);
    fuzz::require(!again.hasFault && again.rows.size() == file.rows.size(),
                  "written again there are as many lines");
    for (size_t i = 0; i < file.rows.size(); ++i) {
        fuzz::require(again.rows[i].fields == file.rows[i].fields, "with the same fields");
        for (const QString &field : file.rows[i].fields)
            fuzz::require(ordinary(harmless(field)) == field, "made harmless it can be undone");
    }
}

QByteArray utf16(const QString &text)
{
    QStringEncoder encoder(QStringEncoder::Utf16LE, QStringConverter::Flag::WriteBom);
    return encoder(text);
}

} // namespace

namespace tanaban::fuzz {

const Target &target()
{
    // The first byte chooses the separator: found, comma, semicolon, tab.
    static const Target target{
        {"0code,name\nA-1,\"two, \"\"words\"\"\nand lines\"\r\nA-2,=1+1\n",
         "2code;name;kind\nA-1;\xE6\xA3\x9A;customer\n\n;;\n",
         "0\xEF\xBB\xBF"
         "code\tname\rA\t'=1\rB\t\r",
         '0' + utf16(u"code,name\nA-1,棚\n𩸽,\"x\"\n"_s)},
        {"\"",
         "\"\"",
         ",",
         ";",
         "\t",
         "\n",
         "\r\n",
         "\r",
         "code",
         "name",
         "A-1",
         "\xE6\xA3\x9A",
         "\xFF",
         "\xEF\xBB\xBF",
         QByteArray(1, '\0'),
         "=1+1",
         "'",
         " ",
         "\xFF\xFE",
         "\xC0\x80",
         "\xED\xA0\x80",
         "kind",
         "customer",
         QByteArray(300, 'x'),
         QByteArray(2000, ',')},
        [] {
            return std::vector<QByteArray>{
                "0code\n\"" + QByteArray(1'000'000, 'x'), // never closed
                "0code\n" + QByteArray(100'000, '\n'),
                "0code\n" + QByteArray(100'000, ','),
                "0" + QByteArray("code\nA,B\n").repeated(10'000),
                '0' + utf16(u"code,name\n"_s + u"A-1,棚\n"_s.repeated(10'000))};
        },
        1'500};
    return target;
}

} // namespace tanaban::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static constexpr std::optional<char> separators[] = {std::nullopt, ',', ';', '\t'};
    const auto separator = separators[size == 0 ? 0 : data[0] % 4U];
    const QByteArray content(reinterpret_cast<const char *>(data) + (size == 0 ? 0 : 1),
                             size == 0 ? 0 : qsizetype(size) - 1);
    {
        // Line by line nothing has to be kept but the file.
        const fuzz::MemoryLimit memory;
        CsvReader reader(content, separator);
        while (reader.next()) {
        }
        memory.check(2 * content.size());
    }
    {
        CsvReader reader(content, separator);
        readsTheSameAgain(fuzz::readWhole(reader));
    }
    static const ImportMapping plain = ImportMapping::plain(ImportKind::Partners);
    for (const ImportMapping *mapping : {&plain, &fullMapping()}) {
        const fuzz::MemoryLimit memory;
        CsvReader reader(content, separator);
        const ImportTable table = fuzz::checkTable(reader, *mapping, ImportKind::Partners);
        memory.check(2 * content.size() + fuzz::keptBy(table));
    }
    return 0;
}
