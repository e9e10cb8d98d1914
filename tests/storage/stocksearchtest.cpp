#include "model/clock.h"
#include "model/stockcommands.h"
#include "tests/storage/stocklists.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <set>
#include <thread>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

/// Which stock rows a search text and the filters let through, on both engines.
class StockSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreFound_data();
    void wordsAreFound();
    void hostileTextIsText_data() { addEngines(); }
    void hostileTextIsText();
    void filters_data();
    void filters();
    void expiryIsJudgedInTheWarehouse_data() { addEngines(); }
    void expiryIsJudgedInTheWarehouse();
    void broadWordsAreFoundToo_data() { addEngines(); }
    void broadWordsAreFoundToo();
};

namespace {

Ids found(TestDatabase &database, const QString &text)
{
    StockFilter filter;
    filter.text = text;
    return idsOf(database, filter);
}

} // namespace

void StockSearchTest::wordsAreFound_data()
{
    addEngines();
}

void StockSearchTest::wordsAreFound()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const qint64 tea = row(database, u"TEA-1"_s, u"L2601"_s, u"A-01"_s);
    const qint64 tea2 = row(database, u"TEA-1"_s, u"L2602"_s, u"B-07"_s);
    const qint64 milk = row(database, u"MLK-9"_s, u"M77"_s, u"A-01"_s);
    rename(database, u"TEA-1"_s, u"宇治 緑茶 50袋 / Green tea bags 50"_s, u"2000000000015"_s);
    rename(database, u"MLK-9"_s, u"牛乳 / Milk"_s, u"2000000000022"_s);
    const Ids none;
    const Ids all{milk, tea, tea2};
    QCOMPARE(found(database, QString()), all);
    QCOMPARE(found(database, u"  \t\u3000 "_s), all);
    QCOMPARE(found(database, u"緑茶"_s), (Ids{tea, tea2}));
    QCOMPARE(found(database, u"牛乳"_s), Ids{milk});
    QCOMPARE(found(database, u"茶牛"_s), none);
    QCOMPARE(found(database, u"GREEN"_s), (Ids{tea, tea2}));
    QCOMPARE(found(database, u"tea-1"_s), (Ids{tea, tea2}));
    QCOMPARE(found(database, u"2000000000022"_s), Ids{milk});
    QCOMPARE(found(database, u"000000002"_s), Ids{milk});
    QCOMPARE(found(database, u"L2602"_s), Ids{tea2});
    QCOMPARE(found(database, u"l26"_s), (Ids{tea, tea2}));
    QCOMPARE(found(database, u"a-01"_s), (Ids{milk, tea}));
    // Every word must be found, each where it likes, in any order.
    QCOMPARE(found(database, u"緑茶 B-07"_s), Ids{tea2});
    QCOMPARE(found(database, u"A-01\u3000緑茶"_s), Ids{tea});
    QCOMPARE(found(database, u"green M77"_s), none);
    QCOMPARE(found(database, u"A-01 A-01 tea tea"_s), Ids{tea});
    // The same letters composed another way.
    rename(database, u"MLK-9"_s, u"プリン"_s);
    QCOMPARE(found(database, u"フ\u309Aリン"_s), Ids{milk});
}

