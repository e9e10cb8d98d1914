// Bringing files in: what is written, what is told, and that a file that breaks a rule leaves no
// trace, on both engines.
#include "model/import/importer.h"

#include "tests/support/testdatabase.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

class ImporterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void records_data() { addEngines(); }
    void records();
    void recordRules_data() { addEngines(); }
    void recordRules();
    void changes_data() { addEngines(); }
    void changes();
    void stock_data() { addEngines(); }
    void stock();
    void stockRules_data() { addEngines(); }
    void stockRules();
    void samePlace_data() { addEngines(); }
    void samePlace();
    void stops_data() { addEngines(); }
    void stops();
    void notAllowed_data() { addEngines(); }
    void notAllowed();

private:
    static ImportRequest request(ImportKind kind,
                                 const char *content,
                                 const char *mapping = nullptr);
    static ImportReport run(Database &database, const ImportRequest &request);
    /// "2 zone_number UnknownPlace", one for each finding; notes in brackets.
    static QStringList told(const ImportReport &report);
    static void places(TestDatabase &database);
};

ImportRequest ImporterTest::request(ImportKind kind, const char *content, const char *mapping)
{
    ImportRequest request;
    request.kind = kind;
    request.content = content;
    request.mapping = ImportMapping::plain(kind);
    if (mapping) {
        const auto parsed = ImportMapping::parse(mapping, kind);
        if (!parsed)
            qFatal("%s", qPrintable(parsed.error()));
        request.mapping = *parsed;
    }
    return request;
}

ImportReport ImporterTest::run(Database &database, const ImportRequest &request)
{
    SystemClock clock;
    const ImportReport report = Importer(database.store(), database.records(), clock).run(request);
    if (report.failure)
        qWarning() << report.failure->detail;
    if (report.outcome) {
        if (const auto *rejected = std::get_if<Rejected>(&*report.outcome))
            qInfo() << nameOf(rejected->error.rule) << rejected->error.subject
                    << rejected->error.detail;
    }
    return report;
}

QStringList ImporterTest::told(const ImportReport &report)
{
    QStringList lines;
    for (const ImportFinding &finding : report.findings) {
        QString line = QString::number(finding.line) + u' ' + finding.field;
        if (finding.rule)
            line += u' ' + nameOf(*finding.rule);
        lines += finding.blocks ? line : QString(u'(' + line + u')');
    }
    return lines;
}

void ImporterTest::places(TestDatabase &database)
{
    database.warehouse(u"WH001"_s);
    database.zone(u"WH001"_s, 1);
    database.zone(u"WH001"_s, 2, StorageCondition::Refrigerated, 10);
    database.bin(u"WH001"_s, 1, u"A-1"_s);
    database.product(u"P1"_s);
    database.product(u"P2"_s, 1);
    database.product(u"C1"_s, 1, StorageCondition::Refrigerated);
}

void ImporterTest::records()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const ImportRequest files[] = {
        request(ImportKind::Warehouses,
                "code,name,time_zone\nWH001,東京,Asia/Tokyo\nWH002,Osaka,Asia/Tokyo\n"),
        request(
            ImportKind::Zones,
            "warehouse_code,zone_number,name,storage_condition,capacity,allocation_priority,"
            "active\n"
            "WH001,1,Ambient,room_temperature,,1,true\nWH001,2,Chilled,refrigerated,500,,false\n"),
        request(ImportKind::Bins,
                "warehouse_code,zone_number,code,walk_order\nWH001,1,A-1,10\nWH001,2,A-1,\n"),
        request(
            ImportKind::Partners,
            "code,name,kind,active\nP1,Ōsaka 商店,customer,true\nP2,Mill & Sons,仕入先,いいえ\n"),
        request(
            ImportKind::Products,
            "code,name,category,barcode,storage_condition,unit,quantity_decimals,reorder_point\n"
            "P1,\"Apples, red\",Fruit,4901234567894,room_temperature,kg,2,12.5\n"
            "p1,りんご,,,refrigerated,pcs,,\n")};
    for (const ImportRequest &file : files) {
        const ImportReport report = run(database.database(), file);
        QVERIFY(report.outcome && std::holds_alternative<Committed>(*report.outcome));
        QCOMPARE(report.written, 2);
        QCOMPARE(report.lines, 2);
    }
    QCOMPARE(database.scalar(u"SELECT name FROM warehouses WHERE code = 'WH001'"_s).toString(),
             u"東京"_s);
    QCOMPARE(database.scalar(u"SELECT capacity FROM zones WHERE zone_number = 2"_s).toLongLong(),
             500);
    QVERIFY(database.scalar(u"SELECT capacity FROM zones WHERE zone_number = 1"_s).isNull());
    QCOMPARE(
        database.scalar(u"SELECT kind FROM partners WHERE code = 'P2' AND NOT active"_s).toString(),
        u"supplier"_s);
    QCOMPARE(database.count(u"bins"_s), 4); // with those that zones have of themselves
    QCOMPARE(database.scalar(u"SELECT reorder_point FROM products WHERE code = 'P1'"_s).toLongLong(),
             1250);
    // The two products differ only by case: taken, and told.
    QCOMPARE(told(run(database.database(), files[4])), (QStringList{u"(3 )"_s}));

    const auto before = database.checksums();
    for (const ImportRequest &file : files) {
        const ImportReport again = run(database.database(), file);
        QVERIFY(!again.outcome);
        QCOMPARE(again.unchanged, 2);
    }
    QCOMPARE(database.checksums(), before);
    QCOMPARE(database.audit(), QStringList());
}

