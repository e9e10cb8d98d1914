#pragma once

#include "ui/look/celldelegate.h"

namespace tanaban::ui {

class RecordModel;

/// The cells of a list of orders: the state with its drawing, what is overdue in red, and how far
/// each is as a bar beside the words.
class OrderDelegate final : public CellDelegate
{
public:
    OrderDelegate(const RecordModel &model, QObject *parent);

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    const RecordModel &m_model;
};

} // namespace tanaban::ui
