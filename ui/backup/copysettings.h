#pragma once

#include "model/dailycopies.h"

namespace tanaban::ui {

/// What somebody has set up for the copies of one database file at this computer.
struct CopySettings
{
    bool daily = true;
    DailyCopies copies;

    /// Beside the file, in a folder of its own, unless it was set otherwise.
    static CopySettings of(const DatabaseUrl &url);
    void keepFor(const DatabaseUrl &url) const;
};

/// Why there is no copy, and what to do, in sentences.
QString copyFailureText(const ReadFailure &failure);

} // namespace tanaban::ui
