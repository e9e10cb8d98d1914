#pragma once

#include "storage/statement.h"

namespace tanaban::storage {

/// What decisions read of stock: one text for both engines.
class StockReads final : public StockReader
{
public:
    explicit StockReads(Connection &connection);

    Read<std::optional<StockContext>> stock(qint64 id, qint64 handMade) override;
    Read<PlaceContext> place(const StockKey &key) override;
    Read<std::vector<PlaceContext>> places(const std::vector<StockKey> &keys) override;
    Read<std::optional<Allocation>> allocation(qint64 id) override;
    Read<std::optional<EarlierCommand>> command(const QUuid &id) override;
    /// Of one moment only within a snapshot or under the locks that matter.
    Read<AllocationBook> allocationBook(const BookQuery &query) override;

    Read<VersionConflict> conflictOf(const std::map<qint64, qint64> &expected);
    Read<std::vector<StockRow>> rows(const std::vector<qint64> &ids);
    /// What the command shipped or released.
    Read<std::vector<EndedAllocation>> ended(const QUuid &command);

private:
    Read<std::optional<StockContext>> stockWithOldest(qint64 id, qint64 count);
    /// What the command set aside for orders.
    std::optional<ReadFailure> addMade(EarlierCommand &past);

    Connection &m_connection;
};

/// The columns of a stock row, in the order that readStockRow() takes them.
inline constexpr QStringView stockColumns =
    u"s.id, s.warehouse_code, s.zone_number, s.bin, s.product_code, s.lot, s.status, "
    u"s.storage_condition, {iso s.received_at}, s.on_hand, s.reserved, s.version";
inline constexpr int stockColumnCount = 12;
StockRow readStockRow(const Statement &statement, int first = 0);

/// The columns of a ledger line of `stock_events e` with `people pe` and `orders o` joined.
inline constexpr QStringView eventColumns =
    u"e.stock_id, e.version, e.kind, e.on_hand_delta, e.reserved_delta, e.on_hand_after, "
    u"e.reserved_after, e.order_id, o.number, {uuid e.command_id}, e.actor, pe.name, e.reason, "
    u"{iso e.at}";
StockEvent readStockEvent(const Statement &statement, int first = 0);

/// What fills the zone: whole sales units, fractions rounded up per row.
Read<qint64> zoneLoad(Connection &connection, const QString &warehouse, int zone);

ReadFailure readFailure(const SqlFault &fault);

/// All rows of a statement that needs no more values.
template <typename T, typename ReadRow>
Read<std::vector<T>> all(Statement &s, ReadRow readRow)
{
    std::vector<T> rows;
    if (s.exec()) {
        while (s.next())
            rows.push_back(readRow(s));
    }
    if (s.fault())
        return fail(readFailure(s.fault()));
    return rows;
}

/// The database's clock as an expression of text in contract form.
QString nowExpression(const Connection &connection);

/// "?, ?, ?" for so many values.
QString placeholders(size_t count);

} // namespace tanaban::storage
