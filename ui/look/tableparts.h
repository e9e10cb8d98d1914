#pragma once

#include <QStyleOption>

class QPainter;
class QTableView;

// What all tables have in common.
namespace tanaban::ui {

constexpr int tableRowHeight = 28; ///< pixels

/// Whole rows, a hairline between them, scrolled by the pixel; Tab leads out of it.
void setUpTable(QTableView &table);

/// The ground of a cell: selected, under the mouse, changed just now (`freshness` 1 to 0), and the
/// hairline under it.
void paintCellGround(QPainter &painter, const QStyleOptionViewItem &option, double freshness = 0);

} // namespace tanaban::ui
