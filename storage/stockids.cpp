#include "storage/stockids.h"

#include "storage/stockreads.h"

#include <limits>

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

Condition conditionOf(const StockFilter &filter, const QStringList &words, bool postgres)
{
    Condition condition = plainCondition(filter);
    if (filter.low) {
        condition.also(
            u"s.product_code IN (SELECT q.code FROM products q JOIN (SELECT product_code, "
            "sum(on_hand - reserved) AS available FROM stock GROUP BY product_code) t "
            "ON t.product_code = q.code WHERE q.reorder_point >= t.available)"_s);
    }
    for (const QString &word : words) {
        const QString like = likeAnywhere(word);
        QVariantList values{like, like, like};
        QString lots;
        for (const QString &beginning : lotBeginnings(word)) {
            lots += u" OR (s.lot >= ? AND s.lot < ?)"_s;
            values << beginning << behind(beginning);
        }
        values.append(like);
        condition.also(
            u"(s.product_code IN (SELECT q.code FROM products q WHERE q.code %1 ? ESCAPE '\\' "
            "OR q.name %1 ? ESCAPE '\\' OR q.barcode %1 ? ESCAPE '\\')%2 "
            "OR s.bin %1 ? ESCAPE '\\')"_s.arg(postgres ? u"ILIKE"_s : u"LIKE"_s, lots),
            values);
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
    Condition condition = conditionOf(filter, *words, connection.isPostgres());
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
    Statement s(connection,
                u"SELECT s.id FROM %1%2 ORDER BY %3 LIMIT ?"_s.arg(from, condition.sql, order));
    for (const QVariant &value : condition.values)
        value.typeId() == QMetaType::Int ? s.bind(value.toInt()) : s.bind(value.toString());
    s.bind(limit > 0 ? limit : std::numeric_limits<qint64>::max());
    std::vector<qint64> ids;
    if (s.exec()) {
        while (s.next())
            ids.push_back(s.integer(0));
    }
    if (s.fault())
        return fail(readFailure(s.fault()));
    return ids;
}

} // namespace tanaban::storage
