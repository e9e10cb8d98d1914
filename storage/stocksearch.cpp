#include "storage/stocksearch.h"

#include <algorithm>
#include <numeric>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

/// Looking up single rows pays for up to about a quarter of a million of them.
constexpr qint64 mostLookedUp = 250'000;
constexpr size_t mostBins = 2'000;

} // namespace

SearchedStock::SearchedStock(sqlite3 *db, const StockFilter &filter, const QStringList &words)
    : m_db(db)
    , m_filter(filter)
{
    for (const QString &text : words) {
        Word word;
        word.anywhere = folded(text.toUtf8());
        for (const QString &beginning : lotBeginnings(text))
            word.lotBeginnings.append(beginning.toUtf8());
        m_words.push_back(std::move(word));
    }
}

qint64 SearchedStock::dayNumber(QByteArrayView isoDate)
{
    if (isoDate.size() != 10)
        return never;
    const auto number = [isoDate](qsizetype at, qsizetype digits) {
        int value = 0;
        for (qsizetype i = at; i < at + digits; ++i)
            value = value * 10 + (isoDate[i] - '0');
        return value;
    };
    return QDate(number(0, 4), number(5, 2), number(8, 2)).toJulianDay();
}

bool SearchedStock::load(const QMap<QDate, QStringList> &days)
{
    if (!loadProducts() || (m_filter.low && !markLow()) || !findBins() || !findLots()
        || (!days.isEmpty() && !loadExpiry(days)))
        return false;
    narrow();
    return true;
}

bool SearchedStock::loadProducts()
{
    RawStatement s(m_db,
                   u"SELECT code, name, barcode, quantity_decimals FROM products ORDER BY code"_s);
    static constexpr int thousandths[] = {1000, 100, 10, 1};
    while (s.next()) {
        Product product;
        product.code = s.text(0).toByteArray();
        product.thousandths = thousandths[std::clamp<qint64>(s.integer(3), 0, 3)];
        if (!m_words.empty()) {
            // NUL cannot be typed, so a word is never found across two of them.
            const QByteArray text = s.text(0).toByteArray() + '\0' + s.text(1).toByteArray() + '\0'
                                    + s.text(2).toByteArray();
            const QByteArray searched = folded(text);
            for (size_t i = 0; i < m_words.size(); ++i) {
                if (searched.contains(m_words[i].anywhere)) {
                    product.words |= quint64(1) << i;
                    m_words[i].products.push_back(quint32(m_products.size()));
                }
            }
        }
        m_products.push_back(std::move(product));
    }
    m_ranks.emplace(m_products.size());
    for (size_t i = 0; i < m_products.size(); ++i)
        m_ranks->add(0, m_products[i].code, qint64(i));
    RawStatement last(m_db, u"SELECT max(id) FROM stock"_s);
    const qint64 rows = last.next() ? last.integer(0) : 0;
    m_mostRows = rows;
    m_rowsPerProduct = rows / std::max<qint64>(1, qint64(m_products.size())) + 1;
    m_inNarrow.resize(m_products.size());
    return !s.failed() && !last.failed();
}

bool SearchedStock::rankNames()
{
    std::vector<QByteArray> names;
    RawStatement s(m_db, u"SELECT name FROM products ORDER BY code"_s);
    while (s.next())
        names.push_back(s.text(0).toByteArray());
    if (names.size() != m_products.size())
        return false;
    std::vector<quint32> byName(names.size());
    std::iota(byName.begin(), byName.end(), 0U);
    std::ranges::sort(byName, [&names](quint32 a, quint32 b) { return names[a] < names[b]; });
    qint64 rank = 0;
    for (size_t i = 0; i < byName.size(); ++i) {
        rank += i > 0 && names[byName[i]] != names[byName[i - 1]] ? 1 : 0;
        m_products[byName[i]].nameRank = rank;
    }
    return !s.failed();
}

quint32 SearchedStock::productOf(QByteArrayView code) const
{
    // Every stock row and lot has a product: a foreign key says so.
    return quint32(std::max<qint64>(0, m_ranks->find(0, code, 0)));
}

bool SearchedStock::markLow()
{
    std::vector<qint64> available(m_products.size());
    RawStatement rows(m_db, u"SELECT product_code, on_hand - reserved FROM stock NOT INDEXED"_s);
    while (rows.next())
        available[productOf(rows.text(0))] += rows.integer(1);
    for (Product &product : m_products)
        product.wanted = false;
    RawStatement limits(m_db,
                        u"SELECT code, reorder_point FROM products WHERE reorder_point >= 0"_s);
    while (limits.next()) {
        const quint32 rank = productOf(limits.text(0));
        m_products[rank].wanted = available[rank] <= limits.integer(1);
    }
    return !rows.failed() && !limits.failed();
}

