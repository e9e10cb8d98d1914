#pragma once

#include "model/import/importmapping.h"
#include "model/import/importreport.h"
#include "model/import/rowreader.h"

namespace tanaban {

/// One line of a file in our fields, values translated by the mapping, nothing checked yet.
struct ImportLine
{
    qint64 line = 0;
    QHash<QString, QString> fields; ///< only those that file or mapping give

    bool has(const QString &field) const { return fields.contains(field); }
    QString text(const QString &field) const { return fields.value(field); }
};

/// A file read through its mapping.
struct ImportTable
{
    std::vector<ImportLine> rows;
    qint64 lines = 0;
    qint64 leftOut = 0;
    qint64 refused = 0;
    std::vector<ImportFinding> findings;
    bool readable = true; ///< false: the file or its header cannot be read as a whole
};

ImportTable readTable(RowReader &file, const ImportMapping &mapping, ImportKind kind);

} // namespace tanaban
