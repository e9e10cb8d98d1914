#pragma once

#include "model/database.h"
#include "storage/connection.h"

#include <QDate>

namespace tanaban::storage {

/// Brings a SQLite file of an older program up to date: at the turn to write, in one transaction,
/// after a checked copy beside the file, named after the schema it has and `today`. Whoever comes
/// at the same time waits and finds nothing to do. Returns the copy's path, empty when there was
/// nothing to do; after a failure the file is as it was and there is no copy.
Result<QString, OpenFailure> upgradeSqliteFile(const ConnectionConfig &config, QDate today);

/// For a connection that brings a database up to date: with more patience than a person has.
ConnectionConfig patiently(ConnectionConfig config);

/// The same for a server, where people may be at work: one transaction, tables and rights, no copy.
Result<UpgradeReport, OpenFailure> upgradeServer(Connection &connection);

} // namespace tanaban::storage
