#include "storage/sqlitescan.h"
#include "storage/stockentries.h"
#include "storage/stockfirstpage.h"
#include "storage/stockids.h"
#include "storage/stockreads.h"
#include "storage/stocksearch.h"

#include <QVarLengthArray>

#include <algorithm>
#include <sqlite3.h>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

/// Reads in one transaction, so that all statements see the same moment.
class Moment
{
public:
    explicit Moment(sqlite3 *db)
        : m_db(db)
        , m_own(sqlite3_get_autocommit(db) != 0)
    {
        if (m_own)
            sqlite3_exec(m_db, "BEGIN", nullptr, nullptr, nullptr);
    }
    ~Moment()
    {
        if (m_own)
            sqlite3_exec(m_db, "COMMIT", nullptr, nullptr, nullptr);
    }
    Moment(const Moment &) = delete;
    Moment &operator=(const Moment &) = delete;

private:
    sqlite3 *m_db;
    bool m_own;
};

// Columns of the statement that reads rows; the sort's own columns follow.
enum Column {
    Id,
    ProductCode,
    ReceivedAt,
    LotText,
    BinText,
    WarehouseCode,
    OnHand,
    Reserved,
    FirstKey
};

class StockScan
{
public:
    StockScan(Connection &connection,
              const StockFilter &filter,
              const QStringList &words,
              const StockSort &sort,
              const std::vector<WarehouseToday> &warehouses,
              const std::optional<Instant> &moment)
        : m_db(connection.sqlite())
        , m_sort(sort)
        , m_condition(plainCondition(filter))
        , m_all(allStock(connection, moment))
        , m_some(someStock(connection, moment))
        , m_search(m_db, filter, words, warehouses, m_all)
    {
        addStockTerms(m_condition, filter.terms, false);
        addReceived(m_condition, filter.terms.received, warehouses);
    }

    Read<std::optional<std::vector<qint64>>> run(qint64 limit)
    {
        const Moment moment(m_db);
        bool read = m_search.load() && (m_sort.column != StockColumn::Name || m_search.rankNames());
        const bool page = limit > 0 && m_all.with.isEmpty();
        std::optional<std::vector<qint64>> ids;
        const auto look = [&] {
            if (read && page && !m_search.collided())
                ids = firstStockPage(m_db, m_search, m_condition, m_sort, size_t(limit));
            return ids.has_value();
        };
        if (look())
            return ids;
        read = read && m_search.loadExpiry();
        // Now that is known which products have such lots.
        if (m_search.expiry().needsDay() && look())
            return ids;
        read = read && loadKeys() && readRows();
        if (!read)
            return fail(readFailure(RawStatement::lastFault()));
        if (m_search.collided() || (m_numbers && m_numbers->collided()))
            return std::optional<std::vector<qint64>>();
        return std::optional(idsInOrder(m_entries, m_sort.descending));
    }

private:
    /// What the sort needs of a row beside its product.
    QString keyColumns() const
    {
        switch (m_sort.column) {
        case StockColumn::Place:
            return u", s.warehouse_code, s.zone_number"_s;
        case StockColumn::Bin:
            return u", s.bin"_s;
        case StockColumn::Lot:
        case StockColumn::Expires:
            return u", s.lot"_s;
        case StockColumn::Status:
            return u", CASE s.status WHEN 'available' THEN 0 WHEN 'damaged' THEN 1 ELSE 2 END"_s;
        case StockColumn::OnHand:
            return u", s.on_hand"_s;
        case StockColumn::Reserved:
            return u", s.reserved"_s;
        case StockColumn::Available:
            return u", s.on_hand - s.reserved"_s;
        case StockColumn::Product:
        case StockColumn::Name:
        case StockColumn::Received:
            break;
        }
        return {};
    }

    /// No more rows than this are in the table: nothing is ever deleted.
    size_t mostOf(const QString &table) const
    {
        RawStatement s(m_db, u"SELECT max(rowid) FROM "_s + table);
        return s.next() ? size_t(std::clamp<qint64>(s.integer(0), 64, 4'000'000)) : 64;
    }

