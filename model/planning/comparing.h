#pragma once

#include "model/planning/allocating.h"
#include "model/planning/explanation.h"
#include "model/planning/lineoutcome.h"

namespace tanaban {

/// A line for which two plans come to something else: more or less, or other stock.
struct PlanDifference
{
    LineOutcome before;
    LineOutcome after;

    bool sameAmount() const { return before.allocated == after.allocated; }
    friend bool operator==(const PlanDifference &, const PlanDifference &) = default;
};

/// Two plans of the same book beside each other.
struct PlanEffect
{
    PlanSummary before;
    PlanSummary after;
    std::vector<PlanDifference> differences; ///< as the lines stand in the book

    int ordersConcerned() const;
};
PlanEffect effectOf(const AllocationBook &book,
                    const AllocationPlan &before,
                    const AllocationPlan &after);

/// The plan with one strategy for all orders; nothing: each order's own.
AllocationPlan planWith(const AllocationBook &book, const std::optional<Strategy> &strategy);

/// A zone and the priority it shall have; none: last.
struct ZonePriority
{
    QString warehouse;
    int zone = 0;
    std::optional<int> priority;

    friend bool operator==(const ZonePriority &, const ZonePriority &) = default;
};
/// The plan as it would be with these priorities.
AllocationPlan planWith(AllocationBook book, const std::vector<ZonePriority> &priorities);

} // namespace tanaban
