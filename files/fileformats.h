#pragma once

#include "model/export/tablewriter.h"

namespace tanaban::files {

/// Every format there is.
std::unique_ptr<TableWriter> tableWriterFor(TableFormat format, const QString &path);

} // namespace tanaban::files
