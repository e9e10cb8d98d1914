#include "model/search/searchquery.h"

#include "model/search/searchtokens.h"
#include "model/search/searchvalues.h"

#include <QRegularExpression>

#include <algorithm>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

/// As many as any database takes in one statement, several times over.
constexpr size_t mostValues = 200;

bool isSearchable(const QString &word)
{
    return word.size() <= longestSearchWord && word.isValidUtf16()
           && std::ranges::none_of(word,
                                   [](QChar c) { return c.category() == QChar::Other_Control; });
}

class Parser
{
public:
    Parser(const QString &text, const QLocale &locale)
        : m_text(text)
        , m_locale(locale)
    {}

    SearchQuery parse()
    {
        for (const SearchToken &token : searchTokens(m_text)) {
            m_understood = true;
            if (token.key == SearchKey::Words)
                readWord(token);
            else
                readTerm(token);
        }
        m_query.filter.text = m_words.join(u' ');
        return std::move(m_query);
    }

private:
    using Kind = SearchQuery::Finding::Kind;

    void find(Kind kind, const SearchToken &token, const SearchPiece *piece = nullptr)
    {
        if (kind == Kind::NothingFits && !m_query.findings.empty()
            && m_query.findings.back().start == token.start)
            return;
        m_understood = m_understood && kind == Kind::NothingFits;
        m_query.findings.push_back({kind,
                                    piece ? piece->start : token.start,
                                    piece ? piece->length : token.length,
                                    token.key,
                                    token.keyWord});
    }

    void readWord(const SearchToken &token)
    {
        const SearchPiece &piece = token.pieces.front();
        const QString word = normalized(piece.text);
        if (word.isEmpty())
            return;
        if (!isSearchable(word)) {
            find(Kind::NotSearchable, token);
            return;
        }
        static const QRegularExpression keyed(u"^(\\p{L}{2,})[:：]"_s);
        static const QRegularExpression space(u"\\s"_s,
                                              QRegularExpression::UseUnicodePropertiesOption);
        const auto match = keyed.match(word);
        if (!piece.quoted && match.hasMatch()) {
            find(Kind::UnknownKey, token);
            m_query.findings.back().word = match.captured(1);
        }
        StockTerms &terms = m_query.filter.terms;
        QStringList &list = token.negated          ? terms.without
                            : word.contains(space) ? terms.phrases
                                                   : m_words;
        if (list.contains(word))
            return;
        if (++m_wordCount > mostSearchWords) {
            find(Kind::TooMany, token);
            return;
        }
        list.append(word);
    }

    void readTerm(const SearchToken &token)
    {
        const SearchPiece &first = token.pieces.front();
        if (token.pieces.size() == 1 && first.length == 0) {
            find(Kind::NeedsValue, token);
            return;
        }
        m_values += token.pieces.size();
        if (m_values > mostValues) {
            find(Kind::TooMany, token);
            return;
        }
        StockTerms &terms = m_query.filter.terms;
        switch (token.key) {
        case SearchKey::Product:
            readCodes(token, terms.products);
            break;
        case SearchKey::Lot:
            readCodes(token, terms.lots);
            break;
        case SearchKey::Bin:
            readCodes(token, terms.bins);
            break;
        case SearchKey::Category:
            readCodes(token, terms.categories);
            break;
        case SearchKey::Warehouse:
        case SearchKey::Zone:
            readPlaces(token);
            break;
        case SearchKey::Status:
            readWords(token, terms.statuses);
            break;
        case SearchKey::Condition:
            readWords(token, terms.conditions);
            break;
        case SearchKey::Available:
            readQuantities(token, terms.available);
            break;
        case SearchKey::OnHand:
            readQuantities(token, terms.onHand);
            askForEmpty(terms.onHand);
            break;
        case SearchKey::Reserved:
            readQuantities(token, terms.reserved);
            break;
        case SearchKey::Expires:
            readDays(token, terms.expires);
            break;
        case SearchKey::Received:
            readDays(token, terms.received);
            break;
        case SearchKey::Is:
        case SearchKey::With:
            readTraits(token);
            break;
        case SearchKey::Words:
            break;
        }
        if (m_understood) {
            m_query.terms.push_back(
                {token.start,
                 token.length,
                 token.key,
                 token.negated,
                 m_text.mid(first.start, token.start + token.length - first.start)});
        }
    }

