#pragma once

#include "model/scan/gs1.h"

class QWidget;

namespace tanaban::ui {

class ScanFeedback;

/// A window, or a part of one, that knows what to do with what was scanned while the keyboard was in
/// it.
class ScanTarget
{
public:
    virtual ~ScanTarget() = default;

    /// It does now.
    virtual bool takesScans() const = 0;
    /// `field` has the keyboard; its text is as it was before the scan. What goes wrong, now or
    /// later, is told to `feedback`, which outlives every window.
    virtual void takeScan(const ScannedCode &code, QWidget *field, ScanFeedback &feedback) = 0;
};

} // namespace tanaban::ui
