#include "model/commandrunner.h"
#include "storage/gate.h"
#include "tests/storage/decisions.h"
#include "tests/support/fakeclock.h"
#include "tests/support/pgproxy.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testprogram.h"
#include "tests/support/throwawaypostgres.h"

#include <QTest>

#include <barrier>
#include <thread>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

/// Taking back, on both engines: every inverse, everything that is refused without a trace, and
/// one effect however often it is sent.
class UndoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindIsTakenBack_data();
    void everyKindIsTakenBack();
    void foreignAndUnknown_data() { addEngines(); }
    void foreignAndUnknown();
    void exactlyTheOpposite_data() { addEngines(); }
    void exactlyTheOpposite();
    void undoKindsNeedWhatTheyUndo_data() { addEngines(); }
    void undoKindsNeedWhatTheyUndo();
    void onceAndNotItself_data() { addEngines(); }
    void onceAndNotItself();
    void sameIdAgain_data() { addEngines(); }
    void sameIdAgain();
    void goneOnIsSaidInWords_data() { addEngines(); }
    void goneOnIsSaidInWords();
    void tooLate_data() { addEngines(); }
    void tooLate();
    void twoAtOnce_data() { addEngines(); }
    void twoAtOnce();
    void lostAnswers();
};

namespace {

StockCommand commandOf(Store &store, StockAction action)
{
    return {newCommandId(), std::move(action), {}, store.actor()};
}

StockCommand undoOf(Store &store, const StockCommand &command)
{
    return commandOf(store, Undo{command.id, kindOf(command.action), u"Undo"_s});
}

StockCommand does(Store &store, StockAction action)
{
    const StockCommand command = commandOf(store, std::move(action));
    const QString answer = verdict(store.commit(decided(store, command)));
    if (answer != u"committed"_s)
        qFatal("%s: %s", qPrintable(kindOf(command.action)), qPrintable(answer));
    return command;
}

CommandResult run(Store &store, const StockCommand &command)
{
    tests::FakeClock clock;
    NoJournal journal;
    CommandRunner runner(store, clock, journal, [] { return 0.5; });
    return runner.run(command, ConflictPolicy::Ask);
}

/// A refused commit leaves no trace at all.
QString refused(TestDatabase &database, Store &store, const ChangeSet &changes)
{
    const auto before = database.checksums();
    const QString answer = verdict(store.commit(changes));
    return database.checksums() == before ? answer : QString(u"left a trace: "_s + answer);
}

/// Two rows of 100 and 50 with 20 of the first reserved in two parts, and an empty bin.
struct UndoCompany
{
    TestDatabase database;
    Store &store;
    qint64 apples = 0;
    qint64 pears = 0;

    explicit UndoCompany(Engine engine)
        : database(engine)
        , store(database.store())
    {
        StockSeed seed;
        seed.reserved = 20;
        seed.allocations = 2;
        apples = database.stockRow(seed);
        seed = StockSeed();
        seed.product = u"P2"_s;
        seed.onHand = 50;
        seed.bin = u"B-1"_s;
        pears = database.stockRow(seed);
        database.bin(u"WH001"_s, 1, u"C-1"_s);
    }

    std::vector<QVariantList> figures()
    {
        return database.sql(
            u"SELECT s.id, s.on_hand, s.reserved, coalesce(sum(a.quantity), 0), s.received_at "
            "FROM stock s LEFT JOIN allocations a ON a.stock_id = s.id AND a.state = 'open' "
            "WHERE s.on_hand > 0 GROUP BY s.id ORDER BY s.id"_s);
    }
    StockAction action(const QString &name) const
    {
        const auto several = [](StockAction one, StockAction other) {
            return Several{{{std::move(one), {}}, {std::move(other), {}}}};
        };
        const auto receive = [](const QString &bin, const QString &lot) {
            return Receive{{u"WH001"_s, 1, bin, u"P1"_s, lot, StockStatus::Available}, 7, {}};
        };
        const auto move = [](qint64 id, qint64 quantity) {
            return Move{id, quantity, u"WH001"_s, 1, u"C-1"_s};
        };
        const auto status = [](qint64 id, qint64 quantity) {
            return ChangeStatus{id, quantity, StockStatus::Damaged, u"Dropped"_s};
        };
        const std::map<QString, StockAction> all{
            {u"receive"_s, receive({}, u"L1"_s)},
            {u"receive a new lot"_s, receive(u"C-1"_s, u"NEW"_s)},
            {u"receive two"_s, several(receive({}, u"L1"_s), receive(u"C-1"_s, u"NEW"_s))},
            {u"reserve"_s, Reserve{apples, 30}},
            {u"reserve two"_s, several(Reserve{apples, 30}, Reserve{pears, 50})},
            {u"release"_s, Release{apples, 15, {}}},
            {u"ship"_s, Ship{apples, 15, {}}},
            {u"move"_s, move(apples, 30)},
            {u"move two"_s, several(move(apples, 30), move(pears, 50))},
            {u"adjust"_s, Adjust{apples, -3, u"Counted"_s}},
            {u"adjust two"_s,
             several(Adjust{apples, -3, u"Counted"_s}, Adjust{pears, 4, u"Counted"_s})},
            {u"status"_s, status(apples, 30)},
            {u"status two"_s, several(status(apples, 30), status(pears, 50))}};
        return all.at(name);
    }
};

} // namespace

