#pragma once

#include <QtGlobal>

#include <atomic>
#include <stop_token>

namespace tanaban {

/// How far an import is, and the wish to stop it; from any thread. While it writes it cannot be
/// stopped: what is written is written whole.
struct ImportProgress
{
    enum class Phase {
        Reading,  ///< `done` lines of the file; nobody knows yet how many there are
        Checking, ///< `done` of `all` lines
        Writing
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
