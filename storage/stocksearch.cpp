#include "storage/stocksearch.h"

#include <algorithm>
#include <numeric>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

/// Looking up single rows pays for up to about a quarter of a million of them.
constexpr qint64 mostLookedUp = 250'000;
constexpr size_t mostBins = 2'000;

/// A pattern ready to be compared.
struct FoldedCode
{
    explicit FoldedCode(const CodePattern &code)
        : text(folded(code.text.toUtf8()))
        , beginning(code.beginning)
    {}
    bool fits(QByteArrayView code) const
    {
        return beginning ? code.startsWith(text) : code == text;
    }

    QByteArray text;
    bool beginning;
};

class FoldedCodes
{
public:
    explicit FoldedCodes(const Wanted<CodePattern> &wanted)
        : m_any(wanted.any.begin(), wanted.any.end())
        , m_none(wanted.none.begin(), wanted.none.end())
    {}

    bool isEmpty() const { return m_any.empty() && m_none.empty(); }
    /// A thing with these codes.
    bool letThrough(std::initializer_list<QByteArray> codes) const
    {
        const auto fits = [codes](const FoldedCode &pattern) {
            return std::ranges::any_of(
                codes, [&pattern](const QByteArray &code) { return pattern.fits(code); });
        };
        return (m_any.empty() || std::ranges::any_of(m_any, fits))
               && std::ranges::none_of(m_none, fits);
    }

private:
    std::vector<FoldedCode> m_any;
    std::vector<FoldedCode> m_none;
};

void sortOnce(std::vector<quint32> &products)
{
    std::ranges::sort(products);
    products.erase(std::unique(products.begin(), products.end()), products.end());
}

} // namespace

SearchedStock::SearchedStock(sqlite3 *db,
                             const StockFilter &filter,
                             const QStringList &words,
                             const std::vector<WarehouseToday> &warehouses,
                             const StockSource &stock)
    : m_db(db)
    , m_filter(filter)
    , m_stock(stock)
    , m_expiry(filter, warehouses)
{
    for (const QString &text : words)
        addWord(text, false);
    for (const QString &text : filter.terms.without)
        addWord(text, true);
}

void SearchedStock::addWord(const QString &text, bool excluded)
{
    Word word;
    word.excluded = excluded;
    word.anywhere = folded(text.toUtf8());
    for (const QString &beginning : lotBeginnings(text))
        word.lotBeginnings.append(beginning.toUtf8());
    m_words.push_back(std::move(word));
}

bool SearchedStock::load()
{
    return loadProducts() && ((!m_filter.low && !m_filter.terms.notLow) || markLow()) && findBins()
           && findLots() && findAskedFor();
}

std::vector<bool> SearchedStock::promising() const
{
    std::vector<bool> result(m_products.size());
    for (size_t i = 0; i < m_products.size(); ++i)
        result[i] = m_products[i].wanted;
    const auto only = [&result](const Word &word) {
        if (word.excluded || word.many || !word.bins.empty())
            return;
        std::vector<bool> both(result.size());
        for (const quint32 product : word.products)
            both[product] = result[product];
        result.swap(both);
    };
    for (const Word &word : m_words)
        only(word);
    only(m_lots);
    if (m_knowsExpiry && m_expiry.needsDay()) {
        Word dated;
        dated.products = m_expiry.products();
        only(dated);
    }
    if (!m_filter.product.isEmpty()) {
        const QByteArray code = m_filter.product.toUtf8();
        for (size_t i = 0; i < m_products.size(); ++i)
            result[i] = result[i] && m_products[i].code == code;
    }
    return result;
}

SearchedStock::Needs SearchedStock::needs() const
{
    const StockTerms &terms = m_filter.terms;
    Needs needs;
    needs.lot = !m_words.empty() || !m_expiry.isEmpty();
    needs.bin = !m_words.empty();
    needs.warehouse = m_expiry.needsWarehouse();
    needs.quantities = !terms.onHand.isEmpty() || !terms.reserved.isEmpty()
                       || !terms.available.isEmpty();
    return needs;
}

