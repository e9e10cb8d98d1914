#pragma once

#include "model/database.h"
#include "storage/auditor.h"
#include "storage/bulkload.h"
#include "storage/sqlclaims.h"
#include "storage/sqlcodefinder.h"
#include "storage/sqlledger.h"
#include "storage/sqlorderbook.h"
#include "storage/sqloverview.h"
#include "storage/sqlrecords.h"

namespace tanaban::storage {

/// One open database: what the gate hands out.
class SqlDatabase final : public Database
{
public:
    SqlDatabase(std::shared_ptr<ThreadConnections> connections,
                Clock &clock,
                const QString &actor,
                const std::shared_ptr<StoreCounters> &counters,
                QString copyOfOlder);

    Store &store() override { return m_store; }
    Ledger &ledger() override { return m_ledger; }
    Auditor &auditor() override { return m_auditor; }
    BulkLoader &bulkLoader() override { return m_bulkLoader; }
    CodeFinder &codes() override { return m_codes; }
    Records &records() override { return m_records; }
    OrderBook &orders() override { return m_orders; }
    OverviewReader &overview() override { return m_overview; }
    ClaimReader &claims() override { return m_claims; }
    Read<Done> backup(const QString &path) override;
    std::unique_ptr<ChangeFeed> listen(std::function<void()> onChange) override;
    QString copyOfOlder() const override { return m_copyOfOlder; }

private:
    std::shared_ptr<ThreadConnections> m_connections;
    SqlStore m_store;
    SqlLedger m_ledger;
    SqlAuditor m_auditor;
    SqlBulkLoader m_bulkLoader;
    SqlRecords m_records;
    SqlOrderBook m_orders;
    SqlOverview m_overview;
    SqlClaims m_claims;
    QString m_copyOfOlder;
    SqlCodeFinder m_codes;
};

} // namespace tanaban::storage
