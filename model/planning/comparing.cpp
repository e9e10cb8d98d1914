#include "model/planning/comparing.h"

#include <set>

namespace tanaban {

namespace {

/// What a line takes, as far as it matters here: how much of which row.
std::map<int, qint64> stockOfLine(const AllocationPlan &plan, int line)
{
    std::map<int, qint64> taken;
    const PlannedLine &planned = plan.lines[size_t(line)];
    for (int i = planned.firstPick; i < planned.firstPick + planned.pickCount; ++i)
        taken[plan.picks[size_t(i)].stock] += plan.picks[size_t(i)].quantity;
    return taken;
}

} // namespace

int PlanEffect::ordersConcerned() const
{
    std::set<qint64> orders;
    for (const PlanDifference &difference : differences)
        orders.insert(difference.before.order);
    return int(orders.size());
}

PlanEffect effectOf(const AllocationBook &book,
                    const AllocationPlan &before,
                    const AllocationPlan &after)
{
    PlanEffect effect;
    effect.before = summaryOf(book, before);
    effect.after = summaryOf(book, after);
    std::vector<LineOutcome> first = outcomesOf(book, before);
    std::vector<LineOutcome> second = outcomesOf(book, after);
    size_t outcome = 0; // both have one for each line that lacks something
    for (size_t i = 0; i < book.lines.size(); ++i) {
        if (book.lines[i].wanted() <= 0)
            continue;
        if (stockOfLine(before, int(i)) != stockOfLine(after, int(i)))
            effect.differences.push_back({std::move(first[outcome]), std::move(second[outcome])});
        ++outcome;
    }
    return effect;
}

AllocationPlan planWith(const AllocationBook &book, const std::optional<Strategy> &strategy)
{
    if (!strategy)
        return planAllocation(book);
    AllocationCommand command;
    command.strategy = strategy;
    AllocationBook other = book;
    applyStrategy(command, other);
    return planAllocation(other);
}

AllocationPlan planWith(AllocationBook book, const std::vector<ZonePriority> &priorities)
{
    for (BookPlace &place : book.places) {
        for (const ZonePriority &wanted : priorities) {
            if (wanted.warehouse == place.warehouse && wanted.zone == place.zone)
                place.priority = wanted.priority;
        }
    }
    return planAllocation(book);
}

} // namespace tanaban
