#pragma once

#include <QStringList>

namespace tanaban::ui {

/// The text as it is compared: without case, width, and the difference of hiragana and katakana.
QString folded(const QString &text);

/// What is looked for in a list that is in memory: each word of it, wherever it stands.
class TextFilter
{
public:
    TextFilter() = default;
    explicit TextFilter(const QString &text);

    /// `text` as folded() gives it.
    bool fits(const QString &text) const;

private:
    QStringList m_words;
};

} // namespace tanaban::ui
