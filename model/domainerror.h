#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace tanaban {

/// The rules that can say no. The names are what scripts see (`"rule"` in JSON).
enum class Rule {
    InsufficientStock,      ///< more wanted than is available
    InvalidReleaseQuantity, ///< more released than is reserved (by hand)
    NotReserved,            ///< only what is reserved can be shipped
    StorageConditionMismatch,
    ZoneFull,
    Expired,
    NotAllocatable, ///< quarantined or damaged
    Inactive,       ///< product, lot's product, bin, zone or warehouse
    TooManyDecimals,
    NotANumber,
    QuantityOutOfRange,
    UnknownStock,
    UnknownProduct,
    UnknownPlace,
    UnknownAllocation,
    UnknownOrder,
    UnknownPerson,
    SamePlace, ///< a move or change of status to where it already is
    InvalidCode,
    LotExpiryDiffers,  ///< the lot is known with another expiry date
    OrderLineExceeded, ///< more than was ordered
    OrderClosed,
    OrderEnded,     ///< completed or cancelled: it stays as it is
    OrderBegins,    ///< a new one is a draft or open
    OrderHasClaims, ///< goods are set aside for it
    OrderWasSent,   ///< some of it; so it cannot be a draft again
    OrderNotWhole,  ///< its strategy fills orders whole or not at all
    LineNotWhole,   ///< its strategy fills lines whole or not at all
    OtherWarehouse, ///< its strategy takes from one only
    SeveralLots,    ///< its strategy takes each line from one only
    ReasonMissing,
    CommandIdReused, ///< the same id with another intent, or somebody else's
    Abandoned,       ///< the command was given up before; it can no longer happen
    HoldExpired,
    HoldEnded,
    NotUndoable,   ///< not one's own, not of a kind that can be taken back, or for an order
    TooLateToUndo, ///< more than ten minutes ago
    UndoneAlready,
    StockWentOn,  ///< what is to be taken back is not there any more as it was
    RowTwice,     ///< one command may change a stock row once
    NotAllowed,   ///< the person's role does not permit it
    ShapeRefused, ///< the change does not have the shape its kind may have
    Exists,       ///< created already
    Unknown,      ///< a record to be changed does not exist
    FieldMissing, ///< a field of a record that must have a value
    InvalidName,
    InvalidWarehouseCode,
    UnknownTimeZone,
    NumberOutOfRange, ///< asked: the least, possible: the greatest that is allowed
    NotEmpty,         ///< a place with goods cannot be taken out of use; possible: rows
    ParentInactive,   ///< what it belongs to is not in use
    DecimalsFixed,
    ConditionFixed, ///< the storage condition, once goods were kept with it
    LastAdmin,
    OwnRole,    ///< nobody changes their own role or takes themselves out of use
    Constraint, ///< the database refused it by a constraint
    DiskFull,   ///< the disk under the database has no room
    ReadOnly,   ///< database of a newer or older program
    Damaged     ///< the data itself is broken: found while the command was carried out
};

QString nameOf(Rule rule);
std::optional<Rule> ruleFromName(QStringView name);

/// A rule that said no, with what the message needs. Quantities are in smallest units.
struct DomainError
{
    Rule rule = Rule::Constraint;
    QString subject; ///< product, place, lot, … the rule is about
    QString detail;  ///< second name: the other condition, the known date, the database's words
    std::optional<qint64> asked;
    std::optional<qint64> possible;
    int decimals = 0;
    QString unit;
    std::optional<qint64> stockId;
    QString row = {};                     ///< of a command on several: which one this is about
    qsizetype part = 0;                   ///< and which part of the command that is
    std::vector<DomainError> others = {}; ///< the other rows of which a rule says no

    friend bool operator==(const DomainError &, const DomainError &) = default;
};

/// A rule that said no to something with this name, and nothing more to tell about it.
DomainError errorAbout(Rule rule, const QString &subject = {});

/// One or two translated sentences in warehouse words: what is wrong, and what to do next.
QString messageOf(const DomainError &error);

} // namespace tanaban
