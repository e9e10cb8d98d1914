#include "model/planning/partqueue.h"

#include <algorithm>
#include <numeric>

namespace tanaban {

namespace {

/// Later ones wait for their turn, so that what is urgent is not begun last.
constexpr size_t lookedAhead = 40;

} // namespace

PartQueue::PartQueue(const std::vector<BatchPart> &parts)
    : m_rows(parts.size())
    , m_left(parts.size())
{
    std::iota(m_left.begin(), m_left.end(), 0);
    for (size_t i = 0; i < parts.size(); ++i) {
        for (const BookStock &stock : parts[i].planned.book.stock)
            m_rows[i].push_back(stock.id);
    }
}

std::vector<size_t>::iterator PartQueue::firstFree()
{
    const auto end = m_left.begin() + qsizetype(std::min(lookedAhead, m_left.size()));
    const auto found = std::find_if(m_left.begin(), end, [this](size_t part) {
        return std::ranges::none_of(m_rows[part],
                                    [this](qint64 row) { return m_busy.contains(row); });
    });
    return found == end ? m_left.end() : found;
}

bool PartQueue::hasMore()
{
    const std::scoped_lock lock(m_mutex);
    return firstFree() != m_left.end();
}

std::optional<size_t> PartQueue::next()
{
    std::unique_lock lock(m_mutex);
    auto found = firstFree();
    while (found == m_left.end()) {
        if (m_left.empty())
            return std::nullopt;
        m_freed.wait(lock);
        found = firstFree();
    }
    const size_t part = *found;
    m_left.erase(found);
    m_busy.insert(m_rows[part].begin(), m_rows[part].end());
    return part;
}

void PartQueue::done(size_t part)
{
    const std::scoped_lock lock(m_mutex);
    for (const qint64 row : m_rows[part])
        m_busy.erase(row);
    m_freed.notify_all();
}

} // namespace tanaban
