#include "ui/placelist.h"

#include "ui/allocation/allocationplace.h"
#include "ui/history/historyplace.h"
#include "ui/orders/ordersplace.h"
#include "ui/overview/overviewplace.h"
#include "ui/records/recordplace.h"
#include "ui/stock/stockplace.h"

#include <QCoreApplication>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

struct Places
{
    Q_DECLARE_TR_FUNCTIONS(Places)
};

template <typename T>
Place *make(const PlaceServices &services, QWidget *parent)
{
    return new T(services, parent);
}

template <Entity... entities>
std::function<Place *(const PlaceServices &, QWidget *)> recordsOf(const QString &id)
{
    return [id](const PlaceServices &services, QWidget *parent) {
        return new RecordPlace(services, id, {entities...}, parent);
    };
}

} // namespace

std::vector<PlaceEntry> placeList()
{
    return {{u"overview"_s,
             Places::tr("&Overview"),
             Places::tr("What needs somebody today, over all warehouses"),
             u"overview"_s,
             Qt::CTRL | Qt::Key_1,
             make<OverviewPlace>},
            {u"stock"_s,
             Places::tr("&Stock"),
             Places::tr("What lies where, and what can be done with it"),
             u"stock"_s,
             Qt::CTRL | Qt::Key_2,
             make<StockPlace>},
            {u"orders"_s,
             Places::tr("O&rders"),
             Places::tr("What customers want, until when, and how far it is"),
             u"order"_s,
             Qt::CTRL | Qt::Key_3,
             make<OrdersPlace>,
             {Entity::Order}},
            {u"allocation"_s,
             Places::tr("Allo&cation"),
             Places::tr("Orders that wait for stock, and what each of them would get"),
             u"allocation"_s,
             Qt::CTRL | Qt::Key_4,
             make<AllocationPlace>},
            {u"products"_s,
             Places::tr("&Products"),
             Places::tr("What there is to be stored, with its lots"),
             u"product"_s,
             Qt::CTRL | Qt::Key_5,
             recordsOf<Entity::Product, Entity::Lot>(u"products"_s),
             {Entity::Product, Entity::Lot}},
            {u"places"_s,
             Places::tr("&Warehouses && zones"),
             Places::tr("Where goods are stored, and how full it is"),
             u"warehouse"_s,
             Qt::CTRL | Qt::Key_6,
             recordsOf<Entity::Warehouse, Entity::Zone, Entity::Bin>(u"places"_s),
             {Entity::Warehouse, Entity::Zone, Entity::Bin}},
            {u"partners"_s,
             Places::tr("Par&tners"),
             Places::tr("Customers and suppliers"),
             u"partner"_s,
             Qt::CTRL | Qt::Key_7,
             recordsOf<Entity::Partner>(u"partners"_s),
             {Entity::Partner}},
            {u"history"_s,
             Places::tr("Histor&y"),
             Places::tr("Every change of stock: who did what, when and why"),
             u"history"_s,
             Qt::CTRL | Qt::Key_8,
             make<HistoryPlace>},
            {u"people"_s,
             Places::tr("Peop&le"),
             Places::tr("Who works here, and in which role"),
             u"person"_s,
             Qt::CTRL | Qt::Key_9,
             recordsOf<Entity::Person>(u"people"_s),
             {Entity::Person}}};
}

} // namespace tanaban::ui
