#pragma once

#include "model/orderbook.h"
#include "storage/statement.h"

namespace tanaban::storage {

/// The reads of the OrderBook port: one text for both engines.
class OrderBookReads
{
public:
    explicit OrderBookReads(Connection &connection);

    Read<OrderDetails> details(const QString &number);
    Read<std::vector<OrderProgress>> progress(const std::vector<RecordId> &ids);
    Read<QString> nextNumber();
    Read<std::vector<OrderHit>> find(const QString &text, int most);

private:
    SqlFault addLines(OrderDetails &details);
    SqlFault addAllocations(OrderDetails &details);
    SqlFault addHeld(OrderDetails &details);
    SqlFault addGoodsEvents(OrderDetails &details);
    SqlFault addProducts(OrderDetails &details);
    Read<bool> exists(const QString &number);
    Read<QString> greatestLike(const QString &number);

    Connection &m_connection;
};

} // namespace tanaban::storage
