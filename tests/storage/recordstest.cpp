#include "tests/support/records.h"

#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

/// Master data through the port and the runner: lists, histories, and two people at one record.
class RecordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addEngines(); }
    void init()
    {
        QFETCH_GLOBAL(Engine, engine);
        m_database = std::make_unique<TestDatabase>(engine);
        m_keeper = std::make_unique<RecordKeeper>(m_database->database());
    }
    void cleanup()
    {
        m_keeper.reset();
        m_database.reset();
    }

    void everyKind();
    void listsAreFilteredAndSorted();
    void longLists();
    void wherePlacesAreUsed();
    void whereProductsAreUsed();
    void surroundings();
    void history();
    void differentFieldsAreMerged();
    void sameFieldIsAsked();
    void sameCommandTwice();

private:
    static QJsonObject code(const QString &text) { return {{u"code"_s, text}}; }
    QStringList listed(const RecordFilter &filter)
    {
        const auto ids = m_keeper->records().ids(filter);
        return ids ? QStringList(ids->begin(), ids->end()) : QStringList{ids.error().detail};
    }
    RecordRow row(Entity entity, const QJsonObject &key)
    {
        const auto rows = m_keeper->records().rows(entity, {idOf(entity, key)});
        return rows && rows->size() == 1 ? rows->front() : RecordRow();
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<RecordKeeper> m_keeper;
};

void RecordsTest::everyKind()
{
    struct Made
    {
        Entity entity;
        QJsonObject key;
        QJsonObject fields;
        QJsonObject changed;
    };
    const QJsonObject zone{{u"warehouse_code"_s, u"WH9"_s}, {u"zone_number"_s, 2}};
    QJsonObject bin = zone;
    bin[u"code"_s] = u"A/01"_s;
    const std::vector<Made> all{
        {Entity::Warehouse,
         code(u"WH9"_s),
         {{u"name"_s, u"名古屋"_s}, {u"time_zone"_s, u"Asia/Tokyo"_s}},
         {{u"name"_s, u"Nagoya"_s}}},
        {Entity::Zone,
         zone,
         {{u"name"_s, u"Cold"_s},
          {u"storage_condition"_s, u"frozen"_s},
          {u"capacity"_s, QJsonValue::Null},
          {u"allocation_priority"_s, 3}},
         {{u"storage_condition"_s, u"refrigerated"_s}, {u"capacity"_s, 10}}},
        {Entity::Bin, bin, {{u"walk_order"_s, 7}}, {{u"active"_s, false}}},
        {Entity::Product,
         code(u"P/9"_s),
         {{u"name"_s, u"Rice"_s},
          {u"category"_s, u""_s},
          {u"barcode"_s, u"4006381333931"_s},
          {u"storage_condition"_s, u"room_temperature"_s},
          {u"unit"_s, u"bag"_s},
          {u"quantity_decimals"_s, 1},
          {u"reorder_point"_s, 25}},
         {{u"quantity_decimals"_s, 0}, {u"reorder_point"_s, QJsonValue::Null}}},
        {Entity::Lot,
         {{u"product_code"_s, u"P/9"_s}, {u"lot"_s, u"L 1"_s}},
         {{u"expires_on"_s, u"2027-02-28"_s}},
         {{u"expires_on"_s, QJsonValue::Null}}},
        {Entity::Partner,
         code(u"C1"_s),
         {{u"name"_s, u"山田商店 \"O'Neil\" \\ {x}"_s}, {u"kind"_s, u"customer"_s}},
         {{u"kind"_s, u"supplier"_s}}},
        {Entity::Person,
         {{u"login"_s, u"mori"_s}},
         {{u"name"_s, u"Mori"_s}, {u"role"_s, u"staff"_s}},
         {{u"role"_s, u"supervisor"_s}, {u"active"_s, false}}}};
    for (const Made &made : all) {
        QCOMPARE(verdictOf(m_keeper->set(made.entity, made.key, made.fields).outcome),
                 u"committed"_s);
        Record record = m_keeper->look(made.entity, made.key);
        QCOMPARE(record.version, 1);
        QCOMPARE(record.key, made.key);
        for (const QString &field : made.fields.keys())
            QCOMPARE(record.fields.value(field), made.fields.value(field));
        QCOMPARE(row(made.entity, made.key).record, record);
        QCOMPARE(verdictOf(m_keeper->set(made.entity, made.key, made.changed).outcome),
                 u"committed"_s);
        const Record changed = m_keeper->look(made.entity, made.key);
        QCOMPARE(changed.version, 2);
        QCOMPARE(changedFields(record.fields, changed.fields), made.changed);
        // Making it once more is no way to change it.
        record.version = 0;
        record.fields = {};
        const CommandResult again = m_keeper->run(
            m_keeper->command(made.entity, record, made.fields));
        QCOMPARE(verdictOf(again.outcome), u"Exists"_s);
    }
    QCOMPARE(m_database->audit(), QStringList());
}

