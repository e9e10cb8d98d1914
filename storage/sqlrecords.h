#pragma once

#include "model/records.h"
#include "storage/sqlstore.h"

namespace tanaban::storage {

/// The Records port over SQLite or PostgreSQL.
class SqlRecords final : public Records
{
public:
    explicit SqlRecords(std::shared_ptr<ThreadConnections> connections);

    Read<std::vector<RecordId>> ids(const RecordFilter &filter) override;
    Read<std::vector<RecordRow>> rows(Entity entity, const std::vector<RecordId> &ids) override;
    Read<RecordContext> context(const RecordCommand &command) override;
    Read<std::vector<RecordEvent>> history(Entity entity,
                                           const QJsonObject &key,
                                           qint64 after,
                                           qint64 before,
                                           int limit) override;

private:
    std::shared_ptr<ThreadConnections> m_connections;
};

} // namespace tanaban::storage
