#include "model/commandrunner.h"
#include "tests/storage/decisions.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

/// Every row of the table of outcomes, on both engines, and every sentence about command ids.
class OutcomesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void committedCarriesTheNewVersions_data() { addEngines(); }
    void committedCarriesTheNewVersions();
    void oldestOfManyReservations_data() { addEngines(); }
    void oldestOfManyReservations();
    void versionsCountFromOne_data() { addEngines(); }
    void versionsCountFromOne();
    void heldVersionConflicts_data() { addEngines(); }
    void heldVersionConflicts();
    void conflictShowsAtMostFiftyEntries_data() { addEngines(); }
    void conflictShowsAtMostFiftyEntries();
    void guardIsOvertaken_data() { addEngines(); }
    void guardIsOvertaken();
    void everyKindCommits_data() { addEngines(); }
    void everyKindCommits();
    void sameCommandAgainChangesNothing_data() { addEngines(); }
    void sameCommandAgainChangesNothing();
    void sameIdWithAnotherIntentIsAnError_data() { addEngines(); }
    void sameIdWithAnotherIntentIsAnError();
    void somebodyElsesIdTellsNothing_data() { addEngines(); }
    void somebodyElsesIdTellsNothing();
    void abandonedCommandCanNoLongerHappen_data() { addEngines(); }
    void abandonedCommandCanNoLongerHappen();
    void lockedTryDecidesUnderTheLock_data() { addEngines(); }
    void lockedTryDecidesUnderTheLock();
};

namespace {

StockCommand reserve(qint64 id, qint64 quantity, std::optional<qint64> version = {})
{
    return {newCommandId(), Reserve{id, quantity}, version, u"tester"_s};
}

QString describe(const CommitOutcome &outcome)
{
    return std::visit(
        Overloaded{[](const Committed &c) { return c.repeated ? u"repeated"_s : u"committed"_s; },
                   [](const VersionConflict &) { return u"conflict"_s; },
                   [](const Overtaken &o) { return QString(u"overtaken "_s + o.detail); },
                   [](const Rejected &r) {
                       return QString(u"rejected "_s + nameOf(r.error.rule) + u" "_s
                                      + r.error.subject + u" "_s + r.error.detail);
                   },
                   [](const Busy &) { return u"busy"_s; },
                   [](const Unavailable &u) { return QString(u"unavailable "_s + u.detail); }},
        outcome);
}

qint64 versionOf(Store &store, qint64 id)
{
    return (*store.stock(id))->row.version;
}

/// A refused commit leaves no trace at all.
class NoTrace
{
public:
    explicit NoTrace(TestDatabase &database)
        : m_database(database)
        , m_before(database.checksums())
    {}
    bool holds() const { return m_database.checksums() == m_before; }

private:
    TestDatabase &m_database;
    QMap<QString, QByteArray> m_before;
};

} // namespace

void OutcomesTest::committedCarriesTheNewVersions()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    Store &store = database.store();
    const qint64 id = database.stockRow();
    const StockCommand command = reserve(id, 40);
    const CommitOutcome outcome = store.commit(decided(store, command));
    QCOMPARE(describe(outcome), u"committed"_s);
    QCOMPARE(std::get<Committed>(outcome).command, command.id);
    QCOMPARE(std::get<Committed>(outcome).stockVersions.at(id), versionOf(store, id));
    const auto context = store.stock(id);
    QCOMPARE((*context)->row.reserved, 40);
    QCOMPARE((*context)->handMade.size(), size_t(1));
    QCOMPARE((*context)->handMade.front().quantity, 40);
    QCOMPARE(database.audit(), QStringList());
}

