#pragma once

#include "model/export/tablesource.h"

#include <QStringList>

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
    QString title = {};     ///< for paper: "All stock", "Lots of P-001"
    QStringList notes = {}; ///< for paper: the filters in force, a past moment
};

} // namespace tanaban::ui
