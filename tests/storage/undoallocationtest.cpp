// What orders got is taken back by whoever gave it, as long as nobody went on with it; both engines.
#include "tests/storage/decisions.h"
#include "tests/support/allocating.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

class UndoAllocationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addEngines(); }
    void init();
    void cleanup() { m.reset(); }

    void severalOrdersOnOneRow();
    void whatWaitsForReview();
    void notWhenGoodsWentOn();
    void onceOnly();

private:
    AllocationCommand allocate(bool forReview = false)
    {
        AllocationCommand command = Allocator::command({m->first, m->second});
        command.forReview = forReview;
        if (verdict(m->allocator.run(command).outcome) != u"committed"_s)
            qFatal("it was not allocated");
        return command;
    }
    QString undo(const AllocationCommand &command)
    {
        StockCommand undo;
        undo.id = newCommandId();
        undo.action = Undo{command.id, intentOf(command).kind, u"Undo"_s};
        undo.actor = m->allocator.store().actor();
        return verdict(m->allocator.runner().run(undo, ConflictPolicy::Ask).outcome);
    }
    QString figures()
    {
        QStringList all;
        for (const QVariantList &row :
             m->database.sql(u"SELECT on_hand, reserved FROM stock ORDER BY id"_s))
            all << u"%1/%2"_s.arg(row[0].toString(), row[1].toString());
        return all.join(u' ');
    }

    std::unique_ptr<TwoOrders> m;
};

void UndoAllocationTest::init()
{
    QFETCH_GLOBAL(Engine, engine);
    m = std::make_unique<TwoOrders>(engine);
}

void UndoAllocationTest::severalOrdersOnOneRow()
{
    const AllocationCommand command = allocate();
    QCOMPARE(figures(), u"10/10 5/4"_s);
    QCOMPARE(undo(command), u"committed"_s);
    QCOMPARE(figures(), u"10/0 5/0"_s);
    QCOMPARE(m->database.count(u"allocations"_s, u"state = 'released'"_s), 3);
    QCOMPARE(m->database.count(u"stock_events"_s, u"kind = 'release' AND reason = 'Undo'"_s), 2);
    QCOMPARE(m->database.audit(), QStringList());
}

void UndoAllocationTest::whatWaitsForReview()
{
    const AllocationCommand command = allocate(true);
    QCOMPARE(undo(command), u"committed"_s);
    QCOMPARE(figures(), u"10/0 5/0"_s);
    QCOMPARE(m->database.audit(), QStringList());
}

/// All of it or nothing: a part of it was shipped.
void UndoAllocationTest::notWhenGoodsWentOn()
{
    const AllocationCommand command = allocate();
    ClaimQuery query;
    query.orderId = m->second;
    ClaimCommand ship;
    ship.id = newCommandId();
    ship.kind = ClaimCommand::Kind::Ship;
    ship.actor = m->allocator.store().actor();
    ship.parts = {{m->database.database().claims().claims(query)->front().id, 1}};
    QCOMPARE(verdict(m->allocator.runner().run(ship, ConflictPolicy::Retry).outcome),
             u"committed"_s);
    const auto before = m->database.checksums();
    QCOMPARE(undo(command), u"StockWentOn"_s);
    QCOMPARE(m->database.checksums(), before);
}

void UndoAllocationTest::onceOnly()
{
    const AllocationCommand command = allocate();
    QCOMPARE(undo(command), u"committed"_s);
    QCOMPARE(undo(command), u"UndoneAlready"_s);
    QCOMPARE(figures(), u"10/0 5/0"_s);
}

TANABAN_TEST(UndoAllocationTest)
#include "undoallocationtest.moc"
