#include "storage/lists.h"
#include "storage/recordlists.h"
#include "storage/recordpage.h"
#include "storage/stockreads.h"

#include <map>

// Where records are used: what lists tell beside them and what decisions rely on.

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

std::vector<RecordId> idsOf(Entity entity, const std::vector<RecordRow> &rows)
{
    std::vector<RecordId> ids;
    for (const RecordRow &row : rows)
        ids.push_back(idOf(entity, row.record.key));
    return ids;
}

/// Runs `sql`, whose %1 is the condition on the keys and whose first columns are the key, over all
/// pages of the rows, and hands each answer to the row it belongs to.
template <typename Take>
SqlFault forRows(Connection &connection,
                 Entity entity,
                 std::vector<RecordRow> &rows,
                 const QString &sql,
                 const QStringList &columns,
                 Take take)
{
    const RecordTable &table = recordTable(entity);
    const std::vector<RecordId> ids = idsOf(entity, rows);
    std::map<RecordId, size_t> positions;
    for (size_t i = 0; i < ids.size(); ++i)
        positions[ids[i]] = i;
    for (size_t first = 0; first < ids.size(); first += RecordPage::size) {
        const RecordPage page(table, ids, first);
        Statement s(connection, sql.arg(page.condition(columns)));
        page.bind(s);
        if (s.exec()) {
            while (s.next()) {
                if (const auto at = positions.find(readId(s, table, 0)); at != positions.end())
                    take(rows[at->second].use, s);
            }
        }
        if (s.fault())
            return s.fault();
    }
    return {};
}

/// One whole sales unit of the product `p` in its smallest units.
constexpr QStringView oneUnit = u"CASE p.quantity_decimals WHEN 0 THEN 1 WHEN 1 THEN 10 "
                                u"WHEN 2 THEN 100 ELSE 1000 END";

/// Which stock lies at a place.
QString atPlace(Entity place)
{
    QString where = u"warehouse_code = ?"_s;
    if (place != Entity::Warehouse)
        where += u" AND zone_number = ?"_s;
    if (place == Entity::Bin)
        where += u" AND bin = ?"_s;
    return where;
}

/// The first column of the first row; nothing without rows.
Result<std::optional<QString>, SqlFault> ask(Connection &connection,
                                             const QString &sql,
                                             const QVariantList &values)
{
    Statement s(connection, sql);
    for (const QVariant &value : values) {
        if (value.typeId() == QMetaType::QString)
            s.bind(value.toString());
        else
            s.bind(value.toLongLong());
    }
    std::optional<QString> answer;
    if (s.exec() && s.next())
        answer = s.text(0);
    if (s.fault())
        return fail(s.fault());
    return answer;
}

} // namespace

SqlFault RecordLists::addGoods(Entity entity, std::vector<RecordRow> &rows)
{
    const QString sums = u", sum(CASE WHEN s.on_hand > 0 THEN 1 ELSE 0 END), %1, sum(s.reserved)%2 "
                         "FROM stock s%3 WHERE %4 GROUP BY "_s;
    QStringList columns;
    QString counting;
    QString join;
    QString onHand = u"sum(s.on_hand)"_s;
    if (entity == Entity::Product) {
        columns = {u"s.product_code"_s};
    } else if (entity == Entity::Lot) {
        columns = {u"s.product_code"_s, u"s.lot"_s};
        counting = u", max(p.quantity_decimals), max(p.unit)"_s;
        join = u" JOIN products p ON p.code = s.product_code"_s;
    } else if (entity == Entity::Bin) {
        columns = {u"s.warehouse_code"_s, u"s.zone_number"_s, u"s.bin"_s};
        join = u" JOIN products p ON p.code = s.product_code"_s;
        onHand = u"sum((s.on_hand + %1 - 1) / %1)"_s.arg(oneUnit);
    } else {
        return {};
    }
    const QString names = columns.join(u", "_s);
    return forRows(m_connection,
                   entity,
                   rows,
                   QString(u"SELECT "_s + names + sums.arg(onHand, counting, join, u"%1"_s) + names),
                   columns,
                   [at = int(columns.size()), entity](RecordUse &use, const Statement &s) {
                       use.rows = s.integer(at);
                       use.onHand = s.integer(at + 1);
                       use.reserved = s.integer(at + 2);
                       use.hasRows = true;
                       if (entity == Entity::Lot) {
                           use.decimals = int(s.integer(at + 3));
                           use.unit = s.text(at + 4);
                       }
                   });
}

