// Goods that are set aside: who has them, and what may become of them, on both engines.
#include "tests/storage/decisions.h"
#include "tests/support/allocating.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

class ClaimsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addEngines(); }
    void init();
    void cleanup() { m_database.reset(); }

    void whoHasIt();
    void shipsAnOrderInOneCommit();
    void aPartOfIt();
    void releasesAll();
    void reassigns();
    void reassignSaysNo_data();
    void reassignSaysNo();
    void whoWasFaster();
    void agreedTo();
    void commandAsText();
    void whatIsMissingIsTold();

private:
    ClaimCommand command(ClaimCommand::Kind kind, std::vector<ClaimPart> parts);
    QString run(const ClaimCommand &command)
    {
        return verdict(m_allocator->runner().run(command, ConflictPolicy::Retry).outcome);
    }
    std::vector<Claim> claims(const ClaimQuery &query)
    {
        auto claims = m_database->database().claims().claims(query);
        if (!claims)
            qFatal("claims: %s", qPrintable(claims.error().detail));
        return *claims;
    }
    std::vector<ClaimPart> partsOf(qint64 order)
    {
        ClaimQuery query;
        query.orderId = order;
        std::vector<ClaimPart> parts;
        for (const Claim &claim : claims(query))
            parts.push_back({claim.id, 0});
        return parts;
    }
    QString stateOf(qint64 stock)
    {
        const auto row = m_database->sql(u"SELECT on_hand, reserved FROM stock WHERE id = ?"_s,
                                         {stock});
        return u"%1/%2"_s.arg(row[0][0].toString(), row[0][1].toString());
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Allocator> m_allocator;
    qint64 m_old = 0;
    qint64 m_new = 0;
    qint64 m_first = 0;  ///< an order of priority 1 for 12
    qint64 m_second = 0; ///< of priority 5 for 6
};

void ClaimsTest::init()
{
    QFETCH_GLOBAL(Engine, engine);
    m_database = std::make_unique<TestDatabase>(engine);
    StockSeed seed;
    seed.onHand = 10;
    m_old = m_database->stockRow(seed);
    seed.lot = u"L2"_s;
    m_new = m_database->stockRow(seed);
    m_allocator = std::make_unique<Allocator>(m_database->database());
    m_first = seedOrder(*m_database, u"SO-1"_s, {{u"P1"_s, 8}, {u"P1"_s, 4}}, 1);
    m_second = seedOrder(*m_database, u"SO-2"_s, {{u"P1"_s, 6}}, 5);
    QCOMPARE(verdict(m_allocator->run(Allocator::command({m_first, m_second})).outcome),
             u"committed"_s);
}

ClaimCommand ClaimsTest::command(ClaimCommand::Kind kind, std::vector<ClaimPart> parts)
{
    ClaimCommand command;
    command.kind = kind;
    command.id = newCommandId();
    command.parts = std::move(parts);
    command.actor = QString::fromLatin1(TestDatabase::login);
    return command;
}

void ClaimsTest::whoHasIt()
{
    m_database->store().commit(
        decided(m_database->store(), {newCommandId(), Reserve{m_new, 1}, {}, u"tester"_s}));
    ClaimQuery query;
    query.stockId = m_new;
    const auto found = claims(query);
    QCOMPARE(found.size(), 3u);
    QCOMPARE(found[0].orderNumber, u"SO-1"_s);
    QCOMPARE(found[0].line, 2);
    QCOMPARE(found[0].quantity, 2);
    QCOMPARE(found[0].partner, u"C1"_s);
    QCOMPARE(found[0].priority, 1);
    QCOMPARE(found[0].actor, u"tester"_s);
    QVERIFY(found[0].since.microseconds > 0);
    QCOMPARE(found[0].kind, Claim::Kind::Order);
    QCOMPARE(found[1].orderNumber, u"SO-2"_s);
    QCOMPARE(found[1].quantity, 6);
    QCOMPARE(found[2].kind, Claim::Kind::ByHand);
    QCOMPARE(found[2].place.lot, u"L2"_s);
    // All that is reserved has somebody.
    query = {};
    query.product = u"P1"_s;
    qint64 sum = 0;
    for (const Claim &claim : claims(query))
        sum += claim.quantity;
    QCOMPARE(sum, m_database->scalar(u"SELECT sum(reserved) FROM stock"_s).toLongLong());
    QVERIFY(comesAfter(found[1], 1, {}, m_first));
    QVERIFY(!comesAfter(found[0], 5, {}, m_second));
    QVERIFY(!comesAfter(found[2], 1, {}, m_first)); // not an order's
}

