#pragma once

#include "cli/arguments.h"

namespace tanaban::cli {

/// The program and all its commands.
QString help();
/// One command with its options.
QString helpFor(const CommandSpec &command);

} // namespace tanaban::cli
