#pragma once

#include "ui/look/celldelegate.h"

namespace tanaban::ui {

/// A cell of the table of stops: two lines of text, the second one quieter, or a box to tick off.
class StopDelegate final : public CellDelegate
{
    Q_OBJECT

public:
    StopDelegate(int tickColumn, QObject *parent);

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    int m_tickColumn;
};

} // namespace tanaban::ui
