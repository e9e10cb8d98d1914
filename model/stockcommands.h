#pragma once

#include "model/store.h"

namespace tanaban {

// What a person can do with stock. Quantities are in the product's smallest units, always > 0
// (except Adjust::by): commands, never totals.

struct Receive
{
    StockKey key; ///< an empty lot is named after the receipt
    qint64 quantity = 0;
    std::optional<QDate> expiresOn;
};

struct Reserve
{
    qint64 stockId = 0;
    qint64 quantity = 0;
};

/// Hand-made reservations, oldest first, or (part of) one allocation.
struct Release
{
    qint64 stockId = 0;
    qint64 quantity = 0; ///< 0 with an allocation: all of it
    std::optional<qint64> allocation;
};

struct Ship
{
    qint64 stockId = 0;
    qint64 quantity = 0;
    std::optional<qint64> allocation;
};

struct Move
{
    qint64 stockId = 0;
    qint64 quantity = 0;
    QString warehouse;
    int zone = 0;
    QString bin;
};

struct Adjust
{
    qint64 stockId = 0;
    qint64 by = 0;
    QString reason;
};

struct ChangeStatus
{
    qint64 stockId = 0;
    qint64 quantity = 0;
    StockStatus to = StockStatus::Available;
    QString reason;
};

struct RowAction;

/// One kind of action on several rows: all of it happens, as one command, or nothing.
struct Several
{
    std::vector<RowAction> rows;
};

/// So long after a command it can be taken back, by the clock of the database.
inline constexpr qint64 secondsToUndo = 600;

/// Takes back a command of one's own, as long as the stock has not gone on since.
struct Undo
{
    QUuid command;
    QString kind;   ///< what it was: "reserve", …
    QString reason; ///< stands in the history
};

using StockAction =
    std::variant<Receive, Reserve, Release, Ship, Move, Adjust, ChangeStatus, Several, Undo>;

/// What is wanted of one of several rows: neither Several nor Undo.
struct RowAction
{
    StockAction action;
    std::optional<qint64> expectedVersion; ///< what the person looked at; never with Receive
};

struct StockCommand
{
    QUuid id; ///< one per intent of the user; newCommandId()
    StockAction action;
    std::optional<qint64> expectedVersion; ///< of an action on one row; never with Receive
    QString actor;
};

/// The stock row the action works on; 0 for Receive, Several and Undo.
qint64 stockIdOf(const StockAction &action);
/// The kind of change of the matrix: "receive", "reserve", …, "undo_receive", ….
QString kindOf(const StockAction &action);
/// The kind that takes back a kind; the matrix says whether there is one.
QString undoKindOf(const QString &kind);
Intent intentOf(const StockCommand &command);

/// What a command on several rows wants of each, as commands; otherwise the command itself.
std::vector<StockCommand> partsOf(const StockCommand &command);

/// Versions that somebody looked at, by row.
using Versions = std::map<qint64, qint64>;
Versions lookedAt(const StockCommand &command);
/// The same command, insisting on these versions instead; rows that are not named: on none.
StockCommand insistingOn(StockCommand command, const Versions &versions);

/// As JSON and back, for the intent file and for reopening a form with what was typed.
QJsonObject toJson(const StockCommand &command);
std::optional<StockCommand> stockCommandFromJson(const QJsonObject &json);

/// Reads what the action relies on and turns it into a change set, or says which rule forbids it.
DecisionResult decide(const StockCommand &command, StockReader &reader);

// The decisions themselves: pure functions of what was read.
using Decided = Result<ChangeSet, DomainError>;
Decided decideReceive(const StockCommand &command, const Receive &action, const PlaceContext &place);
Decided decideReserve(const StockCommand &command, const Reserve &action, const StockContext &stock);
Decided decideRelease(const StockCommand &command,
                      const Release &action,
                      const StockContext &stock,
                      const std::optional<Allocation> &allocation);
Decided decideShip(const StockCommand &command,
                   const Ship &action,
                   const StockContext &stock,
                   const std::optional<Allocation> &allocation);
Decided decideMove(const StockCommand &command,
                   const Move &action,
                   const StockContext &stock,
                   const PlaceContext &target);
Decided decideAdjust(const StockCommand &command, const Adjust &action, const StockContext &stock);
Decided decideStatus(const StockCommand &command,
                     const ChangeStatus &action,
                     const StockContext &stock);
/// Several rows: each decided with what those before it leave. Says no for all that cannot be
/// done at once, each with its reason.
DecisionResult decideSeveral(const StockCommand &command,
                             const Several &several,
                             StockReader &reader);
/// Nothing may have gone on since: the opposite of every entry, with guards instead of versions.
DecisionResult decideUndo(const StockCommand &command, const Undo &undo, StockReader &reader);

/// Whole sales units of a quantity, fractions rounded up: what a zone's capacity counts.
qint64 wholeUnits(qint64 quantity, int decimals);

} // namespace tanaban
