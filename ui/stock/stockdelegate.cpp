#include "ui/stock/stockdelegate.h"

#include "ui/look/celltext.h"
#include "ui/look/icons.h"
#include "ui/look/tableparts.h"
#include "ui/stock/stockcells.h"
#include "ui/stock/stockmodel.h"

#include <QPainter>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int cellEdge = 8;
constexpr int symbolSize = 14;
constexpr int unitWidth = 32; // the same in every row, so that the figures stand in one line

QColor colourOf(CellMeaning meaning)
{
    const Colours &colours = Theme::colours();
    switch (meaning) {
    case CellMeaning::Plain:
        break;
    case CellMeaning::Secondary:
        return colours.secondary;
    case CellMeaning::Low:
        return colours.low;
    case CellMeaning::Bad:
        return colours.bad;
    }
    return colours.text;
}

} // namespace

StockDelegate::StockDelegate(const StockModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{}

void StockDelegate::paint(QPainter *painter,
                          const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    paintBackground(painter, option, index);
    const auto column = StockColumn(index.column());
    if (const StockListRow *row = m_model.listRow(index.row()))
        paintText(painter, option, *row, column);
    else
        paintUnread(painter, option.rect, column);
}

QSize StockDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {60, tableRowHeight};
}

void StockDelegate::paintBackground(QPainter *painter,
                                    const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    paintCellGround(*painter, option, m_model.freshness(m_model.idAt(index.row())));
    if ((option.state & QStyle::State_Selected) && index.column() == 0)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                          Theme::colours().accent);
}

void StockDelegate::paintText(QPainter *painter,
                              const QStyleOptionViewItem &option,
                              const StockListRow &row,
                              StockColumn column) const
{
    QRect place = option.rect.adjusted(cellEdge, 0, -cellEdge, -1);
    painter->setFont(option.font);
    if (column == StockColumn::Available) {
        painter->setPen(Theme::colours().secondary);
        painter->setFont(fontOf(TextSize::Secondary));
        const QRect unit(place.right() - unitWidth + 1, place.top(), unitWidth, place.height());
        paintCellText(*painter, unit, Qt::AlignLeft, row.unit);
        place.setRight(unit.left() - 4);
        painter->setFont(fontOf(TextSize::Normal, true));
    }
    const CellMeaning meaning = cellMeaning(row, column);
    const QLatin1String symbol = cellSymbol(row, column);
    painter->setPen(colourOf(meaning));
    if (!symbol.isEmpty()) {
        const QRect mark(
            place.left(), place.center().y() - symbolSize / 2 + 1, symbolSize, symbolSize);
        paintIcon(painter, mark, symbol, colourOf(meaning));
        place.setLeft(mark.right() + 5);
    }
    paintCellText(
        *painter, place, isNumber(column) ? Qt::AlignRight : Qt::AlignLeft, cellText(row, column));
}

// A row that is on its way is a quiet bar, not a hole and not a wrong figure.
void StockDelegate::paintUnread(QPainter *painter, const QRect &cell, StockColumn column) const
{
    if (column == StockColumn::Received || column == StockColumn::Status)
        return;
    const int width = (cell.width() - 2 * cellEdge) * (column == StockColumn::Name ? 3 : 2) / 4;
    QRect bar(0, 0, width, 8);
    bar.moveCenter(cell.center());
    if (isNumber(column))
        bar.moveRight(cell.right() - cellEdge);
    else
        bar.moveLeft(cell.left() + cellEdge);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(Theme::colours().hairline);
    painter->drawRoundedRect(bar, 4, 4);
    painter->setRenderHint(QPainter::Antialiasing, false);
}

} // namespace tanaban::ui
