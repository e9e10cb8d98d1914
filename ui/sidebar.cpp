#include "ui/sidebar.h"

#include "model/overview.h"
#include "ui/actiontext.h"
#include "ui/look/icons.h"
#include "ui/look/tableparts.h"
#include "ui/placelist.h"
#include "ui/words.h"

#include <QLocale>
#include <QPainter>
#include <QStandardItemModel>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

enum ItemRole {
    PlaceRole = Qt::UserRole,
    WarehouseRole,
    ZoneRole,
    SymbolRole,
    LoadRole,
    CapacityRole
};

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

QStandardItem *newItem(const QString &text, const QString &place, const QString &symbol)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    item->setData(place, PlaceRole);
    item->setData(symbol, SymbolRole);
    return item;
}

void fill(QStandardItem *item, const ZoneSummary &summary)
{
    const Zone &zone = summary.zone;
    item->setText(QString::number(zone.number) + u' ' + zone.name);
    item->setData(QString(symbolOf(zone.condition)), SymbolRole);
    item->setData(summary.load, LoadRole);
    item->setData(zone.capacity ? QVariant(*zone.capacity) : QVariant(), CapacityRole);
    const QString rows = SideBar::tr("%n stock row(s)", nullptr, int(summary.rows));
    QString load = SideBar::tr("no limit");
    if (zone.capacity)
        load = SideBar::tr("%1 of %2 units")
                   .arg(QLocale().toString(summary.load), QLocale().toString(*zone.capacity));
    const QString facts = Words::of(zone.condition) + u" · " + rows + u" · " + load;
    item->setToolTip(facts);
    item->setData(QString(item->text() + u", " + facts), Qt::AccessibleTextRole);
}

} // namespace

SideBar::SideBar(const std::vector<PlaceEntry> &places, QWidget *parent)
    : QTreeView(parent)
    , m_lines(new QStandardItemModel(this))
{
    setObjectName(u"sideBar"_s);
    setAccessibleName(tr("Places"));
    setHeaderHidden(true);
    setFrameShape(NoFrame);
    setUniformRowHeights(true);
    setMouseTracking(true);
    setExpandsOnDoubleClick(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    setIndentation(14);
    viewport()->setBackgroundRole(QPalette::Window);
    setModel(m_lines);
    setItemDelegate(new SideBarDelegate(this));
    for (const PlaceEntry &entry : places) {
        auto *item = newItem(plainText(entry.title), entry.id, entry.symbol);
        const QString keys = entry.shortcut.toString(QKeySequence::NativeText);
        item->setToolTip(keys.isEmpty() ? entry.tip : QString(entry.tip + u" ("_s + keys + u')'));
        m_lines->appendRow(item);
        if (entry.id == u"stock"_s)
            m_stock = item;
    }
    m_quiet = false;
}

void SideBar::setZones(const std::vector<ZoneSummary> &zones)
{
    if (!m_stock)
        return;
    const auto known = [&zones](const QStandardItem &item) {
        return std::ranges::any_of(zones, [&item](const ZoneSummary &each) {
            const QVariant number = item.data(ZoneRole);
            return each.zone.warehouse == item.data(WarehouseRole).toString()
                   && (!number.isValid() || each.zone.number == number.toInt());
        });
    };
    const auto sweep = [&known](QStandardItem &parent) {
        for (int row = parent.rowCount() - 1; row >= 0; --row) {
            if (!known(*parent.child(row)))
                parent.removeRow(row);
        }
    };
    sweep(*m_stock);
    for (int row = 0; row < m_stock->rowCount(); ++row)
        sweep(*m_stock->child(row));
    for (const ZoneSummary &summary : zones)
        fill(zoneItem(warehouseItem(summary), summary.zone.number), summary);
}

QStandardItem *SideBar::warehouseItem(const ZoneSummary &zone)
{
    const QString &code = zone.zone.warehouse;
    const QString text = zone.warehouseName.isEmpty() ? code
                                                      : QString(code + u"  " + zone.warehouseName);
    int row = 0;
    for (; row < m_stock->rowCount(); ++row) {
        QStandardItem *item = m_stock->child(row);
        const QString there = item->data(WarehouseRole).toString();
        if (there == code) {
            item->setText(text);
            return item;
        }
        if (there > code)
            break;
    }
    QStandardItem *item = newItem(text, m_stock->data(PlaceRole).toString(), u"warehouse"_s);
    item->setData(code, WarehouseRole);
    m_stock->insertRow(row, item);
    expand(m_stock->index());
    expand(item->index());
    return item;
}

QStandardItem *SideBar::zoneItem(QStandardItem *warehouse, int number)
{
    int row = 0;
    for (; row < warehouse->rowCount(); ++row) {
        const int there = warehouse->child(row)->data(ZoneRole).toInt();
        if (there == number)
            return warehouse->child(row);
        if (there > number)
            break;
    }
    QStandardItem *item = newItem(QString(), warehouse->data(PlaceRole).toString(), u"ambient"_s);
    item->setData(warehouse->data(WarehouseRole), WarehouseRole);
    item->setData(number, ZoneRole);
    warehouse->insertRow(row, item);
    expand(warehouse->index());
    return item;
}

QModelIndex SideBar::find(const QString &warehouse, std::optional<int> zone) const
{
    for (int row = 0; !warehouse.isEmpty() && row < m_stock->rowCount(); ++row) {
        QStandardItem *item = m_stock->child(row);
        if (item->data(WarehouseRole).toString() != warehouse)
            continue;
        for (int child = 0; zone && child < item->rowCount(); ++child) {
            if (item->child(child)->data(ZoneRole).toInt() == *zone)
                return item->child(child)->index();
        }
        return item->index();
    }
    return m_stock->index();
}

void SideBar::setCurrent(const QString &place, const QString &warehouse, std::optional<int> zone)
{
    m_quiet = true;
    if (m_stock && m_stock->data(PlaceRole).toString() == place) {
        setCurrentIndex(find(warehouse, zone));
    } else {
        for (int row = 0; row < m_lines->rowCount(); ++row) {
            if (m_lines->item(row)->data(PlaceRole).toString() == place)
                setCurrentIndex(m_lines->index(row, 0));
        }
    }
    m_quiet = false;
}

QString SideBar::place() const
{
    return currentIndex().data(PlaceRole).toString();
}

QString SideBar::warehouse() const
{
    return currentIndex().data(WarehouseRole).toString();
}

std::optional<int> SideBar::zone() const
{
    const QVariant zone = currentIndex().data(ZoneRole);
    return zone.isValid() ? std::optional(zone.toInt()) : std::nullopt;
}

void SideBar::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (!m_quiet && current.isValid())
        Q_EMIT chosen(place(), warehouse(), zone());
}

