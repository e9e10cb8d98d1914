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
    void cleanup() { m_database.reset(); }

    void severalOrdersOnOneRow();
    void whatWaitsForReview();
    void notWhenGoodsWentOn();
    void onceOnly();

private:
    AllocationCommand allocate(bool forReview = false)
    {
        AllocationCommand command = Allocator::command({m_first, m_second});
        command.forReview = forReview;
        if (verdict(m_allocator->run(command).outcome) != u"committed"_s)
            qFatal("it was not allocated");
        return command;
    }
    QString undo(const AllocationCommand &command)
    {
        StockCommand undo;
        undo.id = newCommandId();
        undo.action = Undo{command.id, intentOf(command).kind, u"Undo"_s};
        undo.actor = m_allocator->store().actor();
        return verdict(m_allocator->runner().run(undo, ConflictPolicy::Ask).outcome);
    }
    QString figures()
    {
        QStringList all;
        for (const QVariantList &row :
             m_database->sql(u"SELECT on_hand, reserved FROM stock ORDER BY id"_s))
            all << u"%1/%2"_s.arg(row[0].toString(), row[1].toString());
        return all.join(u' ');
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Allocator> m_allocator;
    qint64 m_first = 0;
    qint64 m_second = 0;
};

/// Ten of one row, then five of another one; two orders want seven each, so that both take from one.
void UndoAllocationTest::init()
{
    QFETCH_GLOBAL(Engine, engine);
    m_database = std::make_unique<TestDatabase>(engine);
    StockSeed seed;
    seed.onHand = 10;
    m_database->stockRow(seed);
    seed.lot = u"L2"_s;
    seed.onHand = 5;
    m_database->stockRow(seed);
    m_allocator = std::make_unique<Allocator>(m_database->database());
    m_first = seedOrder(*m_database, u"SO-1"_s, {{u"P1"_s, 7}}, 1);
    m_second = seedOrder(*m_database, u"SO-2"_s, {{u"P1"_s, 7}}, 2);
}

void UndoAllocationTest::severalOrdersOnOneRow()
{
    const AllocationCommand command = allocate();
    QCOMPARE(figures(), u"10/10 5/4"_s);
    QCOMPARE(undo(command), u"committed"_s);
    QCOMPARE(figures(), u"10/0 5/0"_s);
    QCOMPARE(m_database->count(u"allocations"_s, u"state = 'released'"_s), 3);
    QCOMPARE(m_database->count(u"stock_events"_s, u"kind = 'release' AND reason = 'Undo'"_s), 2);
    QCOMPARE(m_database->audit(), QStringList());
}

void UndoAllocationTest::whatWaitsForReview()
{
    const AllocationCommand command = allocate(true);
    QCOMPARE(undo(command), u"committed"_s);
    QCOMPARE(figures(), u"10/0 5/0"_s);
    QCOMPARE(m_database->audit(), QStringList());
}

/// All of it or nothing: a part of it was shipped.
void UndoAllocationTest::notWhenGoodsWentOn()
{
    const AllocationCommand command = allocate();
    ClaimQuery query;
    query.orderId = m_second;
    ClaimCommand ship;
    ship.id = newCommandId();
    ship.kind = ClaimCommand::Kind::Ship;
    ship.actor = m_allocator->store().actor();
    ship.parts = {{m_database->database().claims().claims(query)->front().id, 1}};
    QCOMPARE(verdict(m_allocator->runner().run(ship, ConflictPolicy::Retry).outcome),
             u"committed"_s);
    const auto before = m_database->checksums();
    QCOMPARE(undo(command), u"StockWentOn"_s);
    QCOMPARE(m_database->checksums(), before);
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