void UndoTest::everyKindIsTakenBack_data()
{
    QTest::addColumn<Engine>("engine");
    QTest::addColumn<QString>("name");
    for (const Engine engine : {Engine::Sqlite, Engine::Postgres}) {
        for (const char *name : {"receive",
                                 "receive a new lot",
                                 "receive two",
                                 "reserve",
                                 "reserve two",
                                 "release",
                                 "ship",
                                 "move",
                                 "move two",
                                 "adjust",
                                 "adjust two",
                                 "status",
                                 "status two"})
        {
            QTest::addRow("%s: %s", engine == Engine::Sqlite ? "sqlite" : "postgresql", name)
                << engine << QString::fromLatin1(name);
        }
    }
}

void UndoTest::everyKindIsTakenBack()
{
    QFETCH(const Engine, engine);
    QFETCH(const QString, name);
    UndoCompany company(engine);
    Store &store = company.store;
    const auto before = company.figures();
    const StockCommand command = does(store, company.action(name));
    QVERIFY(company.figures() != before);
    const StockCommand undo = undoOf(store, command);
    const CommandResult result = run(store, undo);
    QVERIFY2(std::holds_alternative<Committed>(result.outcome), qPrintable(verdict(result.outcome)));
    QCOMPARE(company.figures(), before);
    const auto rows = company.database.sql(u"SELECT kind, outcome FROM commands WHERE undoes = ?"_s,
                                           {command.id.toString(QUuid::WithoutBraces)});
    QCOMPARE(rows.size(), size_t(1));
    QCOMPARE(rows[0][0].toString(), u"undo_"_s + kindOf(command.action));
    QCOMPARE(company.database.audit(), QStringList());
    // Two entries of opposite signs, both told.
    QCOMPARE(company.database.count(u"stock_events"_s, u"reason = 'Undo'"_s),
             company.database.count(
                 u"stock_events"_s,
                 u"command_id = '%1'"_s.arg(command.id.toString(QUuid::WithoutBraces))));
}

void UndoTest::foreignAndUnknown()
{
    QFETCH(const Engine, engine);
    UndoCompany company(engine);
    company.database.person(u"sato"_s);
    const StockCommand mine = does(company.store, Reserve{company.apples, 30});
    ChangeSet changes = decided(company.store, undoOf(company.store, mine));

    const auto theirs = company.database.open(u"sato"_s);
    QCOMPARE(verdict(run(theirs->store(), undoOf(theirs->store(), mine)).outcome), u"NotUndoable"_s);
    // Whatever a broken or hostile program claims.
    changes.intent.actor = u"sato"_s;
    QCOMPARE(refused(company.database, theirs->store(), changes), u"NotUndoable"_s);
    changes.intent.actor = u"tester"_s;
    changes.intent.undoes = newCommandId();
    QCOMPARE(refused(company.database, company.store, changes), u"NotUndoable"_s);
    const StockCommand never = commandOf(company.store, Reserve{company.apples, 30});
    QCOMPARE(verdict(company.store.abandon(intentOf(never))), u"Abandoned"_s);
    changes.intent.undoes = never.id;
    QCOMPARE(refused(company.database, company.store, changes), u"NotUndoable"_s);
    const StockCommand shipped = does(company.store, Ship{company.apples, 5, {}});
    changes.intent.undoes = shipped.id;
    QCOMPARE(refused(company.database, company.store, changes), u"NotUndoable"_s);
    QCOMPARE(company.database.audit(), QStringList());
}

