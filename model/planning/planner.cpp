#include "model/planning/planner.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace tanaban {

namespace {

/// A row in the order of a strategy.
struct Ranked
{
    int stock = 0;
    int place = 0;
    qint64 usableUntil = noDay;
};

/// One run of the planner.
class Planner
{
public:
    Planner(const AllocationBook &book, const std::vector<qint64> &avoid)
        : m_book(book)
        , m_left(book.stock.size())
        , m_ranked(book.strategies.size(), std::vector<std::vector<Ranked>>(book.products.size()))
        , m_isRanked(book.strategies.size(), std::vector<bool>(book.products.size()))
        , m_firstLeft(book.strategies.size(), std::vector<size_t>(book.products.size()))
    {
        for (size_t i = 0; i < book.stock.size(); ++i)
            m_left[i] = book.stock[i].available;
        const std::set<qint64> avoided(avoid.begin(), avoid.end());
        for (size_t i = 0; i < book.stock.size() && !avoided.empty(); ++i) {
            if (avoided.contains(book.stock[i].id))
                m_left[i] = 0;
        }
        m_plan.lines.resize(book.lines.size());
        m_plan.picks.reserve(book.lines.size());
        for (const BookPlace &place : book.places) {
            const auto [known, isNew] = m_warehouses.emplace(place.warehouse,
                                                             int(m_warehouses.size()));
            m_warehouseOf.push_back(known->second);
        }
    }

    AllocationPlan run()
    {
        for (const int order : ordersInTurn(m_book))
            planOrder(m_book.orders[size_t(order)]);
        return std::move(m_plan);
    }

private:
    void planOrder(const BookOrder &order)
    {
        const Strategy &strategy = m_book.strategies[size_t(order.strategy)];
        int warehouse = -1;
        if (strategy.oneWarehouse) {
            const auto known = m_warehouses.find(order.warehouse);
            warehouse = known == m_warehouses.end() ? bestWarehouse(order, strategy)
                                                    : known->second;
        }
        const size_t before = m_plan.picks.size();
        const bool whole = takeLines(order, strategy, warehouse);
        if (whole || strategy.completeness != Completeness::WholeOrder)
            return;
        const bool had = m_plan.picks.size() > before;
        giveBack(before);
        for (int i = order.firstLine; i < order.firstLine + order.lineCount; ++i) {
            withhold(m_plan.lines[size_t(i)]);
            m_plan.lines[size_t(i)].withheld = had && m_book.lines[size_t(i)].wanted() > 0;
        }
    }

    /// All lines of an order. False when something stays short.
    bool takeLines(const BookOrder &order, const Strategy &strategy, int warehouse)
    {
        bool whole = true;
        for (int i = order.firstLine; i < order.firstLine + order.lineCount; ++i) {
            const BookLine &line = m_book.lines[size_t(i)];
            PlannedLine &planned = m_plan.lines[size_t(i)];
            planned = {};
            planned.turn = m_turn++;
            planned.firstPick = int(m_plan.picks.size());
            planned.warehouse = warehouse >= 0 ? placeIn(warehouse) : -1;
            qint64 missing = line.wanted();
            if (missing <= 0)
                continue;
            missing = takeLine(i, order, strategy, warehouse, missing);
            planned.pickCount = int(m_plan.picks.size()) - planned.firstPick;
            planned.planned = line.wanted() - missing;
            if (missing == 0)
                continue;
            whole = false;
            if (strategy.completeness == Completeness::WholeLine && planned.planned > 0) {
                giveBack(size_t(planned.firstPick));
                withhold(planned);
                planned.withheld = true;
            }
        }
        return whole;
    }