    /// Ranks of the texts that are sorted by, where there are any.
    bool loadKeys()
    {
        QString ranks;
        if (m_sort.column == StockColumn::Bin)
            ranks = u"SELECT DISTINCT code FROM bins ORDER BY code"_s;
        else if (m_sort.column == StockColumn::Lot)
            ranks = u"SELECT DISTINCT lot FROM lots ORDER BY lot"_s;
        else if (m_sort.column == StockColumn::Expires)
            return loadExpiry();
        if (ranks.isEmpty())
            return true;
        m_numbers.emplace(mostOf(m_sort.column == StockColumn::Bin ? u"bins"_s : u"lots"_s));
        RawStatement s(m_db, ranks);
        for (qint64 rank = 0; s.next(); ++rank)
            m_numbers->add(0, s.text(0), rank);
        return !s.failed();
    }

    bool loadExpiry()
    {
        m_numbers.emplace(mostOf(u"lots"_s));
        RawStatement s(m_db, u"SELECT product_code, lot, expires_on FROM lots"_s);
        while (s.next()) {
            const QByteArrayView date = s.text(2);
            m_numbers->add(m_search.productOf(s.text(0)),
                           s.text(1),
                           date.isEmpty() ? SearchedExpiry::never : SearchedExpiry::dayNumber(date));
        }
        return !s.failed();
    }

    qint64 keyOf(const RawStatement &s, quint32 product)
    {
        switch (m_sort.column) {
        case StockColumn::Product:
            return product;
        case StockColumn::Name:
            return m_search.product(product).nameRank;
        case StockColumn::Place:
            return placeRank(s.text(FirstKey), s.integer(FirstKey + 1));
        case StockColumn::Bin:
        case StockColumn::Lot:
            return m_numbers->find(0, s.text(FirstKey), -1);
        case StockColumn::Expires:
            return m_numbers->find(product, s.text(FirstKey), SearchedExpiry::never);
        case StockColumn::Status:
            return s.integer(FirstKey);
        case StockColumn::OnHand:
        case StockColumn::Reserved:
        case StockColumn::Available:
            // Quantities compare as people read them: 1.5 kg is less than 2 pieces.
            return s.integer(FirstKey) * m_search.product(product).thousandths;
        case StockColumn::Received:
            return comparableTime(s.text(ReceivedAt));
        }
        return 0;
    }

    qint64 placeRank(QByteArrayView warehouse, qint64 zone)
    {
        for (size_t i = 0; i < m_warehouses.size(); ++i) {
            if (m_warehouses[i].first == warehouse)
                return m_warehouses[i].second + zone;
        }
        // Warehouses are few; their order is known when all are.
        std::vector<QByteArray> codes;
        RawStatement s(m_db, u"SELECT code FROM warehouses ORDER BY code"_s);
        while (s.next())
            codes.push_back(s.text(0).toByteArray());
        m_warehouses.clear();
        for (size_t i = 0; i < codes.size(); ++i)
            m_warehouses.emplace_back(codes[i], qint64(i + 1) << 32);
        return m_warehouses.empty() ? zone : placeRankKnown(warehouse, zone);
    }

    qint64 placeRankKnown(QByteArrayView warehouse, qint64 zone) const
    {
        for (const auto &[code, rank] : m_warehouses) {
            if (code == warehouse)
                return rank + zone;
        }
        return zone;
    }

    QString selectRows(const StockSource &source) const
    {
        // Every text that is taken out of a million rows costs a twentieth of a second.
        const SearchedStock::Needs needs = m_search.needs();
        const auto column = [](bool needed, const QString &name) { return needed ? name : u"0"_s; };
        return u"%1SELECT s.id, s.product_code, s.received_at, %2, %3, %4, %5%6 FROM %7 s"_s.arg(
            source.with,
            column(needs.lot, u"s.lot"_s),
            column(needs.bin, u"s.bin"_s),
            column(needs.warehouse, u"s.warehouse_code"_s),
            column(needs.quantities, u"s.on_hand"_s) + u", "_s
                + column(needs.quantities, u"s.reserved"_s),
            keyColumns(),
            source.table);
    }

