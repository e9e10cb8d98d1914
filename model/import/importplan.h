#pragma once

#include "model/import/importtable.h"
#include "model/records.h"

namespace tanaban {

/// What an import would write, and its report so far.
struct ImportPlan
{
    ChangeSet changes; ///< of the good lines
    ImportReport report;
};

/// What is planned stays unfinished when it is wished to stop; then nobody may use it.

/// Compares the lines with what the database has: new records, changed ones, and those that are
/// there already exactly so. For every kind but stock and orders.
Read<ImportPlan> planRecords(const Intent &intent,
                             ImportKind kind,
                             const ImportTable &table,
                             const ImportMapping &mapping,
                             Records &records,
                             ImportProgress &progress);

/// Turns every line into a receipt, by the rules that hold for receiving, each line after the ones
/// before it; all under the command `intent`.
Read<ImportPlan> planStock(const Intent &intent,
                           const ImportTable &table,
                           const ImportMapping &mapping,
                           Store &store,
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
