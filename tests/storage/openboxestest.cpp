// Real files of another program (OpenBoxes' demo), through the mappings of docs/examples. What
// comes in is compared with what is counted in the files by other means than the importer's.
#include "tests/support/realfiles.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

namespace {

/// Nothing clever: the quantity is the last number of a line, and no name holds a line end.
struct Counted
{
    int lines = 0;
    int zeros = 0;
    qint64 units = 0;
    int withoutLot = 0; ///< of the lines with something
};

Counted count(const QByteArray &content)
{
    Counted counted;
    QByteArrayList lines = content.split('\n');
    lines.removeFirst();
    for (QByteArray line : lines) {
        line = line.trimmed();
        if (line.isEmpty())
            continue;
        const QByteArrayList parts = line.split(',');
        const qint64 quantity = parts[parts.size() - 2].toLongLong();
        ++counted.lines;
        counted.units += quantity;
        counted.zeros += quantity == 0 ? 1 : 0;
        // … lot, date, bin, OB, quantity, comment
        counted.withoutLot += quantity > 0 && parts[parts.size() - 6].isEmpty() ? 1 : 0;
    }
    return counted;
}

} // namespace

class OpenBoxesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void addsUp_data() { addEngines(); }
    void addsUp();

private:
    ImportReport import(TestDatabase &database,
                        ImportKind kind,
                        const QString &file,
                        const QString &mapping) const
    {
        return m_files.import(database, kind, file, mapping);
    }
    void checkStock(TestDatabase &database,
                    const QString &warehouse,
                    const QString &file,
                    const QString &mapping);

    const RealFiles m_files{u"openboxes"_s};
};

void OpenBoxesTest::initTestCase()
{
    if (!m_files.there())
        QSKIP("The OpenBoxes files are not here (TANABAN_SHARED_DATA): nothing to import");
}

void OpenBoxesTest::checkStock(TestDatabase &database,
                               const QString &warehouse,
                               const QString &file,
                               const QString &mapping)
{
    const Counted counted = count(m_files.data(file));
    QVERIFY(counted.units > 50'000);
    const ImportReport report = import(database, ImportKind::Stock, file, mapping);
    QVERIFY(report.outcome && std::holds_alternative<Committed>(*report.outcome));
    QCOMPARE(report.lines, counted.lines);
    QCOMPARE(report.leftOut, counted.zeros);
    QCOMPARE(report.refused, 0);
    QCOMPARE(report.written, counted.lines - counted.zeros);
    QSet<qint64> told;
    for (const ImportFinding &finding : report.findings)
        told.insert(finding.line);
    QCOMPARE(told.size(), counted.zeros);
    const QVariantList here{warehouse};
    QCOMPARE(database.scalar(u"SELECT sum(on_hand) FROM stock WHERE warehouse_code = ?"_s, here)
                 .toLongLong(),
             counted.units);
    QCOMPARE(
        database.scalar(u"SELECT count(*) FROM stock WHERE warehouse_code = ?"_s, here).toLongLong(),
        counted.lines - counted.zeros);
    const auto named = database.scalar(
        u"SELECT count(*) FROM stock WHERE warehouse_code = ? AND lot LIKE 'R________-%'"_s, here);
    QCOMPARE(named.toLongLong(), counted.withoutLot);

    const auto before = database.checksums();
    const ImportReport again = import(database, ImportKind::Stock, file, mapping);
    QVERIFY(again.outcome && std::get<Committed>(*again.outcome).repeated);
    QCOMPARE(again.written, 0);
    QCOMPARE(database.checksums(), before);
}

void OpenBoxesTest::addsUp()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const ImportReport warehouses = import(
        database, ImportKind::Warehouses, u"locations.csv"_s, u"warehouses.json"_s);
    QCOMPARE(warehouses.lines + warehouses.added, warehouses.written + warehouses.leftOut);
    QCOMPARE(database.count(u"warehouses"_s), 4);
    const ImportReport zones = import(
        database, ImportKind::Zones, u"binLocations.csv"_s, u"zones.json"_s);
    QCOMPARE(zones.lines, zones.written + zones.leftOut);
    QCOMPARE(database.count(u"zones"_s), 6);
    QCOMPARE(import(database, ImportKind::Bins, u"binLocations.csv"_s, u"bins.json"_s).written, 40);
    QCOMPARE(import(database, ImportKind::Products, u"products.csv"_s, u"products.json"_s).written,
             57);
    QCOMPARE(database.count(u"products"_s, u"storage_condition = 'refrigerated'"_s), 2);
    const ImportReport levels = import(
        database, ImportKind::Products, u"inventoryLevels.csv"_s, u"reorder-points.json"_s);
    QCOMPARE(levels.lines, levels.written + levels.unchanged);

    checkStock(database, u"MAIN"_s, u"mainWarehouseInventory.csv"_s, u"stock-main.json"_s);
    checkStock(database, u"CHIW"_s, u"chicagoWarehouseInventory.csv"_s, u"stock-chicago.json"_s);
    QCOMPARE(database.scalar(u"SELECT sum(on_hand) FROM stock"_s).toLongLong(), 198'656 + 51'137);

    const auto before = database.checksums();
    QCOMPARE(import(database, ImportKind::Products, u"products.csv"_s, u"products.json"_s).unchanged,
             57);
    QCOMPARE(import(database, ImportKind::Bins, u"binLocations.csv"_s, u"bins.json"_s).unchanged,
             40);
    QCOMPARE(database.checksums(), before);
    QCOMPARE(database.audit(), QStringList());
}

TANABAN_TEST(OpenBoxesTest)
#include "openboxestest.moc"
