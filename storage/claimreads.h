#pragma once

#include "model/claims/claimcommand.h"
#include "storage/statement.h"

namespace tanaban::storage {

/// Who has what of the stock: one text for both engines.
class ClaimReads
{
public:
    explicit ClaimReads(Connection &connection);

    Read<std::vector<Claim>> claims(const ClaimQuery &query);
    Read<qint64> pendingCount();

private:
    Connection &m_connection;
};

} // namespace tanaban::storage
