#pragma once

struct sqlite3;

namespace tanaban::storage {

/// For the kill sweep, in the library `storage_seeded` only: counts the statements that SQLite has
/// finished, over all connections of the process. TANABAN_COUNT_STATEMENTS=FILE writes their number
/// at the end of the program; TANABAN_KILL_AFTER=k kills it (as kill -9 does) after statement k.
#ifdef TANABAN_WITH_SEEDED_BUGS
void installKillPoint(sqlite3 *connection);
#else
inline void installKillPoint(sqlite3 *) {}
#endif

} // namespace tanaban::storage
