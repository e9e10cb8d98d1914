#pragma once

#include "model/search/searchkeys.h"
#include "model/store.h"

namespace tanaban {

/// All that has a code which was scanned or typed.
struct CodeHits
{
    std::vector<Product> products; ///< by code or barcode, active ones first
    std::vector<Lot> lots;         ///< of several products, perhaps
    std::vector<Bin> bins;         ///< in several zones, perhaps

    bool isEmpty() const { return products.empty() && lots.empty() && bins.empty(); }

    friend bool operator==(const CodeHits &, const CodeHits &) = default;
};

/// A value that can be typed behind a key, and what it is.
struct CodeProposal
{
    QString code;
    QString name;

    friend bool operator==(const CodeProposal &, const CodeProposal &) = default;
};

/// Finds things by their codes. Safe to call from any worker thread, like Store.
class CodeFinder
{
public:
    virtual ~CodeFinder() = default;

    /// Whole codes, as typed, in capitals or in small letters; at most `most` of each kind.
    virtual Read<CodeHits> withCodes(const QStringList &codes, int most) = 0;

    /// What can stand behind a key, by the beginning of its code (of products and categories: any
    /// part, of products also of the name); nothing for keys without codes.
    virtual Read<std::vector<CodeProposal>> propose(SearchKey key,
                                                    const QString &typed,
                                                    int most) = 0;
};

} // namespace tanaban
