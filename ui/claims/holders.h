#pragma once

#include "ui/claims/holding.h"

class QWidget;

namespace tanaban::ui {

class HoldersDialog;
class Place;
struct PlaceServices;

/// Shows who has goods, and lets somebody pass them on to an order that needs them more. What comes
/// of it is told by `place`; the dialog stands before `parent`, without one before the window.
HoldersDialog *openHolders(const PlaceServices &services,
                           const HoldersRequest &request,
                           Place *place,
                           QWidget *parent = nullptr);

} // namespace tanaban::ui