    /// Returns what stays missing.
    qint64 takeLine(int index,
                    const BookOrder &order,
                    const Strategy &strategy,
                    int warehouse,
                    qint64 missing)
    {
        const BookLine &line = m_book.lines[size_t(index)];
        const auto &rows = ranked(order.strategy, line.product);
        const auto lastsLongEnough = [&](const Ranked &row) {
            return row.usableUntil == noDay
                   || row.usableUntil >= neededUntil(
                          order.dueOn, m_book.places[size_t(row.place)].today, strategy.daysLeft);
        };
        const auto mayTake = [&](const Ranked &row) {
            return m_left[size_t(row.stock)] > 0 && lastsLongEnough(row)
                   && (warehouse < 0 || m_warehouseOf[size_t(row.place)] == warehouse);
        };
        const bool bySize = std::ranges::find(strategy.preferences, PlanRule::FewestPlaces)
                            != strategy.preferences.end();
        if (strategy.oneLot && strategy.lot.isEmpty())
            return takeOneLot(index, strategy, rows, mayTake, missing);
        if (bySize)
            return takeBySize(index, strategy, rows, mayTake, missing);
        size_t &first = m_firstLeft[size_t(order.strategy)][size_t(line.product)];
        while (first < rows.size() && m_left[size_t(rows[first].stock)] == 0)
            ++first;
        for (size_t i = first; i < rows.size() && missing > 0; ++i) {
            if (mayTake(rows[i]))
                missing = take(index, rows[i].stock, missing);
        }
        return missing;
    }

    /// The row that comes first under all preferences, size being one of them, until all is there.
    template <typename MayTake>
    qint64 takeBySize(int index,
                      const Strategy &strategy,
                      const std::vector<Ranked> &rows,
                      MayTake mayTake,
                      qint64 missing)
    {
        while (missing > 0) {
            const Ranked *best = nullptr;
            for (const Ranked &row : rows) {
                if (mayTake(row) && (!best || isBefore(strategy, row, *best, missing)))
                    best = &row;
            }
            if (!best)
                break;
            missing = take(index, best->stock, missing);
        }
        return missing;
    }

    /// The lot that the line has goods of already; or the first one, in the strategy's order, that has
    /// all of it; otherwise the one that has most.
    template <typename MayTake>
    qint64 takeOneLot(int index,
                      const Strategy &strategy,
                      const std::vector<Ranked> &rows,
                      MayTake mayTake,
                      qint64 missing)
    {
        std::vector<std::pair<const QString *, qint64>> lots;
        for (const Ranked &row : rows) {
            if (!mayTake(row))
                continue;
            const QString &lot = m_book.stock[size_t(row.stock)].lot;
            const QString &before = m_book.lines[size_t(index)].lot;
            if (!before.isEmpty() && lot != before)
                continue;
            const auto known = std::ranges::find_if(
                lots, [&lot](const auto &l) { return *l.first == lot; });
            const qint64 left = m_left[size_t(row.stock)];
            if (known == lots.end())
                lots.emplace_back(&lot, left);
            else
                known->second += left;
        }
        const std::pair<const QString *, qint64> *best = nullptr;
        for (const auto &lot : lots) {
            if (!best || std::min(lot.second, missing) > std::min(best->second, missing))
                best = &lot;
        }
        if (!best)
            return missing;
        return takeBySize(
            index,
            strategy,
            rows,
            [&](const Ranked &row) {
                return mayTake(row) && m_book.stock[size_t(row.stock)].lot == *best->first;
            },
            missing);
    }

    /// Rows of one product in the order of their strategy; `missing` gives size its meaning.
    bool isBefore(const Strategy &strategy, const Ranked &a, const Ranked &b, qint64 missing) const
    {
        const RowKey x = keyOf(m_book, m_book.stock[size_t(a.stock)]);
        const RowKey y = keyOf(m_book, m_book.stock[size_t(b.stock)]);
        for (const PlanRule rule : strategy.preferences) {
            const int order = rule == PlanRule::FewestPlaces
                                  ? compared(std::min(m_left[size_t(b.stock)], missing),
                                             std::min(m_left[size_t(a.stock)], missing))
                                  : comparedBy(rule, x, y);
            if (order != 0)
                return order < 0;
        }
        return false; // they are ranked already
    }

    qint64 take(int line, int stock, qint64 missing)
    {
        qint64 &left = m_left[size_t(stock)];
        const qint64 taken = std::min(left, missing);
        left -= taken;
        m_plan.picks.push_back({line, stock, taken});
        return missing - taken;
    }

