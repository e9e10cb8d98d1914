#pragma once

#include "model/database.h"
#include "storage/sqlfault.h"

namespace tanaban::storage {

/// Why a database is not open, from what the driver said.
OpenFailure openFailure(const SqlFault &fault);

} // namespace tanaban::storage