void ClaimsTest::shipsAnOrderInOneCommit()
{
    const qint64 commands = m_database->count(u"commands"_s);
    QCOMPARE(run(command(ClaimCommand::Kind::Ship, partsOf(m_first))), u"committed"_s);
    QCOMPARE(m_database->count(u"commands"_s), commands + 1);
    QCOMPARE(stateOf(m_old), u"0/0"_s);
    QCOMPARE(stateOf(m_new), u"8/6"_s);
    QCOMPARE(m_database->count(u"allocations"_s, u"state = 'shipped'"_s), 3);
    QCOMPARE(partsOf(m_first).size(), 0u);
    QCOMPARE(m_database->audit(), QStringList());
}

void ClaimsTest::aPartOfIt()
{
    const auto parts = partsOf(m_second);
    QCOMPARE(run(command(ClaimCommand::Kind::Ship, {{parts[0].allocation, 4}})), u"committed"_s);
    QCOMPARE(stateOf(m_new), u"6/4"_s);
    QCOMPARE(run(command(ClaimCommand::Kind::Ship, {{parts[0].allocation, 3}})), u"NotReserved"_s);
    QCOMPARE(run(command(ClaimCommand::Kind::Release, {{parts[0].allocation, 2}})), u"committed"_s);
    QCOMPARE(stateOf(m_new), u"6/2"_s);
    QCOMPARE(run(command(ClaimCommand::Kind::Release, {{parts[0].allocation, 0}})),
             u"InvalidReleaseQuantity"_s);
    QCOMPARE(run(command(ClaimCommand::Kind::Release, {{4711, 0}})), u"UnknownAllocation"_s);
    QCOMPARE(m_database->audit(), QStringList());
}

void ClaimsTest::releasesAll()
{
    QCOMPARE(run(command(ClaimCommand::Kind::Release, partsOf(m_first))), u"committed"_s);
    QCOMPARE(stateOf(m_old), u"10/0"_s);
    QCOMPARE(stateOf(m_new), u"10/6"_s);
    QCOMPARE(m_database->audit(), QStringList());
}

void ClaimsTest::reassigns()
{
    const qint64 urgent = seedOrder(*m_database, u"SO-9"_s, {{u"P1"_s, 3}}, 1);
    ClaimCommand take = command(ClaimCommand::Kind::Reassign,
                                {{partsOf(m_second)[0].allocation, 3}});
    take.toOrder = urgent;
    take.toLine = 1;
    take.reason = u"hospital"_s;
    QCOMPARE(run(take), u"committed"_s);
    QCOMPARE(stateOf(m_new), u"10/8"_s); // as before
    ClaimQuery query;
    query.orderId = urgent;
    QCOMPARE(claims(query).size(), 1u);
    QCOMPARE(claims(query)[0].quantity, 3);
    query.orderId = m_second;
    QCOMPARE(claims(query)[0].quantity, 3);
    // The history of both tells it: the same command, with the reason.
    QCOMPARE(
        m_database->scalar(u"SELECT reason FROM stock_events WHERE kind = 'confirm'"_s).toString(),
        u"hospital"_s);
    QCOMPARE(m_database
                 ->scalar(u"SELECT count(DISTINCT a.order_id) FROM changes c JOIN allocations a ON "
                          "CAST(a.id AS text) = c.key WHERE c.entity = 'allocation' AND "
                          "c.command_id = ?"_s,
                          {take.id.toString(QUuid::WithoutBraces)})
                 .toInt(),
             2);
    QCOMPARE(run(take), u"repeated"_s);
    QCOMPARE(m_database->audit(), QStringList());
}

void ClaimsTest::reassignSaysNo_data()
{
    QTest::addColumn<QString>("rule");
    for (const QString &rule : {u"OrderLineExceeded"_s,
                                u"ReasonMissing"_s,
                                u"OrderClosed"_s,
                                u"UnknownOrder"_s,
                                u"NotAllowed"_s,
                                u"NotAllocatable"_s})
        QTest::newRow(qPrintable(rule)) << rule;
}