void ImporterTest::recordRules()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    places(database);
    const auto before = database.checksums();
    const ImportReport warehouses = run(database.database(),
                                        request(ImportKind::Warehouses,
                                                "code,name,time_zone\n"
                                                "wh,Name,Asia/Tokyo\n"
                                                "WH 7,Name,Asia/Tokyo\n"
                                                "WH007,,Asia/Edo\n"
                                                "WH008,Name,Asia/Tokyo\n"
                                                "WH008,Name,Asia/Tokyo\n"
                                                "WH008,Other,Asia/Tokyo\n"));
    QVERIFY(!warehouses.outcome);
    QCOMPARE(warehouses.refused, 5);
    QCOMPARE(warehouses.lines, warehouses.written + warehouses.refused);
    QCOMPARE(told(warehouses),
             (QStringList{u"2 code InvalidCode"_s,
                          u"3 code InvalidCode"_s,
                          u"4 name InvalidCode"_s,
                          u"4 time_zone"_s,
                          u"6  Exists"_s,
                          u"7  Exists"_s}));
    const ImportReport zones = run(
        database.database(),
        request(ImportKind::Zones,
                "warehouse_code,zone_number,name,storage_condition,capacity\n"
                "WH009,1,N,frozen,\n"
                "WH001,0,N,frozen,\n"
                "WH001,4,N,warm,\n"
                "WH001,5,N,frozen,-1\n"));
    QCOMPARE(told(zones),
             (QStringList{u"2 warehouse_code UnknownPlace"_s,
                          u"3 zone_number"_s,
                          u"4 storage_condition"_s,
                          u"5 capacity"_s}));
    const ImportReport products = run(
        database.database(),
        request(ImportKind::Products,
                "code,name,storage_condition,unit,quantity_decimals,reorder_point\n"
                " P9,N,frozen,kg,1,\n"
                "P8,N,frozen,kg,4,\n"
                "P7,N,frozen,kg,1,0.25\n"
                "P6,N,frozen\n"));
    QCOMPARE(told(products),
             (QStringList{u"5 "_s,
                          u"2 code InvalidCode"_s,
                          u"3 quantity_decimals"_s,
                          u"4 reorder_point TooManyDecimals"_s}));
    QCOMPARE(database.checksums(), before);
}

void ImporterTest::changes()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    places(database);
    StockSeed seed;
    seed.bin = u"A-1"_s;
    database.stockRow(seed);
    // Only what the file names is changed; the rest of the product stays.
    const ImportReport renamed = run(
        database.database(), request(ImportKind::Products, "code,name\nP1,Pears\nP2,Product P2\n"));
    QVERIFY(renamed.outcome && std::holds_alternative<Committed>(*renamed.outcome));
    QCOMPARE(renamed.written, 1);
    QCOMPARE(renamed.unchanged, 1);
    QCOMPARE(told(renamed), QStringList{u"(2 name)"_s}); // what it was called is told before
    QCOMPARE(renamed.findings.front().text, u"it is \"Product P1\" now"_s);
    QCOMPARE(database.scalar(u"SELECT name || unit FROM products WHERE code = 'P1'"_s).toString(),
             u"Pearspcs"_s);
    QCOMPARE(database.scalar(u"SELECT version FROM products WHERE code = 'P1'"_s).toLongLong(), 2);
    const auto before = database.checksums();
    const ImportReport fixed = run(
        database.database(),
        request(ImportKind::Products,
                "code,storage_condition,quantity_decimals\nP1,frozen,0\nP1x,frozen,0\n"));
    QCOMPARE(told(fixed),
             (QStringList{u"2 storage_condition ConditionFixed"_s, u"3 name"_s, u"3 unit"_s}));
    const ImportReport zone = run(
        database.database(),
        request(ImportKind::Zones,
                "warehouse_code,zone_number,storage_condition\nWH001,1,frozen\n"));
    QCOMPARE(told(zone), (QStringList{u"2 storage_condition ConditionFixed"_s}));
    QCOMPARE(database.checksums(), before);
    QCOMPARE(database.audit(), QStringList());
}

