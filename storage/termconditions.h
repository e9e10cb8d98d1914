#pragma once

#include "storage/stockconditions.h"

#include <QDate>

namespace tanaban::storage {

/// What day it is in a warehouse.
struct WarehouseToday
{
    QString warehouse;
    QString timeZone;
    QDate today;
};
/// With a moment: what day it was then.
Read<std::vector<WarehouseToday>> warehousesToday(Connection &connection,
                                                  const std::optional<Instant> &moment = {});

/// The filter has to know what day it is, or when a day begins.
bool needsToday(const StockFilter &filter);

/// What the filter asks of the day that goods expire; each of them must hold.
std::vector<Wanted<DayRange>> expiryDemands(const StockFilter &filter);
/// The day on which a range ends (or begins) where it is `today`; `open` without such an end.
QDate dayOf(const std::optional<SearchDay> &day, QDate today, QDate open);

/// Days that no goods have: before and after all others.
inline constexpr QDate firstDay = QDate::fromJulianDay(2086303); // 1000-01-01
inline constexpr QDate lastDay = QDate::fromJulianDay(5373484);  // 9999-12-31

// Conditions on columns of `stock s` alone.
void addStockTerms(Condition &condition, const StockTerms &terms, bool postgres);
void addReceived(Condition &condition,
                 const Wanted<DayRange> &received,
                 const std::vector<WarehouseToday> &warehouses);

// Conditions for which SQLite has another, faster way (see SearchedStock).
void addProductTerms(Condition &condition, const StockTerms &terms, bool postgres);
/// On `products p` too.
void addQuantities(Condition &condition, const StockTerms &terms);
/// On `lots l` too.
void addExpiry(Condition &condition,
               const StockFilter &filter,
               const std::vector<WarehouseToday> &warehouses);

/// Quantities compare as people read them: 1.5 kg is less than 2 pieces.
QString comparableQuantity(const QString &quantity);

} // namespace tanaban::storage
