#include "storage/sqlstore.h"

#include "model/runnerparts.h"
#include "storage/lists.h"

#include <QRandomGenerator>
#include <QThreadStorage>

#include <atomic>
#include <chrono>

namespace tanaban::storage {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct OwnConnection
{
    std::weak_ptr<const quint64> owner;
    std::unique_ptr<Connection> connection;
};

/// What the calling thread has open, by the number of the owner. Closed before whoever waits for
/// the thread goes on: a thread_local would be closed later, when QtSql may be gone already.
std::map<quint64, OwnConnection> &ownConnections()
{
    static QThreadStorage<std::map<quint64, OwnConnection>> connections;
    return connections.localData();
}

quint64 nextOwner()
{
    static std::atomic<quint64> last{0};
    return ++last;
}

} // namespace

ThreadConnections::ThreadConnections(ConnectionConfig config,
                                     std::shared_ptr<StoreCounters> counters)
    : m_config(std::move(config))
    , m_counters(std::move(counters))
    , m_key(std::make_shared<const quint64>(nextOwner()))
{}

ThreadConnections::~ThreadConnections()
{
    ownConnections().erase(*m_key);
}

Connection *ThreadConnections::forThisThread(SqlFault &fault)
{
    auto &connections = ownConnections();
    const auto found = connections.find(*m_key);
    if (found != connections.end()) {
        const Connection &connection = *found->second.connection;
        if (connection.isOpen() && connection.isInPlace())
            return found->second.connection.get();
        connections.erase(found);
    }
    std::erase_if(connections, [](const auto &entry) { return entry.second.owner.expired(); });
    auto opened = Connection::open(m_config, m_counters);
    if (!opened) {
        fault = opened.error();
        return nullptr;
    }
    OwnConnection &own = connections[*m_key];
    own = {m_key, std::move(opened.value())};
    return own.connection.get();
}

SqlStore::SqlStore(std::shared_ptr<ThreadConnections> connections,
                   Clock &clock,
                   QString actor,
                   std::shared_ptr<StoreCounters> counters)
    : m_connections(std::move(connections))
    , m_clock(clock)
    , m_actor(std::move(actor))
    , m_counters(std::move(counters))
{}

/// Runs a write; deadlocks and serialization failures are tried again with jitter, within the time
/// that a lock may take, and counted.
CommitOutcome SqlStore::write(const std::function<CommitAttempt(Connection &)> &work)
{
    const auto end = std::chrono::steady_clock::now() + m_connections->config().lockWait;
    bool reopened = false;
    for (;;) {
        SqlFault fault;
        Connection *connection = m_connections->forThisThread(fault);
        if (!connection)
            return fault.kind == Fault::Damaged ? outcomeOf(readFailure(fault))
                                                : Unavailable{fault.text, false};
        CommitAttempt attempt = work(*connection);
        if (attempt.again && std::chrono::steady_clock::now() < end) {
            ++m_counters->deadlocks;
            m_clock.sleep(std::chrono::milliseconds(QRandomGenerator::global()->bounded(5, 50)));
            continue;
        }
        // A connection that had died before anything was sent: nothing happened, so once more.
        const Unavailable *lost = std::get_if<Unavailable>(&attempt.outcome);
        if (lost && !lost->sent && !reopened) {
            reopened = true;
            continue;
        }
        if (std::holds_alternative<Busy>(attempt.outcome) && connection->isPostgres())
            attempt.outcome = Busy{lockHolders(*connection)};
        return explained(std::move(attempt.outcome));
    }
}

CommitOutcome SqlStore::explained(CommitOutcome outcome)
{
    if (std::holds_alternative<Committed>(outcome)) {
        ++m_counters->commits;
        m_connections->config().commitBell->ring();
    } else if (auto *conflict = std::get_if<VersionConflict>(&outcome)) {
        ++m_counters->conflicts;
        std::map<qint64, qint64> expected;
        for (const ConflictRow &row : conflict->rows) {
            if (row.record.isEmpty())
                expected[row.id] = row.expected;
        }
        if (!expected.empty()) {
            auto full = conflictOf(expected);
            if (full)
                *conflict = std::move(full.value());
        }
    } else if (auto *overtaken = std::get_if<Overtaken>(&outcome)) {
        ++m_counters->overtaken;
        std::vector<qint64> ids;
        for (const StockRow &row : overtaken->rows)
            ids.push_back(row.id);
        auto rows = read<std::vector<StockRow>>(
            [&ids](Connection &connection) { return StockReads(connection).rows(ids); });
        if (rows)
            overtaken->rows = std::move(rows.value());
    }
    return outcome;
}

