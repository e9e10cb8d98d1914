#pragma once

#include "model/codes.h"
#include "model/instant.h"

#include <QDate>
#include <QString>
#include <QUuid>

#include <optional>
#include <tuple>
#include <vector>

namespace tanaban {

// What the database knows about a …; each with the version that a writer must present.

struct Warehouse
{
    QString code;
    QString name;
    QString timeZone;
    bool active = true;
    qint64 version = 0;

    friend bool operator==(const Warehouse &, const Warehouse &) = default;
};

struct Zone
{
    QString warehouse;
    int number = 0;
    QString name;
    StorageCondition condition = StorageCondition::RoomTemperature;
    std::optional<qint64> capacity;        ///< whole sales units; empty: no limit
    std::optional<int> allocationPriority; ///< smaller first, empty last
    bool active = true;
    qint64 version = 0;

    friend bool operator==(const Zone &, const Zone &) = default;
};

struct Bin
{
    QString warehouse;
    int zone = 0;
    QString code; ///< '' is the zone itself
    int walkOrder = 0;
    bool active = true;
    qint64 version = 0;

    friend bool operator==(const Bin &, const Bin &) = default;
};

struct Product
{
    QString code;
    QString name;
    QString category;
    QString barcode;
    StorageCondition condition = StorageCondition::RoomTemperature;
    QString unit;
    int decimals = 0; ///< 0 to 3, fixed once the product has stock or order lines
    std::optional<qint64> reorderPoint;
    bool active = true;
    qint64 version = 0;

    friend bool operator==(const Product &, const Product &) = default;
};

struct Lot
{
    QString product;
    QString lot;
    std::optional<QDate> expiresOn; ///< may be used up to and including this day
    qint64 version = 0;

    friend bool operator==(const Lot &, const Lot &) = default;
};

struct Partner
{
    QString code;
    QString name;
    QString kind; ///< customer, supplier
    bool active = true;
    qint64 version = 0;

    friend bool operator==(const Partner &, const Partner &) = default;
};

struct Person
{
    QString login;
    QString name;
    Role role = Role::Staff;
    bool active = true;
    qint64 version = 0;

    friend bool operator==(const Person &, const Person &) = default;
};

/// What makes a stock row the row it is: one lot of one product in one bin with one status.
struct StockKey
{
    QString warehouse;
    int zone = 0;
    QString bin;
    QString product;
    QString lot;
    StockStatus status = StockStatus::Available;

    friend bool operator==(const StockKey &, const StockKey &) = default;
    /// Some order, for sets and maps; QString has no <=> yet.
    friend bool operator<(const StockKey &a, const StockKey &b)
    {
        return std::tie(a.warehouse, a.zone, a.bin, a.product, a.lot, a.status)
               < std::tie(b.warehouse, b.zone, b.bin, b.product, b.lot, b.status);
    }
};

struct StockRow
{
    qint64 id = 0;
    StockKey key;
    StorageCondition condition = StorageCondition::RoomTemperature;
    Instant receivedAt;
    qint64 onHand = 0;
    qint64 reserved = 0;
    qint64 version = 0;

    qint64 available() const { return onHand - reserved; }
    friend bool operator==(const StockRow &, const StockRow &) = default;
};

/// One line of the ledger.
struct StockEvent
{
    qint64 stockId = 0;
    qint64 version = 0;
    EventKind kind = EventKind::Open;
    qint64 onHandDelta = 0;
    qint64 reservedDelta = 0;
    qint64 onHandAfter = 0;
    qint64 reservedAfter = 0;
    std::optional<qint64> orderId;
    QString orderNumber; ///< as people know the order; empty without one
    QUuid command;
    QString actor;
    QString actorName; ///< empty when the person is not in `people`
    QString reason;
    Instant at;

    friend bool operator==(const StockEvent &, const StockEvent &) = default;
};

struct Allocation
{
    qint64 id = 0;
    std::optional<qint64> orderId;
    std::optional<int> line;
    qint64 stockId = 0;
    qint64 quantity = 0;
    AllocationState state = AllocationState::Open;
    qint64 version = 0;

    friend bool operator==(const Allocation &, const Allocation &) = default;
};

/// Nobody has these goods any more, or they have left; only Undo makes it live again.
constexpr bool hasEnded(AllocationState state)
{
    return state == AllocationState::Shipped || state == AllocationState::Released;
}

struct StockHold
{
    qint64 id = 0;
    qint64 stockId = 0;
    std::optional<qint64> orderId;
    std::optional<int> line;
    qint64 quantity = 0;
    Instant expiresAt;
    HoldState state = HoldState::Active;
    qint64 version = 0;
};

} // namespace tanaban
