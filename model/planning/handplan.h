#pragma once

#include "model/domainerror.h"
#include "model/planning/planner.h"
#include "model/result.h"

#include <map>
#include <set>

namespace tanaban {

/// So much of a stock row for a line of an order, as somebody chose it by hand or has seen it.
struct ChosenPick
{
    qint64 order = 0; ///< id
    int line = 0;     ///< its number
    qint64 stock = 0; ///< id
    qint64 quantity = 0;

    friend bool operator==(const ChosenPick &, const ChosenPick &) = default;
};

/// Picks that were made by hand, all of one plan, beside the book that they are for.
class HandPlan
{
public:
    HandPlan(const std::vector<ChosenPick> &picks, const AllocationBook &book);

    /// Why this one of them cannot be: the row must be of the product, usable and free as far as all
    /// picks of it want, the line must lack as much as all picks for it, and what the order's strategy
    /// insists on (whole, one warehouse, one lot) must hold.
    std::optional<DomainError> faultOf(const ChosenPick &pick) const;
    /// Exactly these picks, when each of them can be.
    Result<AllocationPlan, DomainError> plan() const;

private:
    std::optional<int> lineOf(const ChosenPick &pick) const;
    std::optional<int> rowOf(qint64 stock) const;
    qint64 takenFor(int line) const;
    std::optional<DomainError> againstStrategy(int line, const BookStock &stock) const;

    const std::vector<ChosenPick> &m_picks;
    const AllocationBook &m_book;
    std::map<qint64, int> m_orders; ///< by id, the place in the book
    std::map<qint64, int> m_rows;
    std::map<qint64, qint64> m_ofRow; ///< what all picks together take, by id of the row
    std::map<std::pair<qint64, int>, qint64> m_ofLine;
    std::map<qint64, std::set<QString>> m_warehouses;           ///< by order
    std::map<std::pair<qint64, int>, std::set<QString>> m_lots; ///< by line
    std::set<qint64> m_short; ///< orders that lack something even so
};

} // namespace tanaban
