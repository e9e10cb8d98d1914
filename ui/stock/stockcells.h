#pragma once

#include "model/stockfilter.h"

#include <QLatin1String>

namespace tanaban::ui {

/// How one cell of the stock table is to be read: calm, or with a meaning that has a colour and a
/// symbol (look.md).
enum class CellMeaning {
    Plain,
    Secondary,
    Low,
    Bad
};

inline constexpr int expiresSoonDays = 30;

bool isNumber(StockColumn column);
QString cellText(const StockListRow &row, StockColumn column);
CellMeaning cellMeaning(const StockListRow &row, StockColumn column);
/// The symbol that says the meaning without its colour; empty when there is none.
QLatin1String cellSymbol(const StockListRow &row, StockColumn column);
/// A sentence for the tool tip of a cell with a meaning; empty otherwise.
QString cellReason(const StockListRow &row, StockColumn column);

/// Not expired, but within `expiresSoonDays`.
bool expiresSoon(const StockListRow &row);

} // namespace tanaban::ui
