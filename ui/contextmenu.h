#pragma once

#include <QList>

#include <functional>

class QAbstractItemView;
class QAction;

namespace tanaban::ui {

/// Offers what applies to the rows that are selected, by the right button and by the menu key.
/// `actions` is asked each time; those that are disabled are left out, nullptr is a separator.
void offerContextMenu(QAbstractItemView *view, std::function<QList<QAction *>()> actions);

} // namespace tanaban::ui
