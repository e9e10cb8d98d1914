#pragma once

class QWidget;

namespace tanaban::ui {

class Place;
class StrategiesDialog;
struct PlaceServices;

/// Shows how stock is chosen for orders, to be saved by a name and given to those who use it. What
/// comes of it is told by `place`; the dialog stands before `parent`, without one before the window.
StrategiesDialog *openStrategies(const PlaceServices &services,
                                 Place *place,
                                 QWidget *parent = nullptr);

} // namespace tanaban::ui