void OutcomesTest::oldestOfManyReservations()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    Store &store = database.store();
    StockSeed seed;
    seed.onHand = 1000;
    seed.reserved = 900;
    seed.allocations = 300; // of 3 each
    const qint64 id = database.stockRow(seed);
    const auto madeUp = [&](qint64 handMade) {
        const auto context = store.stock(id, handMade);
        if (!context || !*context)
            qFatal("no stock row");
        qint64 sum = 0;
        qint64 last = 0;
        for (const Allocation &allocation : (*context)->handMade) {
            if (allocation.id <= last)
                qFatal("not the oldest first");
            last = allocation.id;
            sum += allocation.quantity;
        }
        return std::pair(sum, (*context)->handMade.size());
    };
    QCOMPARE(madeUp(StockReader::allHandMade), std::pair(qint64(900), size_t(300)));
    QCOMPARE(madeUp(0), std::pair(qint64(0), size_t(0)));
    for (const qint64 wanted : {1, 3, 4, 8, 24, 25, 300, 899, 900}) {
        const auto [sum, count] = madeUp(wanted);
        QVERIFY2(sum >= wanted, qPrintable(QString::number(wanted)));
        QVERIFY2(wanted > 24 || count <= 8, qPrintable(QString::number(wanted)));
    }
    QCOMPARE(madeUp(901).first, 900);
    QCOMPARE(madeUp(1'000'000'000).first, 900);
    // A decision takes the oldest, and knows how much there is in all.
    const ChangeSet release = decided(store,
                                      {newCommandId(), Release{id, 100, {}}, {}, u"tester"_s});
    QCOMPARE(release.allocations.size(), size_t(34));
    QCOMPARE(release.allocations.back().quantity, 1);
    const DecisionResult tooMuch = decide({newCommandId(), Release{id, 901, {}}, {}, u"tester"_s},
                                          store);
    QCOMPARE(nameOf(std::get<DomainError>(tooMuch).rule), u"InvalidReleaseQuantity"_s);
    QCOMPARE(std::get<DomainError>(tooMuch).possible, std::optional<qint64>(900));
    QCOMPARE(describe(store.commit(release)), u"committed"_s);
    QCOMPARE(madeUp(StockReader::allHandMade), std::pair(qint64(800), size_t(267)));
    QCOMPARE(database.audit(), QStringList());
}

void OutcomesTest::versionsCountFromOne()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    Store &store = database.store();
    database.warehouse(u"WH009"_s);
    database.zone(u"WH009"_s, 1);
    database.product(u"P9"_s);
    const StockKey key{u"WH009"_s, 1, {}, u"P9"_s, u"L9"_s, StockStatus::Available};
    database.lot(u"P9"_s, u"L9"_s);
    const auto receive = [&](qint64 quantity) {
        return store.commit(
            decided(store, {newCommandId(), Receive{key, quantity, {}}, {}, u"tester"_s}));
    };
    QCOMPARE(describe(receive(50)), u"committed"_s);
    const qint64 id = (*store.place(key)).row->id;
    QCOMPARE(versionOf(store, id), 1);
    QCOMPARE(describe(receive(50)), u"committed"_s);
    QCOMPARE(versionOf(store, id), 2);
    QCOMPARE(describe(store.commit(decided(store, reserve(id, 50)))), u"committed"_s);
    QCOMPARE(versionOf(store, id), 3);
    QCOMPARE(database.audit(), QStringList());
}

void OutcomesTest::heldVersionConflicts()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    Store &store = database.store();
    const qint64 id = database.stockRow();
    const qint64 seen = versionOf(store, id);
    const ChangeSet mine = decided(store, reserve(id, 10, seen));
    QCOMPARE(describe(store.commit(decided(store, reserve(id, 7)))), u"committed"_s);
    const NoTrace noTrace(database);
    const CommitOutcome outcome = store.commit(mine);
    QCOMPARE(describe(outcome), u"conflict"_s);
    const auto &rows = std::get<VersionConflict>(outcome).rows;
    QCOMPARE(rows.size(), size_t(1));
    QCOMPARE(rows[0].id, id);
    QCOMPARE(rows[0].expected, seen);
    QCOMPARE(rows[0].actual, seen + 1);
    QCOMPARE(rows[0].now->reserved, 7);
    QCOMPARE(rows[0].more, 0);
    QCOMPARE(rows[0].between.size(), size_t(1));
    QCOMPARE(rows[0].between[0].reservedDelta, 7);
    QCOMPARE(rows[0].between[0].actor, u"tester"_s);
    QCOMPARE(codeOf(rows[0].between[0].kind), u"reserve"_s);
    QVERIFY(noTrace.holds());
    QCOMPARE(store.counters().conflicts.load(), quint64(1));
}

