#pragma once

#include "model/demo/orderbook.h"

#include <set>

namespace tanaban::demo {

/// What an order took of a stock row before the month of the ledger began.
struct EarlierLine
{
    OrderRef ref;
    qint64 quantity = 0;
    PastCommand allocation;
    PastCommand shipment;
};

/// Gives what left the stock of one product to orders of the past. No order has a product twice.
class OrderLines
{
public:
    OrderLines(OrderBook &book, quint64 seed, qint64 product);

    /// The lines of a row that came `months` before the month, in the order of time.
    std::vector<EarlierLine> beforeMonth(qint64 months, int warehouse, const ProductPlan &plan);

    /// What was shipped during the month becomes lines of completed orders, and some of what was
    /// given back, lines of cancelled ones. What nobody has ended stays made by hand.
    void assignMonth(ProductHistory &history, const Layout &layout);

private:
    /// All that became of what was reserved at once.
    struct Lineage
    {
        qint64 quantity = 0;
        bool fromOrder = false; ///< already
        bool open = false;
        bool shipped = false;
        Instant first;
        Instant last;
        std::optional<OrderRef> ref;
    };

    std::vector<Lineage> lineagesOf(const ProductHistory &history);
    void place(Lineage &lineage, int warehouse);

    OrderBook &m_book;
    qint64 m_product;
    Random m_random;
    std::set<OrderBook::Slot> m_taken;
    std::vector<size_t> m_roots; ///< of each allocation: the one that it was split from, by index
};

} // namespace tanaban::demo
