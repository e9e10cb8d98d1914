#include "storage/sqlledger.h"

#include "storage/ledgerreads.h"

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

} // namespace tanaban::storage
