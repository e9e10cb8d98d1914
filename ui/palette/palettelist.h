#pragma once

#include "ui/palette/paletteentry.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace tanaban::ui {

/// The lines the palette shows now.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    /// The whole entry, as a const PaletteEntry *: through a proxy too.
    static constexpr int entryRole = Qt::UserRole;

    void setEntries(std::vector<PaletteEntry> entries);
    const PaletteEntry &entry(int row) const { return m_entries[std::size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<PaletteEntry> m_entries;
};

/// Symbol, title, and what explains it; at the right the shortcut, or what kind of thing it is.
class PaletteDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static constexpr int rowHeight = 32;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace tanaban::ui