void RecordsTest::listsAreFilteredAndSorted()
{
    for (const auto &[text, name, category, reorder] :
         {std::tuple{u"P1"_s, u"Brown rice"_s, u"Grain"_s, 30},
          {u"P2"_s, u"apple 100%"_s, u"Fruit"_s, 0},
          {u"p3"_s, u"蜜柑 みかん"_s, u"Fruit"_s, 7},
          {u"P4"_s, u"Brown sugar"_s, u"Sweet"_s, 12}})
    {
        QJsonObject fields{{u"name"_s, name},
                           {u"category"_s, category},
                           {u"unit"_s, u"kg"_s},
                           {u"storage_condition"_s, u"room_temperature"_s}};
        if (reorder > 0)
            fields[u"reorder_point"_s] = reorder;
        QCOMPARE(verdictOf(m_keeper->set(Entity::Product, code(text), fields).outcome),
                 u"committed"_s);
    }
    m_keeper->set(Entity::Product, code(u"P4"_s), {{u"active"_s, false}});
    RecordFilter filter;
    QCOMPARE(listed(filter), (QStringList{u"P1"_s, u"P2"_s, u"p3"_s}));
    filter.withInactive = true;
    QCOMPARE(listed(filter), (QStringList{u"P1"_s, u"P2"_s, u"P4"_s, u"p3"_s})); // by bytes
    filter.descending = true;
    QCOMPARE(listed(filter), (QStringList{u"p3"_s, u"P4"_s, u"P2"_s, u"P1"_s}));
    filter.descending = false;
    filter.sortedBy = u"reorder_point"_s; // what has none comes last, both ways
    QCOMPARE(listed(filter), (QStringList{u"p3"_s, u"P4"_s, u"P1"_s, u"P2"_s}));
    filter.descending = true;
    QCOMPARE(listed(filter), (QStringList{u"P1"_s, u"P4"_s, u"p3"_s, u"P2"_s}));
    filter.descending = false;
    filter.sortedBy = u"name"_s;
    QCOMPARE(listed(filter), (QStringList{u"P1"_s, u"P4"_s, u"P2"_s, u"p3"_s}));
    filter.sortedBy = u"no such; field"_s;
    filter.text = u"brown SUGAR"_s;
    QCOMPARE(listed(filter), QStringList{u"P4"_s});
    filter.text = u"fruit"_s;
    QCOMPARE(listed(filter), (QStringList{u"P2"_s, u"p3"_s}));
    filter.text = u"100%"_s;
    QCOMPARE(listed(filter), QStringList{u"P2"_s});
    filter.text = u"みかん"_s;
    QCOMPARE(listed(filter), QStringList{u"p3"_s});
    filter.text = u"nothing"_s;
    QCOMPARE(listed(filter), QStringList());
}

