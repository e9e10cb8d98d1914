#include "storage/recordlists.h"

#include "storage/orderlines.h"
#include "storage/orderrecords.h"
#include "storage/recordpage.h"
#include "storage/stockconditions.h"
#include "storage/stockreads.h"

#include <QJsonDocument>

#include <limits>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

/// The columns that the words of a search are looked for in.
QStringList searchedColumns(const RecordTable &table)
{
    QStringList columns;
    for (const auto *list : {&table.keys, &table.columns}) {
        for (const RecordColumn &column : *list) {
            const bool word = column.name == u"storage_condition"_s || column.name == u"kind"_s
                              || column.name == u"role"_s || column.name == u"state"_s;
            if (column.kind == RecordColumn::Kind::Text && !word)
                columns << column.name;
        }
    }
    return columns;
}

bool hasColumn(const RecordTable &table, const QString &name)
{
    return std::any_of(table.columns.begin(), table.columns.end(), [&](const RecordColumn &column) {
        return column.name == name;
    });
}

QString namesOf(const std::vector<RecordColumn> &columns)
{
    QStringList names;
    for (const RecordColumn &column : columns)
        names << (column.kind == RecordColumn::Kind::Date
                      ? QString(u"{date "_s + column.name + u'}')
                      : column.name);
    return names.join(u", "_s);
}

/// Their days are bound in this order.
QStringList orderConditions(const RecordFilter &filter, const Connection &connection)
{
    const OrderTerms &terms = filter.orders;
    const auto state = fromCode<OrderState>(filter.having.value(u"state"_s).toString());
    QStringList where;
    if (terms.dueFrom)
        where << u"o.due_on >= ?"_s;
    if (terms.dueUntil)
        where << u"o.due_on <= ?"_s;
    // Said as the index of those that wait has it: they are few among the orders of years.
    if (terms.unfinished || terms.lacking || state == OrderState::Draft || state == OrderState::Open)
        where << u"o.state IN ('draft', 'open')"_s;
    if (terms.lacking)
        where << orderIsLacking(connection);
    return where;
}

QString orderOf(const RecordTable &table, const RecordFilter &filter)
{
    QStringList order;
    const QString direction = filter.descending ? u" DESC"_s : QString();
    // What is not said comes last on both engines, whichever way it is sorted.
    if (hasColumn(table, filter.sortedBy)) {
        order << u"CASE WHEN %1 IS NULL THEN 1 ELSE 0 END"_s.arg(filter.sortedBy)
              << QString(filter.sortedBy + direction);
    } else if (filter.entity == Entity::Bin) {
        order << QString(u"walk_order"_s + direction);
    }
    for (const RecordColumn &key : table.keys)
        order << QString(key.name + direction);
    return order.join(u", "_s);
}

} // namespace

RecordLists::RecordLists(Connection &connection)
    : m_connection(connection)
{}

Read<std::vector<RecordId>> RecordLists::ids(const RecordFilter &filter)
{
    const RecordTable &table = recordTable(filter.entity);
    const auto words = searchWords(filter.text);
    if (!words)
        return std::vector<RecordId>();
    QStringList where{u"1 = 1"_s};
    for (const RecordColumn &key : table.keys) {
        if (filter.within.contains(key.name))
            where << QString(key.name + u" = ?"_s);
    }
    for (const RecordColumn &column : table.columns) {
        if (filter.having.contains(column.name))
            where << QString(column.name + u" = ?"_s);
    }
    if (!filter.withInactive && hasColumn(table, u"active"_s))
        where << (m_connection.isPostgres() ? u"active"_s : u"active = 1"_s);
    const bool ofOrders = filter.entity == Entity::Order;
    if (ofOrders)
        where << orderConditions(filter, m_connection);
    const QString like = m_connection.isPostgres() ? u" ILIKE ? ESCAPE '\\'"_s
                                                   : u" LIKE ? ESCAPE '\\'"_s;
    QStringList places;
    for (const QString &column : searchedColumns(table))
        places << QString(column + like);
    if (ofOrders) // people know a partner by its name
        places << QString(u"partner_code IN (SELECT code FROM partners WHERE name"_s + like + u')');
    for (qsizetype i = 0; i < words->size(); ++i)
        where << QString(u"("_s + places.join(u" OR "_s) + u")"_s);
    Statement s(
        m_connection,
        u"SELECT %1 FROM %2 o WHERE %3 ORDER BY %4"_s.arg(
            namesOf(table.keys), table.table, where.join(u" AND "_s), orderOf(table, filter)));
    for (const RecordColumn &key : table.keys) {
        if (filter.within.contains(key.name))
            bindJson(s, key, filter.within.value(key.name));
    }
    for (const RecordColumn &column : table.columns) {
        if (filter.having.contains(column.name))
            bindJson(s, column, filter.having.value(column.name));
    }
    for (const std::optional<QDate> &day : {filter.orders.dueFrom, filter.orders.dueUntil}) {
        if (ofOrders && day)
            s.bind(*day);
    }
    for (const QString &word : *words) {
        for (qsizetype i = 0; i < places.size(); ++i)
            s.bind(likeAnywhere(word));
    }
    std::vector<RecordId> found;
    if (s.exec()) {
        while (s.next())
            found.push_back(readId(s, table, 0));
    }
    if (s.fault())
        return fail(readFailure(s.fault()));
    return found;
}

