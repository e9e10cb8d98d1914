#include "storage/recordtables.h"
#include "storage/sqlitecommit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

#include <algorithm>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

/// As the database holds it, for a column of this kind.
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

QString keyText(const RecordTable &table, const QJsonObject &key)
{
    QStringList parts;
    for (const RecordColumn &column : table.keys)
        parts << key.value(column.name).toVariant().toString();
    return parts.join(u'/');
}

QString whereKey(const RecordTable &table)
{
    QStringList parts;
    for (const RecordColumn &column : table.keys)
        parts << QString(column.name + u" = ?"_s);
    return parts.join(u" AND "_s);
}

} // namespace

SqliteCommit::Refusal SqliteCommit::applyRecords()
{
    for (const RecordChange &change : m_changes.records) {
        if (Refusal refusal = applyRecord(change))
            return refusal;
    }
    return std::nullopt;
}

SqliteCommit::Refusal SqliteCommit::applyRecord(const RecordChange &change)
{
    const RecordTable &table = recordTable(change.entity);
    const bool isOrder = change.entity == Entity::Order;
    const QString subject = QString(codeOf(change.entity) + u" "_s + keyText(table, change.key));
    QStringList names;
    for (const RecordColumn &column : table.columns)
        names << column.name;
    Statement find(
        m_connection,
        u"SELECT version, %1%2 FROM %3 WHERE %4"_s.arg(
            names.join(u", "_s), isOrder ? u", id"_s : QString(), table.table, whereKey(table)));
    for (const RecordColumn &column : table.keys) {
        if (!bindJson(find, column, change.key.value(column.name)))
            return refused(Rule::InvalidCode, subject);
    }
    if (!find.exec())
        return refused(find);
    const bool exists = find.next();
    if (!change.expectedVersion && exists)
        return refused(Rule::Exists, subject);
    if (change.expectedVersion && !exists)
        return refused(Rule::Unknown, subject);
    const qint64 version = exists ? find.integer(0) : 0;
    if (change.expectedVersion && *change.expectedVersion != version) {
        ConflictRow row;
        row.expected = *change.expectedVersion;
        row.actual = version;
        row.record = subject;
        return VersionConflict{{row}};
    }
    QJsonObject before;
    QString sql;
    QString values;
    std::vector<const RecordColumn *> bound;
    for (size_t i = 0; i < table.columns.size(); ++i) {
        const RecordColumn &column = table.columns[i];
        const bool given = change.fields.contains(column.name);
        if (exists && given) {
            before.insert(column.name, readJson(find, int(i) + 1, column));
            sql += column.name + u" = ?, "_s;
            bound.push_back(&column);
        } else if (!exists) {
            sql += column.name + u", "_s;
            values += given
                          ? u"?, "_s
                          : (column.otherwise.isEmpty() ? u"NULL, "_s : column.otherwise + u", "_s);
            if (given)
                bound.push_back(&column);
        }
    }
    qint64 orderId = exists && isOrder ? find.integer(int(table.columns.size()) + 1) : 0;
    QStringList keyNames;
    for (const RecordColumn &column : table.keys)
        keyNames << column.name;
    Statement write(
        m_connection,
        exists ? u"UPDATE %1 SET %2version = ? WHERE %3"_s.arg(table.table, sql, whereKey(table))
               : u"INSERT INTO %1 (%2version, %3) VALUES (%4?, %5)%6"_s.arg(
                   table.table,
                   sql,
                   keyNames.join(u", "_s),
                   values,
                   placeholders(table.keys.size()),
                   isOrder ? u" RETURNING id"_s : QString()));
    for (const RecordColumn *column : bound) {
        if (!bindJson(write, *column, change.fields.value(column->name)))
            return refused(Rule::InvalidCode, QString(subject + u": "_s + column->name));
    }
    write.bind(version + 1);
    for (const RecordColumn &column : table.keys)
        bindJson(write, column, change.key.value(column.name));
    if (!write.exec())
        return refused(write);
    if (isOrder && !exists && write.next())
        orderId = write.integer(0);
    if (change.entity == Entity::Zone && !exists) {
        Statement bin(m_connection,
                      u"INSERT INTO bins (warehouse_code, zone_number, code) VALUES (?, ?, '')"_s);
        bin.bind(change.key.value(u"warehouse_code"_s).toString());
        bin.bind(change.key.value(u"zone_number"_s).toInteger());
        if (!bin.exec())
            return refused(bin);
    }
    if (change.entity == Entity::Product && exists && before.contains(u"quantity_decimals"_s)
        && before.value(u"quantity_decimals"_s) != change.fields.value(u"quantity_decimals"_s))
    {
        Statement used(m_connection,
                       u"SELECT EXISTS (SELECT 1 FROM stock s WHERE s.product_code = p.code) "
                       "OR EXISTS (SELECT 1 FROM order_lines l WHERE l.product_code = p.code) "
                       "FROM products p WHERE p.code = ?"_s);
        used.bind(change.key.value(u"code"_s).toString());
        if (!used.exec() || !used.next())
            return refused(used);
        if (used.flag(0))
            return refused(Rule::TooManyDecimals, subject);
    }
    if (isOrder && change.fields.contains(u"lines"_s)) {
        if (Refusal refusal = applyLines(change, orderId))
            return refusal;
    }
    QJsonObject after = change.fields;
    for (auto key = change.key.begin(); key != change.key.end(); ++key)
        after.insert(key.key(), key.value());
    if (!logChange(codeOf(change.entity),
                   keyText(table, change.key),
                   version + 1,
                   exists ? before : QJsonObject(),
                   after))
        return Unavailable{u"changes"_s, false};
    return std::nullopt;
}

