#pragma once

#include "model/stockfilter.h"

#include <QStyledItemDelegate>
#include <QTreeView>

class QStandardItem;
class QStandardItemModel;

namespace tanaban::ui {

/// Warehouses and their zones, each with its condition and how full it is.
class PlacesTree : public QTreeView
{
    Q_OBJECT

public:
    explicit PlacesTree(QWidget *parent = nullptr);

    /// Brings the tree up to date; what is open and chosen stays.
    void setZones(const std::vector<ZoneSummary> &zones);
    /// Chooses a place as if it had been clicked; an empty warehouse is all stock.
    void choose(const QString &warehouse, std::optional<int> zone);

    QString warehouse() const;
    std::optional<int> zone() const;

Q_SIGNALS:
    void placeChosen(const QString &warehouse, std::optional<int> zone);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    QStandardItem *warehouseItem(const ZoneSummary &zone);
    QStandardItem *zoneItem(QStandardItem *warehouse, int number);
    QModelIndex find(const QString &warehouse, std::optional<int> zone) const;

    QStandardItemModel *m_places;
};

/// One line of the tree: symbol, name, and for zones a bar with the load.
class PlacesDelegate : public QStyledItemDelegate
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
