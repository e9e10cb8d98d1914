#include "storage/orderrecords.h"
#include "storage/recordlists.h"
#include "storage/recordpage.h"
#include "storage/sqlitecommit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

#include <algorithm>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

/// A change of these may make a difference to goods, orders or rights, so it is judged by them.
bool touchesUse(const QJsonObject &fields)
{
    return fields.contains(u"active"_s) || fields.contains(u"storage_condition"_s)
           || fields.contains(u"quantity_decimals"_s) || fields.contains(u"role"_s);
}

QString subjectOf(const RecordChange &change)
{
    return codeOf(change.entity) + u' ' + keyText(recordTable(change.entity), change.key);
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
    RecordNow now;
    Refusal refusal;
    refusal = judgeValues(change);
    if (!refusal)
        refusal = findRecord(change, now);
    if (!refusal)
        refusal = judgeUse(change, now);
    if (!refusal)
        refusal = writeRecord(change, now);
    if (refusal)
        return refusal;
    if (change.entity == Entity::Zone && now.version == 0) {
        Statement bin(m_connection,
                      u"INSERT INTO bins (warehouse_code, zone_number, code) VALUES (?, ?, '')"_s);
        bin.bind(change.key.value(u"warehouse_code"_s).toString());
        bin.bind(change.key.value(u"zone_number"_s).toInteger());
        if (!bin.exec())
            return refused(bin);
    }
    if (change.entity == Entity::Order && change.fields.contains(u"lines"_s)) {
        if (refusal = applyLines(change, now.orderId); refusal)
            return refusal;
    }
    QJsonObject before;
    QJsonObject after = change.fields;
    for (const QString &field : change.fields.keys()) {
        if (now.fields.contains(field))
            before.insert(field, now.fields.value(field));
    }
    for (auto key = change.key.begin(); key != change.key.end(); ++key)
        after.insert(key.key(), key.value());
    return logChange(codeOf(change.entity),
                     keyText(recordTable(change.entity), change.key),
                     now.version + 1,
                     before,
                     after);
}

SqliteCommit::Refusal SqliteCommit::findRecord(const RecordChange &change, RecordNow &now)
{
    const RecordTable &table = recordTable(change.entity);
    const bool isOrder = change.entity == Entity::Order;
    QStringList names;
    for (const RecordColumn &column : table.columns)
        names << column.name;
    Statement find(
        m_connection,
        u"SELECT version, %1%2 FROM %3 WHERE %4"_s.arg(
            names.join(u", "_s), isOrder ? u", id"_s : QString(), table.table, whereKey(table)));
    for (const RecordColumn &column : table.keys) {
        if (!bindJson(find, column, change.key.value(column.name)))
            return refused(Rule::InvalidCode, subjectOf(change));
    }
    if (!find.exec())
        return refused(find);
    if (find.next()) {
        now.version = find.integer(0);
        for (size_t i = 0; i < table.columns.size(); ++i)
            now.fields.insert(table.columns[i].name, readJson(find, int(i) + 1, table.columns[i]));
        if (isOrder)
            now.orderId = find.integer(int(table.columns.size()) + 1);
    }
    if (isOrder && now.version > 0) {
        std::vector<RecordRow> rows{{{change.key, now.fields, now.version}, {}}};
        if (const SqlFault fault = OrderRecords(m_connection).addLines(rows))
            return outcomeOfFault(m_connection, fault, false);
        now.fields = rows.front().record.fields;
    }
    if (!change.expectedVersion && now.version > 0)
        return refused(Rule::Exists, subjectOf(change));
    if (change.expectedVersion && now.version == 0)
        return refused(Rule::Unknown, subjectOf(change));
    if (change.expectedVersion && *change.expectedVersion != now.version) {
        ConflictRow row;
        row.expected = *change.expectedVersion;
        row.actual = now.version;
        row.record = subjectOf(change);
        return VersionConflict{{row}};
    }
    return std::nullopt;
}