void ImporterTest::stock()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    places(database);
    const ImportRequest file = request(
        ImportKind::Stock,
        "product_code,warehouse_code,zone_number,bin,lot,expires_on,quantity,status\n"
        "P1,WH001,1,A-1,L1,2027-03-31,10,\n"
        "P1,WH001,1,,L1,2027-03-31,5,damaged\n"
        "P2,WH001,1,,,,2.5,\n"
        "C1,WH001,2,,L1,2020-01-31,0,\n"
        "C1,WH001,2,,L2,2020-01-31,1.1,quarantined\n");
    ImportRequest dry = file;
    dry.dryRun = true;
    const auto before = database.checksums();
    const ImportReport planned = run(database.database(), dry);
    QVERIFY(!planned.outcome);
    QCOMPARE(planned.written, 4);
    QCOMPARE(database.checksums(), before);

    const ImportReport report = run(database.database(), file);
    QVERIFY(report.outcome && std::holds_alternative<Committed>(*report.outcome));
    QCOMPARE(report.written, 4);
    QCOMPARE(report.leftOut, 1);
    QCOMPARE(told(report), (QStringList{u"(5 quantity)"_s}));
    QCOMPARE(database.count(u"commands"_s), 1);
    QCOMPARE(database.count(u"stock_events"_s, u"kind = 'receive' AND version = 1"_s), 4);
    QCOMPARE(database.count(u"lots"_s), 3);
    QCOMPARE(database.scalar(u"SELECT on_hand FROM stock WHERE product_code = 'P2'"_s).toLongLong(),
             25);
    QCOMPARE(
        database.scalar(u"SELECT on_hand FROM stock WHERE status = 'quarantined'"_s).toLongLong(),
        11);
    QCOMPARE(
        database
            .scalar(u"SELECT bin FROM stock WHERE status = 'available' AND product_code = 'P1'"_s)
            .toString(),
        u"A-1"_s);

    const auto written = database.checksums();
    const ImportReport again = run(database.database(), file);
    QVERIFY(again.outcome && std::get<Committed>(*again.outcome).repeated);
    QCOMPARE(again.written, 0);
    QCOMPARE(again.unchanged, 5);
    QCOMPARE(database.checksums(), written);
    // On purpose once more, with an id of its own.
    ImportRequest more = file;
    more.command = newCommandId();
    const ImportReport second = run(database.database(), more);
    QVERIFY(second.outcome && !std::get<Committed>(*second.outcome).repeated);
    QCOMPARE(
        database.scalar(u"SELECT sum(on_hand) FROM stock WHERE product_code = 'P1'"_s).toLongLong(),
        30);
    QCOMPARE(database.audit(), QStringList());
}

void ImporterTest::stockRules()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    places(database);
    database.lot(u"P1"_s, u"L9"_s, QDate(2027, 1, 1));
    ImportRequest file = request(
        ImportKind::Stock,
        "product_code,warehouse_code,zone_number,bin,lot,expires_on,quantity\n"
        "P0,WH001,1,,L1,,1\n"
        "P1,WH002,1,,L1,,1\n"
        "P1,WH001,9,,L1,,1\n"
        "P1,WH001,1,B-9,L1,,1\n"
        "P1,WH001,2,,L1,,1\n"
        "P1,WH001,1,,L9,2027-01-02,1\n"
        "P1,WH001,1,,L1,31.12.2027,1\n"
        "P1,WH001,1,,L1,,1.5\n"
        "P1,WH001,1,,L1,,-1\n"
        "P1,WH001,1,,L1,,\n"
        "P1,WH001,1,,L5,,1\n"
        "C1,WH001,2,,L1,,8.2\n"
        "C1,WH001,2,,L2,,1.1\n"
        "P1,WH001,1,,L5,2027-01-01,1\n");
    const auto before = database.checksums();
    const ImportReport refused = run(database.database(), file);
    QVERIFY(!refused.outcome);
    QCOMPARE(told(refused),
             (QStringList{u"2 product_code UnknownProduct"_s,
                          u"3 warehouse_code UnknownPlace"_s,
                          u"4 zone_number UnknownPlace"_s,
                          u"5 bin UnknownPlace"_s,
                          u"6 zone_number StorageConditionMismatch"_s,
                          u"7 expires_on LotExpiryDiffers"_s,
                          u"8 expires_on"_s,
                          u"9 quantity TooManyDecimals"_s,
                          u"10 quantity NotANumber"_s,
                          u"11 quantity"_s,
                          u"14 zone_number ZoneFull"_s,
                          u"15 expires_on LotExpiryDiffers"_s}));
    QVERIFY(refused.findings.at(2).text.contains(u"The zones of WH001 are: 1, 2."_s));
    QVERIFY(refused.findings.at(4).text.contains(u"In WH001 such goods can lie in zone 1."_s));
    QCOMPARE(refused.findings.at(6).proposal, u"2027-12-31"_s);
    QCOMPARE(refused.lines, refused.written + refused.refused);
    QCOMPARE(database.checksums(), before);

    file.onlyGoodRows = true;
    const ImportReport taken = run(database.database(), file);
    QVERIFY(taken.outcome && std::holds_alternative<Committed>(*taken.outcome));
    QCOMPARE(taken.written, 2);
    QCOMPARE(database.count(u"stock"_s), 2);
    QCOMPARE(database.audit(), QStringList());
}

