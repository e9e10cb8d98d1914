#include "ui/place.h"

namespace tanaban::ui {

// What a place does not need, it leaves out.
void Place::setSearchText(const QString &) {}

void Place::acceptSearch(const QString &) {}

void Place::refresh() {}

void Place::show(const QJsonObject &) {}

void Place::restore(const QJsonObject &) {}

void Place::reopen(const RecordCommand &) {}

void Place::reopen(const QJsonObject &draft)
{
    Q_UNUSED(draft);
}

void Place::takeFocus()
{
    setFocus(Qt::ShortcutFocusReason);
}

} // namespace tanaban::ui
