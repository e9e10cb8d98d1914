#include "ui/stock/historymodel.h"

#include "ui/look/celltext.h"
#include "ui/look/theme.h"
#include "ui/words.h"

#include <QPainter>

#include <algorithm>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

void HistoryModel::clear()
{
    beginResetModel();
    m_events.clear();
    endResetModel();
}

void HistoryModel::setNewest(const std::vector<StockEvent> &events,
                             int decimals,
                             const QString &unit)
{
    const qint64 known = m_events.empty() ? 0 : m_events.front().version;
    const bool joins = known > 0 && !events.empty() && events.back().version <= known
                       && events.front().stockId == m_events.front().stockId;
    if (!joins || decimals != m_decimals || unit != m_unit) {
        beginResetModel();
        m_events = events;
        m_decimals = decimals;
        m_unit = unit;
        endResetModel();
        return;
    }
    const auto firstKnown = std::find_if(events.begin(), events.end(), [known](const auto &event) {
        return event.version <= known;
    });
    const int added = int(firstKnown - events.begin());
    if (added == 0)
        return;
    beginInsertRows({}, 0, added - 1);
    m_events.insert(m_events.begin(), events.begin(), firstKnown);
    endInsertRows();
}

void HistoryModel::append(const std::vector<StockEvent> &older)
{
    if (older.empty())
        return;
    const int first = int(m_events.size());
    beginInsertRows({}, first, first + int(older.size()) - 1);
    m_events.insert(m_events.end(), older.begin(), older.end());
    endInsertRows();
}

QString HistoryModel::deed(int row) const
{
    return Words::deedOf(entry(row), m_decimals, QString());
}

QString HistoryModel::circumstances(int row) const
{
    const StockEvent &entry = this->entry(row);
    QStringList parts{Words::moment(entry.at),
                      entry.actorName.isEmpty() ? entry.actor : entry.actorName};
    if (!entry.orderNumber.isEmpty())
        parts << tr("order %1").arg(entry.orderNumber);
    if (!entry.reason.isEmpty())
        parts << entry.reason;
    return parts.join(u" · "_s);
}

QString HistoryModel::after(int row) const
{
    const StockEvent &entry = this->entry(row);
    return tr("then %1 available, %2 on hand")
        .arg(Words::quantity(entry.onHandAfter - entry.reservedAfter, m_decimals, m_unit),
             Words::quantity(entry.onHandAfter, m_decimals, m_unit));
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_events.size());
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    if (role == Qt::DisplayRole)
        return Words::of(entry(row).kind);
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return QString(Words::of(entry(row).kind) + u' ' + deed(row) + u'\n' + after(row) + u'\n'
                       + circumstances(row));
    return {};
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {100, 44};
}

void HistoryDelegate::paint(QPainter *painter,
                            const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const auto *model = qobject_cast<const HistoryModel *>(index.model());
    const Colours &colours = Theme::colours();
    const bool selected = option.state & QStyle::State_Selected;
    painter->fillRect(option.rect, selected ? colours.selection : colours.window);
    painter->setPen(colours.hairline);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    QRect line = option.rect.adjusted(16, 4, -16, 0);
    line.setHeight(20);
    const QString deed = model->deed(index.row());
    painter->setFont(fontOf(TextSize::Normal));
    painter->setPen(colours.text);
    const int width = painter->fontMetrics().horizontalAdvance(deed);
    paintCellText(*painter, line, Qt::AlignRight, deed);
    painter->setFont(fontOf(TextSize::Normal, true));
    paintCellText(
        *painter, line.adjusted(0, 0, -width - 8, 0), Qt::AlignLeft, index.data().toString());
    line.translate(0, 18);
    painter->setFont(fontOf(TextSize::Secondary));
    painter->setPen(colours.secondary);
    paintCellText(*painter, line, Qt::AlignLeft, model->circumstances(index.row()));
}

} // namespace tanaban::ui
