// Files of many lines: the database does the same for each line, whatever its tables looked like
// before, and gets the time that it needs.
#include "model/import/importer.h"
#include "storage/changesettext.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

class LargeImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachLineCostsTheSame_data() { addEngines(); }
    void eachLineCostsTheSame();
    void aLotThatIsThereIsToldSo_data() { addEngines(); }
    void aLotThatIsThereIsToldSo();
    void timeForManyLines();

private:
    static ImportReport run(Database &database,
                            ImportKind kind,
                            const QByteArray &content,
                            bool dryRun = false)
    {
        ImportRequest request;
        request.kind = kind;
        request.content = content;
        request.dryRun = dryRun;
        request.mapping = ImportMapping::plain(kind);
        SystemClock clock;
        return Importer(database.store(), database.records(), clock).run(request);
    }
};

void LargeImportTest::eachLineCostsTheSame()
{
    constexpr int lines = 1500;
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    database.warehouse(u"WH001"_s);
    database.zone(u"WH001"_s, 1);
    QByteArray products = "code,name,storage_condition,unit\n";
    QByteArray stock = "product_code,warehouse_code,zone_number,lot,quantity\n";
    for (int i = 0; i < lines; ++i) {
        const QByteArray code = 'P' + QByteArray::number(100'000 + i);
        products += code + ",Tea,room_temperature,pcs\n";
        stock += code + ",WH001,1,L1,5\n";
    }
    QCOMPARE(run(database.database(), ImportKind::Products, products).written, lines);
    // As a server leaves it that looked while nothing was there: plans of now are for empty tables.
    if (database.isPostgres())
        database.sql(u"VACUUM ANALYZE"_s);
    const quint64 before = database.store().counters().statements;
    QCOMPARE(run(database.database(), ImportKind::Stock, stock, true).written, lines);
    const quint64 asked = database.store().counters().statements - before;
    QVERIFY2(asked < lines / 20, qPrintable(QString::number(asked))); // for many lines at once
    QCOMPARE(run(database.database(), ImportKind::Stock, stock).written, lines);
    QCOMPARE(database.count(u"lots"_s), lines);
    QCOMPARE(database.scalar(u"SELECT sum(on_hand) FROM stock"_s).toInt(), 5 * lines);
    QCOMPARE(database.audit(), QStringList());
    if (!database.isPostgres())
        return;
    database.close();
    database.waitUntilAlone(); // a session tells what it did when it ends
    const auto read = [&database](const QString &table) {
        return database
            .scalar(u"SELECT sum(idx_tup_read) FROM pg_stat_user_indexes WHERE relname = '%1'"_s.arg(
                table))
            .toLongLong();
    };
    QVERIFY2(read(u"lots"_s) < 20 * lines, qPrintable(QString::number(read(u"lots"_s))));
    QVERIFY2(read(u"stock"_s) < 20 * lines, qPrintable(QString::number(read(u"stock"_s))));
}

void LargeImportTest::aLotThatIsThereIsToldSo()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    database.product(u"P1"_s);
    RecordChange record;
    record.entity = Entity::Lot;
    record.key = {{u"product_code"_s, u"P1"_s}, {u"lot"_s, u"L1"_s}};
    record.fields = {{u"expires_on"_s, u"2027-01-31"_s}};
    ChangeSet changes;
    changes.records = {record};
    changes.intent = {newCommandId(), u"master"_s, {}, database.store().actor(), {}, {}};
    QVERIFY(std::holds_alternative<Committed>(database.store().commit(changes)));
    const auto before = database.checksums();
    changes.intent.id = newCommandId();
    const CommitOutcome again = database.store().commit(changes);
    const auto *rejected = std::get_if<Rejected>(&again);
    QVERIFY(rejected);
    QCOMPARE(rejected->error.rule, Rule::Exists);
    QCOMPARE(rejected->error.subject, u"lot P1/L1"_s);
    QCOMPARE(database.checksums(), before);
}

void LargeImportTest::timeForManyLines()
{
    const std::vector<QByteArray> usual{QByteArray(300, 'x'), {}, QByteArray(200, 'x')};
    QCOMPARE(storage::patienceFor(10s, usual), 10'010ms);
    const std::vector<QByteArray> many{QByteArray(100'000'000, 'x'), {}};
    QVERIFY(storage::patienceFor(10s, many) > 30min);
}

TANABAN_TEST(LargeImportTest)
#include "largeimporttest.moc"
