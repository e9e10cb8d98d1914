#include "tests/model/demorecorder.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMultiHash>
#include <QTest>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

namespace {

using LineKey = std::pair<qint64, int>;

/// A company, with its orders by what they refer to.
struct OrderView
{
    explicit OrderView(const DemoRecorder &company)
    {
        for (const PastOrder &order : company.orders)
            orders[order.id] = order;
        for (const PastOrderLine &line : company.orderLines)
            lines[{line.order, line.number}] = line;
        for (const StockRow &row : company.stock) {
            rows[row.id] = row;
            if (row.key.status == StockStatus::Available)
                usable.insert(row.key.product, row);
        }
        for (const Product &product : company.products)
            products[product.code] = product;
        for (const Partner &partner : company.partners)
            partners[partner.code] = partner;
        for (const Allocation &allocation : company.allocations) {
            if (allocation.orderId)
                claims[{*allocation.orderId, *allocation.line}].push_back(allocation);
        }
    }

    qint64 claimed(const LineKey &key, std::initializer_list<AllocationState> states) const
    {
        qint64 sum = 0;
        if (const auto found = claims.find(key); found != claims.end()) {
            for (const Allocation &claim : found->second)
                sum += std::ranges::find(states, claim.state) != states.end() ? claim.quantity : 0;
        }
        return sum;
    }

    qint64 count(OrderState state) const
    {
        return std::ranges::count_if(
            orders, [state](const auto &entry) { return entry.second.state == state; });
    }

    std::map<qint64, PastOrder> orders;
    std::map<LineKey, PastOrderLine> lines;
    std::map<qint64, StockRow> rows;
    QMultiHash<QString, StockRow> usable; ///< by product
    std::map<QString, Product> products;
    std::map<QString, Partner> partners;
    std::map<LineKey, std::vector<Allocation>> claims;
};

const OrderView &usualOrders()
{
    static const OrderView view(usualCompany());
    return view;
}

bool isWaiting(const PastOrder &order)
{
    return order.state == OrderState::Open || order.state == OrderState::Draft;
}

/// Lots that can be used on a day.
qint64 usableOn(const QString &product, QDate day)
{
    qint64 sum = 0;
    for (const StockRow &row : usualOrders().usable.values(product)) {
        const auto expires = usualCompany().lotKeys.at({product, row.key.lot});
        sum += !expires || *expires >= day ? row.available() : 0;
    }
    return sum;
}

} // namespace

/// The orders of the demo company: what waits, what is done, and that the ledger agrees with them.
class DemoOrdersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersByState();
    void everyOrderIsSensible();
    void waitingOrdersAreOfCustomersWhoOrder();
    void claimsAreOfTheirLine();
    void endedOrdersHoldNothing();
    void nearlyAllThatWasShippedWasOrdered();
    void changesTellWhatBecameOfThem();
    void someLinesAreShort();
    void someGoodsExpireTooSoon();
    void someAreAllocatedAlready();
    void largeCompaniesLookBackOnAYear();
    void smallCompaniesHaveFewerOrders();
};

void DemoOrdersTest::numbersByState()
{
    QCOMPARE(usualOrders().count(OrderState::Open), 314);
    QCOMPARE(usualOrders().count(OrderState::Draft), 6);
    const qint64 completed = usualOrders().count(OrderState::Completed);
    QVERIFY2(completed > 2500 && completed < 4000, qPrintable(QString::number(completed)));
    const qint64 cancelled = usualOrders().count(OrderState::Cancelled);
    QVERIFY2(cancelled > 50 && cancelled < 300, qPrintable(QString::number(cancelled)));
    const qint64 lines = countIf(usualCompany().orderLines, [](const PastOrderLine &line) {
        return usualOrders().orders.at(line.order).state == OrderState::Completed;
    });
    QVERIFY(lines > 2 * completed && lines < 4 * completed);
}