SqlFault RecordLists::addParts(Entity entity, std::vector<RecordRow> &rows)
{
    const QString sql = u"SELECT %2, count(*) FROM %3 WHERE %1 GROUP BY %2"_s;
    QString table;
    QStringList columns{u"warehouse_code"_s};
    if (entity == Entity::Warehouse) {
        table = u"zones"_s;
    } else if (entity == Entity::Zone) {
        table = u"bins"_s;
        columns << u"zone_number"_s;
    } else if (entity == Entity::Product) {
        table = u"lots"_s;
        columns = {u"product_code"_s};
    } else {
        return {};
    }
    return forRows(m_connection,
                   entity,
                   rows,
                   sql.arg(u"%1"_s, columns.join(u", "_s), table),
                   columns,
                   [at = int(columns.size())](RecordUse &use, const Statement &s) {
                       use.parts = s.integer(at);
                   });
}

SqlFault RecordLists::addOrders(Entity entity, std::vector<RecordRow> &rows)
{
    QString sql;
    QStringList columns;
    if (entity == Entity::Product) {
        columns = {u"l.product_code"_s};
        sql = u"SELECT l.product_code, count(DISTINCT o.id) FROM order_lines l "
              "LEFT JOIN orders o ON o.id = l.order_id AND o.state IN ('draft', 'open') "
              "WHERE %1 GROUP BY l.product_code"_s;
    } else if (entity == Entity::Partner) {
        columns = {u"o.partner_code"_s};
        sql = u"SELECT o.partner_code, count(*) FROM orders o WHERE %1 "
              "AND o.state IN ('draft', 'open') GROUP BY o.partner_code"_s;
    } else {
        return {};
    }
    return forRows(
        m_connection, entity, rows, sql, columns, [entity](RecordUse &use, const Statement &s) {
            use.openOrders = s.integer(1);
            use.hasOrderLines = entity == Entity::Product;
        });
}

/// What fills zones is a sum over all stock, made once for all of them.
SqlFault RecordLists::addZones(Entity entity, std::vector<RecordRow> &rows)
{
    if ((entity != Entity::Zone && entity != Entity::Warehouse) || rows.empty())
        return {};
    const auto zones = StockLists(m_connection).zones();
    if (!zones)
        return {Fault::Other, {}, zones.error().detail, {}};
    std::map<RecordId, RecordUse> uses;
    for (const ZoneSummary &summary : *zones) {
        const QString &warehouse = summary.zone.warehouse;
        const RecordId id = entity == Entity::Warehouse
                                ? warehouse
                                : idOf(Entity::Zone,
                                       {{u"warehouse_code"_s, warehouse},
                                        {u"zone_number"_s, summary.zone.number}});
        uses[id].rows += summary.rows;
        uses[id].onHand += summary.load;
    }
    for (RecordRow &row : rows) {
        const RecordUse &use = uses[idOf(entity, row.record.key)];
        row.use.rows = use.rows;
        row.use.onHand = use.onHand;
        row.use.hasRows = use.rows > 0;
    }
    return {};
}

SqlFault RecordLists::addUse(Entity entity, const QJsonObject &key, RecordContext &context)
{
    if (entity == Entity::Warehouse || entity == Entity::Zone || entity == Entity::Bin)
        return addUseOfPlace(entity, key, context);
    if (entity == Entity::Person) {
        const auto others = ask(m_connection,
                                u"SELECT count(*) FROM people WHERE role = 'admin' AND active "
                                "AND login <> ?"_s,
                                {key.value(u"login"_s).toString()});
        if (!others)
            return others.error();
        context.otherAdmins = others->value_or(QString()).toLongLong();
        return {};
    }
    std::vector<RecordRow> rows(1);
    rows.front().record.key = key;
    SqlFault fault = addGoods(entity, rows);
    if (!fault)
        fault = addOrders(entity, rows);
    context.use = rows.front().use;
    return fault;
}