void RecordsTest::longLists()
{
    // More than fits into one statement, in an order that is not that of the keys; ids that are not
    // there are left out.
    m_database->warehouse(u"WH001"_s);
    m_database->zone(u"WH001"_s, 1);
    for (int i = 0; i < 450; ++i)
        m_database->bin(u"WH001"_s, 1, u"B%1"_s.arg(i));
    RecordFilter filter;
    filter.entity = Entity::Bin;
    filter.within = {{u"warehouse_code"_s, u"WH001"_s}, {u"zone_number"_s, 1}};
    filter.descending = true;
    auto ids = *m_keeper->records().ids(filter);
    QCOMPARE(ids.size(), size_t(451));
    QCOMPARE(keyOf(Entity::Bin, ids.front()).value(u"code"_s).toString(), u"B99"_s);
    QCOMPARE(keyOf(Entity::Bin, ids.back()).value(u"code"_s).toString(), QString());
    ids.insert(
        ids.begin() + 300,
        idOf(Entity::Bin,
             {{u"warehouse_code"_s, u"WH001"_s}, {u"zone_number"_s, 1}, {u"code"_s, u"x"_s}}));
    const auto rows = *m_keeper->records().rows(Entity::Bin, ids);
    QCOMPARE(rows.size(), size_t(451));
    ids.erase(ids.begin() + 300);
    for (size_t i = 0; i < rows.size(); ++i)
        QCOMPARE(idOf(Entity::Bin, rows[i].record.key), ids[i]);
    filter.within = {{u"warehouse_code"_s, u"WH001"_s}, {u"zone_number"_s, 2}};
    QCOMPARE(listed(filter), QStringList());
    QVERIFY(m_keeper->records().rows(Entity::Product, {})->empty());
}

void RecordsTest::wherePlacesAreUsed()
{
    StockSeed seed;
    seed.decimals = 1;
    seed.onHand = 15; // two whole units
    seed.bin = u"A-01"_s;
    m_database->stockRow(seed);
    seed.lot = u"L2"_s;
    seed.onHand = 0;
    seed.bin = u"A-02"_s;
    m_database->stockRow(seed);
    m_database->zone(u"WH001"_s, 2);
    const QJsonObject zone{{u"warehouse_code"_s, u"WH001"_s}, {u"zone_number"_s, 1}};
    const RecordUse inZone = row(Entity::Zone, zone).use;
    QCOMPARE(inZone.rows, 1);
    QCOMPARE(inZone.onHand, 2);
    QCOMPARE(inZone.parts, 3); // with the zone itself
    const RecordUse inWarehouse = row(Entity::Warehouse, code(u"WH001"_s)).use;
    QCOMPARE(inWarehouse.rows, 1);
    QCOMPARE(inWarehouse.onHand, 2);
    QCOMPARE(inWarehouse.parts, 2);
    QJsonObject bin = zone;
    bin[u"code"_s] = u"A-01"_s;
    QCOMPARE(row(Entity::Bin, bin).use.onHand, 2);
    QCOMPARE(row(Entity::Bin, bin).use.rows, 1);
    bin[u"code"_s] = u"A-02"_s;
    QCOMPARE(row(Entity::Bin, bin).use.rows, 0);
    QVERIFY(row(Entity::Bin, bin).use.hasRows);
    const auto use = [this](Entity entity, const QJsonObject &key) {
        const Record seen = m_keeper->look(entity, key);
        return m_keeper->records().context(m_keeper->command(entity, seen, {}))->use;
    };
    QCOMPARE(use(Entity::Bin, bin).rows, 0);
    QVERIFY(use(Entity::Bin, bin).hasRows);
    QCOMPARE(use(Entity::Zone, zone).rows, 1);
    QCOMPARE(use(Entity::Zone, zone).onHand, 2);
    QCOMPARE(use(Entity::Warehouse, code(u"WH001"_s)).rows, 1);
    QJsonObject empty = zone;
    empty[u"zone_number"_s] = 2;
    QCOMPARE(use(Entity::Zone, empty).rows, 0);
    QVERIFY(!use(Entity::Zone, empty).hasRows);
}

