#pragma once

#include "model/ledger.h"
#include "storage/connection.h"

namespace tanaban::storage {

/// Ledger::movements(): in one statement, so that all of it is of one moment.
Read<std::vector<MovementLine>> readMovements(Connection &connection,
                                              const MovementQuestion &question);

} // namespace tanaban::storage
