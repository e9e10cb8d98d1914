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

class OrderBook;

/// A moment on a day in Tokyo.
Instant momentOf(QDate day, int secondOfDay, qint64 microsecond = 0);

/// Some moment of a day between two seconds of it.
Instant someMomentOf(QDate day, int firstSecond, int lastSecond, Random &random);

/// The day in Tokyo.
QDate dayOf(Instant at);

/// This day, or the one before when it is a Sunday.
QDate workingDayUpTo(QDate day);

/// The id of a command of that moment; time-ordered as the program's own.
QUuid pastCommandId(Instant at, Random &random);

/// The stock that was there when the month began came with an import per warehouse and hundred
/// products; in a company that looks back on more, with one every thirty days.
struct Opening
{
    static constexpr qint64 productsPerCommand = 100;
    static constexpr qint64 daysApart = 30;

    Opening(quint64 seed, const Month &month, const Size &size);

    /// `monthsBefore`: 0 is the import with which the month begins.
    size_t indexFor(qint64 monthsBefore, int warehouse, qint64 productIndex) const;

    std::vector<PastCommand> commands; ///< may hold some that no product needs: see used
    std::vector<bool> used;
    qint64 mostMonthsBefore = 0;

private:
    qint64 m_groups = 1;
};

/// What a command did to an allocation.
struct AllocationRecord
{
    Allocation then; ///< as it was afterwards; ids counted from 1 in its product
    qint64 splitFrom = 0;
    PastCommand by;
    size_t event = 0;  ///< its line of the ledger
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
    std::vector<size_t> openings;              ///< the imports that brought its first rows
    std::vector<size_t> allocatedOpenOrders;   ///< which of the waiting orders took something
    qint64 available = 0;                      ///< without what waiting orders took
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
    OrderBook *orders = nullptr; ///< takes in the lines, and says whose they are
};

ProductHistory makeHistory(const HistoryInput &input, const ProductPlan &plan, qint64 productIndex);

} // namespace tanaban::demo
