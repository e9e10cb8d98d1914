#include "model/search/searchquery.h"
#include "tests/storage/firstpages.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testprogram.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

namespace {

using Ids = std::vector<qint64>;

Ids idsOf(TestDatabase &database, const QString &text, const StockSort &sort = {})
{
    const SearchQuery query = parseSearch(text, QLocale::c());
    if (!query.findings.empty())
        qFatal("%s", qPrintable(messageOf(query.findings.front(), SearchWording::English)));
    const auto ids = database.store().stockIds(query.filter, sort, 0);
    if (!ids)
        qFatal("stockIds: %s", qPrintable(ids.error().detail));
    checkFirstPages(database.store(), query.filter, sort, *ids);
    return *ids;
}

/// Rows are named by one letter, in the order of their ids.
class Company
{
public:
    explicit Company(Engine engine)
        : database(engine)
    {
        database.warehouse(u"WH001"_s);
        const auto tokyo = database.store().todayIn(u"WH001"_s);
        today = *tokyo;
        StockSeed tea;
        tea.product = u"TEA-1"_s;
        tea.lot = u"L-204"_s;
        tea.bin = u"A-01"_s;
        tea.onHand = 9;
        tea.expiresOn = today.addDays(-1);
        add(tea); // a
        tea.lot = u"l-205"_s;
        tea.bin = u"A-02"_s;
        tea.onHand = 10;
        tea.reserved = 4;
        tea.expiresOn = today;
        add(tea); // b
        tea.lot = u"M 7"_s;
        tea.bin = u""_s;
        tea.zone = 2;
        tea.onHand = 0;
        tea.reserved = 0;
        tea.expiresOn = today.addDays(30);
        add(tea); // c
        StockSeed fish;
        fish.product = u"FISH"_s;
        fish.decimals = 1;
        fish.condition = StorageCondition::Frozen;
        fish.zone = 3;
        fish.lot = u"L-204"_s;
        fish.onHand = 95; // 9.5
        fish.expiresOn = std::nullopt;
        add(fish); // d
        fish.status = StockStatus::Damaged;
        fish.onHand = 100; // 10.0
        fish.bin = u"A-0%"_s;
        add(fish); // e
        StockSeed far;
        far.product = u"TEA-2"_s;
        far.warehouse = u"WH002"_s;
        far.zone = 2;
        far.lot = u"L-9"_s;
        far.status = StockStatus::Quarantined;
        far.onHand = 1'000;
        far.expiresOn = today.addDays(400);
        add(far); // f
        database.sql(u"UPDATE products SET name = '煎茶 Green tea', category = 'Drinks', "
                     "barcode = '4901234567894', reorder_point = 30 WHERE code = 'TEA-1'"_s);
        database.sql(
            u"UPDATE products SET name = 'Green apple', category = '飲料' WHERE code = 'TEA-2'"_s);
        database.sql(u"UPDATE stock SET received_at = '2026-03-31T16:00:00.000000Z' "
                     "WHERE lot = 'L-204' AND product_code = 'TEA-1'"_s); // April in Tokyo
    }

    QString letters(const Ids &found) const
    {
        QString text;
        for (const qint64 id : found)
            text += QChar(u'a' + ushort(std::ranges::find(ids, id) - ids.begin()));
        std::ranges::sort(text);
        return text;
    }

    TestDatabase database;
    QDate today; ///< in Tokyo, when it began
    Ids ids;

private:
    void add(const StockSeed &seed) { ids.push_back(database.stockRow(seed)); }
};

} // namespace

/// The terms of the search language, on both engines.
class SearchTermsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void terms_data() { addEngines(); }
    void terms();
    void daysAreThoseOfTheWarehouse_data() { addEngines(); }
    void daysAreThoseOfTheWarehouse();
    void theScopeStays_data() { addEngines(); }
    void theScopeStays();
    void bothEnginesFindTheSame();
};

