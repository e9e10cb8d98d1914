#pragma once

#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace tanaban {

/// What a term of the search language is about. Words: no key, looked for in many fields.
enum class SearchKey {
    Words,
    Product,
    Lot,
    Bin,
    Zone,
    Warehouse,
    Category,
    Status,
    Condition,
    Available,
    OnHand,
    Reserved,
    Expires,
    Received,
    Is,  ///< a trait: low, expired, …
    With ///< rows that are hidden otherwise
};

/// What the language calls things when it writes itself; it always reads both.
enum class SearchWording {
    English,
    Japanese
};

/// Traits and extras, the values of Is and With.
enum class SearchTrait {
    Low,
    Expired,
    Expiring, ///< not expired, but within expiringDays
    Reserved,
    Empty
};
inline constexpr int expiringDays = 30;

/// Every key but Words, in the order in which they are proposed.
const std::vector<SearchKey> &searchKeys();

/// "lot", "ロット": without the colon.
QString wordOf(SearchKey key, SearchWording wording);
/// By any of its words, in any width and case.
std::optional<SearchKey> searchKeyOf(QStringView word);

/// The words that a key takes as its values, in the order in which they are proposed; none for keys
/// with codes, quantities or days.
QStringList valueWordsOf(SearchKey key, SearchWording wording);

/// A word among the values of a key as an Enum (StockStatus, StorageCondition, SearchTrait).
template <typename Enum>
std::optional<Enum> searchValueOf(QStringView word);
template <typename Enum>
QString wordOf(Enum value, SearchWording wording);

/// Letters of any width and case as one: NFKC, small letters.
QString foldedWord(QStringView word);

} // namespace tanaban
