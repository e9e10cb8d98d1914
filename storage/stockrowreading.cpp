#include "storage/stockreads.h"

#include <QUuid>

// One row of an answer, and what all readers share.

namespace tanaban::storage {

using namespace Qt::StringLiterals;

StockRow readStockRow(const Statement &statement, int first)
{
    StockRow row;
    row.id = statement.integer(first);
    row.key.warehouse = statement.text(first + 1);
    row.key.zone = int(statement.integer(first + 2));
    row.key.bin = statement.text(first + 3);
    row.key.product = statement.text(first + 4);
    row.key.lot = statement.text(first + 5);
    row.key.status = fromCode<StockStatus>(statement.text(first + 6)).value_or(StockStatus::Damaged);
    row.condition = fromCode<StorageCondition>(statement.text(first + 7))
                        .value_or(StorageCondition::RoomTemperature);
    row.receivedAt = statement.instant(first + 8);
    row.onHand = statement.integer(first + 9);
    row.reserved = statement.integer(first + 10);
    row.version = statement.integer(first + 11);
    return row;
}

StockEvent readStockEvent(const Statement &statement, int first)
{
    StockEvent event;
    event.stockId = statement.integer(first);
    event.version = statement.integer(first + 1);
    event.kind = fromCode<EventKind>(statement.text(first + 2)).value_or(EventKind::Open);
    event.onHandDelta = statement.integer(first + 3);
    event.reservedDelta = statement.integer(first + 4);
    event.onHandAfter = statement.integer(first + 5);
    event.reservedAfter = statement.integer(first + 6);
    event.orderId = statement.optionalInteger(first + 7);
    event.orderNumber = statement.text(first + 8);
    event.command = statement.uuid(first + 9);
    event.actor = statement.text(first + 10);
    event.actorName = statement.text(first + 11);
    event.reason = statement.text(first + 12);
    event.at = statement.instant(first + 13);
    return event;
}

ReadFailure readFailure(const SqlFault &fault)
{
    ReadFailure failure;
    failure.detail = fault.text;
    switch (fault.kind) {
    case Fault::Busy:
    case Fault::Again:
        failure.kind = ReadFailure::Kind::Busy;
        break;
    case Fault::Damaged:
        failure.kind = ReadFailure::Kind::Damaged;
        break;
    case Fault::NotAllowed:
        failure.kind = ReadFailure::Kind::NotAllowed;
        break;
    case Fault::Lost:
        failure.kind = ReadFailure::Kind::Unavailable;
        break;
    default:
        failure.kind = ReadFailure::Kind::Refused;
        break;
    }
    return failure;
}

QString nowExpression(const Connection &connection)
{
    return connection.isPostgres()
               ? u"to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"_s
               : u"(strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z')"_s;
}

QString placeholders(size_t count)
{
    QString text = u"?"_s;
    for (size_t i = 1; i < count; ++i)
        text += u", ?"_s;
    return text;
}

} // namespace tanaban::storage
