#include "ui/stock/stockmodel.h"

#include <algorithm>
#include <unordered_set>

// The rows around those in view: read, kept for a while, and marked when somebody changed them.
namespace tanaban::ui {

namespace {

constexpr qint64 fadeMilliseconds = 2000;
constexpr std::size_t mostRowsKept = 4000;
constexpr int rowsKeptAround = 1000;

} // namespace

void StockModel::setVisibleRange(int first, int last)
{
    m_first = first;
    m_last = last;
    fetchMissing();
}

void StockModel::fetchMissing()
{
    if (m_fetching || m_last < m_first)
        return;
    const int screen = m_last - m_first + 1;
    const int from = std::max(0, m_first - screen);
    const int to = std::min(int(m_ids.size()) - 1, m_last + screen);
    std::vector<qint64> missing;
    for (int row = from; row <= to; ++row) {
        const auto known = m_rows.find(m_ids[std::size_t(row)]);
        if (known == m_rows.end() || known->second.generation < m_generation)
            missing.push_back(m_ids[std::size_t(row)]);
    }
    if (!missing.empty())
        fetch(missing);
}

void StockModel::fetch(const std::vector<qint64> &ids)
{
    m_fetching = true;
    m_runner.run(
        this,
        [source = m_source, ids, generation = m_generation] {
            return std::pair(source.rows(ids), generation);
        },
        [this, ids, moment = m_source.moment](
            std::pair<Read<std::vector<StockListRow>>, quint64> answer) {
            m_fetching = false;
            if (moment != m_source.moment) { // of another time
                fetchMissing();
                return;
            }
            if (!answer.first) {
                Q_EMIT failed(answer.first.error());
                return; // the next scroll or refresh asks again
            }
            std::vector<StockListRow> rows = std::move(*answer.first);
            for (const qint64 id : ids)
                m_rows[id].generation = answer.second;
            takeRows(std::move(rows), ids);
            fetchMissing();
        });
}

void StockModel::takeRows(std::vector<StockListRow> rows, const std::vector<qint64> &asked)
{
    for (StockListRow &row : rows) {
        Cached &known = m_rows[row.row.id];
        if (known.row.row.id != 0 && known.row.row.version != row.row.version)
            m_changedAt[row.row.id] = m_clock.elapsed();
        known.row = std::move(row);
    }
    if (!m_changedAt.empty())
        m_fading.start();
    announce(asked);
    forgetFarRows();
    Q_EMIT rowsRead(asked);
}

// To those who show rows that are in view: looking for others in a million of them takes too long
// for something that happens all the time.
void StockModel::announce(const std::vector<qint64> &ids)
{
    const std::unordered_set<qint64> changed(ids.begin(), ids.end());
    int first = rowCount();
    int last = -1;
    for (int row = m_first; row <= std::min(rowCount() - 1, m_last); ++row) {
        if (changed.contains(m_ids[std::size_t(row)])) {
            first = std::min(first, row);
            last = row;
        }
    }
    if (last >= 0)
        Q_EMIT dataChanged(index(first, 0), index(last, columns - 1));
}

void StockModel::forgetFarRows()
{
    if (m_rows.size() <= mostRowsKept)
        return;
    std::unordered_map<qint64, Cached> near;
    const int to = std::min(int(m_ids.size()) - 1, m_last + rowsKeptAround);
    for (int row = std::max(0, m_first - rowsKeptAround); row <= to; ++row) {
        const auto known = m_rows.find(m_ids[std::size_t(row)]);
        if (known != m_rows.end())
            near.insert(std::move(*known));
    }
    m_rows = std::move(near);
}

double StockModel::freshness(qint64 id) const
{
    const auto changed = m_changedAt.find(id);
    if (changed == m_changedAt.end())
        return 0;
    const qint64 age = m_clock.elapsed() - changed->second;
    return age >= fadeMilliseconds ? 0 : 1.0 - double(age) / double(fadeMilliseconds);
}

void StockModel::fade()
{
    std::vector<qint64> ids;
    for (const auto &[id, since] : m_changedAt)
        ids.push_back(id);
    std::erase_if(m_changedAt, [this](const auto &changed) {
        return m_clock.elapsed() - changed.second >= fadeMilliseconds;
    });
    if (m_changedAt.empty())
        m_fading.stop();
    announce(ids);
}

} // namespace tanaban::ui