/// What the decision said before is only a courtesy: the rules hold here, under the lock.
SqliteCommit::Refusal SqliteCommit::judgeValues(const RecordChange &change)
{
    const auto faults = faultsOfValues(
        change.entity, change.key, change.fields, !change.expectedVersion);
    return faults.empty() ? Refusal() : Refusal(Rejected{faults.front().error});
}

SqliteCommit::Refusal SqliteCommit::judgeUse(const RecordChange &change, const RecordNow &now)
{
    if (m_changes.intent.undoes)
        return checkReopening(change);
    const bool isOrder = change.entity == Entity::Order;
    if (!isOrder && (now.version == 0 || !touchesUse(change.fields)))
        return std::nullopt;
    RecordCommand command{m_changes.intent.id,
                          change.entity,
                          {change.key, now.fields, now.version},
                          change.fields,
                          m_actor};
    command.fromFile = m_changes.intent.kind == u"import"_s;
    RecordContext context;
    if (now.version > 0)
        context.now = command.before;
    const SqlFault fault =
        isOrder ? OrderRecords(m_connection).addContext(command, context)
                : RecordLists(m_connection).addUse(change.entity, change.key, context);
    if (fault)
        return outcomeOfFault(m_connection, fault, false);
    const auto faults = faultsOf(command, context);
    return faults.empty() ? Refusal() : Refusal(Rejected{faults.front().error});
}

SqliteCommit::Refusal SqliteCommit::writeRecord(const RecordChange &change, RecordNow &now)
{
    const RecordTable &table = recordTable(change.entity);
    const bool exists = now.version > 0;
    const bool newOrder = change.entity == Entity::Order && !exists;
    QString names;
    QString values;
    std::vector<const RecordColumn *> bound;
    for (const RecordColumn &column : table.columns) {
        const bool given = change.fields.contains(column.name);
        if (exists && given) {
            names += column.name + u" = ?, "_s;
        } else if (!exists) {
            names += column.name + u", "_s;
            values += given ? u"?, "_s
                            : (column.otherwise.isEmpty() ? u"NULL"_s : column.otherwise) + u", "_s;
        }
        if (given)
            bound.push_back(&column);
    }
    QStringList keyNames;
    for (const RecordColumn &column : table.keys)
        keyNames << column.name;
    Statement write(
        m_connection,
        exists ? u"UPDATE %1 SET %2version = ? WHERE %3"_s.arg(table.table, names, whereKey(table))
               : u"INSERT INTO %1 (%2version, %3) VALUES (%4?, %5)%6"_s.arg(
                   table.table,
                   names,
                   keyNames.join(u", "_s),
                   values,
                   placeholders(table.keys.size()),
                   newOrder ? u" RETURNING id"_s : QString()));
    for (const RecordColumn *column : bound) {
        if (!bindJson(write, *column, change.fields.value(column->name)))
            return refused(Rule::InvalidCode, QString(subjectOf(change) + u": "_s + column->name));
    }
    write.bind(now.version + 1);
    for (const RecordColumn &column : table.keys)
        bindJson(write, column, change.key.value(column.name));
    if (!write.exec())
        return refused(write);
    if (newOrder && write.next())
        now.orderId = write.integer(0);
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
    orders();
    m_orders->push_back(orderId);
    return std::nullopt;
}

SqliteCommit::Refusal SqliteCommit::logChange(const QString &entity,
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
    return log.exec() ? Refusal() : refused(log);
}

SqliteCommit::Refusal SqliteCommit::logCommand(const QUuid &id,
                                               const QString &kind,
                                               const QByteArray &hash,
                                               const QString &actor)
{
    Statement insert(m_connection,
                     u"INSERT INTO commands (command_id, kind, content_hash, actor, at, outcome) "
                     "VALUES (?, ?, ?, ?, ?, 'committed')"_s);
    insert.bind(id).bind(kind).bind(hash).bind(actor).bind(m_now);
    return insert.exec() ? Refusal() : refused(insert);
}

SqliteCommit::Refusal SqliteCommit::refused(const Statement &statement) const
{
    return outcomeOfFault(m_connection, statement.fault(), false);
}

SqliteCommit::Refusal SqliteCommit::refused(Rule rule, const QString &subject)
{
    return Rejected{errorAbout(rule, subject)};
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