QStringList SqlStore::lockHolders(Connection &connection)
{
    // The wait is over, so pg_blocking_pids() knows nothing any more: whoever has had a writing
    // transaction on our tables open for about as long as we waited. The server tells people only
    // the login of other people's sessions, not since when.
    Statement s(connection,
                u"SELECT DISTINCT coalesce(pe.name, a.usename::text) "
                "|| coalesce(' (' || nullif(a.application_name, '') || ')', '') "
                "FROM pg_stat_activity a JOIN pg_locks l ON l.pid = a.pid "
                "LEFT JOIN people pe ON pe.login = a.usename::text "
                "WHERE a.datname = current_database() AND a.pid <> pg_backend_pid() AND l.granted "
                "AND l.relation IN (SELECT oid FROM pg_class WHERE relname IN ('stock', 'zones', "
                "'orders', 'products', 'lots', 'allocations', 'holds', 'commands')) "
                "AND l.mode IN ('RowShareLock', 'RowExclusiveLock', 'ExclusiveLock', "
                "'ShareRowExclusiveLock', 'AccessExclusiveLock') AND (a.xact_start IS NULL "
                "OR a.xact_start < clock_timestamp() - make_interval(secs => ? * 0.0008))"_s);
    s.bind(qint64(connection.config().lockWait.count()));
    QStringList holders;
    if (s.exec()) {
        while (s.next())
            holders << s.text(0);
    }
    return holders;
}

Read<std::optional<StockContext>> SqlStore::stock(qint64 id, qint64 handMade)
{
    return read<std::optional<StockContext>>([id, handMade](Connection &connection) {
        return StockReads(connection).stock(id, handMade);
    });
}

Read<PlaceContext> SqlStore::place(const StockKey &key)
{
    return read<PlaceContext>(
        [&key](Connection &connection) { return StockReads(connection).place(key); });
}

Read<std::vector<PlaceContext>> SqlStore::places(const std::vector<StockKey> &keys)
{
    return read<std::vector<PlaceContext>>(
        [&keys](Connection &connection) { return StockReads(connection).places(keys); });
}

Read<std::optional<Allocation>> SqlStore::allocation(qint64 id)
{
    return read<std::optional<Allocation>>(
        [id](Connection &connection) { return StockReads(connection).allocation(id); });
}

Read<std::optional<EarlierCommand>> SqlStore::command(const QUuid &id)
{
    return read<std::optional<EarlierCommand>>([&](Connection &connection) {
        auto past = StockReads(connection).command(id);
        // On SQLite the clock of the database is ours, as it is for the commit.
        if (past && *past && !connection.isPostgres())
            (*past)->now = m_clock.now();
        return past;
    });
}

Read<AllocationBook> SqlStore::allocationBook(const BookQuery &query)
{
    return read<AllocationBook>([&query](Connection &connection) -> Read<AllocationBook> {
        if (const SqlFault fault = connection.beginSnapshot())
            return fail(readFailure(fault));
        auto book = StockReads(connection).allocationBook(query);
        connection.rollback(); // nothing was written
        return book;
    });
}

CommitOutcome SqlStore::commit(const ChangeSet &changes)
{
    return write([this, &changes](Connection &connection) {
        return connection.isPostgres() ? commitOnPostgres(connection, changes)
                                       : commitOnSqlite(connection, m_clock, m_actor, changes);
    });
}

CommitOutcome SqlStore::commitLocked(const Intent &intent,
                                     const RowsToLock &rows,
                                     const Decision &decide)
{
    return write([this, &intent, &rows, &decide](Connection &connection) {
        return attemptLocked(connection, intent, rows, decide);
    });
}