    /// Alternatives to those asked for before, or more that is excluded.
    template <typename T>
    void add(const SearchToken &token, Wanted<T> &wanted, const std::vector<T> &values)
    {
        std::vector<T> &list = token.negated ? wanted.none : wanted.any;
        for (const T &value : values) {
            if (std::ranges::find(list, value) == list.end())
                list.push_back(value);
        }
        checkFits(token, wanted);
    }

    template <typename T>
    void checkFits(const SearchToken &token, const Wanted<T> &wanted)
    {
        const bool nothing = !wanted.any.empty()
                             && std::ranges::all_of(wanted.any, [&wanted](const T &value) {
                                    return std::ranges::find(wanted.none, value)
                                           != wanted.none.end();
                                });
        if (nothing)
            find(Kind::NothingFits, token);
    }

    void readCodes(const SearchToken &token, Wanted<CodePattern> &wanted)
    {
        std::vector<CodePattern> values;
        for (const SearchPiece &piece : token.pieces) {
            const QString code = normalized(piece.text);
            const bool noBin = token.key == SearchKey::Bin && piece.quoted && code.isEmpty()
                               && !piece.star;
            const bool category = token.key == SearchKey::Category;
            if (!noBin && (category ? checkName(code) : checkCode(code)) != CodeFault::NoFault) {
                find(piece.length == 0 ? Kind::NeedsValue : Kind::NeedsCode, token, &piece);
                return;
            }
            values.push_back({code, piece.star});
        }
        add(token, wanted, values);
    }

    void readPlaces(const SearchToken &token)
    {
        std::vector<QString> warehouses;
        std::vector<ZonePattern> zones;
        for (const SearchPiece &piece : token.pieces) {
            const QString place = foldedWord(piece.text).toUpper();
            const qsizetype slash = place.lastIndexOf(u'/');
            const QString warehouse = token.key == SearchKey::Warehouse ? place : place.left(slash);
            bool isNumber = token.key == SearchKey::Warehouse;
            const int zone = isNumber ? 0 : place.mid(slash + 1).toInt(&isNumber);
            const bool named = slash >= 0 || token.key == SearchKey::Warehouse;
            if (piece.star || !isNumber || zone < 0
                || (named && checkWarehouseCode(warehouse) != CodeFault::NoFault))
            {
                find(piece.length == 0                   ? Kind::NeedsValue
                     : token.key == SearchKey::Warehouse ? Kind::NeedsCode
                                                         : Kind::NeedsZone,
                     token,
                     &piece);
                return;
            }
            if (token.key == SearchKey::Warehouse)
                warehouses.push_back(warehouse);
            else
                zones.push_back({named ? warehouse : QString(), zone});
        }
        if (token.key == SearchKey::Warehouse)
            add(token, m_query.filter.terms.warehouses, warehouses);
        else
            add(token, m_query.filter.terms.zones, zones);
    }

    template <typename Enum>
    void readWords(const SearchToken &token, Wanted<Enum> &wanted)
    {
        std::vector<Enum> values;
        for (const SearchPiece &piece : token.pieces) {
            const auto value = searchValueOf<Enum>(piece.text);
            if (!value || piece.star) {
                find(Kind::NeedsWord, token, &piece);
                return;
            }
            values.push_back(*value);
        }
        add(token, wanted, values);
    }

    void readQuantities(const SearchToken &token, Wanted<QuantityRange> &wanted)
    {
        readRanges(token, wanted, Kind::NeedsNumber, [this](const QString &text) {
            return readQuantityRange(text, m_locale);
        });
    }

    void readDays(const SearchToken &token, Wanted<DayRange> &wanted)
    {
        readRanges(token, wanted, Kind::NeedsDay, [this](const QString &text) {
            return readDayRange(text, m_locale);
        });
    }

