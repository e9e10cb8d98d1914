#pragma once

#include <QString>

namespace tanaban::ui {

/// The text of an action as it is read: "入庫(C)…" and "Re&ceive…" are 入庫 and Receive.
QString plainText(const QString &actionText);

} // namespace tanaban::ui
