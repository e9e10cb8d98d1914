#include "model/search/searchquery.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace Qt::StringLiterals;

namespace {

const QLocale inEnglish(QLocale::English, QLocale::UnitedKingdom);
const QLocale japanese(QLocale::Japanese, QLocale::Japan);
const QLocale german(QLocale::German, QLocale::Germany);

StockTerms termsOf(const QString &text, const QLocale &locale = inEnglish)
{
    const SearchQuery query = parseSearch(text, locale);
    if (!query.findings.empty())
        qWarning() << text << messageOf(query.findings.front(), SearchWording::English);
    return query.filter.terms;
}

SearchDay on(int year, int month, int day)
{
    return {QDate(year, month, day), 0};
}

SearchDay in(int days)
{
    return {{}, days};
}

using Days = Wanted<DayRange>;
using Figures = Wanted<QuantityRange>;
using Codes = Wanted<CodePattern>;

} // namespace

/// The language of the search field.
class SearchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words();
    void codes();
    void places();
    void fixedWords();
    void figures_data();
    void figures();
    void days_data();
    void days();
    void traits();
    void repeatedKeys();
    void termsAreWhereTheyStand();
    void editing();
    void cursor_data();
    void cursor();
};

void SearchTest::words()
{
    const SearchQuery query = parseSearch(u"  green　tea -milk \"two words\" -\"of milk\" a-b '"_s);
    QCOMPARE(query.filter.text, u"green tea a-b '"_s);
    QCOMPARE(query.filter.terms.phrases, QStringList{u"two words"_s});
    QCOMPARE(query.filter.terms.without, (QStringList{u"milk"_s, u"of milk"_s}));
    QVERIFY(query.findings.empty() && query.terms.empty());
    QCOMPARE(parseSearch({}).filter, StockFilter());
    QCOMPARE(parseSearch(u" \u3000\t"_s).filter, StockFilter());
    QCOMPARE(parseSearch(u"tea tea"_s).filter.text, u"tea"_s);
    QCOMPARE(parseSearch(u"－牛乳"_s).filter.terms.without, QStringList{u"牛乳"_s});
    QCOMPARE(parseSearch(u"- x"_s).filter.text, u"- x"_s);
    QCOMPARE(parseSearch(u"\"lot:A\" \"-x\""_s).filter.text, u"lot:A -x"_s);
    QCOMPARE(parseSearch(u"say \"\"\"hi\"\" there\""_s).filter.terms.phrases,
             QStringList{u"\"hi\" there"_s});
    QCOMPARE(parseSearch(u"フ\u309Aリン"_s).filter.text, u"プリン"_s); // as stored: composed
}

void SearchTest::codes()
{
    QCOMPARE(termsOf(u"lot:L-204"_s).lots, (Codes{{{u"L-204"_s}}, {}}));
    QCOMPARE(termsOf(u"ロット：L-204"_s).lots, (Codes{{{u"L-204"_s}}, {}}));
    QCOMPARE(termsOf(u"ﾛｯﾄ:L-204"_s).lots, (Codes{{{u"L-204"_s}}, {}}));
    QCOMPARE(termsOf(u"ＬＯＴ：A；B"_s).lots, (Codes{{{u"A"_s}, {u"B"_s}}, {}}));
    QCOMPARE(termsOf(u"lot:A lot:B -lot:C"_s).lots, (Codes{{{u"A"_s}, {u"B"_s}}, {{u"C"_s}}}));
    QCOMPARE(termsOf(u"lot:L-2*"_s).lots, (Codes{{{u"L-2"_s, true}}, {}}));
    QCOMPARE(termsOf(u"lot:\"L 2\"*"_s).lots, (Codes{{{u"L 2"_s, true}}, {}}));
    QCOMPARE(termsOf(u"lot:\"L*\""_s).lots, (Codes{{{u"L*"_s, false}}, {}}));
    QCOMPARE(termsOf(u"lot:\"a;b\";c"_s).lots, (Codes{{{u"a;b"_s}, {u"c"_s}}, {}}));
    // Only keys are folded: a code is what is stored.
    QCOMPARE(termsOf(u"商品:Ａ１"_s).products, (Codes{{{u"Ａ１"_s}}, {}}));
    QCOMPARE(termsOf(u"SKU:X"_s).products, (Codes{{{u"X"_s}}, {}}));
    QCOMPARE(termsOf(u"bin:A-01;\"\""_s).bins, (Codes{{{u"A-01"_s}, {}}, {}}));
    QCOMPARE(termsOf(u"分類:飲料"_s).categories, (Codes{{{u"飲料"_s}}, {}}));
    QCOMPARE(parseSearch(u"lot:A tea"_s).filter.text, u"tea"_s);
}

