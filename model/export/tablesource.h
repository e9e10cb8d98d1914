#pragma once

#include "model/export/tablecell.h"
#include "model/store.h"

namespace tanaban {

/// A table that can be written into a file: its titles, and its lines a portion at a time, so that
/// a million of them need little memory. For workers.
class TableSource
{
public:
    virtual ~TableSource() = default;
    virtual QStringList titles() const = 0;
    /// How many lines there are in all, as far as it can be known now.
    virtual Read<qint64> count() = 0;
    /// The next lines; none: that was all.
    virtual Read<std::vector<TableLine>> next() = 0;
};

} // namespace tanaban
