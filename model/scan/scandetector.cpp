#include "model/scan/scandetector.h"

#include <utility>

namespace tanaban {

bool ScanDetector::add(const QString &text, qint64 now)
{
    const bool goesOn = !isIdle(now);
    if (!goesOn) {
        m_text.clear();
        m_first = now;
    }
    m_text += text;
    m_last = now;
    return goesOn;
}

std::optional<QString> ScanDetector::end(qint64 now)
{
    const bool fast = !isIdle(now) && m_text.size() >= fewestCharacters
                      && now - m_first <= mostBetweenKeys * m_text.size();
    const QString text = std::exchange(m_text, {});
    return fast ? std::optional(text) : std::nullopt;
}

} // namespace tanaban
