#include "model/planning/ranking.h"

namespace tanaban {

Preference compareByRules(const AllocationBook &book,
                          const Strategy &strategy,
                          const BookStock &a,
                          const BookStock &b)
{
    const RowKey x = keyOf(book, a);
    const RowKey y = keyOf(book, b);
    for (const PlanRule rule : strategy.preferences) {
        if (const int order = comparedBy(rule, x, y); order != 0)
            return {order, rule};
    }
    return {};
}

} // namespace tanaban
