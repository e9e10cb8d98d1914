#pragma once

#include <QDate>
#include <QString>

namespace tanaban {

/// A day as it is shown everywhere: 2027-02-28, and 2027/02/28 for whoever reads Japanese.
QString dateText(QDate date);

} // namespace tanaban