void DemoOrdersTest::everyOrderIsSensible()
{
    std::map<qint64, int> counted;
    std::set<std::pair<qint64, QString>> products;
    for (const PastOrderLine &line : usualCompany().orderLines) {
        QCOMPARE(line.number, ++counted[line.order]);
        QVERIFY(products.insert({line.order, line.product}).second);
        QVERIFY(line.quantity > 0);
        qint64 unit = 1;
        for (int i = 0; i < usualOrders().products.at(line.product).decimals; ++i)
            unit *= 10;
        // What was sold out at once is of the past.
        QVERIFY(line.quantity <= 600 * unit || !isWaiting(usualOrders().orders.at(line.order)));
    }
    qint64 id = 0;
    for (const PastOrder &order : usualCompany().orders) {
        QCOMPARE(order.id, ++id);
        QCOMPARE(order.number, u"SO-"_s + QString::number(id).rightJustified(6, u'0'));
        QVERIFY(counted[order.id] >= 1 && counted[order.id] <= 12);
        QCOMPARE(usualOrders().partners.at(order.partner).kind, u"customer"_s);
        QVERIFY(!order.priority || (*order.priority >= 1 && *order.priority <= 3));
    }
}

void DemoOrdersTest::waitingOrdersAreOfCustomersWhoOrder()
{
    qint64 overdue = 0;
    qint64 withPriority = 0;
    std::set<QDate> days;
    for (const PastOrder &order : usualCompany().orders) {
        if (!isWaiting(order))
            continue;
        QVERIFY(usualOrders().partners.at(order.partner).active);
        QVERIFY(*order.dueOn >= demoToday.addDays(-4) && *order.dueOn <= demoToday.addDays(21));
        overdue += *order.dueOn < demoToday ? 1 : 0;
        withPriority += order.priority ? 1 : 0;
        days.insert(*order.dueOn);
    }
    QVERIFY2(overdue > 15 && overdue < 60, qPrintable(QString::number(overdue)));
    QVERIFY(withPriority > 30 && withPriority < 120);
    QCOMPARE(days.size(), size_t(26));
}

void DemoOrdersTest::claimsAreOfTheirLine()
{
    const OrderView &view = usualOrders();
    for (const auto &[key, claims] : view.claims) {
        const PastOrderLine &line = view.lines.at(key);
        for (const Allocation &claim : claims)
            QCOMPARE(view.rows.at(claim.stockId).key.product, line.product);
        QVERIFY(view.claimed(
                    key, {AllocationState::Pending, AllocationState::Open, AllocationState::Shipped})
                <= line.quantity);
    }
    std::map<std::pair<QUuid, qint64>, std::set<qint64>> behind;
    std::map<QString, Allocation> byKey;
    for (const Allocation &allocation : usualCompany().allocations)
        byKey[QString::number(allocation.id)] = allocation;
    for (const PastChange &change : usualCompany().changes) {
        if (change.entity != u"allocation"_s)
            continue;
        const Allocation &allocation = byKey.at(change.key);
        behind[{change.command, allocation.stockId}].insert(allocation.orderId.value_or(0));
        const QJsonValue told = QJsonDocument::fromJson(change.after)[u"order_id"_s];
        if (change.version == 1)
            QCOMPARE(told.toInteger(), allocation.orderId.value_or(0));
    }
    for (const StockEvent &event : usualCompany().events) {
        const auto found = behind.find({event.command, event.stockId});
        QCOMPARE(event.orderId.value_or(0), found == behind.end() ? 0 : *found->second.begin());
    }
}

void DemoOrdersTest::endedOrdersHoldNothing()
{
    const OrderView &view = usualOrders();
    for (const auto &[key, line] : view.lines) {
        const OrderState state = view.orders.at(key.first).state;
        if (isWaiting(view.orders.at(key.first)))
            continue;
        QCOMPARE(view.claimed(key, {AllocationState::Pending, AllocationState::Open}), 0);
        const qint64 shipped = view.claimed(key, {AllocationState::Shipped});
        QVERIFY(state == OrderState::Completed ? shipped > 0 : shipped == 0);
    }
}

void DemoOrdersTest::nearlyAllThatWasShippedWasOrdered()
{
    qint64 all = 0;
    qint64 ordered = 0;
    for (const StockEvent &event : usualCompany().events) {
        all += event.kind == EventKind::Ship ? 1 : 0;
        ordered += event.kind == EventKind::Ship && event.orderId ? 1 : 0;
    }
    // What was shipped only in part, and still waits, is not of an order.
    QVERIFY2(ordered * 100 >= all * 85, qPrintable(u"%1 of %2"_s.arg(ordered).arg(all)));
}

