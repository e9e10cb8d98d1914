#include "model/runnerparts.h"
#include "storage/sqlitecommit.h"

#include <set>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

// Orders, allocations and holds: who has a claim on the goods.

const std::vector<qint64> &SqliteCommit::orders()
{
    if (!m_orders) {
        std::set<qint64> ids;
        for (const AllocationChange &change : m_changes.allocations) {
            if (change.orderId)
                ids.insert(*change.orderId);
        }
        for (const HoldChange &change : m_changes.holds) {
            if (change.orderId)
                ids.insert(*change.orderId);
        }
        m_orders.emplace(ids.begin(), ids.end());
    }
    return *m_orders;
}

SqliteCommit::Refusal SqliteCommit::lockOrders()
{
    const QString &kind = m_changes.intent.kind;
    if (kind == u"release"_s || kind == u"hold_release"_s || kind == u"order"_s
        || kind == u"import"_s)
        return std::nullopt;
    for (const qint64 id : orders()) {
        Statement s(m_connection, u"SELECT state, number FROM orders WHERE id = ?"_s);
        s.bind(id);
        if (!s.exec())
            return refused(s);
        if (!s.next())
            return refused(Rule::UnknownOrder, QString::number(id));
        if (s.text(0) != codeOf(OrderState::Open))
            return refused(Rule::OrderClosed, s.text(1));
    }
    return std::nullopt;
}

SqliteCommit::Refusal SqliteCommit::applyAllocations()
{
    for (const AllocationChange &change : m_changes.allocations) {
        Refusal refusal = change.id == 0 ? insertAllocation(change, 0) : takeAllocation(change);
        if (refusal)
            return refusal;
    }
    return std::nullopt;
}

SqliteCommit::Refusal SqliteCommit::insertAllocation(const AllocationChange &change,
                                                     qint64 splitFrom)
{
    Statement insert(m_connection,
                     u"INSERT INTO allocations (order_id, line_number, stock_id, quantity, state) "
                     "VALUES (?, ?, ?, ?, ?) RETURNING id"_s);
    insert.bind(change.orderId).bind(change.line).bind(change.stockId).bind(change.quantity);
    insert.bind(codeOf(change.to));
    if (!insert.exec() || !insert.next())
        return refused(insert);
    QJsonObject after{{u"order_id"_s, change.orderId ? QJsonValue(*change.orderId) : QJsonValue()},
                      {u"line_number"_s, change.line ? QJsonValue(*change.line) : QJsonValue()},
                      {u"stock_id"_s, change.stockId},
                      {u"quantity"_s, change.quantity},
                      {u"state"_s, codeOf(change.to)}};
    if (splitFrom != 0)
        after.insert(u"split_from"_s, splitFrom);
    return logChange(u"allocation"_s, QString::number(insert.integer(0)), 1, {}, after);
}

SqliteCommit::Refusal SqliteCommit::takeAllocation(const AllocationChange &change)
{
    const auto found = StockReads(m_connection).allocation(change.id);
    if (!found)
        return outcomeOf(found.error());
    if (!*found || (*found)->stockId != change.stockId || (*found)->orderId != change.orderId
        || (*found)->line != change.line)
        return refused(Rule::ShapeRefused, u"allocation"_s);
    const Allocation &now = **found;
    if (change.expectedVersion && *change.expectedVersion != now.version) {
        ConflictRow row;
        row.expected = *change.expectedVersion;
        row.actual = now.version;
        row.record = u"allocation %1"_s.arg(now.id);
        return VersionConflict{{row}};
    }
    if (now.state != change.from || now.quantity < change.quantity)
        return overtaken({change.stockId}, u"allocation"_s);
    const bool whole = now.quantity == change.quantity;
    Statement update(
        m_connection,
        whole ? u"UPDATE allocations SET version = version + 1, state = ? WHERE id = ?"_s
              : u"UPDATE allocations SET version = version + 1, quantity = ? WHERE id = ?"_s);
    if (whole)
        update.bind(codeOf(change.to));
    else
        update.bind(now.quantity - change.quantity);
    update.bind(now.id);
    if (!update.exec())
        return refused(update);
    const QString field = whole ? u"state"_s : u"quantity"_s;
    const QJsonValue was = whole ? QJsonValue(codeOf(now.state)) : QJsonValue(now.quantity);
    const QJsonValue is = whole ? QJsonValue(codeOf(change.to))
                                : QJsonValue(now.quantity - change.quantity);
    if (Refusal refusal = logChange(
            u"allocation"_s, QString::number(now.id), now.version + 1, {{field, was}}, {{field, is}}))
        return refusal;
    if (whole)
        return std::nullopt;
    AllocationChange part = change;
    part.orderId = now.orderId;
    part.line = now.line;
    return insertAllocation(part, now.id);
}

