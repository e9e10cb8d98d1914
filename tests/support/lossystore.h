#pragma once

#include "model/store.h"

#include <functional>
#include <mutex>

namespace tanaban::test {

/// A real store whose answers to writes get lost when a test wants it: before anything arrived, or
/// after all of it was done.
class LossyStore final : public Store
{
public:
    enum class Loss {
        None,
        Before,
        After
    };

    explicit LossyStore(Store &real)
        : m_real(real)
    {}

    /// Asked for each write, one at a time; from any thread.
    std::function<Loss()> loss = [] { return Loss::None; };

    CommitOutcome commit(const ChangeSet &changes) override
    {
        return lossy([&] { return m_real.commit(changes); });
    }
    CommitOutcome commitLocked(const Intent &intent,
                               const RowsToLock &rows,
                               const Decision &decide) override
    {
        return lossy([&] { return m_real.commitLocked(intent, rows, decide); });
    }
    CommitOutcome abandon(const Intent &intent) override
    {
        return lossy([&] { return m_real.abandon(intent); });
    }
    Read<std::optional<StockContext>> stock(qint64 id, qint64 handMade) override
    {
        return m_real.stock(id, handMade);
    }
    Read<PlaceContext> place(const StockKey &key) override { return m_real.place(key); }
    Read<std::optional<Allocation>> allocation(qint64 id) override { return m_real.allocation(id); }
    Read<std::optional<EarlierCommand>> command(const QUuid &id) override
    {
        return m_real.command(id);
    }
    Read<AllocationBook> allocationBook(const BookQuery &query) override
    {
        return m_real.allocationBook(query);
    }
    Read<std::optional<CommitOutcome>> recall(const Intent &intent) override
    {
        return m_real.recall(intent);
    }
    Read<VersionConflict> conflictOf(const std::map<qint64, qint64> &expected) override
    {
        return m_real.conflictOf(expected);
    }
    Read<std::vector<qint64>> stockIds(const StockFilter &filter,
                                       const StockSort &sort,
                                       qint64 limit) override
    {
        return m_real.stockIds(filter, sort, limit);
    }
    Read<std::vector<StockListRow>> stockRows(const std::vector<qint64> &ids) override
    {
        return m_real.stockRows(ids);
    }
    Read<std::vector<StockEvent>> history(qint64 stock, qint64 before, int limit) override
    {
        return m_real.history(stock, before, limit);
    }
    Read<std::vector<ZoneSummary>> zones() override { return m_real.zones(); }
    Read<std::vector<Warehouse>> warehouses() override { return m_real.warehouses(); }
    Read<std::vector<Bin>> bins(const QString &warehouse, int zone) override
    {
        return m_real.bins(warehouse, zone);
    }
    Read<std::optional<Product>> product(const QString &code) override
    {
        return m_real.product(code);
    }
    Read<std::vector<Product>> findProducts(const QString &text, int limit) override
    {
        return m_real.findProducts(text, limit);
    }
    Read<std::vector<Person>> people() override { return m_real.people(); }
    Read<QDate> todayIn(const QString &warehouse) override { return m_real.todayIn(warehouse); }
    Read<qint64> changeMark() override { return m_real.changeMark(); }
    QString actor() const override { return m_real.actor(); }
    const StoreCounters &counters() const override { return m_real.counters(); }

private:
    CommitOutcome lossy(const std::function<CommitOutcome()> &write)
    {
        Loss now = Loss::None;
        {
            const std::scoped_lock lock(m_mutex);
            now = loss();
        }
        const CommitOutcome lost = Unavailable{QStringLiteral("lost by the test"), true};
        if (now == Loss::Before)
            return lost;
        const CommitOutcome outcome = write();
        return now == Loss::After ? lost : outcome;
    }

    Store &m_real;
    std::mutex m_mutex;
};

} // namespace tanaban::test
