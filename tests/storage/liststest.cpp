#include "model/clock.h"
#include "model/stockcommands.h"
#include "tests/support/testdatabase.h"

#include <QTest>

#include <algorithm>
#include <set>
#include <thread>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

/// The lists of the Store port on both engines.
class ListsTest : public QObject
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
    void everyColumnSorts_data();
    void everyColumnSorts();
    void limitIsTheBeginningOfTheWhole_data() { addEngines(); }
    void limitIsTheBeginningOfTheWhole();
    void rowsComeInTheOrderAskedFor_data() { addEngines(); }
    void rowsComeInTheOrderAskedFor();
    void rowsTellWhatPeopleNeed_data() { addEngines(); }
    void rowsTellWhatPeopleNeed();
    void historyIsNewestFirst_data() { addEngines(); }
    void historyIsNewestFirst();
    void zonesAddUp_data() { addEngines(); }
    void zonesAddUp();
    void placesAndPeople_data() { addEngines(); }
    void placesAndPeople();
    void productsAreFound_data() { addEngines(); }
    void productsAreFound();
    void markMovesWithEveryCommit_data() { addEngines(); }
    void markMovesWithEveryCommit();
};

namespace {

using Ids = std::vector<qint64>;

Ids idsOf(TestDatabase &database,
          const StockFilter &filter,
          const StockSort &sort = {},
          qint64 limit = 0)
{
    const auto ids = database.store().stockIds(filter, sort, limit);
    if (!ids)
        qFatal("stockIds: %s", qPrintable(ids.error().detail));
    return *ids;
}

Ids found(TestDatabase &database, const QString &text)
{
    StockFilter filter;
    filter.text = text;
    return idsOf(database, filter);
}

std::vector<StockListRow> rowsOf(TestDatabase &database, const Ids &ids)
{
    const auto rows = database.store().stockRows(ids);
    if (!rows)
        qFatal("stockRows: %s", qPrintable(rows.error().detail));
    return *rows;
}

void rename(TestDatabase &database,
            const QString &code,
            const QString &name,
            const QString &barcode = u""_s)
{
    database.sql(u"UPDATE products SET name = ?, barcode = ? WHERE code = ?"_s,
                 {name, barcode, code});
}

qint64 row(TestDatabase &database,
           const QString &product,
           const QString &lot,
           const QString &bin = u""_s,
           qint64 onHand = 10)
{
    StockSeed seed;
    seed.bin = u""_s;
    seed.product = product;
    seed.lot = lot;
    seed.bin = bin;
    seed.onHand = onHand;
    return database.stockRow(seed);
}

QDate todayInTokyo()
{
    return dayAt(SystemClock().now(), u"Asia/Tokyo"_s);
}

} // namespace

void ListsTest::wordsAreFound_data()
{
    addEngines();
}

void ListsTest::wordsAreFound()
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
    QCOMPARE(found(database, {}), all);
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

void ListsTest::hostileTextIsText()
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

void ListsTest::filters_data()
{
    addEngines();
}

void ListsTest::filters()
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

void ListsTest::expiryIsJudgedInTheWarehouse()
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

void ListsTest::everyColumnSorts_data()
{
    addEngines();
}

