#include "model/demo/demo.h"

#include "model/demo/catalogue.h"
#include "tests/support/testprogram.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace tanaban;
using namespace Qt::StringLiterals;

namespace {

/// Keeps what is written, and checks that nothing comes before what it refers to.
class Recorder final : public BulkLoad
{
public:
    bool add(std::vector<Warehouse> rows) override { return keep(warehouses, rows); }
    bool add(std::vector<Zone> rows) override { return keep(zones, rows); }
    bool add(std::vector<Bin> rows) override
    {
        for (const Bin &bin : rows)
            binKeys.insert({bin.warehouse, bin.zone, bin.code});
        return keep(bins, rows);
    }
    bool add(std::vector<Product> rows) override { return keep(products, rows); }
    bool add(std::vector<Lot> rows) override
    {
        for (const Lot &lot : rows)
            lotKeys[{lot.product, lot.lot}] = lot.expiresOn;
        return keep(lots, rows);
    }
    bool add(std::vector<Partner> rows) override { return keep(partners, rows); }
    bool add(std::vector<Person> rows) override { return keep(people, rows); }
    bool add(std::vector<PastCommand> rows) override { return keep(commands, rows); }
    bool add(std::vector<StockRow> rows) override
    {
        for (const StockRow &row : rows) {
            if (!lotKeys.contains({row.key.product, row.key.lot})
                || !binKeys.contains({row.key.warehouse, row.key.zone, row.key.bin}))
                ++orphans;
        }
        return keep(stock, rows);
    }
    bool add(std::vector<StockEvent> rows) override { return keep(events, rows); }
    bool add(std::vector<Allocation> rows) override { return keep(allocations, rows); }
    bool add(std::vector<PastChange> rows) override { return keep(changes, rows); }
    Result<Done, ReadFailure> finish() override { return Done{}; }
    ReadFailure failure() const override { return {ReadFailure::Kind::Refused, u"full"_s}; }

    template <typename Row>
    bool keep(std::vector<Row> &to, const std::vector<Row> &rows)
    {
        to.insert(to.end(), rows.begin(), rows.end());
        return ++calls != failAt;
    }

    int calls = 0;
    int failAt = 0;
    int orphans = 0;
    std::vector<Warehouse> warehouses;
    std::vector<Zone> zones;
    std::vector<Bin> bins;
    std::vector<Product> products;
    std::vector<Lot> lots;
    std::vector<Partner> partners;
    std::vector<Person> people;
    std::vector<PastCommand> commands;
    std::vector<StockRow> stock;
    std::vector<StockEvent> events;
    std::vector<Allocation> allocations;
    std::vector<PastChange> changes;
    std::set<std::tuple<QString, int, QString>> binKeys;
    std::map<std::pair<QString, QString>, std::optional<QDate>> lotKeys;
};

const QDate demoToday(2026, 11, 21);

Recorder companyOf(qint64 rows, quint64 seed = 1)
{
    Recorder recorder;
    const auto written = demo::writeCompany(recorder, {rows, seed, demoToday});
    if (!written)
        qFatal("the company could not be written");
    return recorder;
}

const Recorder &usualCompany()
{
    static const Recorder recorder = companyOf(usualDemoRows);
    return recorder;
}

QByteArray digestOf(const Recorder &company)
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
    for (const PastChange &change : company.changes)
        hash.addData(QByteArray(change.key.toUtf8() + change.after));
    return hash.result().toHex();
}