void StockSearchTest::hostileTextIsText()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const qint64 percent = row(database, u"A%1"_s, u"L1"_s);
    const qint64 underscore = row(database, u"A_2"_s, u"L2"_s);
    const qint64 backslash = row(database, u"A\\3"_s, u"L3"_s);
    const qint64 quote = row(database, u"A4"_s, u"L4"_s, u"B%_\\5"_s);
    rename(database, u"A4"_s, u"it's 'quoted'"_s);
    const Ids none;
    QCOMPARE(found(database, u"%"_s), (Ids{percent, quote}));
    QCOMPARE(found(database, u"_"_s), (Ids{quote, underscore}));
    QCOMPARE(found(database, u"\\"_s), (Ids{quote, backslash}));
    QCOMPARE(found(database, u"'"_s), Ids{quote});
    QCOMPARE(found(database, u"A%"_s), Ids{percent});
    QCOMPARE(found(database, u"%_\\"_s), Ids{quote});
    QCOMPARE(found(database, u"''"_s), none);
    QCOMPARE(found(database, u"'q 'S"_s), Ids{quote});
    QCOMPARE(found(database, u"'; DROP TABLE stock; --"_s), none);
    QCOMPARE(found(database, u"\" OR 1=1 --"_s), none);
    QCOMPARE(found(database, u"{iso x} $1 ? :name"_s), none);
    QCOMPARE(found(database, QString(1, QChar::Null)), none);
    QCOMPARE(found(database, u"A"_s + QChar(0xD800)), none);
    QCOMPARE(found(database, QString(100'000, u'%')), none);
    QCOMPARE(found(database, u"A%"_s.repeated(50'000)), none);
    QCOMPARE(found(database, u"L1 "_s.repeated(33'000)), Ids{percent});
    QCOMPARE(database.count(u"stock"_s), 4);
    const auto products = database.store().findProducts(u"%"_s, 10);
    QVERIFY(products.ok());
    QCOMPARE(products->size(), size_t(1));
    QVERIFY(database.store().findProducts(QString(100'000, u'_'), 10)->empty());
    QVERIFY(!database.store().product(u"A%"_s)->has_value());
    StockFilter exact;
    exact.product = u"A4"_s;
    QCOMPARE(idsOf(database, exact), Ids{quote});
    exact.product = u"A%"_s;
    QCOMPARE(idsOf(database, exact), none);
}

void StockSearchTest::filters_data()
{
    addEngines();
}

void StockSearchTest::filters()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const QDate today = todayInTokyo();
    StockSeed seed;
    seed.bin = u""_s;
    seed.expiresOn = today.addDays(30);
    const qint64 plain = database.stockRow(seed);
    seed.lot = u"L2"_s;
    seed.status = StockStatus::Damaged;
    seed.expiresOn = today.addDays(-1);
    const qint64 damaged = database.stockRow(seed);
    seed = {};
    seed.bin = u""_s;
    seed.lot = u"L3"_s;
    seed.zone = 2;
    seed.product = u"P2"_s;
    seed.condition = StorageCondition::Frozen;
    seed.reserved = 40;
    seed.expiresOn = today;
    const qint64 frozen = database.stockRow(seed);
    seed = {};
    seed.bin = u""_s;
    seed.warehouse = u"WH002"_s;
    seed.lot = u"L4"_s;
    seed.product = u"P3"_s;
    seed.onHand = 0;
    const qint64 empty = database.stockRow(seed);
    const auto withFilter = [&](auto change) {
        StockFilter filter;
        change(filter);
        Ids ids = idsOf(database, filter);
        std::ranges::sort(ids);
        return ids;
    };
    using Filter = StockFilter &;
    QCOMPARE(withFilter([](Filter) {}), (Ids{plain, damaged, frozen}));
    QCOMPARE(withFilter([](Filter f) { f.withEmpty = true; }), (Ids{plain, damaged, frozen, empty}));
    QCOMPARE(withFilter([](Filter f) { f.warehouse = u"WH002"_s; }), Ids());
    QCOMPARE(withFilter([](Filter f) {
                 f.warehouse = u"WH002"_s;
                 f.withEmpty = true;
             }),
             Ids{empty});
    QCOMPARE(withFilter([](Filter f) {
                 f.warehouse = u"WH001"_s;
                 f.zone = 2;
             }),
             Ids{frozen});
    QCOMPARE(withFilter([](Filter f) { f.product = u"P1"_s; }), (Ids{plain, damaged}));
    QCOMPARE(withFilter([](Filter f) { f.lot = u"L2"_s; }), Ids{damaged});
    QCOMPARE(withFilter([](Filter f) { f.lot = u"L"_s; }), Ids());
    QCOMPARE(withFilter([](Filter f) { f.status = StockStatus::Damaged; }), Ids{damaged});
    QCOMPARE(withFilter([](Filter f) { f.condition = StorageCondition::Frozen; }), Ids{frozen});
    QCOMPARE(withFilter([](Filter f) { f.reserved = true; }), Ids{frozen});
    QCOMPARE(withFilter([](Filter f) { f.expired = true; }), Ids{damaged});
    QCOMPARE(withFilter([](Filter f) { f.expiresWithinDays = 0; }), Ids{frozen});
    QCOMPARE(withFilter([](Filter f) { f.expiresWithinDays = 30; }), (Ids{plain, frozen}));
    QCOMPARE(withFilter([](Filter f) {
                 f.expiresWithinDays = 29;
                 f.text = u"P1"_s;
             }),
             Ids());
    QCOMPARE(withFilter([](Filter f) {
                 f.expired = true;
                 f.text = u"l2 p1"_s;
             }),
             Ids{damaged});
    QCOMPARE(withFilter([](Filter f) { f.low = true; }), Ids());
    database.sql(u"UPDATE products SET reorder_point = 200 WHERE code = 'P1'"_s); // 200 are there
    database.sql(u"UPDATE products SET reorder_point = 59 WHERE code = 'P2'"_s);  // 60 of 100
    database.sql(u"UPDATE products SET reorder_point = 0 WHERE code = 'P3'"_s);
    QCOMPARE(withFilter([](Filter f) { f.low = true; }), (Ids{plain, damaged}));
    QCOMPARE(withFilter([](Filter f) {
                 f.low = true;
                 f.withEmpty = true;
             }),
             (Ids{plain, damaged, empty}));
    QCOMPARE(withFilter([](Filter f) {
                 f.low = true;
                 f.status = StockStatus::Available;
             }),
             Ids{plain});
}

void StockSearchTest::expiryIsJudgedInTheWarehouse()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    // 25 hours apart: it is never the same day in both.
    database.warehouse(u"EAST"_s, u"Pacific/Kiritimati"_s);
    database.warehouse(u"WEST"_s, u"Pacific/Niue"_s);
    const auto east = database.store().todayIn(u"EAST"_s);
    const auto west = database.store().todayIn(u"WEST"_s);
    QVERIFY(east.ok() && west.ok());
    QVERIFY(*west < *east);
    const Instant now = SystemClock().now();
    QVERIFY(qAbs(east->daysTo(dayAt(now, u"Pacific/Kiritimati"_s))) <= 1);
    StockSeed seed;
    seed.bin = u""_s;
    seed.expiresOn = *west;
    seed.warehouse = u"EAST"_s;
    const qint64 past = database.stockRow(seed);
    seed.warehouse = u"WEST"_s;
    const qint64 good = database.stockRow(seed);
    StockFilter filter;
    filter.expired = true;
    QCOMPARE(idsOf(database, filter), Ids{past});
    filter.expired = false;
    filter.expiresWithinDays = 3;
    QCOMPARE(idsOf(database, filter), Ids{good});
    const auto rows = rowsOf(database, {past, good});
    QCOMPARE(rows[0].today, *east);
    QCOMPARE(rows[1].today, *west);
    QVERIFY(rows[0].expired() && !rows[1].expired());
}

void StockSearchTest::broadWordsAreFoundToo()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    row(database, u"P1"_s, u"L1"_s, u"A-01"_s);
    // More than are looked up one by one.
    const QString numbers =
        u"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200) "_s;
    database.sql(u"INSERT INTO products (code, name, storage_condition, unit) "_s + numbers
                 + u"SELECT 'BULK-' || (1000 + i), 'Bulk', 'room_temperature', 'pcs' FROM n"_s);
    database.sql(u"INSERT INTO lots (product_code, lot) "_s + numbers
                 + u"SELECT 'BULK-' || (1000 + i), 'LB' || (i % 10) FROM n"_s);
    database.sql(
        u"INSERT INTO stock (warehouse_code, zone_number, bin, product_code, lot, status, "
        "storage_condition, received_at, on_hand, reserved, version) "_s
        + numbers
        + u"SELECT 'WH001', 1, 'A-01', 'BULK-' || (1000 + i), 'LB' || (i % 10), 'available', "
          "'room_temperature', s.received_at, 1, 0, 1 FROM n, stock s"_s);
    const Ids bulk = found(database, u"bulk"_s);
    QCOMPARE(bulk.size(), size_t(1200));
    QCOMPARE(rowsOf(database, {bulk.front()}).front().row.key.product, u"BULK-1001"_s);
    QCOMPARE(rowsOf(database, {bulk.back()}).front().row.key.product, u"BULK-2200"_s);
    QCOMPARE(found(database, u"a-01"_s).size(), size_t(1201));
    QCOMPARE(found(database, u"lb3 a-01 bulk"_s).size(), size_t(120));
    QCOMPARE(found(database, u"Bulk-1007"_s).size(), size_t(1));
    QCOMPARE(found(database, u"bulk L1"_s).size(), size_t(0));
    QCOMPARE(found(database, u"A-0 P1"_s).size(), size_t(1));
    QString many;
    for (int i = 0; i < 5000; ++i)
        many += QString::number(i) + u' ';
    QCOMPARE(found(database, many).size(), size_t(0));
}

TANABAN_TEST(StockSearchTest)
#include "stocksearchtest.moc"
