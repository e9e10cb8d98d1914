#pragma once

#include "model/clock.h"
#include "model/database.h"

#include <algorithm>
#include <mutex>

namespace tanaban::test {

/// Stock in memory, for tests of the window alone: what a store says matters there, not how it
/// keeps it. Storage has its own tests, on real databases.
class MemoryStore : public Store
{
public:
    std::vector<StockListRow> rows;
    std::vector<StockEvent> events;
    std::vector<ZoneSummary> zoneList;
    std::vector<Person> personList{
        {QStringLiteral("sato"), QStringLiteral("佐藤 花子"), Role::Staff, true, 1}};
    QString login = QStringLiteral("sato");
    std::atomic<unsigned long> delayMilliseconds{0};
    std::atomic<bool> broken{false};
    std::atomic<int> idQuestions{0};

    /// Rows in three warehouses, with some of everything that has a meaning.
    void fill(int count);
    /// As if somebody else had reserved: raises the version, the ledger and the change mark.
    void reserveElsewhere(qint64 id, qint64 quantity);

    Read<std::optional<StockContext>> stock(qint64 id, qint64 handMade) override;
    Read<PlaceContext> place(const StockKey &) override { return PlaceContext{}; }
    Read<std::optional<Allocation>> allocation(qint64) override
    {
        return std::optional<Allocation>();
    }
    Read<std::optional<EarlierCommand>> command(const QUuid &) override
    {
        return std::optional<EarlierCommand>();
    }
    CommitOutcome commit(const ChangeSet &) override { return Busy{}; }
    CommitOutcome commitLocked(const Intent &, const RowsToLock &, const Decision &) override
    {
        return Busy{};
    }
    Read<std::optional<CommitOutcome>> recall(const Intent &) override
    {
        return std::optional<CommitOutcome>();
    }
    Read<VersionConflict> conflictOf(const std::map<qint64, qint64> &) override
    {
        return VersionConflict{};
    }
    CommitOutcome abandon(const Intent &) override { return Busy{}; }
    Read<std::vector<qint64>> stockIds(const StockFilter &filter,
                                       const StockSort &sort,
                                       qint64 limit) override;
    Read<std::vector<StockListRow>> stockRows(const std::vector<qint64> &ids) override;
    Read<std::vector<StockEvent>> history(qint64 stockId, qint64 before, int limit) override;
    Read<std::vector<ZoneSummary>> zones() override;
    Read<std::vector<Warehouse>> warehouses() override { return std::vector<Warehouse>(); }
    Read<std::vector<Bin>> bins(const QString &, int) override { return std::vector<Bin>(); }
    Read<std::optional<Product>> product(const QString &) override
    {
        return std::optional<Product>();
    }
    Read<std::vector<Product>> findProducts(const QString &, int) override
    {
        return std::vector<Product>();
    }
    Read<std::vector<Person>> people() override { return personList; }
    Read<QDate> todayIn(const QString &) override { return QDate(2026, 11, 21); }
    Read<qint64> changeMark() override;
    QString actor() const override { return login; }
    const StoreCounters &counters() const override { return m_counters; }

private:
    /// Waits as long as told, and says whether the answer will be a failure.
    bool hindered() const;

    mutable std::mutex m_lock;
    StoreCounters m_counters;
    qint64 m_mark = 1;
};

/// No master data at all.
class NoRecords final : public Records
{
public:
    Read<std::vector<RecordId>> ids(const RecordFilter &) override
    {
        return std::vector<RecordId>();
    }
    Read<std::vector<RecordRow>> rows(Entity, const std::vector<RecordId> &) override
    {
        return std::vector<RecordRow>();
    }
    Read<RecordContext> context(const RecordCommand &) override { return RecordContext(); }
    Read<std::vector<RecordEvent>> history(Entity, const QJsonObject &, qint64, qint64, int) override
    {
        return std::vector<RecordEvent>();
    }
};

/// No orders either.
class NoOrders final : public OrderBook
{
public:
    Read<OrderDetails> details(const QString &) override { return OrderDetails(); }
    Read<std::vector<OrderProgress>> progress(const std::vector<RecordId> &ids) override
    {
        return std::vector<OrderProgress>(ids.size());
    }
    Read<QString> nextNumber() override { return QStringLiteral("SO-000001"); }
    Read<std::vector<OrderHit>> find(const QString &, int) override
    {
        return std::vector<OrderHit>();
    }
};

/// Knows no code; what finds them is tested on real databases.
class NoCodes final : public CodeFinder
{
public:
    Read<CodeHits> withCodes(const QStringList &, int) override { return CodeHits(); }
    Read<std::vector<CodeProposal>> propose(SearchKey, const QString &, int) override
    {
        return std::vector<CodeProposal>();
    }
};

/// Nothing that needs anybody; what is read is tested on real databases.
class NoOverview final : public OverviewReader
{
public:
    Read<Overview> overview() override { return Overview(); }
};

/// Nobody has anything; as above.
class NoClaims final : public ClaimReader
{
public:
    Read<std::vector<Claim>> claims(const ClaimQuery &) override { return std::vector<Claim>(); }
    Read<qint64> pendingCount() override { return qint64(0); }
};

/// A database around a MemoryStore that outlives it.
class MemoryDatabase final : public Database
{
public:
    explicit MemoryDatabase(std::shared_ptr<MemoryStore> store)
        : m_store(std::move(store))
    {}
    Store &store() override { return *m_store; }
    Ledger &ledger() override { qFatal("no ledger in memory"); }
    Auditor &auditor() override { qFatal("no auditor in memory"); }
    BulkLoader &bulkLoader() override { qFatal("no bulk loader in memory"); }
    CodeFinder &codes() override { return m_codes; }
    Records &records() override { return m_records; }
    OrderBook &orders() override { return m_orders; }
    OverviewReader &overview() override { return m_overview; }
    ClaimReader &claims() override { return m_claims; }
    Read<Done> backup(const QString &) override { return fail(ReadFailure{}); }
    std::unique_ptr<ChangeFeed> listen(std::function<void()>) override { return nullptr; }

private:
    std::shared_ptr<MemoryStore> m_store;
    NoRecords m_records;
    NoOrders m_orders;
    NoOverview m_overview;
    NoClaims m_claims;
    NoCodes m_codes;
};

/// Opens it, or fails as told.
class MemoryGate final : public DatabaseGate
{
public:
    std::shared_ptr<MemoryStore> store = std::make_shared<MemoryStore>();
    std::optional<OpenFailure> failure;
    std::atomic<int> created{0};

    Result<Done, OpenFailure> create(const DatabaseUrl &, const QString &) override
    {
        ++created;
        failure.reset();
        return Done{};
    }
    Result<bool, OpenFailure> createFilled(const DatabaseUrl &,
                                           const QString &,
                                           const std::function<bool(Database &)> &) override
    {
        qFatal("nothing is filled in memory");
    }
    void usePassword(const DatabaseUrl &, const QString &) override {}
    Result<std::unique_ptr<Database>, OpenFailure> open(const DatabaseUrl &,
                                                        const QString &actor,
                                                        bool checkPerson) override
    {
        const bool asksForPerson = failure && failure->kind == OpenFailure::Kind::NoSuchPerson;
        const bool passes = asksForPerson && (!checkPerson || !actor.isEmpty());
        if (failure && !passes)
            return fail(*failure);
        return std::unique_ptr<Database>(std::make_unique<MemoryDatabase>(store));
    }
    Result<UpgradeReport, OpenFailure> upgradeServer(const DatabaseUrl &) override
    {
        return UpgradeReport{};
    }
};

} // namespace tanaban::test
