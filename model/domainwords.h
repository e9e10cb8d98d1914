#pragma once

#include "model/domainerror.h"

#include <span>

namespace tanaban {

/// What a rule is called and what is said when it refuses something.
struct Wording
{
    Rule rule;
    const char16_t *name;
    const char *full;  ///< used when every value it names is known
    const char *plain; ///< without values; empty when `full` names none
};

std::span<const Wording> wordings();
const Wording &wordingOf(Rule rule);

} // namespace tanaban
