#pragma once

#include "model/export/tablesource.h"
#include "model/export/tablewriter.h"

#include <stop_token>

namespace tanaban {

/// Why there is no file.
struct ExportFailure
{
    enum class Kind {
        Stopped,
        TooManyLines, ///< for the format; nothing was read yet, or more came meanwhile
        File,         ///< it could not be written: `detail` in the system's own words
        Read          ///< the database did not answer: `read`
    } kind = Kind::File;
    QString detail;
    std::optional<ReadFailure> read;
};

/// What happened, that nothing was written, and what to do next; translated. `path`: of the file.
QString messageOf(const ExportFailure &failure, TableFormat format, const QString &path);

/// Brings a whole table into a file, or leaves everything as it was. Returns how many lines stand
/// below the header. `progressed` is told how many are done; from the caller's thread.
Result<qint64, ExportFailure> exportTable(TableSource &source,
                                          TableWriter &writer,
                                          TableFormat format,
                                          const std::function<void(qint64)> &progressed = {},
                                          const std::stop_token &stop = {});

} // namespace tanaban
