#include "storage/claimreads.h"

#include "storage/idlist.h"
#include "storage/stockreads.h"

#include <algorithm>
#include <limits>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

/// Allocations and holds as rows of one shape. The first change of each tells who made it, and when.
QString claimsOf(const QString &table, const QString &live, const QString &expires)
{
    return u"SELECT c.id, c.stock_id, s.version, s.warehouse_code, s.zone_number, s.bin, "
           "s.product_code, s.lot, s.status, c.quantity, c.state, c.order_id, o.number, "
           "c.line_number, o.partner_code, pa.name, o.priority, {date o.due_on}, %3, ch.actor, "
           "pe.name, {iso ch.at}, p.name, p.unit, p.quantity_decimals FROM %1 c "
           "JOIN stock s ON s.id = c.stock_id JOIN products p ON p.code = s.product_code "
           "LEFT JOIN orders o ON o.id = c.order_id "
           "LEFT JOIN partners pa ON pa.code = o.partner_code "
           "LEFT JOIN changes ch ON ch.entity = '%4' AND ch.key = CAST(c.id AS text) "
           "     AND ch.version = 1 "
           "LEFT JOIN people pe ON pe.login = ch.actor WHERE %2"_s.arg(
               table, live, expires, table.chopped(1));
}

Claim readClaim(const Statement &row)
{
    Claim claim;
    claim.id = row.integer(0);
    claim.stockId = row.integer(1);
    claim.stockVersion = row.integer(2);
    claim.place = {row.text(3),
                   int(row.integer(4)),
                   row.text(5),
                   row.text(6),
                   row.text(7),
                   fromCode<StockStatus>(row.text(8)).value_or(StockStatus::Damaged)};
    claim.quantity = row.integer(9);
    claim.pending = row.text(10) == codeOf(AllocationState::Pending);
    claim.orderId = row.optionalInteger(11);
    claim.orderNumber = row.text(12);
    claim.line = int(row.integer(13));
    claim.partner = row.text(14);
    claim.partnerName = row.text(15);
    if (const auto priority = row.optionalInteger(16))
        claim.priority = int(*priority);
    claim.dueOn = row.optionalDate(17);
    if (!row.isNull(18))
        claim.expiresAt = row.instant(18);
    claim.kind = claim.expiresAt ? Claim::Kind::Hold
                 : claim.orderId ? Claim::Kind::Order
                                 : Claim::Kind::ByHand;
    claim.actor = row.text(19);
    claim.actorName = row.text(20);
    claim.since = row.instant(21);
    claim.productName = row.text(22);
    claim.unit = row.text(23);
    claim.decimals = int(row.integer(24));
    return claim;
}

} // namespace

ClaimReads::ClaimReads(Connection &connection)
    : m_connection(connection)
{}

Read<std::vector<Claim>> ClaimReads::claims(const ClaimQuery &query)
{
    const bool byNumber = !query.orderNumber.isEmpty();
    const QString which = query.onlyPending         ? u"c.state = 'pending'"_s
                          : query.stockId           ? u"c.stock_id = ?"_s
                          : !query.stockIds.empty() ? isAmong(m_connection, u"c.stock_id"_s)
                          : query.orderId           ? u"c.order_id = ?"_s
                          : byNumber
                              ? u"c.order_id = (SELECT n.id FROM orders n WHERE n.number = ?)"_s
                              : u"s.product_code = ?"_s;
    QString sql = claimsOf(
        u"allocations"_s, QString(u"c.state IN ('pending', 'open') AND "_s + which), u"NULL"_s);
    if (!query.onlyPending) {
        sql += u" UNION ALL "_s
               + claimsOf(u"holds"_s,
                          QString(u"c.state = 'active' AND "_s + which),
                          u"{iso c.expires_at}"_s);
    }
    Statement s(m_connection, sql);
    for (int i = 0; i < 2 && !query.onlyPending; ++i) {
        if (query.stockId)
            s.bind(*query.stockId);
        else if (!query.stockIds.empty())
            s.bind(idList(m_connection, query.stockIds));
        else if (query.orderId)
            s.bind(*query.orderId);
        else
            s.bind(byNumber ? query.orderNumber : query.product);
    }
    auto claims = all<Claim>(s, readClaim);
    if (claims) {
        std::ranges::sort(*claims, {}, [](const Claim &claim) {
            return std::tuple(claim.priority.value_or(std::numeric_limits<int>::max()),
                              claim.dueOn.value_or(QDate(9999, 12, 31)),
                              claim.orderId.value_or(std::numeric_limits<qint64>::max()),
                              claim.line,
                              claim.since,
                              claim.id);
        });
    }
    return claims;
}

Read<qint64> ClaimReads::pendingCount()
{
    Statement s(m_connection, u"SELECT count(*) FROM allocations WHERE state = 'pending'"_s);
    const auto counts = all<qint64>(s, [](const Statement &row) { return row.integer(0); });
    return counts ? Read<qint64>(counts->front()) : fail(ReadFailure(counts.error()));
}

} // namespace tanaban::storage