void ImporterTest::samePlace()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    places(database);
    const char *content = "product_code,warehouse_code,zone_number,lot,quantity\n"
                          "P1,WH001,1,L1,1\nP1,WH001,1,L1,2\nP1,WH001,1,,3\nP1,WH001,1,,4\n";
    const ImportReport refused = run(database.database(), request(ImportKind::Stock, content));
    QCOMPARE(told(refused), (QStringList{u"3 "_s, u"5 "_s}));
    const char *adding =
        R"({"columns": {"product_code": "product_code", "warehouse_code": "warehouse_code",
        "zone_number": "zone_number", "lot": "lot", "quantity": "quantity"}, "rules": {"same_place": "add"}})";
    const ImportReport added = run(database.database(), request(ImportKind::Stock, content, adding));
    QVERIFY(added.outcome && std::holds_alternative<Committed>(*added.outcome));
    QCOMPARE(added.written, 4);
    QCOMPARE(database.count(u"stock"_s), 2);
    QCOMPARE(database.scalar(u"SELECT sum(on_hand) FROM stock"_s).toLongLong(), 10);
    QCOMPARE(database.audit(), QStringList());
}

/// A file without end, of which somebody has enough after a thousand lines.
class Endless final : public RowReader
{
public:
    explicit Endless(std::shared_ptr<ImportProgress> progress)
        : m_progress(std::move(progress))
    {}

    std::optional<FileRow> next() override
    {
        if (++m_line == 1)
            return FileRow{1, {u"code"_s, u"name"_s, u"kind"_s}, {}};
        if (m_line == 1000)
            m_progress->stop.request_stop();
        return FileRow{m_line, {u"C%1"_s.arg(m_line), u"x"_s, u"customer"_s}, {}};
    }
    const std::optional<FileFault> &fault() const override { return m_fault; }
    bool mayBeHarmless() const override { return false; }

private:
    std::shared_ptr<ImportProgress> m_progress;
    qint64 m_line = 0;
    std::optional<FileFault> m_fault;
};

void ImporterTest::stops()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const auto before = database.checksums();
    ImportRequest endless = request(ImportKind::Partners, "");
    endless.readers = [progress = endless.progress](const QByteArray &, std::optional<char>) {
        return std::make_unique<Endless>(progress);
    };
    const ImportReport report = run(database.database(), endless);
    QVERIFY(report.stopped && !report.outcome);
    QCOMPARE(endless.progress->done.load(), 1000);
    QCOMPARE(database.checksums(), before);
    // While it is checked.
    places(database);
    const auto ready = database.checksums();
    for (const ImportKind kind : {ImportKind::Stock, ImportKind::Partners, ImportKind::Orders}) {
        ImportRequest stopped = request(kind,
                                        "code,name,kind,product_code,warehouse_code,zone_number,"
                                        "quantity,number,partner_code\n"
                                        "C1,x,customer,P1,WH001,1,5,O-1,C1\n");
        stopped.progress->stop.request_stop();
        const ImportReport none = run(database.database(), stopped);
        QVERIFY(none.stopped && !none.outcome);
        QCOMPARE(database.checksums(), ready);
    }
}

void ImporterTest::notAllowed()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    places(database);
    database.person(u"importstaff"_s, u"staff"_s);
    const auto before = database.checksums();
    const auto opened = database.open(u"importstaff"_s);
    const ImportReport report = run(*opened,
                                    request(ImportKind::Products, "code,name\nP1,Quinces\n"));
    QVERIFY(report.outcome && std::holds_alternative<Rejected>(*report.outcome));
    QCOMPARE(std::get<Rejected>(*report.outcome).error.rule, Rule::NotAllowed);
    QCOMPARE(database.checksums(), before);
}

TANABAN_TEST(ImporterTest)
#include "importertest.moc"
