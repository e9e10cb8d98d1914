#include "storage/recordreads.h"

namespace tanaban::storage {

Product readProduct(const Statement &s, int first)
{
    Product product;
    product.code = s.text(first);
    product.name = s.text(first + 1);
    product.category = s.text(first + 2);
    product.barcode = s.text(first + 3);
    product.condition =
        fromCode<StorageCondition>(s.text(first + 4)).value_or(StorageCondition::RoomTemperature);
    product.unit = s.text(first + 5);
    product.decimals = int(s.integer(first + 6));
    product.reorderPoint = s.optionalInteger(first + 7);
    product.active = s.flag(first + 8);
    product.version = s.integer(first + 9);
    return product;
}

Zone readZone(const Statement &s, int first)
{
    Zone zone;
    zone.warehouse = s.text(first);
    zone.number = int(s.integer(first + 1));
    zone.name = s.text(first + 2);
    zone.condition =
        fromCode<StorageCondition>(s.text(first + 3)).value_or(StorageCondition::RoomTemperature);
    zone.capacity = s.optionalInteger(first + 4);
    if (const auto priority = s.optionalInteger(first + 5))
        zone.allocationPriority = int(*priority);
    zone.active = s.flag(first + 6);
    zone.version = s.integer(first + 7);
    return zone;
}

Warehouse readWarehouse(const Statement &s, int first)
{
    return {s.text(first),
            s.text(first + 1),
            s.text(first + 2),
            s.flag(first + 3),
            s.integer(first + 4)};
}

} // namespace tanaban::storage
