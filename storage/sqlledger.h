#pragma once

#include "model/ledger.h"
#include "storage/sqlstore.h"

namespace tanaban::storage {

/// The Ledger over SQLite or PostgreSQL.
class SqlLedger final : public Ledger
{
public:
    explicit SqlLedger(std::shared_ptr<ThreadConnections> connections);

    Read<std::vector<LedgerEntry>> entries(const LedgerFilter &filter,
                                           const std::optional<LedgerMark> &mark,
                                           int limit) override;
    Read<LedgerTotals> totals(const LedgerFilter &filter) override;

private:
    std::shared_ptr<ThreadConnections> m_connections;
};

} // namespace tanaban::storage
