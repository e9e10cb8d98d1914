#pragma once

#include "ui/palette/paletteentry.h"

namespace tanaban {
class Store;
}

namespace tanaban::ui {

/// The things of the warehouse that fit a text: products, bins and lots with stock. Runs on a
/// worker.
std::vector<PaletteEntry> lookUp(Store &store, const QString &text);

} // namespace tanaban::ui
