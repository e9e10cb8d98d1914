#pragma once

#include <QFontMetricsF>
#include <QStringList>

#include <vector>

namespace tanaban::print {

/// How much room texts take in a font, and where their lines end. Every character is measured once,
/// so that millions of texts are soon done; how letters move together is left out. For one thread.
class TextMeasure
{
public:
    explicit TextMeasure(const QFont &font);

    const QFont &font() const { return m_font; }
    double lineHeight() const { return m_metrics.height(); }
    double ascent() const { return m_metrics.ascent(); }

    double width(QStringView text);
    /// The widest part that wrapped() would rather not break.
    double widestWord(QStringView text);
    /// The text in lines that fit: ended at a space, after a hyphen or slash, or beside a
    /// character of Chinese or Japanese; anywhere in a word that is too long. At most `mostLines`, the
    /// last one with an ellipsis where more is left; at least one.
    QStringList wrapped(const QString &text, double room, qsizetype mostLines);
    /// As much of it as fits, with an ellipsis for the rest.
    QString elided(const QString &text, double room);

private:
    double advance(QStringView character);
    /// The first characters of a text that belong together.
    static qsizetype wordAt(QStringView text);

    QFont m_font;
    QFontMetricsF m_metrics;
    std::vector<float> m_advances; ///< by character; negative: not measured yet
};

/// A font of this size in twips, as it is wherever it is drawn.
QFont fontFor(const QFont &family, double twips, bool bold = false);

} // namespace tanaban::print
