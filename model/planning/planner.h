#pragma once

#include "model/planning/exclusion.h"
#include "model/planning/ranking.h"

namespace tanaban {

/// So much of a stock row for a line of an order; both by their place in the book.
struct PlannedPick
{
    int line = 0;
    int stock = 0;
    qint64 quantity = 0;

    friend bool operator==(const PlannedPick &, const PlannedPick &) = default;
};

/// What the plan does for a line.
struct PlannedLine
{
    qint64 planned = 0;
    int firstPick = 0; ///< in AllocationPlan::picks
    int pickCount = 0;
    int turn = 0;          ///< when it was its turn: earlier lines have taken theirs by then
    bool withheld = false; ///< there was something, but the whole could not be had
    qint64 possible = 0;   ///< then: how much there was for this line
    int warehouse = -1;    ///< a place of the one warehouse that its order takes from; -1: any

    friend bool operator==(const PlannedLine &, const PlannedLine &) = default;
};

struct AllocationPlan
{
    std::vector<PlannedPick> picks;
    std::vector<PlannedLine> lines; ///< as in the book

    friend bool operator==(const AllocationPlan &, const AllocationPlan &) = default;
};

/// The orders of the book, by their place in it, in the order in which they get scarce goods.
std::vector<int> ordersInTurn(const AllocationBook &book);

/// Chooses stock for all that the lines of the book lack. Orders come by priority (smaller first,
/// none last), due date (none last) and id, lines by number; each sees what those before it took.
/// Nothing but the book goes into it. `avoid`: ids of rows that shall not be taken.
AllocationPlan planAllocation(const AllocationBook &book, const std::vector<qint64> &avoid = {});

} // namespace tanaban
