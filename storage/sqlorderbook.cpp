#include "storage/sqlorderbook.h"

#include "storage/orderbookreads.h"

namespace tanaban::storage {

SqlOrderBook::SqlOrderBook(std::shared_ptr<ThreadConnections> connections)
    : m_connections(std::move(connections))
{}

Read<OrderDetails> SqlOrderBook::details(const QString &number)
{
    return m_connections->read<OrderDetails>(
        [&](Connection &connection) { return OrderBookReads(connection).details(number); });
}

Read<std::vector<OrderProgress>> SqlOrderBook::progress(const std::vector<RecordId> &ids)
{
    return m_connections->read<std::vector<OrderProgress>>(
        [&](Connection &connection) { return OrderBookReads(connection).progress(ids); });
}

Read<QString> SqlOrderBook::nextNumber()
{
    return m_connections->read<QString>(
        [](Connection &connection) { return OrderBookReads(connection).nextNumber(); });
}

Read<std::vector<OrderHit>> SqlOrderBook::find(const QString &text, int most)
{
    return m_connections->read<std::vector<OrderHit>>(
        [&](Connection &connection) { return OrderBookReads(connection).find(text, most); });
}

} // namespace tanaban::storage
