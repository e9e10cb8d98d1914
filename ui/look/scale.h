#pragma once

#include <QList>

namespace tanaban::ui {

/// How large everything is, in percent. Qt scales all of it, lines and pictures too, but only from
/// the start of the program on.
const QList<int> &scales();
int chosenScale();
void chooseScale(int percent);

/// Call before the QApplication is made, after its names are set. What the desktop was told already
/// (QT_SCALE_FACTOR) counts more.
void useChosenScale();
/// What is started from here does not inherit the size that is in force.
void forgetScale();

} // namespace tanaban::ui
