#include "model/search/searchquery.h"
#include "model/search/searchtokens.h"
#include "model/search/searchvalues.h"

#include <algorithm>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

class Writer
{
public:
    explicit Writer(SearchWording wording)
        : m_wording(wording)
    {}

    QString written() const { return m_parts.join(u' '); }
    void add(const QString &part) { m_parts << part; }

    void addTrait(SearchKey key, SearchTrait trait, bool negated = false)
    {
        const QString term = wordOf(key, m_wording) + u':' + wordOf(trait, m_wording);
        m_parts << (negated ? u'-' + term : term);
    }

    template <typename T>
    void add(SearchKey key, const Wanted<T> &wanted)
    {
        if (!wanted.any.empty())
            m_parts << term(key, wanted.any);
        if (!wanted.none.empty())
            m_parts << u'-' + term(key, wanted.none);
    }

private:
    template <typename T>
    QString term(SearchKey key, const std::vector<T> &values) const
    {
        QStringList texts;
        for (const T &value : values)
            texts << text(value);
        return wordOf(key, m_wording) + u':' + texts.join(u';');
    }

    QString text(const QString &code) const { return quotedForSearch(code, true); }
    QString text(const CodePattern &code) const
    {
        return quotedForSearch(code.text, true) + (code.beginning ? u"*"_s : QString());
    }
    QString text(const ZonePattern &zone) const
    {
        const QString number = QString::number(zone.zone);
        return zone.warehouse.isEmpty() ? number : QString(zone.warehouse + u'/' + number);
    }
    QString text(StockStatus status) const { return wordOf(status, m_wording); }
    QString text(StorageCondition condition) const { return wordOf(condition, m_wording); }
    QString text(const QuantityRange &range) const { return formatRange(range); }
    QString text(const DayRange &range) const { return formatRange(range, m_wording); }

    SearchWording m_wording;
    QStringList m_parts;
};

} // namespace

QString formatSearch(const StockFilter &filter, SearchWording wording)
{
    Writer writer(wording);
    const StockTerms &terms = filter.terms;
    for (const QString &word : filter.text.split(u' ', Qt::SkipEmptyParts))
        writer.add(quotedForSearch(word, false));
    for (const QString &phrase : terms.phrases)
        writer.add(quotedForSearch(phrase, false));
    for (const QString &word : terms.without)
        writer.add(u'-' + quotedForSearch(word, false));
    writer.add(SearchKey::Product, terms.products);
    writer.add(SearchKey::Lot, terms.lots);
    writer.add(SearchKey::Bin, terms.bins);
    writer.add(SearchKey::Zone, terms.zones);
    writer.add(SearchKey::Warehouse, terms.warehouses);
    writer.add(SearchKey::Category, terms.categories);
    writer.add(SearchKey::Status, terms.statuses);
    writer.add(SearchKey::Condition, terms.conditions);
    writer.add(SearchKey::Available, terms.available);
    writer.add(SearchKey::OnHand, terms.onHand);
    writer.add(SearchKey::Reserved, terms.reserved);
    writer.add(SearchKey::Expires, terms.expires);
    writer.add(SearchKey::Received, terms.received);
    if (filter.low)
        writer.addTrait(SearchKey::Is, SearchTrait::Low);
    if (terms.notLow)
        writer.addTrait(SearchKey::Is, SearchTrait::Low, true);
    const bool asksForEmpty = std::ranges::any_of(
        terms.onHand.any, [](const QuantityRange &range) { return range.most == 0; });
    if (filter.withEmpty && !asksForEmpty)
        writer.addTrait(SearchKey::With, SearchTrait::Empty);
    return writer.written();
}

QString withoutTerm(const QString &text, const SearchQuery::Term &term)
{
    const QString before = text.first(term.start).trimmed();
    const QString behind = text.mid(term.start + term.length).trimmed();
    return before.isEmpty() || behind.isEmpty() ? QString(before + behind)
                                                : QString(before + u' ' + behind);
}

QString withoutWords(const QString &text)
{
    QStringList kept;
    for (const SearchToken &token : searchTokens(text)) {
        if (token.key != SearchKey::Words)
            kept << text.mid(token.start, token.length);
    }
    return kept.join(u' ');
}

QString withTerm(const QString &text, const QString &term)
{
    const QString before = text.trimmed();
    return before.isEmpty() ? term : QString(before + u' ' + term);
}

StockFilter meaningOf(const SearchQuery::Term &term)
{
    return parseSearch((term.negated ? u"-"_s : QString())
                       + wordOf(term.key, SearchWording::English) + u':' + term.value)
        .filter;
}

SearchCursor searchCursor(const QString &text, qsizetype position)
{
    for (const SearchToken &token : searchTokens(text)) {
        if (position < token.start || position > token.start + token.length)
            continue;
        for (const SearchPiece &piece : token.pieces) {
            if (position >= piece.start && position <= piece.start + piece.length)
                return {token.key, piece.text, piece.start, piece.length};
        }
        // In the key itself: another word may take its place.
        const qsizetype start = token.start + (token.negated ? 1 : 0);
        return {SearchKey::Words, token.keyWord, start, token.keyWord.size() + 1};
    }
    return {SearchKey::Words, {}, position, 0};
}

} // namespace tanaban