void RecordsTest::whereProductsAreUsed()
{
    StockSeed seed;
    seed.onHand = 40;
    seed.reserved = 15;
    m_database->stockRow(seed);
    seed.lot = u"L2"_s;
    seed.onHand = 2;
    seed.reserved = 0;
    m_database->stockRow(seed);
    m_database->product(u"P2"_s);
    m_database->sql(u"INSERT INTO partners (code, name, kind) VALUES ('C1', 'x', 'customer')"_s);
    for (const QString &state : {u"open"_s, u"draft"_s, u"completed"_s}) {
        m_database->sql(u"INSERT INTO orders (number, partner_code, state) VALUES (?, 'C1', ?)"_s,
                        {state, state});
        m_database->sql(u"INSERT INTO order_lines (order_id, line_number, product_code, quantity) "
                        "SELECT id, 1, 'P2', 5 FROM orders WHERE number = ?"_s,
                        {state});
    }
    const RecordUse rice = row(Entity::Product, code(u"P1"_s)).use;
    QCOMPARE(rice.rows, 2);
    QCOMPARE(rice.onHand, 42);
    QCOMPARE(rice.reserved, 15);
    QCOMPARE(rice.parts, 2);
    QVERIFY(rice.hasRows && !rice.hasOrderLines);
    QCOMPARE(row(Entity::Lot, {{u"product_code"_s, u"P1"_s}, {u"lot"_s, u"L2"_s}}).use.onHand, 2);
    StockSeed weighed;
    weighed.product = u"P3"_s;
    weighed.decimals = 3;
    weighed.onHand = 1500;
    m_database->stockRow(weighed);
    const RecordRow lot = row(Entity::Lot, {{u"product_code"_s, u"P3"_s}, {u"lot"_s, weighed.lot}});
    QCOMPARE(lot.use.onHand, 1500);
    QCOMPARE(lot.use.decimals, 3);
    QCOMPARE(lot.use.unit, row(Entity::Product, code(u"P3"_s)).record.fields.value(u"unit"_s));
    const RecordUse ordered = row(Entity::Product, code(u"P2"_s)).use;
    QCOMPARE(ordered.openOrders, 2);
    QVERIFY(!ordered.hasRows && ordered.hasOrderLines);
    QCOMPARE(row(Entity::Partner, code(u"C1"_s)).use.openOrders, 2);
}

void RecordsTest::surroundings()
{
    m_database->product(u"Ab"_s);
    m_database->sql(u"UPDATE products SET barcode = '123' WHERE code = 'Ab'"_s);
    m_database->warehouse(u"WH001"_s);
    m_database->zone(u"WH001"_s, 1);
    const auto context = [this](Entity entity, const QJsonObject &key, const QJsonObject &fields) {
        return *m_keeper->records().context(m_keeper->command(entity, {key, {}, 0}, fields));
    };
    const RecordContext twins = context(Entity::Product, code(u"AB"_s), {{u"barcode"_s, u"123"_s}});
    QCOMPARE(twins.caseTwin, u"Ab"_s);
    QCOMPARE(twins.barcodeTwin, u"Ab"_s);
    QCOMPARE(context(Entity::Product, code(u"Ab"_s), {}).caseTwin, QString());
    QVERIFY(context(Entity::Product, code(u"Ab"_s), {}).now);
    QJsonObject zone{{u"warehouse_code"_s, u"WH001"_s}, {u"zone_number"_s, 9}};
    QVERIFY(context(Entity::Zone, zone, {}).parentExists);
    QJsonObject bin = zone;
    bin[u"code"_s] = u"A"_s;
    QVERIFY(!context(Entity::Bin, bin, {}).parentExists);
    bin[u"zone_number"_s] = 1;
    QVERIFY(context(Entity::Bin, bin, {}).parentActive);
    QVERIFY(
        !context(Entity::Lot, {{u"product_code"_s, u"no"_s}, {u"lot"_s, u"L"_s}}, {}).parentExists);
    QVERIFY(
        context(Entity::Lot, {{u"product_code"_s, u"Ab"_s}, {u"lot"_s, u"L"_s}}, {}).parentExists);
    m_keeper->set(Entity::Warehouse, code(u"WH001"_s), {{u"active"_s, false}});
    QVERIFY(!context(Entity::Zone, zone, {}).parentActive);
    QVERIFY(!context(Entity::Bin, bin, {}).parentActive);
    // The bin of a zone that is like another zone's has no twin there.
    m_database->zone(u"WH001"_s, 2);
    m_database->bin(u"WH001"_s, 2, u"a"_s);
    QCOMPARE(context(Entity::Bin, bin, {}).caseTwin, QString());
    bin[u"zone_number"_s] = 2;
    QCOMPARE(context(Entity::Bin, bin, {}).caseTwin, u"a"_s);
}

