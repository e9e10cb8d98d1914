#pragma once

#include "model/codes.h"

#include <QString>

#include <vector>

namespace tanaban::storage {

/// Where master data and orders lie, for the one writer of records on SQLite. On PostgreSQL
/// api.apply_records_1 is the same in the server.
struct RecordColumn
{
    enum class Kind {
        Text,
        Integer,
        Flag,
        Date
    } kind;
    QString name;
    bool optional;     ///< may be NULL
    QString otherwise; ///< SQL literal when a new record does not say; empty: must be given
};

struct RecordTable
{
    Entity entity;
    QString table;
    std::vector<RecordColumn> keys;
    std::vector<RecordColumn> columns;
};

const RecordTable &recordTable(Entity entity);

} // namespace tanaban::storage
