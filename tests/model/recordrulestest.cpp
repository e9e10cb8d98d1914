#include "model/recordfields.h"
#include "model/records.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace tanaban;
using namespace Qt::StringLiterals;

namespace {

/// A record of each kind that nothing is wrong with.
RecordCommand good(Entity entity)
{
    RecordCommand command;
    command.id = newCommandId();
    command.entity = entity;
    command.actor = u"sato"_s;
    switch (entity) {
    case Entity::Warehouse:
        command.before.key = {{u"code"_s, u"WH001"_s}};
        command.fields = {{u"name"_s, u"東京"_s}, {u"time_zone"_s, u"Asia/Tokyo"_s}};
        break;
    case Entity::Zone:
        command.before.key = {{u"warehouse_code"_s, u"WH001"_s}, {u"zone_number"_s, 2}};
        command.fields = {{u"name"_s, u"Chilled"_s},
                          {u"storage_condition"_s, u"refrigerated"_s},
                          {u"capacity"_s, 500},
                          {u"allocation_priority"_s, QJsonValue::Null}};
        break;
    case Entity::Bin:
        command.before.key = {
            {u"warehouse_code"_s, u"WH001"_s}, {u"zone_number"_s, 2}, {u"code"_s, u"A/01"_s}};
        command.fields = {{u"walk_order"_s, 3}};
        break;
    case Entity::Product:
        command.before.key = {{u"code"_s, u"P1"_s}};
        command.fields = {{u"name"_s, u"Rice"_s},
                          {u"unit"_s, u"bag"_s},
                          {u"storage_condition"_s, u"room_temperature"_s},
                          {u"barcode"_s, u"4006381333931"_s},
                          {u"reorder_point"_s, 20}};
        break;
    case Entity::Lot:
        command.before.key = {{u"product_code"_s, u"P1"_s}, {u"lot"_s, u"L1"_s}};
        command.fields = {{u"expires_on"_s, u"2027-02-28"_s}};
        break;
    case Entity::Partner:
        command.before.key = {{u"code"_s, u"C1"_s}};
        command.fields = {{u"name"_s, u"山田商店"_s}, {u"kind"_s, u"customer"_s}};
        break;
    case Entity::Person:
        command.before.key = {{u"login"_s, u"mori"_s}};
        command.fields = {{u"name"_s, u"Mori"_s}, {u"role"_s, u"staff"_s}};
        break;
    case Entity::Order:
        command.before.key = {{u"number"_s, u"O-1"_s}};
        command.fields = {{u"partner_code"_s, u"C1"_s}, {u"state"_s, u"open"_s}};
        break;
    case Entity::Strategy:
        command.before.key = {{u"scope"_s, u"partner"_s}, {u"code"_s, u"C1"_s}};
        command.fields = {{u"uses"_s, u"fefo"_s}};
        break;
    }
    return command;
}

constexpr std::array entities{Entity::Warehouse,
                              Entity::Zone,
                              Entity::Bin,
                              Entity::Product,
                              Entity::Lot,
                              Entity::Partner,
                              Entity::Person};

/// The command that sets `fields` of the record that good() makes, at version 3.
std::pair<RecordCommand, RecordContext> changing(Entity entity, const QJsonObject &fields)
{
    RecordCommand command = good(entity);
    RecordContext context;
    command.before.fields = command.fields;
    if (entity != Entity::Lot)
        command.before.fields.insert(u"active"_s, true);
    command.before.version = 3;
    context.now = command.before;
    command.fields = fields;
    return {command, context};
}

QString verdictOf(const RecordDecision &decision)
{
    return std::visit(Overloaded{[](const ChangeSet &) { return u"ok"_s; },
                                 [](const FieldMerge &) { return u"clash"_s; },
                                 [](const NothingLeft &) { return u"nothing left"_s; },
                                 [](const RecordFault &fault) {
                                     return QString(nameOf(fault.error.rule) + u' ' + fault.field);
                                 }},
                      decision);
}

} // namespace

