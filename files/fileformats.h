#pragma once

#include "model/export/tablewriter.h"
#include "model/import/rowreader.h"

namespace tanaban::files {

/// A writer for every format there is.
std::unique_ptr<TableWriter> tableWriterFor(TableFormat format, const QString &path);

/// A reader for any file that can be imported, by what it begins with.
std::unique_ptr<RowReader> rowReaderFor(const QByteArray &content, std::optional<char> separator);

} // namespace tanaban::files
