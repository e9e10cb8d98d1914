#pragma once

#include "model/demo/history.h"

#include <map>
#include <span>

namespace tanaban::demo {

/// Which line of which order.
struct OrderRef
{
    qint64 order = 0;
    int line = 0;
};

/// A line of an order that waits, with what is set aside for it already.
struct OpenLine
{
    qint64 product = 0; ///< its index
    qint64 quantity = 0;
    qint64 taken = 0; ///< so much is to be allocated, if there is as much
};

/// An order that waits for its goods.
struct OpenOrder
{
    QString partner;
    std::optional<int> priority;
    QDate dueOn;
    OrderState state = OrderState::Open;
    Instant created;
    PastCommand allocation; ///< sets goods aside for its lines
    AllocationState claims = AllocationState::Open;
    std::vector<OpenLine> lines;
};

/// What a line that waits takes of its product.
struct OpenClaim
{
    OrderRef ref;
    size_t openOrder = 0;
    qint64 quantity = 0;
};

/// A line that an order of the past had.
struct PastItem
{
    quint32 slot = 0;
    qint64 product = 0; ///< its index
    qint64 quantity = 0;
};

/// An order of the past and when it was worked on.
struct PastSlot
{
    Instant first; ///< when its first goods were set aside
    Instant last;  ///< when the last were shipped or given back
    qint64 order = 0;
    int lines = 0;
};

/// All orders of the company. Orders go across products, whose histories are made one by one: every
/// day has places for a fixed number of orders, and a shipment falls into one of them by chance. The
/// survey of all products finds which are taken and what their lines are; then every order gets its
/// number, by the time when it came in, and the second pass over the products meets the same lines
/// again, in the same order.
class OrderBook
{
public:
    using Slot = quint32;
    static constexpr int mostLines = 12;

    OrderBook(quint64 seed, const Month &month, const Size &size);

    /// Some place of an order that was completed on this day, mostly from this warehouse.
    Slot completedOn(QDate day, int warehouse, Random &random) const;
    Slot cancelledOn(QDate day, Random &random) const;
    /// Nothing: the order is as long as orders get.
    std::optional<OrderRef> addLine(Slot slot,
                                    qint64 product,
                                    qint64 quantity,
                                    Instant first,
                                    Instant last);

    /// Before the month of the ledger a whole order is allocated at once and shipped at once.
    PastCommand allocationOf(Slot slot) const;
    PastCommand shipmentOf(Slot slot) const;

    /// After the survey: numbers the orders, and is ready to meet their lines again.
    void settle(std::vector<OpenOrder> open);
    const std::vector<OpenOrder> &open() const { return m_open; }
    /// What waiting orders take of a product, in the order of time; nothing before settle().
    std::span<const OpenClaim> claimsOf(qint64 product) const;

    /// One after the other in the order of their ids, after settle(); false: it is to stop.
    struct Written
    {
        PastOrder order;
        std::vector<PastOrderLine> lines;
        std::vector<PastCommand> commands;
        std::vector<PastChange> changes;
    };
    size_t count() const { return m_heads.size(); }
    const Month &month() const { return m_month; }
    Written written(size_t index, const std::vector<ProductPlan> &products) const;

private:
    struct Head
    {
        Instant created;
        bool past = true;
        quint32 index = 0; ///< its slot, or which of the open ones
    };

    /// The slots of the days before the month come first; those days have fewer orders, and none that
    /// were cancelled.
    Slot firstOfMonth() const { return Slot(m_earlierDays * m_earlierPerDay); }
    bool isBeforeMonth(Slot slot) const { return slot < firstOfMonth(); }
    bool isCancelled(Slot slot) const;
    QDate dayOf(Slot slot) const;
    Instant momentIn(Slot slot, int firstHour, int lastHour, Random &random) const;
    int warehouseOf(Slot slot) const;
    void writePast(Written &to, Slot slot) const;
    void writeOpen(Written &to, const OpenOrder &order) const;

    quint64 m_seed;
    Month m_month;
    qint64 m_earlierDays = 0;
    qint64 m_earlierPerDay = 1;
    qint64 m_completedPerDay = 1; ///< in the month
    qint64 m_ordersPerDay = 1;    ///< with the cancelled ones
    qint64 m_customers = 0;
    bool m_settled = false;
    std::vector<PastSlot> m_slots;
    std::vector<PastItem> m_items;    ///< once settled: by slot
    std::vector<size_t> m_firstItems; ///< of each slot
    std::vector<OpenOrder> m_open;
    std::vector<Head> m_heads; ///< in the order of their ids
    std::map<qint64, std::vector<OpenClaim>> m_claims;
};

} // namespace tanaban::demo
