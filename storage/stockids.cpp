#include "storage/stockids.h"

#include "storage/sqlitescan.h"
#include "storage/stockreads.h"
#include "storage/watchdog.h"

#include <QtEndian>

#include <libpq-fe.h>
#include <limits>
#include <sqlite3.h>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

void addExpiry(Condition &condition, const StockFilter &filter, const QMap<QDate, QStringList> &days)
{
    QString any;
    QVariantList values;
    for (auto it = days.begin(); it != days.end(); ++it) {
        any += (any.isEmpty() ? u"(s.warehouse_code IN (%1)"_s : u" OR (s.warehouse_code IN (%1)"_s)
                   .arg(placeholders(size_t(it->size())));
        for (const QString &warehouse : *it)
            values.append(warehouse);
        const QString today = it.key().toString(Qt::ISODate);
        if (filter.expired) {
            any += u" AND l.expires_on < ?"_s;
            values.append(today);
        }
        if (filter.expiresWithinDays) {
            any += u" AND l.expires_on >= ? AND l.expires_on <= ?"_s;
            values.append(today);
            values.append(it.key().addDays(*filter.expiresWithinDays).toString(Qt::ISODate));
        }
        any += u")"_s;
    }
    condition.also(any.isEmpty() ? u"1 = 0"_s : QString(u"("_s + any + u")"_s), values);
}

constexpr QStringView productHasWord = u"(q.code %1 ? ESCAPE '\\' OR q.name %1 ? ESCAPE '\\' "
                                       u"OR q.barcode %1 ? ESCAPE '\\')";

/// How a word is looked for: `few` of the products, lots and bins have it, so that the indexes of
/// stock lead on from them; otherwise every row is looked at.
void addWord(Condition &condition, const QString &word, bool postgres, bool few)
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
    condition.also(sql, values);
}

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

Condition conditionOf(const StockFilter &filter)
{
    Condition condition = plainCondition(filter);
    if (filter.low) {
        condition.also(
            u"s.product_code IN (SELECT q.code FROM products q JOIN (SELECT product_code, "
            "sum(on_hand - reserved) AS available FROM stock GROUP BY product_code) t "
            "ON t.product_code = q.code WHERE q.reorder_point >= t.available)"_s);
    }
    return condition;
}

/// Quantities compare as people read them: 1.5 kg is less than 2 pieces.
QString comparable(const QString &quantity)
{
    return u"(%1) * CASE p.quantity_decimals WHEN 0 THEN 1000 WHEN 1 THEN 100 WHEN 2 THEN 10 ELSE 1 END"_s
        .arg(quantity);
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
        keys = {comparable(u"s.on_hand"_s)};
        break;
    case StockColumn::Reserved:
        keys = {comparable(u"s.reserved"_s)};
        break;
    case StockColumn::Available:
        keys = {comparable(u"s.on_hand - s.reserved"_s)};
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
                                       qint64 limit)
{
    const std::optional<QStringList> words = searchWords(filter.text);
    if (!words)
        return std::vector<qint64>();
    // The first page of everything comes by the index; whatever else by a scan.
    const bool byIndex = limit > 0 && sort == StockSort() && words->isEmpty() && !filter.low
                         && !filter.expired && !filter.expiresWithinDays;
    if (!connection.isPostgres() && !byIndex) {
        auto scanned = scanStockIds(connection, filter, *words, sort);
        if (!scanned)
            return fail(scanned.error());
        if (*scanned) {
            if (limit > 0 && (*scanned)->size() > size_t(limit))
                (*scanned)->resize(size_t(limit));
            return std::move(**scanned);
        }
    }
    Condition condition = conditionOf(filter);
    for (const QString &word : *words) {
        const Read<bool> few = connection.isPostgres() ? isInFew(connection, word)
                                                       : Read<bool>(false);
        if (!few)
            return fail(few.error());
        addWord(condition, word, connection.isPostgres(), *few);
    }
    if (filter.expired || filter.expiresWithinDays) {
        const auto days = warehousesByDay(connection);
        if (!days)
            return fail(days.error());
        addExpiry(condition, filter, *days);
    }
    QString from = u"stock s"_s;
    const QString order = orderOf(sort);
    if (order.contains(u"p."_s))
        from += u" JOIN products p ON p.code = s.product_code"_s;
    if (order.contains(u"l."_s) || condition.sql.contains(u"l.expires_on"_s))
        from += u" JOIN lots l ON l.product_code = s.product_code AND l.lot = s.lot"_s;
    // The limit as text: a planner that does not know it expects a tenth of the rows, and looks up
    // a million of them one by one.
    QString sql = u"SELECT s.id FROM %1%2 ORDER BY %3"_s.arg(from, condition.sql, order);
    if (limit > 0)
        sql += u" LIMIT "_s + QString::number(limit);
    return connection.isPostgres() ? idsFromServer(connection, sql, condition.values)
                                   : idsFromFile(connection, sql, condition.values);
}

} // namespace tanaban::storage
