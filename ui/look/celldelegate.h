#pragma once

#include <QStyledItemDelegate>

namespace tanaban::ui {

/// What a text in a cell needs beside its own width, so that it stands there whole.
constexpr int cellEdges = 18;

/// A cell of a table: its ground, and its text where the model says that it stands.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    /// Where the text of a cell stands.
    static QRect textPlace(const QStyleOptionViewItem &option);
    /// The text in the painter's colour, shortened to the place.
    static void paintText(QPainter &painter, const QRect &place, const QModelIndex &index);
};

} // namespace tanaban::ui
