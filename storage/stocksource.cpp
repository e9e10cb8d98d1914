#include "storage/stocksource.h"

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView ownColumns =
    u"t.id, t.warehouse_code, t.zone_number, t.bin, t.product_code, t.lot, t.status, "
    u"t.storage_condition, t.received_at";

/// What a row's entry with the greatest version not later than '%1' left there.
QString lastOf(const QString &column)
{
    return u"(SELECT v."_s + column
           + u" FROM stock_events v WHERE v.stock_id = t.id AND v.at <= '%1' "
             "ORDER BY v.version DESC LIMIT 1)"_s;
}

} // namespace

// The moment stands in the text: so the planner knows how much came later.
StockSource allStock(const Connection &connection, const std::optional<Instant> &moment)
{
    if (!moment)
        return {};
    // Later entries are the last ones of their row, unless a clock went backwards: then it is
    // looked up.
    const auto quantity = [](const QString &column) {
        return u"CASE WHEN l.stock_id IS NULL THEN t.%1 WHEN l.oldest + l.entries > t.version "
               "THEN t.%1 - l.%1 ELSE %2 END AS %1"_s.arg(column, lastOf(column + u"_after"_s));
    };
    const QString with =
        u"WITH later AS MATERIALIZED (SELECT e.stock_id, min(e.version) AS oldest, "
        "count(*) AS entries, CAST(sum(e.on_hand_delta) AS bigint) AS on_hand, "
        "CAST(sum(e.reserved_delta) AS bigint) AS reserved "
        "FROM stock_events e WHERE e.at > '%1' GROUP BY e.stock_id), "
        "past AS NOT MATERIALIZED (SELECT "_s
        + ownColumns + u", "_s + quantity(u"on_hand"_s) + u", "_s + quantity(u"reserved"_s)
        + u" FROM stock t"_s + (connection.isPostgres() ? u""_s : u" NOT INDEXED"_s)
        + u" LEFT JOIN later l ON l.stock_id = t.id "
          "WHERE l.stock_id IS NULL OR l.entries < t.version) "_s;
    return {with.arg(moment->toIso()), u"past"_s};
}

StockSource someStock(const Connection &connection, const std::optional<Instant> &moment)
{
    if (!moment)
        return {};
    // Each engine its own way to come to the rows first, and from each to its last entry.
    const QString entry =
        connection.isPostgres()
            ? u"LATERAL (SELECT v.on_hand_after, v.reserved_after, v.version FROM stock_events v "
              "WHERE v.stock_id = t.id AND v.at <= '%1' ORDER BY v.version DESC LIMIT 1) e"_s
            : u"stock_events e WHERE e.stock_id = t.id AND e.version = "_s + lastOf(u"version"_s);
    const QString with = u"WITH past AS NOT MATERIALIZED (SELECT "_s + ownColumns
                         + u", e.on_hand_after AS on_hand, e.reserved_after AS reserved, e.version "
                           "FROM stock t CROSS JOIN "_s
                         + entry + u") "_s;
    return {with.arg(moment->toIso()), u"past"_s};
}

} // namespace tanaban::storage
