#pragma once

#include "model/bulkload.h"

#include <QByteArray>

#include <span>

namespace tanaban::demo {

// The `after` of a new record in `changes`: its columns, as the commit writes them; or the state that
// changes.

QByteArray toJson(const Warehouse &warehouse);
QByteArray toJson(const Zone &zone);
QByteArray toJson(const Product &product);
QByteArray toJson(const Lot &lot);
QByteArray toJson(const Partner &partner);
QByteArray toJson(const PastOrder &order, std::span<const PastOrderLine> lines);
QByteArray stateJson(AllocationState state);
QByteArray stateJson(OrderState state);
/// `splitFrom`: the allocation it was taken out of, 0: none. `state` and `quantity` as they were.
QByteArray toJson(const Allocation &allocation, qint64 splitFrom);

} // namespace tanaban::demo