CommitAttempt SqlStore::attemptLocked(Connection &connection,
                                      const Intent &intent,
                                      const RowsToLock &rows,
                                      const Decision &decide)
{
    if (connection.isPostgres()) {
        if (auto ended = lockOnPostgres(connection, intent, rows))
            return std::move(*ended);
    } else if (const SqlFault fault = connection.begin()) {
        return {outcomeOfFault(connection, fault, false), fault.kind == Fault::Again};
    }
    StockReads reads(connection);
    DecisionResult decision = decide(reads);
    CommitAttempt attempt;
    if (const auto *error = std::get_if<DomainError>(&decision))
        attempt.outcome = Rejected{*error};
    else if (const auto *failure = std::get_if<ReadFailure>(&decision))
        attempt.outcome = outcomeOf(*failure);
    else if (connection.isPostgres())
        attempt = commitOnPostgres(connection, std::get<ChangeSet>(decision));
    else
        attempt = applyOnSqlite(connection, m_clock, m_actor, std::get<ChangeSet>(decision));
    const Committed *committed = std::get_if<Committed>(&attempt.outcome);
    if (!committed || committed->repeated) {
        connection.rollback();
        return attempt;
    }
    if (const SqlFault fault = connection.commit())
        return {outcomeOfFault(connection, fault, true), fault.kind == Fault::Again};
    return attempt;
}

Read<std::optional<CommitOutcome>> SqlStore::recall(const Intent &intent)
{
    return read<std::optional<CommitOutcome>>(
        [&intent](Connection &connection) { return earlierOutcome(connection, intent); });
}

Read<VersionConflict> SqlStore::conflictOf(const std::map<qint64, qint64> &expected)
{
    return read<VersionConflict>([&expected](Connection &connection) {
        return StockReads(connection).conflictOf(expected);
    });
}

CommitOutcome SqlStore::abandon(const Intent &intent)
{
    return write([this, &intent](Connection &connection) {
        return connection.isPostgres() ? abandonOnPostgres(connection, intent)
                                       : abandonOnSqlite(connection, m_clock, m_actor, intent);
    });
}

Read<std::vector<qint64>> SqlStore::stockIds(const StockFilter &filter,
                                             const StockSort &sort,
                                             qint64 limit)
{
    return read<std::vector<qint64>>([&](Connection &connection) {
        return StockLists(connection).stockIds(filter, sort, limit);
    });
}

Read<std::vector<StockListRow>> SqlStore::stockRows(const std::vector<qint64> &ids)
{
    return read<std::vector<StockListRow>>(
        [&](Connection &connection) { return StockLists(connection).stockRows(ids); });
}

Read<std::vector<StockEvent>> SqlStore::history(qint64 stockId, qint64 before, int limit)
{
    return read<std::vector<StockEvent>>([&](Connection &connection) {
        return StockLists(connection).history(stockId, before, limit);
    });
}

Read<std::vector<ZoneSummary>> SqlStore::zones()
{
    return read<std::vector<ZoneSummary>>(
        [](Connection &connection) { return StockLists(connection).zones(); });
}

Read<std::vector<Warehouse>> SqlStore::warehouses()
{
    return read<std::vector<Warehouse>>(
        [](Connection &connection) { return StockLists(connection).warehouses(); });
}

Read<std::vector<Bin>> SqlStore::bins(const QString &warehouse, int zone)
{
    return read<std::vector<Bin>>(
        [&](Connection &connection) { return StockLists(connection).bins(warehouse, zone); });
}

Read<std::optional<Product>> SqlStore::product(const QString &codeOrBarcode)
{
    return read<std::optional<Product>>(
        [&](Connection &connection) { return StockLists(connection).product(codeOrBarcode); });
}

Read<std::vector<Product>> SqlStore::findProducts(const QString &text, int limit)
{
    return read<std::vector<Product>>(
        [&](Connection &connection) { return StockLists(connection).findProducts(text, limit); });
}

Read<std::vector<Person>> SqlStore::people()
{
    return read<std::vector<Person>>(
        [](Connection &connection) { return StockLists(connection).people(); });
}

Read<QDate> SqlStore::todayIn(const QString &warehouse)
{
    return read<QDate>(
        [&](Connection &connection) { return StockLists(connection).todayIn(warehouse); });
}

Read<qint64> SqlStore::changeMark()
{
    return read<qint64>([](Connection &connection) { return StockLists(connection).changeMark(); });
}

} // namespace tanaban::storage
