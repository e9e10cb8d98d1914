#pragma once

#include <QCoreApplication>

namespace tanaban::cli {

/// The translation context of everything the program says.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(tanaban::cli::Text)
};

} // namespace tanaban::cli
