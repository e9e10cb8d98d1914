// 42,481 lines of a real shop (UCI Online Retail, December 2010), of which many are no orders of
// goods. Every one of them is written or told, and the two add up.
#include "tests/support/realfiles.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

class OnlineRetailTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyLineIsTakenOrTold_data() { addEngines(); }
    void everyLineIsTakenOrTold();

private:
    ImportReport import(TestDatabase &database, ImportKind kind, const QString &mapping) const
    {
        ImportRequest request = m_files.request(kind, u"online_retail_2010-12.csv"_s, mapping);
        request.onlyGoodRows = true;
        return RealFiles::run(database, request);
    }
    /// How many findings say so of a line.
    static qint64 told(const ImportReport &report, const QString &text)
    {
        return std::ranges::count_if(report.findings, [&text](const ImportFinding &finding) {
            return finding.text.contains(text);
        });
    }

    const RealFiles m_files{u"online_retail"_s};
};

void OnlineRetailTest::initTestCase()
{
    if (!m_files.there())
        QSKIP("The Online Retail file is not here (TANABAN_SHARED_DATA): nothing to import");
}

void OnlineRetailTest::everyLineIsTakenOrTold()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const ImportReport products = import(database, ImportKind::Products, u"products.json"_s);
    QCOMPARE(products.lines, 42'481);
    QVERIFY(addsUp(products));
    QCOMPARE(database.count(u"products"_s), products.written);
    QVERIFY(told(products, u"only by case"_s) > 0); // 15056BL and 15056bl
    const ImportReport partners = import(database, ImportKind::Partners, u"customers.json"_s);
    QVERIFY(addsUp(partners));
    QCOMPARE(partners.refused, 0);

    const ImportReport orders = import(database, ImportKind::Orders, u"orders.json"_s);
    QVERIFY(orders.outcome && std::holds_alternative<Committed>(*orders.outcome));
    QCOMPARE(orders.lines, 42'481);
    QVERIFY(addsUp(orders));
    // Counted in the file by other means: 728 lines of 326 cancellations; of the others 170 that are
    // no goods (200 with those of cancellations) and 70 that take away; and 491 of the 500 repeated
    // lines.
    QCOMPARE(told(orders, u"InvoiceNo is \"C"_s), 728);
    QCOMPARE(told(orders, u"StockCode is \""_s), 170);
    QCOMPARE(told(orders, u"Quantity is \"-"_s), 70);
    QCOMPARE(told(orders, u"the same as line"_s), 491);
    QSet<qint64> lines;
    for (const ImportFinding &finding : orders.findings)
        lines.insert(finding.line);
    QCOMPARE(lines.size(), orders.leftOut + orders.refused);
    QCOMPARE(database.count(u"order_lines"_s), orders.written);
    QCOMPARE(database.count(u"orders"_s, u"state = 'completed'"_s), database.count(u"orders"_s));

    const auto before = database.checksums();
    const ImportReport again = import(database, ImportKind::Orders, u"orders.json"_s);
    QCOMPARE(again.unchanged, orders.written);
    QCOMPARE(database.checksums(), before);
    QCOMPARE(database.audit(), QStringList());
}

TANABAN_TEST(OnlineRetailTest)
#include "onlineretailtest.moc"
