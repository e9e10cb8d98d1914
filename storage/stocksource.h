#pragma once

#include "model/instant.h"
#include "storage/connection.h"

#include <optional>

namespace tanaban::storage {

/// Where a list reads stock: the table as it is, or what the ledger says it was at a past moment,
/// with the columns of the same names.
struct StockSource
{
    QString with; ///< what comes before SELECT
    QString table = QStringLiteral("stock");
};

/// For statements that read nearly all rows: what came later is taken off them, by one look through
/// the later entries of the ledger.
StockSource allStock(const Connection &connection, const std::optional<Instant> &moment);
/// For statements that an index leads to few rows: the last entry of each is looked up.
StockSource someStock(const Connection &connection, const std::optional<Instant> &moment);

} // namespace tanaban::storage
