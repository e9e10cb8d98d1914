#pragma once

#include "storage/statement.h"

namespace tanaban::storage {

// The columns of master data, in the order that the function below each takes them.

inline constexpr QStringView productColumns =
    u"p.code, p.name, p.category, p.barcode, p.storage_condition, p.unit, p.quantity_decimals, "
    u"p.reorder_point, p.active, p.version";
Product readProduct(const Statement &s, int first = 0);

inline constexpr QStringView zoneColumns =
    u"z.warehouse_code, z.zone_number, z.name, z.storage_condition, z.capacity, "
    u"z.allocation_priority, z.active, z.version";
Zone readZone(const Statement &s, int first = 0);

inline constexpr QStringView warehouseColumns = u"w.code, w.name, w.time_zone, w.active, w.version";
Warehouse readWarehouse(const Statement &s, int first = 0);

} // namespace tanaban::storage
