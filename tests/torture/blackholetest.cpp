// A network that goes silent must not hang a worker, and must not make anybody believe anything:
// the outcome is unknown, the same command is asked again, and then it is known. Also the number
// of round trips that a use case costs.

#include "model/commandrunner.h"
#include "storage/gate.h"
#include "tests/support/pgproxy.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testprogram.h"
#include "tests/support/throwawaypostgres.h"

#include <QTest>

using namespace tanaban;
using namespace Qt::StringLiterals;
using test::PgProxy;

namespace {

constexpr std::chrono::milliseconds lockWait(5000);
constexpr std::chrono::milliseconds deadline(1000);

} // namespace

class BlackHoleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void silentCommit_data();
    void silentCommit();
    void silentRead();
    void roundTrips_data();
    void roundTrips();

private:
    CommandResult run(const StockCommand &command, const StockContext *known = nullptr);

    std::unique_ptr<test::TestDatabase> m_direct;
    std::unique_ptr<PgProxy> m_proxy;
    std::unique_ptr<Database> m_database;
    SystemClock m_clock;
    NoJournal m_journal;
    qint64 m_stock = 0;
};

void BlackHoleTest::init()
{
    m_direct = std::make_unique<test::TestDatabase>(test::Engine::Postgres);
    test::StockSeed seed;
    seed.reserved = 10;
    m_stock = m_direct->stockRow(seed);
    m_direct->bin(u"WH001"_s, 1, u"B"_s);
    const test::ThrowAwayPostgres &server = test::ThrowAwayPostgres::instance();
    m_proxy = std::make_unique<PgProxy>(server.host(), server.port());
    DatabaseUrl url = m_direct->url();
    url.hosts = PgProxy::host();
    url.ports = QString::number(m_proxy->port());
    url.options[u"connect_timeout"_s] = u"2"_s;
    storage::SqlGate gate(nullptr, lockWait, deadline);
    auto opened = gate.open(url, QString::fromLatin1(test::TestDatabase::login));
    QVERIFY2(opened.ok(), opened ? "" : qPrintable(opened.error().detail));
    m_database = std::move(opened).value();
}

void BlackHoleTest::cleanup()
{
    m_database.reset();
    m_proxy.reset();
    m_direct.reset();
}

CommandResult BlackHoleTest::run(const StockCommand &command, const StockContext *known)
{
    CommandRunner runner(m_database->store(), m_clock, m_journal, [] { return 0.5; });
    return runner.run(command, ConflictPolicy::Retry, known);
}

void BlackHoleTest::silentCommit_data()
{
    QTest::addColumn<PgProxy::Fault>("fault");
    QTest::addColumn<bool>("happened");
    QTest::newRow("the server never hears it") << PgProxy::Fault::Silence << false;
    QTest::newRow("the server does it, nobody hears") << PgProxy::Fault::LoseAnswer << true;
}

void BlackHoleTest::silentCommit()
{
    QFETCH(PgProxy::Fault, fault);
    QFETCH(bool, happened);
    Store &store = m_database->store();
    // The first commit of a connection prepares; from then on the next exchange is the commit.
    const CommandResult first = run({newCommandId(), Reserve{m_stock, 1}, {}, store.actor()});
    QVERIFY(std::holds_alternative<Committed>(first.outcome));
    const auto known = store.stock(m_stock);
    QVERIFY(known.ok() && known->has_value());
    const StockCommand command{newCommandId(), Reserve{m_stock, 8}, {}, store.actor()};
    m_proxy->reset(fault, 1);
    const CommandResult unknown = run(command, &**known);
    QVERIFY(m_proxy->struck());
    const auto *unavailable = std::get_if<Unavailable>(&unknown.outcome);
    QVERIFY2(unavailable, "a commit without an answer has no known outcome");
    QVERIFY2(unavailable->sent, "it may have happened");
    QCOMPARE(m_direct->count(u"stock_events"_s, u"kind = 'reserve'"_s), happened ? 3 : 2);

    m_proxy->reset(); // the network is back
    const CommandResult again = run(command);
    const auto *committed = std::get_if<Committed>(&again.outcome);
    QVERIFY(committed);
    QCOMPARE(committed->repeated, happened);
    QCOMPARE(committed->command, command.id);
    QCOMPARE(m_direct->scalar(u"SELECT reserved FROM stock WHERE id = ?"_s, {m_stock}).toInt(), 19);
    QCOMPARE(m_direct->audit(), QStringList());
}

void BlackHoleTest::silentRead()
{
    QVERIFY(m_database->store().stock(m_stock).ok());
    m_proxy->reset(PgProxy::Fault::Silence, 1);
    const auto nothing = m_database->store().stock(m_stock);
    QVERIFY(!nothing.ok());
    QCOMPARE(nothing.error().kind, ReadFailure::Kind::Unavailable);
    m_proxy->reset();
    const auto row = m_database->store().stock(m_stock);
    QVERIFY2(row.ok(), "the connection must come back by itself");
    QCOMPARE((*row)->row.onHand, 100);
}

void BlackHoleTest::roundTrips_data()
{
    QTest::addColumn<QString>("action");
    for (const char *action : {"receive", "reserve", "release", "ship", "move", "adjust", "status"})
        QTest::newRow(action) << QString::fromLatin1(action);
}

void BlackHoleTest::roundTrips()
{
    QFETCH(QString, action);
    const std::map<QString, StockAction> actions{
        {u"receive"_s,
         Receive{{u"WH001"_s, 1, u""_s, u"P1"_s, u"L1"_s, StockStatus::Available}, 5, {}}},
        {u"reserve"_s, Reserve{m_stock, 5}},
        {u"release"_s, Release{m_stock, 5, {}}},
        {u"ship"_s, Ship{m_stock, 5, {}}},
        {u"move"_s, Move{m_stock, 5, u"WH001"_s, 1, u"B"_s}},
        {u"adjust"_s, Adjust{m_stock, -5, u"Counted"_s}},
        {u"status"_s, ChangeStatus{m_stock, 5, StockStatus::Damaged, u"Dropped"_s}}};
    Store &store = m_database->store();
    StockCommand command{newCommandId(), actions.at(action), {}, store.actor()};
    m_proxy->reset();
    const DecisionResult first = decide(command, store);
    const int loading = m_proxy->roundTrips();
    QVERIFY2(std::holds_alternative<ChangeSet>(first), "the decision was no");
    m_proxy->reset();
    const CommitOutcome outcome = store.commit(std::get<ChangeSet>(first));
    QVERIFY(std::holds_alternative<Committed>(outcome));
    const int firstCommit = m_proxy->roundTrips();

    // The first one may prepare; from then on it is one.
    command.id = newCommandId();
    const DecisionResult second = decide(command, store);
    QVERIFY2(std::holds_alternative<ChangeSet>(second), "the decision was no");
    m_proxy->reset();
    QVERIFY(std::holds_alternative<Committed>(store.commit(std::get<ChangeSet>(second))));
    qInfo("%s: to decide %d round trips the first time, to commit %d the first time, then %d",
          qPrintable(action),
          loading,
          firstCommit,
          m_proxy->roundTrips());
    QCOMPARE(m_proxy->roundTrips(), 1);
    QCOMPARE(m_proxy->exchanges(), 1);
}

TANABAN_TEST(BlackHoleTest)

#include "blackholetest.moc"
