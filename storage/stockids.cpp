#include "storage/stockids.h"

#include "storage/serverids.h"
#include "storage/sqlitescan.h"
#include "storage/stockreads.h"
#include "storage/stocksource.h"
#include "storage/termconditions.h"

#include <algorithm>
#include <utility>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView productHasWord = u"(q.code %1 ? ESCAPE '\\' OR q.name %1 ? ESCAPE '\\' "
                                       u"OR q.barcode %1 ? ESCAPE '\\')";

} // namespace

void addWord(Condition &condition, const QString &word, bool postgres, bool few, bool excluded)
{
    const QString like = likeAnywhere(word);
    QVariantList values{like, like, like};
    QString lots;
    for (const QString &beginning : lotBeginnings(word)) {
        lots += lots.isEmpty() ? u"(%2.lot >= ? AND %2.lot < ?)"_s
                               : u" OR (%2.lot >= ? AND %2.lot < ?)"_s;
        values << beginning << behind(beginning);
    }
    values.append(like);
    QString sql =
        few ? u"s.id IN (SELECT t.id FROM products q JOIN stock t ON t.product_code = q.code WHERE "
              u"%3 "
              "UNION ALL SELECT t.id FROM lots l JOIN stock t ON t.product_code = l.product_code "
              "AND t.lot = l.lot WHERE %4 "
              "UNION ALL SELECT t.id FROM bins b JOIN stock t "
              "ON t.warehouse_code = b.warehouse_code AND t.zone_number = b.zone_number "
              "AND t.bin = b.code WHERE b.code %1 ? ESCAPE '\\')"_s
            : u"(s.product_code IN (SELECT q.code FROM products q WHERE %3) OR %4 "
              "OR s.bin IN (SELECT b.code FROM bins b WHERE b.code %1 ? ESCAPE '\\'))"_s;
    sql.replace(u"%3"_s, productHasWord.toString()).replace(u"%4"_s, lots);
    sql.replace(u"%2"_s, few ? u"l"_s : u"s"_s).replace(u"%1"_s, postgres ? u"ILIKE"_s : u"LIKE"_s);
    condition.also(excluded ? QString(u"NOT "_s + sql) : sql, values);
}

