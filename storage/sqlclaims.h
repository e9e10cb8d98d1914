#pragma once

#include "model/claims/claimcommand.h"
#include "storage/sqlstore.h"

namespace tanaban::storage {

/// The ClaimReader over SQLite or PostgreSQL.
class SqlClaims final : public ClaimReader
{
public:
    explicit SqlClaims(std::shared_ptr<ThreadConnections> connections);

    Read<std::vector<Claim>> claims(const ClaimQuery &query) override;
    Read<qint64> pendingCount() override;

private:
    std::shared_ptr<ThreadConnections> m_connections;
};

} // namespace tanaban::storage
