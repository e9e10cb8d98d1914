#pragma once

#include "model/stockcommands.h"

namespace tanaban {

/// An allocation, all of it or a part.
struct ClaimPart
{
    qint64 allocation = 0;
    qint64 quantity = 0; ///< 0: all of it

    friend bool operator==(const ClaimPart &, const ClaimPart &) = default;
};

/// What somebody wants of goods that are set aside already: many allocations, one command.
struct ClaimCommand
{
    enum class Kind {
        Release,  ///< they are free again: an order is cancelled, goods were not found
        Ship,     ///< picked and gone: on hand and reserved become less together
        Reassign, ///< they go to a line of another order, which needs them more
        Approve   ///< what waited for somebody to agree is agreed to
    } kind = Kind::Release;
    QUuid id; ///< one per intent of the user; newCommandId()
    std::vector<ClaimPart> parts;
    QString reason;     ///< Reassign needs one; it stays in the history of both orders
    qint64 toOrder = 0; ///< Reassign: the id
    int toLine = 0;     ///< and the number of the line
    Versions expected;  ///< of the stock rows that a person looked at
    QString actor;
};

Intent intentOf(const ClaimCommand &command);
/// As JSON and back, for the intent file.
QJsonObject toJson(const ClaimCommand &command);
std::optional<ClaimCommand> claimCommandFromJson(const QJsonObject &json);

/// One change set for all parts, each stock row once; or the rule that says no to one of them.
DecisionResult decideClaims(const ClaimCommand &command, StockReader &reader);

/// Whose goods they are: one who has something of a stock row.
struct Claim
{
    enum class Kind {
        Order,  ///< an allocation
        ByHand, ///< reserved by hand
        Hold    ///< until its time is over
    } kind = Kind::ByHand;
    qint64 id = 0; ///< of the allocation or the hold
    qint64 stockId = 0;
    qint64 stockVersion = 0;
    StockKey place;
    QString productName;
    QString unit;
    int decimals = 0;
    qint64 quantity = 0;
    bool pending = false; ///< somebody has to agree first
    std::optional<qint64> orderId;
    QString orderNumber;
    int line = 0;
    QString partner;
    QString partnerName;
    std::optional<int> priority;
    std::optional<QDate> dueOn;
    std::optional<Instant> expiresAt; ///< of a hold
    QString actor;                    ///< who made it
    QString actorName;
    Instant since;

    friend bool operator==(const Claim &, const Claim &) = default;
};

/// Of what the claims are looked for; one of them.
struct ClaimQuery
{
    std::optional<qint64> stockId;
    std::vector<qint64> stockIds; ///< or several
    QString product;
    std::optional<qint64> orderId;
    QString orderNumber;
    bool onlyPending = false; ///< alone: all that waits for somebody to agree, of every order
};

/// Whether the first order comes after the second one when goods are scarce: by priority, due date
/// and id, as the planner has it.
bool comesAfter(const Claim &claim,
                std::optional<int> priority,
                const std::optional<QDate> &dueOn,
                qint64 orderId);

/// Reads who has what; behind a port as all else.
class ClaimReader
{
public:
    virtual ~ClaimReader() = default;
    /// Live ones only; those who would give way first come last.
    virtual Read<std::vector<Claim>> claims(const ClaimQuery &query) = 0;
    /// How many allocations wait for somebody to agree.
    virtual Read<qint64> pendingCount() = 0;
};

} // namespace tanaban
