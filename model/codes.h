#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace tanaban {

// The words of contract.md for each state, as they stand in tables, files and on the command line.

enum class StorageCondition {
    RoomTemperature,
    Refrigerated,
    Frozen
};
enum class StockStatus {
    Available,
    Quarantined,
    Damaged
};
enum class EventKind {
    Open,
    Receive,
    Reserve,
    Release,
    Ship,
    Move,
    Adjust,
    Status,
    Hold,
    Confirm,
    Expire
};
enum class AllocationState {
    Pending,
    Open,
    Shipped,
    Released
};
enum class HoldState {
    Active,
    Confirmed,
    Released,
    Expired
};
enum class OrderState {
    Draft,
    Open,
    Completed,
    Cancelled
};
enum class Role {
    Viewer,
    Staff,
    Supervisor,
    Admin
};
enum class Entity {
    Warehouse,
    Zone,
    Bin,
    Product,
    Lot,
    Partner,
    Person,
    Order,
    Strategy
};

QString codeOf(StorageCondition value);
QString codeOf(StockStatus value);
QString codeOf(EventKind value);
QString codeOf(AllocationState value);
QString codeOf(HoldState value);
QString codeOf(OrderState value);
QString codeOf(Role value);
QString codeOf(Entity value);

/// The value with this word, or nothing.
template <typename Enum>
std::optional<Enum> fromCode(QStringView code);

/// Why a code cannot be used; NoFault when it can.
enum class CodeFault {
    NoFault,
    Empty,
    TooShort,
    TooLong,
    EdgeSpace,
    ControlCharacter,
    WrongCharacter
};

/// Warehouse codes: ^[A-Z0-9-]{2,50}$.
CodeFault checkWarehouseCode(QStringView code);
/// Product, partner, bin and lot codes: 1 to 50 printable characters, no space at an edge, no
/// control or bidirectional-override characters.
CodeFault checkCode(QStringView code);
/// Names and reasons: 1 to 200 printable characters.
CodeFault checkName(QStringView name);
/// As stored: Unicode NFC, otherwise as typed.
QString normalized(const QString &code);

} // namespace tanaban
