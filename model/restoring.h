#pragma once

#include "model/database.h"

namespace tanaban {

/// How much a database holds, and how far it has come: for telling two of them apart.
struct DatabaseContents
{
    qint64 warehouses = 0;
    qint64 products = 0;
    qint64 orders = 0;
    qint64 stockRows = 0; ///< with goods
    qint64 entries = 0;   ///< of the history of stock
    std::optional<LedgerEntry> newest;
};

/// For workers, as everything here.
Read<DatabaseContents> contentsOf(Database &database);

/// A copy that was brought back into a file of its own.
struct RestoredCopy
{
    DatabaseContents contents;
    /// Of the open database: how many entries are later than the newest one of the copy.
    qint64 entriesSince = 0;
};

/// Brings a copy of a database file back into the new file `into`: copied, brought up to date where
/// an older program made it, and checked by every check of `verify`. Or a sentence that says why
/// not; then nothing is left at `into`. The copy itself and the open database stay as they are.
Result<RestoredCopy, QString> restoreCopy(DatabaseGate &gate,
                                          const QString &copy,
                                          const QString &into,
                                          Database &open,
                                          const QString &openPath);

/// Removes a database file and what lies beside it.
void removeDatabase(const QString &path);

} // namespace tanaban
