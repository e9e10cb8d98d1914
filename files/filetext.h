#pragma once

#include <QCoreApplication>

namespace tanaban::files {

/// The translation context of what is wrong with files.
struct FileText
{
    Q_DECLARE_TR_FUNCTIONS(tanaban::files::FileText)
};

} // namespace tanaban::files
