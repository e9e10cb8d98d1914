#pragma once

class QProgressBar;
class QWidget;

namespace tanaban::ui {

/// What takes less long is not worth a bar.
inline constexpr int showWorkingAfterMilliseconds = 300;

/// A thin bar above a list that runs while something is read; hidden, it keeps its room, so that
/// nothing jumps when work begins or ends.
QProgressBar *makeWorkingBar(QWidget *parent);

} // namespace tanaban::ui