SqliteCommit::Refusal SqliteCommit::applyHolds()
{
    for (const HoldChange &change : m_changes.holds) {
        if (change.id == 0) {
            const Instant end = m_now.plusSeconds(qint64(change.minutes) * 60);
            Statement insert(
                m_connection,
                u"INSERT INTO holds (stock_id, order_id, line_number, quantity, expires_at, "
                "state) VALUES (?, ?, ?, ?, ?, 'active') RETURNING id"_s);
            insert.bind(change.stockId)
                .bind(change.orderId)
                .bind(change.line)
                .bind(change.quantity)
                .bind(end);
            if (!insert.exec() || !insert.next())
                return refused(insert);
            if (Refusal refusal = logChange(u"hold"_s,
                                            QString::number(insert.integer(0)),
                                            1,
                                            {},
                                            {{u"stock_id"_s, change.stockId},
                                             {u"quantity"_s, change.quantity},
                                             {u"expires_at"_s, end.toIso()},
                                             {u"state"_s, u"active"_s}}))
                return refusal;
            continue;
        }
        Statement find(m_connection,
                       u"SELECT stock_id, quantity, state, version FROM holds WHERE id = ?"_s);
        find.bind(change.id);
        if (!find.exec())
            return refused(find);
        if (!find.next() || find.integer(0) != change.stockId)
            return refused(Rule::ShapeRefused, u"hold"_s);
        const qint64 version = find.integer(3);
        if (change.expectedVersion && *change.expectedVersion != version) {
            ConflictRow row;
            row.expected = *change.expectedVersion;
            row.actual = version;
            row.record = u"hold %1"_s.arg(change.id);
            return VersionConflict{{row}};
        }
        if (find.text(2) != u"active"_s || find.integer(1) != change.quantity)
            return overtaken({change.stockId}, u"hold"_s);
        Statement end(m_connection, u"UPDATE holds SET state = ?, version = ? WHERE id = ?"_s);
        end.bind(codeOf(change.to)).bind(version + 1).bind(change.id);
        if (!end.exec())
            return refused(end);
        if (Refusal refusal = logChange(u"hold"_s,
                                        QString::number(change.id),
                                        version + 1,
                                        {{u"state"_s, u"active"_s}},
                                        {{u"state"_s, codeOf(change.to)}}))
            return refusal;
    }
    return std::nullopt;
}

/// Begins with what is claimed: its line may be gone.
SqliteCommit::Refusal SqliteCommit::checkOrderLines()
{
    for (const qint64 id : orders()) {
        Statement s(m_connection,
                    u"SELECT o.number, c.line_number FROM ("
                    "SELECT line_number, stock_id, quantity FROM allocations WHERE order_id = ? "
                    "     AND state IN ('pending', 'open', 'shipped') UNION ALL "
                    "SELECT line_number, stock_id, quantity FROM holds WHERE order_id = ? "
                    "     AND state = 'active') c JOIN stock s ON s.id = c.stock_id "
                    "JOIN orders o ON o.id = ? LEFT JOIN order_lines l ON l.order_id = o.id "
                    "     AND l.line_number = c.line_number "
                    "GROUP BY o.number, c.line_number HAVING sum(c.quantity) > "
                    "coalesce(max(l.quantity), 0) "
                    "     OR sum(s.product_code <> l.product_code) > 0 LIMIT 1"_s);
        s.bind(id).bind(id).bind(id);
        if (!s.exec())
            return refused(s);
        if (s.next())
            return refused(Rule::OrderLineExceeded, u"%1/%2"_s.arg(s.text(0)).arg(s.integer(1)));
    }
    return std::nullopt;
}

} // namespace tanaban::storage
