#pragma once

#include "model/changeset.h"

#include <QByteArray>

#include <chrono>
#include <vector>

namespace tanaban::storage {

// A change set as the parameters of api.commit_1.

/// An array of api.stock_change, in order of ids; rows that are named by key come last.
QByteArray stockArray(std::vector<StockChange> changes);
/// An array of api.allocation_change, in order of stock rows.
QByteArray allocationArray(std::vector<AllocationChange> changes);
/// The eight arrays of api.allocate_1: of stock rows the ids, versions, quantities and orders; of
/// allocations the orders, lines, stock rows and quantities.
void appendPromises(std::vector<QByteArray> &parameters, const ChangeSet &changes);
/// Master data, orders and holds as JSON; null when there are none.
QByteArray moreJson(const ChangeSet &changes);

/// How long a commit with these parameters may take: what every call may, and more for a file of half a
/// million lines. Its lines, of some 200 bytes each, took a fifth of a millisecond each where that was
/// measured; a server may be twenty times as slow.
std::chrono::milliseconds patienceFor(std::chrono::milliseconds usual,
                                      const std::vector<QByteArray> &parameters);

} // namespace tanaban::storage
