#pragma once

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <vector>

/// Reads one input; whatever it is, nothing may break. libFuzzer's form.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

// Each target is one file with these two functions. ./dev test runs it for some seconds with the driver
// of driver.cpp, ./dev fuzz for hours with libFuzzer.

namespace tanaban::fuzz {

struct Target
{
    std::vector<QByteArray> seeds; ///< whole inputs, made by code of our own; never files of others
    std::vector<QByteArray> pieces; ///< what inputs are put together from
    /// Whole inputs that take long to make or to read: read once, never changed.
    std::vector<QByteArray> (*heavy)() = nullptr;
    int inputs = 10'000; ///< of a short run
};

/// Of the target that this program was made for.
const Target &target();

/// Ends the program with these words when a promise is broken. The driver keeps the input.
void require(bool kept, const char *promise);

/// How much memory reading one input takes, over what it has to keep. Needs the address sanitizer to
/// count; without it nothing is checked.
class MemoryLimit
{
public:
    static constexpr qint64 most = 64LL * 1024 * 1024;

    /// Counts from here.
    MemoryLimit();
    /// `kept`: bytes of the input itself and of what was read from it.
    void check(qint64 kept) const;

    static bool counts();
    /// The most that any input has taken over what it kept, until now.
    static qint64 greatest();

private:
    qint64 m_before;
};

/// Writes the seeds, and the pieces as a dictionary beside them, for libFuzzer.
bool writeCorpus(const char *folder);

} // namespace tanaban::fuzz
