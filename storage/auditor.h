#pragma once

#include "model/database.h"
#include "storage/connection.h"

namespace tanaban::storage {

/// Runs the checks of resources/audit: one SELECT per file that returns what violates it. They
/// share nothing with the code that writes. All of them see the same moment.
class SqlAuditor final : public Auditor
{
public:
    /// Opens a connection of its own for every verify(); `config` says where.
    SqlAuditor(ConnectionConfig config, std::shared_ptr<StoreCounters> counters);

    Read<std::vector<AuditFinding>> verify() override;

private:
    ConnectionConfig m_config;
    std::shared_ptr<StoreCounters> m_counters;
};

/// All checks over a connection, in the transaction that is open there.
Read<std::vector<AuditFinding>> runAudit(Connection &connection);

/// One check as it stands in its file.
struct AuditCheck
{
    QString name;    ///< "03-dense-versions"
    QString meaning; ///< the comment above the statement
    QString sql;     ///< first column: a description of what is wrong
};

/// All files, by name. Never empty in a program that was built whole.
std::vector<AuditCheck> auditChecks();

} // namespace tanaban::storage
