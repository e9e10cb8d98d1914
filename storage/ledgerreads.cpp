#include "storage/ledgerreads.h"

#include "storage/stockids.h"
#include "storage/stockreads.h"

#include <algorithm>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

/// Up to so many stock rows are looked up one by one.
constexpr int mostStockRows = 2'000;
/// So many of the newest entries are looked through in their order; when that does not fill a page,
/// what is wanted is rare or old, and the ledger is read faster as it lies.
constexpr int longestWalk = 20'000;

/// The entries that the allocations and holds of some orders have made, alone or folded with others.
constexpr QStringView touchedByOrders =
    u"WITH wanted AS (SELECT o.id FROM orders o%1), "
    u"touched AS MATERIALIZED ("
    u"SELECT c.command_id, a.stock_id FROM wanted w JOIN allocations a ON a.order_id = w.id "
    u"JOIN changes c ON c.entity = 'allocation' AND c.key = CAST(a.id AS text) "
    u"UNION SELECT c.command_id, h.stock_id FROM wanted w JOIN holds h ON h.order_id = w.id "
    u"JOIN changes c ON c.entity = 'hold' AND c.key = CAST(h.id AS text)) ";

constexpr QStringView newestFirst = u"%1 DESC, e.stock_id DESC, e.version DESC";

void addTime(Condition &condition,
             const std::optional<TimeSpan> &span,
             const std::optional<LedgerMark> &mark,
             const QString &at)
{
    if (span)
        condition.also(u"%1 >= ? AND %1 < ?"_s.arg(at), {span->from.toIso(), span->until.toIso()});
    if (mark)
        condition.also(u"(%1, e.stock_id, e.version) < (?, ?, ?)"_s.arg(at),
                       {mark->at.toIso(), mark->stockId, mark->version});
}

LedgerEntry readEntry(const Statement &s)
{
    constexpr int more = 14;
    LedgerEntry entry;
    entry.event = readStockEvent(s);
    entry.key.warehouse = s.text(more);
    entry.key.zone = int(s.integer(more + 1));
    entry.key.bin = s.text(more + 2);
    entry.key.product = s.text(more + 3);
    entry.key.lot = s.text(more + 4);
    entry.key.status = fromCode<StockStatus>(s.text(more + 5)).value_or(StockStatus::Damaged);
    entry.productName = s.text(more + 6);
    entry.unit = s.text(more + 7);
    entry.decimals = int(s.integer(more + 8));
    entry.warehouseName = s.text(more + 9);
    entry.zoneName = s.text(more + 10);
    return entry;
}

} // namespace

LedgerReads::LedgerReads(Connection &connection, const LedgerFilter &filter)
    : m_connection(connection)
    , m_filter(filter)
    , m_timeNotByIndex(connection.isPostgres() ? u"(e.at + interval '0')"_s : u"+e.at"_s)
{}

Condition LedgerReads::stockCondition(const QStringList &words) const
{
    StockFilter rows;
    rows.withEmpty = true;
    rows.product = m_filter.product;
    rows.lot = m_filter.lot;
    rows.warehouse = m_filter.warehouse;
    rows.zone = m_filter.zone;
    Condition condition = plainCondition(rows);
    if (m_filter.bin)
        condition.also(u"s.bin = ?"_s, {*m_filter.bin});
    for (const QString &word : words)
        addWord(condition, word, m_connection.isPostgres(), false);
    return condition;
}

Read<std::optional<QString>> LedgerReads::fewStockRows(const Condition &condition)
{
    Statement s(m_connection,
                u"SELECT s.id FROM stock s%1 LIMIT %2"_s.arg(condition.sql).arg(mostStockRows + 1));
    s.bind(condition.values);
    QStringList ids;
    if (s.exec()) {
        while (s.next())
            ids.append(QString::number(s.integer(0)));
    }
    if (s.fault())
        return fail(readFailure(s.fault()));
    return ids.size() > mostStockRows ? std::nullopt : std::optional(ids.join(u", "_s));
}

