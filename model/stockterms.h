#pragma once

#include "model/codes.h"

#include <QDate>
#include <QStringList>

#include <optional>
#include <vector>

namespace tanaban {

/// One of `any`, where there are some, and none of `none`.
template <typename T>
struct Wanted
{
    std::vector<T> any;
    std::vector<T> none;

    /// Nothing is asked for.
    bool isEmpty() const { return any.empty() && none.empty(); }

    friend bool operator==(const Wanted &, const Wanted &) = default;
};

/// A code, whole or by its beginning; small and capital letters of the alphabet are the same (of
/// lots: as typed, all in capitals or all in small letters).
struct CodePattern
{
    QString text;
    bool beginning = false;

    friend bool operator==(const CodePattern &, const CodePattern &) = default;
};

/// A zone, of every warehouse when none is named.
struct ZonePattern
{
    QString warehouse;
    int zone = 0;

    friend bool operator==(const ZonePattern &, const ZonePattern &) = default;
};

/// Both ends belong to it, in thousandths of the product's unit, so that 1.5 kg is less than 2
/// pieces.
struct QuantityRange
{
    std::optional<qint64> least;
    std::optional<qint64> most;

    friend bool operator==(const QuantityRange &, const QuantityRange &) = default;
};

/// A date, or so many days after today in the warehouse where the goods lie.
struct SearchDay
{
    QDate date;   ///< invalid: counted from today
    int days = 0; ///< with an invalid date

    friend bool operator==(const SearchDay &, const SearchDay &) = default;
};

/// Both ends belong to it. `never`: what has no day at all; then there are no ends.
struct DayRange
{
    std::optional<SearchDay> first;
    std::optional<SearchDay> last;
    bool never = false;

    friend bool operator==(const DayRange &, const DayRange &) = default;
};

/// What the search language can ask of stock beside plain words. Every part must hold.
struct StockTerms
{
    QStringList phrases; ///< like the words of a search text, with the spaces in them
    QStringList without; ///< words and phrases that must not be found
    Wanted<QString> warehouses;
    Wanted<ZonePattern> zones;
    Wanted<CodePattern> bins;     ///< "" is the zone itself
    Wanted<CodePattern> products; ///< code or barcode
    Wanted<CodePattern> categories;
    Wanted<CodePattern> lots;
    Wanted<StockStatus> statuses;
    Wanted<StorageCondition> conditions;
    Wanted<QuantityRange> available;
    Wanted<QuantityRange> onHand;
    Wanted<QuantityRange> reserved;
    Wanted<DayRange> expires;
    Wanted<DayRange> received; ///< by the day in the warehouse
    bool notLow = false;       ///< products above their reorder point, or without one

    friend bool operator==(const StockTerms &, const StockTerms &) = default;
};

/// More words, or longer ones, are never found anywhere: the longest text searched in is a name.
inline constexpr qsizetype longestSearchWord = 200;
inline constexpr qsizetype mostSearchWords = 64;

} // namespace tanaban