bool SearchedStock::findBins()
{
    if (m_words.empty())
        return true;
    RawStatement s(m_db, u"SELECT warehouse_code, zone_number, code FROM bins"_s);
    while (s.next()) {
        const QByteArray text = folded(s.text(2));
        for (Word &word : m_words) {
            if (word.many || !text.contains(word.anywhere))
                continue;
            word.bins.push_back({s.text(0).toByteArray(), s.integer(1), s.text(2).toByteArray()});
            word.many = word.bins.size() > mostBins;
        }
    }
    return !s.failed();
}

bool SearchedStock::findLots()
{
    for (Word &word : m_words) {
        for (const QByteArray &beginning : word.lotBeginnings) {
            RawStatement s(m_db,
                           u"SELECT product_code FROM lots WHERE lot >= ? AND lot < ?"_s,
                           {beginning, behind(QString::fromUtf8(beginning)).toUtf8()});
            while (!word.many && s.next()) {
                word.products.push_back(productOf(s.text(0)));
                word.many = qint64(word.products.size()) * m_rowsPerProduct > mostLookedUp;
            }
            if (s.failed())
                return false;
        }
        std::ranges::sort(word.products);
        const auto same = std::ranges::unique(word.products);
        word.products.erase(same.begin(), same.end());
    }
    return true;
}

bool SearchedStock::loadExpiry(const QMap<QDate, QStringList> &days)
{
    for (auto day = days.begin(); day != days.end(); ++day) {
        for (const QString &warehouse : *day)
            m_today.emplace_back(warehouse.toUtf8(), day.key().toJulianDay());
    }
    // The widest span of days; which of them a row may have depends on its warehouse.
    const QDate first = m_filter.expired ? QDate(1, 1, 1) : days.firstKey();
    const QDate last = days.lastKey().addDays(m_filter.expired ? -1 : *m_filter.expiresWithinDays);
    m_expiry.emplace(1024);
    RawStatement s(m_db,
                   u"SELECT product_code, lot, expires_on FROM lots "
                   "WHERE expires_on >= ? AND expires_on <= ?"_s,
                   {first.toString(Qt::ISODate), last.toString(Qt::ISODate)});
    while (s.next()) {
        const quint32 product = productOf(s.text(0));
        m_expiry->add(product, s.text(1), dayNumber(s.text(2)));
        m_expiryProducts.push_back(product);
    }
    std::ranges::sort(m_expiryProducts);
    const auto same = std::ranges::unique(m_expiryProducts);
    m_expiryProducts.erase(same.begin(), same.end());
    return !s.failed();
}

void SearchedStock::narrowTo(std::vector<quint32> products, std::vector<Bin> bins)
{
    m_narrow = true;
    m_narrowProducts = std::move(products);
    m_narrowBins = std::move(bins);
}

/// Takes the demand of the filter that the fewest rows meet.
void SearchedStock::narrow()
{
    qint64 fewest = mostLookedUp / m_rowsPerProduct;
    if (!m_filter.product.isEmpty()) {
        const QByteArray code = m_filter.product.toUtf8();
        const quint32 rank = productOf(code);
        const bool known = rank < m_products.size() && m_products[rank].code == code;
        narrowTo(known ? std::vector{rank} : std::vector<quint32>(), {});
        fewest = 1;
    }
    const auto isFewer = [&fewest](size_t products) {
        const bool fewer = qint64(products) < fewest;
        if (fewer)
            fewest = qint64(products);
        return fewer;
    };
    for (const Word &word : m_words) {
        if (!word.many && isFewer(word.products.size() + word.bins.size()))
            narrowTo(word.products, word.bins);
    }
    if (m_filter.low) {
        std::vector<quint32> low;
        for (size_t i = 0; i < m_products.size(); ++i) {
            if (m_products[i].wanted)
                low.push_back(quint32(i));
        }
        if (isFewer(low.size()))
            narrowTo(std::move(low), {});
    }
    if (m_expiry && isFewer(m_expiryProducts.size()))
        narrowTo(m_expiryProducts, {});
    for (const quint32 product : m_narrowProducts)
        m_inNarrow[product] = true;
}

bool SearchedStock::letsThrough(quint32 product,
                                const RawStatement &row,
                                int lot,
                                int bin,
                                int warehouse) const
{
    const Product &goods = m_products[product];
    if (!goods.wanted)
        return false;
    for (size_t i = 0; i < m_words.size(); ++i) {
        if ((goods.words >> i & 1) != 0)
            continue;
        const QByteArrayView lotText = row.text(lot);
        if (std::ranges::any_of(m_words[i].lotBeginnings, [lotText](const QByteArray &beginning) {
                return lotText.startsWith(beginning);
            }))
            continue;
        if (!folded(row.text(bin)).contains(m_words[i].anywhere))
            return false;
    }
    if (!m_expiry)
        return true;
    const qint64 expires = m_expiry->find(product, row.text(lot), never);
    if (expires == never)
        return false;
    const QByteArrayView place = row.text(warehouse);
    for (const auto &[code, today] : m_today) {
        if (code == place) {
            if (m_filter.expired && expires >= today)
                return false;
            return !m_filter.expiresWithinDays
                   || (expires >= today && expires <= today + *m_filter.expiresWithinDays);
        }
    }
    return false;
}

} // namespace tanaban::storage
