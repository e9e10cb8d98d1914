#pragma once

#include <QTranslator>

#include <set>

namespace tanaban::test {

/// Puts every text that asks to be translated between marks, so that what was never asked about
/// shows.
class PseudoTranslator final : public QTranslator
{
public:
    static constexpr char16_t opening = u'⟦';
    static constexpr char16_t closing = u'⟧';

    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }
    QString translate(const char *context,
                      const char *sourceText,
                      const char *disambiguation,
                      int n) const override;
};

/// What a text may hold without asking: figures, signs, names of keys, and the words of the data.
class Data
{
public:
    /// All that a cell of the database says, whole and word by word.
    void learn(const QString &text);
    /// The part of a text that came neither through translation nor from the data; empty: none.
    QString strangeIn(const QString &text) const;

private:
    std::set<QString> m_known;
};

} // namespace tanaban::test
