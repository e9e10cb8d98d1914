#include "files/tablewriters.h"

#include "model/export/csvwriter.h"

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

} // namespace tanaban::files
