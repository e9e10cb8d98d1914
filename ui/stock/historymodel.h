#pragma once

#include "model/rows.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace tanaban::ui {

/// The ledger of one stock row, newest first.
class HistoryModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    /// Starts over with another row.
    void clear();
    /// The newest entries, read anew: only what is new is inserted.
    void setNewest(const std::vector<StockEvent> &events, int decimals, const QString &unit);
    void append(const std::vector<StockEvent> &older);

    const StockEvent &entry(int row) const { return m_events[std::size_t(row)]; }
    /// Version of the oldest entry that is known; 0 for none.
    qint64 oldest() const { return m_events.empty() ? 0 : m_events.back().version; }
    QString deed(int row) const;
    /// Time, person, order and reason.
    QString circumstances(int row) const;
    QString after(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<StockEvent> m_events;
    int m_decimals = 0;
    QString m_unit;
};

/// Two lines for each entry: what happened and what was left; when, who and why.
class HistoryDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace tanaban::ui
