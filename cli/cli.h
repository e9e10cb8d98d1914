#pragma once

#include "cli/session.h"

namespace tanaban::cli {

/// The whole of tanabanctl: carries out the arguments (without the program's name) and answers
/// with the exit status of the contract.
int run(const QStringList &arguments, Environment &environment);

} // namespace tanaban::cli
