#include "print/textmeasure.h"

#include <cmath>

namespace tanaban::print {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar ellipsis(u'…');

qsizetype lengthOf(QStringView text)
{
    return text.size() > 1 && text[0].isHighSurrogate() && text[1].isLowSurrogate() ? 2 : 1;
}

/// Chinese and Japanese: a line may end beside each character.
bool standsAlone(QChar c)
{
    const char16_t code = c.unicode();
    return (code >= 0x2E80 && code <= 0xD7FF) || (code >= 0xF900 && code <= 0xFAFF)
           || (code >= 0xFF00 && code <= 0xFFEF) || c.isSurrogate();
}

/// What must not begin a line.
bool staysWithBefore(QChar c)
{
    static const QString closing = u"、。，．・：；？！）］｝」』】〉》〕ー々,.:;?!)]}"_s;
    return closing.contains(c);
}

} // namespace

TextMeasure::TextMeasure(const QFont &font)
    : m_font(font)
    , m_metrics(font)
    , m_advances(0x10000, -1.0F)
{}

double TextMeasure::advance(QStringView character)
{
    if (character.size() != 1)
        return m_metrics.horizontalAdvance(character.toString());
    float &known = m_advances[character.front().unicode()];
    if (known < 0)
        known = float(m_metrics.horizontalAdvance(character.front()));
    return double(known);
}

double TextMeasure::width(QStringView text)
{
    double width = 0;
    while (!text.isEmpty()) {
        const qsizetype length = lengthOf(text);
        width += advance(text.first(length));
        text = text.mid(length);
    }
    return width;
}

qsizetype TextMeasure::wordAt(QStringView text)
{
    qsizetype end = 0;
    while (end < text.size()) {
        const QChar c = text[end];
        if (end > 0 && standsAlone(c) && !staysWithBefore(c))
            return end;
        end += lengthOf(text.mid(end));
        if (c == u' ' || c == u'-' || c == u'/')
            return end;
        if (standsAlone(c)) {
            while (end < text.size() && staysWithBefore(text[end]))
                ++end;
            return end;
        }
    }
    return end;
}

double TextMeasure::widestWord(QStringView text)
{
    double widest = 0;
    while (!text.isEmpty()) {
        const qsizetype length = wordAt(text);
        widest = std::max(widest, width(text.first(length).trimmed()));
        text = text.mid(length);
    }
    return widest;
}

QStringList TextMeasure::wrapped(const QString &text, double room, qsizetype mostLines)
{
    QStringList lines;
    QStringView rest(text);
    while (lines.size() + 1 < mostLines && width(rest) > room) {
        qsizetype end = 0;
        double used = 0;
        while (end < rest.size()) {
            const qsizetype word = wordAt(rest.mid(end));
            const QStringView next = rest.mid(end, word);
            if (used + width(next.trimmed()) > room)
                break;
            used += width(next);
            end += word;
        }
        if (end == 0) { // not even one word: as many of its characters as there is room for
            while (end < rest.size()) {
                const qsizetype length = lengthOf(rest.mid(end));
                used += advance(rest.mid(end, length));
                if (used > room && end > 0)
                    break;
                end += length;
            }
        }
        lines << rest.first(end).trimmed().toString();
        rest = rest.mid(end);
    }
    lines << elided(rest.trimmed().toString(), room);
    return lines;
}

QString TextMeasure::elided(const QString &text, double room)
{
    if (width(text) <= room)
        return text;
    const double left = room - advance(QStringView(&ellipsis, 1));
    double used = 0;
    qsizetype end = 0;
    while (end < text.size()) {
        const qsizetype length = lengthOf(QStringView(text).mid(end));
        used += advance(QStringView(text).mid(end, length));
        if (used > left)
            break;
        end += length;
    }
    return text.first(end).trimmed() + ellipsis;
}

QFont fontFor(const QFont &family, double twips, bool bold)
{
    QFont font = family;
    font.setPixelSize(std::max(1, int(std::lround(twips))));
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setWeight(bold ? QFont::Bold : QFont::Normal);
    // Each character by itself: what is drawn is as wide as was measured, and a PDF knows which
    // character every picture stands for. Of figures beside Latin letters it would not.
    font.setKerning(false);
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

} // namespace tanaban::print
