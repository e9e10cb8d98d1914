#include "model/planning/exclusion.h"

#include <algorithm>

namespace tanaban {

Exclusion lastingExclusionOf(const Strategy &strategy,
                             const BookProduct &product,
                             const BookPlace &place,
                             const BookStock &stock)
{
    if (stock.status == StockStatus::Quarantined)
        return Exclusion::Quarantined;
    if (stock.status == StockStatus::Damaged)
        return Exclusion::Damaged;
    if (place.condition != product.condition)
        return Exclusion::Condition;
    if (!product.active || !place.active || !stock.binActive)
        return Exclusion::NotInUse;
    if (stock.expiresOn && *stock.expiresOn < place.today)
        return Exclusion::Expired;
    if (!strategy.lot.isEmpty() && stock.lot != strategy.lot)
        return Exclusion::OtherLot;
    return Exclusion::None;
}

qint64 neededUntil(const std::optional<QDate> &due, const QDate &today, int daysLeft)
{
    return std::max(due.value_or(today), today).toJulianDay() + daysLeft;
}

Exclusion exclusionOf(const AllocationBook &book, const BookLine &line, const BookStock &stock)
{
    const BookPlace &place = book.places[size_t(stock.place)];
    const BookOrder &order = book.orders[size_t(line.order)];
    const Strategy &strategy = book.strategies[size_t(order.strategy)];
    const Exclusion lasting = lastingExclusionOf(
        strategy, book.products[size_t(line.product)], place, stock);
    if (lasting != Exclusion::None || !stock.expiresOn)
        return lasting;
    return stock.expiresOn->toJulianDay() < neededUntil(order.dueOn, place.today, strategy.daysLeft)
               ? Exclusion::ExpiresBeforeDue
               : Exclusion::None;
}

bool isOnlyWish(Exclusion exclusion)
{
    return exclusion == Exclusion::OtherLot || exclusion == Exclusion::ExpiresBeforeDue;
}

} // namespace tanaban
