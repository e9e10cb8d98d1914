// What was probably meant by a value that cannot be right, and what nobody can guess.
#include "model/import/proposals.h"

#include "tests/support/testdatabase.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

class ProposalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nearest_data();
    void nearest();
    void values_data();
    void values();
    void manyValuesAreSoonLookedAt();

private:
    static ImportReport check(TestDatabase &database, ImportKind kind, const QByteArray &content)
    {
        ImportRequest request;
        request.kind = kind;
        request.content = content;
        request.mapping = ImportMapping::plain(kind);
        request.dryRun = true;
        SystemClock clock;
        return Importer(database.store(), database.database().records(), clock).run(request);
    }
};

void ProposalsTest::nearest_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");
    QTest::newRow("case") << u"tea-100"_s << u"TEA-100"_s;
    QTest::newRow("signs between") << u"TEA 100"_s << u"TEA-100"_s;
    QTest::newRow("wide letters") << u"ＴＥＡ－１００"_s << u"TEA-100"_s;
    QTest::newRow("leading zeros") << u"TEA-00100"_s << u"TEA-100"_s;
    QTest::newRow("a wrong letter") << u"SALM0N"_s << u"SALMON"_s;
    QTest::newRow("a missing letter") << u"SALMN"_s << u"SALMON"_s;
    QTest::newRow("two that are as near") << u"RICE-3"_s << QString();
    QTest::newRow("nothing near") << u"COFFEE"_s << QString();
    QTest::newRow("too short to guess") << u"AX"_s << QString();
    QTest::newRow("nothing") << u" - "_s << QString();
}

void ProposalsTest::nearest()
{
    QFETCH(QString, text);
    QFETCH(QString, found);
    const QStringList known{u"TEA-100"_s, u"SALMON"_s, u"RICE-1"_s, u"RICE-2"_s, u"AB"_s};
    QCOMPARE(nearestOf(known, text), found);
}

void ProposalsTest::values_data()
{
    QTest::addColumn<ImportKind>("kind");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("proposed");
    const QByteArray stock = "product_code,warehouse_code,zone_number,expires_on,status,quantity\n";
    const auto row = [&](const char *name, const char *line, const QString &proposed) {
        QTest::newRow(name) << ImportKind::Stock << stock + line << proposed;
    };
    row("product", "salm0n,WH001,1,,,5", u"SALMON"_s);
    row("product that is not there", "COFFEE,WH001,1,,,5", {});
    row("warehouse", "SALMON,WH01,1,,,5", u"WH001"_s);
    row("warehouse in small letters", "SALMON,wh001,1,,,5", u"WH001"_s);
    row("zone of another warehouse", "SALMON,WH001,7,,,5", {}); // right in other lines, perhaps
    row("wide number", "SALMON,WH001,１,,,5", u"1"_s);
    row("number with a point", "SALMON,WH001,1.0,,,5", u"1"_s);
    row("day with points", "SALMON,WH001,1,31.12.2027,,5", u"2027-12-31"_s);
    row("day of two meanings", "SALMON,WH001,1,01/02/2027,,5", {});
    row("day that is none", "SALMON,WH001,1,soon,,5", {});
    row("word", "SALMON,WH001,1,,quarantened,5", u"quarantined"_s);
    row("Japanese word", "SALMON,WH001,1,,引当可,5", u"available"_s);
    row("thousands", "SALMON,WH001,1,,,\"1,200\"", u"1200"_s);
    row("comma", "SALMON,WH001,1,,,\"1,5\"", u"1.5"_s);
    row("below zero", "SALMON,WH001,1,,,-5", {});
    QTest::newRow("hidden character") << ImportKind::Products
                                      << QByteArray("code,name,storage_condition,unit\n"
                                                    " \xf0\x9f\x8d\xb5\xe2\x80\x8b"
                                                    "1,x,frozen,pcs")
                                      << u"🍵1"_s;
    QTest::newRow("partner") << ImportKind::Orders
                             << QByteArray("number,partner_code\nO-1,MORI FOOD") << u"MORI-FOODS"_s;
    QTest::newRow("time zone") << ImportKind::Warehouses
                               << QByteArray("code,name,time_zone\nWH9,North,asia/tokyo")
                               << u"Asia/Tokyo"_s;
    QTest::newRow("condition") << ImportKind::Products
                               << QByteArray(
                                      "code,name,storage_condition,unit\nP,x,refridgerated,pcs")
                               << u"refrigerated"_s;
}

void ProposalsTest::values()
{
    QFETCH(ImportKind, kind);
    QFETCH(QByteArray, content);
    QFETCH(QString, proposed);
    TestDatabase database(Engine::Sqlite);
    database.warehouse(u"WH001"_s);
    database.zone(u"WH001"_s, 1);
    database.product(u"SALMON"_s, 1);
    database.sql(
        u"INSERT INTO partners (code, name, kind) VALUES ('MORI-FOODS', 'Mori', 'customer')"_s);
    const ImportReport report = check(database, kind, content);
    QCOMPARE(report.findings.size(), size_t(1));
    QVERIFY(report.blocked());
    QCOMPARE(report.findings.front().proposal, proposed);
}

void ProposalsTest::manyValuesAreSoonLookedAt()
{
    TestDatabase database(Engine::Sqlite);
    database.warehouse(u"WH001"_s);
    database.zone(u"WH001"_s, 1);
    QByteArray products = "code,name,storage_condition,unit\n";
    QByteArray content = "product_code,warehouse_code,zone_number,quantity\n";
    for (int i = 0; i < 2000; ++i) {
        products += "TEA-" + QByteArray::number(10'000 + 7 * i) + ",x,frozen,pcs\n";
        content += "XTEA" + QByteArray::number(10'000 + 7 * i) + ",WH001,1,5\n";
    }
    QCOMPARE(check(database, ImportKind::Products, products).written, 2000);
    const ImportReport report = check(database, ImportKind::Stock, content);
    QCOMPARE(report.refused, 2000); // and it ends
}

TANABAN_TEST(ProposalsTest)
#include "proposalstest.moc"
