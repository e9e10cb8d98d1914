#pragma once

#include "storage/connection.h"

namespace tanaban::storage {

/// A copy of a SQLite database as it is at one moment, while others go on working. It has been
/// checked, has reached the disk and has the rights of the original when this returns; nothing that
/// is there already is replaced (Fault::Unique). After a fault nothing is left.
SqlFault copyDatabase(Connection &from, const QString &path);

} // namespace tanaban::storage
