#pragma once

#include <QtGlobal>

namespace tanaban {

/// No code, name or text has this character: it cannot be seen, or turns what stands beside it.
bool isForbidden(char32_t character);

} // namespace tanaban