void DemoOrdersTest::changesTellWhatBecameOfThem()
{
    std::map<qint64, std::pair<Instant, Instant>> worked;
    for (const StockEvent &event : usualCompany().events) {
        if (!event.orderId)
            continue;
        const auto [entry, isNew] = worked.insert({*event.orderId, {event.at, event.at}});
        entry->second.first = std::min(entry->second.first, event.at);
        entry->second.second = std::max(entry->second.second, event.at);
    }
    std::map<QString, std::vector<PastChange>> changes;
    for (const PastChange &change : usualCompany().changes) {
        if (change.entity == u"order"_s)
            changes[change.key].push_back(change);
    }
    QCOMPARE(changes.size(), usualCompany().orders.size());
    for (const PastOrder &order : usualCompany().orders) {
        const std::vector<PastChange> &told = changes[order.number];
        QCOMPARE(told.size(), size_t(order.version));
        QCOMPARE(order.version, isWaiting(order) ? 1 : 2);
        const QJsonObject first = QJsonDocument::fromJson(told.front().after).object();
        QCOMPARE(first[u"state"_s].toString(),
                 order.state == OrderState::Draft ? u"draft"_s : u"open"_s);
        QCOMPARE(first[u"due_on"_s].toString(), order.dueOn->toString(Qt::ISODate));
        for (const QJsonValue line : first[u"lines"_s].toArray()) {
            const PastOrderLine &now = usualOrders().lines.at(
                {order.id, line[u"line_number"_s].toInt()});
            QCOMPARE(line[u"product_code"_s].toString(), now.product);
            QCOMPARE(line[u"quantity"_s].toInteger(), now.quantity);
        }
        QVERIFY(dayAt(told.front().at, u"Asia/Tokyo"_s) <= *order.dueOn);
        if (worked.contains(order.id))
            QVERIFY(told.front().at < worked[order.id].first);
        if (order.version == 2) {
            QVERIFY(told.back().at > worked.at(order.id).second);
            QCOMPARE(QJsonDocument::fromJson(told.back().after)[u"state"_s].toString(),
                     codeOf(order.state));
        }
    }
}

void DemoOrdersTest::someLinesAreShort()
{
    std::map<QString, qint64> wanted;
    std::map<QString, std::set<qint64>> by;
    const OrderView &view = usualOrders();
    qint64 lines = 0;
    for (const auto &[key, line] : view.lines) {
        if (view.orders.at(key.first).state != OrderState::Open)
            continue;
        ++lines;
        wanted[line.product] += line.quantity
                                - view.claimed(key,
                                               {AllocationState::Open, AllocationState::Pending});
        by[line.product].insert(key.first);
    }
    QVERIFY2(lines > 1000 && lines < 2000, qPrintable(QString::number(lines)));
    qint64 contested = 0;
    qint64 affected = 0;
    for (const auto &[product, quantity] : wanted) {
        if (quantity <= usableOn(product, demoToday))
            continue;
        contested += by[product].size() > 2 ? 1 : 0;
        affected += qint64(by[product].size());
    }
    QVERIFY2(contested >= 15 && contested <= 40, qPrintable(QString::number(contested)));
    QVERIFY2(affected * 5 < lines, qPrintable(QString::number(affected)));
}

void DemoOrdersTest::someGoodsExpireTooSoon()
{
    qint64 tooSoon = 0;
    qint64 severalPlaces = 0;
    const OrderView &view = usualOrders();
    for (const auto &[key, line] : view.lines) {
        const PastOrder &order = view.orders.at(key.first);
        if (order.state != OrderState::Open)
            continue;
        qint64 largest = 0;
        for (const StockRow &row : view.usable.values(line.product))
            largest = std::max(largest, row.available());
        const qint64 today = usableOn(line.product, demoToday);
        tooSoon += usableOn(line.product, *order.dueOn) < today ? 1 : 0;
        severalPlaces += largest < line.quantity && line.quantity <= today ? 1 : 0;
    }
    QVERIFY2(tooSoon > 30, qPrintable(QString::number(tooSoon)));
    QVERIFY2(severalPlaces > 30, qPrintable(QString::number(severalPlaces)));
}

