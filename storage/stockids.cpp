#include "storage/stockids.h"

#include "storage/sqlitescan.h"
#include "storage/stockreads.h"
#include "storage/stocksource.h"
#include "storage/termconditions.h"
#include "storage/watchdog.h"

#include <QtEndian>

#include <libpq-fe.h>
#include <limits>
#include <sqlite3.h>

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

QString orderOf(const StockSort &sort)
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
        keys = {u"CASE WHEN l.expires_on IS NULL THEN 1 ELSE 0 END"_s, u"l.expires_on"_s};
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

Read<std::vector<qint64>> idsFromFile(Connection &connection,
                                      const QString &sql,
                                      const QVariantList &values)
{
    std::vector<qint64> ids;
    RawStatement s(connection.sqlite(), sql, values);
    while (s.next())
        ids.push_back(s.integer(0));
    if (s.failed()) {
        sqlite3 *db = connection.sqlite();
        const int code = sqlite3_extended_errcode(db);
        return fail(readFailure({faultOfSqliteCode(code),
                                 QString::number(code),
                                 QString::fromUtf8(sqlite3_errmsg(db)),
                                 {}}));
    }
    return ids;
}

/// In one round trip, as eight bytes each: a million ids as text and variants take three times as
/// long.
Read<std::vector<qint64>> idsFromServer(Connection &connection,
                                        const QString &sql,
                                        const QVariantList &values)
{
    QString numbered;
    int number = 0;
    for (const QChar character : sql) {
        if (character == u'?')
            numbered += u'$' + QString::number(++number);
        else
            numbered += character;
    }
    QByteArrayList texts;
    std::vector<const char *> pointers;
    for (const QVariant &value : values)
        texts.append(value.toString().toUtf8());
    for (const QByteArray &text : texts)
        pointers.push_back(text.constData());
    Connection::refuseForbiddenThread();
    // Sorting a million rows takes a busy server longer than anything else that is asked of it.
    const Deadline deadline(connection.socket(), 3 * connection.config().deadline);
    ++connection.counters().statements;
    const std::unique_ptr<PGresult, void (*)(PGresult *)> result(
        PQexecParams(connection.postgres(),
                     numbered.toUtf8().constData(),
                     number,
                     nullptr,
                     pointers.data(),
                     nullptr,
                     nullptr,
                     1),
        &PQclear);
    if (PQresultStatus(result.get()) != PGRES_TUPLES_OK) {
        const QString state = QString::fromLatin1(
            PQresultErrorField(result.get(), PG_DIAG_SQLSTATE));
        return fail(readFailure({state.isEmpty() ? Fault::Lost : faultOfSqlState(state),
                                 state,
                                 QString::fromUtf8(PQerrorMessage(connection.postgres())),
                                 {}}));
    }
    std::vector<qint64> ids(size_t(PQntuples(result.get())));
    for (size_t i = 0; i < ids.size(); ++i)
        ids[i] = qFromBigEndian<qint64>(PQgetvalue(result.get(), int(i), 0));
    return ids;
}

} // namespace

Read<std::vector<qint64>> findStockIds(Connection &connection,
                                       const StockFilter &filter,
                                       const StockSort &sort,
                                       qint64 limit,
                                       const std::optional<Instant> &moment)
{
    const std::optional<QStringList> words = searchWords(filter.text, filter.terms.phrases);
    if (!words || words->size() + filter.terms.without.size() > mostSearchWords)
        return std::vector<qint64>();
    // The first page of everything comes by the index; whatever else by a scan.
    const bool byIndex = limit > 0 && sort == StockSort() && words->isEmpty() && !filter.low
                         && !filter.expired && !filter.expiresWithinDays
                         && filter.terms == StockTerms();
    if (!connection.isPostgres() && !byIndex) {
        auto scanned = scanStockIds(connection, filter, *words, sort, moment);
        if (!scanned)
            return fail(scanned.error());
        if (*scanned) {
            if (limit > 0 && (*scanned)->size() > size_t(limit))
                (*scanned)->resize(size_t(limit));
            return std::move(**scanned);
        }
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
    QString from = source.table + u" s"_s;
    const QString order = orderOf(sort);
    if (order.contains(u"p."_s) || condition.sql.contains(u"p.quantity_decimals"_s))
        from += u" JOIN products p ON p.code = s.product_code"_s;
    if (order.contains(u"l."_s) || condition.sql.contains(u"l.expires_on"_s))
        from += u" JOIN lots l ON l.product_code = s.product_code AND l.lot = s.lot"_s;
    // The limit as text: a planner that does not know it expects a tenth of the rows, and looks up
    // a million of them one by one.
    QString sql = u"%1SELECT s.id FROM %2%3 ORDER BY %4"_s.arg(
        source.with, from, condition.sql, order);
    if (limit > 0)
        sql += u" LIMIT "_s + QString::number(limit);
    return connection.isPostgres() ? idsFromServer(connection, sql, condition.values)
                                   : idsFromFile(connection, sql, condition.values);
}

} // namespace tanaban::storage
