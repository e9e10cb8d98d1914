#include "ui/placelist.h"

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

} // namespace

std::vector<PlaceEntry> placeList()
{
    return {{u"stock"_s,
             Places::tr("&Stock"),
             Places::tr("What lies where, and what can be done with it"),
             u"stock"_s,
             Qt::CTRL | Qt::Key_2,
             make<StockPlace>}};
}

} // namespace tanaban::ui
