#pragma once

#include "model/commandrunner.h"
#include "model/quantity.h"
#include "ui/conflict/glance.h"

class QColor;
class QDialog;
class QLabel;
class QWidget;

namespace tanaban::ui {

/// "Reserved 8 bags of Rice 5 kg."
QString deedText(const StockAction &action, const Glance &glance);

/// "Reserved 8 bags of Rice 5 kg; 12 bags are available now." `glance`: what was decided on.
QString committedText(const StockCommand &command,
                      const Glance &glance,
                      const CommandResult &result);

/// "Sato is changing this just now. Nothing was changed; try again."
QString busyText(const Busy &busy);

/// What could not be read, and what to do.
QString readFailureText(const ReadFailure &failure);

/// Why what was typed is no quantity; empty for nothing typed.
QString quantityFaultText(QuantityFault fault, int decimals);

/// A day as people type it: "2027-02-28", "+30" days from today, "2027-02" (its last day), eight
/// digits, or the locale's own form; full-width digits too.
std::optional<QDate> readDay(QStringView text, QDate today, const QLocale &locale = QLocale());

/// Makes a dialog as high as what it shows now, keeping its width.
void fitHeight(QDialog *dialog);

} // namespace tanaban::ui
