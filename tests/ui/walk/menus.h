#pragma once

#include "tests/ui/walk/checks.h"
#include "ui/mainwindow.h"

#include <set>

namespace tanaban::test {

/// All that stands in the menus of the window now.
std::set<const QAction *> actionsInMenus(const ui::MainWindow &window);
/// Every action has a text, a sentence, and a place in a menu. `translated`: the data; every other
/// text must have come through translation.
QStringList menuFaults(ui::MainWindow &window, const Data *translated);

} // namespace tanaban::test
