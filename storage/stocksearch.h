#pragma once

#include "storage/sqlitescan.h"
#include "storage/stockconditions.h"

#include <limits>
#include <optional>

namespace tanaban::storage {

/// What a filter means for single rows, found out beforehand from the small tables: which products,
/// lots and bins its words are in, which products are low, which lots are in the wanted days.
class SearchedStock
{
public:
    struct Product
    {
        QByteArray code;
        qint64 nameRank = 0;
        int thousandths = 1; ///< of one smallest unit
        quint64 words = 0;   ///< a bit for each word that is in its code, name or barcode
        bool wanted = true;  ///< as far as the filter asks for low products
    };
    struct Bin
    {
        QByteArray warehouse;
        qint64 zone = 0;
        QByteArray code;
    };

    /// The expiry of what keeps for ever.
    static constexpr qint64 never = std::numeric_limits<qint64>::max();
    static qint64 dayNumber(QByteArrayView isoDate);

    SearchedStock(sqlite3 *db, const StockFilter &filter, const QStringList &words);

    bool load(const QMap<QDate, QStringList> &days);
    /// Fills in nameRank.
    bool rankNames();
    /// letsThrough() looks at lot, bin and warehouse.
    bool needsTexts() const { return !m_words.empty() || m_expiry; }
    /// No more stock rows than this.
    qint64 mostRows() const { return m_mostRows; }
    bool collided() const { return m_ranks->collided() || (m_expiry && m_expiry->collided()); }

    const Product &product(quint32 rank) const { return m_products[rank]; }
    /// By its code; products come in the order of their codes.
    quint32 productOf(QByteArrayView code) const;

    /// Only rows of few products and bins can be let through.
    bool isNarrow() const { return m_narrow; }
    const std::vector<quint32> &narrowProducts() const { return m_narrowProducts; }
    const std::vector<Bin> &narrowBins() const { return m_narrowBins; }
    bool isNarrowProduct(quint32 rank) const { return m_inNarrow[rank]; }

    bool letsThrough(quint32 product, const RawStatement &row, int lot, int bin, int warehouse) const;

private:
    struct Word
    {
        QByteArray anywhere;           ///< folded
        QByteArrayList lotBeginnings;  ///< as typed, in capitals, in small letters
        std::vector<quint32> products; ///< with the word, or with a lot that begins with it
        std::vector<Bin> bins;
        bool many = false; ///< too many to look each of them up
    };

    bool loadProducts();
    bool markLow();
    bool findBins();
    bool findLots();
    bool loadExpiry(const QMap<QDate, QStringList> &days);
    void narrow();
    void narrowTo(std::vector<quint32> products, std::vector<Bin> bins);

    sqlite3 *m_db;
    const StockFilter &m_filter;
    std::vector<Word> m_words;
    std::vector<Product> m_products;
    std::optional<TextNumbers> m_ranks;
    std::optional<TextNumbers> m_expiry; ///< of the lots that the filter asks for, by product
    std::vector<quint32> m_expiryProducts;
    std::vector<std::pair<QByteArray, qint64>> m_today; ///< by warehouse
    qint64 m_mostRows = 0;
    qint64 m_rowsPerProduct = 1;
    bool m_narrow = false;
    std::vector<quint32> m_narrowProducts;
    std::vector<Bin> m_narrowBins;
    std::vector<bool> m_inNarrow;
};

} // namespace tanaban::storage
