#pragma once

#include "model/import/importmapping.h"
#include "model/import/importprogress.h"
#include "model/import/importreport.h"
#include "model/import/rowreader.h"

#include <algorithm>

namespace tanaban {

/// One line of a file in our fields, values translated by the mapping, nothing checked yet.
struct ImportLine
{
    qint64 line = 0;
    size_t whole =
        0; ///< equal for lines that are equal in all columns of the file; 0: of the mapping
    /// Only those that file or mapping give. There are few of them in a line and many lines.
    std::vector<std::pair<QString, QString>> fields;

    void set(const QString &field, const QString &text);
    bool has(const QString &field) const { return find(field) != fields.end(); }
    QString text(const QString &field) const
    {
        const auto found = find(field);
        return found == fields.end() ? QString() : found->second;
    }

private:
    std::vector<std::pair<QString, QString>>::const_iterator find(const QString &field) const
    {
        return std::ranges::find(fields, field, &std::pair<QString, QString>::first);
    }
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

/// Stops where it is when that is wished for.
ImportTable readTable(RowReader &file,
                      const ImportMapping &mapping,
                      ImportKind kind,
                      ImportProgress &progress);

} // namespace tanaban
