#include "storage/sqlledger.h"

#include "storage/ledgerreads.h"
#include "storage/lists.h"
#include "storage/movementreads.h"
#include "storage/stockids.h"

namespace tanaban::storage {

SqlLedger::SqlLedger(std::shared_ptr<ThreadConnections> connections)
    : m_connections(std::move(connections))
{}

Read<std::vector<LedgerEntry>> SqlLedger::entries(const LedgerFilter &filter,
                                                  const std::optional<LedgerMark> &mark,
                                                  int limit)
{
    return m_connections->read<std::vector<LedgerEntry>>([&](Connection &connection) {
        return LedgerReads(connection, filter).entries(mark, limit);
    });
}

Read<LedgerTotals> SqlLedger::totals(const LedgerFilter &filter)
{
    return m_connections->read<LedgerTotals>(
        [&](Connection &connection) { return LedgerReads(connection, filter).totals(); });
}

Read<std::vector<MovementLine>> SqlLedger::movements(const MovementQuestion &question)
{
    return m_connections->read<std::vector<MovementLine>>(
        [&](Connection &connection) { return readMovements(connection, question); });
}

Read<std::vector<qint64>> SqlLedger::stockIds(const StockFilter &filter,
                                              const StockSort &sort,
                                              qint64 limit,
                                              Instant moment)
{
    return m_connections->read<std::vector<qint64>>([&](Connection &connection) {
        return findStockIds(connection, filter, sort, limit, moment);
    });
}

Read<std::vector<StockListRow>> SqlLedger::stockRows(const std::vector<qint64> &ids, Instant moment)
{
    return m_connections->read<std::vector<StockListRow>>(
        [&](Connection &connection) { return StockLists(connection).stockRows(ids, moment); });
}

} // namespace tanaban::storage
