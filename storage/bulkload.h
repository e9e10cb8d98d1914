#pragma once

#include "model/bulkload.h"
#include "storage/connection.h"

namespace tanaban::storage {

/// Starts bulk loads on a connection of their own.
class SqlBulkLoader final : public BulkLoader
{
public:
    SqlBulkLoader(ConnectionConfig config, std::shared_ptr<StoreCounters> counters);

    Result<std::unique_ptr<BulkLoad>, ReadFailure> start() override;

private:
    ConnectionConfig m_config;
    std::shared_ptr<StoreCounters> m_counters;
};

} // namespace tanaban::storage
