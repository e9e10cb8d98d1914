#pragma once

#include "model/clock.h"
#include "storage/committer.h"

namespace tanaban::storage {

/// One connection per thread, opened on demand, closed when its thread ends. (Not QThreadStorage:
/// its places are used again while a thread still holds what the former owner left there.)
class ThreadConnections
{
public:
    ThreadConnections(ConnectionConfig config, std::shared_ptr<StoreCounters> counters);
    /// Closes the calling thread's connection; other threads close theirs when they end, or when
    /// they next ask for one.
    ~ThreadConnections();
    ThreadConnections(const ThreadConnections &) = delete;
    ThreadConnections &operator=(const ThreadConnections &) = delete;

    /// The thread's connection; opened again when it was lost. nullptr: see `fault`.
    Connection *forThisThread(SqlFault &fault);
    const ConnectionConfig &config() const { return m_config; }

    /// Runs a read on it; a connection that was lost since the last use is opened again, once.
    template <typename T, typename Work>
    Read<T> read(Work work)
    {
        for (int tries = 2;; --tries) {
            SqlFault fault;
            Connection *connection = forThisThread(fault);
            if (!connection)
                return fail(readFailure(fault));
            Read<T> result = work(*connection);
            if (result || tries == 1 || result.error().kind != ReadFailure::Kind::Unavailable)
                return result;
        }
    }

private:
    ConnectionConfig m_config;
    std::shared_ptr<StoreCounters> m_counters;
    std::shared_ptr<const quint64> m_key; ///< expires with this object
};

/// The Store over SQLite or PostgreSQL.
class SqlStore final : public Store
{
public:
    SqlStore(std::shared_ptr<ThreadConnections> connections,
             Clock &clock,
             QString actor,
             std::shared_ptr<StoreCounters> counters);

    Read<std::optional<StockContext>> stock(qint64 id, qint64 handMade) override;
    Read<PlaceContext> place(const StockKey &key) override;
    Read<std::vector<PlaceContext>> places(const std::vector<StockKey> &keys) override;
    Read<std::optional<Allocation>> allocation(qint64 id) override;
    Read<std::optional<EarlierCommand>> command(const QUuid &id) override;
    Read<AllocationBook> allocationBook(const BookQuery &query) override;

    CommitOutcome commit(const ChangeSet &changes) override;
    CommitOutcome commitLocked(const Intent &intent,
                               const RowsToLock &rows,
                               const Decision &decide) override;
    Read<std::optional<CommitOutcome>> recall(const Intent &intent) override;
    Read<VersionConflict> conflictOf(const std::map<qint64, qint64> &expected) override;
    CommitOutcome abandon(const Intent &intent) override;

    Read<std::vector<qint64>> stockIds(const StockFilter &filter,
                                       const StockSort &sort,
                                       qint64 limit) override;
    Read<std::vector<StockListRow>> stockRows(const std::vector<qint64> &ids) override;
    Read<std::vector<StockEvent>> history(qint64 stockId, qint64 before, int limit) override;
    Read<std::vector<ZoneSummary>> zones() override;
    Read<std::vector<Warehouse>> warehouses() override;
    Read<std::vector<Bin>> bins(const QString &warehouse, int zone) override;
    Read<std::optional<Product>> product(const QString &codeOrBarcode) override;
    Read<std::vector<Product>> findProducts(const QString &text, int limit) override;
    Read<std::vector<Person>> people() override;
    Read<QDate> todayIn(const QString &warehouse) override;
    Read<qint64> changeMark() override;

    QString actor() const override { return m_actor; }
    const StoreCounters &counters() const override { return *m_counters; }

private:
    template <typename T, typename Work>
    Read<T> read(Work work)
    {
        return m_connections->read<T>(work);
    }
    CommitOutcome write(const std::function<CommitAttempt(Connection &)> &work);
    CommitOutcome explained(CommitOutcome outcome);
    CommitAttempt attemptLocked(Connection &connection,
                                const Intent &intent,
                                const RowsToLock &rows,
                                const Decision &decide);
    QStringList lockHolders(Connection &connection);

    std::shared_ptr<ThreadConnections> m_connections;
    Clock &m_clock;
    QString m_actor;
    std::shared_ptr<StoreCounters> m_counters;
};

} // namespace tanaban::storage