void RecordsTest::history()
{
    const QJsonObject key = code(u"C1"_s);
    m_keeper->set(Entity::Partner, key, {{u"name"_s, u"One"_s}, {u"kind"_s, u"customer"_s}});
    for (const QString &name : {u"Two"_s, u"Three"_s, u"Four"_s})
        m_keeper->set(Entity::Partner, key, {{u"name"_s, name}});
    const auto versions = [&](qint64 after, qint64 before, int limit) {
        const auto read = m_keeper->records().history(Entity::Partner, key, after, before, limit);
        QList<qint64> found;
        for (const RecordEvent &event : *read)
            found << event.version;
        return found;
    };
    QCOMPARE(versions(0, 0, 10), (QList<qint64>{4, 3, 2, 1}));
    QCOMPARE(versions(0, 0, 2), (QList<qint64>{4, 3}));
    QCOMPARE(versions(0, 3, 10), (QList<qint64>{2, 1}));
    QCOMPARE(versions(2, 0, 10), (QList<qint64>{4, 3}));
    const auto events = *m_keeper->records().history(Entity::Partner, key, 0, 0, 10);
    QCOMPARE(events.at(0).before, (QJsonObject{{u"name"_s, u"Three"_s}}));
    QCOMPARE(events.at(0).after.value(u"name"_s).toString(), u"Four"_s);
    QVERIFY(events.at(3).before.isEmpty());
    QCOMPARE(events.at(0).actor, QString::fromLatin1(TestDatabase::login));
    QVERIFY(!events.at(0).actorName.isEmpty());
    QVERIFY(events.at(0).at >= events.at(3).at);
    QVERIFY(!events.at(0).command.isNull());
    // A key that ends in nothing is the zone itself, not every bin of it.
    m_database->warehouse(u"WH001"_s);
    m_database->zone(u"WH001"_s, 1);
    const QJsonObject itself{
        {u"warehouse_code"_s, u"WH001"_s}, {u"zone_number"_s, 1}, {u"code"_s, u""_s}};
    m_keeper->set(Entity::Bin, itself, {{u"walk_order"_s, 5}});
    QCOMPARE(m_keeper->records().history(Entity::Bin, itself, 0, 0, 10)->size(), size_t(1));
    QCOMPARE(m_database->audit(), QStringList());
}

