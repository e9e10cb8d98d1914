#pragma once

#include "model/planning/batchnotes.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <unordered_set>

namespace tanaban {

/// Gives the parts of a batch out to its workers. Parts that take from the same stock rows go one after
/// the other: in the database they would only wait for each other's locks, and look at every row again
/// that changed meanwhile.
class PartQueue
{
public:
    /// `parts` outlive it.
    explicit PartQueue(const std::vector<BatchPart> &parts);

    /// The first part that is not begun and whose rows nobody is at; waits until there is one. Nothing:
    /// all are begun.
    std::optional<size_t> next();
    void done(size_t part);
    /// next() would not wait.
    bool hasMore();

private:
    /// Where it stands in m_left; its end when there is none.
    std::vector<size_t>::iterator firstFree();

    std::vector<std::vector<qint64>> m_rows; ///< of each part
    std::vector<size_t> m_left;              ///< not begun, in their order
    std::unordered_set<qint64> m_busy;       ///< rows that somebody is at
    std::mutex m_mutex;
    std::condition_variable m_freed;
};

} // namespace tanaban
