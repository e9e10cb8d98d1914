#pragma once

#include "model/export/tablesource.h"

#include <functional>
#include <memory>

namespace tanaban::ui {

/// A table of the window as somebody sees it now: all its rows, and the columns that are shown, in
/// the order they are shown in.
struct ShownTable
{
    QString name; ///< for the file: "stock", "products"
    /// Its lines, read from the database: made and used on a worker, each time from the beginning.
    std::function<std::unique_ptr<TableSource>()> source;
};

} // namespace tanaban::ui