void RecordsTest::differentFieldsAreMerged()
{
    m_database->product(u"P1"_s);
    m_database->person(u"mori"_s, u"supervisor"_s);
    const auto theirs = m_database->open(u"mori"_s);
    RecordKeeper mori(*theirs);
    const Record seen = m_keeper->look(Entity::Product, code(u"P1"_s));
    QCOMPARE(verdictOf(mori.set(Entity::Product, seen.key, {{u"category"_s, u"Food"_s}}).outcome),
             u"committed"_s);
    const CommandResult mine = m_keeper->run(
        m_keeper->command(Entity::Product, seen, {{u"name"_s, u"Rice"_s}}));
    QCOMPARE(verdictOf(mine.outcome), u"committed"_s);
    QCOMPARE(mine.meanwhile->merge.others, QStringList{u"category"_s});
    QCOMPARE(mine.meanwhile->between.at(0).actor, u"mori"_s);
    const Record now = m_keeper->look(Entity::Product, seen.key);
    QCOMPARE(now.fields.value(u"name"_s).toString(), u"Rice"_s);
    QCOMPARE(now.fields.value(u"category"_s).toString(), u"Food"_s);
    QCOMPARE(now.version, seen.version + 2);
    QCOMPARE(m_database->audit(), QStringList());
}

void RecordsTest::sameFieldIsAsked()
{
    m_database->product(u"P1"_s);
    const Record seen = m_keeper->look(Entity::Product, code(u"P1"_s));
    m_keeper->set(Entity::Product, seen.key, {{u"name"_s, u"White rice"_s}});
    const auto before = m_database->checksums();
    RecordCommand wanted = m_keeper->command(
        Entity::Product, seen, {{u"name"_s, u"Brown rice"_s}, {u"unit"_s, u"sack"_s}});
    const CommandResult asked = m_keeper->run(wanted);
    QCOMPARE(verdictOf(asked.outcome), u"conflict"_s);
    QCOMPARE(m_database->checksums(), before);
    const FieldMerge &merge = asked.meanwhile->merge;
    QCOMPARE(merge.clashes,
             (std::vector<FieldClash>{
                 {u"name"_s, seen.fields.value(u"name"_s), u"White rice"_s, u"Brown rice"_s}}));
    QCOMPARE(merge.wanted, (QJsonObject{{u"unit"_s, u"sack"_s}}));
    // Having decided, the person writes onto what was shown.
    wanted.id = newCommandId();
    wanted.before = asked.meanwhile->now;
    wanted.fields = {{u"name"_s, u"Brown rice"_s}, {u"unit"_s, u"sack"_s}};
    QCOMPARE(verdictOf(m_keeper->run(wanted).outcome), u"committed"_s);
    QCOMPARE(m_keeper->look(Entity::Product, seen.key).fields.value(u"name"_s).toString(),
             u"Brown rice"_s);
    // A change that somebody else made already is no change.
    const auto settled = m_database->checksums();
    const CommandResult same = m_keeper->run(
        m_keeper->command(Entity::Product, seen, {{u"name"_s, u"Brown rice"_s}}));
    QVERIFY(same.nothingLeft);
    QCOMPARE(m_database->checksums(), settled);
    QCOMPARE(m_database->audit(), QStringList());
}

void RecordsTest::sameCommandTwice()
{
    m_database->product(u"P1"_s);
    const Record seen = m_keeper->look(Entity::Product, code(u"P1"_s));
    const RecordCommand command = m_keeper->command(Entity::Product, seen, {{u"name"_s, u"Rice"_s}});
    QCOMPARE(verdictOf(m_keeper->run(command).outcome), u"committed"_s);
    const auto before = m_database->checksums();
    // Whoever sends it again learns that it happened, also when others went on since.
    const CommandResult again = m_keeper->run(command);
    QCOMPARE(verdictOf(again.outcome), u"committed"_s);
    QCOMPARE(m_database->checksums(), before);
    m_keeper->set(Entity::Product, seen.key, {{u"name"_s, u"Oats"_s}});
    const CommandResult late = m_keeper->run(command);
    QVERIFY(std::get<Committed>(late.outcome).repeated);
    QCOMPARE(m_keeper->look(Entity::Product, seen.key).fields.value(u"name"_s).toString(),
             u"Oats"_s);
}

TANABAN_TEST(RecordsTest)
#include "recordstest.moc"
