#pragma once

#include "model/clock.h"

#include <functional>
#include <vector>

namespace tanaban::tests {

/// A clock that a test turns: waiting moves it on at once and is written down.
class FakeClock final : public Clock
{
public:
    explicit FakeClock(Instant start = {1'795'000'000'000'000})
        : m_now(start)
    {}

    Instant now() const override { return m_now; }
    void sleep(std::chrono::milliseconds duration) override
    {
        m_now.microseconds += duration.count() * 1000;
        sleeps.push_back(duration);
        if (whileAsleep)
            whileAsleep();
    }
    void advance(std::chrono::seconds duration) { m_now = m_now.plusSeconds(duration.count()); }

    std::vector<std::chrono::milliseconds> sleeps;
    std::function<void()> whileAsleep; ///< what others do meanwhile

private:
    Instant m_now;
};

} // namespace tanaban::tests
