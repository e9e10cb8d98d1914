#pragma once

#include <QRect>
#include <QString>

class QPainter;

namespace tanaban::ui {

/// One line of text with the font and pen of the painter, its end left out where there is no room. To
/// shape a text costs most of what a frame of a table costs, and a table paints the same texts over
/// and over: their shapes are kept. In the window's thread only.
void paintCellText(QPainter &painter,
                   const QRect &place,
                   Qt::Alignment alignment,
                   const QString &text);

} // namespace tanaban::ui
