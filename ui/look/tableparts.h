#pragma once

#include <QItemSelection>
#include <QStyleOption>
#include <QVariant>

#include <functional>

class QModelIndex;
class QPainter;
class QTableView;

// What all tables have in common.
namespace tanaban::ui {

constexpr int tableRowHeight = 28; ///< pixels

/// Whole rows, a hairline between them, scrolled by the pixel; Tab leads out of it.
void setUpTable(QTableView &table);

/// Makes the row current and selects it alone. (QTableView::setCurrentIndex() asks the keyboard: while
/// Ctrl of some shortcut is still down it toggles.)
void selectOnly(QTableView &table, const QModelIndex &index);

/// All cells of the rows that `wanted` says, in few ranges: a view asks each range for each row.
QItemSelection rowsWhere(const QAbstractItemModel &model,
                         const std::function<bool(int row)> &wanted);

/// Where a cell and its head stand, for Qt::TextAlignmentRole: figures on the right.
QVariant alignmentOf(bool figure);

/// The ground of a cell: selected, under the mouse, changed just now (`freshness` 1 to 0), and the
/// hairline under it.
void paintCellGround(QPainter &painter, const QStyleOptionViewItem &option, double freshness = 0);

} // namespace tanaban::ui