bool SearchedStock::loadProducts()
{
    const FoldedCodes codes(m_filter.terms.products);
    const FoldedCodes categories(m_filter.terms.categories);
    RawStatement s(m_db,
                   u"SELECT code, name, barcode, quantity_decimals, category "
                   "FROM products ORDER BY code"_s);
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
        product.wanted = (codes.isEmpty()
                          || codes.letThrough({folded(s.text(0)), folded(s.text(2))}))
                         && (categories.isEmpty() || categories.letThrough({folded(s.text(4))}));
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
    RawStatement rows(
        m_db,
        u"%1SELECT s.product_code, s.on_hand - s.reserved FROM %2 s%3"_s.arg(
            m_stock.with, m_stock.table, m_stock.with.isEmpty() ? u" NOT INDEXED"_s : QString()));
    while (rows.next())
        available[productOf(rows.text(0))] += rows.integer(1);
    std::vector<bool> low(m_products.size());
    RawStatement limits(m_db,
                        u"SELECT code, reorder_point FROM products WHERE reorder_point >= 0"_s);
    while (limits.next()) {
        const quint32 rank = productOf(limits.text(0));
        low[rank] = available[rank] <= limits.integer(1);
    }
    for (size_t i = 0; i < m_products.size(); ++i) {
        if (low[i] ? m_filter.terms.notLow : m_filter.low)
            m_products[i].wanted = false;
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

bool SearchedStock::findLotsOf(Word &word, const QByteArrayList &lots, bool beginning)
{
    for (const QByteArray &lot : lots) {
        const QByteArray end = beginning ? behind(QString::fromUtf8(lot)).toUtf8() : lot + '\x01';
        RawStatement s(
            m_db, u"SELECT product_code FROM lots WHERE lot >= ? AND lot < ?"_s, {lot, end});
        while (!word.many && s.next()) {
            word.products.push_back(productOf(s.text(0)));
            word.many = qint64(word.products.size()) * m_rowsPerProduct > mostLookedUp;
        }
        if (s.failed())
            return false;
    }
    sortOnce(word.products);
    return true;
}

bool SearchedStock::findLots()
{
    for (Word &word : m_words) {
        if (!word.excluded && !findLotsOf(word, word.lotBeginnings, true))
            return false;
    }
    return true;
}

/// Lots and bins by their keys, to look only there: the statement that reads stock judges them.
bool SearchedStock::findAskedFor()
{
    m_lots.many = m_filter.terms.lots.any.empty();
    for (const CodePattern &pattern : m_filter.terms.lots.any) {
        QByteArrayList lots;
        for (const QString &lot : lotBeginnings(pattern.text))
            lots.append(lot.toUtf8());
        if (!findLotsOf(m_lots, lots, pattern.beginning))
            return false;
    }
    m_bins.many = m_filter.terms.bins.any.empty();
    if (m_bins.many)
        return true;
    const FoldedCodes codes(m_filter.terms.bins);
    RawStatement s(m_db, u"SELECT warehouse_code, zone_number, code FROM bins"_s);
    while (!m_bins.many && s.next()) {
        if (codes.letThrough({folded(s.text(2))}))
            m_bins.bins.push_back({s.text(0).toByteArray(), s.integer(1), s.text(2).toByteArray()});
        m_bins.many = m_bins.bins.size() > mostBins;
    }
    return !s.failed();
}

bool SearchedStock::loadExpiry()
{
    if (m_expiry.isEmpty()) {
        narrow();
        return true;
    }
    RawStatement s(m_db, m_expiry.lotsSql());
    while (s.next())
        m_expiry.add(productOf(s.text(0)), s.text(1), SearchedExpiry::dayNumber(s.text(2)));
    m_expiry.finish(m_products.size());
    m_knowsExpiry = true;
    narrow();
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
    const auto tryWord = [&](const Word &word) {
        if (!word.excluded && !word.many && isFewer(word.products.size() + word.bins.size()))
            narrowTo(word.products, word.bins);
    };
    for (const Word &word : m_words)
        tryWord(word);
    tryWord(m_lots);
    tryWord(m_bins);
    std::vector<quint32> wanted;
    for (size_t i = 0; i < m_products.size(); ++i) {
        if (m_products[i].wanted)
            wanted.push_back(quint32(i));
    }
    if (wanted.size() < m_products.size() && isFewer(wanted.size()))
        narrowTo(std::move(wanted), {});
    if (m_expiry.needsDay() && isFewer(m_expiry.products().size()))
        narrowTo(m_expiry.products(), {});
    for (const quint32 product : m_narrowProducts)
        m_inNarrow[product] = true;
}

bool SearchedStock::hasWords(const Product &product, const Row &row) const
{
    for (size_t i = 0; i < m_words.size(); ++i) {
        const Word &word = m_words[i];
        const bool found = (product.words >> i & 1) != 0
                           || std::ranges::any_of(word.lotBeginnings,
                                                  [&row](const QByteArray &beginning) {
                                                      return row.lot.startsWith(beginning);
                                                  })
                           || folded(row.bin).contains(word.anywhere);
        if (found == word.excluded)
            return false;
    }
    return true;
}

bool SearchedStock::hasQuantities(const Product &product, const Row &row) const
{
    const auto fits = [&product](const Wanted<QuantityRange> &wanted, qint64 quantity) {
        const qint64 figure = quantity * product.thousandths;
        const auto contains = [figure](const QuantityRange &range) {
            return (!range.least || figure >= *range.least)
                   && (!range.most || figure <= *range.most);
        };
        return (wanted.any.empty() || std::ranges::any_of(wanted.any, contains))
               && std::ranges::none_of(wanted.none, contains);
    };
    const StockTerms &terms = m_filter.terms;
    return fits(terms.onHand, row.onHand) && fits(terms.reserved, row.reserved)
           && fits(terms.available, row.onHand - row.reserved);
}

bool SearchedStock::letsThrough(quint32 product, const Row &row) const
{
    const Product &goods = m_products[product];
    return goods.wanted && hasQuantities(goods, row) && hasWords(goods, row)
           && (m_expiry.isEmpty()
               || (row.expires ? m_expiry.letsThroughDay(*row.expires, row.warehouse)
                               : m_expiry.letsThrough(product, row.lot, row.warehouse)));
}

} // namespace tanaban::storage
