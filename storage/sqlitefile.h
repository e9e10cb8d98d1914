#pragma once

#include "model/database.h"

namespace tanaban::storage {

/// To be called before SQLite is used for the first time.
void configureSqlite();

/// Looks at a file before SQLite does: nothing is written, and what is not ours is said in words.
std::optional<OpenFailure> inspectSqliteFile(const QString &path);

/// Whether a folder or file lies on a network drive, where SQLite's locks cannot be trusted.
/// The file system is told by its magic number (statfs).
bool isNetworkFileSystem(qint64 magic);

/// Makes a new database file of ours: built beside it under another name and put in place whole,
/// so that an interruption leaves nothing half made. `fill`, if given, works on it before that;
/// false, and nothing is left, when it says false.
Result<bool, OpenFailure> createSqliteFile(
    const QString &path,
    const QString &firstLogin,
    const std::function<bool(const DatabaseUrl &draft)> &fill = {});

} // namespace tanaban::storage
