#pragma once

#include "model/demo/catalogue.h"

#include <array>

namespace tanaban::demo {

inline constexpr int warehouseCount = 3;
inline constexpr int zoneCount = 3; ///< of each warehouse: one per storage condition

/// Where things are and who works there.
struct Layout
{
    std::vector<Warehouse> warehouses;
    std::vector<Zone> zones; ///< warehouse by warehouse; capacities are set when loads are known
    /// Of each zone, in walking order; the first is '', the zone itself.
    std::array<std::vector<Bin>, warehouseCount * zoneCount> bins;
    std::vector<Person> people;

    static size_t zoneIndex(int warehouse, StorageCondition condition);
};

Layout makeLayout(const Size &size);

/// The people who work in a warehouse; the supervisor first.
std::span<const QString> staffOf(int warehouse);

/// Gives every zone a capacity that its load fits in; one of them is nearly full.
void setCapacities(Layout &layout, std::span<const qint64> loads);

} // namespace tanaban::demo
