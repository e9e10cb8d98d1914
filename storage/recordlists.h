#pragma once

#include "model/records.h"
#include "storage/recordtables.h"
#include "storage/statement.h"

namespace tanaban::storage {

/// The reads of the Records port: one text for both engines.
class RecordLists
{
public:
    explicit RecordLists(Connection &connection);

    Read<std::vector<RecordId>> ids(const RecordFilter &filter);
    Read<std::vector<RecordRow>> rows(Entity entity, const std::vector<RecordId> &ids);
    Read<RecordContext> context(const RecordCommand &command);
    Read<std::vector<RecordEvent>> history(Entity entity,
                                           const QJsonObject &key,
                                           qint64 after,
                                           qint64 before,
                                           int limit);

    /// What forbids a change of one record; of a place only whether goods lie there (rows is 0 or 1).
    SqlFault addUse(Entity entity, const QJsonObject &key, RecordContext &context);

private:
    Read<std::optional<Record>> record(Entity entity, const QJsonObject &key);
    SqlFault addUseOfPlace(Entity entity, const QJsonObject &key, RecordContext &context);
    SqlFault addSurroundings(const RecordCommand &command, RecordContext &context);
    SqlFault addParent(const RecordCommand &command, RecordContext &context);
    SqlFault addTwin(const RecordCommand &command, RecordContext &context);
    SqlFault addGoods(Entity entity, std::vector<RecordRow> &rows);
    SqlFault addParts(Entity entity, std::vector<RecordRow> &rows);
    SqlFault addOrders(Entity entity, std::vector<RecordRow> &rows);
    SqlFault addZones(Entity entity, std::vector<RecordRow> &rows);
    SqlFault addLines(Entity entity, std::vector<RecordRow> &rows);

    Connection &m_connection;
};

} // namespace tanaban::storage
