#pragma once

#include "ui/palette/paletteentry.h"

namespace tanaban {
class OrderBook;
class Store;
} // namespace tanaban

namespace tanaban::ui {

/// The things of the warehouse that fit a text: products, orders, bins and lots with stock.
/// Runs on a worker.
std::vector<PaletteEntry> lookUp(Store &store, OrderBook &orders, const QString &text);

} // namespace tanaban::ui
