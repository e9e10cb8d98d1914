#include "tests/model/demorecorder.h"
#include "tests/support/testprogram.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

/// The ledger of the demo company and what is recorded beside it.
class DemoHistoryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ledgerAddsUp();
    void movesHaveTwoLegs();
    void reservedIsAllocated();
    void everyCommandHasAnEffect();
    void historyIsOfTheLastMonth();
    void thereIsSomethingToSee();
};

void DemoHistoryTest::ledgerAddsUp()
{
    const DemoRecorder &company = usualCompany();
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

void DemoHistoryTest::movesHaveTwoLegs()
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

void DemoHistoryTest::reservedIsAllocated()
{
    const DemoRecorder &company = usualCompany();
    std::map<qint64, qint64> open;
    std::map<QString, Allocation> byKey;
    for (const Allocation &allocation : company.allocations) {
        QCOMPARE(allocation.orderId.has_value(), allocation.line.has_value());
        byKey[QString::number(allocation.id)] = allocation;
        if (allocation.state == AllocationState::Open
            || allocation.state == AllocationState::Pending)
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

void DemoHistoryTest::everyCommandHasAnEffect()
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

void DemoHistoryTest::historyIsOfTheLastMonth()
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

void DemoHistoryTest::thereIsSomethingToSee()
{
    const DemoRecorder &company = usualCompany();
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

TANABAN_TEST(DemoHistoryTest)
#include "demohistorytest.moc"