void SearchTest::places()
{
    QCOMPARE(termsOf(u"zone:WH001/2"_s).zones, (Wanted<ZonePattern>{{{u"WH001"_s, 2}}, {}}));
    QCOMPARE(termsOf(u"ゾーン：ｗｈ００１／２"_s).zones,
             (Wanted<ZonePattern>{{{u"WH001"_s, 2}}, {}}));
    QCOMPARE(termsOf(u"zone:2;3 -zone:A1/2"_s).zones,
             (Wanted<ZonePattern>{{{{}, 2}, {{}, 3}}, {{u"A1"_s, 2}}}));
    QCOMPARE(termsOf(u"warehouse:wh001 倉庫:WH002"_s).warehouses,
             (Wanted<QString>{{u"WH001"_s, u"WH002"_s}, {}}));
}

void SearchTest::fixedWords()
{
    QCOMPARE(termsOf(u"status:damaged;保留"_s).statuses,
             (Wanted<StockStatus>{{StockStatus::Damaged, StockStatus::Quarantined}, {}}));
    QCOMPARE(termsOf(u"-状態:良品"_s).statuses, (Wanted<StockStatus>{{}, {StockStatus::Available}}));
    QCOMPARE(termsOf(u"保管:冷凍"_s).conditions,
             (Wanted<StorageCondition>{{StorageCondition::Frozen}, {}}));
    QCOMPARE(termsOf(u"condition:ROOM_TEMPERATURE"_s).conditions,
             (Wanted<StorageCondition>{{StorageCondition::RoomTemperature}, {}}));
    for (const SearchWording wording : {SearchWording::English, SearchWording::Japanese}) {
        for (const SearchKey key : searchKeys()) {
            QCOMPARE(searchKeyOf(wordOf(key, wording)), std::optional(key));
            for (const QString &word : valueWordsOf(key, wording)) {
                const SearchQuery query = parseSearch(wordOf(key, wording) + u':' + word);
                QVERIFY2(query.findings.empty(), qPrintable(word));
                QVERIFY2(query.filter != StockFilter(), qPrintable(word));
            }
        }
    }
}

