#pragma once

#include <QtGlobal>

#include <atomic>
#include <stop_token>

namespace tanaban {

/// How far an import is, and the wish to stop it; from any thread. What is written as a whole cannot
/// be stopped while it is written; what is written in parts stops between two of them.
struct ImportProgress
{
    enum class Phase {
        Reading,  ///< `done` lines of the file; nobody knows yet how many there are
        Checking, ///< `done` of `all` lines
        Writing   ///< in parts: `done` of `all` lines; as a whole: `all` is 0
    };

    std::atomic<Phase> phase{Phase::Reading};
    std::atomic<qint64> done{0};
    std::atomic<qint64> all{0};
    std::stop_source stop;

    bool stopped() const { return stop.stop_requested(); }
    void begin(Phase next, qint64 lines)
    {
        done = 0;
        all = lines;
        phase = next;
    }
};

} // namespace tanaban
