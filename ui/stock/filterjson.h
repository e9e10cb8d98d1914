#pragma once

#include "model/stockfilter.h"

#include <QJsonObject>

namespace tanaban::ui {

/// A filter as links and settings carry it: each part under its own name, parts that are not set
/// left out. Parts that are unknown or make no sense are read as not set.
QJsonObject filterToJson(const StockFilter &filter);
StockFilter filterFromJson(const QJsonObject &json);

} // namespace tanaban::ui
