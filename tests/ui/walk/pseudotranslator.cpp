#include "tests/ui/walk/pseudotranslator.h"

#include <QRegularExpression>

#include <algorithm>

namespace tanaban::test {

using namespace Qt::StringLiterals;

namespace {

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression between(u"[^\\w.'@-]+|_"_s,
                                            QRegularExpression::UseUnicodePropertiesOption);
    return text.split(between, Qt::SkipEmptyParts);
}

bool hasLetters(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
}

} // namespace

QString PseudoTranslator::translate(const char *context,
                                    const char *sourceText,
                                    const char *disambiguation,
                                    int n) const
{
    Q_UNUSED(disambiguation);
    Q_UNUSED(n);
    // Names of keys are Qt's own, and its menus of a line edit are not ours to judge.
    if (qstrcmp(context, "QShortcut") == 0)
        return {};
    return opening + QString::fromUtf8(sourceText) + closing;
}

void Data::learn(const QString &text)
{
    if (text.isEmpty())
        return;
    m_known.insert(text);
    for (const QString &word : wordsOf(text))
        m_known.insert(word);
}

QString Data::strangeIn(const QString &text) const
{
    static const std::set<QString> names{// of keys
                                         u"Ctrl"_s,
                                         u"Shift"_s,
                                         u"Alt"_s,
                                         u"Return"_s,
                                         u"Enter"_s,
                                         u"Esc"_s,
                                         u"Del"_s,
                                         u"Ins"_s,
                                         u"Backspace"_s,
                                         u"Space"_s,
                                         // of things that are called so in every language
                                         u"Tanaban"_s,
                                         u"English"_s,
                                         u"日本語"_s,
                                         u"PostgreSQL"_s,
                                         u"SQLite"_s,
                                         u"Qt"_s,
                                         u"CSV"_s};
    static const QRegularExpression key(u"^(F\\d+|[A-Z])$"_s);
    QString rest;
    int depth = 0;
    for (const QChar c : text) {
        if (c == PseudoTranslator::opening)
            ++depth;
        else if (c == PseudoTranslator::closing)
            --depth;
        else if (depth == 0)
            rest += c;
    }
    rest = rest.trimmed();
    if (m_known.contains(rest))
        return {};
    for (const QString &word : wordsOf(rest)) {
        if (hasLetters(word) && !m_known.contains(word) && !names.contains(word)
            && !key.match(word).hasMatch())
            return word;
    }
    return {};
}

} // namespace tanaban::test
