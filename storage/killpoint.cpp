#include "storage/killpoint.h"

#ifdef TANABAN_WITH_SEEDED_BUGS
#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <sqlite3.h>

namespace tanaban::storage {

namespace {

std::atomic<long> finished{0};
long killAfter = 0;

int onFinished(unsigned, void *, void *, void *)
{
    if (++finished == killAfter)
        std::raise(SIGKILL);
    return 0;
}

void writeCount()
{
    if (std::FILE *file = std::fopen(std::getenv("TANABAN_COUNT_STATEMENTS"), "w")) {
        std::fprintf(file, "%ld\n", finished.load());
        std::fclose(file);
    }
}

} // namespace

void installKillPoint(sqlite3 *connection)
{
    static std::once_flag once;
    std::call_once(once, [] {
        if (const char *after = std::getenv("TANABAN_KILL_AFTER"))
            killAfter = std::atol(after);
        if (std::getenv("TANABAN_COUNT_STATEMENTS"))
            std::atexit(writeCount);
    });
    // PROFILE comes when a statement is over, so also when COMMIT is on the disk.
    sqlite3_trace_v2(connection, SQLITE_TRACE_PROFILE, onFinished, nullptr);
}

} // namespace tanaban::storage
#endif
