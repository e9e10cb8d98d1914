#include "model/demo/catalogue.h"
#include "model/demo/openorders.h"
#include "tests/model/demorecorder.h"
#include "tests/support/testprogram.h"

#include <QCryptographicHash>
#include <QTest>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray digestOf(const DemoRecorder &company)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Product &product : company.products)
        hash.addData((product.code + product.name + product.barcode
                      + QString::number(product.reorderPoint.value_or(-1)))
                         .toUtf8());
    for (const StockRow &row : company.stock)
        hash.addData((QString::number(row.id) + row.key.bin + row.key.lot
                      + QString::number(row.onHand) + row.receivedAt.toIso())
                         .toUtf8());
    for (const StockEvent &event : company.events)
        hash.addData((event.command.toString() + event.actor + event.at.toIso()).toUtf8());
    for (const PastOrder &order : company.orders)
        hash.addData((order.number + order.partner + codeOf(order.state)
                      + order.dueOn->toString(Qt::ISODate))
                         .toUtf8());
    for (const PastOrderLine &line : company.orderLines)
        hash.addData((line.product + QString::number(line.quantity)).toUtf8());
    for (const PastChange &change : company.changes)
        hash.addData(QByteArray(change.key.toUtf8() + change.after));
    return hash.result().toHex();
}

} // namespace

class DemoTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameSeedMakesTheSameCompany();
    void proportions();
    void productsAreUnmistakable();
    void barcodesAreValid();
    void placesAreInWalkingOrder();
    void anySize_data();
    void anySize();
    void largestHasNamesEnough();
    void largestHasOrdersToo();
    void stopsWhenAsked();
    void tellsWhyItFailed();
};

void DemoTest::sameSeedMakesTheSameCompany()
{
    const QByteArray first = digestOf(companyOf(3000));
    QCOMPARE(digestOf(companyOf(3000)), first);
    QVERIFY(digestOf(companyOf(3000, 2)) != first);
    // The same numbers with every compiler, library and platform.
    demo::Random random(1);
    QCOMPARE(random.next(), 0x910A2DEC89025CC1ULL);
    QCOMPARE(random.next(), 0xBEEB8DA1658EEC67ULL);
}

