#pragma once

namespace tanaban::ui {

/// A person may want to be asked about what others did only when what they asked for cannot be done
/// exactly as it is any more. A setting of this computer's user.
bool goesOnWhenStillPossible();
void setGoesOnWhenStillPossible(bool on);

} // namespace tanaban::ui
