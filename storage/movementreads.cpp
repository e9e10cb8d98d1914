#include "storage/movementreads.h"

#include "storage/statement.h"
#include "storage/stockconditions.h"
#include "storage/stockreads.h"

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

/// The version that a row had just before a moment; 0: there was none. The greatest that is earlier,
/// as for the stock of a past moment, whatever a clock that went backwards wrote before it.
constexpr QStringView versionBefore = u"coalesce((SELECT max(v.version) FROM stock_events v WHERE "
                                      u"v.stock_id = s.id AND v.at < ?), 0)";

/// %1: the condition of the place. What was left at both ends comes from on_hand_after; what
/// happened in between from the deltas, added up for each command first: what is moved within the
/// place neither comes nor goes.
constexpr QStringView movements =
    u"WITH place AS MATERIALIZED (SELECT s.id, s.product_code, s.lot, %2 AS opened, %2 AS closed "
    u"FROM stock s%1), "
    u"changed AS (SELECT p.product_code, p.lot, e.kind, sum(e.on_hand_delta) AS delta "
    u"FROM place p CROSS JOIN stock_events e WHERE e.stock_id = p.id AND e.version > p.opened "
    u"AND e.version <= p.closed AND e.on_hand_delta <> 0 "
    u"GROUP BY p.product_code, p.lot, e.kind, e.command_id) "
    u"SELECT m.product_code, m.lot, m.kind, m.plus, m.minus, r.name, r.unit, r.quantity_decimals "
    u"FROM (SELECT p.product_code, p.lot, '' AS kind, "
    u"CAST(sum(coalesce(o.on_hand_after, 0)) AS bigint) AS plus, "
    u"CAST(sum(coalesce(c.on_hand_after, 0)) AS bigint) AS minus FROM place p "
    u"LEFT JOIN stock_events o ON o.stock_id = p.id AND o.version = p.opened "
    u"LEFT JOIN stock_events c ON c.stock_id = p.id AND c.version = p.closed "
    u"GROUP BY p.product_code, p.lot "
    u"UNION ALL SELECT product_code, lot, kind, "
    u"CAST(sum(CASE WHEN delta > 0 THEN delta ELSE 0 END) AS bigint), "
    u"CAST(sum(CASE WHEN delta < 0 THEN -delta ELSE 0 END) AS bigint) "
    u"FROM changed GROUP BY product_code, lot, kind) m "
    u"JOIN products r ON r.code = m.product_code ORDER BY m.product_code, m.lot, m.kind";

} // namespace

Read<std::vector<MovementLine>> readMovements(Connection &connection,
                                              const MovementQuestion &question)
{
    StockFilter rows;
    rows.withEmpty = true;
    rows.warehouse = question.warehouse;
    rows.zone = question.zone;
    const Condition place = plainCondition(rows);
    Statement s(connection, movements.toString().arg(place.sql, versionBefore));
    s.bind(question.from).bind(question.until).bind(place.values);
    std::vector<MovementLine> lines;
    if (s.exec()) {
        while (s.next()) {
            if (lines.empty() || lines.back().product != s.text(0) || lines.back().lot != s.text(1))
                lines.push_back(
                    {s.text(0), s.text(5), s.text(6), int(s.integer(7)), s.text(1), 0, 0, {}, {}});
            MovementLine &line = lines.back();
            const auto kind = fromCode<EventKind>(s.text(2));
            if (!kind) { // the levels, which have no kind
                line.opening = s.integer(3);
                line.closing = s.integer(4);
                continue;
            }
            if (s.integer(3) > 0)
                line.in[*kind] = s.integer(3);
            if (s.integer(4) > 0)
                line.out[*kind] = s.integer(4);
        }
    }
    if (s.fault())
        return fail(readFailure(s.fault()));
    std::erase_if(lines, [](const MovementLine &line) {
        return line.opening == 0 && line.closing == 0 && line.in.empty() && line.out.empty();
    });
    return lines;
}

} // namespace tanaban::storage
