#pragma once

#include "model/planning/planner.h"

namespace tanaban {

/// Puts the orders that a plan has something for together into commits of at most `linesInOne` planned
/// lines, each order whole in one of them, the urgent ones first. As many as `atATime` that follow each
/// other take from different stock rows where the orders allow it, so that they can be carried out
/// together: an order that would stand in the way waits for a later commit. Their places in the book.
std::vector<std::vector<int>> ordersInCommits(const AllocationBook &book,
                                              const AllocationPlan &plan,
                                              int linesInOne,
                                              int atATime);

} // namespace tanaban
