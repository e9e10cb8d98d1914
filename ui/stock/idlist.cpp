#include "ui/stock/idlist.h"

#include <algorithm>
#include <unordered_map>

namespace tanaban::ui {

std::vector<int> rowsOf(const std::vector<qint64> &ids, const std::vector<qint64> &list)
{
    // Most rows are none of those, and a bit tells it of nearly all of them.
    constexpr std::size_t bits = 1 << 16;
    std::vector<bool> maybe(bits);
    std::unordered_map<qint64, int> rows;
    for (const qint64 id : ids) {
        maybe[std::size_t(id) % bits] = true;
        rows[id] = -1;
    }
    std::size_t missing = rows.size();
    for (std::size_t row = 0; row < list.size() && missing > 0; ++row) {
        if (!maybe[std::size_t(list[row]) % bits])
            continue;
        if (const auto wanted = rows.find(list[row]); wanted != rows.end()) {
            wanted->second = int(row);
            --missing;
        }
    }
    std::vector<int> found;
    found.reserve(ids.size());
    for (const qint64 id : ids)
        found.push_back(rows[id]);
    return found;
}

ListDifference differenceOf(const std::vector<qint64> &before, const std::vector<qint64> &after)
{
    const auto [oldEnd,
                newEnd] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    const auto [oldTail, newTail] = std::mismatch(before.rbegin(),
                                                  std::make_reverse_iterator(oldEnd),
                                                  after.rbegin(),
                                                  std::make_reverse_iterator(newEnd));
    const auto start = oldEnd - before.begin();
    const auto tail = oldTail - before.rbegin();
    return {
        int(start), int(std::ssize(before) - start - tail), int(std::ssize(after) - start - tail)};
}

} // namespace tanaban::ui
