// What is asked for and carried out: plans by hand, the part of some orders, and both as text.
#include "model/planning/lineoutcome.h"
#include "tests/model/planning/bookbuilder.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace tanaban;
using namespace tanaban::tests;

class AllocatingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byHand();
    void excerptIsThePart();
    void strategiesAsText();
    void commandAsText();
};

void AllocatingTest::byHand()
{
    BookBuilder b;
    const int product = b.product(u"P"_s);
    b.row(0, 10, 1);
    b.row(0, 10, 2, planningDay.addDays(1));
    b.row(0, 10, 3).status = StockStatus::Quarantined;
    b.product(u"Q"_s);
    b.row(0, 10, 1);
    b.order({}, planningDay.addDays(5));
    b.line(product, 12);
    AllocationCommand command;
    command.id = newCommandId();
    command.orders = {1};
    command.byHand = true;
    const auto rule = [&](std::vector<ChosenPick> picks) {
        command.picks = std::move(picks);
        const auto plan = planFor(command, b.book);
        return plan ? QString() : nameOf(plan.error().rule);
    };
    QCOMPARE(rule({{1, 1, 1, 4}, {1, 1, 2, 8}}), QString()); // an early expiry is a person's choice
    QCOMPARE(rule({{1, 1, 1, 11}}), u"InsufficientStock"_s);
    QCOMPARE(rule({{1, 1, 1, 6}, {1, 1, 2, 7}}), u"OrderLineExceeded"_s);
    QCOMPARE(rule({{1, 1, 3, 1}}), u"NotAllocatable"_s);
    QCOMPARE(rule({{1, 1, 4, 1}}), u"UnknownStock"_s);
    QCOMPARE(rule({{1, 1, 1, 0}}), u"QuantityOutOfRange"_s);
    QCOMPARE(rule({{1, 2, 1, 1}}), u"UnknownOrder"_s);
    QCOMPARE(rule({{1, 1, 1, 6}, {1, 1, 1, 5}}), u"InsufficientStock"_s); // together
    const qint64 most = std::numeric_limits<qint64>::max();
    QCOMPARE(rule({{1, 1, 1, most}, {1, 1, 1, most}}), u"QuantityOutOfRange"_s);
}

void AllocatingTest::excerptIsThePart()
{
    BookBuilder b;
    const int milk = b.product(u"MILK"_s);
    b.row(0, 5);
    b.row(0, 9);
    const int rice = b.product(u"RICE"_s);
    b.row(2, 9);
    b.order(1);
    b.line(milk, 3);
    b.order(2);
    b.line(rice, 4);
    b.line(milk, 6);
    const AllocationPlan plan = planAllocation(b.book);
    const Planned part = excerptOf(b.book, plan, {1});
    QCOMPARE(picksOf(part.book, part.plan),
             (std::vector<ChosenPick>{{2, 1, 3, 4}, {2, 2, 1, 2}, {2, 2, 2, 4}}));
    QCOMPARE(part.book.stock.size(), 3u);
    QCOMPARE(part.book.products.size(), 2u);
    QCOMPARE(outcomesOf(part.book, part.plan).size(), 2u);
    AllocationCommand command;
    const ChangeSet changes = changesOf(command, part.book, part.plan);
    QCOMPARE(changes.stock.size(), 3u);
    QCOMPARE(changes.stock.front().reservedDelta, 2);
    QCOMPARE(changes.stock.front().orderId, 2);
    // Two orders on one row: nobody is named at the row, each at its allocation.
    const Planned both = excerptOf(b.book, plan, {0, 1});
    const ChangeSet shared = changesOf(command, both.book, both.plan);
    QCOMPARE(shared.stock.front().id, 1);
    QCOMPARE(shared.stock.front().reservedDelta, 5);
    QCOMPARE(shared.stock.front().orderId, std::nullopt);
}

void AllocatingTest::strategiesAsText()
{
    for (Strategy strategy : builtInStrategies()) {
        QCOMPARE(strategyFromJson(strategy.name, toJson(strategy)), strategy);
        QVERIFY(!describe(strategy).isEmpty());
        strategy.daysLeft = 7;
        strategy.lot = u"L-1"_s;
        strategy.oneLot = true;
        QCOMPARE(strategyFromJson(strategy.name, toJson(strategy)), strategy);
    }
    const QByteArray bad[] = {"{}",
                              R"({"preferences":[],"completeness":"most"})",
                              R"({"preferences":["newest"],"completeness":"partial"})",
                              R"({"preferences":["first_in","first_in"],"completeness":"partial"})",
                              R"({"preferences":[],"completeness":"partial","days_left":-1})",
                              R"({"preferences":[],"completeness":"partial","more":1})"};
    for (const QByteArray &text : bad)
        QVERIFY(!strategyFromJson(u"x"_s, QJsonDocument::fromJson(text).object()));
}

void AllocatingTest::commandAsText()
{
    AllocationCommand command;
    command.id = newCommandId();
    command.orders = {4, 9};
    command.strategy = builtInStrategy(u"fefo"_s);
    command.avoid = {7};
    command.byHand = true;
    command.picks = {{4, 1, 12, 3}};
    command.expected = {{12, 5}};
    command.actor = u"sato"_s;
    const auto back = allocationCommandFromJson(toJson(command));
    QVERIFY(back);
    QCOMPARE(toJson(*back), toJson(command));
    QCOMPARE(intentOf(*back).contentHash(), intentOf(command).contentHash());
    // Versions and a plan that nobody made by hand are no part of what is wanted.
    AllocationCommand other = command;
    other.expected = {{12, 6}};
    QCOMPARE(intentOf(other).contentHash(), intentOf(command).contentHash());
    other.byHand = false;
    QVERIFY(intentOf(other).contentHash() != intentOf(command).contentHash());
    QJsonObject broken = toJson(command);
    broken[u"allocation"_s] = QJsonObject{{u"orders"_s, QJsonArray{-1}}};
    QVERIFY(!allocationCommandFromJson(broken));
}

TANABAN_TEST(AllocatingTest)
#include "allocatingtest.moc"
