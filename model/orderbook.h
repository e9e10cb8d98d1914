#pragma once

#include "model/records.h"
#include "model/rows.h"

#include <QHash>

#include <variant>

namespace tanaban {

/// Goods that are set aside for a line of an order, or were.
struct OrderAllocation
{
    qint64 id = 0;
    AllocationState state = AllocationState::Open;
    qint64 quantity = 0;
    qint64 stockId = 0;
    StockKey place; ///< and what lies there
    QString zoneName;

    friend bool operator==(const OrderAllocation &, const OrderAllocation &) = default;
};

/// A line of an order, and what was done for it. Quantities in the product's smallest units.
struct OrderLine
{
    int number = 0;
    QString product;
    qint64 quantity = 0;
    qint64 allocated = 0; ///< pending and open
    qint64 held = 0;      ///< by holds whose time is not over
    qint64 shipped = 0;
    std::vector<OrderAllocation> allocations; ///< pending, open and shipped, oldest first

    qint64 lacking() const { return std::max<qint64>(0, quantity - allocated - held - shipped); }

    friend bool operator==(const OrderLine &, const OrderLine &) = default;
};

/// What happened to goods of a line: set aside, held, shipped, given back.
struct OrderGoodsEvent
{
    int line = 0;
    QString product;
    qint64 quantity = 0;
    std::variant<AllocationState, HoldState> became;
    bool again = false; ///< they were shipped or given back, which was undone

    friend bool operator==(const OrderGoodsEvent &, const OrderGoodsEvent &) = default;
};

/// One command that changed an order, what is set aside for it, or both.
struct OrderEvent
{
    QUuid command;
    QString actor;
    QString actorName; ///< empty when the person is not in `people`
    Instant at;
    std::optional<RecordEvent> change; ///< of the order itself
    std::vector<OrderGoodsEvent> goods;
    QString reason; ///< that was given for what was done with the goods

    friend bool operator==(const OrderEvent &, const OrderEvent &) = default;
};

/// All there is to tell about one order.
struct OrderDetails
{
    Record order; ///< version 0: there is none
    QString partnerName;
    std::vector<OrderLine> lines;
    std::vector<OrderEvent> history;  ///< newest first, the newest of a long one
    QHash<QString, Product> products; ///< by code: of the lines now, and of those in the history
};

/// An order as somebody looks for it.
struct OrderHit
{
    QString number;
    QString partnerName;
    OrderState state = OrderState::Open;

    friend bool operator==(const OrderHit &, const OrderHit &) = default;
};

/// Orders with what was done for them: a port beside Records, which keeps the orders themselves.
/// Safe to call from any worker thread, never from the thread that draws the window.
class OrderBook
{
public:
    virtual ~OrderBook() = default;

    virtual Read<OrderDetails> details(const QString &number) = 0;
    /// How far these orders are, in this order; an order that is not there has no lines.
    virtual Read<std::vector<OrderProgress>> progress(const std::vector<RecordId> &ids) = 0;
    /// A free number for a new order: the one after the greatest that looks like the newest ones.
    virtual Read<QString> nextNumber() = 0;
    /// Orders whose number begins with the text, and unfinished ones that have it in their number;
    /// the one of exactly this number first.
    virtual Read<std::vector<OrderHit>> find(const QString &text, int most) = 0;
};

/// Rows of a list of orders with how far each is.
Read<std::vector<RecordRow>> orderRows(Records &records,
                                       OrderBook &orders,
                                       const std::vector<RecordId> &ids);

/// The number after this one, counted in the digits at its end: SO-000123 follows SO-000122.
/// Nothing when it has none.
std::optional<QString> numberAfter(const QString &number);

} // namespace tanaban
