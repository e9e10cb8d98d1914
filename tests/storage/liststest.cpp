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

/// The lists of the Store port on both engines.
class ListsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
    for (int i = 0; i < 230; ++i)
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

TANABAN_TEST(ListsTest)
#include "liststest.moc"
