#pragma once

#include "model/instant.h"

#include <chrono>

namespace tanaban {

/// Time is handed in, so that a test can turn it. Waiting goes the same way.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    virtual void sleep(std::chrono::milliseconds duration) = 0;
};

/// The computer's own clock.
class SystemClock final : public Clock
{
public:
    Instant now() const override;
    void sleep(std::chrono::milliseconds duration) override;
};

} // namespace tanaban
