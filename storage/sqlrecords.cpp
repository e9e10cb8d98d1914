#include "storage/sqlrecords.h"

#include "storage/recordlists.h"

namespace tanaban::storage {

SqlRecords::SqlRecords(std::shared_ptr<ThreadConnections> connections)
    : m_connections(std::move(connections))
{}

Read<std::vector<RecordId>> SqlRecords::ids(const RecordFilter &filter)
{
    return m_connections->read<std::vector<RecordId>>(
        [&](Connection &connection) { return RecordLists(connection).ids(filter); });
}

Read<std::vector<RecordRow>> SqlRecords::rows(Entity entity, const std::vector<RecordId> &ids)
{
    return m_connections->read<std::vector<RecordRow>>(
        [&](Connection &connection) { return RecordLists(connection).rows(entity, ids); });
}

Read<RecordContext> SqlRecords::context(const RecordCommand &command)
{
    return m_connections->read<RecordContext>(
        [&](Connection &connection) { return RecordLists(connection).context(command); });
}

Read<std::vector<RecordEvent>> SqlRecords::history(Entity entity,
                                                   const QJsonObject &key,
                                                   qint64 after,
                                                   qint64 before,
                                                   int limit)
{
    return m_connections->read<std::vector<RecordEvent>>([&](Connection &connection) {
        return RecordLists(connection).history(entity, key, after, before, limit);
    });
}

} // namespace tanaban::storage
