#include "model/planning/partitioning.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

namespace tanaban {

namespace {

/// So many orders may be passed over before the commits under way are left as they are: who is urgent
/// shall not wait for long, and nobody shall look through ten thousand orders again and again.
constexpr size_t mostPassedOver = 500;

/// Commits that can be carried out at the same time.
class Round
{
public:
    Round(const AllocationBook &book, const AllocationPlan &plan, int linesInOne, int atATime)
        : m_book(book)
        , m_plan(plan)
        , m_linesInOne(linesInOne)
        , m_atATime(atATime)
        , m_commitOf(book.stock.size(), none)
        , m_commits(1)
    {}

    /// How many lines of the order the plan has something for.
    int plannedLinesOf(int order) const
    {
        return int(std::ranges::count_if(linesOf(order),
                                         [](const PlannedLine &line) { return line.planned > 0; }));
    }

    /// False: it takes from a row that another commit of this round takes from, or the last one is full.
    bool take(int order)
    {
        const int lines = plannedLinesOf(order);
        const bool full = !m_commits.back().empty() && m_lines + lines > m_linesInOne;
        m_full = full && int(m_commits.size()) == m_atATime;
        if (m_full || clashes(order, int(m_commits.size()) - (full ? 0 : 1)))
            return false;
        if (full) {
            m_commits.emplace_back();
            m_lines = 0;
        }
        for (const PlannedLine &line : linesOf(order)) {
            for (int i = line.firstPick; i < line.firstPick + line.pickCount; ++i)
                m_commitOf[size_t(m_plan.picks[size_t(i)].stock)] = int(m_commits.size()) - 1;
        }
        m_commits.back().push_back(order);
        m_lines += lines;
        return true;
    }
    bool isFull() const { return m_full; }

    /// What was put together; the next round begins.
    std::vector<std::vector<int>> close()
    {
        std::ranges::fill(m_commitOf, none);
        m_lines = 0;
        m_full = false;
        return std::exchange(m_commits, std::vector<std::vector<int>>(1));
    }

private:
    static constexpr int none = -1;

    std::span<const PlannedLine> linesOf(int order) const
    {
        const BookOrder &wanted = m_book.orders[size_t(order)];
        return std::span(m_plan.lines).subspan(size_t(wanted.firstLine), size_t(wanted.lineCount));
    }
    bool clashes(int order, int commit) const
    {
        return std::ranges::any_of(linesOf(order), [&](const PlannedLine &line) {
            const auto picks =
                std::span(m_plan.picks).subspan(size_t(line.firstPick), size_t(line.pickCount));
            return std::ranges::any_of(picks, [&](const PlannedPick &pick) {
                const int taken = m_commitOf[size_t(pick.stock)];
                return taken != none && taken != commit;
            });
        });
    }

    const AllocationBook &m_book;
    const AllocationPlan &m_plan;
    const int m_linesInOne;
    const int m_atATime;
    std::vector<int> m_commitOf; ///< by the place of the row in the book
    std::vector<std::vector<int>> m_commits;
    int m_lines = 0; ///< of the last of them
    bool m_full = false;
};

} // namespace

std::vector<std::vector<int>> ordersInCommits(const AllocationBook &book,
                                              const AllocationPlan &plan,
                                              int linesInOne,
                                              int atATime)
{
    Round round(book, plan, linesInOne, atATime);
    std::vector<int> waiting = ordersInTurn(book);
    std::erase_if(waiting, [&](int order) { return round.plannedLinesOf(order) == 0; });
    std::vector<std::vector<int>> commits;
    while (!waiting.empty()) {
        std::vector<int> passedOver;
        auto order = waiting.begin();
        for (; order != waiting.end() && !round.isFull() && passedOver.size() < mostPassedOver;
             ++order) {
            if (!round.take(*order))
                passedOver.push_back(*order);
        }
        passedOver.insert(passedOver.end(), order, waiting.end());
        waiting = std::move(passedOver);
        std::ranges::move(round.close(), std::back_inserter(commits));
    }
    return commits;
}

} // namespace tanaban