SqliteCommit::Refusal SqliteCommit::applyLines(const RecordChange &change, qint64 orderId)
{
    const QJsonArray lines = change.fields.value(u"lines"_s).toArray();
    QStringList kept;
    for (const QJsonValue &value : lines) {
        const QJsonObject line = value.toObject();
        const qint64 number = line.value(u"line_number"_s).toInteger();
        kept << QString::number(number);
        Statement write(m_connection,
                        u"INSERT INTO order_lines (order_id, line_number, product_code, quantity) "
                        "VALUES (?, ?, ?, ?) ON CONFLICT (order_id, line_number) DO UPDATE SET "
                        "product_code = excluded.product_code, quantity = excluded.quantity"_s);
        write.bind(orderId).bind(number).bind(line.value(u"product_code"_s).toString());
        write.bind(line.value(u"quantity"_s).toInteger());
        if (!write.exec())
            return refused(write);
    }
    Statement gone(m_connection,
                   u"DELETE FROM order_lines WHERE order_id = ? AND line_number NOT IN "
                   "(SELECT value FROM json_each(?))"_s);
    gone.bind(orderId).bind(QString(u"["_s + kept.join(u',') + u"]"_s));
    if (!gone.exec())
        return refused(gone);
    Statement inUse(m_connection,
                    u"SELECT EXISTS (SELECT 1 FROM allocations a LEFT JOIN order_lines l "
                    "ON l.order_id = a.order_id AND l.line_number = a.line_number "
                    "WHERE a.order_id = ? AND a.state <> 'released' AND l.order_id IS NULL)"_s);
    inUse.bind(orderId);
    if (!inUse.exec() || !inUse.next())
        return refused(inUse);
    if (inUse.flag(0))
        return refused(Rule::OrderLineExceeded, change.key.value(u"number"_s).toString());
    orders();
    m_orders->push_back(orderId);
    return std::nullopt;
}

bool SqliteCommit::logChange(const QString &entity,
                             const QString &key,
                             qint64 version,
                             const QJsonObject &before,
                             const QJsonObject &after)
{
    Statement log(
        m_connection,
        u"INSERT INTO changes (entity, key, version, command_id, actor, at, before, after) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s);
    log.bind(entity).bind(key).bind(version).bind(m_changes.intent.id).bind(m_actor).bind(m_now);
    if (before.isEmpty())
        log.bindNull();
    else
        log.bind(QString::fromUtf8(QJsonDocument(before).toJson(QJsonDocument::Compact)));
    log.bind(QString::fromUtf8(QJsonDocument(after).toJson(QJsonDocument::Compact)));
    return log.exec();
}

bool SqliteCommit::logCommand(const QUuid &id,
                              const QString &kind,
                              const QByteArray &hash,
                              const QString &actor)
{
    Statement insert(m_connection,
                     u"INSERT INTO commands (command_id, kind, content_hash, actor, at, outcome) "
                     "VALUES (?, ?, ?, ?, ?, 'committed')"_s);
    insert.bind(id).bind(kind).bind(hash).bind(actor).bind(m_now);
    return insert.exec();
}

SqliteCommit::Refusal SqliteCommit::refused(const Statement &statement) const
{
    return outcomeOfFault(m_connection, statement.fault(), false);
}

SqliteCommit::Refusal SqliteCommit::refused(Rule rule, const QString &subject)
{
    DomainError error;
    error.rule = rule;
    error.subject = subject;
    return Rejected{error};
}

SqliteCommit::Refusal SqliteCommit::overtaken(const std::vector<qint64> &ids,
                                              const QString &detail) const
{
    Overtaken outcome;
    outcome.detail = detail;
    for (const Leg &leg : m_legs) {
        if (std::find(ids.begin(), ids.end(), leg.row.id) != ids.end())
            outcome.rows.push_back(leg.row);
    }
    return outcome;
}

} // namespace tanaban::storage
