#include "storage/sqldatabase.h"

#include "storage/backup.h"
#include "storage/postgresfeed.h"

namespace tanaban::storage {

using namespace Qt::StringLiterals;

SqlDatabase::SqlDatabase(std::shared_ptr<ThreadConnections> connections,
                         Clock &clock,
                         const QString &actor,
                         const std::shared_ptr<StoreCounters> &counters,
                         QString copyOfOlder)
    : m_connections(std::move(connections))
    , m_store(m_connections, clock, actor, counters)
    , m_ledger(m_connections)
    , m_auditor(m_connections->config(), counters)
    , m_bulkLoader(m_connections->config(), counters)
    , m_records(m_connections)
    , m_orders(m_connections)
    , m_overview(m_connections)
    , m_claims(m_connections)
    , m_copyOfOlder(std::move(copyOfOlder))
    , m_codes(m_connections)
{}

Read<Done> SqlDatabase::backup(const QString &path)
{
    SqlFault fault;
    Connection *connection = m_connections->forThisThread(fault);
    if (!connection)
        return fail(readFailure(fault));
    if (connection->isPostgres())
        return fail(ReadFailure{ReadFailure::Kind::Refused, u"pg_dump"_s});
    if (const SqlFault failed = copyDatabase(*connection, path))
        return fail(readFailure(failed));
    return Done{};
}

std::unique_ptr<ChangeFeed> SqlDatabase::listen(std::function<void()> onChange)
{
    const ConnectionConfig &config = m_connections->config();
    if (config.url.engine != DatabaseUrl::Engine::Postgres)
        return nullptr;
    return std::make_unique<PostgresFeed>(config, std::move(onChange));
}

} // namespace tanaban::storage