void SearchTest::figures_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QList<int>>("ends"); // -1: none
    const auto row =
        [](const QString &text, int least, int most, const QLocale &locale = inEnglish) {
            QTest::newRow(qPrintable(text)) << text << locale << QList<int>{least, most};
        };
    row(u"10"_s, 10'000, 10'000);
    row(u"=10"_s, 10'000, 10'000);
    row(u"<10"_s, -1, 9'999);
    row(u"<=10"_s, -1, 10'000);
    row(u"≤10"_s, -1, 10'000);
    row(u">10"_s, 10'001, -1);
    row(u">=10"_s, 10'000, -1);
    row(u"≧10"_s, 10'000, -1);
    row(u"10..20"_s, 10'000, 20'000);
    row(u"10〜20"_s, 10'000, 20'000);
    row(u"..20"_s, -1, 20'000);
    row(u"10.."_s, 10'000, -1);
    row(u"1.5"_s, 1'500, 1'500);
    row(u"<0.001"_s, -1, 0);
    row(u"<1,5"_s, -1, 1'499, german);
    row(u"＜１０"_s, -1, 9'999);
    row(u"１０～２０"_s, 10'000, 20'000);
    row(u"10未満"_s, -1, 9'999, japanese);
    row(u"10以下"_s, -1, 10'000, japanese);
    row(u"10以上"_s, 10'000, -1, japanese);
    row(u"10超"_s, 10'001, -1, japanese);
    row(u"<12*6"_s, -1, 71'999);
}

void SearchTest::figures()
{
    QFETCH(QString, text);
    QFETCH(QLocale, locale);
    QFETCH(QList<int>, ends);
    const auto end = [](int value) {
        return value < 0 ? std::nullopt : std::optional<qint64>(value);
    };
    const QuantityRange range{end(ends[0]), end(ends[1])};
    QCOMPARE(termsOf(u"available:"_s + text, locale).available, (Figures{{range}, {}}));
    QCOMPARE(termsOf(u"-引当可能："_s + text, locale).available, (Figures{{}, {range}}));
    QCOMPARE(termsOf(u"在庫:"_s + text, locale).onHand, (Figures{{range}, {}}));
    QCOMPARE(termsOf(u"reserved:"_s + text, locale).reserved, (Figures{{range}, {}}));
    QCOMPARE(termsOf(u"reserved:999;"_s + text, locale).reserved,
             (Figures{{{999'000, 999'000}, range}, {}}));
}

void SearchTest::days_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QDate>("first"); // invalid: no such end
    QTest::addColumn<QDate>("last");
    const auto row =
        [](const QString &text, QDate first, QDate last, const QLocale &locale = inEnglish) {
            QTest::newRow(qPrintable(text)) << text << locale << first << last;
        };
    const QDate january31(2027, 1, 31);
    const QDate february1(2027, 2, 1);
    const QDate february28(2027, 2, 28);
    const QDate march1(2027, 3, 1);
    row(u"2027-02"_s, february1, february28);
    row(u"2027/2"_s, february1, february28);
    row(u"２０２７－０２"_s, february1, february28);
    row(u"2027年2月"_s, february1, february28, japanese);
    row(u"<2027-02"_s, {}, january31);
    row(u"<=2027-02"_s, {}, february28);
    row(u">2027-02"_s, march1, {});
    row(u">=2027-02"_s, february1, {});
    row(u"2027-02以降"_s, february1, {}, japanese);
    row(u"2027-02まで"_s, {}, february28, japanese);
    row(u"2027"_s, QDate(2027, 1, 1), QDate(2027, 12, 31));
    row(u"2027年"_s, QDate(2027, 1, 1), QDate(2027, 12, 31), japanese);
    row(u"<2028"_s, {}, QDate(2027, 12, 31));
    row(u"2027-02-28"_s, february28, february28);
    row(u"20270228"_s, february28, february28);
    row(u"2027年2月28日"_s, february28, february28, japanese);
    row(u"28/02/2027"_s, february28, february28);
    row(u"28.02.27"_s, february28, february28, german);
    row(u"2027-01..2027-02"_s, QDate(2027, 1, 1), february28);
    row(u"..2027-02"_s, {}, february28);
    row(u"2027-02.."_s, february1, {});
    row(u"2027-01〜2027-02"_s, QDate(2027, 1, 1), february28);
}

void SearchTest::days()
{
    QFETCH(QString, text);
    QFETCH(QLocale, locale);
    QFETCH(QDate, first);
    QFETCH(QDate, last);
    const auto end = [](QDate date) {
        return date.isValid() ? std::optional(SearchDay{date, 0}) : std::nullopt;
    };
    const DayRange range{end(first), end(last)};
    QCOMPARE(termsOf(u"expires:"_s + text, locale).expires, (Days{{range}, {}}));
    QCOMPARE(termsOf(u"-期限："_s + text, locale).expires, (Days{{}, {range}}));
    QCOMPARE(termsOf(u"received:"_s + text, locale).received, (Days{{range}, {}}));
}

void SearchTest::traits()
{
    QCOMPARE(termsOf(u"expires:+30"_s).expires, (Days{{{in(0), in(30)}}, {}}));
    QCOMPARE(termsOf(u"expires:<=+30"_s).expires, (Days{{{{}, in(30)}}, {}}));
    QCOMPARE(termsOf(u"expires:<+30"_s).expires, (Days{{{{}, in(29)}}, {}}));
    QCOMPARE(termsOf(u"received:-7"_s).received, (Days{{{in(-7), in(0)}}, {}}));
    QCOMPARE(termsOf(u"received:today"_s).received, (Days{{{in(0), in(0)}}, {}}));
    QCOMPARE(termsOf(u"入庫:今日"_s).received, (Days{{{in(0), in(0)}}, {}}));
    QCOMPARE(termsOf(u"expires:-7..+7"_s).expires, (Days{{{in(-7), in(7)}}, {}}));
    QCOMPARE(termsOf(u"expires:never;<2027"_s).expires,
             (Days{{{{}, {}, true}, {{}, on(2026, 12, 31)}}, {}}));
    QCOMPARE(termsOf(u"is:expired"_s).expires, (Days{{{{}, in(-1)}}, {}}));
    QCOMPARE(termsOf(u"is:expired;expiring"_s).expires, (Days{{{{}, in(-1)}, {in(0), in(30)}}, {}}));
    QCOMPARE(termsOf(u"-状況:期限切れ"_s).expires, (Days{{}, {{{}, in(-1)}}}));
    QCOMPARE(termsOf(u"is:reserved"_s).reserved, termsOf(u"reserved:>0"_s).reserved);
    QVERIFY(parseSearch(u"is:low"_s).filter.low);
    QVERIFY(termsOf(u"-is:low"_s).notLow);
    QVERIFY(parseSearch(u"with:empty"_s).filter.withEmpty);
    QVERIFY(parseSearch(u"is:empty"_s).filter.withEmpty);
    QVERIFY(parseSearch(u"onhand:0"_s).filter.withEmpty);
    QVERIFY(!parseSearch(u"onhand:<5"_s).filter.withEmpty);
    QVERIFY(!parseSearch(u"-is:empty"_s).filter.withEmpty);
}

void SearchTest::repeatedKeys()
{
    QCOMPARE(termsOf(u"available:>5 available:<10"_s).available, (Figures{{{5'001, 9'999}}, {}}));
    QCOMPARE(termsOf(u"available:<10 available:<20"_s).available, (Figures{{{{}, 9'999}}, {}}));
    QCOMPARE(termsOf(u"expires:>=+0 expires:<2027-02"_s).expires,
             (Days{{{in(0), on(2027, 1, 31)}}, {}}));
    QCOMPARE(termsOf(u"is:reserved reserved:<5"_s).reserved, (Figures{{{1, 4'999}}, {}}));
}

void SearchTest::termsAreWhereTheyStand()
{
    const QString text = u"tea  lot:\"A B\";C -available:<10 x: 期限：2027-02"_s;
    const SearchQuery query = parseSearch(text);
    QCOMPARE(query.terms.size(), size_t(3));
    QCOMPARE(text.mid(query.terms[0].start, query.terms[0].length), u"lot:\"A B\";C"_s);
    QCOMPARE(query.terms[0].value, u"\"A B\";C"_s);
    QCOMPARE(query.terms[1].value, u"<10"_s);
    QVERIFY(query.terms[1].negated && !query.terms[0].negated);
    QCOMPARE(query.terms[2].key, SearchKey::Expires);
    QCOMPARE(query.terms[2].value, u"2027-02"_s);
}

void SearchTest::editing()
{
    const QString text = u"tea lot:A  milk 在庫:<5 "_s;
    const SearchQuery query = parseSearch(text);
    QCOMPARE(withoutTerm(text, query.terms[0]), u"tea milk 在庫:<5"_s);
    QCOMPARE(withoutTerm(text, query.terms[1]), u"tea lot:A  milk"_s);
    QCOMPARE(withoutWords(text), u"lot:A 在庫:<5"_s);
    QCOMPARE(withTerm(text, u"is:low"_s), u"tea lot:A  milk 在庫:<5 is:low"_s);
    QCOMPARE(withTerm(u" "_s, u"is:low"_s), u"is:low"_s);
    const SearchQuery low = parseSearch(u"状況:不足 is:low lot:A -is:low"_s);
    QCOMPARE(meaningOf(low.terms[0]), parseSearch(u"is:low"_s).filter);
    QCOMPARE(meaningOf(low.terms[0]), meaningOf(low.terms[1]));
    QVERIFY(meaningOf(low.terms[1]) != meaningOf(low.terms[3]));
    QCOMPARE(meaningOf(low.terms[2]), parseSearch(u"ロット:A"_s).filter);
}

void SearchTest::cursor_data()
{
    QTest::addColumn<QString>("before"); ///< | is the cursor
    QTest::addColumn<SearchKey>("key");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("replaced");
    QTest::newRow("nothing") << u"|"_s << SearchKey::Words << u""_s << u""_s;
    QTest::newRow("word") << u"tea lo|"_s << SearchKey::Words << u"lo"_s << u"lo"_s;
    QTest::newRow("negated") << u"-lo|"_s << SearchKey::Words << u"lo"_s << u"lo"_s;
    QTest::newRow("after space") << u"tea | x"_s << SearchKey::Words << u""_s << u""_s;
    QTest::newRow("value") << u"lot:L-|"_s << SearchKey::Lot << u"L-"_s << u"L-"_s;
    QTest::newRow("empty value") << u"lot:|"_s << SearchKey::Lot << u""_s << u""_s;
    QTest::newRow("second value") << u"lot:A;B|"_s << SearchKey::Lot << u"B"_s << u"B"_s;
    QTest::newRow("first value") << u"lot:A|;B"_s << SearchKey::Lot << u"A"_s << u"A"_s;
    QTest::newRow("quoted") << u"lot:\"A B|"_s << SearchKey::Lot << u"A B"_s << u"\"A B"_s;
    QTest::newRow("in the key") << u"l|ot:A"_s << SearchKey::Words << u"lot"_s << u"lot:"_s;
    QTest::newRow("japanese") << u"状態：破|"_s << SearchKey::Status << u"破"_s << u"破"_s;
}

void SearchTest::cursor()
{
    QFETCH(QString, before);
    QFETCH(SearchKey, key);
    QFETCH(QString, typed);
    QFETCH(QString, replaced);
    const qsizetype position = before.indexOf(u'|');
    const QString text = before.remove(position, 1);
    const SearchCursor cursor = searchCursor(text, position);
    QCOMPARE(cursor.key, key);
    QCOMPARE(cursor.typed, typed);
    QCOMPARE(text.mid(cursor.start, cursor.length), replaced);
}

TANABAN_TEST(SearchTest)
#include "searchtest.moc"
