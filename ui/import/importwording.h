#pragma once

#include "model/import/importmapping.h"

#include <QCoreApplication>

namespace tanaban::ui {

/// What is imported, in the words of people.
class ImportWording
{
    Q_DECLARE_TR_FUNCTIONS(ImportWording)

public:
    /// "Products", "Stock", …
    static QString nameOf(ImportKind kind);
    /// What one of the importer's fields is called.
    static QString labelOf(const QString &field);
};

} // namespace tanaban::ui
