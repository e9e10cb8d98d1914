#include "files/fileformats.h"

#include "model/export/csvwriter.h"
#include "model/import/csvreader.h"

#include "files/xlsxreader.h"
#include "files/xlsxwriter.h"

namespace tanaban::files {

std::unique_ptr<TableWriter> tableWriterFor(TableFormat format, const QString &path)
{
    switch (format) {
    case TableFormat::Csv:
        return std::make_unique<CsvWriter>(path);
    case TableFormat::Xlsx:
        return std::make_unique<XlsxWriter>(path);
    }
    Q_UNREACHABLE();
}

std::unique_ptr<RowReader> rowReaderFor(const QByteArray &content, std::optional<char> separator)
{
    // A package begins with its first file, or, without any, with its end.
    if (content.startsWith("PK\x03\x04") || content.startsWith("PK\x05\x06")
        || content.startsWith(compoundFile))
        return std::make_unique<XlsxReader>(content);
    return csvReaderFor(content, separator);
}

} // namespace tanaban::files
