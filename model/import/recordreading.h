#pragma once

#include "model/import/importfields.h"
#include "model/recordcommand.h"

namespace tanaban {

/// What a file of this kind holds; every kind but stock.
Entity entityOf(ImportKind kind);

/// What names the record of a line; what cannot be read is told.
QJsonObject readKey(Entity entity, ImportFields &fields);

/// The fields that the line has, as a record holds them. `now`: the record, if it is there; how a
/// product is counted may be told only there.
QJsonObject readFields(Entity entity, ImportFields &fields, const Record *now);

} // namespace tanaban
