#include "ui/search/textfilter.h"

#include <algorithm>

namespace tanaban::ui {

QString folded(const QString &text)
{
    constexpr char16_t firstKatakana = 0x30A1;
    constexpr char16_t lastKatakana = 0x30F6;
    constexpr char16_t toHiragana = 0x60;
    QString result = text.normalized(QString::NormalizationForm_KC).toCaseFolded();
    for (QChar &each : result) {
        if (each >= QChar(firstKatakana) && each <= QChar(lastKatakana))
            each = QChar(char16_t(each.unicode() - toHiragana));
    }
    return result;
}

TextFilter::TextFilter(const QString &text)
    : m_words(folded(text).simplified().split(u' ', Qt::SkipEmptyParts))
{}

bool TextFilter::fits(const QString &text) const
{
    return std::ranges::all_of(m_words,
                               [&text](const QString &word) { return text.contains(word); });
}

} // namespace tanaban::ui
