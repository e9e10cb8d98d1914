#pragma once

#include "storage/searchedexpiry.h"
#include "storage/stocksource.h"

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
        bool wanted = true;  ///< as far as the filter asks for products
    };
    struct Bin
    {
        QByteArray warehouse;
        qint64 zone = 0;
        QByteArray code;
    };

    /// What has to be taken of a row to judge it: texts are dear.
    struct Needs
    {
        bool lot = false;
        bool bin = false;
        bool warehouse = false;
        bool quantities = false;
    };
    struct Row
    {
        QByteArrayView lot;
        QByteArrayView bin;
        QByteArrayView warehouse;
        qint64 onHand = 0;
        qint64 reserved = 0;
        std::optional<qint64> expires = {}; ///< when it is known; otherwise loadExpiry() knew it
    };

    /// `words`: those that must be found, phrases too. `stock`: for reading all of it.
    SearchedStock(sqlite3 *db,
                  const StockFilter &filter,
                  const QStringList &words,
                  const std::vector<WarehouseToday> &warehouses,
                  const StockSource &stock);

    bool load();
    /// The days of the lots that the filter's days are about, and where to look because of all that
    /// is known then. Not needed for rows whose day is known.
    bool loadExpiry();
    const SearchedExpiry &expiry() const { return m_expiry; }
    /// Fills in nameRank.
    bool rankNames();
    Needs needs() const;
    /// No more stock rows than this.
    qint64 mostRows() const { return m_mostRows; }
    bool collided() const { return m_ranks->collided() || m_expiry.collided(); }

    const Product &product(quint32 rank) const { return m_products[rank]; }
    /// By its code; products come in the order of their codes.
    quint32 productOf(QByteArrayView code) const;

    /// Only rows of few products and bins can be let through.
    bool isNarrow() const { return m_narrow; }
    const std::vector<quint32> &narrowProducts() const { return m_narrowProducts; }
    const std::vector<Bin> &narrowBins() const { return m_narrowBins; }
    bool isNarrowProduct(quint32 rank) const { return m_inNarrow[rank]; }
    /// By product: whether any of its rows may be let through, as far as is known; loadExpiry() knows
    /// more.
    std::vector<bool> promising() const;

    /// `row`: as far as it is needed.
    bool letsThrough(quint32 product, const Row &row) const;

private:
    struct Word
    {
        bool excluded = false;         ///< must not be found
        QByteArray anywhere;           ///< folded
        QByteArrayList lotBeginnings;  ///< as typed, in capitals, in small letters
        std::vector<quint32> products; ///< with the word, or with a lot that begins with it
        std::vector<Bin> bins;
        bool many = false; ///< too many to look each of them up
    };

    void addWord(const QString &text, bool excluded);
    bool isWanted(const Product &product, QByteArrayView barcode, QByteArrayView category) const;
    bool loadProducts();
    bool markLow();
    bool findBins();
    bool findLots();
    bool findLotsOf(Word &word, const QByteArrayList &lots, bool beginning);
    bool findAskedFor();
    bool hasWords(const Product &product, const Row &row) const;
    bool hasQuantities(const Product &product, const Row &row) const;
    void narrow();
    void narrowTo(std::vector<quint32> products, std::vector<Bin> bins);

    sqlite3 *m_db;
    const StockFilter &m_filter;
    const StockSource &m_stock;
    std::vector<Word> m_words;
    std::vector<Product> m_products;
    std::optional<TextNumbers> m_ranks;
    SearchedExpiry m_expiry;
    Word m_lots; ///< those asked for by their key: only their products
    Word m_bins; ///< those asked for by their key: only the bins
    qint64 m_mostRows = 0;
    qint64 m_rowsPerProduct = 1;
    bool m_narrow = false;
    bool m_knowsExpiry = false;
    std::vector<quint32> m_narrowProducts;
    std::vector<Bin> m_narrowBins;
    std::vector<bool> m_inNarrow;
};

} // namespace tanaban::storage
