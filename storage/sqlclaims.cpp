#include "storage/sqlclaims.h"

#include "storage/claimreads.h"

namespace tanaban::storage {

SqlClaims::SqlClaims(std::shared_ptr<ThreadConnections> connections)
    : m_connections(std::move(connections))
{}

Read<std::vector<Claim>> SqlClaims::claims(const ClaimQuery &query)
{
    return m_connections->read<std::vector<Claim>>(
        [&query](Connection &connection) { return ClaimReads(connection).claims(query); });
}

Read<qint64> SqlClaims::pendingCount()
{
    return m_connections->read<qint64>(
        [](Connection &connection) { return ClaimReads(connection).pendingCount(); });
}

} // namespace tanaban::storage
