#pragma once

#include <QtGlobal>

#include <cstddef>
#include <span>

namespace tanaban::demo {

/// SplitMix64 with distributions of its own: the same numbers with every compiler and library.
class Random
{
public:
    explicit Random(quint64 seed)
        : m_state(seed)
    {}

    quint64 next()
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        quint64 mixed = m_state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
        return mixed ^ (mixed >> 31);
    }

    /// 0 … bound − 1; bound is at least 1 and below 2³².
    qint64 below(qint64 bound)
    {
        return static_cast<qint64>(((next() >> 32) * static_cast<quint64>(bound)) >> 32);
    }

    qint64 between(qint64 least, qint64 most) { return least + below(most - least + 1); }

    bool chance(int perMille) { return below(1000) < perMille; }

    template <typename T, std::size_t Extent>
    T &oneOf(std::span<T, Extent> choices)
    {
        return choices[static_cast<std::size_t>(below(static_cast<qint64>(choices.size())))];
    }

private:
    quint64 m_state;
};

/// A generator of its own for the `index`-th thing of a kind, so that one thing more or less
/// leaves all others as they are.
inline Random randomFor(quint64 seed, quint64 kind, quint64 index)
{
    Random mixer(seed ^ (kind * 0xD6E8FEB86659FD93ULL));
    return Random(mixer.next() ^ (index * 0xA0761D6478BD642FULL + kind));
}

} // namespace tanaban::demo
