// Orders of another program (Northwind), with everything that they need, through the mappings of
// docs/examples. What comes in is compared with what is counted in the files by other means.
#include "model/planning/batch.h"
#include "tests/support/allocating.h"
#include "tests/support/realfiles.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <numeric>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

class NorthwindTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void comesInWhole_data() { addEngines(); }
    void comesInWhole();
    void openOrdersGetTheirStock_data();
    void openOrdersGetTheirStock();

private:
    /// Lines below the header; no field of these files holds a line end.
    qint64 linesOf(const QString &file) const { return m_files.data(file).trimmed().count('\n'); }
    /// A column of a file whose fields before it hold no comma.
    qint64 sumOf(const QString &file, int column) const;
    enum class Discontinued {
        OutOfUse,
        SoldOff ///< no longer bought, but what is there still goes out
    };
    void bringIn(TestDatabase &database, Discontinued discontinued);

    const RealFiles m_files{u"northwind"_s};
};

void NorthwindTest::initTestCase()
{
    if (!m_files.there())
        QSKIP("The Northwind files are not here (TANABAN_SHARED_DATA): nothing to import");
}

qint64 NorthwindTest::sumOf(const QString &file, int column) const
{
    QByteArrayList lines = m_files.data(file).trimmed().split('\n');
    lines.removeFirst();
    qint64 sum = 0;
    for (const QByteArray &line : lines)
        sum += line.trimmed().split(',')[column].toLongLong();
    return sum;
}

void NorthwindTest::bringIn(TestDatabase &database, Discontinued discontinued)
{
    database.warehouse(u"NW"_s);
    database.zone(u"NW"_s, 1);
    database.zone(u"NW"_s, 2, StorageCondition::Refrigerated);
    database.zone(u"NW"_s, 3, StorageCondition::Frozen);
    struct File
    {
        ImportKind kind;
        QString file;
        QString mapping;
    };
    for (const File &file : {File{ImportKind::Products, u"Products.csv"_s, u"products.json"_s},
                             File{ImportKind::Stock, u"Products.csv"_s, u"stock.json"_s},
                             File{ImportKind::Products, u"Products.csv"_s, u"discontinued.json"_s},
                             File{ImportKind::Partners, u"Suppliers.csv"_s, u"suppliers.json"_s},
                             File{ImportKind::Partners, u"Customers.csv"_s, u"customers.json"_s},
                             File{ImportKind::Orders, u"Orders.csv"_s, u"orders.json"_s},
                             File{ImportKind::Orders, u"OrderDetails.csv"_s, u"order-lines.json"_s}})
    {
        if (file.mapping == u"discontinued.json"_s && discontinued == Discontinued::SoldOff)
            continue;
        const ImportReport report = m_files.import(database, file.kind, file.file, file.mapping);
        QVERIFY2(report.outcome && std::holds_alternative<Committed>(*report.outcome),
                 qPrintable(file.mapping));
        QCOMPARE(report.lines, linesOf(file.file));
        QVERIFY(addsUp(report));
        QCOMPARE(report.refused, 0);
    }
}

void NorthwindTest::comesInWhole()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    bringIn(database, Discontinued::OutOfUse);
    QCOMPARE(database.count(u"products"_s), 77);
    QCOMPARE(database.count(u"partners"_s, u"kind = 'supplier'"_s), 29);
    QCOMPARE(database.count(u"partners"_s, u"kind = 'customer'"_s), 91);
    QCOMPARE(database.scalar(u"SELECT sum(on_hand) FROM stock"_s).toLongLong(), 3119);
    QCOMPARE(database.count(u"stock"_s), 72); // five products have none
    QCOMPARE(database.count(u"orders"_s), 830);
    QCOMPARE(database.count(u"order_lines"_s), 2155);
    QCOMPARE(database.scalar(u"SELECT sum(quantity) FROM order_lines"_s).toLongLong(),
             sumOf(u"OrderDetails.csv"_s, 3));
    QCOMPARE(database.count(u"orders"_s, u"state = 'open'"_s), 21);
    const QString open = u"order_id IN (SELECT id FROM orders WHERE state = 'open')"_s;
    QCOMPARE(database.count(u"order_lines"_s, open), 73);
    QCOMPARE(database.scalar(QString(u"SELECT sum(quantity) FROM order_lines WHERE "_s + open))
                 .toLongLong(),
             1198);
    // One zone for each condition: what is short when lines may be split.
    QCOMPARE(database
                 .scalar(QString(
                     u"SELECT sum(asked - there) FROM (SELECT l.product_code, sum(l.quantity) AS "
                     "asked, coalesce((SELECT sum(s.on_hand) FROM stock s WHERE s.product_code = "
                     "l.product_code), 0) AS there FROM order_lines l WHERE "_s
                     + open + u" GROUP BY l.product_code) x WHERE asked > there"_s))
                 .toLongLong(),
             471);
    QCOMPARE(database.scalar(u"SELECT name FROM partners WHERE code = 'BERGS'"_s).toString(),
             u"Berglunds snabbköp"_s);
    // The same files again change nothing.
    const auto before = database.checksums();
    QCOMPARE(
        m_files.import(database, ImportKind::Orders, u"Orders.csv"_s, u"orders.json"_s).unchanged,
        830);
    QCOMPARE(
        m_files.import(database, ImportKind::Orders, u"OrderDetails.csv"_s, u"order-lines.json"_s)
            .unchanged,
        2155);
    QCOMPARE(database.checksums(), before);
    QCOMPARE(database.audit(), QStringList());
}

