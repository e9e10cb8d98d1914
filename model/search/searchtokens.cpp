#include "model/search/searchtokens.h"

#include <algorithm>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

bool isQuote(QChar c)
{
    return c == u'"' || c == u'＂' || c == u'“' || c == u'”' || c == u'„';
}

bool isColon(QChar c)
{
    return c == u':' || c == u'：';
}

bool isSemicolon(QChar c)
{
    return c == u';' || c == u'；';
}

bool isMinus(QChar c)
{
    return c == u'-' || c == u'－' || c == u'−';
}

bool isStar(QChar c)
{
    return c == u'*' || c == u'＊';
}

/// Longer than any key.
constexpr qsizetype longestKey = 24;

class TokenReader
{
public:
    explicit TokenReader(QStringView text)
        : m_text(text)
    {}

    std::vector<SearchToken> read()
    {
        std::vector<SearchToken> tokens;
        while (skipSpaces())
            tokens.push_back(token());
        return tokens;
    }

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    bool atSpace() const { return atEnd() || m_text[m_at].isSpace(); }

    bool skipSpaces()
    {
        while (!atEnd() && m_text[m_at].isSpace())
            ++m_at;
        return !atEnd();
    }

    SearchToken token()
    {
        SearchToken token;
        token.start = m_at;
        if (isMinus(m_text[m_at]) && m_at + 1 < m_text.size() && !m_text[m_at + 1].isSpace()) {
            token.negated = true;
            ++m_at;
        }
        readKey(token);
        const bool valued = token.key != SearchKey::Words;
        token.pieces.push_back(piece(valued));
        while (valued && !atEnd() && isSemicolon(m_text[m_at])) {
            ++m_at;
            token.pieces.push_back(piece(true));
        }
        token.length = m_at - token.start;
        return token;
    }

    void readKey(SearchToken &token)
    {
        const qsizetype limit = std::min(m_text.size(), m_at + longestKey);
        for (qsizetype i = m_at; i < limit && !m_text[i].isSpace() && !isQuote(m_text[i]); ++i) {
            if (!isColon(m_text[i]))
                continue;
            const QStringView word = m_text.mid(m_at, i - m_at);
            if (const auto key = searchKeyOf(word)) {
                token.key = *key;
                token.keyWord = word.toString();
                m_at = i + 1;
            }
            return;
        }
    }

    SearchPiece piece(bool value)
    {
        SearchPiece piece;
        piece.start = m_at;
        if (!atEnd() && isQuote(m_text[m_at])) {
            readQuoted(piece);
            if (value && !atEnd() && isStar(m_text[m_at])) {
                piece.star = true;
                ++m_at;
            }
        } else {
            while (!atSpace() && !(value && isSemicolon(m_text[m_at])))
                piece.text += m_text[m_at++];
            if (value && !piece.text.isEmpty() && isStar(piece.text.back())) {
                piece.star = true;
                piece.text.chop(1);
            }
        }
        piece.length = m_at - piece.start;
        return piece;
    }

    void readQuoted(SearchPiece &piece)
    {
        piece.quoted = true;
        for (++m_at; !atEnd(); ++m_at) {
            if (isQuote(m_text[m_at])) {
                const bool doubled = m_at + 1 < m_text.size() && m_text[m_at + 1] == m_text[m_at];
                ++m_at;
                if (!doubled)
                    return;
            }
            piece.text += m_text[m_at];
        }
    }

    QStringView m_text;
    qsizetype m_at = 0;
};

} // namespace

std::vector<SearchToken> searchTokens(QStringView text)
{
    return TokenReader(text).read();
}

QString quotedForSearch(const QString &text, bool key)
{
    const bool plain = std::ranges::none_of(text, [key](QChar c) {
        return c.isSpace() || isQuote(c) || isColon(c) || (key && (isSemicolon(c) || isStar(c)));
    });
    if (plain && !text.isEmpty() && (key || !isMinus(text.front())))
        return text;
    QString quoted = u"\""_s;
    for (const QChar c : text) {
        quoted += c;
        if (isQuote(c))
            quoted += c;
    }
    return quoted + u'"';
}

} // namespace tanaban