void UndoTest::exactlyTheOpposite()
{
    QFETCH(const Engine, engine);
    UndoCompany company(engine);
    const auto refusal = [&company](const ChangeSet &changes) {
        return refused(company.database, company.store, changes);
    };
    const StockCommand adjusted = does(company.store, company.action(u"adjust two"_s));
    const ChangeSet undo = decided(company.store, undoOf(company.store, adjusted));
    ChangeSet other = undo;
    other.stock[0].onHandDelta += 1;
    QCOMPARE(refusal(other), u"ShapeRefused"_s);
    other = undo;
    other.stock.pop_back();
    QCOMPARE(refusal(other), u"ShapeRefused"_s);
    const StockCommand received = does(company.store, company.action(u"receive"_s));
    other = decided(company.store, undoOf(company.store, received));
    other.stock[0].id = company.pears; // something else instead
    QCOMPARE(refusal(other), u"ShapeRefused"_s);
    QCOMPARE(verdict(company.store.commit(undo)), u"committed"_s);
}

void UndoTest::undoKindsNeedWhatTheyUndo()
{
    QFETCH(const Engine, engine);
    UndoCompany company(engine);
    const StockCommand shipped = does(company.store, Ship{company.apples, 5, {}});
    ChangeSet changes = decided(company.store, undoOf(company.store, shipped));
    changes.intent.undoes.reset(); // goods out of nothing
    QCOMPARE(refused(company.database, company.store, changes), u"ShapeRefused"_s);
    changes = decided(company.store, commandOf(company.store, Reserve{company.apples, 1}));
    changes.intent.undoes = shipped.id;
    QCOMPARE(refused(company.database, company.store, changes), u"ShapeRefused"_s);
}

void UndoTest::onceAndNotItself()
{
    QFETCH(const Engine, engine);
    UndoCompany company(engine);
    Store &store = company.store;
    const StockCommand adjusted = does(store, Adjust{company.apples, 5, u"Found"_s});
    const ChangeSet again = decided(store, undoOf(store, adjusted));
    const StockCommand undo = does(store, Undo{adjusted.id, u"adjust"_s, u"Undo"_s});
    QCOMPARE(refused(company.database, store, again), u"UndoneAlready"_s);
    QCOMPARE(verdict(run(store, undoOf(store, adjusted)).outcome), u"UndoneAlready"_s);
    QCOMPARE(verdict(run(store, undoOf(store, undo)).outcome), u"NotUndoable"_s);
    QCOMPARE(company.database.audit(), QStringList());
}

void UndoTest::sameIdAgain()
{
    QFETCH(const Engine, engine);
    UndoCompany company(engine);
    Store &store = company.store;
    const StockCommand reserved = does(store, Reserve{company.apples, 30});
    const StockCommand undo = undoOf(store, reserved);
    const ChangeSet changes = decided(store, undo);
    QCOMPARE(verdict(store.commit(changes)), u"committed"_s);
    const auto before = company.database.checksums();
    QCOMPARE(verdict(store.commit(changes)), u"repeated"_s);
    QCOMPARE(verdict(run(store, undo).outcome), u"repeated"_s);
    QCOMPARE(verdict(store.abandon(intentOf(undo))), u"repeated"_s);
    QVERIFY(company.database.checksums() == before);
    // One that was given up can no longer happen, and does not stand in the way of another.
    const StockCommand moved = does(store, company.action(u"move"_s));
    const StockCommand late = undoOf(store, moved);
    const ChangeSet lateChanges = decided(store, late);
    QCOMPARE(verdict(store.abandon(intentOf(late))), u"Abandoned"_s);
    QCOMPARE(refused(company.database, store, lateChanges), u"Abandoned"_s);
    QCOMPARE(verdict(run(store, undoOf(store, moved)).outcome), u"committed"_s);
    QCOMPARE(company.database.audit(), QStringList());
}

