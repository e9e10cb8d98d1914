#pragma once

#include "ui/look/theme.h"

#include <functional>

class QWidget;

namespace tanaban::ui {

/// What the colour of a text says.
enum class Tint {
    Plain,
    Secondary, ///< what explains
    Accent,    ///< what will happen
    Low,       ///< short, expiring soon
    Bad        ///< wrong, not possible
};

/// Gives a label's text its colour, in every look that is chosen later as well.
void tint(QWidget *label, Tint tint);

/// Gives a widget a style sheet that is made again with the colours of every look chosen later.
/// Calling it again replaces the one before.
void styleInColours(QWidget *widget, std::function<QString(const Colours &)> style);

/// The ground of what tells that somebody changed what is looked at, with round corners. `rest`:
/// more of its style.
void styleAsStrip(QWidget *widget, const QString &rest = {});

} // namespace tanaban::ui
