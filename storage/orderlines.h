#pragma once

#include "storage/connection.h"

#include <QString>

namespace tanaban::storage {

/// How much of an order line `l` is set aside, held (by holds whose time is not over) or shipped,
/// as an expression: one text for lists, filters and details.
QString coveredOfLine(const Connection &connection);
/// The part of it that is shipped.
QString shippedOfLine();
/// That goods are still to be found for a line of order `o`, which is open.
QString orderIsLacking(const Connection &connection);
/// That a hold `h` still holds goods.
QString holdIsActive(const Connection &connection);

} // namespace tanaban::storage
