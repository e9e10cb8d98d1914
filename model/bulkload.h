#pragma once

#include "model/outcome.h"
#include "model/result.h"

#include <functional>
#include <memory>

namespace tanaban {

/// A command of the past, for a generated history.
struct PastCommand
{
    QUuid id;
    QString kind;
    QString actor;
    Instant at;
};

/// A line of `changes`: what a command of the past did to a record, allocation or hold.
struct PastChange
{
    QString entity;
    QString key; ///< as the commit writes it: "WH001/1/A-01-1", an allocation's id, …
    qint64 version = 1;
    QUuid command;
    QString actor;
    Instant at;
    QByteArray before; ///< JSON of the changed fields; empty: the record is new
    QByteArray after;
};

/// The head of an order as it is now.
struct PastOrder
{
    qint64 id = 0;
    QString number;
    QString partner;
    std::optional<int> priority; ///< smaller first, empty last
    std::optional<QDate> dueOn;
    OrderState state = OrderState::Open;
    qint64 version = 1;
};

struct PastOrderLine
{
    qint64 order = 0;
    int number = 1;
    QString product;
    qint64 quantity = 0;
};

/// Writes a whole generated company at once, in one transaction, into a database that has no
/// commands yet. Each part may come as often as needed (chunks keep memory flat), but what a row
/// refers to comes before it: warehouses, zones, bins, products, lots, then stock; partners, orders,
/// then their lines. Then finish(), which refuses quantities that no stock row can have; that references
/// lead somewhere is up to the caller, SQLite does not look while it loads. Destroying the loader before
/// that leaves nothing behind.
class BulkLoad
{
public:
    virtual ~BulkLoad() = default;
    virtual bool add(std::vector<Warehouse> rows) = 0;
    virtual bool add(std::vector<Zone> rows) = 0;
    virtual bool add(std::vector<Bin> rows) = 0;
    virtual bool add(std::vector<Product> rows) = 0;
    virtual bool add(std::vector<Lot> rows) = 0;
    virtual bool add(std::vector<Partner> rows) = 0;
    virtual bool add(std::vector<Person> rows) = 0; ///< skips logins that exist
    virtual bool add(std::vector<PastCommand> rows) = 0;
    virtual bool add(std::vector<PastOrder> rows) = 0; ///< ids given by the caller
    virtual bool add(std::vector<PastOrderLine> rows) = 0;
    virtual bool add(std::vector<StockRow> rows) = 0; ///< ids given by the caller
    virtual bool add(std::vector<StockEvent> rows) = 0;
    virtual bool add(std::vector<Allocation> rows) = 0; ///< ids given by the caller
    virtual bool add(std::vector<PastChange> rows) = 0;
    virtual Result<Done, ReadFailure> finish() = 0;
    virtual ReadFailure failure() const = 0; ///< after an add() that said false
};

class BulkLoader
{
public:
    virtual ~BulkLoader() = default;
    /// Refused when the database has commands already.
    virtual Result<std::unique_ptr<BulkLoad>, ReadFailure> start() = 0;
};

} // namespace tanaban
