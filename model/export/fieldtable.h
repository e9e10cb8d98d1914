#pragma once

#include "model/export/tablesource.h"
#include "model/import/importmapping.h"
#include "model/records.h"

namespace tanaban {

/// All records of a kind, or all stock that is there, with our fields as titles: what the importer
/// reads without a mapping, so that imported elsewhere it is the same there.
std::unique_ptr<TableSource> fieldTable(ImportKind kind, Store &store, Records &records);

} // namespace tanaban
