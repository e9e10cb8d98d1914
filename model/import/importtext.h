#pragma once

#include <QCoreApplication>

namespace tanaban {

/// The translation context of everything an import reports.
struct ImportText
{
    Q_DECLARE_TR_FUNCTIONS(tanaban::ImportText)
};

} // namespace tanaban
