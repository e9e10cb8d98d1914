#include "storage/sqlcodefinder.h"

#include "storage/recordreads.h"
#include "storage/stockconditions.h"
#include "storage/stockreads.h"

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

void bindAll(Statement &s, const QStringList &values)
{
    for (const QString &value : values)
        s.bind(value);
}

Read<std::vector<Product>> products(Connection &connection, const QStringList &codes, int most)
{
    // A barcode may be on several products; on those without one it is empty.
    Statement s(connection,
                u"SELECT %1 FROM products p WHERE p.code IN (%2) OR p.barcode IN (%2) "
                "ORDER BY CASE WHEN p.active THEN 0 ELSE 1 END, p.code LIMIT ?"_s.arg(
                    productColumns, placeholders(size_t(codes.size()))));
    bindAll(s, codes + codes);
    s.bind(most);
    return all<Product>(s, [](const Statement &row) { return readProduct(row); });
}

Read<std::vector<Lot>> lots(Connection &connection, const QStringList &codes, int most)
{
    Statement s(connection,
                u"SELECT product_code, lot, {date expires_on}, version FROM lots "
                "WHERE lot IN (%1) ORDER BY product_code, lot LIMIT ?"_s.arg(
                    placeholders(size_t(codes.size()))));
    bindAll(s, codes);
    s.bind(most);
    return all<Lot>(s, [](const Statement &row) {
        return Lot{row.text(0), row.text(1), row.optionalDate(2), row.integer(3)};
    });
}

Read<std::vector<Bin>> bins(Connection &connection, const QStringList &codes, int most)
{
    Statement s(connection,
                u"SELECT warehouse_code, zone_number, code, walk_order, active, version FROM bins "
                "WHERE code IN (%1) ORDER BY CASE WHEN active THEN 0 ELSE 1 END, warehouse_code, "
                "zone_number LIMIT ?"_s.arg(placeholders(size_t(codes.size()))));
    bindAll(s, codes);
    s.bind(most);
    return all<Bin>(s, [](const Statement &row) {
        return Bin{row.text(0),
                   int(row.integer(1)),
                   row.text(2),
                   int(row.integer(3)),
                   row.flag(4),
                   row.integer(5)};
    });
}

/// What to select, in which order, for the codes of a key; %1 is LIKE without case.
QString proposalsOf(SearchKey key)
{
    switch (key) {
    case SearchKey::Product:
        return u"SELECT code, name FROM products WHERE active AND (code %1 ? ESCAPE '\\' "
               "OR name %1 ? ESCAPE '\\' OR barcode %1 ? ESCAPE '\\') ORDER BY code LIMIT ?"_s;
    case SearchKey::Category:
        return u"SELECT DISTINCT category, '' FROM products WHERE category <> '' "
               "AND category %1 ? ESCAPE '\\' ORDER BY category LIMIT ?"_s;
    case SearchKey::Bin:
        return u"SELECT code, min(warehouse_code) FROM bins WHERE active AND code <> '' "
               "AND code %1 ? ESCAPE '\\' GROUP BY code ORDER BY code LIMIT ?"_s;
    case SearchKey::Warehouse:
        return u"SELECT code, name FROM warehouses WHERE active AND (code %1 ? ESCAPE '\\' "
               "OR name %1 ? ESCAPE '\\') ORDER BY code LIMIT ?"_s;
    case SearchKey::Zone:
        return u"SELECT z.warehouse_code || '/' || z.zone_number, z.name FROM zones z "
               "WHERE z.active AND (z.warehouse_code || '/' || z.zone_number %1 ? ESCAPE '\\' "
               "OR z.name %1 ? ESCAPE '\\') ORDER BY z.warehouse_code, z.zone_number LIMIT ?"_s;
    default:
        return {};
    }
}

/// Lots by the beginning, so that their index serves; each once, however many products have it.
Read<std::vector<CodeProposal>> proposeLots(Connection &connection, const QString &typed, int most)
{
    QString which;
    QStringList ends;
    for (const QString &beginning : lotBeginnings(typed)) {
        which += which.isEmpty() ? u"(l.lot >= ? AND l.lot < ?)"_s
                                 : u" OR (l.lot >= ? AND l.lot < ?)"_s;
        ends << beginning << behind(beginning);
    }
    Statement s(connection,
                u"SELECT l.lot, min(p.name) FROM lots l JOIN products p ON p.code = l.product_code "
                "WHERE %1 GROUP BY l.lot ORDER BY l.lot LIMIT ?"_s.arg(which));
    bindAll(s, ends);
    s.bind(most);
    return all<CodeProposal>(s, [](const Statement &row) {
        return CodeProposal{row.text(0), row.text(1)};
    });
}

Read<std::vector<CodeProposal>> proposals(Connection &connection,
                                          SearchKey key,
                                          const QString &typed,
                                          int most)
{
    if (key == SearchKey::Lot)
        return proposeLots(connection, typed, most);
    const QString sql = proposalsOf(key);
    if (sql.isEmpty())
        return std::vector<CodeProposal>();
    const bool anywhere = key != SearchKey::Bin && key != SearchKey::Zone;
    Statement s(connection, sql.arg(connection.isPostgres() ? u"ILIKE"_s : u"LIKE"_s));
    const QString like = anywhere ? likeAnywhere(typed) : likeBeginning(typed);
    for (qsizetype i = 1; i < sql.count(u'?'); ++i)
        s.bind(like);
    s.bind(most);
    return all<CodeProposal>(s, [](const Statement &row) {
        return CodeProposal{row.text(0), row.text(1)};
    });
}

} // namespace

SqlCodeFinder::SqlCodeFinder(std::shared_ptr<ThreadConnections> connections)
    : m_connections(std::move(connections))
{}

Read<CodeHits> SqlCodeFinder::withCodes(const QStringList &codes, int most)
{
    QStringList wanted;
    for (const QString &code : codes) {
        if (code.isEmpty() || code.contains(QChar::Null))
            continue;
        for (const QString &form : lotBeginnings(normalized(code))) {
            if (!wanted.contains(form))
                wanted << form;
        }
    }
    if (wanted.isEmpty())
        return CodeHits();
    return m_connections->read<CodeHits>([&](Connection &connection) -> Read<CodeHits> {
        auto goods = products(connection, wanted, most);
        if (!goods)
            return fail(goods.error());
        auto known = lots(connection, wanted, most);
        if (!known)
            return fail(known.error());
        auto places = bins(connection, wanted, most);
        if (!places)
            return fail(places.error());
        return CodeHits{std::move(*goods), std::move(*known), std::move(*places)};
    });
}

Read<std::vector<CodeProposal>> SqlCodeFinder::propose(SearchKey key, const QString &typed, int most)
{
    const QString text = normalized(typed);
    if (text.contains(QChar::Null) || text.size() > longestSearchWord)
        return std::vector<CodeProposal>();
    return m_connections->read<std::vector<CodeProposal>>(
        [&](Connection &connection) { return proposals(connection, key, text, most); });
}

} // namespace tanaban::storage
