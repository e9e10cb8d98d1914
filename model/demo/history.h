#pragma once

#include "model/bulkload.h"
#include "model/demo/layout.h"

namespace tanaban::demo {

/// The month that ends yesterday in Tokyo, so that nothing happens in the future.
struct Month
{
    QDate today;
    QDate first() const { return today.addDays(-30); }
};

/// A moment on a day in Tokyo.
Instant momentOf(QDate day, int secondOfDay, qint64 microsecond = 0);

/// The id of a command of that moment; time-ordered as the program's own.
QUuid pastCommandId(Instant at, Random &random);

/// The stock that was there when the month began came with an import per warehouse and hundred
/// products.
struct Opening
{
    static constexpr qint64 productsPerCommand = 100;

    Opening(quint64 seed, const Month &month, const Size &size);
    const PastCommand &commandFor(int warehouse, qint64 productIndex) const;

    std::vector<PastCommand> commands; ///< may hold some that no product needs: see used
    std::vector<bool> used;
    size_t indexFor(int warehouse, qint64 productIndex) const;
};

/// What a command did to an allocation.
struct AllocationRecord
{
    Allocation then; ///< as it was afterwards; ids counted from 1 in its product
    qint64 splitFrom = 0;
    PastCommand by;
    QByteArray before; ///< JSON; both empty for a new allocation
    QByteArray after;
};

/// All that happened to one product: rows, ledger and allocations with ids counted from 1.
struct ProductHistory
{
    std::vector<Lot> lots;
    std::vector<PastCommand> commands; ///< without the opening
    std::vector<StockRow> rows;
    std::vector<StockEvent> events; ///< in the order of time
    std::vector<Allocation> allocations;
    std::vector<AllocationRecord> allocationRecords;
    std::vector<PastChange> lotChanges;        ///< of lots that came during the month
    std::array<qint64, warehouseCount> load{}; ///< whole sales units on hand
    std::array<bool, warehouseCount> opened{}; ///< has a row that the opening brought
    qint64 available = 0;
};

/// How much happens; a company of a million rows has not forty times the staff.
struct Activity
{
    int actionsPerHundredRows = 0;
    static Activity forSize(const Size &size);
};

struct HistoryInput
{
    quint64 seed = 0;
    const Month *month = nullptr;
    const Layout *layout = nullptr;
    const Opening *opening = nullptr;
    Activity activity;
};

ProductHistory makeHistory(const HistoryInput &input, const ProductPlan &plan, qint64 productIndex);

} // namespace tanaban::demo