/// What may become of a record: the values alone, and what its surroundings say.
class RecordRulesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodOnesAreAccepted();
    void values_data();
    void values();
    void surroundings();
    void placesEmptyOnly();
    void onceUsed();
    void people();
    void notices();
    void checkDigits();
    void changeSets();
    void jsonRoundTrip();
    void ids();
};

void RecordRulesTest::goodOnesAreAccepted()
{
    for (const Entity entity : entities) {
        const RecordDecision decided = decideRecord(good(entity), {});
        QCOMPARE(verdictOf(decided), u"ok"_s);
        const auto &changes = std::get<ChangeSet>(decided);
        QCOMPARE(changes.records.size(), size_t(1));
        QVERIFY(!changes.records.front().expectedVersion);
        QCOMPARE(changes.intent.kind, entity == Entity::Person ? u"people"_s : u"master"_s);
    }
}

void RecordRulesTest::values_data()
{
    QTest::addColumn<int>("entity");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("verdict");
    const auto row =
        [](Entity entity, const char *field, const QJsonValue &value, const char *rule) {
            const QString name = QString::fromLatin1(field);
            const QString text = value.toVariant().toString().left(20);
            QTest::newRow(qPrintable(codeOf(entity) + u' ' + name + u' ' + text))
                << int(entity) << name << value << QString(QString::fromLatin1(rule) + u' ' + name);
        };
    const QString long201(201, u'x');
    row(Entity::Warehouse, "code", u"wh1"_s, "InvalidWarehouseCode");
    row(Entity::Warehouse, "code", u"W"_s, "InvalidWarehouseCode");
    row(Entity::Warehouse, "code", u""_s, "FieldMissing");
    row(Entity::Warehouse, "name", u""_s, "FieldMissing");
    row(Entity::Warehouse, "name", u" x"_s, "InvalidName");
    row(Entity::Warehouse, "name", long201, "InvalidName");
    row(Entity::Warehouse, "name", u"a\nb"_s, "InvalidName");
    row(Entity::Warehouse, "name", 5, "ShapeRefused");
    row(Entity::Warehouse, "time_zone", u"Asia/Tokio"_s, "UnknownTimeZone");
    row(Entity::Warehouse, "time_zone", QJsonValue::Undefined, "FieldMissing");
    row(Entity::Warehouse, "active", u"yes"_s, "ShapeRefused");
    row(Entity::Warehouse, "colour", u"red"_s, "ShapeRefused");
    row(Entity::Zone, "zone_number", 0, "NumberOutOfRange");
    row(Entity::Zone, "capacity", -1, "NumberOutOfRange");
    row(Entity::Zone, "capacity", 1.5, "NumberOutOfRange");
    row(Entity::Zone, "capacity", u"5"_s, "NumberOutOfRange");
    row(Entity::Zone, "capacity", 1'000'000'001, "NumberOutOfRange");
    row(Entity::Zone, "storage_condition", u"warm"_s, "ShapeRefused");
    row(Entity::Zone, "allocation_priority", 1'000'001, "NumberOutOfRange");
    row(Entity::Bin, "code", u""_s, "FieldMissing");
    row(Entity::Bin, "code", u" A"_s, "InvalidCode");
    row(Entity::Bin, "walk_order", QJsonValue::Null, "FieldMissing");
    row(Entity::Product, "code", QString(51, u'x'), "InvalidCode");
    row(Entity::Product, "code", u"e\u0301"_s, "InvalidCode"); // not NFC
    row(Entity::Product, "unit", u""_s, "FieldMissing");
    row(Entity::Product, "barcode", u"1\t2"_s, "InvalidCode");
    row(Entity::Product, "quantity_decimals", 4, "NumberOutOfRange");
    row(Entity::Product, "reorder_point", -1, "NumberOutOfRange");
    row(Entity::Lot, "lot", u""_s, "FieldMissing");
    row(Entity::Lot, "expires_on", u"2027-02-30"_s, "ShapeRefused");
    row(Entity::Lot, "expires_on", u""_s, "ShapeRefused");
    row(Entity::Partner, "kind", u"friend"_s, "ShapeRefused");
    row(Entity::Person, "login", u"x "_s, "InvalidCode");
    row(Entity::Person, "role", u"boss"_s, "ShapeRefused");
}

void RecordRulesTest::values()
{
    QFETCH(int, entity);
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QFETCH(QString, verdict);
    RecordCommand command = good(Entity(entity));
    const auto &keys = keyFieldsOf(command.entity);
    const bool isKey = std::any_of(
        keys.begin(), keys.end(), [&](const RecordField &key) { return key.name == field; });
    QJsonObject &target = isKey ? command.before.key : command.fields;
    if (value.isUndefined())
        target.remove(field);
    else
        target.insert(field, value);
    QCOMPARE(verdictOf(decideRecord(command, {})), verdict);
}

void RecordRulesTest::surroundings()
{
    RecordContext context;
    context.now = Record{{}, {}, 1};
    QCOMPARE(verdictOf(decideRecord(good(Entity::Product), context)), u"Exists code"_s);
    QCOMPARE(verdictOf(decideRecord(good(Entity::Bin), context)), u"Exists code"_s);
    QCOMPARE(verdictOf(decideRecord(good(Entity::Zone), context)), u"Exists zone_number"_s);
    context = {};
    context.parentExists = false;
    QCOMPARE(verdictOf(decideRecord(good(Entity::Zone), context)), u"UnknownPlace warehouse_code"_s);
    QCOMPARE(verdictOf(decideRecord(good(Entity::Lot), context)), u"UnknownProduct product_code"_s);
    context.parentExists = true;
    context.parentActive = false;
    QCOMPARE(verdictOf(decideRecord(good(Entity::Zone), context)),
             u"ParentInactive warehouse_code"_s);
    auto [command, now] = changing(Entity::Zone, {{u"active"_s, true}});
    command.before.fields[u"active"_s] = false;
    now.now->fields[u"active"_s] = false;
    now.parentActive = false;
    QCOMPARE(verdictOf(decideRecord(command, now)), u"ParentInactive active"_s);
    now.now.reset();
    QCOMPARE(verdictOf(decideRecord(command, now)), u"Unknown "_s);
}

void RecordRulesTest::placesEmptyOnly()
{
    for (const Entity entity : {Entity::Warehouse, Entity::Zone, Entity::Bin}) {
        auto [command, context] = changing(entity, {{u"active"_s, false}});
        context.use.hasRows = true; // rows at zero hinder nothing
        QCOMPARE(verdictOf(decideRecord(command, context)), u"ok"_s);
        context.use.rows = 1;
        QCOMPARE(verdictOf(decideRecord(command, context)), u"NotEmpty active"_s);
        const auto fault = std::get<RecordFault>(decideRecord(command, context));
        QCOMPARE(fault.error.subject, nameOf(entity, command.before.key));
    }
    // The zone itself can be closed for goods without a bin.
    auto [command, context] = changing(Entity::Bin, {{u"active"_s, false}});
    command.before.key[u"code"_s] = QString();
    QCOMPARE(verdictOf(decideRecord(command, context)), u"ok"_s);
    QCOMPARE(nameOf(Entity::Bin, command.before.key), u"WH001/2"_s);
    // A product may be taken out of use while goods of it are there; it is told.
    auto [product, use] = changing(Entity::Product, {{u"active"_s, false}});
    use.use.rows = 4;
    QCOMPARE(verdictOf(decideRecord(product, use)), u"ok"_s);
    QCOMPARE(noticesOf(product, use).at(0).kind, RecordNotice::Kind::StockStays);
}

void RecordRulesTest::onceUsed()
{
    auto [command, context] = changing(Entity::Product, {{u"quantity_decimals"_s, 2}});
    command.before.fields[u"quantity_decimals"_s] = 0;
    context.now->fields[u"quantity_decimals"_s] = 0;
    QCOMPARE(verdictOf(decideRecord(command, context)), u"ok"_s);
    context.use.hasOrderLines = true;
    QCOMPARE(verdictOf(decideRecord(command, context)), u"DecimalsFixed quantity_decimals"_s);
    context.use = {};
    context.use.hasRows = true;
    QCOMPARE(verdictOf(decideRecord(command, context)), u"DecimalsFixed quantity_decimals"_s);
    command.fields = {{u"storage_condition"_s, u"frozen"_s}};
    QCOMPARE(verdictOf(decideRecord(command, context)), u"ConditionFixed storage_condition"_s);
    context.use = {};
    context.use.hasOrderLines = true;
    QCOMPARE(verdictOf(decideRecord(command, context)), u"ok"_s);
    // Saying what is so already is no change.
    command.fields = {{u"quantity_decimals"_s, 0}};
    QCOMPARE(verdictOf(decideRecord(command, context)), u"nothing left"_s);
}

void RecordRulesTest::people()
{
    auto [command, context] = changing(Entity::Person, {{u"role"_s, u"staff"_s}});
    command.before.fields[u"role"_s] = u"admin"_s;
    context.now->fields[u"role"_s] = u"admin"_s;
    QCOMPARE(verdictOf(decideRecord(command, context)), u"LastAdmin role"_s);
    context.otherAdmins = 1;
    QCOMPARE(verdictOf(decideRecord(command, context)), u"ok"_s);
    command.actor = u"mori"_s;
    QCOMPARE(verdictOf(decideRecord(command, context)), u"OwnRole role"_s);
    command.fields = {{u"active"_s, false}};
    QCOMPARE(verdictOf(decideRecord(command, context)), u"OwnRole active"_s);
    command.fields = {{u"name"_s, u"Mori Ren"_s}};
    QCOMPARE(verdictOf(decideRecord(command, context)), u"ok"_s);
    command.actor = u"sato"_s;
    context.otherAdmins = 0;
    command.fields = {{u"active"_s, false}};
    QCOMPARE(verdictOf(decideRecord(command, context)), u"LastAdmin active"_s);
    context.now->fields[u"active"_s] = command.before.fields[u"active"_s] = false;
    command.fields = {{u"role"_s, u"viewer"_s}}; // out of use: nothing to lose
    QCOMPARE(verdictOf(decideRecord(command, context)), u"ok"_s);
}

void RecordRulesTest::notices()
{
    using Kind = RecordNotice::Kind;
    QVERIFY(noticesOf(good(Entity::Product), {}).empty());
    RecordContext context;
    context.caseTwin = u"p1"_s;
    context.barcodeTwin = u"P9"_s;
    RecordCommand command = good(Entity::Product);
    command.fields[u"barcode"_s] = u"4006381333932"_s;
    const auto found = noticesOf(command, context);
    QCOMPARE(found.size(), size_t(3));
    QCOMPARE(found.at(0).kind, Kind::DiffersByCase);
    QCOMPARE(found.at(1).kind, Kind::CheckDigit);
    QCOMPARE(found.at(2).kind, Kind::BarcodeTaken);
    for (const RecordNotice &notice : found)
        QVERIFY2(messageOf(notice).endsWith(u'.') || messageOf(notice).endsWith(u'?'),
                 qPrintable(messageOf(notice)));
    QCOMPARE(verdictOf(decideRecord(command, context)), u"ok"_s); // none of them forbids it
    auto [zone, use] = changing(Entity::Zone, {{u"capacity"_s, 5}});
    use.use.onHand = 6;
    QCOMPARE(noticesOf(zone, use).at(0).kind, Kind::CapacityBelowLoad);
    use.use.onHand = 5;
    QVERIFY(noticesOf(zone, use).empty());
}

void RecordRulesTest::checkDigits()
{
    for (const QString &right : {u"4006381333931"_s,
                                 u"73513537"_s,
                                 u"036000291452"_s,
                                 u"10012345678902"_s,
                                 u"340123450000000000"_s,
                                 u"ABC-123"_s,
                                 u"12345"_s,
                                 u""_s,
                                 u"400638133393X"_s})
    {
        QVERIFY2(!hasWrongCheckDigit(right), qPrintable(right));
    }
    for (const QString &wrong :
         {u"4006381333932"_s, u"73513538"_s, u"036000291453"_s, u"10012345678903"_s})
        QVERIFY2(hasWrongCheckDigit(wrong), qPrintable(wrong));
}

void RecordRulesTest::changeSets()
{
    // Only what I changed is written, onto the version that is there now.
    auto [command, context] = changing(Entity::Partner, {{u"name"_s, u"Yamada"_s}});
    context.now->fields[u"kind"_s] = u"supplier"_s;
    context.now->version = 5;
    const auto changes = std::get<ChangeSet>(decideRecord(command, context));
    QCOMPARE(changes.records.front().expectedVersion, std::optional<qint64>(5));
    QCOMPARE(changes.records.front().fields, (QJsonObject{{u"name"_s, u"Yamada"_s}}));
    QCOMPARE(changes.intent.contentHash(), intentOf(command).contentHash());
    // The rules see what is really written: the other one's part is not judged again.
    auto [zone, there] = changing(Entity::Zone, {{u"active"_s, false}, {u"name"_s, u"Cold"_s}});
    there.now->fields[u"active"_s] = false;
    there.now->version = 4;
    there.use.rows = 1;
    QCOMPARE(verdictOf(decideRecord(zone, there)), u"ok"_s);
}

void RecordRulesTest::jsonRoundTrip()
{
    for (const Entity entity : entities) {
        auto [command, context] = changing(entity, good(entity).fields);
        const QByteArray text = QJsonDocument(toJson(command)).toJson(QJsonDocument::Compact);
        const auto read = recordCommandFromJson(QJsonDocument::fromJson(text).object());
        QVERIFY(read);
        QCOMPARE(read->before, command.before);
        QCOMPARE(read->fields, command.fields);
        QCOMPARE(intentOf(*read).contentHash(), intentOf(command).contentHash());
        // The version is not part of what was wanted.
        command.before.version = 8;
        QCOMPARE(intentOf(*read).contentHash(), intentOf(command).contentHash());
        command.fields.insert(u"name"_s, u"another"_s);
        QVERIFY(intentOf(*read).contentHash() != intentOf(command).contentHash());
    }
    QJsonObject json = toJson(good(Entity::Lot));
    for (const QString &member : json.keys()) {
        QJsonObject broken = json;
        broken.remove(member);
        QVERIFY2(!recordCommandFromJson(broken), qPrintable(member));
    }
    json[u"record"_s] = u"moon"_s;
    QVERIFY(!recordCommandFromJson(json));
    // Only an order has something nested: its lines.
    json = toJson(good(Entity::Order));
    json[u"fields"_s] = QJsonObject{{u"lines"_s, QJsonArray()}};
    QVERIFY(recordCommandFromJson(json));
    json[u"fields"_s] = QJsonObject{{u"state"_s, QJsonArray()}};
    QVERIFY(!recordCommandFromJson(json));
}

void RecordRulesTest::ids()
{
    for (const Entity entity : entities) {
        const QJsonObject key = good(entity).before.key;
        QCOMPARE(keyOf(entity, idOf(entity, key)), key);
    }
    QVERIFY(idOf(Entity::Lot, {{u"product_code"_s, u"A/B"_s}, {u"lot"_s, u"C"_s}})
            != idOf(Entity::Lot, {{u"product_code"_s, u"A"_s}, {u"lot"_s, u"B/C"_s}}));
}

TANABAN_TEST(RecordRulesTest)
#include "recordrulestest.moc"
