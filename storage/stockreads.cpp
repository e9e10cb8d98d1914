#include "storage/stockreads.h"

#include "storage/allocationbookreads.h"
#include "storage/recordreads.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <limits>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

StockReads::StockReads(Connection &connection)
    : m_connection(connection)
{}

namespace {

Allocation readAllocation(const Statement &s, int first)
{
    Allocation allocation;
    allocation.id = s.integer(first);
    allocation.orderId = s.optionalInteger(first + 1);
    if (const auto line = s.optionalInteger(first + 2))
        allocation.line = int(*line);
    allocation.stockId = s.integer(first + 3);
    allocation.quantity = s.integer(first + 4);
    allocation.state =
        fromCode<AllocationState>(s.text(first + 5)).value_or(AllocationState::Released);
    allocation.version = s.integer(first + 6);
    return allocation;
}

} // namespace

Read<std::optional<StockContext>> StockReads::stock(qint64 id, qint64 handMade)
{
    // Each is of 1 at least; mostly one or two make up what is asked for.
    constexpr qint64 fewAtFirst = 8;
    constexpr qint64 timesMore = 16;
    qint64 count = handMade == allHandMade ? handMade : std::min(handMade, fewAtFirst);
    for (;; count = count > handMade / timesMore ? handMade : count * timesMore) {
        auto context = stockWithOldest(id, count);
        if (!context || !*context || count == handMade
            || qint64((*context)->handMade.size()) < count)
            return context;
        qint64 found = 0;
        for (const Allocation &allocation : (*context)->handMade)
            found += allocation.quantity;
        if (found >= handMade)
            return context;
    }
}

Read<std::optional<StockContext>> StockReads::stockWithOldest(qint64 id, qint64 count)
{
    // One statement, so that row, reservations and reference data are of one moment: a row per
    // open hand-made reservation, oldest first, or one without.
    Statement s(
        m_connection,
        u"SELECT %1, %2, l.expires_on_text, l.version, %3, %4, b.active, "
        "a.id, a.order_id, a.line_number, a.stock_id, a.quantity, a.state, a.version, %5 "
        "FROM stock s JOIN products p ON p.code = s.product_code "
        "JOIN (SELECT product_code, lot, version, {date expires_on} AS expires_on_text "
        "      FROM lots) l ON l.product_code = s.product_code AND l.lot = s.lot "
        "JOIN zones z ON z.warehouse_code = s.warehouse_code AND z.zone_number = s.zone_number "
        "JOIN warehouses w ON w.code = s.warehouse_code "
        "JOIN bins b ON b.warehouse_code = s.warehouse_code "
        "     AND b.zone_number = s.zone_number AND b.code = s.bin "
        "LEFT JOIN (SELECT id, order_id, line_number, stock_id, quantity, state, version "
        "     FROM allocations WHERE stock_id = ? AND state IN ('pending', 'open') "
        "     AND state = 'open' AND order_id IS NULL ORDER BY id LIMIT ?) a "
        "     ON a.stock_id = s.id "
        "WHERE s.id = ? ORDER BY a.id"_s.arg(stockColumns,
                                             productColumns,
                                             zoneColumns,
                                             warehouseColumns,
                                             nowExpression(m_connection)));
    s.bind(id).bind(count).bind(id);
    if (!s.exec())
        return fail(readFailure(s.fault()));
    std::optional<StockContext> context;
    while (s.next()) {
        constexpr int product = stockColumnCount;
        constexpr int lot = product + 10;
        constexpr int zone = lot + 2;
        constexpr int warehouse = zone + 8;
        constexpr int bin = warehouse + 5;
        constexpr int allocation = bin + 1;
        if (!context) {
            context.emplace();
            context->row = readStockRow(s);
            context->product = readProduct(s, product);
            context->lot = {context->row.key.product,
                            context->row.key.lot,
                            s.optionalDate(lot),
                            s.integer(lot + 1)};
            context->zone = readZone(s, zone);
            context->warehouse = readWarehouse(s, warehouse);
            context->binActive = s.flag(bin);
            context->today = dayAt(s.instant(allocation + 7), context->warehouse.timeZone);
        }
        if (!s.isNull(allocation))
            context->handMade.push_back(readAllocation(s, allocation));
    }
    if (s.fault())
        return fail(readFailure(s.fault()));
    return context;
}

Read<AllocationBook> StockReads::allocationBook(const BookQuery &query)
{
    return AllocationBookReads(m_connection).read(query);
}

Read<std::optional<Allocation>> StockReads::allocation(qint64 id)
{
    Statement s(m_connection,
                u"SELECT id, order_id, line_number, stock_id, quantity, state, version "
                "FROM allocations WHERE id = ?"_s);
    s.bind(id);
    if (!s.exec())
        return fail(readFailure(s.fault()));
    std::optional<Allocation> allocation;
    if (s.next())
        allocation = readAllocation(s, 0);
    return allocation;
}