    bool readRows()
    {
        if (m_search.isNarrow())
            return readNarrow();
        // By rowid, whatever the planner thinks of its indexes: in their order every row would be
        // looked up by itself.
        m_entries.reserve(size_t(std::clamp<qint64>(m_search.mostRows(), 0, 4'000'000)));
        const QString unindexed = m_all.with.isEmpty() ? u" NOT INDEXED"_s : QString();
        RawStatement s(m_db, selectRows(m_all) + unindexed + m_condition.sql, m_condition.values);
        return take(s, false);
    }

    bool readNarrow()
    {
        const QString more = m_condition.sql.isEmpty()
                                 ? QString()
                                 : QString(u" AND "_s + m_condition.sql.mid(7)); // without WHERE
        RawStatement byProduct(m_db, selectRows(m_some) + u" WHERE s.product_code = ?"_s + more);
        for (const quint32 product : m_search.narrowProducts()) {
            byProduct.rebind(QVariantList{m_search.product(product).code} + m_condition.values);
            if (!take(byProduct, false))
                return false;
        }
        RawStatement byBin(
            m_db,
            selectRows(m_some)
                + u" WHERE s.warehouse_code = ? AND s.zone_number = ? AND s.bin = ?"_s + more);
        for (const SearchedStock::Bin &bin : m_search.narrowBins()) {
            byBin.rebind(QVariantList{bin.warehouse, bin.zone, bin.code} + m_condition.values);
            if (!take(byBin, true))
                return false;
        }
        return !byProduct.failed() && !byBin.failed();
    }

    bool take(RawStatement &s, bool skipNarrowProducts)
    {
        const SearchedStock::Needs needs = m_search.needs();
        QByteArray lastCode;
        quint32 product = 0;
        while (s.next()) {
            const QByteArrayView code = s.text(ProductCode);
            if (code != lastCode) {
                lastCode = code.toByteArray();
                product = m_search.productOf(code);
            }
            if (skipNarrowProducts && m_search.isNarrowProduct(product))
                continue;
            SearchedStock::Row row;
            if (needs.lot)
                row.lot = s.text(LotText);
            if (needs.bin)
                row.bin = s.text(BinText);
            if (needs.warehouse)
                row.warehouse = s.text(WarehouseCode);
            if (needs.quantities) {
                row.onHand = s.integer(OnHand);
                row.reserved = s.integer(Reserved);
            }
            if (!m_search.letsThrough(product, row))
                continue;
            m_entries.push_back(
                {keyOf(s, product), product, comparableTime(s.text(ReceivedAt)), s.integer(Id)});
        }
        return !s.failed();
    }

    sqlite3 *m_db;
    StockSort m_sort;
    Condition m_condition;
    StockSource m_all;
    StockSource m_some;
    SearchedStock m_search;
    std::optional<TextNumbers> m_numbers;
    std::vector<std::pair<QByteArray, qint64>> m_warehouses;
    std::vector<StockEntry> m_entries;
};

} // namespace

Read<std::optional<std::vector<qint64>>> scanStockIds(Connection &connection,
                                                      const StockFilter &filter,
                                                      const QStringList &words,
                                                      const StockSort &sort,
                                                      qint64 limit,
                                                      const std::optional<Instant> &moment)
{
    std::vector<WarehouseToday> warehouses;
    if (needsToday(filter)) {
        auto known = warehousesToday(connection, moment);
        if (!known)
            return fail(known.error());
        warehouses = std::move(*known);
    }
    return StockScan(connection, filter, words, sort, warehouses, moment).run(limit);
}

} // namespace tanaban::storage
