// What was shipped or given back of an order is taken back, and every reason why it cannot be.
#include "tests/model/undowarehouse.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace tanaban::tests;
using namespace Qt::StringLiterals;

class UndoOrdersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofAnOrder_data();
    void ofAnOrder();
};

void UndoOrdersTest::ofAnOrder_data()
{
    QTest::addColumn<StockAction>("action");
    QTest::addColumn<OrderState>("state");
    QTest::addColumn<QString>("changedBy");
    QTest::addColumn<qint64>("lineLeft");
    QTest::addColumn<QString>("rule"); // empty: it is taken back
    using State = OrderState;
    const StockAction ship = Ship{1, 5, 3};
    const StockAction release = Release{1, 5, 3};
    const auto row = [](const char *name, const StockAction &action, State state) -> QTestData & {
        return QTest::newRow(name) << action << state;
    };
    row("shipped", ship, State::Open) << u"suzuki"_s << qint64(0) << QString();
    row("shipped, completed since", ship, State::Completed) << u"sato"_s << qint64(0) << QString();
    row("completed by others", ship, State::Completed)
        << u"suzuki"_s << qint64(9) << u"OrderClosed"_s;
    row("shipped, cancelled since", ship, State::Cancelled)
        << u"sato"_s << qint64(9) << u"OrderClosed"_s;
    row("released", release, State::Open) << u"suzuki"_s << qint64(5) << QString();
    row("released, others came", release, State::Open)
        << u"sato"_s << qint64(4) << u"OrderLineExceeded"_s;
    row("released, completed", release, State::Completed)
        << u"sato"_s << qint64(9) << u"OrderClosed"_s;
}

/// Row 1 has an allocation of eight for line 2 of the order SO-9 as well.
void UndoOrdersTest::ofAnOrder()
{
    QFETCH(const StockAction, action);
    QFETCH(const OrderState, state);
    QFETCH(const QString, changedBy);
    QFETCH(const qint64, lineLeft);
    QFETCH(const QString, rule);
    TinyWarehouse where = warehouse();
    Allocation ordered;
    ordered.id = 3;
    ordered.stockId = 1;
    ordered.orderId = 9;
    ordered.line = 2;
    ordered.quantity = 8;
    ordered.version = 1;
    where.allocations.push_back(ordered);
    where.rows[0].row.reserved += 8;
    const QString before = figures(where);
    const StockCommand command = does(where, action);
    where.orders[u"SO-9"_s] = {{}, AllocationState::Open, u"SO-9"_s, state, 7, changedBy, lineLeft};

    const StockCommand undo = undoOf(command);
    if (!rule.isEmpty()) {
        const DomainError error = refusal(where, undo);
        QCOMPARE(nameOf(error.rule), rule);
        QVERIFY2(error.subject.startsWith(u"SO-9"_s), qPrintable(error.subject));
        return;
    }
    const DecisionResult decided = decide(undo, where);
    const auto *error = std::get_if<DomainError>(&decided);
    QVERIFY2(!error, error ? qPrintable(messageOf(*error)) : "");
    const auto &changes = std::get<ChangeSet>(decided);
    fits(changes);
    const bool reopens = state == OrderState::Completed;
    QCOMPARE(changes.records.size(), size_t(reopens ? 1 : 0));
    if (reopens) {
        QCOMPARE(changes.records[0].expectedVersion, std::optional<qint64>(7));
        QCOMPARE(changes.records[0].fields, QJsonObject({{u"state"_s, u"open"_s}}));
    }
    QCOMPARE(changes.allocations.size(), size_t(1));
    QCOMPARE(changes.allocations[0].orderId, std::optional<qint64>(9));
    QCOMPARE(changes.allocations[0].line, std::optional(2));
    where.apply(changes);
    QCOMPARE(figures(where), before);
}

TANABAN_TEST(UndoOrdersTest)
#include "undoorderstest.moc"
