#pragma once

#include "model/export/tablecell.h"
#include "model/result.h"

#include <QStringList>

#include <functional>
#include <memory>

namespace tanaban {

enum class TableFormat {
    Csv, ///< UTF-8 with a byte order mark, commas, CRLF (RFC 4180)
    Xlsx ///< of Excel and its like
};

/// "csv", "xlsx".
QString suffixOf(TableFormat format);
/// By the end of a file's name; nothing for any other.
std::optional<TableFormat> tableFormatOf(const QString &fileName);
/// The most lines below the header that a file of this format holds.
qint64 mostLinesOf(TableFormat format);

/// Writes a table into a file that is there whole or not at all: under its name only after a
/// successful finish(), and what had that name before stays until then. Problems are told in the
/// system's own words; after the first one nothing more is written.
class TableWriter
{
public:
    virtual ~TableWriter() = default;
    virtual Result<Done, QString> begin(const QStringList &titles) = 0;
    virtual Result<Done, QString> add(const TableLine &line) = 0;
    virtual Result<Done, QString> finish() = 0;
};

/// Makes a writer for a file; app knows which formats there are. Nothing for one that is unknown.
using TableWriters = std::function<std::unique_ptr<TableWriter>(TableFormat, const QString &path)>;

} // namespace tanaban
