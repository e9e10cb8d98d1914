#pragma once

#include "model/import/importtable.h"
#include "model/records.h"

namespace tanaban {

/// What an import would write, and its report so far.
struct ImportPlan
{
    ChangeSet changes; ///< of the good lines
    /// How many lines of the file each record of the changes stands for.
    std::vector<qint64> linesOfRecord;
    ImportReport report;
};

/// What is planned stays unfinished when it is wished to stop; then nobody may use it.

/// Compares the lines with what the database has: new records, changed ones, and those that are
/// there already exactly so. For every kind but stock (importstock.h) and orders.
Read<ImportPlan> planRecords(const Intent &intent,
                             ImportKind kind,
                             const ImportTable &table,
                             const ImportMapping &mapping,
                             Records &records,
                             ImportProgress &progress);

/// Puts the lines of each order together, and compares as planRecords() does. An order is taken
/// whole or not at all.
Read<ImportPlan> planOrders(const Intent &intent,
                            const ImportTable &table,
                            const ImportMapping &mapping,
                            Records &records,
                            ImportProgress &progress);

/// A report that begins with what was found while the file was read.
ImportReport reportOf(const ImportTable &table, const ImportMapping &mapping);

} // namespace tanaban
