#include "storage/recordpage.h"

#include "storage/stockreads.h"

#include <algorithm>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

bool bindJson(Statement &statement, const RecordColumn &column, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined()) {
        statement.bindNull();
        return column.optional;
    }
    switch (column.kind) {
    case RecordColumn::Kind::Text:
        statement.bind(value.toString());
        return value.isString();
    case RecordColumn::Kind::Date:
        statement.bind(value.toString());
        return QDate::fromString(value.toString(), Qt::ISODate).isValid();
    case RecordColumn::Kind::Integer:
        statement.bind(value.toInteger());
        return value.isDouble() && double(value.toInteger()) == value.toDouble();
    case RecordColumn::Kind::Flag:
        statement.bindFlag(value.toBool());
        return value.isBool();
    }
    return false;
}

QJsonValue readJson(const Statement &statement, int position, const RecordColumn &column)
{
    if (statement.isNull(position))
        return QJsonValue::Null;
    switch (column.kind) {
    case RecordColumn::Kind::Integer:
        return statement.integer(position);
    case RecordColumn::Kind::Flag:
        return statement.flag(position);
    case RecordColumn::Kind::Text:
    case RecordColumn::Kind::Date:
        break;
    }
    return statement.text(position);
}

QString whereKey(const RecordTable &table)
{
    QStringList parts;
    for (const RecordColumn &column : table.keys)
        parts << QString(column.name + u" = ?"_s);
    return parts.join(u" AND "_s);
}

QString keyText(const RecordTable &table, const QJsonObject &key)
{
    QStringList parts;
    for (const RecordColumn &column : table.keys)
        parts << key.value(column.name).toVariant().toString();
    return parts.join(u'/');
}

RecordId readId(const Statement &statement, const RecordTable &table, int first)
{
    if (table.keys.size() == 1) // by far the longest lists, and their ids are their keys
        return statement.text(first);
    QJsonObject key;
    for (const RecordColumn &column : table.keys)
        key.insert(column.name, readJson(statement, first++, column));
    return idOf(table.entity, key);
}

Record readRecord(const Statement &statement, const RecordTable &table)
{
    Record record;
    int position = 0;
    for (const RecordColumn &column : table.keys)
        record.key.insert(column.name, readJson(statement, position++, column));
    record.version = statement.integer(position++);
    for (const RecordColumn &column : table.columns)
        record.fields.insert(column.name, readJson(statement, position++, column));
    return record;
}

RecordPage::RecordPage(const RecordTable &table, const std::vector<RecordId> &ids, size_t first)
    : m_table(table)
    , m_ids(ids.begin() + qsizetype(first),
            ids.begin() + qsizetype(std::min(first + size, ids.size())))
{}

QString RecordPage::condition(const QStringList &columns) const
{
    QStringList names = columns;
    QStringList places;
    for (const RecordColumn &column : m_table.keys) {
        if (columns.isEmpty())
            names << column.name;
        places << (column.kind == RecordColumn::Kind::Integer ? u"CAST(? AS integer)"_s : u"?"_s);
    }
    if (names.size() == 1)
        return u"%1 IN (%2)"_s.arg(names.front(), placeholders(size));
    const QString one = QString(u"("_s + places.join(u", "_s) + u")"_s);
    return u"(%1) IN (VALUES %2)"_s.arg(names.join(u", "_s),
                                        QStringList(qsizetype(size), one).join(u", "_s));
}

void RecordPage::bind(Statement &statement) const
{
    for (size_t i = 0; i < size; ++i) {
        // What is missing of a full page is the last one again, or nothing at all.
        const RecordId id = m_ids.empty() ? RecordId() : m_ids[std::min(i, m_ids.size() - 1)];
        if (m_table.keys.size() == 1) { // as in readId()
            statement.bind(id);
            continue;
        }
        const QJsonObject key = keyOf(m_table.entity, id);
        for (const RecordColumn &column : m_table.keys)
            bindJson(statement, column, key.value(column.name));
    }
}

} // namespace tanaban::storage
