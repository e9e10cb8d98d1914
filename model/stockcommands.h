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

using StockAction = std::variant<Receive, Reserve, Release, Ship, Move, Adjust, ChangeStatus>;

struct StockCommand
{
    QUuid id; ///< one per intent of the user; newCommandId()
    StockAction action;
    std::optional<qint64> expectedVersion; ///< what the person looked at; never with Receive
    QString actor;
};

/// The stock row the action works on; 0 for Receive.
qint64 stockIdOf(const StockAction &action);
/// The kind of change of the matrix: "receive", "reserve", ….
QString kindOf(const StockAction &action);
Intent intentOf(const StockCommand &command);

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

/// Whole sales units of a quantity, fractions rounded up: what a zone's capacity counts.
qint64 wholeUnits(qint64 quantity, int decimals);

} // namespace tanaban