void ListsTest::everyColumnSorts()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    StockSeed seed;
    seed.bin = u""_s;
    const QDate today = todayInTokyo();
    int number = 0;
    for (const QString &product : {u"b"_s, u"a"_s, u"あ"_s, u"B"_s}) {
        for (int lot = 0; lot < 3; ++lot) {
            ++number;
            seed = {};
            seed.bin = u""_s;
            seed.product = product;
            seed.decimals = number > 6 ? 2 : 0;
            seed.lot = u"L%1"_s.arg((number * 5) % 7);
            seed.warehouse = number % 3 == 0 ? u"WH002"_s : u"WH001"_s;
            seed.zone = 1 + number % 2;
            seed.bin = number % 4 == 0 ? u""_s : u"A-%1"_s.arg((number * 7) % 5);
            seed.onHand = (number * 37) % 50 + 10;
            seed.reserved = number % 4;
            seed.status = number % 5 == 1 ? StockStatus::Quarantined : StockStatus::Available;
            if (number % 3 != 1)
                seed.expiresOn = today.addDays((number * 11) % 6);
            database.stockRow(seed);
        }
        rename(database, product, u"name %1"_s.arg((number * 3) % 7));
    }
    const Ids all = idsOf(database, {});
    QCOMPARE(all.size(), size_t(12));
    std::map<qint64, StockListRow> rows;
    for (const StockListRow &one : rowsOf(database, all))
        rows[one.row.id] = one;
    const auto comparable = [](qint64 quantity, const StockListRow &r) {
        return quantity * (r.decimals == 0 ? 100 : 1);
    };
    const auto text = [](const QString &s) { return s.toUtf8(); };
    using Key = std::tuple<int, qint64, QByteArray, int>;
    const auto keyOf = [&](const StockListRow &r, StockColumn column) -> Key {
        switch (column) {
        case StockColumn::Product:
            return {0, 0, text(r.row.key.product), 0};
        case StockColumn::Name:
            return {0, 0, text(r.productName), 0};
        case StockColumn::Place:
            return {0, 0, text(r.row.key.warehouse), r.row.key.zone};
        case StockColumn::Bin:
            return {0, 0, text(r.row.key.bin), 0};
        case StockColumn::Lot:
            return {0, 0, text(r.row.key.lot), 0};
        case StockColumn::Expires:
            return {r.expiresOn ? 0 : 1, r.expiresOn ? r.expiresOn->toJulianDay() : 0, {}, 0};
        case StockColumn::Status:
            return {0, 0, text(codeOf(r.row.key.status)), 0};
        case StockColumn::OnHand:
            return {0, comparable(r.row.onHand, r), {}, 0};
        case StockColumn::Reserved:
            return {0, comparable(r.row.reserved, r), {}, 0};
        case StockColumn::Available:
            return {0, comparable(r.row.available(), r), {}, 0};
        case StockColumn::Received:
            return {0, r.row.receivedAt.microseconds, {}, 0};
        }
        return {};
    };
    for (int column = 0; column <= int(StockColumn::Received); ++column) {
        for (const bool descending : {false, true}) {
            Ids expected = all; // by product, received and id, which also breaks ties
            std::ranges::stable_sort(expected, [&](qint64 a, qint64 b) {
                const Key one = keyOf(rows[a], StockColumn(column));
                const Key other = keyOf(rows[b], StockColumn(column));
                return descending ? other < one : one < other;
            });
            const StockSort sort{StockColumn(column), descending};
            QVERIFY2(idsOf(database, {}, sort) == expected,
                     qPrintable(u"column %1 %2"_s.arg(column).arg(descending)));
            QCOMPARE(idsOf(database, {}, sort, 5), Ids(expected.begin(), expected.begin() + 5));
            StockFilter filter;
            filter.text = u"name"_s;
            QCOMPARE(idsOf(database, filter, sort), expected);
        }
    }
}

void ListsTest::limitIsTheBeginningOfTheWhole()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    for (int i = 0; i < 20; ++i)
        row(database, u"P%1"_s.arg(i % 4), u"L%1"_s.arg(i));
    const Ids whole = idsOf(database, {});
    QCOMPARE(whole.size(), size_t(20));
    QCOMPARE(std::set<qint64>(whole.begin(), whole.end()).size(), size_t(20));
    for (const qint64 limit : {1, 7, 20, 100}) {
        const Ids part = idsOf(database, {}, {}, limit);
        QCOMPARE(part, Ids(whole.begin(), whole.begin() + std::min<qint64>(limit, 20)));
    }
    QCOMPARE(idsOf(database, {}), whole);
}

void ListsTest::rowsComeInTheOrderAskedFor()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    Ids ids;
    for (int i = 0; i < 450; ++i)
        ids.push_back(row(database, u"P%1"_s.arg(i % 9), u"L%1"_s.arg(i)));
    std::ranges::reverse(ids);
    Ids asked = ids;
    asked.insert(asked.begin() + 100, 987'654'321);
    asked.insert(asked.begin(), -1);
    asked.push_back(0);
    const auto rows = rowsOf(database, asked);
    QCOMPARE(rows.size(), ids.size());
    for (size_t i = 0; i < ids.size(); ++i)
        QCOMPARE(rows[i].row.id, ids[i]);
    QVERIFY(rowsOf(database, {}).empty());
}