void ClaimsTest::reassignSaysNo()
{
    QFETCH(QString, rule);
    const qint64 urgent = seedOrder(*m_database, u"SO-9"_s, {{u"P1"_s, 3}}, 1);
    ClaimCommand take = command(ClaimCommand::Kind::Reassign,
                                {{partsOf(m_second)[0].allocation, 3}});
    take.toOrder = urgent;
    take.toLine = 1;
    take.reason = u"hospital"_s;
    std::unique_ptr<Database> other;
    std::unique_ptr<Allocator> allocator;
    CommandRunner *runner = &m_allocator->runner();
    if (rule == u"OrderLineExceeded"_s)
        take.parts.front().quantity = 4;
    if (rule == u"ReasonMissing"_s)
        take.reason.clear();
    if (rule == u"OrderClosed"_s)
        m_database->sql(u"UPDATE orders SET state = 'draft' WHERE id = ?"_s, {urgent});
    if (rule == u"UnknownOrder"_s)
        take.toOrder = 4711;
    if (rule == u"NotAllocatable"_s)
        m_database->sql(u"UPDATE stock SET status = 'damaged'"_s);
    if (rule == u"NotAllowed"_s) {
        m_database->person(u"picker"_s, u"staff"_s);
        take.actor = u"picker"_s;
        other = m_database->open(u"picker"_s);
        allocator = std::make_unique<Allocator>(*other);
        runner = &allocator->runner();
    }
    const auto before = m_database->checksums();
    QCOMPARE(verdict(runner->run(take, ConflictPolicy::Retry).outcome), rule);
    QCOMPARE(m_database->checksums(), before);
}

void ClaimsTest::whoWasFaster()
{
    // What one ships, the other can no longer release; a person is asked when the row has moved.
    ClaimCommand slow = command(ClaimCommand::Kind::Release, partsOf(m_second));
    ClaimQuery query;
    query.stockId = m_new;
    slow.expected[m_new] = claims(query).front().stockVersion;
    QCOMPARE(run(command(ClaimCommand::Kind::Ship, partsOf(m_second))), u"committed"_s);
    const auto before = m_database->checksums();
    const CommandResult asked = m_allocator->runner().run(slow, ConflictPolicy::Ask);
    QCOMPARE(verdict(asked.outcome), u"conflict"_s);
    QCOMPARE(std::get<VersionConflict>(asked.outcome).rows.front().between.front().kind,
             EventKind::Ship);
    slow.expected.clear();
    QCOMPARE(run(slow), u"InvalidReleaseQuantity"_s);
    QCOMPARE(m_database->checksums(), before);
}

void ClaimsTest::agreedTo()
{
    const qint64 order = seedOrder(*m_database, u"SO-9"_s, {{u"P1"_s, 2}}, 1);
    AllocationCommand allocate = Allocator::command({order});
    allocate.forReview = true;
    QCOMPARE(verdict(m_allocator->run(allocate).outcome), u"committed"_s);
    ClaimQuery query;
    query.orderId = order;
    QVERIFY(claims(query).front().pending);
    // Alone what waits, of all orders; what somebody had before does not.
    ClaimQuery waiting;
    waiting.onlyPending = true;
    QCOMPARE(claims(waiting), claims(query));
    QCOMPARE(*m_database->database().claims().pendingCount(), 1);
    QCOMPARE(claims(waiting).front().unit, u"pcs"_s);
    const QString before = stateOf(m_new);
    // Nothing leaves that nobody has agreed to.
    QCOMPARE(run(command(ClaimCommand::Kind::Ship, partsOf(order))), u"NotReserved"_s);
    QCOMPARE(run(command(ClaimCommand::Kind::Approve, partsOf(order))), u"committed"_s);
    QVERIFY(!claims(query).front().pending);
    QVERIFY(claims(waiting).empty());
    QCOMPARE(*m_database->database().claims().pendingCount(), 0);
    QCOMPARE(stateOf(m_new), before);
    QCOMPARE(run(command(ClaimCommand::Kind::Approve, partsOf(order))), u"NotReserved"_s);
    QCOMPARE(run(command(ClaimCommand::Kind::Ship, partsOf(order))), u"committed"_s);
    QCOMPARE(m_database->audit(), QStringList());
}

void ClaimsTest::commandAsText()
{
    ClaimCommand take = command(ClaimCommand::Kind::Reassign, {{1, 2}, {3, 0}});
    take.toOrder = 9;
    take.toLine = 1;
    take.reason = u"hospital"_s;
    take.expected[4] = 7;
    const auto back = claimCommandFromJson(toJson(take));
    QVERIFY(back);
    QCOMPARE(toJson(*back), toJson(take));
    QCOMPARE(intentOf(*back).contentHash(), intentOf(take).contentHash());
    QJsonObject broken = toJson(take);
    broken[u"claims"_s] = u"steal"_s;
    QVERIFY(!claimCommandFromJson(broken));
}

/// A table that is gone under a running program is a failure in words, not the end of the program.
void ClaimsTest::whatIsMissingIsTold()
{
    m_database->sql(u"ALTER TABLE partners RENAME TO partners_gone"_s);
    ClaimQuery query;
    query.stockId = m_new;
    const auto answer = m_database->database().claims().claims(query);
    QVERIFY(!answer);
    QVERIFY2(answer.error().detail.contains(u"partners"), qPrintable(answer.error().detail));
}

TANABAN_TEST(ClaimsTest)
#include "claimstest.moc"
