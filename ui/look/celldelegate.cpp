#include "ui/look/celldelegate.h"

#include "ui/look/celltext.h"
#include "ui/look/tableparts.h"
#include "ui/look/theme.h"

#include <QPainter>

namespace tanaban::ui {

namespace {

constexpr int textEdge = 8; ///< as the heads of the columns have it
constexpr int leastWidth = 60;

} // namespace

QRect CellDelegate::textPlace(const QStyleOptionViewItem &option)
{
    return option.rect.adjusted(textEdge, 0, -textEdge, -1);
}

void CellDelegate::paintText(QPainter &painter, const QRect &place, const QModelIndex &index)
{
    const auto alignment = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
    paintCellText(painter, place, alignment, index.data().toString());
}

void CellDelegate::paint(QPainter *painter,
                         const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    paintCellGround(*painter, option);
    painter->setPen(Theme::colours().text);
    painter->setFont(option.font);
    paintText(*painter, textPlace(option), index);
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {leastWidth, tableRowHeight};
}

} // namespace tanaban::ui