void ListsTest::rowsTellWhatPeopleNeed()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    StockSeed seed;
    seed.bin = u""_s;
    seed.decimals = 2;
    seed.reserved = 30;
    seed.expiresOn = todayInTokyo().addDays(-1);
    const qint64 id = database.stockRow(seed);
    rename(database, u"P1"_s, u"緑茶"_s);
    database.sql(u"UPDATE products SET reorder_point = 70 WHERE code = 'P1'"_s);
    const StockListRow one = rowsOf(database, {id}).front();
    QCOMPARE(one.productName, u"緑茶"_s);
    QCOMPARE(one.decimals, 2);
    QVERIFY(one.productActive);
    QVERIFY(one.low);
    QVERIFY(one.expired());
    QCOMPARE(one.row.available(), 70);
    QCOMPARE(one.row.key.product, u"P1"_s);
    QCOMPARE(one.today, todayInTokyo());
    const auto context = database.store().stock(id);
    QVERIFY(context.ok() && *context);
    QCOMPARE(one.row, (*context)->row);
    QCOMPARE(one.zoneName, (*context)->zone.name);
    QCOMPARE(one.warehouseName, (*context)->warehouse.name);
    QCOMPARE(one.unit, (*context)->product.unit);
    database.sql(u"UPDATE products SET reorder_point = 69 WHERE code = 'P1'"_s);
    QVERIFY(!rowsOf(database, {id}).front().low);
}

void ListsTest::historyIsNewestFirst()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const qint64 id = row(database, u"P1"_s, u"L1"_s);
    for (int i = 0; i < 7; ++i) {
        const StockCommand command{newCommandId(), Adjust{id, 1, u"counted"_s}, {}, u"tester"_s};
        const DecisionResult decided = decide(command, database.store());
        QVERIFY(std::holds_alternative<Committed>(
            database.store().commit(std::get<ChangeSet>(decided))));
    }
    const auto versions = [&](qint64 before, int limit) {
        std::vector<qint64> result;
        const auto events = database.store().history(id, before, limit);
        for (const StockEvent &event : *events)
            result.push_back(event.version);
        return result;
    };
    const auto last = rowsOf(database, {id}).front().row.version;
    QVERIFY(last >= 8);
    QCOMPARE(versions(0, 3), (std::vector<qint64>{last, last - 1, last - 2}));
    QCOMPARE(versions(last - 2, 2), (std::vector<qint64>{last - 3, last - 4}));
    QCOMPARE(versions(0, 100).size(), size_t(last));
    QCOMPARE(versions(0, 100).back(), 1);
    QVERIFY(versions(1, 100).empty());
    const auto events = database.store().history(id, 0, 1);
    QCOMPARE(events->front().kind, EventKind::Adjust);
    QCOMPARE(events->front().reason, u"counted"_s);
    QCOMPARE(events->front().actor, u"tester"_s);
    QVERIFY(!events->front().actorName.isEmpty());
    QVERIFY(!events->front().command.isNull());
    QVERIFY(database.store().history(987'654, 0, 10)->empty());
}

void ListsTest::zonesAddUp()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    database.warehouse(u"WH002"_s);
    database.zone(u"WH002"_s, 1, StorageCondition::Frozen, 500);
    StockSeed seed;
    seed.bin = u""_s;
    seed.onHand = 10;
    database.stockRow(seed);
    seed.lot = u"L2"_s;
    seed.onHand = 0;
    database.stockRow(seed);
    seed.lot = u"L3"_s;
    seed.product = u"KG"_s;
    seed.decimals = 3;
    seed.onHand = 2001; // three units, rounded up
    database.stockRow(seed);
    const auto zones = database.store().zones();
    QVERIFY(zones.ok());
    QCOMPARE(zones->size(), size_t(2));
    QCOMPARE(zones->at(0).zone.warehouse, u"WH001"_s);
    QCOMPARE(zones->at(0).rows, 2);
    QCOMPARE(zones->at(0).load, 13);
    QCOMPARE(zones->at(1).zone.capacity, std::optional<qint64>(500));
    QCOMPARE(zones->at(1).rows, 0);
    QCOMPARE(zones->at(1).load, 0);
    QVERIFY(!zones->at(1).warehouseName.isEmpty());
}

