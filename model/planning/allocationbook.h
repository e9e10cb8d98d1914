#pragma once

#include "model/planning/strategy.h"
#include "model/rows.h"

#include <QStringList>

namespace tanaban {

/// A zone with all that decides whether and when its goods are taken.
struct BookPlace
{
    QString warehouse;
    int zone = 0;
    QString name;
    StorageCondition condition = StorageCondition::RoomTemperature;
    std::optional<int> priority; ///< smaller first, empty last
    bool active = true;          ///< the zone and its warehouse
    QDate today;                 ///< in the warehouse, by the database's clock

    friend bool operator==(const BookPlace &, const BookPlace &) = default;
};

struct BookProduct
{
    QString code;
    QString name;
    QString unit;
    int decimals = 0;
    StorageCondition condition = StorageCondition::RoomTemperature;
    bool active = true;
    int firstStock = 0; ///< its rows lie together in AllocationBook::stock
    int stockCount = 0;

    friend bool operator==(const BookProduct &, const BookProduct &) = default;
};

/// A stock row with goods.
struct BookStock
{
    qint64 id = 0;
    qint64 version = 0;
    int place = 0; ///< in AllocationBook::places
    StockStatus status = StockStatus::Available;
    bool binActive = true;
    int walkOrder = 0;
    Instant receivedAt;
    std::optional<QDate> expiresOn;
    qint64 onHand = 0;
    qint64 available = 0; ///< what holds whose time is over had counts as free
    QString bin;
    QString lot;

    friend bool operator==(const BookStock &, const BookStock &) = default;
};

struct BookOrder
{
    qint64 id = 0;
    qint64 version = 0;
    QString number;
    QString partner;
    QString partnerName;
    std::optional<int> priority; ///< smaller first, empty last
    std::optional<QDate> dueOn;
    QString warehouse; ///< where it has goods from already; empty: none yet
    int strategy = 0;  ///< in AllocationBook::strategies
    int firstLine = 0; ///< its lines lie together in AllocationBook::lines
    int lineCount = 0;

    friend bool operator==(const BookOrder &, const BookOrder &) = default;
};

struct BookLine
{
    int order = 0;   ///< in AllocationBook::orders
    int number = 0;  ///< as the order has it
    int product = 0; ///< in AllocationBook::products
    qint64 ordered = 0;
    qint64 claimed = 0; ///< pending, open and shipped allocations and active holds
    QString lot;        ///< what it has already is of this one; empty: it has nothing

    qint64 wanted() const { return ordered - claimed; }
    friend bool operator==(const BookLine &, const BookLine &) = default;
};

/// Open orders and the stock that may serve them, read at one moment: all that a plan relies on.
/// Orders, lines and rows refer to each other by their place in these lists.
struct AllocationBook
{
    std::vector<Strategy> strategies; ///< never empty when there are orders
    std::vector<BookPlace> places;
    std::vector<BookProduct> products;
    std::vector<BookStock> stock; ///< of each product together, in order of ids
    std::vector<BookOrder> orders;
    std::vector<BookLine> lines; ///< of each order together, in order of numbers

    friend bool operator==(const AllocationBook &, const AllocationBook &) = default;
};

/// What a book is read for.
struct BookQuery
{
    std::vector<qint64> orders; ///< ids
    QStringList numbers;        ///< or their numbers; neither: all open ones
    bool onlyLacking = false;   ///< leave out orders that lack nothing
    bool onlyUsable = false; ///< leave out stock that can never be taken: for plans that nobody reads

    friend bool operator==(const BookQuery &, const BookQuery &) = default;
};

} // namespace tanaban
