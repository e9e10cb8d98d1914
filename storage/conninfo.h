#pragma once

#include "storage/connection.h"

namespace tanaban::storage {

/// What libpq is told to connect as `config` says, without the password: "host='…' dbname='…' …".
QString conninfoOf(const ConnectionConfig &config);

/// The same with the password, for who connects without Qt's driver.
QByteArray conninfoWithPassword(const ConnectionConfig &config);

/// Whether a login failed for want of the right password: libpq knows, Qt's driver does not tell.
/// Tries once more to connect, so only worth asking when the server had answered.
bool passwordIsNeeded(const ConnectionConfig &config);

} // namespace tanaban::storage
