#pragma once

#include <QString>

class QAction;

namespace tanaban::ui {

/// The text of an action as it is read: "入庫(C)…" and "Re&ceive…" are 入庫 and Receive.
QString plainText(const QString &actionText);

/// Enables it, and says in its tip what it does and its keys; or disables it, and says why.
void allow(QAction *action, const QString &hindrance);

} // namespace tanaban::ui
