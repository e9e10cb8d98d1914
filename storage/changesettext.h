#pragma once

#include "model/changeset.h"

#include <QByteArray>

namespace tanaban::storage {

// A change set as the parameters of api.commit_1.

/// An array of api.stock_change, in order of ids; rows that are named by key come last.
QByteArray stockArray(std::vector<StockChange> changes);
/// An array of api.allocation_change, in order of stock rows.
QByteArray allocationArray(std::vector<AllocationChange> changes);
/// Master data, orders and holds as JSON; null when there are none.
QByteArray moreJson(const ChangeSet &changes);

} // namespace tanaban::storage
