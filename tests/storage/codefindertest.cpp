#include "model/codefinder.h"

#include "tests/support/testdatabase.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

/// Products, lots and bins by codes that were scanned, and what is proposed as one types.
class CodeFinderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scannedCodes_data() { addEngines(); }
    void scannedCodes();
    void proposals_data() { addEngines(); }
    void proposals();
};

namespace {

/// "P:TEA-1 L:TEA-1/L-204 B:WH001/1/A-01"
QString found(TestDatabase &database, const QStringList &codes)
{
    const auto hits = database.database().codes().withCodes(codes, 10);
    if (!hits)
        qFatal("withCodes: %s", qPrintable(hits.error().detail));
    QStringList texts;
    for (const Product &product : hits->products)
        texts << u"P:"_s + product.code;
    for (const Lot &lot : hits->lots)
        texts << u"L:"_s + lot.product + u'/' + lot.lot;
    for (const Bin &bin : hits->bins)
        texts << u"B:%1/%2/%3"_s.arg(bin.warehouse, QString::number(bin.zone), bin.code);
    return texts.join(u' ');
}

QString proposed(TestDatabase &database, SearchKey key, const QString &typed, int most = 10)
{
    const auto proposals = database.database().codes().propose(key, typed, most);
    if (!proposals)
        qFatal("propose: %s", qPrintable(proposals.error().detail));
    QStringList texts;
    for (const CodeProposal &each : *proposals)
        texts << each.code + (each.name.isEmpty() ? QString() : QString(u'=' + each.name));
    return texts.join(u' ');
}

void fill(TestDatabase &database)
{
    StockSeed seed;
    seed.product = u"TEA-1"_s;
    seed.lot = u"L-204"_s;
    seed.bin = u"A-01"_s;
    database.stockRow(seed);
    seed.product = u"MILK"_s;
    seed.expiresOn = QDate(2027, 2, 28);
    seed.zone = 2;
    database.stockRow(seed);
    database.sql(u"UPDATE products SET barcode = '4901234567894', name = '煎茶 Green', "
                 "category = 'Drinks' WHERE code = 'TEA-1'"_s);
    database.sql(u"UPDATE products SET name = 'Milk_1', category = 'Dairy' WHERE code = 'MILK'"_s);
}

} // namespace

void CodeFinderTest::scannedCodes()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    fill(database);
    QCOMPARE(found(database, {u"TEA-1"_s}), u"P:TEA-1"_s);
    QCOMPARE(found(database, {u"tea-1"_s}), u"P:TEA-1"_s);
    QCOMPARE(found(database, {u"04901234567894"_s, u"4901234567894"_s}), u"P:TEA-1"_s);
    QCOMPARE(found(database, {u"L-204"_s}), u"L:MILK/L-204 L:TEA-1/L-204"_s);
    QCOMPARE(found(database, {u"a-01"_s}), u"B:WH001/1/A-01 B:WH001/2/A-01"_s);
    QCOMPARE(found(database, {u"nothing"_s}), QString());
    QCOMPARE(found(database, {u""_s}),
             QString()); // neither missing barcodes nor the zones themselves
    QCOMPARE(found(database, {QString(QChar::Null)}), QString());
    QCOMPARE(found(database, {}), QString());
    QCOMPARE(found(database, {u"TEA%"_s}), QString());
    const auto hits = database.database().codes().withCodes({u"L-204"_s}, 1);
    QCOMPARE(hits->lots.size(), size_t(1));
    QCOMPARE(hits->lots.front().expiresOn, QDate(2027, 2, 28));
    // A code may be several things at once; what is not in use comes last.
    database.product(u"A-01"_s);
    database.product(u"AA"_s);
    database.sql(u"UPDATE products SET barcode = 'A-01' WHERE code = 'AA'"_s);
    database.sql(u"UPDATE products SET active = %1 WHERE code = 'A-01'"_s.arg(
        database.isPostgres() ? u"false"_s : u"0"_s));
    QCOMPARE(found(database, {u"A-01"_s}), u"P:AA P:A-01 B:WH001/1/A-01 B:WH001/2/A-01"_s);
}

void CodeFinderTest::proposals()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    fill(database);
    using enum SearchKey;
    QCOMPARE(proposed(database, Lot, u""_s), u"L-204=%1"_s.arg(u"Milk_1"_s));
    QCOMPARE(proposed(database, Lot, u"l-2"_s), u"L-204=Milk_1"_s);
    QCOMPARE(proposed(database, Lot, u"204"_s), QString());
    QCOMPARE(proposed(database, Product, u"煎"_s), u"TEA-1=煎茶 Green"_s);
    QCOMPARE(proposed(database, Product, u"mil"_s), u"MILK=Milk_1"_s);
    QCOMPARE(proposed(database, Product, u"_"_s), u"MILK=Milk_1"_s);
    QCOMPARE(proposed(database, Product, u"49012"_s), u"TEA-1=煎茶 Green"_s);
    QCOMPARE(proposed(database, Product, u""_s, 1), u"MILK=Milk_1"_s);
    QCOMPARE(proposed(database, Category, u"d"_s), u"Dairy Drinks"_s);
    QCOMPARE(proposed(database, Bin, u"a"_s), u"A-01=WH001"_s);
    QCOMPARE(proposed(database, Bin, u"01"_s), QString());
    QVERIFY(proposed(database, Warehouse, u"wh"_s).startsWith(u"WH001"_s));
    QVERIFY(proposed(database, Zone, u"wh001/"_s).startsWith(u"WH001/1"_s));
    QVERIFY(proposed(database, Zone, u"WH001/2"_s).startsWith(u"WH001/2"_s));
    QCOMPARE(proposed(database, Status, u""_s), QString());
    QCOMPARE(proposed(database, Lot, QString(QChar::Null)), QString());
    QCOMPARE(proposed(database, Product, QString(300, u'x')), QString());
}

TANABAN_TEST(CodeFinderTest)
#include "codefindertest.moc"
