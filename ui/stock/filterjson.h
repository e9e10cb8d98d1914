#pragma once

#include <QJsonObject>

namespace tanaban::ui {

/// The text of the search field that a target asks for: its "text" as it is typed, and a term for
/// each of "product", "lot", "bin", "status", "condition", "low", "expired", "expiresWithinDays",
/// "reserved" and "withEmpty".
QString searchTextFrom(const QJsonObject &what);

} // namespace tanaban::ui