void DemoOrdersTest::someAreAllocatedAlready()
{
    const OrderView &view = usualOrders();
    std::set<qint64> pending;
    qint64 wholly = 0;
    qint64 partly = 0;
    for (const auto &[key, line] : view.lines) {
        const PastOrder &order = view.orders.at(key.first);
        if (!isWaiting(order))
            continue;
        const qint64 reviewed = view.claimed(key, {AllocationState::Pending});
        const qint64 claimed = reviewed + view.claimed(key, {AllocationState::Open});
        QVERIFY(claimed == 0 || order.state == OrderState::Open);
        if (reviewed > 0)
            pending.insert(key.first);
        wholly += claimed == line.quantity ? 1 : 0;
        partly += claimed > 0 && claimed < line.quantity ? 1 : 0;
        if (claimed == 0)
            continue;
        for (const Allocation &claim : view.claims.at(key)) {
            const StockRow &row = view.rows.at(claim.stockId);
            const auto expires = usualCompany().lotKeys.at({row.key.product, row.key.lot});
            QVERIFY(!expires || *expires >= std::max(*order.dueOn, demoToday));
            QCOMPARE(row.key.status, StockStatus::Available);
        }
    }
    QVERIFY2(wholly > 100, qPrintable(QString::number(wholly)));
    QVERIFY2(partly > 20, qPrintable(QString::number(partly)));
    QVERIFY2(pending.size() >= 3 && pending.size() <= 20,
             qPrintable(QString::number(pending.size())));
}

void DemoOrdersTest::largeCompaniesLookBackOnAYear()
{
    const DemoRecorder company = companyOf(6000, 1, true);
    QCOMPARE(company.orphans, 0);
    QCOMPARE(company.stock.size(), size_t(6000));
    std::map<int, qint64> completedBefore; ///< by thirty days
    for (const PastOrder &order : company.orders) {
        if (order.state == OrderState::Completed)
            ++completedBefore[int(order.dueOn->daysTo(demoToday) / 30)];
    }
    for (int months = 0; months < 12; ++months)
        QVERIFY2(completedBefore[months] > 10,
                 qPrintable(u"%1: %2"_s.arg(months).arg(completedBefore[months])));
    std::map<qint64, StockRow> sums;
    std::map<qint64, Instant> times;
    for (const StockEvent &event : company.events) {
        StockRow &sum = sums[event.stockId];
        QCOMPARE(event.version, ++sum.version);
        sum.onHand += event.onHandDelta;
        sum.reserved += event.reservedDelta;
        QVERIFY(0 <= sum.reserved && sum.reserved <= sum.onHand);
        QVERIFY(event.at >= times[event.stockId]);
        times[event.stockId] = event.at;
    }
    for (const StockRow &row : company.stock) {
        QCOMPARE(sums[row.id].onHand, row.onHand);
        QCOMPARE(sums[row.id].reserved, row.reserved);
    }
    std::set<QUuid> effective;
    for (const StockEvent &event : company.events)
        effective.insert(event.command);
    for (const PastChange &change : company.changes)
        effective.insert(change.command);
    std::set<QUuid> commands;
    for (const PastCommand &command : company.commands) {
        QVERIFY(commands.insert(command.id).second);
        QVERIFY(effective.contains(command.id));
        QVERIFY(dayAt(command.at, u"Asia/Tokyo"_s) < demoToday);
    }
    QCOMPARE(commands.size(), effective.size());
}

void DemoOrdersTest::smallCompaniesHaveFewerOrders()
{
    QCOMPARE(companyOf(0).orders.size(), size_t(0));
    const OrderView small(companyOf(300));
    QCOMPARE(small.count(OrderState::Open), 25);
    QVERIFY(small.count(OrderState::Completed) > 5);
}

TANABAN_TEST(DemoOrdersTest)
#include "demoorderstest.moc"