void ListsTest::placesAndPeople()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    database.warehouse(u"WH002"_s);
    database.warehouse(u"WH001"_s, u"Europe/Berlin"_s);
    database.zone(u"WH001"_s, 3);
    for (const QString &code : {u"C"_s, u"A"_s, u"B"_s})
        database.bin(u"WH001"_s, 3, code);
    database.sql(u"UPDATE bins SET walk_order = CASE code WHEN 'B' THEN 5 WHEN 'C' THEN 7 "
                 "WHEN 'A' THEN 9 ELSE 0 END"_s);
    database.person(u"sato"_s, u"supervisor"_s);
    const auto warehouses = database.store().warehouses();
    QCOMPARE(warehouses->size(), size_t(2));
    QCOMPARE(warehouses->front().code, u"WH001"_s);
    QCOMPARE(warehouses->front().timeZone, u"Europe/Berlin"_s);
    const auto bins = database.store().bins(u"WH001"_s, 3);
    QStringList codes;
    for (const Bin &bin : *bins)
        codes.append(bin.code);
    QCOMPARE(codes, (QStringList{QString(), u"B"_s, u"C"_s, u"A"_s}));
    QVERIFY(database.store().bins(u"WH002"_s, 3)->empty());
    const auto people = database.store().people();
    QCOMPARE(people->size(), size_t(2));
    QCOMPARE(people->front().login, u"sato"_s);
    QCOMPARE(people->front().role, Role::Supervisor);
    QCOMPARE(people->back().role, Role::Admin);
}

void ListsTest::productsAreFound()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    for (const QString &code : {u"TEA-10"_s, u"TEA-1"_s, u"XTEA-1"_s, u"MLK-1"_s})
        database.product(code, 1, StorageCondition::Frozen);
    rename(database, u"TEA-1"_s, u"緑茶 / Green tea"_s, u"2000000000015"_s);
    rename(database, u"MLK-1"_s, u"Milk tea-1"_s, u"2000000000022"_s);
    const auto codesOf = [&](const QString &text, int limit = 10) {
        QStringList codes;
        const auto products = database.store().findProducts(text, limit);
        for (const Product &product : *products)
            codes.append(product.code);
        return codes;
    };
    QCOMPARE(codesOf(u"tea-1"_s), (QStringList{u"TEA-1"_s, u"TEA-10"_s, u"MLK-1"_s, u"XTEA-1"_s}));
    QCOMPARE(codesOf(u"TEA-1"_s, 1), QStringList{u"TEA-1"_s});
    QCOMPARE(codesOf(u"緑茶"_s), QStringList{u"TEA-1"_s});
    QCOMPARE(codesOf(u"milk tea"_s), QStringList{u"MLK-1"_s});
    QCOMPARE(codesOf(u"2000000000022"_s), QStringList{u"MLK-1"_s});
    QCOMPARE(codesOf({}).size(), 4);
    const auto byBarcode = database.store().product(u"2000000000015"_s);
    QVERIFY(byBarcode->has_value());
    QCOMPARE((*byBarcode)->code, u"TEA-1"_s);
    QCOMPARE((*byBarcode)->decimals, 1);
    QCOMPARE((*byBarcode)->condition, StorageCondition::Frozen);
    QVERIFY(!database.store().product({})->has_value());
    QVERIFY(!database.store().product(u"tea-1"_s)->has_value());
    // A code wins over another product's barcode.
    rename(database, u"MLK-1"_s, u"Milk"_s, u"TEA-1"_s);
    QCOMPARE((*database.store().product(u"TEA-1"_s))->code, u"TEA-1"_s);
}

void ListsTest::markMovesWithEveryCommit()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const qint64 id = row(database, u"P1"_s, u"L1"_s);
    Store &store = database.store();
    const auto mark = [&store] { return *store.changeMark(); };
    const auto adjust = [id](Store &by) {
        const StockCommand command{newCommandId(), Adjust{id, 1, u"counted"_s}, {}, u"tester"_s};
        const DecisionResult decided = decide(command, by);
        QVERIFY(std::holds_alternative<Committed>(by.commit(std::get<ChangeSet>(decided))));
    };
    qint64 before = mark();
    QCOMPARE(mark(), before);
    adjust(store); // our own, by this thread
    QVERIFY(mark() != before);
    before = mark();
    const auto other = database.open();
    adjust(other->store());
    QVERIFY(mark() != before);
    before = mark();
    std::thread([&] { adjust(store); }).join(); // our own, by another thread
    QVERIFY(mark() != before);
    before = mark();
    database.sql(u"UPDATE products SET name = 'else' WHERE code = 'P1'"_s);
    QVERIFY(mark() != before);
    before = mark();
    // It means the same on every thread.
    qint64 elsewhere = before + 1;
    std::thread([&] { elsewhere = mark(); }).join();
    QCOMPARE(elsewhere, before);
}

QTEST_GUILESS_MAIN(ListsTest)
#include "liststest.moc"
