#include "ui/orders/orderdelegate.h"

#include "ui/look/icons.h"
#include "ui/look/tableparts.h"
#include "ui/orders/ordertext.h"
#include "ui/records/recordmodel.h"

#include <QPainter>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int symbolSize = 16;
constexpr int barWidth = 36;
constexpr int gap = 8;

QColor colourOfState(const Record &order)
{
    const Colours &colours = Theme::colours();
    const auto state = fromCode<OrderState>(order.fields.value(u"state"_s).toString());
    if (state == OrderState::Open)
        return colours.accent;
    return state == OrderState::Completed ? colours.good : colours.secondary;
}

/// Returns where the words begin.
int paintSymbol(QPainter *painter, const QRect &place, const QString &name, const QColor &colour)
{
    const QRect symbol(
        place.left(), place.center().y() - symbolSize / 2 + 1, symbolSize, symbolSize);
    paintIcon(painter, symbol, name, colour);
    return symbol.right() + gap;
}

/// What is shipped stands in it, and before that what is set aside.
int paintProgress(QPainter *painter, const QRect &place, const OrderProgress &progress)
{
    const Colours &colours = Theme::colours();
    const QRectF bar(place.left(), place.center().y() - 2, barWidth, 6);
    const auto fill = [&](int lines, const QColor &colour) {
        if (lines == 0)
            return;
        painter->setBrush(colour);
        painter->drawRoundedRect(
            QRectF(bar.topLeft(), QSizeF(bar.width() * lines / progress.lines, bar.height())), 3, 3);
    };
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colours.hairline);
    painter->drawRoundedRect(bar, 3, 3);
    if (progress.lines > 0) {
        fill(progress.covered, mixed(colours.base, colours.accent, 0.7));
        fill(progress.shipped, colours.good);
    }
    painter->setRenderHint(QPainter::Antialiasing, false);
    return int(bar.right()) + gap;
}

} // namespace

OrderDelegate::OrderDelegate(const RecordModel &model, QObject *parent)
    : CellDelegate(parent)
    , m_model(model)
{}

void OrderDelegate::paint(QPainter *painter,
                          const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    paintCellGround(*painter, option, m_model.freshness(index.row()));
    std::ignore = index.data(); // asks for the row, where it is not known yet
    const RecordRow *row = m_model.rowAt(index.row());
    if (!row)
        return;
    const Colours &colours = Theme::colours();
    const QString &field = m_model.columns()[size_t(index.column())].field;
    QRect place = textPlace(option);
    QColor colour = colours.text;
    if (field == u"state"_s) {
        place.setLeft(paintSymbol(
            painter, place, OrderText::symbolOf(row->record), colourOfState(row->record)));
    } else if (field == u"due_on"_s && OrderText::isOverdue(row->record, QDate::currentDate())) {
        colour = colours.bad;
        place.setLeft(paintSymbol(painter, place, u"clock"_s, colour));
    } else if (field == u"+progress"_s && row->progress && row->progress->lines > 0) {
        place.setLeft(paintProgress(painter, place, *row->progress));
    }
    painter->setPen(colour);
    painter->setFont(option.font);
    paintText(*painter, place, index);
}

} // namespace tanaban::ui
