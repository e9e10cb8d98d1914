#include "model/matrix.h"
#include "model/stockcommands.h"
#include "tests/model/goods.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace tanaban::tests;
using namespace Qt::StringLiterals;

/// The rules of reserving, releasing and shipping, and of quantities everywhere.
class TakingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quantities_data();
    void quantities();
    void reserveStates_data() { addGoodsStates(); }
    void reserveStates();
    void shipStates_data() { addGoodsStates(); }
    void shipStates();
    void reserveTakesWhatIsAvailable_data();
    void reserveTakesWhatIsAvailable();
    void reserveChanges();
    void releaseOldestFirst();
    void releaseMoreThanReserved();
    void releaseOneAllocation_data();
    void releaseOneAllocation();
    void shipOnlyWhatIsReserved();
    void shipChanges();
    void shipOneAllocation();
};

void TakingTest::quantities_data()
{
    QTest::addColumn<qint64>("quantity");
    QTest::addColumn<bool>("possible");
    QTest::newRow("one") << qint64(1) << true;
    QTest::newRow("most") << qint64(1'000'000'000) << true;
    QTest::newRow("nothing") << qint64(0) << false;
    QTest::newRow("negative") << qint64(-1) << false;
    QTest::newRow("too much") << qint64(1'000'000'001) << false;
    QTest::newRow("lowest number") << std::numeric_limits<qint64>::min() << false;
    QTest::newRow("highest number") << std::numeric_limits<qint64>::max() << false;
}

void TakingTest::quantities()
{
    QFETCH(const qint64, quantity);
    QFETCH(const bool, possible);
    StockContext stock = reservedGoods({1'000'000'000});
    stock.row.onHand = 3'000'000'000;
    Move move = moveTo(u"B-02"_s);
    move.quantity = quantity;
    const ChangeStatus status{17, quantity, StockStatus::Damaged, u"wet"_s};
    Receive receive = receipt();
    receive.quantity = quantity;
    const auto run = [](auto decision, const auto &action, const auto &...read) {
        return verdict(decision(commandOf(action), action, read...));
    };
    const QString expected = possible ? u"done"_s : u"QuantityOutOfRange"_s;
    QCOMPARE(run(decideReserve, Reserve{17, quantity}, stock), expected);
    QCOMPARE(run(decideRelease, Release{17, quantity, {}}, stock, std::optional<Allocation>()),
             expected);
    QCOMPARE(run(decideShip, Ship{17, quantity, {}}, stock, std::optional<Allocation>()), expected);
    QCOMPARE(run(decideMove, move, stock, place()), expected);
    QCOMPARE(run(decideStatus, status, stock), expected);
    QCOMPARE(run(decideReceive, receive, place()), expected);
    const qint64 lowest = std::numeric_limits<qint64>::min();
    const bool alsoNegative = possible || quantity == -1;
    QCOMPARE(run(decideAdjust, Adjust{17, quantity, u"count"_s}, stock),
             alsoNegative ? u"done"_s : u"QuantityOutOfRange"_s);
    QCOMPARE(
        run(decideAdjust, Adjust{17, quantity == lowest ? lowest : -quantity, u"count"_s}, stock),
        alsoNegative ? u"done"_s : u"QuantityOutOfRange"_s);
}

void TakingTest::reserveStates()
{
    QFETCH(const ChangeStock, change);
    QFETCH(const QString, rule);
    StockContext stock = goods();
    change(stock);
    const Reserve reserve{17, 50};
    QCOMPARE(verdict(decideReserve(commandOf(reserve), reserve, stock)), rule);
    QCOMPARE(stock.allocatable(), rule == u"done"_s);
}

void TakingTest::shipStates()
{
    QFETCH(const ChangeStock, change);
    QFETCH(const QString, rule);
    StockContext stock = reservedGoods({50});
    change(stock);
    const Ship ship{17, 50, {}};
    QCOMPARE(verdict(decideShip(commandOf(ship), ship, stock, std::nullopt)), rule);
}

void TakingTest::reserveTakesWhatIsAvailable_data()
{
    QTest::addColumn<qint64>("reserved");
    QTest::addColumn<qint64>("wanted");
    QTest::addColumn<bool>("possible");
    QTest::newRow("50 of 100") << qint64(0) << qint64(50) << true;
    QTest::newRow("all") << qint64(0) << qint64(100) << true;
    QTest::newRow("one more than all") << qint64(0) << qint64(101) << false;
    QTest::newRow("the rest") << qint64(60) << qint64(40) << true;
    QTest::newRow("more than the rest") << qint64(60) << qint64(41) << false;
    QTest::newRow("nothing left") << qint64(100) << qint64(1) << false;
}

void TakingTest::reserveTakesWhatIsAvailable()
{
    QFETCH(const qint64, reserved);
    QFETCH(const qint64, wanted);
    QFETCH(const bool, possible);
    StockContext stock = goods();
    stock.row.reserved = reserved;
    const Reserve reserve{17, wanted};
    const Decided decided = decideReserve(commandOf(reserve), reserve, stock);
    QCOMPARE(verdict(decided), possible ? u"done"_s : u"InsufficientStock"_s);
    if (possible)
        return;
    const DomainError &error = decided.error();
    QCOMPARE(error.asked, std::optional(wanted));
    QCOMPARE(error.possible, std::optional(100 - reserved));
    QCOMPARE(error.unit, u"pcs"_s);
    QCOMPARE(error.stockId, std::optional<qint64>(17));
}

void TakingTest::reserveChanges()
{
    const Reserve reserve{17, 50};
    const Decided decided = decideReserve(commandOf(reserve, 2), reserve, goods());
    QVERIFY(decided.ok());
    QCOMPARE(decided->stock.size(), size_t(1));
    const StockChange &change = decided->stock.front();
    QCOMPARE(change.id, qint64(17));
    QCOMPARE(change.kind, EventKind::Reserve);
    QCOMPARE(change.onHandDelta, qint64(0));
    QCOMPARE(change.reservedDelta, qint64(50));
    QCOMPARE(change.expectedVersion, std::optional<qint64>(2));
    QCOMPARE(decided->allocations.size(), size_t(1));
    QCOMPARE(decided->allocations.front().id, qint64(0));
    QCOMPARE(decided->allocations.front().stockId, qint64(17));
    QCOMPARE(decided->allocations.front().quantity, qint64(50));
    QCOMPARE(decided->allocations.front().to, AllocationState::Open);
    QVERIFY(!decided->allocations.front().orderId);
    fits(*decided);
}

void TakingTest::releaseOldestFirst()
{
    const Release release{17, 25, {}};
    const auto decided = decideRelease(
        commandOf(release), release, reservedGoods({10, 20, 30}), std::nullopt);
    QVERIFY(decided.ok());
    QCOMPARE(decided->stock.front().reservedDelta, qint64(-25));
    QCOMPARE(decided->stock.front().onHandDelta, qint64(0));
    QCOMPARE(decided->allocations.size(), size_t(2));
    QCOMPARE(decided->allocations[0].id, qint64(1));
    QCOMPARE(decided->allocations[0].quantity, qint64(10));
    QCOMPARE(decided->allocations[1].id, qint64(2));
    QCOMPARE(decided->allocations[1].quantity, qint64(15));
    for (const AllocationChange &change : decided->allocations) {
        QCOMPARE(change.from, AllocationState::Open);
        QCOMPARE(change.to, AllocationState::Released);
        QVERIFY(!change.expectedVersion);
    }
    fits(*decided);
}

void TakingTest::releaseMoreThanReserved()
{
    StockContext stock = reservedGoods({10, 20});
    stock.row.reserved += 40; // for an order: not ours to release by hand
    const Release most{17, 30, {}};
    QCOMPARE(verdict(decideRelease(commandOf(most), most, stock, std::nullopt)), u"done"_s);
    const Release more{17, 31, {}};
    const Decided decided = decideRelease(commandOf(more), more, stock, std::nullopt);
    QCOMPARE(verdict(decided), u"InvalidReleaseQuantity"_s);
    QCOMPARE(decided.error().asked, std::optional<qint64>(31));
    QCOMPARE(decided.error().possible, std::optional<qint64>(30));
}

void TakingTest::releaseOneAllocation_data()
{
    QTest::addColumn<qint64>("quantity");
    QTest::addColumn<AllocationState>("state");
    QTest::addColumn<qint64>("stockId");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<qint64>("taken");
    const qint64 here = 17;
    QTest::newRow("all") << qint64(0) << AllocationState::Open << here << u"done"_s << qint64(20);
    QTest::newRow("part") << qint64(5) << AllocationState::Open << here << u"done"_s << qint64(5);
    QTest::newRow("more than it is")
        << qint64(21) << AllocationState::Open << here << u"InvalidReleaseQuantity"_s << qint64(0);
    QTest::newRow("waiting for review")
        << qint64(0) << AllocationState::Pending << here << u"done"_s << qint64(20);
    QTest::newRow("shipped") << qint64(0) << AllocationState::Shipped << here
                             << u"InvalidReleaseQuantity"_s << qint64(0);
    QTest::newRow("released") << qint64(5) << AllocationState::Released << here
                              << u"InvalidReleaseQuantity"_s << qint64(0);
    QTest::newRow("of another row")
        << qint64(5) << AllocationState::Open << qint64(18) << u"UnknownAllocation"_s << qint64(0);
    QTest::newRow("negative") << qint64(-1) << AllocationState::Open << here
                              << u"QuantityOutOfRange"_s << qint64(0);
}

void TakingTest::releaseOneAllocation()
{
    QFETCH(const qint64, quantity);
    QFETCH(const AllocationState, state);
    QFETCH(const qint64, stockId);
    QFETCH(const QString, rule);
    QFETCH(const qint64, taken);
    Allocation allocation{5, 3, 1, stockId, 20, state, 1};
    StockContext stock = goods();
    stock.row.reserved = 20;
    const Release release{17, quantity, 5};
    const Decided decided = decideRelease(commandOf(release), release, stock, allocation);
    QCOMPARE(verdict(decided), rule);
    if (!decided)
        return;
    QCOMPARE(decided->stock.front().reservedDelta, -taken);
    QCOMPARE(decided->stock.front().orderId, std::optional<qint64>(3));
    QCOMPARE(decided->allocations.size(), size_t(1));
    QCOMPARE(decided->allocations.front().id, qint64(5));
    QCOMPARE(decided->allocations.front().from, state);
    QCOMPARE(decided->allocations.front().quantity, taken);
    fits(*decided);
    QCOMPARE(verdict(decideRelease(commandOf(release), release, stock, std::nullopt)),
             u"UnknownAllocation"_s);
}

void TakingTest::shipOnlyWhatIsReserved()
{
    const Ship ship{17, 31, {}};
    const Decided decided = decideShip(commandOf(ship), ship, reservedGoods({10, 20}), std::nullopt);
    QCOMPARE(verdict(decided), u"NotReserved"_s);
    QCOMPARE(decided.error().possible, std::optional<qint64>(30));
    const Ship one{17, 1, {}};
    QCOMPARE(verdict(decideShip(commandOf(one), one, goods(), std::nullopt)), u"NotReserved"_s);
}

void TakingTest::shipChanges()
{
    const Ship ship{17, 30, {}};
    const Decided decided = decideShip(
        commandOf(ship, 9), ship, reservedGoods({10, 20}), std::nullopt);
    QVERIFY(decided.ok());
    QCOMPARE(decided->stock.front().onHandDelta, qint64(-30));
    QCOMPARE(decided->stock.front().reservedDelta, qint64(-30));
    QCOMPARE(decided->stock.front().expectedVersion, std::optional<qint64>(9));
    QCOMPARE(decided->allocations.size(), size_t(2));
    for (const AllocationChange &change : decided->allocations)
        QCOMPARE(change.to, AllocationState::Shipped);
    fits(*decided);
}

void TakingTest::shipOneAllocation()
{
    StockContext stock = goods();
    stock.row.reserved = 20;
    Allocation allocation{5, 3, 1, 17, 20, AllocationState::Open, 1};
    const Ship all{17, 0, 5};
    const Decided decided = decideShip(commandOf(all), all, stock, allocation);
    QVERIFY(decided.ok());
    QCOMPARE(decided->stock.front().onHandDelta, qint64(-20));
    QCOMPARE(decided->stock.front().orderId, std::optional<qint64>(3));
    fits(*decided);
    allocation.state = AllocationState::Pending; // not reviewed yet
    QCOMPARE(verdict(decideShip(commandOf(all), all, stock, allocation)), u"NotReserved"_s);
}

TANABAN_TEST(TakingTest)
#include "takingtest.moc"
