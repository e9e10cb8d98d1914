#include "ui/picking/stopdelegate.h"

#include "ui/look/celltext.h"
#include "ui/look/tableparts.h"
#include "ui/look/theme.h"

#include <QPainter>

namespace tanaban::ui {

namespace {

constexpr int boxSide = 16;
constexpr int linesEdge = 4;

void paintBox(QPainter &painter, const QRect &cell, const QString &mark)
{
    const Colours &colours = Theme::colours();
    QRect box(0, 0, boxSide, boxSide);
    box.moveCenter(cell.center());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(mark.isEmpty() ? colours.secondary : colours.accent);
    painter.setBrush(mark.isEmpty() ? colours.base : colours.accent);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (mark.isEmpty())
        return;
    painter.setPen(colours.base);
    painter.drawText(box, Qt::AlignCenter, mark);
}

} // namespace

StopDelegate::StopDelegate(int tickColumn, QObject *parent)
    : CellDelegate(parent)
    , m_tickColumn(tickColumn)
{}

void StopDelegate::paint(QPainter *painter,
                         const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    paintCellGround(*painter, option);
    painter->setFont(option.font);
    const QString text = index.data().toString();
    if (index.column() == m_tickColumn) {
        paintBox(*painter, option.rect, text);
        return;
    }
    const QVariant colour = index.data(Qt::ForegroundRole);
    const auto pen = [&](const QColor &usual) {
        return colour.isValid() ? colour.value<QBrush>().color() : usual;
    };
    QRect place = textPlace(option);
    painter->setPen(pen(Theme::colours().text));
    if (!text.contains(u'\n')) {
        paintText(*painter, place, index);
        return;
    }
    place.adjust(0, linesEdge, 0, -linesEdge);
    QRect line = place;
    line.setHeight(place.height() / 2);
    paintCellText(*painter, line, Qt::AlignLeft | Qt::AlignVCenter, text.section(u'\n', 0, 0));
    line.moveBottom(place.bottom());
    painter->setFont(fontOf(TextSize::Secondary));
    painter->setPen(pen(Theme::colours().secondary));
    paintCellText(*painter, line, Qt::AlignLeft | Qt::AlignVCenter, text.section(u'\n', 1));
}

} // namespace tanaban::ui
