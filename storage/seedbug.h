#pragma once

#include <QString>

#include <limits>

namespace tanaban::storage {

/// Bugs on purpose, for the tests that claim to find them. Only the library `storage_seeded`, which
/// is never installed, knows them; everywhere else the answer is a constant.
#ifdef TANABAN_WITH_SEEDED_BUGS
/// Names: no_version_check, no_guard, no_command_id, lost_event, split_commit (SQLite),
/// no_lock_order, late_zone_lock and unlocked_places (PostgreSQL).
bool seeded(const char *bug);
/// Programs of other days: a folder with migrations that come after the program's own
/// (TANABAN_MORE_MIGRATIONS; empty: none), and the last of its own that it knows
/// (TANABAN_LAST_MIGRATION).
QString folderOfMoreMigrations();
int lastMigration();
/// The text of a migration with the bug in it, where the decision lies in the server.
QString withSeededBugs(QString sql);
/// Ends the program when the bug that was chosen finds nothing to change in all migrations: the
/// test that is to find it would prove nothing.
void refuseIdleBug(const QString &allMigrations);
#else
constexpr bool seeded(const char *)
{
    return false;
}
inline QString folderOfMoreMigrations()
{
    return {};
}
constexpr int lastMigration()
{
    return std::numeric_limits<int>::max();
}
inline QString withSeededBugs(QString sql)
{
    return sql;
}
inline void refuseIdleBug(const QString &) {}
#endif

} // namespace tanaban::storage
