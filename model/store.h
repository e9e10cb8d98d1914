#pragma once

#include "model/changeset.h"
#include "model/outcome.h"
#include "model/planning/allocationbook.h"
#include "model/result.h"
#include "model/stockfilter.h"

#include <atomic>
#include <functional>
#include <limits>

namespace tanaban {

template <typename T>
using Read = Result<T, ReadFailure>;

/// All that a decision about one stock row relies on, read in one go.
struct StockContext
{
    StockRow row;
    Product product;
    Lot lot;
    Zone zone;
    Warehouse warehouse;
    bool binActive = true;
    std::vector<Allocation> handMade; ///< open, without an order, oldest first; see StockReader
    QDate today;                      ///< in the warehouse, by the database's clock

    /// Neither quarantined, damaged, expired nor inactive.
    bool allocatable() const;
};

/// A place goods may go to, and what is known of the goods there.
struct PlaceContext
{
    std::optional<Warehouse> warehouse;
    std::optional<Zone> zone;
    std::optional<Bin> bin;
    std::optional<Product> product;
    std::optional<Lot> lot;
    std::optional<StockRow> row; ///< the row with this key, if there is one
    qint64 zoneLoad = 0;         ///< whole sales units in the zone, rounded up per row
    QDate today;
};

/// An allocation that a command shipped or released, and what stands against making it live again.
struct EndedAllocation
{
    Allocation allocation; ///< as it is now
    AllocationState before = AllocationState::Open;
    QString orderNumber; ///< empty: made by hand, and the rest is empty too
    OrderState orderState = OrderState::Open;
    qint64 orderVersion = 0;
    QString orderChangedBy; ///< who changed the order last; empty: nobody
    qint64 lineLeft = 0;    ///< of its line, nobody has anything of so much; 0 also without a line
};

/// A command that was carried out, as far as taking it back relies on it.
struct EarlierCommand
{
    QUuid id;
    QString kind;
    QString actor;
    Instant at;
    Instant now; ///< by the clock of the database
    bool undone = false;
    std::vector<StockEvent> events;
    std::vector<Allocation> open; ///< allocations it made that are open or wait for review
    std::vector<Allocation> made; ///< for orders, as it made them, whatever became of them
    std::vector<EndedAllocation> ended;
};

/// What a decision may read: the database, or the database under the write lock.
class StockReader
{
public:
    static constexpr qint64 allHandMade = std::numeric_limits<qint64>::max();

    virtual ~StockReader() = default;
    /// `handMade`: how much of what was reserved by hand matters. As many of the oldest of those
    /// reservations come along as make it up: a row that many reserve from has thousands.
    virtual Read<std::optional<StockContext>> stock(qint64 id, qint64 handMade = allHandMade) = 0;
    virtual Read<PlaceContext> place(const StockKey &key) = 0;
    /// The same for many, in their order.
    virtual Read<std::vector<PlaceContext>> places(const std::vector<StockKey> &keys);
    virtual Read<std::optional<Allocation>> allocation(qint64 id) = 0;
    /// Nothing for a command that is not known or was given up.
    virtual Read<std::optional<EarlierCommand>> command(const QUuid &id) = 0;
    /// Orders and the stock for them. Who decides about single rows has none to give.
    virtual Read<AllocationBook> allocationBook(const BookQuery &query);
};

/// What happened under the locks, counted for tests and diagnostics.
struct StoreCounters
{
    std::atomic<quint64> commits{0};
    std::atomic<quint64> conflicts{0};
    std::atomic<quint64> overtaken{0};
    std::atomic<quint64> lockWaits{0}; ///< SQLite: the writer's turn was not free at once
    std::atomic<quint64> deadlocks{0}; ///< deadlocks and serialization failures tried again
    std::atomic<quint64> statements{0};
};

/// What a decision under the write lock needs for itself.
struct RowsToLock
{
    std::vector<qint64> orders; ///< locked before any stock
    std::vector<qint64> stock;
};

using DecisionResult = std::variant<ChangeSet, DomainError, ReadFailure>;
using Decision = std::function<DecisionResult(StockReader &)>;

/// The only way from a use case to the data. Safe to call from any worker thread, never from the
/// thread that draws the window.
class Store : public StockReader
{
public:
    /// Applies the whole change set or nothing of it (design.md section 1).
    virtual CommitOutcome commit(const ChangeSet &changes) = 0;

    /// Loads and decides under the write locks, then commits: the last try of policy A. `decide`
    /// may be called again after a deadlock.
    virtual CommitOutcome commitLocked(const Intent &intent,
                                       const RowsToLock &rows,
                                       const Decision &decide) = 0;

    /// What became of this command, if it is known; a look only, so "nothing" may change any moment.
    virtual Read<std::optional<CommitOutcome>> recall(const Intent &intent) = 0;

    /// The conflict of these rows with the versions somebody holds, read in one statement.
    virtual Read<VersionConflict> conflictOf(const std::map<qint64, qint64> &expected) = 0;

    /// Makes sure that this command can never happen any more, or tells that it has (Committed).
    /// Success is Rejected{Abandoned}.
    virtual CommitOutcome abandon(const Intent &intent) = 0;

    // Reading for lists and details.
    virtual Read<std::vector<qint64>> stockIds(const StockFilter &filter,
                                               const StockSort &sort,
                                               qint64 limit) = 0;
    virtual Read<std::vector<StockListRow>> stockRows(const std::vector<qint64> &ids) = 0;
    /// Ledger of one row, newest first, at most `limit`, older than version `before` (0: from the end).
    virtual Read<std::vector<StockEvent>> history(qint64 stockId, qint64 before, int limit) = 0;
    virtual Read<std::vector<ZoneSummary>> zones() = 0;
    virtual Read<std::vector<Warehouse>> warehouses() = 0;
    virtual Read<std::vector<Bin>> bins(const QString &warehouse, int zone) = 0;
    virtual Read<std::optional<Product>> product(const QString &codeOrBarcode) = 0;
    virtual Read<std::vector<Product>> findProducts(const QString &text, int limit) = 0;
    virtual Read<std::vector<Person>> people() = 0;
    virtual Read<QDate> todayIn(const QString &warehouse) = 0;
    /// A number that differs when anybody may have changed anything since it was last asked.
    virtual Read<qint64> changeMark() = 0;

    /// Who acts: the login at the server, or the person chosen at start.
    virtual QString actor() const = 0;
    virtual const StoreCounters &counters() const = 0;
};

} // namespace tanaban
