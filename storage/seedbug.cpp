#include "storage/seedbug.h"

#ifdef TANABAN_WITH_SEEDED_BUGS
#include <cstdlib>
#include <cstring>

namespace tanaban::storage {

bool seeded(const char *bug)
{
    const char *chosen = std::getenv("TANABAN_SEED_BUG");
    return chosen != nullptr && std::strcmp(chosen, bug) == 0;
}

} // namespace tanaban::storage
#endif