Read<std::optional<EarlierCommand>> StockReads::command(const QUuid &id)
{
    EarlierCommand past;
    past.id = id;
    Statement command(
        m_connection,
        u"SELECT c.kind, c.actor, {iso c.at}, %1, EXISTS (SELECT 1 FROM commands u "
        "WHERE u.undoes = c.command_id) FROM commands c "
        "WHERE c.command_id = ? AND c.outcome = 'committed'"_s.arg(nowExpression(m_connection)));
    command.bind(id);
    if (!command.exec())
        return fail(readFailure(command.fault()));
    if (!command.next())
        return std::optional<EarlierCommand>();
    past.kind = command.text(0);
    past.actor = command.text(1);
    past.at = command.instant(2);
    past.now = command.instant(3);
    past.undone = command.flag(4);
    Statement events(m_connection,
                     u"SELECT %1 FROM stock_events e LEFT JOIN people pe ON pe.login = e.actor "
                     "LEFT JOIN orders o ON o.id = e.order_id WHERE e.command_id = ? "
                     "ORDER BY e.stock_id"_s.arg(eventColumns));
    events.bind(id);
    if (!events.exec())
        return fail(readFailure(events.fault()));
    while (events.next())
        past.events.push_back(readStockEvent(events));
    // The changes have no index by command; the few open claims on these rows lead to them.
    Statement open(m_connection,
                   u"SELECT a.id, a.order_id, a.line_number, a.stock_id, a.quantity, a.state, "
                   "a.version FROM stock_events e JOIN allocations a ON a.stock_id = e.stock_id "
                   "     AND a.state IN ('pending', 'open') "
                   "JOIN changes ch ON ch.entity = 'allocation' AND ch.key = CAST(a.id AS text) "
                   "     AND ch.version = 1 AND ch.command_id = e.command_id "
                   "WHERE e.command_id = ? ORDER BY a.id"_s);
    open.bind(id);
    if (!open.exec())
        return fail(readFailure(open.fault()));
    while (open.next())
        past.open.push_back(readAllocation(open, 0));
    if (auto failure = addMade(past))
        return fail(std::move(*failure));
    auto ended = this->ended(id);
    if (!ended)
        return fail(std::move(ended).error());
    past.ended = std::move(ended).value();
    return std::optional(std::move(past));
}

Read<std::vector<EndedAllocation>> StockReads::ended(const QUuid &command)
{
    // The words of the index changes_ended, which it is found by.
    const QString ends = m_connection.isPostgres()
                             ? u"ch.after ->> 'state' IN ('shipped', 'released')"_s
                             : u"(instr(ch.after, '\"state\":\"shipped\"') > 0 "
                               "OR instr(ch.after, '\"state\":\"released\"') > 0)"_s;
    // What was shipped or released as a part of an allocation is one of its own since; what it was
    // before is what that allocation was then.
    Statement s(
        m_connection,
        u"SELECT a.id, a.order_id, a.line_number, a.stock_id, a.quantity, a.state, a.version, "
        "coalesce(ch.before ->> 'state', (SELECT w.after ->> 'state' FROM changes w "
        "     WHERE w.entity = 'allocation' AND w.key = CAST(ch.after ->> 'split_from' AS text) "
        "     AND w.after ->> 'state' IS NOT NULL AND w.version < (SELECT max(v.version) "
        "         FROM changes v WHERE v.entity = 'allocation' AND v.command_id = ch.command_id "
        "         AND v.key = CAST(ch.after ->> 'split_from' AS text)) "
        "     ORDER BY w.version DESC LIMIT 1), ''), "
        "coalesce(o.number, ''), coalesce(o.state, ''), coalesce(o.version, 0), "
        "coalesce((SELECT c.actor FROM changes c WHERE c.entity = 'order' AND c.key = o.number "
        "     AND c.version = o.version), ''), "
        "coalesce((SELECT l.quantity FROM order_lines l JOIN stock s ON s.id = a.stock_id "
        "     WHERE l.order_id = a.order_id AND l.line_number = a.line_number "
        "     AND l.product_code = s.product_code), 0) "
        "- coalesce((SELECT sum(b.quantity) FROM allocations b WHERE b.order_id = a.order_id "
        "     AND b.line_number = a.line_number AND b.state IN ('pending', 'open', 'shipped')), 0) "
        "- coalesce((SELECT sum(h.quantity) FROM holds h WHERE h.order_id = a.order_id "
        "     AND h.line_number = a.line_number AND h.state = 'active'), 0) "
        "FROM changes ch JOIN allocations a ON a.id = CAST(ch.key AS bigint) "
        "LEFT JOIN orders o ON o.id = a.order_id "
        "WHERE ch.command_id = ? AND ch.entity = 'allocation' AND %1 ORDER BY a.id"_s.arg(ends));
    s.bind(command);
    return all<EndedAllocation>(s, [](const Statement &row) {
        EndedAllocation ended;
        ended.allocation = readAllocation(row, 0);
        ended.before = fromCode<AllocationState>(row.text(7)).value_or(AllocationState::Open);
        ended.orderNumber = row.text(8);
        ended.orderState = fromCode<OrderState>(row.text(9)).value_or(OrderState::Open);
        ended.orderVersion = row.integer(10);
        ended.orderChangedBy = row.text(11);
        ended.lineLeft = row.integer(12);
        return ended;
    });
}

