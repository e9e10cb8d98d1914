#pragma once

#include "ui/place.h"

namespace tanaban::ui {

class MainWindow;
class Session;

/// Pictures of what no single press brings up: several rows at once, being overtaken, two people on
/// one record, the first start. The dialogs are real; what others did in them is made up from what
/// is shown, and nothing is written.
std::vector<PlaceScene> shotScenes(MainWindow &window, Session &session);

} // namespace tanaban::ui
