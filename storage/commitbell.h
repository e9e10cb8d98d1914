#pragma once

#include <atomic>

namespace tanaban::storage {

/// Rung after each commit of this program, so that its listener can tell the other programs. Safe
/// from any thread; without a listener it rings unheard.
class CommitBell
{
public:
    CommitBell() = default;
    ~CommitBell();
    CommitBell(const CommitBell &) = delete;
    CommitBell &operator=(const CommitBell &) = delete;

    void ring();
    /// Readable once it was rung; for the listener, which calls this before anybody rings for it.
    int descriptor();
    /// Whether it was rung since the last time; quiet again.
    bool heard();

private:
    std::atomic<int> m_descriptor{-1};
};

} // namespace tanaban::storage
