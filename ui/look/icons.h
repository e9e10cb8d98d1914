#pragma once

#include "ui/look/theme.h"

#include <QIcon>

class QPainter;

namespace tanaban::ui {

/// A line icon of resources/icons by name, drawn in the text colour of the theme in use, faded
/// when disabled, sharp at any scale.
QIcon icon(const QString &name);

/// The same, once, in a colour of its own.
void paintIcon(QPainter *painter, const QRect &place, const QString &name, const QColor &colour);

} // namespace tanaban::ui
