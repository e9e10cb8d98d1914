#pragma once

#include "ui/look/theme.h"

namespace tanaban::ui {

/// The small style sheet on top of the palette: fields, buttons, headers, bars, menus.
QString styleSheetOf(const Colours &colours);

} // namespace tanaban::ui
