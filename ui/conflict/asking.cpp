#include "ui/conflict/asking.h"

#include <QSettings>

namespace tanaban::ui {

namespace {

constexpr QLatin1String key("conflict/goOnWhenStillPossible");

} // namespace

bool goesOnWhenStillPossible()
{
    return QSettings().value(key, false).toBool();
}

void setGoesOnWhenStillPossible(bool on)
{
    QSettings().setValue(key, on);
}

} // namespace tanaban::ui