void NorthwindTest::openOrdersGetTheirStock_data()
{
    QTest::addColumn<Engine>("engine");
    QTest::addColumn<QString>("strategy");
    // All goods of a condition lie in one zone, so that the others would choose alike.
    for (const QString &strategy : {u"zone-priority"_s, u"whole-orders"_s}) {
        QTest::addRow("sqlite %s", qPrintable(strategy)) << Engine::Sqlite << strategy;
        QTest::addRow("postgresql %s", qPrintable(strategy)) << Engine::Postgres << strategy;
    }
}

void NorthwindTest::openOrdersGetTheirStock()
{
    QFETCH(Engine, engine);
    QFETCH(QString, strategy);
    TestDatabase database(engine);
    bringIn(database, Discontinued::SoldOff);
    Allocator allocator(database.database());
    AllocationBatch batch(database.store(), allocator.runner(), allocator.clock());
    BatchRequest request;
    request.strategy = builtInStrategy(strategy);
    request.actor = QString::fromLatin1(TestDatabase::login);
    const BatchReport report = batch.run(request, [](const BatchProgress &) {});
    QVERIFY(!report.failure && report.open.empty());
    QCOMPARE(report.lines.size(), size_t(73));

    const QString open = u"order_id IN (SELECT id FROM orders WHERE state = 'open')"_s;
    const qint64 allocated = database
                                 .scalar(QString(u"SELECT coalesce(sum(quantity), 0) FROM "
                                                 "allocations WHERE state = 'open' AND "_s
                                                 + open))
                                 .toLongLong();
    // What the sheet says is what is in the database.
    QCOMPARE(std::accumulate(report.lines.begin(),
                             report.lines.end(),
                             qint64(0),
                             [](qint64 sum, const LineOutcome &l) { return sum + l.allocated; }),
             allocated);
    const QString lacking = u"SELECT l.order_id, l.line_number, l.product_code, l.quantity - "
                            "coalesce((SELECT sum(a.quantity) FROM allocations a WHERE a.order_id "
                            "= l.order_id AND a.line_number = l.line_number), 0) AS lacks "
                            "FROM order_lines l WHERE l."_s
                            + open;
    if (strategy == u"whole-orders"_s) {
        // Every order has all of its lines, or nothing.
        QCOMPARE(database
                     .scalar(QString(u"SELECT count(*) FROM (SELECT order_id, sum(CASE WHEN lacks "
                                     "> 0 THEN 1 ELSE 0 END) AS short, (SELECT count(*) FROM "
                                     "allocations a WHERE a.order_id = x.order_id) AS has FROM ("_s
                                     + lacking
                                     + u") x GROUP BY order_id) y WHERE short > 0 AND has > 0"_s))
                     .toLongLong(),
                 0);
        QVERIFY(allocated > 0);
    } else {
        QCOMPARE(1198 - allocated, 471);
        QCOMPARE(database
                     .scalar(QString(u"SELECT count(DISTINCT product_code) FROM ("_s + lacking
                                     + u") x WHERE lacks > 0"_s))
                     .toLongLong(),
                 17);
    }
    QCOMPARE(database.audit(), QStringList());
}

TANABAN_TEST(NorthwindTest)
#include "northwindtest.moc"