void DemoTest::proportions()
{
    const DemoRecorder &company = usualCompany();
    QCOMPARE(company.orphans, 0);
    QCOMPARE(company.stock.size(), size_t(24'000));
    QCOMPARE(company.products.size(), size_t(8'000));
    QCOMPARE(company.partners.size(), size_t(430));
    const auto ofCondition = [&](StorageCondition condition) {
        return countIf(company.products, [&](const Product &p) { return p.condition == condition; });
    };
    QCOMPARE(ofCondition(StorageCondition::RoomTemperature), 5'600);
    QCOMPARE(ofCondition(StorageCondition::Refrigerated), 1'800);
    QCOMPARE(ofCondition(StorageCondition::Frozen), 600);
    QCOMPARE(company.warehouses.size(), size_t(3));
    QCOMPARE(company.zones.size(), size_t(9));
    QList<int> priorities;
    for (const Zone &zone : company.zones) {
        priorities.append(zone.allocationPriority.value_or(0));
        QCOMPARE(int(zone.condition), zone.number - 1);
    }
    QCOMPARE(priorities, (QList<int>{1, 2, 3, 10, 11, 12, 20, 21, 22}));
    QVERIFY(countIf(company.products, [](const Product &p) { return p.decimals > 0; }) > 200);
}

void DemoTest::productsAreUnmistakable()
{
    std::set<QString> codes;
    std::set<QString> names;
    for (const Product &product : usualCompany().products) {
        QVERIFY2(codes.insert(product.code).second, qPrintable(product.code));
        QVERIFY2(names.insert(product.name).second, qPrintable(product.name));
        QVERIFY(checkCode(product.code) == CodeFault::NoFault);
        QVERIFY2(checkName(product.name) == CodeFault::NoFault, qPrintable(product.name));
        QVERIFY(product.name.contains(u" / "_s));
    }
}

void DemoTest::barcodesAreValid()
{
    QCOMPARE(demo::inStoreBarcode(123'456'789), u"2001234567893"_s);
    std::set<QString> barcodes;
    for (const Product &product : usualCompany().products) {
        const QString code = product.barcode;
        QCOMPARE(code.size(), 13);
        QVERIFY(code.startsWith(u'2'));
        int sum = 0;
        for (qsizetype i = 0; i < 13; ++i)
            sum += code[i].digitValue() * (i % 2 == 0 ? 1 : 3);
        QCOMPARE(sum % 10, 0);
        QVERIFY(barcodes.insert(code).second);
    }
}

void DemoTest::placesAreInWalkingOrder()
{
    std::map<std::pair<QString, int>, int> last;
    std::set<std::pair<QString, int>> withZoneItself;
    for (const Bin &bin : usualCompany().bins) {
        const std::pair zone{bin.warehouse, bin.zone};
        if (bin.code.isEmpty())
            withZoneItself.insert(zone);
        else
            QVERIFY(bin.walkOrder > last[zone]);
        last[zone] = bin.walkOrder;
    }
    QCOMPARE(withZoneItself.size(), size_t(9));
    QVERIFY(usualCompany().binKeys.contains({u"WH001"_s, 1, u"A-01-1"_s}));
    QCOMPARE(usualCompany().binKeys.size(), usualCompany().bins.size());
}

void DemoTest::anySize_data()
{
    QTest::addColumn<qint64>("rows");
    for (const qint64 rows : {0, 1, 10, 100, 2'500, 60'000})
        QTest::addRow("%lld", rows) << rows;
}

void DemoTest::anySize()
{
    QFETCH(const qint64, rows);
    const DemoRecorder company = companyOf(rows);
    QCOMPARE(qint64(company.stock.size()), rows);
    QCOMPARE(company.orphans, 0);
}

void DemoTest::largestHasNamesEnough()
{
    const std::vector<demo::ProductPlan> plans = demo::planProducts(
        1, demo::Size::forRows(mostDemoRows));
    QCOMPARE(plans.size(), size_t(20'000));
    std::set<QString> names;
    qint64 rows = 0;
    for (const demo::ProductPlan &plan : plans) {
        QVERIFY(names.insert(plan.product.name).second);
        rows += plan.stockRows;
    }
    QCOMPARE(rows, qint64(mostDemoRows));
}

void DemoTest::largestHasOrdersToo()
{
    const demo::Size size = demo::Size::forRows(mostDemoRows);
    const std::vector<demo::ProductPlan> plans = demo::planProducts(1, size);
    std::vector<demo::ProductStock> stock; // of every product a lot, in many places
    for (const demo::ProductPlan &plan : plans)
        stock.push_back({plan.lotSize * 100, plan.lotSize * 100, 40});
    const auto orders = demo::planOpenOrders(1, demo::Month{demoToday}, size, plans, stock);
    QCOMPARE(orders.size(), size_t(320));
    for (const demo::OpenOrder &order : orders)
        QVERIFY(!order.lines.empty() && order.lines.size() <= 12);
    QCOMPARE(countIf(orders, [](const auto &o) { return o.state == OrderState::Draft; }), 6);
}

void DemoTest::stopsWhenAsked()
{
    std::stop_source stop;
    int last = -1;
    DemoRecorder recorder;
    const auto written = demo::writeCompany(
        recorder,
        {3000, 1, demoToday},
        [&](int done, int total) {
            QVERIFY(done >= last && done <= total);
            last = done;
            if (done >= 40)
                stop.request_stop();
        },
        stop.get_token());
    QVERIFY(!written);
    QVERIFY(written.error().cancelled);
    QVERIFY(last >= 40 && last < 60);
}

void DemoTest::tellsWhyItFailed()
{
    DemoRecorder recorder;
    recorder.failAt = 7;
    const auto written = demo::writeCompany(recorder, {3000, 1, demoToday});
    QVERIFY(!written);
    QVERIFY(!written.error().cancelled);
    QCOMPARE(written.error().why.detail, u"full"_s);
    QCOMPARE(recorder.calls, 7);
}

TANABAN_TEST(DemoTest)
#include "demotest.moc"
