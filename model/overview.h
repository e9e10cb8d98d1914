#pragma once

#include "model/hoursofday.h"
#include "model/search/searchkeys.h"
#include "model/store.h"

namespace tanaban {

/// A zone is nearly full from here on.
inline constexpr int nearlyFullPercent = 90;
/// The hours of so many days are added up, today with them.
inline constexpr int overviewHourDays = 7;
/// So many of the low products are named.
inline constexpr int overviewLowest = 4;

/// A product at or below its reorder point.
struct LowProduct
{
    QString code;
    QString name;
    QString unit;
    int decimals = 0;
    qint64 available = 0; ///< over all warehouses
    qint64 reorderPoint = 0;

    friend bool operator==(const LowProduct &, const LowProduct &) = default;
};

/// Stock rows of one kind in a warehouse; rows that are empty do not count.
struct WarehouseRows
{
    QString warehouse;
    QString name;
    qint64 rows = 0;

    friend bool operator==(const WarehouseRows &, const WarehouseRows &) = default;
};

/// Stock rows of one kind, by warehouse: where most are first, none without any.
struct RowsByWarehouse
{
    std::vector<WarehouseRows> warehouses;

    qint64 rows() const;
};

/// How much was done at each hour of the day, by the clock of a warehouse.
struct BusyHours
{
    QString warehouse; ///< empty: all of them, whose clocks show the same
    QString warehouseName;
    QString timeZone;
    std::vector<HourOfDay> hours; ///< 24
    std::vector<qint64> entries;  ///< of the ledger, in each of them
};

/// What needs a person today, over all warehouses. Each number is that of the rows which the list
/// of stock has under the same filter (StockFilter).
struct Overview
{
    Instant asOf;               ///< by the database's clock
    std::optional<QDate> today; ///< where it is the same day in all warehouses
    qint64 lowProducts = 0;
    qint64 lowRows = 0;             ///< of these products, `withEmpty`
    std::vector<LowProduct> lowest; ///< with the least part of their reorder point, at most a few
    std::vector<qint64> expiring;   ///< rows by days from today, 0 to expiringDays
    RowsByWarehouse expired;
    RowsByWarehouse quarantined;
    RowsByWarehouse damaged;
    std::vector<ZoneSummary> nearlyFull; ///< the fullest first
    std::vector<BusyHours> hours; ///< one, or one of each of the warehouses with the most stock rows

    qint64 expiringRows() const;
    /// Nothing needs anybody.
    bool isCalm() const;
};

/// Reads it: a port beside Store. Safe to call from any worker thread, never from the thread that
/// draws the window.
class OverviewReader
{
public:
    virtual ~OverviewReader() = default;
    /// Looks through all stock: about a second for a million rows.
    virtual Read<Overview> overview() = 0;
};

} // namespace tanaban
