#pragma once

#include <QString>

namespace tanaban::ui {

/// The language of the window: "ja" or "en". Sets the texts and how numbers and dates are written.
/// Windows made afterwards speak it.
void useLanguage(const QString &code);
QString languageInUse();

/// The person's setting, or what the desktop speaks.
QString preferredLanguage();

} // namespace tanaban::ui