SqlFault RecordLists::addUseOfPlace(Entity entity, const QJsonObject &key, RecordContext &context)
{
    const QString exists = u"CASE WHEN EXISTS (SELECT 1 FROM stock WHERE %1) THEN 1 ELSE 0 END"_s;
    const QString where = atPlace(entity);
    Statement s(m_connection,
                u"SELECT %1, %2"_s.arg(exists.arg(QString(where + u" AND on_hand > 0"_s)),
                                       exists.arg(where)));
    const RecordTable &table = recordTable(entity);
    for (int twice = 0; twice < 2; ++twice) {
        for (const RecordColumn &column : table.keys)
            bindJson(s, column, key.value(column.name));
    }
    if (!s.exec() || !s.next())
        return s.fault();
    context.use.rows = s.integer(0);
    context.use.hasRows = s.flag(1);
    if (entity != Entity::Zone)
        return {};
    const auto load = zoneLoad(m_connection,
                               key.value(u"warehouse_code"_s).toString(),
                               key.value(u"zone_number"_s).toInt());
    if (!load)
        return {Fault::Other, {}, load.error().detail, {}};
    context.use.onHand = *load;
    return {};
}

SqlFault RecordLists::addSurroundings(const RecordCommand &command, RecordContext &context)
{
    SqlFault fault = addParent(command, context);
    if (!fault && command.before.version == 0)
        fault = addTwin(command, context);
    const QString barcode = command.fields.value(u"barcode"_s).toString();
    if (fault || barcode.isEmpty())
        return fault;
    const auto other = ask(m_connection,
                           u"SELECT code FROM products WHERE barcode = ? AND code <> ? AND active "
                           "ORDER BY code LIMIT 1"_s,
                           {barcode, command.before.key.value(u"code"_s).toString()});
    if (!other)
        return other.error();
    context.barcodeTwin = other->value_or(QString());
    return {};
}

SqlFault RecordLists::addParent(const RecordCommand &command, RecordContext &context)
{
    const QString inUse = u"SELECT CASE WHEN %1 THEN 1 ELSE 0 END FROM %2 WHERE %3"_s;
    const QJsonObject &key = command.before.key;
    const QString warehouse = key.value(u"warehouse_code"_s).toString();
    QString sql;
    QVariantList values{warehouse};
    if (command.entity == Entity::Zone) {
        sql = inUse.arg(u"active"_s, u"warehouses"_s, u"code = ?"_s);
    } else if (command.entity == Entity::Bin) {
        sql = inUse.arg(u"z.active AND w.active"_s,
                        u"zones z JOIN warehouses w ON w.code = z.warehouse_code"_s,
                        u"z.warehouse_code = ? AND z.zone_number = ?"_s);
        values << key.value(u"zone_number"_s).toInteger();
    } else if (command.entity == Entity::Lot) {
        sql = inUse.arg(u"code = code"_s, u"products"_s, u"code = ?"_s);
        values = {key.value(u"product_code"_s).toString()};
    } else {
        return {};
    }
    const auto parent = ask(m_connection, sql, values);
    if (!parent)
        return parent.error();
    context.parentExists = parent->has_value();
    context.parentActive = *parent != u"0"_s;
    return {};
}

SqlFault RecordLists::addTwin(const RecordCommand &command, RecordContext &context)
{
    const RecordTable &table = recordTable(command.entity);
    const RecordColumn &last = table.keys.back();
    if (last.kind != RecordColumn::Kind::Text)
        return {};
    QString where = u"lower(%1) = lower(?) AND %1 <> ?"_s.arg(last.name);
    const QString code = command.before.key.value(last.name).toString();
    QVariantList values{code, code};
    for (const RecordColumn &column : table.keys) {
        if (column.name == last.name)
            continue;
        where += QString(u" AND "_s + column.name + u" = ?"_s);
        values << command.before.key.value(column.name).toVariant();
    }
    const auto twin = ask(m_connection,
                          u"SELECT %1 FROM %2 WHERE %3 LIMIT 1"_s.arg(last.name, table.table, where),
                          values);
    if (!twin)
        return twin.error();
    context.caseTwin = twin->value_or(QString());
    return {};
}

} // namespace tanaban::storage