Read<bool> LedgerReads::prepare()
{
    const std::optional<QStringList> words = searchWords(m_filter.text);
    if (!words)
        return false;
    m_source = u"stock_events e"_s;
    m_stock = stockCondition(*words);
    Condition orders;
    if (!m_filter.order.isEmpty())
        orders.also(u"o.number = ?"_s, {m_filter.order});
    if (!m_filter.partner.isEmpty())
        orders.also(u"o.partner_code = ?"_s, {m_filter.partner});
    if (!orders.sql.isEmpty()) {
        m_with = touchedByOrders.toString().arg(orders.sql);
        m_withValues = orders.values;
        // CROSS JOIN: SQLite joins in this order and no other. PostgreSQL knows better by itself.
        m_source = u"touched t CROSS JOIN "_s + m_source;
        m_condition.also(u"e.command_id = t.command_id AND e.stock_id = t.stock_id"_s);
    }
    m_alongTime = m_with.isEmpty() && !m_filter.command && !m_filter.stockId;
    if (m_alongTime && !m_stock.sql.isEmpty()) {
        const auto few = fewStockRows(m_stock);
        if (!few)
            return fail(few.error());
        if (*few) {
            if ((*few)->isEmpty())
                return false;
            m_condition.also(u"e.stock_id IN (%1)"_s.arg(**few));
            m_stock = {};
            m_alongTime = false;
        }
    }
    if (m_filter.command)
        m_condition.also(u"e.command_id = ?"_s, {m_filter.command->toString(QUuid::WithoutBraces)});
    if (m_filter.stockId)
        m_condition.also(u"e.stock_id = ?"_s, {*m_filter.stockId});
    if (!m_filter.person.isEmpty())
        m_condition.also(u"e.actor = ?"_s, {m_filter.person});
    if (m_filter.kind)
        m_condition.also(u"e.kind = ?"_s, {codeOf(*m_filter.kind)});
    return true;
}

std::vector<std::optional<TimeSpan>> LedgerReads::spans() const
{
    if (m_filter.times.empty())
        return {std::nullopt};
    std::vector<std::optional<TimeSpan>> spans(m_filter.times.begin(), m_filter.times.end());
    std::ranges::sort(spans, std::ranges::greater(), [](const auto &span) { return span->from; });
    return spans;
}

Condition LedgerReads::conditionOf(const std::optional<TimeSpan> &span,
                                   const std::optional<LedgerMark> &mark,
                                   const QString &at,
                                   bool walk) const
{
    Condition condition = m_condition;
    if (!m_stock.sql.isEmpty()) {
        condition.also(
            walk ? u"EXISTS (SELECT 1 FROM stock s%1 AND s.id = e.stock_id)"_s.arg(m_stock.sql)
                 : u"e.stock_id IN (SELECT s.id FROM stock s%1)"_s.arg(m_stock.sql),
            m_stock.values);
    }
    addTime(condition, span, mark, at);
    return condition;
}

Read<std::optional<Instant>> LedgerReads::endOfWalk(const std::optional<TimeSpan> &span,
                                                    const std::optional<LedgerMark> &mark)
{
    Condition time;
    addTime(time, span, mark, u"e.at"_s);
    Statement s(m_connection,
                u"SELECT {iso e.at} FROM stock_events e%1 ORDER BY %2 LIMIT 1 OFFSET %3"_s
                    .arg(time.sql, newestFirst.toString().arg(u"e.at"_s))
                    .arg(longestWalk));
    s.bind(time.values);
    std::optional<Instant> end;
    if (s.exec() && s.next())
        end = s.instant(0);
    if (s.fault())
        return fail(readFailure(s.fault()));
    return end;
}