qint64 countIf(const auto &rows, auto condition)
{
    return qint64(std::ranges::count_if(rows, condition));
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
    void ledgerAddsUp();
    void movesHaveTwoLegs();
    void reservedIsAllocated();
    void everyCommandHasAnEffect();
    void historyIsOfTheLastMonth();
    void thereIsSomethingToSee();
    void anySize_data();
    void anySize();
    void largestHasNamesEnough();
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
    const Recorder &company = usualCompany();
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

void DemoTest::ledgerAddsUp()
{
    const Recorder &company = usualCompany();
    std::map<qint64, StockRow> sums;
    std::map<qint64, Instant> times;
    std::map<QUuid, PastCommand> commands;
    for (const PastCommand &command : company.commands)
        QVERIFY(commands.emplace(command.id, command).second);
    std::set<std::pair<QUuid, qint64>> touched;
    for (const StockEvent &event : company.events) {
        StockRow &sum = sums[event.stockId];
        QCOMPARE(event.version, ++sum.version);
        if (event.version == 1)
            QVERIFY(event.kind == EventKind::Open || event.kind == EventKind::Receive);
        sum.onHand += event.onHandDelta;
        sum.reserved += event.reservedDelta;
        QCOMPARE(event.onHandAfter, sum.onHand);
        QCOMPARE(event.reservedAfter, sum.reserved);
        QVERIFY(0 <= sum.reserved && sum.reserved <= sum.onHand);
        QVERIFY(event.at >= times[event.stockId]);
        times[event.stockId] = event.at;
        QVERIFY(commands.contains(event.command));
        QCOMPARE(commands[event.command].actor, event.actor);
        QVERIFY(touched.insert({event.command, event.stockId}).second);
        if (event.kind == EventKind::Adjust || event.kind == EventKind::Status)
            QVERIFY(!event.reason.isEmpty());
    }
    std::set<StockKey> keys;
    for (const StockRow &row : company.stock) {
        QVERIFY(keys.insert(row.key).second);
        QCOMPARE(sums[row.id].version, row.version);
        QCOMPARE(sums[row.id].onHand, row.onHand);
        QCOMPARE(sums[row.id].reserved, row.reserved);
    }
    QCOMPARE(sums.size(), company.stock.size());
    QVERIFY(company.events.size() > 2 * company.stock.size());
}

void DemoTest::movesHaveTwoLegs()
{
    std::map<qint64, StockRow> rows;
    for (const StockRow &row : usualCompany().stock)
        rows[row.id] = row;
    std::map<QUuid, std::vector<StockEvent>> legs;
    for (const StockEvent &event : usualCompany().events) {
        if (event.kind == EventKind::Move || event.kind == EventKind::Status)
            legs[event.command].push_back(event);
    }
    QVERIFY(legs.size() > 500);
    for (const auto &[command, both] : legs) {
        QCOMPARE(both.size(), size_t(2));
        QCOMPARE(both[0].onHandDelta + both[1].onHandDelta, 0);
        const StockKey from = rows[both[0].stockId].key;
        const StockKey to = rows[both[1].stockId].key;
        QCOMPARE(to.product, from.product);
        QCOMPARE(to.lot, from.lot);
        QCOMPARE(to.status == from.status, both[0].kind == EventKind::Move);
    }
}

void DemoTest::reservedIsAllocated()
{
    const Recorder &company = usualCompany();
    std::map<qint64, qint64> open;
    std::map<QString, Allocation> byKey;
    for (const Allocation &allocation : company.allocations) {
        QVERIFY(!allocation.orderId && !allocation.line);
        byKey[QString::number(allocation.id)] = allocation;
        if (allocation.state == AllocationState::Open)
            open[allocation.stockId] += allocation.quantity;
    }
    for (const StockRow &row : company.stock)
        QCOMPARE(open[row.id], row.reserved);
    std::map<QString, qint64> versions;
    qint64 splits = 0;
    for (const PastChange &change : company.changes) {
        const QJsonDocument after = QJsonDocument::fromJson(change.after);
        QVERIFY2(after.isObject(), change.after.constData());
        if (change.entity != u"allocation"_s)
            continue;
        QCOMPARE(change.version, ++versions[change.key]);
        QCOMPARE(change.before.isEmpty(), change.version == 1);
        splits += after[u"split_from"_s].isUndefined() ? 0 : 1;
        if (change.version == byKey[change.key].version && after[u"state"_s].isString())
            QCOMPARE(after[u"state"_s].toString(), codeOf(byKey[change.key].state));
    }
    for (const auto &[key, allocation] : byKey)
        QCOMPARE(versions[key], allocation.version);
    QVERIFY(splits > 100);
}

void DemoTest::everyCommandHasAnEffect()
{
    std::set<QUuid> effective;
    for (const StockEvent &event : usualCompany().events)
        effective.insert(event.command);
    for (const PastChange &change : usualCompany().changes)
        effective.insert(change.command);
    for (const PastCommand &command : usualCompany().commands)
        QVERIFY2(effective.contains(command.id), qPrintable(command.kind));
    std::map<QString, Role> roles;
    for (const Person &person : usualCompany().people)
        roles[person.login] = person.role;
    for (const PastCommand &command : usualCompany().commands)
        QVERIFY(roles.contains(command.actor) && roles[command.actor] != Role::Viewer);
    QVERIFY(countIf(usualCompany().people, [](const Person &p) { return p.role == Role::Viewer; })
            > 0);
}

void DemoTest::historyIsOfTheLastMonth()
{
    std::set<QDate> days;
    for (const PastCommand &command : usualCompany().commands)
        days.insert(dayAt(command.at, u"Asia/Tokyo"_s));
    QCOMPARE(*days.begin(), demoToday.addDays(-30));
    QVERIFY(*days.rbegin() < demoToday);
    QVERIFY(days.size() >= 25);
    for (const StockRow &row : usualCompany().stock)
        QVERIFY(dayAt(row.receivedAt, u"Asia/Tokyo"_s) < demoToday);
}

void DemoTest::thereIsSomethingToSee()
{
    const Recorder &company = usualCompany();
    std::map<QString, qint64> available;
    std::map<std::pair<QString, int>, qint64> load;
    std::map<QString, Product> products;
    for (const Product &product : company.products)
        products[product.code] = product;
    qint64 expired = 0;
    qint64 soon = 0;
    for (const StockRow &row : company.stock) {
        available[row.key.product] += row.available();
        qint64 unit = 1;
        for (int i = 0; i < products[row.key.product].decimals; ++i)
            unit *= 10;
        load[{row.key.warehouse, row.key.zone}] += (row.onHand + unit - 1) / unit;
        const std::optional<QDate> expires = company.lotKeys.at({row.key.product, row.key.lot});
        expired += expires && *expires < demoToday ? 1 : 0;
        soon += expires && *expires >= demoToday && *expires <= demoToday.addDays(7) ? 1 : 0;
    }
    const qint64 low = countIf(company.products, [&](const Product &p) {
        return p.reorderPoint && available.contains(p.code) && available[p.code] <= *p.reorderPoint;
    });
    QVERIFY2(low > 100 && low < 1500, qPrintable(QString::number(low)));
    QVERIFY2(expired > 100 && expired < 2400, qPrintable(QString::number(expired)));
    QVERIFY2(soon > 300 && soon < 4000, qPrintable(QString::number(soon)));
    for (const StockStatus status : {StockStatus::Quarantined, StockStatus::Damaged})
        QVERIFY(countIf(company.stock, [&](const StockRow &r) { return r.key.status == status; })
                > 50);
    QVERIFY(countIf(company.stock, [](const StockRow &r) { return r.onHand == 0; }) > 50);
    qint64 nearlyFull = 0;
    for (const Zone &zone : company.zones) {
        const qint64 here = load[{zone.warehouse, zone.number}];
        QVERIFY(here <= *zone.capacity);
        nearlyFull += here * 100 >= *zone.capacity * 95 ? 1 : 0;
    }
    QCOMPARE(nearlyFull, 1);
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
    const Recorder company = companyOf(rows);
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

void DemoTest::stopsWhenAsked()
{
    std::stop_source stop;
    int last = -1;
    Recorder recorder;
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
    Recorder recorder;
    recorder.failAt = 7;
    const auto written = demo::writeCompany(recorder, {3000, 1, demoToday});
    QVERIFY(!written);
    QVERIFY(!written.error().cancelled);
    QCOMPARE(written.error().why.detail, u"full"_s);
    QCOMPARE(recorder.calls, 7);
}

TANABAN_TEST(DemoTest)
#include "demotest.moc"
