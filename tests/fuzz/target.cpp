#include "tests/fuzz/target.h"

#include "tests/support/filecontent.h"

#include <QDir>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>

#if defined(__SANITIZE_ADDRESS__)
#define TANABAN_COUNTS_MEMORY
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define TANABAN_COUNTS_MEMORY
#endif
#endif

#ifdef TANABAN_COUNTS_MEMORY
// Of <sanitizer/allocator_interface.h>, which GCC's packages lack; both libraries have them.
extern "C" int __sanitizer_install_malloc_and_free_hooks(void (*onMalloc)(const volatile void *,
                                                                          size_t),
                                                         void (*onFree)(const volatile void *));
extern "C" size_t __sanitizer_get_allocated_size(const volatile void *memory);
#endif

namespace tanaban::fuzz {

using namespace Qt::StringLiterals;

namespace {

std::atomic<qint64> held{0};
std::atomic<qint64> peak{0};
qint64 greatestOfAll = 0;

#ifdef TANABAN_COUNTS_MEMORY
void onMalloc(const volatile void *, size_t size)
{
    const qint64 now = held += qint64(size);
    if (now > peak.load(std::memory_order_relaxed))
        peak.store(now, std::memory_order_relaxed);
}

void onFree(const volatile void *memory)
{
    if (memory)
        held -= qint64(__sanitizer_get_allocated_size(memory));
}

const bool counting = __sanitizer_install_malloc_and_free_hooks(onMalloc, onFree) != 0;
#else
constexpr bool counting = false;
#endif

QByteArray forDictionary(const QByteArray &piece)
{
    QByteArray line = "\"";
    for (const char byte : piece)
        line += "\\x" + QByteArray(1, byte).toHex();
    return line + "\"\n";
}

} // namespace

void require(bool kept, const char *promise)
{
    if (kept)
        return;
    std::fprintf(stderr, "BROKEN: %s\n", promise);
    std::abort();
}

MemoryLimit::MemoryLimit()
    : m_before(held)
{
    peak = m_before;
}

void MemoryLimit::check(qint64 kept) const
{
    if (!counting)
        return;
    const qint64 over = peak - m_before - kept;
    greatestOfAll = std::max(greatestOfAll, over);
    if (over > most)
        std::fprintf(stderr, "%lld bytes over %lld kept\n", over, kept);
    require(over <= most, "no input takes 64 MB more than it keeps");
}

bool MemoryLimit::counts()
{
    return counting;
}

qint64 MemoryLimit::greatest()
{
    return greatestOfAll;
}

bool writeCorpus(const char *folder)
{
    const QDir dir(QString::fromLocal8Bit(folder));
    bool written = dir.mkpath(u"corpus"_s);
    int number = 0;
    for (const QByteArray &seed : target().seeds)
        written = test::put(dir.filePath(u"corpus/seed-%1"_s.arg(++number)), seed) && written;
    QByteArray dictionary;
    for (const QByteArray &piece : target().pieces)
        dictionary += forDictionary(piece);
    return test::put(dir.filePath(u"dictionary"_s), dictionary) && written;
}

} // namespace tanaban::fuzz
