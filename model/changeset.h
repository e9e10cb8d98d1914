#pragma once

#include "model/rows.h"

#include <QJsonObject>

namespace tanaban {

/// What the person (or the process) wanted, before anything was planned. The content hash covers
/// exactly this: kind, what was asked for and who asked; not versions, plan or time.
struct Intent
{
    QUuid id;
    QString kind; ///< a kind of change of the matrix: reserve, receive, move, …
    QJsonObject asked;
    QString actor;
    QString reason;
    std::optional<QUuid> undoes;

    /// SHA-256 of kind, asked, actor and reason in canonical JSON.
    QByteArray contentHash() const;
};

/// A time-ordered UUID (version 7), so that commands made together lie together.
QUuid newCommandId();

/// One stock row of a change set. Its condition: `expectedVersion` when a person looked at the row,
/// otherwise the guard of its kind (enough available, still allocatable).
struct StockChange
{
    qint64 id = 0;                     ///< 0: the row with `key`, made if it is missing
    StockKey key;                      ///< used when id is 0
    std::optional<Instant> receivedAt; ///< what arrives brings its date; empty: now
    std::optional<qint64> expectedVersion;
    EventKind kind = EventKind::Open;
    qint64 onHandDelta = 0;
    qint64 reservedDelta = 0;
    std::optional<qint64> orderId;
};

/// A new allocation (id 0), or `quantity` taken out of an existing one and given another state;
/// the rest, if any, stays what it was (contract: an allocation shrinks only by splitting).
struct AllocationChange
{
    qint64 id = 0;
    std::optional<qint64> expectedVersion; ///< empty: the guard (still in `from`, still enough)
    std::optional<qint64> orderId;
    std::optional<int> line;
    qint64 stockId = 0;
    qint64 quantity = 0;
    AllocationState from = AllocationState::Open; ///< ignored for a new one
    AllocationState to = AllocationState::Open;
};

/// A new hold (id 0) or the end of one. `confirmed` makes an open allocation of the same quantity.
struct HoldChange
{
    qint64 id = 0;
    std::optional<qint64> expectedVersion;
    std::optional<qint64> orderId;
    std::optional<int> line;
    qint64 stockId = 0;
    qint64 quantity = 0;
    int minutes = 0; ///< how long a new one lasts, by the database's clock
    HoldState to = HoldState::Active;
};

/// Master data and orders: the fields that are set. Without `expectedVersion` the record is new
/// and must not exist. `fields` holds columns of contract.md with their JSON values; an order's
/// `lines` are an array of {line_number, product_code, quantity}.
struct RecordChange
{
    Entity entity = Entity::Product;
    QJsonObject key;
    std::optional<qint64> expectedVersion;
    QJsonObject fields;
};

/// Everything one command changes; applied whole or not at all.
struct ChangeSet
{
    Intent intent;
    std::vector<RecordChange> records;
    std::vector<StockChange> stock;
    std::vector<AllocationChange> allocations;
    std::vector<HoldChange> holds;
};

} // namespace tanaban
