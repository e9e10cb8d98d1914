#pragma once

#include "model/rows.h"

#include <QByteArray>

namespace tanaban::demo {

// The `after` of a new record in `changes`: its columns, as the commit writes them.

QByteArray toJson(const Warehouse &warehouse);
QByteArray toJson(const Zone &zone);
QByteArray toJson(const Product &product);
QByteArray toJson(const Lot &lot);
QByteArray toJson(const Partner &partner);
/// `splitFrom`: the allocation it was taken out of, 0: none. `state` and `quantity` as they were.
QByteArray toJson(const Allocation &allocation, qint64 splitFrom);

} // namespace tanaban::demo
