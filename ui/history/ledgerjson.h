#pragma once

#include "model/ledger.h"

#include <QJsonObject>

namespace tanaban::ui {

/// The filter that a target, or the state of a window, asks for: {"text", "product", "lot",
/// "warehouse", "zone", "bin", "stock", "person", "order", "partner", "kind", "times": [{"from",
/// "until"}]}. What is no such thing is left out; an empty time span is none.
LedgerFilter ledgerFilterFrom(const QJsonObject &what);
/// The same the other way round.
QJsonObject toJson(const LedgerFilter &filter);

} // namespace tanaban::ui
