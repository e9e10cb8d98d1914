#pragma once

#include "model/records.h"
#include "storage/recordtables.h"
#include "storage/statement.h"

namespace tanaban::storage {

/// A JSON value as the database holds it, for a column of this kind; false when it is none.
bool bindJson(Statement &statement, const RecordColumn &column, const QJsonValue &value);
QJsonValue readJson(const Statement &statement, int position, const RecordColumn &column);
/// "key1 = ? AND key2 = ?"
QString whereKey(const RecordTable &table);
/// As `changes` names the record: "WH001/2/A-01".
QString keyText(const RecordTable &table, const QJsonObject &key);

/// Key columns from `first` on.
RecordId readId(const Statement &statement, const RecordTable &table, int first);
/// Key columns, version, other columns.
Record readRecord(const Statement &statement, const RecordTable &table);

/// A part of a list of ids, small enough for one statement, whose text is always the same.
class RecordPage
{
public:
    static constexpr size_t size = 200;

    RecordPage(const RecordTable &table, const std::vector<RecordId> &ids, size_t first);

    const std::vector<RecordId> &ids() const { return m_ids; }
    /// That a row's key is one of the page. `columns`: what the key columns are called there.
    QString condition(const QStringList &columns = {}) const;
    void bind(Statement &statement) const;

private:
    const RecordTable &m_table;
    std::vector<RecordId> m_ids;
};

} // namespace tanaban::storage
