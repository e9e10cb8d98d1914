#pragma once

#include "model/databaseurl.h"

namespace tanaban {

/// The database of both programs when none is named: tanaban/tanaban.db in the data folder of the
/// person who is logged in. The folder may not exist yet.
DatabaseUrl defaultDatabase();

/// Makes the folder of a database file when it is the default one; true when it is there.
bool ensureDefaultFolder(const DatabaseUrl &url);

} // namespace tanaban
