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

QString folderOfMoreMigrations()
{
    return qEnvironmentVariable("TANABAN_MORE_MIGRATIONS");
}

int lastMigration()
{
    const int last = qEnvironmentVariableIntValue("TANABAN_LAST_MIGRATION");
    return last > 0 ? last : std::numeric_limits<int>::max();
}

} // namespace tanaban::storage
#endif