namespace {

/// Asked beforehand, because the plan of a prepared statement cannot know it.
Read<bool> isInFew(Connection &connection, const QString &word)
{
    constexpr int mostProducts = 1000;
    constexpr int mostLots = 2000;
    Statement s(
        connection,
        u"SELECT (SELECT count(*) FROM products q WHERE %1), (SELECT count(*) FROM (SELECT 1 "
        "FROM lots WHERE (lot >= ? AND lot < ?) OR (lot >= ? AND lot < ?) "
        "OR (lot >= ? AND lot < ?) LIMIT %2) l), "
        "(SELECT count(*) FROM bins b WHERE b.code ILIKE ? ESCAPE '\\')"_s
            .arg(productHasWord.toString().replace(u"%1"_s, u"ILIKE"_s))
            .arg(mostLots + 1));
    const QString like = likeAnywhere(word);
    s.bind(like).bind(like).bind(like);
    const QStringList beginnings = lotBeginnings(word);
    for (qsizetype i = 0; i < 3; ++i) {
        const QString &beginning = beginnings[std::min(i, beginnings.size() - 1)];
        s.bind(beginning).bind(behind(beginning));
    }
    s.bind(like);
    if (!s.exec() || !s.next())
        return fail(readFailure(s.fault()));
    return s.integer(0) <= mostProducts && s.integer(1) <= mostLots && s.integer(2) <= mostLots;
}

Condition conditionOf(const StockFilter &filter,
                      const QString &stockTable,
                      const std::vector<WarehouseToday> &warehouses,
                      bool postgres)
{
    Condition condition = plainCondition(filter);
    const QString low =
        u"s.product_code %1 (SELECT q.code FROM products q JOIN (SELECT product_code, "
        "sum(on_hand - reserved) AS available FROM %2 GROUP BY product_code) t "
        "ON t.product_code = q.code WHERE q.reorder_point >= t.available)"_s;
    if (filter.low)
        condition.also(low.arg(u"IN"_s, stockTable));
    if (filter.terms.notLow)
        condition.also(low.arg(u"NOT IN"_s, stockTable));
    addStockTerms(condition, filter.terms, postgres);
    addReceived(condition, filter.terms.received, warehouses);
    addProductTerms(condition, filter.terms, postgres);
    addQuantities(condition, filter.terms);
    addExpiry(condition, filter, warehouses);
    return condition;
}

QString orderOf(const StockSort &sort, bool postgres)
{
    QStringList keys;
    switch (sort.column) {
    case StockColumn::Product:
        keys = {u"s.product_code"_s};
        break;
    case StockColumn::Name:
        keys = {u"p.name"_s};
        break;
    case StockColumn::Place:
        keys = {u"s.warehouse_code"_s, u"s.zone_number"_s};
        break;
    case StockColumn::Bin:
        keys = {u"s.bin"_s};
        break;
    case StockColumn::Lot:
        keys = {u"s.lot"_s};
        break;
    case StockColumn::Expires:
        // What never expires is last. PostgreSQL sees it so by itself, and its index too.
        if (!postgres)
            keys << u"CASE WHEN l.expires_on IS NULL THEN 1 ELSE 0 END"_s;
        keys << u"l.expires_on"_s;
        break;
    case StockColumn::Status:
        keys = {u"s.status"_s};
        break;
    case StockColumn::OnHand:
        keys = {comparableQuantity(u"s.on_hand"_s)};
        break;
    case StockColumn::Reserved:
        keys = {comparableQuantity(u"s.reserved"_s)};
        break;
    case StockColumn::Available:
        keys = {comparableQuantity(u"s.on_hand - s.reserved"_s)};
        break;
    case StockColumn::Received:
        keys = {u"s.received_at"_s};
        break;
    }
    QString order;
    for (const QString &key : keys)
        order += key + (sort.descending ? u" DESC, "_s : u", "_s);
    return order + u"s.product_code, s.received_at, s.id"_s;
}

/// The tables that are named. `ordered`: so that PostgreSQL can go through the small table in the
/// order that is asked for, and need not sort all rows of stock for the first of them.
QString joinsFor(const QString &named, const StockSort &sort, bool ordered)
{
    const auto table = [&](const QString &name, StockColumn column, const QString &order) {
        if (!ordered || sort.column != column)
            return name;
        return u"(SELECT * FROM %1 ORDER BY %2)"_s.arg(
            name, order.arg(sort.descending ? u" DESC"_s : QString()));
    };
    QString joins;
    if (named.contains(u"p.quantity_decimals"_s) || named.contains(u"p.name"_s))
        joins += u" JOIN %1 p ON p.code = s.product_code"_s.arg(
            table(u"products"_s, StockColumn::Name, u"name%1, code"_s));
    if (named.contains(u"l.expires_on"_s))
        joins += u" JOIN %1 l ON l.product_code = s.product_code AND l.lot = s.lot"_s.arg(
            table(u"lots"_s, StockColumn::Expires, u"expires_on%1, product_code"_s));
    return joins;
}

Read<std::vector<qint64>> idsFromFile(Connection &connection,
                                      const QString &sql,
                                      const QVariantList &values)
{
    std::vector<qint64> ids;
    RawStatement s(connection.sqlite(), sql, values);
    while (s.next())
        ids.push_back(s.integer(0));
    if (s.failed())
        return fail(readFailure(RawStatement::lastFault()));
    return ids;
}

/// `page`: no more than that; 0: all.
Read<std::vector<qint64>> findIds(Connection &connection,
                                  const StockFilter &filter,
                                  const StockSort &sort,
                                  qint64 page,
                                  const std::optional<Instant> &moment)
{
    const std::optional<QStringList> words = searchWords(filter.text, filter.terms.phrases);
    if (!words || words->size() + filter.terms.without.size() > mostSearchWords)
        return std::vector<qint64>();
    // The first page of everything comes by the index; whatever else by a scan.
    const bool byIndex = page > 0 && sort == StockSort() && words->isEmpty() && !filter.low
                         && !filter.expired && !filter.expiresWithinDays
                         && filter.terms == StockTerms();
    if (!connection.isPostgres() && !byIndex) {
        auto scanned = scanStockIds(connection, filter, *words, sort, page, moment);
        if (!scanned)
            return fail(scanned.error());
        if (*scanned)
            return std::move(**scanned);
    }
    std::vector<WarehouseToday> warehouses;
    if (needsToday(filter)) {
        auto known = warehousesToday(connection, moment);
        if (!known)
            return fail(known.error());
        warehouses = std::move(*known);
    }
    const bool postgres = connection.isPostgres();
    const bool low = filter.low || filter.terms.notLow;
    bool someRows = byIndex || !filter.product.isEmpty() || !filter.lot.isEmpty()
                    || !filter.terms.products.any.empty() || !filter.terms.lots.any.empty();
    Condition condition;
    for (const QString &word : *words) {
        const Read<bool> few = postgres ? isInFew(connection, word) : Read<bool>(false);
        if (!few)
            return fail(few.error());
        addWord(condition, word, postgres, *few, false);
        someRows = someRows || *few;
    }
    const StockSource source = someRows && !low ? someStock(connection, moment)
                                                : allStock(connection, moment);
    const Condition others = conditionOf(filter, source.table, warehouses, postgres);
    if (!others.sql.isEmpty())
        condition.also(others.sql.mid(7), others.values); // without WHERE
    for (const QString &word : filter.terms.without)
        addWord(condition, word, postgres, false, true);
    if (postgres && page == 0 && canSortHere(sort.column)) {
        auto sorted = idsSortedHere(connection, source, condition, sort);
        if (!sorted)
            return fail(ReadFailure(sorted.error()));
        if (*sorted)
            return std::move(**sorted);
    }
    const QString order = orderOf(sort, postgres);
    const QString from = source.table + u" s"_s
                         + joinsFor(order + condition.sql, sort, postgres && page > 0);
    // The limit as text: a planner that does not know it expects a tenth of the rows, and looks up
    // a million of them one by one.
    QString sql = u"%1SELECT s.id FROM %2%3 ORDER BY %4"_s.arg(
        source.with, from, condition.sql, order);
    if (page > 0)
        sql += u" LIMIT "_s + QString::number(page);
    return connection.isPostgres() ? idsFromServer(connection, sql, condition.values)
                                   : idsFromFile(connection, sql, condition.values);
}

} // namespace

Read<std::vector<qint64>> findStockIds(Connection &connection,
                                       const StockFilter &filter,
                                       const StockSort &sort,
                                       qint64 limit,
                                       const std::optional<Instant> &moment)
{
    // More than a page is found as all is, and what is too much left out.
    constexpr qint64 largestPage = 10'000;
    auto ids = findIds(
        connection, filter, sort, limit <= largestPage ? std::max<qint64>(limit, 0) : 0, moment);
    if (ids && limit > 0 && std::cmp_greater(ids->size(), limit))
        ids->resize(size_t(limit));
    return ids;
}

} // namespace tanaban::storage
