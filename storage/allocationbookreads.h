#pragma once

#include "model/planning/allocationbook.h"
#include "storage/statement.h"

#include <QHash>

namespace tanaban::storage {

/// Reads orders and the stock for them: one text for both engines, a few statements whatever the
/// number of orders. The caller sees to it that they are of one moment.
class AllocationBookReads
{
public:
    explicit AllocationBookReads(Connection &connection);

    Read<AllocationBook> read(const BookQuery &query);

private:
    SqlFault readOrders(const BookQuery &query);
    SqlFault readClaims();
    SqlFault readProducts();
    SqlFault readPlaces();
    SqlFault readStock(bool onlyUsable);
    /// Each order's strategy: its own, its partner's, the company's, or the first of all.
    SqlFault readStrategies();
    void leaveOutServed();
    void sortStock(std::vector<std::pair<int, BookStock>> rows);
    /// The column is the id of an order that is asked for; binds nothing when that is all open ones.
    QString orderCondition(const QString &column) const;
    void bindOrders(Statement &s) const;

    Connection &m_connection;
    std::optional<std::vector<qint64>> m_orders; ///< asked for; nothing: all open ones
    AllocationBook m_book;
    QHash<QString, int> m_products;
    QHash<qint64, int> m_orderIndex;
    QHash<QString, int> m_places; ///< by warehouse and zone
};

} // namespace tanaban::storage