QSize SideBarDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {120, tableRowHeight + 2};
}

void SideBarDelegate::paint(QPainter *painter,
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
    const bool isPlace = !index.parent().isValid();
    QRect place = option.rect.adjusted(8, 0, -16, 0);
    const QRect symbol(place.left(), place.center().y() - 7, 16, 16);
    paintIcon(painter,
              symbol,
              index.data(SymbolRole).toString(),
              selected ? colours.accent : colours.secondary);
    place.setLeft(symbol.right() + 9);
    int right = 0;
    const QVariant capacity = index.data(CapacityRole);
    if (capacity.isValid() && capacity.toLongLong() > 0) {
        const int percent = int(index.data(LoadRole).toLongLong() * 100 / capacity.toLongLong());
        const QColor colour = percent >= 100                 ? colours.bad
                              : percent >= nearlyFullPercent ? colours.low
                                                             : colours.secondary;
        if (percent >= nearlyFullPercent) { // elsewhere the bar says enough
            painter->setFont(fontOf(TextSize::Secondary));
            painter->setPen(colour);
            const QString text = QLocale().toString(percent) + u" %"_s;
            painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter, text);
            right = painter->fontMetrics().horizontalAdvance(text) + 8;
        }
        const QRectF bar(place.left(), place.bottom() - 4, place.width(), 2);
        painter->setPen(Qt::NoPen);
        painter->setBrush(mixed(colours.window, colours.text, 0.1));
        painter->drawRoundedRect(bar, 1, 1);
        painter->setBrush(
            percent >= nearlyFullPercent ? colour : mixed(colours.window, colours.accent, 0.7));
        const double filled = bar.width() * std::min(percent, 100) / 100;
        painter->drawRoundedRect(QRectF(bar.left(), bar.top(), filled, bar.height()), 1, 1);
        place.setRight(place.right() - right);
    }
    painter->setFont(fontOf(TextSize::Normal, isPlace));
    painter->setPen(colours.text);
    const QString text = index.data(Qt::DisplayRole).toString();
    painter->drawText(place,
                      Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
    painter->setRenderHint(QPainter::Antialiasing, false);
}

} // namespace tanaban::ui
