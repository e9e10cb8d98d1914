#pragma once

#include "model/commandrunner.h"

#include <deque>
#include <mutex>
#include <semaphore>

namespace tanaban::test {

/// Stock in memory that really applies change sets, with versions, ledger and commands, so that
/// whole journeys can be walked; and that fails on demand. Storage has its own tests.
class ScriptedStore final : public Store
{
public:
    /// What happens to the next commit instead of, or around, its own effect.
    enum class Mishap {
        BusyNow,     ///< nothing happens
        Unreachable, ///< nothing was sent
        LostBefore,  ///< sent, did not happen, no answer
        LostAfter    ///< happened, no answer
    };

    ScriptedStore();

    static constexpr qint64 rice = 1;   ///< 12 bags in WH001 1 A-01
    static constexpr qint64 salmon = 2; ///< frozen, 5.5 kg, 2.0 of them reserved by hand

    // What others do, and what goes wrong; safe while work is under way.
    void change(qint64 id,
                EventKind kind,
                qint64 onHand,
                qint64 reserved,
                const QString &who,
                const QString &order = {});
    void addMishap(Mishap mishap);
    /// Runs right before the next commits are judged, one each.
    void beforeCommit(std::function<void()> happening);
    /// Commits wait until release(); they count themselves in waiting().
    void holdCommits() { m_held = true; }
    void release();
    int waiting() const { return m_waiting; }
    StockRow row(qint64 id);
    qint64 eventCount(qint64 id);
    int commits() const { return m_commits; }
    /// Versions that the commits so far insisted on, in order.
    std::vector<std::optional<qint64>> expectedVersions();
    std::vector<QUuid> commandIds();
    void setRole(Role role);

    Read<std::optional<StockContext>> stock(qint64 id, qint64 handMade) override;
    Read<PlaceContext> place(const StockKey &key) override;
    Read<std::optional<Allocation>> allocation(qint64 id) override;
    Read<std::optional<EarlierCommand>> command(const QUuid &) override
    {
        return std::optional<EarlierCommand>();
    }
    CommitOutcome commit(const ChangeSet &changes) override;
    CommitOutcome commitLocked(const Intent &intent,
                               const RowsToLock &rows,
                               const Decision &decide) override;
    Read<std::optional<CommitOutcome>> recall(const Intent &intent) override;
    Read<VersionConflict> conflictOf(const std::map<qint64, qint64> &expected) override;
    CommitOutcome abandon(const Intent &intent) override;
    Read<std::vector<qint64>> stockIds(const StockFilter &, const StockSort &, qint64) override;
    Read<std::vector<StockListRow>> stockRows(const std::vector<qint64> &) override;
    Read<std::vector<StockEvent>> history(qint64, qint64, int) override;
    Read<std::vector<ZoneSummary>> zones() override;
    Read<std::vector<Warehouse>> warehouses() override;
    Read<std::vector<Bin>> bins(const QString &warehouse, int zone) override;
    Read<std::optional<Product>> product(const QString &codeOrBarcode) override;
    Read<std::vector<Product>> findProducts(const QString &text, int limit) override;
    Read<std::vector<Person>> people() override;
    Read<QDate> todayIn(const QString &) override { return QDate(2026, 11, 21); }
    Read<qint64> changeMark() override { return qint64(m_commits); }
    QString actor() const override { return QStringLiteral("tanaka"); }
    const StoreCounters &counters() const override { return m_counters; }

private:
    struct Known
    {
        QByteArray hash;
        CommitOutcome outcome;
    };
    CommitOutcome apply(const ChangeSet &changes);
    void applyAllocation(const AllocationChange &change);
    StockRow *rowOf(const StockChange &change);
    void record(StockRow &row,
                EventKind kind,
                qint64 onHand,
                qint64 reserved,
                const QString &who,
                const QString &order,
                const QUuid &command,
                const QString &reason);
    VersionConflict conflictNow(const std::map<qint64, qint64> &expected);

    std::recursive_mutex m_lock;
    std::vector<Warehouse> m_warehouses;
    std::vector<ZoneSummary> m_zones;
    std::vector<Bin> m_bins;
    std::vector<Product> m_products;
    std::vector<Lot> m_lots;
    std::map<qint64, StockRow> m_rows;
    std::vector<StockEvent> m_events;
    std::vector<Allocation> m_allocations;
    std::map<QUuid, Known> m_commands;
    std::deque<Mishap> m_mishaps;
    std::deque<std::function<void()>> m_happenings;
    std::vector<std::optional<qint64>> m_expected;
    std::vector<QUuid> m_ids;
    Role m_role = Role::Staff;
    std::atomic<bool> m_held{false};
    std::atomic<int> m_waiting{0};
    std::counting_semaphore<> m_gate{0};
    std::atomic<int> m_commits{0};
    qint64 m_minutes = 0;
    StoreCounters m_counters;
};

/// Keeps what was begun in memory.
class MemoryJournal final : public IntentJournal
{
public:
    std::vector<AnyCommand> leftOver; ///< handed out once

    bool begin(const AnyCommand &command) override
    {
        const std::scoped_lock lock(m_lock);
        m_open[idOf(command)] = command;
        return true;
    }
    void end(const QUuid &id) override
    {
        const std::scoped_lock lock(m_lock);
        m_open.erase(id);
    }
    std::vector<AnyCommand> takeUnfinished() override { return std::exchange(leftOver, {}); }
    size_t openCount()
    {
        const std::scoped_lock lock(m_lock);
        return m_open.size();
    }

private:
    std::mutex m_lock;
    std::map<QUuid, AnyCommand> m_open;
};

} // namespace tanaban::test
