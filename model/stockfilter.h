#pragma once

#include "model/rows.h"
#include "model/stockterms.h"

namespace tanaban {

/// What a list of stock asks for. Every part that is set must hold.
struct StockFilter
{
    QString text;      ///< words; each is found in product code, name, barcode, lot or bin
    QString warehouse; ///< empty: all
    std::optional<int> zone;
    QString product; ///< exact code
    QString lot;     ///< exact
    std::optional<StockStatus> status;
    std::optional<StorageCondition> condition;
    bool low = false; ///< products at or below their reorder point
    bool expired = false;
    std::optional<int> expiresWithinDays; ///< not yet expired, but within so many days
    bool reserved = false;                ///< something is reserved
    bool withEmpty = false;               ///< rows at zero are hidden unless asked for
    StockTerms terms;                     ///< as typed in the search field

    friend bool operator==(const StockFilter &, const StockFilter &) = default;
};

enum class StockColumn {
    Product,
    Name,
    Place,
    Bin,
    Lot,
    Expires,
    Status,
    OnHand,
    Reserved,
    Available,
    Received
};

/// Ties are broken by product, received date and id, so that the order is always the same.
struct StockSort
{
    StockColumn column = StockColumn::Product;
    bool descending = false;

    friend bool operator==(const StockSort &, const StockSort &) = default;
};

/// One line of the stock table: the row with what people need to read it.
struct StockListRow
{
    StockRow row;
    QString productName;
    QString unit;
    int decimals = 0;
    bool productActive = true;
    bool low = false; ///< the product, over all warehouses, is at or below its reorder point
    QString warehouseName;
    QString zoneName;
    std::optional<QDate> expiresOn;
    QDate today; ///< in the row's warehouse

    bool expired() const { return expiresOn && *expiresOn < today; }
};

/// A zone in the tree.
struct ZoneSummary
{
    Zone zone;
    QString warehouseName;
    qint64 rows = 0; ///< stock rows that are not empty
    qint64 load = 0; ///< whole sales units, rounded up per row
};

} // namespace tanaban
