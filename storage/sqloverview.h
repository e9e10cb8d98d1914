#pragma once

#include "model/overview.h"
#include "storage/sqlstore.h"

namespace tanaban::storage {

/// The OverviewReader over SQLite or PostgreSQL.
class SqlOverview final : public OverviewReader
{
public:
    explicit SqlOverview(std::shared_ptr<ThreadConnections> connections);

    Read<Overview> overview() override;

private:
    std::shared_ptr<ThreadConnections> m_connections;
};

} // namespace tanaban::storage
