#pragma once

#include "model/codefinder.h"
#include "storage/sqlstore.h"

namespace tanaban::storage {

/// The CodeFinder over SQLite or PostgreSQL.
class SqlCodeFinder final : public CodeFinder
{
public:
    explicit SqlCodeFinder(std::shared_ptr<ThreadConnections> connections);

    Read<CodeHits> withCodes(const QStringList &codes, int most) override;
    Read<std::vector<CodeProposal>> propose(SearchKey key, const QString &typed, int most) override;

private:
    std::shared_ptr<ThreadConnections> m_connections;
};

} // namespace tanaban::storage