    template <typename Range, typename ReadOne>
    void readRanges(const SearchToken &token, Wanted<Range> &wanted, Kind needs, ReadOne readOne)
    {
        std::vector<Range> values;
        for (const SearchPiece &piece : token.pieces) {
            const std::optional<Range> range = readOne(piece.text);
            if (!range || piece.star) {
                find(piece.length == 0 ? Kind::NeedsValue : needs, token, &piece);
                return;
            }
            values.push_back(*range);
        }
        addRanges(token, wanted, values);
    }

    /// Two ranges of one figure narrow each other; alternatives have to be said in one go.
    template <typename Range>
    void addRanges(const SearchToken &token, Wanted<Range> &wanted, const std::vector<Range> &values)
    {
        if (!token.negated && !wanted.any.empty()) {
            Range narrowed = wanted.any.front();
            if (wanted.any.size() > 1 || values.size() > 1 || !narrow(narrowed, values.front())) {
                find(Kind::CannotCombine, token);
                return;
            }
            wanted.any = {narrowed};
            checkFits(token, wanted);
        } else {
            add(token, wanted, values);
        }
        if (!wanted.any.empty() && std::ranges::all_of(wanted.any, [](const Range &range) {
                return isImpossible(range);
            }))
            find(Kind::NothingFits, token);
    }

    /// Rows at zero are hidden, but not from somebody who asks for them.
    void askForEmpty(const Wanted<QuantityRange> &onHand)
    {
        if (std::ranges::any_of(onHand.any,
                                [](const QuantityRange &range) { return range.most == 0; }))
            m_query.filter.withEmpty = true;
    }

    void readTraits(const SearchToken &token)
    {
        std::vector<SearchTrait> traits;
        for (const SearchPiece &piece : token.pieces) {
            const auto trait = searchValueOf<SearchTrait>(piece.text);
            if (!trait || piece.star
                || (token.key == SearchKey::With && trait != SearchTrait::Empty)) {
                find(Kind::NeedsWord, token, &piece);
                return;
            }
            traits.push_back(*trait);
        }
        const bool days = std::ranges::all_of(traits, [](SearchTrait trait) {
            return trait == SearchTrait::Expired || trait == SearchTrait::Expiring;
        });
        if (token.key == SearchKey::With) {
            if (token.negated)
                find(Kind::CannotExclude, token);
            m_query.filter.withEmpty = m_query.filter.withEmpty || !token.negated;
        } else if (days) {
            std::vector<DayRange> ranges;
            for (const SearchTrait trait : traits) {
                ranges.push_back(trait == SearchTrait::Expired
                                     ? DayRange{{}, SearchDay{{}, -1}}
                                     : DayRange{SearchDay{}, SearchDay{{}, expiringDays}});
            }
            addRanges(token, m_query.filter.terms.expires, ranges);
        } else if (traits.size() > 1) {
            find(Kind::CannotCombine, token);
        } else {
            readTrait(token, traits.front());
        }
    }

    void readTrait(const SearchToken &token, SearchTrait trait)
    {
        StockFilter &filter = m_query.filter;
        if (trait == SearchTrait::Low) {
            (token.negated ? filter.terms.notLow : filter.low) = true;
            if (filter.low && filter.terms.notLow)
                find(Kind::NothingFits, token);
        } else if (trait == SearchTrait::Reserved) {
            addRanges(token, filter.terms.reserved, {QuantityRange{1, std::nullopt}});
        } else {
            addRanges(token, filter.terms.onHand, {QuantityRange{std::nullopt, 0}});
            askForEmpty(filter.terms.onHand);
        }
    }

    const QString &m_text;
    const QLocale &m_locale;
    SearchQuery m_query;
    QStringList m_words;
    qsizetype m_wordCount = 0;
    size_t m_values = 0;
    bool m_understood = true;
};

} // namespace

SearchQuery parseSearch(const QString &text, const QLocale &locale)
{
    return Parser(text, locale).parse();
}

} // namespace tanaban
