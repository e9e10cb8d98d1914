#include "ui/stock/placestree.h"

#include "ui/look/icons.h"
#include "ui/stock/stockdelegate.h"
#include "ui/words.h"

#include <QLocale>
#include <QPainter>
#include <QStandardItemModel>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

enum Role {
    WarehouseRole = Qt::UserRole,
    ZoneRole,
    SymbolRole,
    LoadRole,
    CapacityRole
};

constexpr int nearlyFullPercent = 90;

QLatin1String symbolOf(StorageCondition condition)
{
    switch (condition) {
    case StorageCondition::RoomTemperature:
        break;
    case StorageCondition::Refrigerated:
        return "chilled"_L1;
    case StorageCondition::Frozen:
        return "frozen"_L1;
    }
    return "ambient"_L1;
}

QStandardItem *newItem(const QString &text, const QString &warehouse, QLatin1String symbol)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    item->setData(warehouse, WarehouseRole);
    item->setData(QString(symbol), SymbolRole);
    return item;
}

void fill(QStandardItem *item, const ZoneSummary &summary)
{
    const Zone &zone = summary.zone;
    item->setText(QString::number(zone.number) + u' ' + zone.name);
    item->setData(QString(symbolOf(zone.condition)), SymbolRole);
    item->setData(summary.load, LoadRole);
    item->setData(zone.capacity ? QVariant(*zone.capacity) : QVariant(), CapacityRole);
    const QString rows = PlacesTree::tr("%n stock row(s)", nullptr, int(summary.rows));
    QString load = PlacesTree::tr("no limit");
    if (zone.capacity)
        load = PlacesTree::tr("%1 of %2 units")
                   .arg(QLocale().toString(summary.load), QLocale().toString(*zone.capacity));
    const QString facts = Words::of(zone.condition) + u" · " + rows + u" · " + load;
    item->setToolTip(facts);
    item->setData(QString(item->text() + u", " + facts), Qt::AccessibleTextRole);
}

} // namespace

PlacesTree::PlacesTree(QWidget *parent)
    : QTreeView(parent)
    , m_places(new QStandardItemModel(this))
{
    setObjectName(u"placesTree"_s);
    setAccessibleName(tr("Warehouses and zones"));
    setHeaderHidden(true);
    setFrameShape(NoFrame);
    setUniformRowHeights(true);
    setMouseTracking(true);
    setExpandsOnDoubleClick(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    setIndentation(14);
    viewport()->setBackgroundRole(QPalette::Window);
    setModel(m_places);
    setItemDelegate(new PlacesDelegate(this));
    m_places->appendRow(newItem(tr("All stock"), QString(), "all"_L1));
    setCurrentIndex(m_places->index(0, 0));
}

void PlacesTree::setZones(const std::vector<ZoneSummary> &zones)
{
    for (const ZoneSummary &summary : zones) {
        QStandardItem *warehouse = warehouseItem(summary);
        fill(zoneItem(warehouse, summary.zone.number), summary);
    }
}

QStandardItem *PlacesTree::warehouseItem(const ZoneSummary &zone)
{
    const QString &code = zone.zone.warehouse;
    const QString text = zone.warehouseName.isEmpty() ? code
                                                      : QString(code + u"  " + zone.warehouseName);
    int row = 1; // after "All stock"
    for (; row < m_places->rowCount(); ++row) {
        QStandardItem *item = m_places->item(row);
        const QString there = item->data(WarehouseRole).toString();
        if (there == code) {
            item->setText(text);
            return item;
        }
        if (there > code)
            break;
    }
    QStandardItem *item = newItem(text, code, "warehouse"_L1);
    m_places->insertRow(row, item);
    expand(item->index());
    return item;
}

QStandardItem *PlacesTree::zoneItem(QStandardItem *warehouse, int number)
{
    int row = 0;
    for (; row < warehouse->rowCount(); ++row) {
        const int there = warehouse->child(row)->data(ZoneRole).toInt();
        if (there == number)
            return warehouse->child(row);
        if (there > number)
            break;
    }
    QStandardItem *item = newItem(
        QString(), warehouse->data(WarehouseRole).toString(), "ambient"_L1);
    item->setData(number, ZoneRole);
    warehouse->insertRow(row, item);
    expand(warehouse->index());
    return item;
}

QModelIndex PlacesTree::find(const QString &warehouse, std::optional<int> zone) const
{
    for (int row = 0; row < m_places->rowCount(); ++row) {
        QStandardItem *item = m_places->item(row);
        if (item->data(WarehouseRole).toString() != warehouse)
            continue;
        for (int child = 0; zone && child < item->rowCount(); ++child) {
            if (item->child(child)->data(ZoneRole).toInt() == *zone)
                return item->child(child)->index();
        }
        return item->index();
    }
    return m_places->index(0, 0);
}

void PlacesTree::choose(const QString &warehouse, std::optional<int> zone)
{
    setCurrentIndex(find(warehouse, zone));
}

QString PlacesTree::warehouse() const
{
    return currentIndex().data(WarehouseRole).toString();
}

std::optional<int> PlacesTree::zone() const
{
    const QVariant zone = currentIndex().data(ZoneRole);
    return zone.isValid() ? std::optional(zone.toInt()) : std::nullopt;
}

void PlacesTree::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (current.isValid() && previous.isValid())
        Q_EMIT placeChosen(warehouse(), zone());
}

QSize PlacesDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {120, stockRowHeight + 2};
}

void PlacesDelegate::paint(QPainter *painter,
                           const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Colours &colours = Theme::colours();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || option.state & QStyle::State_MouseOver) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? colours.selection : colours.hover);
        painter->drawRoundedRect(option.rect.adjusted(0, 1, -8, -1), 5, 5);
    }
    const bool zone = index.data(ZoneRole).isValid();
    QRect place = option.rect.adjusted(8, 0, -16, 0);
    const QRect symbol(place.left(), place.center().y() - 7, 16, 16);
    paintIcon(painter,
              symbol,
              index.data(SymbolRole).toString(),
              selected ? colours.accent : colours.secondary);
    place.setLeft(symbol.right() + 9);
    const QVariant capacity = index.data(CapacityRole);
    if (capacity.isValid() && capacity.toLongLong() > 0) {
        const int percent = int(index.data(LoadRole).toLongLong() * 100 / capacity.toLongLong());
        const QColor colour = percent >= 100                 ? colours.bad
                              : percent >= nearlyFullPercent ? colours.low
                                                             : colours.secondary;
        painter->setFont(fontOf(TextSize::Secondary));
        painter->setPen(colour);
        const QString text = QLocale().toString(percent) + u" %"_s;
        painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter, text);
        const QRectF bar(place.left(), place.bottom() - 4, place.width(), 2);
        painter->setPen(Qt::NoPen);
        painter->setBrush(mixed(colours.window, colours.text, 0.1));
        painter->drawRoundedRect(bar, 1, 1);
        painter->setBrush(
            percent >= nearlyFullPercent ? colour : mixed(colours.window, colours.accent, 0.7));
        const double filled = bar.width() * std::min(percent, 100) / 100;
        painter->drawRoundedRect(QRectF(bar.left(), bar.top(), filled, bar.height()), 1, 1);
        place.setRight(place.right() - 40);
    }
    painter->setFont(fontOf(TextSize::Normal, !zone));
    painter->setPen(colours.text);
    const QString text = index.data(Qt::DisplayRole).toString();
    painter->drawText(place,
                      Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
    painter->setRenderHint(QPainter::Antialiasing, false);
}

} // namespace tanaban::ui