void UndoTest::goneOnIsSaidInWords()
{
    QFETCH(const Engine, engine);
    UndoCompany company(engine);
    Store &store = company.store;
    const StockCommand reserved = does(store, company.action(u"reserve two"_s));
    const StockCommand undo = undoOf(store, reserved);
    const ChangeSet planned = decided(store, undo);
    // Somebody ships from one of the rows between the plan and the commit.
    does(store, Ship{company.pears, 50, {}});
    QCOMPARE(refused(company.database, store, planned), u"overtaken"_s);
    const auto before = company.database.checksums();
    const CommandResult result = run(store, undo);
    QCOMPARE(verdict(result.outcome), u"StockWentOn"_s);
    const DomainError &error = std::get<Rejected>(result.outcome).error;
    QCOMPARE(error.possible, std::optional<qint64>(0));
    QVERIFY2(error.row.contains(u"B-1"_s), qPrintable(error.row));
    QVERIFY(company.database.checksums() == before);
}

void UndoTest::tooLate()
{
    QFETCH(const Engine, engine);
    UndoCompany company(engine);
    const StockCommand reserved = does(company.store, Reserve{company.apples, 30});
    const StockCommand undo = undoOf(company.store, reserved);
    const ChangeSet planned = decided(company.store, undo);
    std::unique_ptr<Database> later;
    tests::FakeClock clock(SystemClock().now().plusSeconds(601));
    if (company.database.isPostgres()) {
        // The clock of a server cannot be turned, so what was done is made older.
        company.database.sql(u"ALTER TABLE commands DISABLE TRIGGER ALL"_s);
        company.database.sql(u"UPDATE commands SET at = at - interval '601 seconds'"_s);
        company.database.sql(u"ALTER TABLE commands ENABLE TRIGGER ALL"_s);
        later = company.database.open();
    } else {
        auto opened = storage::SqlGate(&clock).open(company.database.url(), u"tester"_s);
        QVERIFY(opened.ok());
        later = std::move(opened).value();
    }
    QCOMPARE(refused(company.database, later->store(), planned), u"TooLateToUndo"_s);
    QCOMPARE(verdict(run(later->store(), undo).outcome), u"TooLateToUndo"_s);
}

void UndoTest::twoAtOnce()
{
    QFETCH(const Engine, engine);
    UndoCompany company(engine);
    for (int round = 0; round < 10; ++round) {
        const StockCommand received = does(company.store, company.action(u"receive"_s));
        std::array<QString, 2> answers;
        std::barrier together(2);
        std::vector<std::thread> threads;
        for (QString &answer : answers) {
            threads.emplace_back([&company, &received, &together, &answer] {
                const auto own = company.database.open();
                const ChangeSet changes = decided(own->store(), undoOf(own->store(), received));
                together.arrive_and_wait();
                answer = verdict(own->store().commit(changes));
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        std::sort(answers.begin(), answers.end());
        QCOMPARE(answers[0], u"UndoneAlready"_s);
        QCOMPARE(answers[1], u"committed"_s);
    }
    QCOMPARE(company.database.audit(), QStringList());
}

/// Whichever exchange of an undo loses its answer: asked again with the same id it has happened
/// once.
void UndoTest::lostAnswers()
{
    UndoCompany company(Engine::Postgres);
    const ThrowAwayPostgres &server = ThrowAwayPostgres::instance();
    PgProxy proxy(server.host(), server.port());
    DatabaseUrl url = company.database.url();
    url.hosts = PgProxy::host();
    url.ports = QString::number(proxy.port());
    int struck = 0;
    for (const PgProxy::Fault fault : {PgProxy::Fault::CutBefore, PgProxy::Fault::CutAfter}) {
        bool more = true;
        for (int exchange = 1; more; ++exchange) {
            const auto before = company.figures();
            const StockCommand moved = does(company.store, company.action(u"move"_s));
            auto opened = storage::SqlGate().open(url, u"tester"_s);
            QVERIFY2(opened.ok(), opened ? "" : qPrintable(opened.error().detail));
            Store &store = (*opened)->store();
            QCOMPARE(store.actor(), u"tester"_s);
            const StockCommand undo = undoOf(store, moved);
            proxy.reset(fault, exchange);
            CommandResult result = run(store, undo);
            more = proxy.struck();
            struck += more ? 1 : 0;
            proxy.reset();
            if (std::holds_alternative<Unavailable>(result.outcome))
                result = run(store, undo);
            QCOMPARE(verdict(result.outcome).remove(u"repeated"_s).remove(u"committed"_s),
                     QString());
            QCOMPARE(company.figures(), before);
        }
    }
    qInfo("%d exchanges of an undo lost", struck);
    QVERIFY(struck >= 6);
    QCOMPARE(company.database.audit(), QStringList());
}

TANABAN_TEST(UndoTest)
#include "undotest.moc"
