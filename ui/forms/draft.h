#pragma once

#include <QJsonObject>

class QWidget;

namespace tanaban::ui {

/// What stands in the fields of a form, by their names: for a form that has to open again.
QJsonObject fieldsOf(const QWidget &form);

/// Puts it into the fields of the same names again. Fields the form has no more are left out, and
/// places are chosen as soon as they are known.
void setFields(QWidget &form, const QJsonObject &fields);

} // namespace tanaban::ui
