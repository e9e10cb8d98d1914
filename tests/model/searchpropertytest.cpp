#include "model/search/searchquery.h"
#include "tests/support/testprogram.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace tanaban;
using namespace Qt::StringLiterals;

namespace {

const QLocale anyLocale(QLocale::English, QLocale::UnitedKingdom);

/// Filters of every kind, as the language can express them.
class RandomFilters
{
public:
    explicit RandomFilters(quint32 seed)
        : m_random(seed)
    {}

    StockFilter next()
    {
        StockFilter filter;
        StockTerms &terms = filter.terms;
        if (often())
            filter.text = uniqueWords(false).join(u' ');
        if (often())
            terms.phrases = QStringList{u"green tea"_s, u"ほうじ茶　50 \"袋\""_s}.mid(int(below(2)));
        if (often())
            terms.without = uniqueWords(true);
        maybe(terms.products, [this] { return pattern(false); });
        maybe(terms.lots, [this] { return pattern(false); });
        maybe(terms.bins, [this] { return pattern(true); });
        maybe(terms.categories, [this] { return pattern(false); });
        maybe(terms.warehouses,
              [this]() -> QString { return u"WH00"_s + QString::number(below(9)); });
        maybe(terms.zones, [this] {
            return ZonePattern{below(2) == 0 ? QString() : u"TOKYO-1"_s, int(below(30))};
        });
        maybe(terms.statuses, [this] { return StockStatus(below(3)); });
        maybe(terms.conditions, [this] { return StorageCondition(below(3)); });
        maybe(terms.available, [this] { return figures(); });
        maybe(terms.reserved, [this] { return figures(); });
        maybe(terms.onHand, [this] { return figures(); });
        maybe(terms.expires, [this] { return days(); });
        maybe(terms.received, [this] { return days(); });
        filter.low = often();
        terms.notLow = often();
        filter.withEmpty = often() || std::ranges::any_of(terms.onHand.any, [](const auto &range) {
                               return range.most == 0;
                           });
        return filter;
    }

private:
    quint32 below(quint32 limit) { return m_random.bounded(limit); }
    bool often() { return below(3) == 0; }

    template <typename T, typename Make>
    void maybe(Wanted<T> &wanted, Make make)
    {
        for (std::vector<T> *list : {&wanted.any, &wanted.none}) {
            while (often()) {
                const T value = make();
                if (std::ranges::find(*list, value) == list->end())
                    list->push_back(value);
            }
        }
    }

    QString code()
    {
        static const QStringList codes{u"L-204"_s,
                                       u"A;B"_s,
                                       u"it's \"new\""_s,
                                       u"two words"_s,
                                       u"A*"_s,
                                       u"*"_s,
                                       u"-"_s,
                                       u"lot:x"_s,
                                       u"＂＊；："_s,
                                       u"茶-１"_s,
                                       u"<10"_s,
                                       u"𩸽"_s};
        return codes[below(quint32(codes.size()))];
    }

    CodePattern pattern(bool mayBeEmpty)
    {
        if (mayBeEmpty && often())
            return {};
        return {code(), often()};
    }

    QStringList uniqueWords(bool spaces)
    {
        QStringList words;
        for (quint32 i = 0; i < 1 + below(3); ++i) {
            const QString word = code();
            if (!words.contains(word) && (spaces || !word.contains(u' ')))
                words << word;
        }
        return words;
    }

    std::optional<qint64> figure()
    {
        static constexpr qint64 figures[] = {0, 1, 999, 1000, 1500, 10'000, 999'999'999'000};
        return often() ? std::nullopt : std::optional(figures[below(std::size(figures))]);
    }

    QuantityRange figures()
    {
        for (;;) {
            QuantityRange range{figure(), figure()};
            if (range.least && range.most && *range.least > *range.most)
                std::swap(range.least, range.most);
            if (range.least || range.most)
                return range;
        }
    }

    std::optional<SearchDay> day(bool fromToday)
    {
        if (often())
            return std::nullopt;
        return fromToday ? SearchDay{{}, int(below(90)) - 30}
                         : SearchDay{QDate(2026, 11, 25).addDays(below(900)), 0};
    }

    DayRange days()
    {
        for (;;) {
            if (below(9) == 0)
                return {{}, {}, true};
            const bool fromToday = often();
            DayRange range{day(fromToday), day(fromToday)};
            if (range.first && range.last
                && (range.first->days > range.last->days || range.first->date > range.last->date))
                std::swap(range.first, range.last);
            if (range.first || range.last)
                return range;
        }
    }

    QRandomGenerator m_random;
};

} // namespace

/// What holds for any filter and any text of the search language.
class SearchPropertyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formatReadsAsTheSame_data();
    void formatReadsAsTheSame();
    void muchTextIsReadSoon();
};

void SearchPropertyTest::formatReadsAsTheSame_data()
{
    QTest::addColumn<SearchWording>("wording");
    QTest::newRow("English") << SearchWording::English;
    QTest::newRow("Japanese") << SearchWording::Japanese;
}

void SearchPropertyTest::formatReadsAsTheSame()
{
    QFETCH(SearchWording, wording);
    RandomFilters filters(20261125);
    int terms = 0;
    for (int i = 0; i < 1000; ++i) {
        const StockFilter filter = filters.next();
        const QString text = formatSearch(filter, wording);
        const SearchQuery query = parseSearch(text, anyLocale);
        if (query.filter != filter)
            qWarning() << text << formatSearch(query.filter, wording);
        QCOMPARE(query.filter, filter);
        terms += int(query.terms.size());
    }
    QVERIFY(terms > 4000);
}

void SearchPropertyTest::muchTextIsReadSoon()
{
    // Each of these would take hours if the work grew with the square of it.
    const QStringList parts{u"-"_s, u"\""_s, u"a:"_s, u"lot:"_s, u"lot:A;"_s, u"is:low "_s, u"x "_s};
    for (const QString &part : parts) {
        const SearchQuery query = parseSearch(part.repeated(50'000));
        QVERIFY(query.filter != StockFilter() || !query.findings.empty());
    }
}

TANABAN_TEST(SearchPropertyTest)
#include "searchpropertytest.moc"
