#include "ui/conflict/asking.h"

#include <QSettings>

namespace tanaban::ui {

namespace {

constexpr QLatin1String settingKey("conflict/goOnWhenStillPossible");

} // namespace

bool goesOnWhenStillPossible()
{
    return QSettings().value(settingKey, false).toBool();
}

void setGoesOnWhenStillPossible(bool on)
{
    QSettings().setValue(settingKey, on);
}

} // namespace tanaban::ui
