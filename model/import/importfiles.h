#pragma once

#include "model/import/importmapping.h"

namespace tanaban {

/// What is in a file that is to be imported, or a sentence saying why it cannot be read. Files over
/// 256 MB are refused.
Result<QByteArray, QString> importContent(const QString &name);
/// The mapping in a file, or a sentence saying why it cannot be used.
Result<ImportMapping, QString> importMapping(const QString &name, ImportKind kind);

} // namespace tanaban