void OutcomesTest::conflictShowsAtMostFiftyEntries()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    Store &store = database.store();
    const qint64 id = database.stockRow();
    const qint64 seen = versionOf(store, id);
    const ChangeSet mine = decided(store, reserve(id, 10, seen));
    for (int i = 0; i < 53; ++i)
        QCOMPARE(describe(store.commit(decided(store, reserve(id, 1)))), u"committed"_s);
    const CommitOutcome outcome = store.commit(mine);
    const ConflictRow &row = std::get<VersionConflict>(outcome).rows.at(0);
    QCOMPARE(row.between.size(), size_t(ConflictRow::mostEntries));
    QCOMPARE(row.more, 3);
    QCOMPARE(row.between.back().version, row.actual);
    QCOMPARE(row.between.front().version, seen + 4);
}

void OutcomesTest::guardIsOvertaken()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    Store &store = database.store();
    const qint64 id = database.stockRow();
    const ChangeSet mine = decided(store, reserve(id, 60));
    QCOMPARE(describe(store.commit(decided(store, reserve(id, 50)))), u"committed"_s);
    const NoTrace noTrace(database);
    const CommitOutcome outcome = store.commit(mine);
    QVERIFY2(std::holds_alternative<Overtaken>(outcome), qPrintable(describe(outcome)));
    QCOMPARE(std::get<Overtaken>(outcome).rows.at(0).id, id);
    QCOMPARE(std::get<Overtaken>(outcome).rows.at(0).reserved, 50);
    QVERIFY(noTrace.holds());
}

void OutcomesTest::everyKindCommits()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    Store &store = database.store();
    const qint64 id = database.stockRow();
    database.bin(u"WH001"_s, 1, u"A-01"_s);
    const auto run = [&](StockAction action) {
        const DecisionResult decision = decide({newCommandId(), std::move(action), {}, u"tester"_s},
                                               store);
        if (const auto *error = std::get_if<DomainError>(&decision))
            return nameOf(error->rule);
        return describe(store.commit(std::get<ChangeSet>(decision)));
    };
    QCOMPARE(run(Reserve{id, 30}), u"committed"_s);
    QCOMPARE(run(Reserve{id, 20}), u"committed"_s);
    QCOMPARE(run(Release{id, 35, {}}), u"committed"_s); // the first whole, 5 of the second
    QCOMPARE((*store.stock(id))->row.reserved, 15);
    QCOMPARE(run(Ship{id, 10, {}}), u"committed"_s);
    QCOMPARE(run(Move{id, 25, u"WH001"_s, 1, u"A-01"_s}), u"committed"_s);
    QCOMPARE(run(Move{id, 5, u"WH001"_s, 1, u"A-01"_s}), u"committed"_s);
    QCOMPARE(run(Adjust{id, -3, u"counted"_s}), u"committed"_s);
    QCOMPARE(run(Adjust{id, 4, u"found"_s}), u"committed"_s);
    QCOMPARE(run(ChangeStatus{id, 6, StockStatus::Damaged, u"wet"_s}), u"committed"_s);
    const auto row = (*store.stock(id))->row;
    QCOMPARE(row.onHand, 100 - 10 - 25 - 5 - 3 + 4 - 6);
    QCOMPARE(row.reserved, 5);
    QCOMPARE(database.audit(), QStringList());
    QCOMPARE(run(Ship{id, 6, {}}), u"NotReserved"_s);
    QCOMPARE(run(Release{id, 6, {}}), u"InvalidReleaseQuantity"_s);
    QCOMPARE(run(Reserve{id, 1000}), u"InsufficientStock"_s);
}

void OutcomesTest::sameCommandAgainChangesNothing()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    Store &store = database.store();
    const qint64 id = database.stockRow();
    const ChangeSet changes = decided(store, reserve(id, 40));
    const CommitOutcome first = store.commit(changes);
    QCOMPARE(describe(first), u"committed"_s);
    QCOMPARE(describe(store.commit(decided(store, reserve(id, 1)))), u"committed"_s);
    const NoTrace noTrace(database);
    const CommitOutcome again = store.commit(changes);
    QCOMPARE(describe(again), u"repeated"_s);
    QCOMPARE(std::get<Committed>(again).stockVersions, std::get<Committed>(first).stockVersions);
    QVERIFY(noTrace.holds());
    const auto recalled = store.recall(changes.intent);
    QVERIFY(recalled.ok() && recalled->has_value());
    QCOMPARE(describe(**recalled), u"repeated"_s);
    QVERIFY(!store.recall(reserve(id, 1).id.isNull() ? changes.intent : intentOf(reserve(id, 1)))
                 ->has_value());
}

