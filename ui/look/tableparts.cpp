#include "ui/look/tableparts.h"

#include "ui/look/theme.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QPainter>
#include <QScrollBar>
#include <QTableView>

namespace tanaban::ui {

void setUpTable(QTableView &table)
{
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setMouseTracking(true);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setTabKeyNavigation(false);
    table.setFrameShape(QFrame::NoFrame);
    QHeaderView *rows = table.verticalHeader();
    rows->setSectionResizeMode(QHeaderView::Fixed);
    rows->setMinimumSectionSize(tableRowHeight);
    rows->setDefaultSectionSize(tableRowHeight);
    rows->hide();
    table.verticalScrollBar()->setSingleStep(tableRowHeight);
}

void selectOnly(QTableView &table, const QModelIndex &index)
{
    table.selectionModel()->setCurrentIndex(
        index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

QItemSelection rowsWhere(const QAbstractItemModel &model, const std::function<bool(int row)> &wanted)
{
    QItemSelection selection;
    const int rows = model.rowCount();
    for (int row = 0; row < rows; ++row) {
        if (!wanted(row))
            continue;
        int last = row;
        while (last + 1 < rows && wanted(last + 1))
            ++last;
        selection.select(model.index(row, 0), model.index(last, model.columnCount() - 1));
        row = last;
    }
    return selection;
}

QVariant alignmentOf(bool figure)
{
    return QVariant::fromValue<Qt::Alignment>((figure ? Qt::AlignRight : Qt::AlignLeft)
                                              | Qt::AlignVCenter);
}

void paintCellGround(QPainter &painter, const QStyleOptionViewItem &option, double freshness)
{
    const Colours &colours = Theme::colours();
    QColor ground = colours.base;
    if (option.state & QStyle::State_Selected)
        ground = option.state & QStyle::State_Active ? colours.selection
                                                     : mixed(colours.base, colours.selection, 0.6);
    else if (option.state & QStyle::State_MouseOver)
        ground = mixed(colours.base, colours.hover, 0.5);
    if (freshness > 0)
        ground = mixed(ground, colours.changed, 0.6 * freshness);
    painter.fillRect(option.rect, ground);
    painter.setPen(colours.hairline);
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

} // namespace tanaban::ui
