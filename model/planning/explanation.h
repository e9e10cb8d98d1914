#pragma once

#include "model/planning/planner.h"

namespace tanaban {

/// Why a row was taken for a line, or passed over.
enum class Verdict {
    Taken,
    Excluded,       ///< see Reason::exclusion
    OtherWarehouse, ///< the order takes from one warehouse, and not from this one
    OtherLotTaken,  ///< the line takes from one lot, and not from this one
    AllReserved,    ///< nothing of it was free when the book was read
    TakenBefore,    ///< what was free went to orders before this one in the same plan
    Avoided,        ///< it was asked not to take it
    ComesLater,     ///< others came first, and they had enough
    Withheld        ///< there would have been something, but not for the whole line or order
};

/// One row, seen from one line of an order.
struct Reason
{
    int stock = 0; ///< in the book
    Verdict verdict = Verdict::ComesLater;
    Exclusion exclusion = Exclusion::None;
    qint64 taken = 0;
    qint64 free = 0;              ///< when it was the line's turn, before it took anything
    std::optional<PlanRule> rule; ///< that put it before or behind the others; none: only a tie
    int other = -1; ///< TakenBefore: the line; OtherWarehouse: a place there; else the other row
};

/// What the plan chose for a line and what else there was: what is taken first, in the order of
/// taking; then the rest as the strategy orders it; what can never be taken last. Says the truth
/// about the plan it is given, not about another one.
std::vector<Reason> explain(const AllocationBook &book,
                            const AllocationPlan &plan,
                            int line,
                            const std::vector<qint64> &avoid = {});

/// Rows of the products of these lines that have goods of which nothing is free; by their ids.
std::vector<qint64> takenRowsOf(const AllocationBook &book, const std::vector<int> &lines);

/// One translated sentence: "needs 2–8 °C, lies at room temperature".
/// `holders`: who has the row, where it is known.
QString sentenceOf(const Reason &reason,
                   const AllocationBook &book,
                   int line,
                   const QString &holders = {});

/// What a whole plan comes to.
struct PlanSummary
{
    int orders = 0;
    int wholeOrders = 0; ///< lack nothing afterwards
    int lines = 0;       ///< that lack something before
    int filledLines = 0;
    int partLines = 0;
    int shortLines = 0; ///< nothing at all
    int splitLines = 0; ///< from more than one place
    int places = 0;     ///< that a picker must go to, each order by itself
    /// Of these products, whole sales units (a part of one counts as one) that stay free and expire
    /// within `soonDays`.
    int expiringUnits = 0;

    static constexpr int soonDays = 30;
    friend bool operator==(const PlanSummary &, const PlanSummary &) = default;
};
PlanSummary summaryOf(const AllocationBook &book, const AllocationPlan &plan);
/// How many bins a picker goes to for one order.
int placesOf(const AllocationBook &book, const AllocationPlan &plan, int order);

} // namespace tanaban
