#pragma once

#include "model/database.h"

struct sqlite3;

namespace tanaban::storage {

/// Whether a SQLite file has the tables of this program, and nothing beside them: a trigger or view
/// that somebody added would run in our name. Reads the list of objects and the number of the schema,
/// and nothing that the file could have made itself. NeedsUpgrade: as an older program made it.
std::optional<OpenFailure> checkSqliteSchema(sqlite3 *database);

/// The same for a file that nobody has written to since its log was last emptied, without leaving
/// anything beside it; nothing where that cannot be told, or the schema is right or older.
std::optional<OpenFailure> checkSqliteSchemaUntouched(const QString &path);

} // namespace tanaban::storage
