#pragma once

#include "model/databaseurl.h"

#include <QList>

namespace tanaban::ui {

/// The databases that this person of the computer opened last, newest first, at most eight. Their
/// addresses hold no password.
QList<DatabaseUrl> recentDatabases();
void rememberDatabase(const DatabaseUrl &url);
void forgetDatabase(const DatabaseUrl &url);

/// How a database is told in a title or menu: "tanaban.db", "warehouse · db.example".
QString shortNameOf(const DatabaseUrl &url);
/// Where it is, in full: "/home/sato/tanaban.db", "postgresql://sato@db.example/warehouse".
QString whereIs(const DatabaseUrl &url);

} // namespace tanaban::ui
