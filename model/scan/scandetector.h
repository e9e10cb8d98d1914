#pragma once

#include <QString>

#include <optional>

namespace tanaban {

/// Tells a scanner from a person by how fast keys come. Times in ms, since whenever.
class ScanDetector
{
public:
    /// On average between two keys, the one that ends the scan too.
    static constexpr qint64 mostBetweenKeys = 35;
    /// A longer pause ends whatever there was.
    static constexpr qint64 longestPause = 60;
    /// Two keys and Enter can be as fast by hand.
    static constexpr qsizetype fewestCharacters = 3;

    /// Somebody typed this. True: it goes on from the keys before it.
    bool add(const QString &text, qint64 now);
    /// The key that ends a scan: what was scanned, or nothing when a person typed it. The next key
    /// begins anew.
    std::optional<QString> end(qint64 now);
    /// Whatever comes next has nothing to do with what was before.
    void reset() { m_text.clear(); }
    /// Nothing has been typed, or too long ago.
    bool isIdle(qint64 now) const { return m_text.isEmpty() || now - m_last > longestPause; }

private:
    QString m_text;
    qint64 m_first = 0;
    qint64 m_last = 0;
};

} // namespace tanaban
