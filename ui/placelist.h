#pragma once

#include "ui/place.h"

#include <QKeySequence>

#include <functional>
#include <vector>

namespace tanaban::ui {

/// How a place is found and made.
struct PlaceEntry
{
    QString id;
    QString title; ///< as a menu shows it, with its mnemonic; translated when the list was made
    QString tip;   ///< a sentence for the status line
    QString symbol;
    QKeySequence shortcut;
    std::function<Place *(const PlaceServices &services, QWidget *parent)> make;
    std::vector<Entity> records = {}; ///< kept there, the outermost first
};

/// All places, in the order of the side bar, in the language now in use. A new one is an entry here.
std::vector<PlaceEntry> placeList();

} // namespace tanaban::ui