std::optional<ReadFailure> StockReads::addMade(EarlierCommand &past)
{
    // As above: the rows lead to their allocations, and each of those to its first change.
    Statement made(m_connection,
                   u"SELECT a.id, a.order_id, a.line_number, a.stock_id, {json ch.after}, a.state, "
                   "a.version FROM stock_events e JOIN allocations a ON a.stock_id = e.stock_id "
                   "     AND a.order_id IS NOT NULL "
                   "JOIN changes ch ON ch.entity = 'allocation' AND ch.key = CAST(a.id AS text) "
                   "     AND ch.version = 1 AND ch.command_id = e.command_id "
                   "WHERE e.command_id = ? ORDER BY a.id"_s);
    made.bind(past.id);
    if (!made.exec())
        return readFailure(made.fault());
    while (made.next()) {
        const QJsonObject after = QJsonDocument::fromJson(made.text(4).toUtf8()).object();
        if (after.contains(u"split_from"_s))
            continue;
        Allocation allocation = readAllocation(made, 0);
        allocation.quantity = after.value(u"quantity"_s).toInteger();
        past.made.push_back(allocation);
    }
    return made.fault() ? std::optional(readFailure(made.fault())) : std::nullopt;
}

Read<qint64> zoneLoad(Connection &connection, const QString &warehouse, int zone)
{
    // Whole sales units, fractions rounded up per row (contract.md); integer arithmetic only.
    Statement s(connection,
                u"SELECT coalesce(sum((s.on_hand + u.unit - 1) / u.unit), 0) FROM stock s "
                "JOIN (SELECT code, CASE quantity_decimals WHEN 0 THEN 1 WHEN 1 THEN 10 "
                "      WHEN 2 THEN 100 ELSE 1000 END AS unit FROM products) u "
                "ON u.code = s.product_code WHERE s.warehouse_code = ? AND s.zone_number = ?"_s);
    s.bind(warehouse).bind(zone);
    if (!s.exec() || !s.next())
        return fail(readFailure(s.fault()));
    return s.integer(0);
}

Read<VersionConflict> StockReads::conflictOf(const std::map<qint64, qint64> &expected)
{
    VersionConflict conflict;
    if (expected.empty())
        return conflict;
    QString wanted;
    for (const auto &[id, version] : expected)
        wanted += (wanted.isEmpty() ? u"(%1, %2)"_s : u", (%1, %2)"_s).arg(id).arg(version);
    // One statement, so that each row and the entries that led to it are of one moment.
    Statement s(
        m_connection,
        u"WITH wanted (id, expected) AS (VALUES %1) SELECT w.expected, %2, %3 FROM wanted w "
        "JOIN stock s ON s.id = w.id "
        "LEFT JOIN stock_events e ON e.stock_id = s.id AND e.version > w.expected "
        "     AND e.version > s.version - %4 "
        "LEFT JOIN people pe ON pe.login = e.actor LEFT JOIN orders o ON o.id = e.order_id "
        "ORDER BY s.id, e.version"_s.arg(wanted, stockColumns, eventColumns)
            .arg(ConflictRow::mostEntries));
    if (!s.exec())
        return fail(readFailure(s.fault()));
    while (s.next()) {
        const StockRow row = readStockRow(s, 1);
        if (conflict.rows.empty() || conflict.rows.back().id != row.id) {
            ConflictRow entry;
            entry.id = row.id;
            entry.expected = s.integer(0);
            entry.actual = row.version;
            entry.now = row;
            entry.more = std::max<qint64>(0,
                                          row.version - entry.expected - ConflictRow::mostEntries);
            conflict.rows.push_back(std::move(entry));
        }
        if (!s.isNull(1 + stockColumnCount))
            conflict.rows.back().between.push_back(readStockEvent(s, 1 + stockColumnCount));
    }
    if (s.fault())
        return fail(readFailure(s.fault()));
    return conflict;
}

Read<std::vector<StockRow>> StockReads::rows(const std::vector<qint64> &ids)
{
    std::vector<StockRow> rows;
    for (const qint64 id : ids) {
        Statement s(m_connection, u"SELECT %1 FROM stock s WHERE s.id = ?"_s.arg(stockColumns));
        s.bind(id);
        if (!s.exec())
            return fail(readFailure(s.fault()));
        if (s.next())
            rows.push_back(readStockRow(s));
    }
    return rows;
}

} // namespace tanaban::storage