    void giveBack(size_t firstPick)
    {
        for (size_t i = firstPick; i < m_plan.picks.size(); ++i) {
            const PlannedPick &pick = m_plan.picks[i];
            m_left[size_t(pick.stock)] += pick.quantity;
            // What was empty has something again.
            const int product = m_book.lines[size_t(pick.line)].product;
            for (auto &first : m_firstLeft)
                first[size_t(product)] = 0;
        }
        m_plan.picks.resize(firstPick);
    }

    static void withhold(PlannedLine &planned)
    {
        planned.possible = planned.planned;
        planned.planned = 0;
        planned.pickCount = 0;
    }

    /// The warehouse from which the order gets most lines wholly, then most of what it lacks
    /// (in parts of each line), then the one that comes first by name.
    int bestWarehouse(const BookOrder &order, const Strategy &strategy)
    {
        int best = -1;
        std::pair<int, double> most{-1, 0.0};
        for (const auto &[name, warehouse] : m_warehouses) {
            const size_t before = m_plan.picks.size();
            takeLines(order, strategy, warehouse);
            std::pair<int, double> got{0, 0.0};
            for (int i = order.firstLine; i < order.firstLine + order.lineCount; ++i) {
                const qint64 wanted = m_book.lines[size_t(i)].wanted();
                const qint64 planned = m_plan.lines[size_t(i)].planned;
                got.first += planned == wanted ? 1 : 0;
                got.second += wanted > 0 ? double(planned) / double(wanted) : 0.0;
            }
            giveBack(before);
            if (got > most) {
                most = got;
                best = warehouse;
            }
        }
        return best;
    }

    int placeIn(int warehouse) const
    {
        return int(std::ranges::find(m_warehouseOf, warehouse) - m_warehouseOf.begin());
    }

    /// The candidates of a product in the order of a strategy; sorted when first asked for.
    const std::vector<Ranked> &ranked(int strategy, int product)
    {
        std::vector<Ranked> &rows = m_ranked[size_t(strategy)][size_t(product)];
        if (m_isRanked[size_t(strategy)][size_t(product)])
            return rows;
        m_isRanked[size_t(strategy)][size_t(product)] = true;
        const Strategy &rules = m_book.strategies[size_t(strategy)];
        const BookProduct &goods = m_book.products[size_t(product)];
        std::vector<std::pair<RowKey, int>> keys;
        for (int i = goods.firstStock; i < goods.firstStock + goods.stockCount; ++i) {
            const BookStock &stock = m_book.stock[size_t(i)];
            const BookPlace &place = m_book.places[size_t(stock.place)];
            if (stock.available > 0
                && lastingExclusionOf(rules, goods, place, stock) == Exclusion::None)
                keys.emplace_back(keyOf(m_book, stock), i);
        }
        std::ranges::sort(keys, [&](const auto &a, const auto &b) {
            for (const PlanRule rule : rules.preferences) {
                if (const int order = comparedBy(rule, a.first, b.first); order != 0)
                    return order < 0;
            }
            const int last = comparedAtLast(a.first, b.first);
            return last != 0
                       ? last < 0
                       : m_book.stock[size_t(a.second)].id < m_book.stock[size_t(b.second)].id;
        });
        for (const auto &[key, index] : keys)
            rows.push_back({index, m_book.stock[size_t(index)].place, key.expires});
        return rows;
    }

    const AllocationBook &m_book;
    AllocationPlan m_plan;
    std::vector<qint64> m_left; ///< of each row
    std::vector<std::vector<std::vector<Ranked>>> m_ranked;
    std::vector<std::vector<bool>> m_isRanked;
    std::vector<std::vector<size_t>> m_firstLeft; ///< before it, all rows are used up
    std::map<QString, int> m_warehouses;
    std::vector<int> m_warehouseOf; ///< by place
    int m_turn = 0;
};

} // namespace

std::vector<int> ordersInTurn(const AllocationBook &book)
{
    std::vector<int> turns(book.orders.size());
    std::iota(turns.begin(), turns.end(), 0);
    std::ranges::sort(turns, {}, [&book](int index) {
        const BookOrder &order = book.orders[size_t(index)];
        return std::tuple(order.priority.value_or(noPriority), dayOf(order.dueOn), order.id);
    });
    return turns;
}

AllocationPlan planAllocation(const AllocationBook &book, const std::vector<qint64> &avoid)
{
    return Planner(book, avoid).run();
}

} // namespace tanaban