Read<std::vector<LedgerEntry>> LedgerReads::page(const Condition &condition,
                                                 const QString &at,
                                                 int limit)
{
    Statement s(m_connection,
                u"%1SELECT %2, s.warehouse_code, s.zone_number, s.bin, s.product_code, s.lot, "
                "s.status, p.name, p.unit, p.quantity_decimals, w.name, z.name "
                "FROM (SELECT e.* FROM %3%4 ORDER BY %5 LIMIT %6) e "
                "CROSS JOIN stock s JOIN products p ON p.code = s.product_code "
                "JOIN warehouses w ON w.code = s.warehouse_code "
                "JOIN zones z ON z.warehouse_code = s.warehouse_code "
                "     AND z.zone_number = s.zone_number "
                "LEFT JOIN people pe ON pe.login = e.actor LEFT JOIN orders o ON o.id = e.order_id "
                "WHERE s.id = e.stock_id ORDER BY %7"_s.arg(m_with,
                                                            eventColumns,
                                                            m_source,
                                                            condition.sql,
                                                            newestFirst.toString().arg(at),
                                                            QString::number(limit),
                                                            newestFirst.toString().arg(u"e.at"_s)));
    s.bind(m_withValues + condition.values);
    std::vector<LedgerEntry> entries;
    if (s.exec()) {
        while (s.next())
            entries.push_back(readEntry(s));
    }
    if (s.fault())
        return fail(readFailure(s.fault()));
    return entries;
}

Read<std::vector<LedgerEntry>> LedgerReads::look(const std::optional<TimeSpan> &span,
                                                 const std::optional<LedgerMark> &mark,
                                                 int limit)
{
    const QString at = u"e.at"_s;
    const bool plain = m_condition.sql.isEmpty() && m_stock.sql.isEmpty();
    if (plain)
        return page(conditionOf(span, mark, at, false), at, limit);
    if (m_alongTime) {
        const auto end = endOfWalk(span, mark);
        if (!end)
            return fail(end.error());
        Condition near = conditionOf(span, mark, at, true);
        if (*end)
            near.also(u"e.at >= ?"_s, {(*end)->toIso()});
        auto found = page(near, at, limit);
        if (!found || !*end || found->size() >= size_t(limit))
            return found;
    }
    return page(conditionOf(span, mark, m_timeNotByIndex, false), m_timeNotByIndex, limit);
}

Read<std::vector<LedgerEntry>> LedgerReads::entries(const std::optional<LedgerMark> &mark, int limit)
{
    const auto possible = prepare();
    if (!possible)
        return fail(possible.error());
    std::vector<LedgerEntry> entries;
    if (!*possible || limit <= 0)
        return entries;
    for (const std::optional<TimeSpan> &span : spans()) {
        if (span && mark && mark->at < span->from)
            continue;
        auto more = look(span, mark, limit - int(entries.size()));
        if (!more)
            return more;
        entries.insert(entries.end(), more->begin(), more->end());
        if (int(entries.size()) >= limit)
            break;
    }
    return entries;
}

Read<LedgerTotals> LedgerReads::totals()
{
    const auto possible = prepare();
    if (!possible)
        return fail(possible.error());
    LedgerTotals totals;
    if (!*possible)
        return totals;
    const auto sum = [](QStringView what) {
        return u"CAST(coalesce(sum(CASE WHEN %1 > 0 THEN %1 END), 0) AS bigint)"_s.arg(what);
    };
    const QString at = m_alongTime ? u"e.at"_s : m_timeNotByIndex;
    for (const std::optional<TimeSpan> &span : spans()) {
        const Condition condition = conditionOf(span, {}, at, false);
        Statement s(m_connection,
                    u"%1SELECT count(*), %2, %3, %4, %5 FROM %6%7"_s.arg(m_with,
                                                                         sum(u"e.on_hand_delta"),
                                                                         sum(u"-e.on_hand_delta"),
                                                                         sum(u"e.reserved_delta"),
                                                                         sum(u"-e.reserved_delta"),
                                                                         m_source,
                                                                         condition.sql));
        s.bind(m_withValues + condition.values);
        if (!s.exec() || !s.next())
            return fail(readFailure(s.fault()));
        totals.entries += s.integer(0);
        totals.onHandIn += s.integer(1);
        totals.onHandOut += s.integer(2);
        totals.reserved += s.integer(3);
        totals.unreserved += s.integer(4);
    }
    return totals;
}

} // namespace tanaban::storage