void OutcomesTest::sameIdWithAnotherIntentIsAnError()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    Store &store = database.store();
    const qint64 id = database.stockRow();
    StockCommand command = reserve(id, 40);
    QCOMPARE(describe(store.commit(decided(store, command))), u"committed"_s);
    command.action = Reserve{id, 41};
    const NoTrace noTrace(database);
    const CommitOutcome outcome = store.commit(decided(store, command));
    QVERIFY2(std::holds_alternative<Rejected>(outcome), qPrintable(describe(outcome)));
    QCOMPARE(nameOf(std::get<Rejected>(outcome).error.rule), u"CommandIdReused"_s);
    QVERIFY(noTrace.holds());
}

void OutcomesTest::somebodyElsesIdTellsNothing()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const qint64 id = database.stockRow();
    const StockCommand command = reserve(id, 40);
    QCOMPARE(describe(database.store().commit(decided(database.store(), command))), u"committed"_s);
    database.person(u"other"_s);
    const auto theirs = database.open(u"other"_s);
    StockCommand stolen = command;
    stolen.actor = u"other"_s;
    const NoTrace noTrace(database);
    const CommitOutcome outcome = theirs->store().commit(decided(theirs->store(), stolen));
    QVERIFY2(std::holds_alternative<Rejected>(outcome), qPrintable(describe(outcome)));
    const DomainError &error = std::get<Rejected>(outcome).error;
    QCOMPARE(nameOf(error.rule), u"CommandIdReused"_s);
    QVERIFY(!messageOf(error).contains(u"40"_s) && !messageOf(error).contains(u"tester"_s));
    QVERIFY(noTrace.holds());
}

void OutcomesTest::abandonedCommandCanNoLongerHappen()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    Store &store = database.store();
    const qint64 id = database.stockRow();
    const ChangeSet changes = decided(store, reserve(id, 40));
    CommitOutcome outcome = store.abandon(changes.intent);
    QCOMPARE(nameOf(std::get<Rejected>(outcome).error.rule), u"Abandoned"_s);
    const NoTrace noTrace(database);
    outcome = store.commit(changes);
    QVERIFY2(std::holds_alternative<Rejected>(outcome), qPrintable(describe(outcome)));
    QCOMPARE(nameOf(std::get<Rejected>(outcome).error.rule), u"Abandoned"_s);
    QVERIFY(noTrace.holds());
    // Giving up what has happened tells that it has.
    const ChangeSet done = decided(store, reserve(id, 5));
    QCOMPARE(describe(store.commit(done)), u"committed"_s);
    QCOMPARE(describe(store.abandon(done.intent)), u"repeated"_s);
    QCOMPARE((*store.stock(id))->row.reserved, 5);
}

void OutcomesTest::lockedTryDecidesUnderTheLock()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    Store &store = database.store();
    const qint64 id = database.stockRow();
    const StockCommand command = reserve(id, 40);
    int decisions = 0;
    const Decision decision = [&](StockReader &reader) {
        ++decisions;
        return decide(command, reader);
    };
    CommitOutcome outcome = store.commitLocked(intentOf(command), {{}, {id}}, decision);
    QCOMPARE(describe(outcome), u"committed"_s);
    QCOMPARE(decisions, 1);
    outcome = store.commitLocked(intentOf(command), {{}, {id}}, decision);
    QCOMPARE(describe(outcome), u"repeated"_s);
    // What the decision refuses leaves nothing, not even the command.
    const NoTrace noTrace(database);
    const StockCommand tooMuch = reserve(id, 61);
    outcome = store.commitLocked(intentOf(tooMuch), {{}, {id}}, [&](StockReader &reader) {
        return decide(tooMuch, reader);
    });
    QCOMPARE(nameOf(std::get<Rejected>(outcome).error.rule), u"InsufficientStock"_s);
    QVERIFY(noTrace.holds());
    QCOMPARE(database.audit(), QStringList());
}

TANABAN_TEST(OutcomesTest)
#include "outcomestest.moc"
