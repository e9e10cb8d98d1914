#pragma once

#include "model/claims/claimcommand.h"
#include "model/planning/allocationbook.h"
#include "model/store.h"

#include <map>

namespace tanaban::ui {

/// Of what it is asked who has it: of a stock row, of a product, or of the goods that a line of an
/// order lacks.
struct HoldersRequest
{
    std::optional<qint64> stockId;
    QString product;
    QString order; ///< the number of the order that needs them
    int line = 0;  ///< of this order; 0: the first one that lacks something
};

/// A line of an open order: what it is to get, and how much of it it has.
struct ClaimingLine
{
    qint64 orderId = 0;
    QString order;
    QString partnerName;
    std::optional<int> priority;
    std::optional<QDate> dueOn;
    int line = 0;
    QString product;
    qint64 ordered = 0;
    qint64 claimed = 0;

    qint64 lacking() const { return std::max<qint64>(0, ordered - claimed); }
    friend bool operator==(const ClaimingLine &, const ClaimingLine &) = default;
};

/// Who has goods, who lacks them, and how much there is.
struct Holding
{
    HoldersRequest asked; ///< with the product and the line that it came to
    Product product;
    std::optional<StockContext> stock; ///< when it was asked of one row
    qint64 onHand = 0;
    qint64 reserved = 0;
    std::vector<Claim> claims;         ///< those who would give way first come last
    std::vector<ClaimingLine> lacking; ///< lines that lack the product; what comes first, first
    std::vector<ClaimingLine> ofOrder; ///< of the order that was asked for: all that it lacks
    std::map<std::pair<qint64, int>, ClaimingLine> holders; ///< lines that have something, by order
                                                            ///< and number
};

/// For workers. Nothing when there is no such row, or when the order lacks nothing.
Read<std::optional<Holding>> readHolding(Store &store,
                                         ClaimReader &claims,
                                         const HoldersRequest &request);

} // namespace tanaban::ui