Read<std::vector<RecordRow>> RecordLists::rows(Entity entity, const std::vector<RecordId> &ids)
{
    const RecordTable &table = recordTable(entity);
    std::vector<RecordRow> rows;
    for (size_t first = 0; first < ids.size(); first += RecordPage::size) {
        RecordPage page(table, ids, first);
        Statement s(m_connection,
                    u"SELECT %1, version, %2 FROM %3 t WHERE %4"_s.arg(
                        namesOf(table.keys), namesOf(table.columns), table.table, page.condition()));
        page.bind(s);
        std::map<RecordId, RecordRow> found;
        if (s.exec()) {
            while (s.next()) {
                RecordRow row;
                row.record = readRecord(s, table);
                found.emplace(readId(s, table, 0), std::move(row));
            }
        }
        if (s.fault())
            return fail(readFailure(s.fault()));
        for (const RecordId &id : page.ids()) {
            if (const auto row = found.find(id); row != found.end())
                rows.push_back(row->second);
        }
    }
    for (const auto add : {&RecordLists::addGoods,
                           &RecordLists::addParts,
                           &RecordLists::addOrders,
                           &RecordLists::addLines,
                           &RecordLists::addZones})
    {
        if (const SqlFault fault = (this->*add)(entity, rows))
            return fail(readFailure(fault));
    }
    return rows;
}

Read<std::optional<Record>> RecordLists::record(Entity entity, const QJsonObject &key)
{
    const RecordTable &table = recordTable(entity);
    Statement s(m_connection,
                u"SELECT %1, version, %2 FROM %3 WHERE %4"_s.arg(
                    namesOf(table.keys), namesOf(table.columns), table.table, whereKey(table)));
    for (const RecordColumn &column : table.keys)
        bindJson(s, column, key.value(column.name));
    std::vector<RecordRow> rows;
    if (s.exec() && s.next())
        rows.push_back({readRecord(s, table), {}});
    if (s.fault())
        return fail(readFailure(s.fault()));
    if (const SqlFault fault = addLines(entity, rows))
        return fail(readFailure(fault));
    return rows.empty() ? std::nullopt : std::optional(std::move(rows.front().record));
}

SqlFault RecordLists::addLines(Entity entity, std::vector<RecordRow> &rows)
{
    return entity == Entity::Order ? OrderRecords(m_connection).addLines(rows) : SqlFault();
}

Read<std::vector<RecordEvent>> RecordLists::history(Entity entity,
                                                    const QJsonObject &key,
                                                    qint64 after,
                                                    qint64 before,
                                                    int limit)
{
    Statement s(m_connection,
                u"SELECT c.version, {uuid c.command_id}, c.actor, pe.name, {iso c.at}, "
                "{json c.before}, {json c.after} FROM changes c "
                "LEFT JOIN people pe ON pe.login = c.actor "
                "WHERE c.entity = ? AND c.key = ? AND c.version > ? AND c.version < ? "
                "ORDER BY c.version DESC LIMIT ?"_s);
    s.bind(codeOf(entity)).bind(keyText(recordTable(entity), key)).bind(after);
    s.bind(before > 0 ? before : std::numeric_limits<qint64>::max()).bind(std::max(limit, 0));
    const auto json = [&s](int column) {
        return QJsonDocument::fromJson(s.text(column).toUtf8()).object();
    };
    std::vector<RecordEvent> events;
    if (s.exec()) {
        while (s.next()) {
            events.push_back(
                {s.integer(0), s.uuid(1), s.text(2), s.text(3), s.instant(4), json(5), json(6)});
        }
    }
    if (s.fault())
        return fail(readFailure(s.fault()));
    return events;
}

Read<RecordContext> RecordLists::context(const RecordCommand &command)
{
    RecordContext context;
    auto now = record(command.entity, command.before.key);
    if (!now)
        return fail(ReadFailure(now.error()));
    context.now = std::move(*now);
    SqlFault fault = addSurroundings(command, context);
    if (!fault && command.entity == Entity::Order)
        fault = OrderRecords(m_connection).addContext(command, context);
    else if (!fault && context.now)
        fault = addUse(command.entity, command.before.key, context);
    if (fault)
        return fail(readFailure(fault));
    return context;
}

} // namespace tanaban::storage