void SearchTermsTest::terms()
{
    QFETCH(Engine, engine);
    Company company(engine);
    const auto date = [&company](int days) {
        return company.today.addDays(days).toString(Qt::ISODate);
    };
    const std::vector<std::pair<QString, QString>> expected{
        {u""_s, u"abdef"_s},
        {u"with:empty"_s, u"abcdef"_s},
        // codes
        {u"lot:L-204"_s, u"ade"_s},
        {u"lot:l-204"_s, u"ade"_s},
        {u"lot:L-205"_s, u"b"_s},
        {u"lot:L-2*"_s, u"abde"_s},
        {u"lot:L-2"_s, u""_s},
        {u"lot:\"M 7\" with:empty"_s, u"c"_s},
        {u"-lot:L-2*"_s, u"f"_s},
        {u"lot:L-* -lot:L-204"_s, u"bf"_s},
        {u"lot:L-205;L-9"_s, u"bf"_s},
        {u"lot:%"_s, u""_s},
        {u"product:tea-1"_s, u"ab"_s},
        {u"product:TEA*"_s, u"abf"_s},
        {u"product:4901234567894"_s, u"ab"_s},
        {u"-product:FISH"_s, u"abf"_s},
        {u"category:drinks;飲料"_s, u"abf"_s},
        {u"-category:飲料"_s, u"abde"_s},
        {u"bin:A-0*"_s, u"abe"_s},
        {u"bin:a-01"_s, u"a"_s},
        {u"bin:A-0%"_s, u"e"_s},
        {u"bin:\"\""_s, u"df"_s},
        {u"-bin:\"\" -bin:A-01"_s, u"be"_s},
        // places
        {u"zone:WH001/3"_s, u"de"_s},
        {u"zone:2"_s, u"f"_s},
        {u"zone:1;WH002/2"_s, u"abf"_s},
        {u"-zone:WH002/2"_s, u"abde"_s},
        {u"warehouse:wh002"_s, u"f"_s},
        {u"warehouse:WH001 zone:2"_s, u""_s},
        {u"warehouse:WH001 zone:2 with:empty"_s, u"c"_s},
        // fixed words
        {u"status:damaged;保留"_s, u"ef"_s},
        {u"-status:available"_s, u"ef"_s},
        {u"condition:frozen"_s, u"de"_s},
        // quantities in the product's unit
        {u"available:<10"_s, u"abd"_s},
        {u"available:<=10"_s, u"abde"_s},
        {u"available:6"_s, u"b"_s},
        {u"available:9.5"_s, u"d"_s},
        {u"available:9..9.5"_s, u"ad"_s},
        {u"available:<9.4;>=1000"_s, u"abf"_s},
        {u"-available:<10"_s, u"ef"_s},
        {u"onhand:10"_s, u"be"_s},
        {u"onhand:0"_s, u"c"_s},
        {u"is:empty"_s, u"c"_s},
        {u"reserved:>0"_s, u"b"_s},
        {u"is:reserved"_s, u"b"_s},
        {u"-is:reserved"_s, u"adef"_s},
        // days
        {u"is:expired"_s, u"a"_s},
        {u"-is:expired"_s, u"bdef"_s},
        {u"is:expiring with:empty"_s, u"bc"_s},
        {u"is:expired;expiring with:empty"_s, u"abc"_s},
        {u"expires:today"_s, u"b"_s},
        {u"expires:+29 with:empty"_s, u"b"_s},
        {u"expires:never"_s, u"de"_s},
        {u"-expires:never"_s, u"abf"_s},
        {u"expires:never;>+30"_s, u"def"_s},
        {u"expires:<"_s + date(30) + u" with:empty"_s, u"ab"_s},
        {u"expires:<="_s + date(30) + u" with:empty"_s, u"abc"_s},
        {u"expires:>="_s + date(30) + u" with:empty"_s, u"cf"_s},
        {u"-expires:>="_s + date(30) + u" with:empty"_s, u"abde"_s},
        {u"expires:"_s + date(-1) + u".."_s + date(0), u"ab"_s},
        {u"expires:>=+0 expires:<"_s + date(30), u"b"_s},
        {u"received:2026-04"_s, u"a"_s},
        {u"received:2026-03"_s, u""_s},
        {u"received:<2026-04-02"_s, u"a"_s},
        {u"-received:2026-04"_s, u"bdef"_s},
        // traits and words
        {u"is:low"_s, u"ab"_s},
        {u"-is:low"_s, u"def"_s},
        {u"green"_s, u"abf"_s},
        {u"green -apple"_s, u"ab"_s},
        {u"\"green tea\""_s, u"ab"_s},
        {u"\"tea green\""_s, u""_s},
        {u"-\"green tea\""_s, u"def"_s},
        {u"-l-204 -a-02"_s, u"f"_s},
        {u"green lot:L-* available:<10 -is:expired"_s, u"b"_s},
    };
    for (const auto &[text, letters] : expected) {
        const QString found = company.letters(idsOf(company.database, text));
        QVERIFY2(found == letters, qPrintable(text + u": "_s + found));
    }
}

