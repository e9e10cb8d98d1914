#include "storage/stockfirstpage.h"

#include <algorithm>
#include <numeric>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

// Looking at so much takes a twentieth of a second; what all rows would have taken comes on top.
constexpr qint64 mostRows = 20'000;
constexpr qint64 mostPlaces = 10'000; ///< products or lots whose rows were looked for
constexpr qint64 mostLots = 200'000;  ///< passed over at once

/// Rows that are equal but for when they were received.
struct Arrival
{
    qint64 received = 0;
    qint64 id = 0;

    friend auto operator<=>(const Arrival &, const Arrival &) = default;
};

class FirstPage
{
    // Columns of the statement that reads rows.
    enum Column {
        Id,
        ReceivedAt,
        LotText,
        BinText,
        WarehouseCode,
        OnHand,
        Reserved,
        ExpiresOn
    };

public:
    FirstPage(sqlite3 *db,
              const SearchedStock &search,
              const Condition &plain,
              const StockSort &sort,
              size_t limit)
        : m_db(db)
        , m_search(search)
        , m_plain(plain)
        , m_sort(sort)
        , m_limit(limit)
        , m_promising(search.promising())
    {}

    std::optional<std::vector<qint64>> find()
    {
        const bool found = m_sort.column == StockColumn::Expires ? byExpiry() : byProduct();
        if (!found)
            return std::nullopt;
        if (m_ids.size() > m_limit)
            m_ids.resize(m_limit);
        return std::move(m_ids);
    }

private:
    bool enough() const { return m_ids.size() >= m_limit; }

    /// `where`: with the placeholders that come before those of the plain condition.
    QString selectRows(const QString &where) const
    {
        const SearchedStock::Needs needs = m_search.needs();
        const auto column = [](bool needed, const QString &name) { return needed ? name : u"0"_s; };
        const QString expires = u"(SELECT l.expires_on FROM lots l WHERE "
                                "l.product_code = s.product_code AND l.lot = s.lot)"_s;
        const QString more = m_plain.sql.isEmpty()
                                 ? QString()
                                 : QString(u" AND "_s + m_plain.sql.mid(7)); // without WHERE
        return u"SELECT s.id, s.received_at, %1, %2, %3, %4, %5, %6 "
               "FROM stock s INDEXED BY stock_by_product WHERE %7%8 "
               "ORDER BY s.received_at, s.id"_s.arg(column(needs.lot, u"s.lot"_s),
                                                    column(needs.bin, u"s.bin"_s),
                                                    column(needs.warehouse, u"s.warehouse_code"_s),
                                                    column(needs.quantities, u"s.on_hand"_s),
                                                    column(needs.quantities, u"s.reserved"_s),
                                                    column(!m_search.expiry().isEmpty(), expires),
                                                    where,
                                                    more);
    }

    /// The rows of the statement that are let through; false when it was too much or failed.
    bool take(RawStatement &s, quint32 product, std::vector<Arrival> &arrivals)
    {
        if (++m_places > mostPlaces)
            return false;
        const SearchedStock::Needs needs = m_search.needs();
        while (s.next()) {
            if (++m_rows > mostRows)
                return false;
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
            if (!m_search.expiry().isEmpty())
                row.expires = dayOf(s, ExpiresOn);
            if (m_search.letsThrough(product, row))
                arrivals.push_back({comparableTime(s.text(ReceivedAt)), s.integer(Id)});
        }
        return !s.failed();
    }

    static qint64 dayOf(const RawStatement &s, int column)
    {
        return s.isNull(column) ? SearchedExpiry::never : SearchedExpiry::dayNumber(s.text(column));
    }

    void keep(std::vector<Arrival> &arrivals)
    {
        std::ranges::sort(arrivals);
        for (const Arrival &arrival : arrivals)
            m_ids.push_back(arrival.id);
        arrivals.clear();
    }

    /// Products in the order of their codes or names; each has its rows in order.
    bool byProduct()
    {
        std::vector<quint32> order(m_promising.size());
        std::iota(order.begin(), order.end(), 0U);
        if (m_sort.column == StockColumn::Name) {
            std::ranges::stable_sort(order, [this](quint32 a, quint32 b) {
                const qint64 first = m_search.product(a).nameRank;
                const qint64 second = m_search.product(b).nameRank;
                return m_sort.descending ? second < first : first < second;
            });
        } else if (m_sort.descending) {
            std::ranges::reverse(order);
        }
        RawStatement s(m_db, selectRows(u"s.product_code = ?"_s));
        std::vector<Arrival> arrivals;
        for (const quint32 product : order) {
            if (enough())
                break;
            if (!m_promising[product])
                continue;
            s.rebind(QVariantList{m_search.product(product).code} + m_plain.values);
            if (!take(s, product, arrivals))
                return false;
            keep(arrivals);
        }
        return true;
    }

    bool byExpiry()
    {
        const SearchedExpiry &expiry = m_search.expiry();
        QString days = u"expires_on IS NOT NULL"_s;
        if (expiry.needsDay()) {
            const auto [first, last] = expiry.span();
            days = u"expires_on >= '%1' AND expires_on <= '%2'"_s.arg(first.toString(Qt::ISODate),
                                                                      last.toString(Qt::ISODate));
        }
        const QString lots = u"SELECT product_code, lot, expires_on FROM lots "
                             "INDEXED BY lots_by_expiry WHERE "_s;
        const auto dated = [&] {
            return byLots(lots + days
                          + (m_sort.descending ? u" ORDER BY expires_on DESC, product_code, lot"_s
                                               : u" ORDER BY expires_on, product_code, lot"_s));
        };
        const auto lasting = [&] {
            return expiry.needsDay()
                   || byLots(lots + u"expires_on IS NULL ORDER BY product_code, lot"_s);
        };
        return m_sort.descending ? lasting() && (enough() || dated())
                                 : dated() && (enough() || lasting());
    }

    /// Lots of one product and day come together, and their rows with each other.
    bool byLots(const QString &lots)
    {
        RawStatement s(m_db, selectRows(u"s.product_code = ? AND s.lot = ?"_s));
        RawStatement next(m_db, lots);
        std::vector<Arrival> together;
        quint32 product = 0;
        qint64 day = 0;
        while (!enough() && next.next()) {
            if (++m_lots > mostLots)
                return false;
            const QByteArray code = next.text(0).toByteArray();
            const quint32 nextProduct = m_search.productOf(code);
            const qint64 nextDay = dayOf(next, 2);
            if (nextProduct != product || nextDay != day)
                keep(together);
            product = nextProduct;
            day = nextDay;
            if (enough() || !m_promising[product])
                continue;
            s.rebind(QVariantList{code, next.text(1).toByteArray()} + m_plain.values);
            if (!take(s, product, together))
                return false;
        }
        keep(together);
        return !next.failed();
    }

    sqlite3 *m_db;
    const SearchedStock &m_search;
    const Condition &m_plain;
    StockSort m_sort;
    size_t m_limit;
    std::vector<bool> m_promising;
    std::vector<qint64> m_ids;
    qint64 m_rows = 0;
    qint64 m_places = 0;
    qint64 m_lots = 0;
};

} // namespace

std::optional<std::vector<qint64>> firstStockPage(sqlite3 *db,
                                                  const SearchedStock &search,
                                                  const Condition &plain,
                                                  const StockSort &sort,
                                                  size_t limit)
{
    if (sort.column != StockColumn::Product && sort.column != StockColumn::Name
        && sort.column != StockColumn::Expires)
        return std::nullopt;
    return FirstPage(db, search, plain, sort, limit).find();
}

} // namespace tanaban::storage
