#pragma once

#include "model/records.h"
#include "storage/statement.h"

namespace tanaban::storage {

/// What makes an order more than a row of a table: its lines, and what is set aside for them.
class OrderRecords
{
public:
    explicit OrderRecords(Connection &connection);

    /// Gives every order of these rows its `lines`.
    SqlFault addLines(std::vector<RecordRow> &rows);
    /// The products among these that are not there, sorted.
    Result<QStringList, SqlFault> unknownProducts(const QStringList &codes);
    /// What the command refers to and is not there, and what the order has; for decisions and for
    /// the commit, which believes none of them.
    SqlFault addContext(const RecordCommand &command, RecordContext &context);

private:
    SqlFault addReferences(const QJsonObject &wanted, RecordContext &context);
    SqlFault addClaims(const QString &number, RecordContext &context);

    Connection &m_connection;
};

} // namespace tanaban::storage
