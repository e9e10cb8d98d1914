#include "tests/model/tinywarehouse.h"
#include "tests/support/testprogram.h"

#include <QRandomGenerator>
#include <QTest>

using namespace tanaban;
using namespace tanaban::tests;
using namespace Qt::StringLiterals;

/// Random commands over a tiny warehouse: whatever the decisions let pass keeps the invariants,
/// and whatever they refuse would have broken a rule.
class StockPropertyTest final : public QObject
{
    Q_OBJECT

private:
    struct Figures
    {
        std::map<QString, int> done;
        std::map<QString, int> refused;
    };

    static StockAction anything(QRandomGenerator &random, const TinyWarehouse &warehouse);
    static void invariantsHold(const TinyWarehouse &warehouse);
    static void amountsAddUp(const ChangeSet &changes, qint64 before, qint64 after);
    static void refusalIsTrue(const StockCommand &command,
                              const DomainError &error,
                              TinyWarehouse &warehouse);

private Q_SLOTS:
    void anyCommandKeepsTheInvariants_data();
    void anyCommandKeepsTheInvariants();
};

StockAction StockPropertyTest::anything(QRandomGenerator &random, const TinyWarehouse &warehouse)
{
    const auto below = [&random](qint64 limit) { return random.bounded(limit); };
    const auto pick = [&](QStringList list) { return list[below(list.size())]; };
    // One more row and one more allocation than there are; zone 4 does not exist.
    const qint64 stockId = 1 + below(qint64(warehouse.rows.size()) + 1);
    const qint64 quantity = below(120);
    std::optional<qint64> allocation;
    if (below(2) == 0)
        allocation = 1 + below(qint64(warehouse.allocations.size()) + 1);
    const int zone = int(1 + below(4));
    const QString bin = pick({u""_s, u"A"_s, u"B"_s});
    switch (below(7)) {
    case 0: {
        // Each receipt without a lot makes a row of its own: few, or the other rows get no turn.
        const QString lot = below(20) == 0 ? QString() : pick({u"L-1"_s, u"L-2"_s, u"OLD"_s});
        Receive receive;
        receive.key = {u"WH001"_s, zone, bin, u"P-1"_s, lot, StockStatus::Available};
        receive.quantity = quantity;
        return receive;
    }
    case 1:
        return Reserve{stockId, quantity};
    case 2:
        return Release{stockId, quantity, allocation};
    case 3:
        return Ship{stockId, quantity, allocation};
    case 4:
        return Move{stockId, quantity, u"WH001"_s, zone, bin};
    case 5:
        return Adjust{stockId, quantity - 60, u"count"_s};
    default:
        return ChangeStatus{stockId, quantity, StockStatus(below(3)), u"check"_s};
    }
}

void StockPropertyTest::invariantsHold(const TinyWarehouse &warehouse)
{
    std::map<qint64, qint64> live;
    for (const Allocation &allocation : warehouse.allocations) {
        QVERIFY(allocation.quantity > 0);
        if (allocation.state == AllocationState::Open)
            live[allocation.stockId] += allocation.quantity;
    }
    for (const StockContext &context : warehouse.rows) {
        const StockRow &row = context.row;
        QVERIFY(row.reserved >= 0);
        QVERIFY(row.reserved <= row.onHand);  // invariant 1
        QCOMPARE(row.reserved, live[row.id]); // invariant 3
        const bool usable = row.key.status == StockStatus::Available && row.key.lot != u"OLD"_s;
        QVERIFY(usable || row.reserved == 0);
        QCOMPARE(context.product.condition, context.zone.condition);
    }
}

void StockPropertyTest::amountsAddUp(const ChangeSet &changes, qint64 before, qint64 after)
{
    const QString &kind = changes.intent.kind;
    if (kind == u"receive"_s)
        QVERIFY(after > before);
    else if (kind == u"ship"_s)
        QVERIFY(after < before);
    else if (kind != u"adjust"_s)
        QCOMPARE(after, before);
}

/// Shortage is claimed only where it is: exactly what is said to be possible is possible.
void StockPropertyTest::refusalIsTrue(const StockCommand &command,
                                      const DomainError &error,
                                      TinyWarehouse &warehouse)
{
    if (error.rule != Rule::InsufficientStock || !std::holds_alternative<Reserve>(command.action))
        return;
    QVERIFY(*error.asked > *error.possible);
    if (*error.possible == 0)
        return;
    StockCommand less = command;
    std::get<Reserve>(less.action).quantity = *error.possible;
    QVERIFY(std::holds_alternative<ChangeSet>(decide(less, warehouse)));
    std::get<Reserve>(less.action).quantity = *error.possible + 1;
    QVERIFY(std::holds_alternative<DomainError>(decide(less, warehouse)));
}

void StockPropertyTest::anyCommandKeepsTheInvariants_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed)
        QTest::newRow(qPrintable(QString::number(seed))) << seed;
}

void StockPropertyTest::anyCommandKeepsTheInvariants()
{
    QFETCH(const quint32, seed);
    QRandomGenerator random(seed);
    TinyWarehouse warehouse;
    Figures figures;
    for (int i = 0; i < 4'000; ++i) {
        const StockCommand command = commandOf(anything(random, warehouse));
        const DecisionResult decided = decide(command, warehouse);
        QVERIFY(!std::holds_alternative<ReadFailure>(decided));
        if (const auto *error = std::get_if<DomainError>(&decided)) {
            ++figures.refused[nameOf(error->rule)];
            refusalIsTrue(command, *error, warehouse);
        } else {
            const auto &changes = std::get<ChangeSet>(decided);
            fits(changes);
            const qint64 before = warehouse.onHand();
            std::map<int, qint64> loads;
            for (const auto &[number, zone] : warehouse.zones)
                loads[number] = warehouse.loadOf(number);
            warehouse.apply(changes);
            ++figures.done[changes.intent.kind];
            amountsAddUp(changes, before, warehouse.onHand());
            invariantsHold(warehouse);
            // Only counting and changing status may fill a zone beyond its capacity.
            for (const auto &[number, zone] : warehouse.zones) {
                const qint64 load = warehouse.loadOf(number);
                const QString &kind = changes.intent.kind;
                QVERIFY(load <= *zone.capacity || load <= loads[number] || kind == u"adjust"_s
                        || kind == u"status"_s);
            }
        }
        if (QTest::currentTestFailed()) {
            qWarning() << "after" << i << "commands, the last" << toJson(command);
            return;
        }
    }
    // A run in which a kind never happened, or a rule never spoke, would prove nothing.
    QCOMPARE(figures.done.size(), size_t(7));
    for (const Rule rule : {Rule::InsufficientStock,
                            Rule::InvalidReleaseQuantity,
                            Rule::NotReserved,
                            Rule::ZoneFull,
                            Rule::Expired,
                            Rule::NotAllocatable,
                            Rule::UnknownPlace,
                            Rule::StorageConditionMismatch,
                            Rule::UnknownStock,
                            Rule::SamePlace,
                            Rule::UnknownAllocation,
                            Rule::QuantityOutOfRange})
    {
        QVERIFY2(figures.refused[nameOf(rule)] > 0, qPrintable(nameOf(rule)));
    }
}

TANABAN_TEST(StockPropertyTest)
#include "stockpropertytest.moc"
