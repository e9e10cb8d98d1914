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
    Read<std::vector<MovementLine>> movements(const MovementQuestion &question) override;
    Read<std::vector<qint64>> stockIds(const StockFilter &filter,
                                       const StockSort &sort,
                                       qint64 limit,
                                       Instant moment) override;
    Read<std::vector<StockListRow>> stockRows(const std::vector<qint64> &ids,
                                              Instant moment) override;

private:
    std::shared_ptr<ThreadConnections> m_connections;
};

} // namespace tanaban::storage
