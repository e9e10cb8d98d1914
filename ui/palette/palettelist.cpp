#include "ui/palette/palettelist.h"

#include "ui/look/theme.h"

#include <QPainter>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

void PaletteModel::setEntries(std::vector<PaletteEntry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaletteEntry &line = entry(index.row());
    if (role == entryRole)
        return QVariant::fromValue(&line);
    if (role == Qt::DisplayRole)
        return line.title;
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole) {
        QStringList parts{line.title, line.hindrance.isEmpty() ? line.detail : line.hindrance};
        parts << (line.keys.isEmpty() ? wordFor(line.kind) : line.keys);
        parts.removeAll(QString());
        return parts.join(u" · "_s);
    }
    return {};
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, rowHeight};
}

void PaletteDelegate::paint(QPainter *painter,
                            const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const PaletteEntry &line = *index.data(PaletteModel::entryRole).value<const PaletteEntry *>();
    const Colours &colours = Theme::colours();
    const bool possible = line.hindrance.isEmpty();
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.state & QStyle::State_Selected ? colours.selection : colours.hover);
        painter->drawRoundedRect(option.rect.adjusted(4, 0, -4, 0), 5, 5);
        painter->restore();
    }
    QRect place = option.rect.adjusted(16, 0, -16, 0);
    line.icon.paint(painter,
                    QRect(place.left(), place.center().y() - 7, 16, 16),
                    Qt::AlignCenter,
                    possible ? QIcon::Normal : QIcon::Disabled);
    place.setLeft(place.left() + 28);

    painter->setFont(fontOf(TextSize::Secondary));
    painter->setPen(colours.secondary);
    const QString right = line.keys.isEmpty() ? wordFor(line.kind) : line.keys;
    painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter, right);
    if (!right.isEmpty())
        place.setRight(place.right() - painter->fontMetrics().horizontalAdvance(right) - 16);

    painter->setFont(fontOf(TextSize::Normal));
    painter->setPen(possible ? colours.text : colours.secondary);
    const QFontMetrics metrics = painter->fontMetrics();
    const QString title = metrics.elidedText(line.title, Qt::ElideRight, place.width());
    painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter, title);
    place.setLeft(place.left() + metrics.horizontalAdvance(title) + 12);
    if (place.width() < 40)
        return;
    painter->setFont(fontOf(TextSize::Secondary));
    painter->setPen(possible ? colours.secondary : colours.low);
    const QString detail = possible ? line.detail : line.hindrance;
    painter->drawText(place,
                      Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(detail, Qt::ElideRight, place.width()));
}

} // namespace tanaban::ui
