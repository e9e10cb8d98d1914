#pragma once

#include <QJsonObject>
#include <QString>

namespace tanaban::ui {

/// Which window it is, and where it begins.
struct WindowStart
{
    int number = 0;    ///< what a window kept, the next one with this number finds again
    QString only;      ///< the one place it shows; empty: all of them, with the side bar
    QString place;     ///< begins here instead of where it was left
    QJsonObject state; ///< with the place as it was elsewhere
};

/// Under which name a person's settings keep what is of this window.
QString keyOfWindow(int number);

} // namespace tanaban::ui
