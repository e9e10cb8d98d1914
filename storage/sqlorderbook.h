#pragma once

#include "model/orderbook.h"
#include "storage/sqlstore.h"

namespace tanaban::storage {

/// The OrderBook port over SQLite or PostgreSQL.
class SqlOrderBook final : public OrderBook
{
public:
    explicit SqlOrderBook(std::shared_ptr<ThreadConnections> connections);

    Read<OrderDetails> details(const QString &number) override;
    Read<std::vector<OrderProgress>> progress(const std::vector<RecordId> &ids) override;
    Read<QString> nextNumber() override;
    Read<std::vector<OrderHit>> find(const QString &text, int most) override;

private:
    std::shared_ptr<ThreadConnections> m_connections;
};

} // namespace tanaban::storage
