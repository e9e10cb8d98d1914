#pragma once

#include "model/stockfilter.h"

#include <QStyledItemDelegate>
#include <QTreeView>

class QStandardItem;
class QStandardItemModel;

namespace tanaban::ui {

struct PlaceEntry;

/// The places of the program; under Stock its warehouses and their zones, each with its condition
/// and how full it is.
class SideBar : public QTreeView
{
    Q_OBJECT

public:
    explicit SideBar(const std::vector<PlaceEntry> &places, QWidget *parent = nullptr);

    /// Brings the tree under Stock up to date; what is open and chosen stays.
    void setZones(const std::vector<ZoneSummary> &zones);
    /// Shows where the window is and says nothing; `warehouse` and `zone` are of the stock place.
    void setCurrent(const QString &place,
                    const QString &warehouse = {},
                    std::optional<int> zone = std::nullopt);

    QString place() const;
    QString warehouse() const;
    std::optional<int> zone() const;

Q_SIGNALS:
    /// Somebody chose a line: a place, or a part of the stock.
    void chosen(const QString &place, const QString &warehouse, std::optional<int> zone);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    QStandardItem *warehouseItem(const ZoneSummary &zone);
    QStandardItem *zoneItem(QStandardItem *warehouse, int number);
    QModelIndex find(const QString &warehouse, std::optional<int> zone) const;

    QStandardItemModel *m_lines;
    QStandardItem *m_stock = nullptr;
    bool m_quiet = true;
};

/// One line of the side bar: symbol, name, and for zones a bar with the load.
class SideBarDelegate : public QStyledItemDelegate
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
