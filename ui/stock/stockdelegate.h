#pragma once

#include "model/stockfilter.h"

#include <QStyledItemDelegate>

namespace tanaban::ui {

class StockModel;

/// Draws one cell of the stock table: hairline below, meaning as symbol and colour, the unit
/// beside the number, and a tint that fades on what changed just now.
class StockDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    StockDelegate(const StockModel &model, QObject *parent);

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintBackground(QPainter *painter,
                         const QStyleOptionViewItem &option,
                         const QModelIndex &index) const;
    void paintText(QPainter *painter,
                   const QStyleOptionViewItem &option,
                   const StockListRow &row,
                   StockColumn column) const;
    void paintUnread(QPainter *painter, const QRect &cell, StockColumn column) const;

    const StockModel &m_model;
};

} // namespace tanaban::ui