void SearchTermsTest::daysAreThoseOfTheWarehouse()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    // 25 hours apart: it is never the same day in both.
    database.warehouse(u"EAST"_s, u"Pacific/Kiritimati"_s);
    database.warehouse(u"WEST"_s, u"Pacific/Niue"_s);
    StockSeed seed;
    seed.expiresOn = *database.store().todayIn(u"WEST"_s);
    seed.warehouse = u"EAST"_s;
    const qint64 past = database.stockRow(seed);
    seed.warehouse = u"WEST"_s;
    const qint64 good = database.stockRow(seed);
    QCOMPARE(idsOf(database, u"is:expired"_s), Ids{past});
    QCOMPARE(idsOf(database, u"expires:today"_s), Ids{good});
    QCOMPARE(idsOf(database, u"-is:expired"_s), Ids{good});
    database.sql(u"UPDATE stock SET received_at = '2026-05-31T12:00:00.000000Z'"_s);
    QCOMPARE(idsOf(database, u"received:2026-06-01"_s), Ids{past});
    QCOMPARE(idsOf(database, u"received:2026-05-31"_s), Ids{good});
    QCOMPARE(idsOf(database, u"received:>=-7"_s), Ids());
}

void SearchTermsTest::theScopeStays()
{
    QFETCH(Engine, engine);
    Company company(engine);
    StockFilter filter = parseSearch(u"zone:2;3 is:expiring;expired with:empty"_s).filter;
    filter.warehouse = u"WH001"_s;
    QCOMPARE(company.letters(*company.database.store().stockIds(filter, {}, 0)), u"c"_s);
    filter = parseSearch(u"expires:<+100"_s).filter;
    filter.expired = true;
    QCOMPARE(company.letters(*company.database.store().stockIds(filter, {}, 0)), u"a"_s);
    filter.expired = false;
    filter.expiresWithinDays = 5;
    QCOMPARE(company.letters(*company.database.store().stockIds(filter, {}, 0)), u"b"_s);
}

void SearchTermsTest::bothEnginesFindTheSame()
{
    Company file(Engine::Sqlite);
    Company server(Engine::Postgres);
    QCOMPARE(file.today, server.today);
    const QStringList parts{u"lot:L-204"_s,     u"-lot:l-2*"_s,        u"product:TEA*"_s,
                            u"-product:FISH"_s, u"bin:A-0*"_s,         u"-bin:A-01"_s,
                            u"zone:1;3"_s,      u"-warehouse:WH002"_s, u"status:available"_s,
                            u"available:<10"_s, u"-reserved:4"_s,      u"onhand:>=9.5"_s,
                            u"is:expired"_s,    u"-expires:never"_s,   u"received:>=2026"_s,
                            u"is:low"_s,        u"-is:low"_s,          u"with:empty"_s,
                            u"green"_s,         u"-apple"_s,           u"category:Drinks"_s};
    QRandomGenerator random(7);
    int rows = 0;
    for (int i = 0; i < 150; ++i) {
        QStringList chosen;
        for (quint32 j = 1 + random.bounded(3U); j > 0; --j)
            chosen << parts[random.bounded(int(parts.size()))];
        chosen.removeDuplicates();
        if (chosen.contains(u"is:low"_s) && chosen.contains(u"-is:low"_s))
            continue;
        const QString text = chosen.join(u' ');
        const StockSort sort{StockColumn(random.bounded(int(StockColumn::Received))), i % 2 == 0};
        const Ids found = idsOf(file.database, text, sort);
        const Ids same = idsOf(server.database, text, sort);
        QVERIFY2(file.letters(found) == server.letters(same), qPrintable(text));
        rows += int(found.size());
    }
    QVERIFY(rows > 100);
}

TANABAN_TEST(SearchTermsTest)
#include "searchtermstest.moc"
