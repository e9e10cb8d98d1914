#include "model/commandrunner.h"
#include "tests/storage/decisions.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

/// Several rows in one command, on both engines: one commit, one conflict document with all rows,
/// and no trace of what is refused.
class SeveralTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneCommandForAll_data() { addEngines(); }
    void oneCommandForAll();
    void rowsFoldIntoOneTarget_data() { addEngines(); }
    void rowsFoldIntoOneTarget();
    void oneConflictForAll_data() { addEngines(); }
    void oneConflictForAll();
    void goesOnWhenStillPossible_data() { addEngines(); }
    void goesOnWhenStillPossible();
    void guardsOfAllRows_data() { addEngines(); }
    void guardsOfAllRows();
    void rowsShareTheRoom_data() { addEngines(); }
    void rowsShareTheRoom();
    void splitUnitNeedsRoom_data() { addEngines(); }
    void splitUnitNeedsRoom();
    void sameIdAgain_data() { addEngines(); }
    void sameIdAgain();
};

namespace {

/// Three rows of 100: two of one lot in bins A and B, one of another product in bin C.
struct SeveralCompany
{
    TestDatabase database;
    Store &store;
    std::vector<qint64> rows;

    explicit SeveralCompany(Engine engine)
        : database(engine)
        , store(database.store())
    {
        for (const char *bin : {"A", "B", "C"}) {
            StockSeed seed;
            seed.bin = QString::fromLatin1(bin);
            seed.product = seed.bin == u"C"_s ? u"P2"_s : u"P1"_s;
            rows.push_back(database.stockRow(seed));
        }
        database.bin(u"WH001"_s, 1, u"Z"_s);
    }

    qint64 versionOf(size_t row) { return (*store.stock(rows[row]))->row.version; }
    template <typename Make>
    StockCommand each(Make make, bool looked = true)
    {
        Several several;
        for (size_t i = 0; i < rows.size(); ++i) {
            several.rows.push_back(
                {make(rows[i]), looked ? std::optional(versionOf(i)) : std::nullopt});
        }
        return {newCommandId(), several, {}, u"tester"_s};
    }
    StockCommand reserveEach(qint64 quantity, bool looked = true)
    {
        return each([quantity](qint64 id) { return Reserve{id, quantity}; }, looked);
    }
    StockCommand moveEach(qint64 quantity, int zone, const QString &bin, bool looked = true)
    {
        return each([=](qint64 id) { return Move{id, quantity, u"WH001"_s, zone, bin}; }, looked);
    }
    CommandResult run(const StockCommand &command,
                      ConflictPolicy policy = ConflictPolicy::Ask,
                      const std::vector<StockContext> &known = {})
    {
        tests::FakeClock clock;
        NoJournal journal;
        CommandRunner runner(store, clock, journal, [] { return 0.5; });
        return runner.run(command, policy, known);
    }
    void others(StockAction action)
    {
        const StockCommand command{newCommandId(), std::move(action), {}, u"tester"_s};
        const CommandResult result = run(command, ConflictPolicy::Retry);
        if (!std::holds_alternative<Committed>(result.outcome))
            qFatal("others could not");
    }
};

} // namespace

void SeveralTest::oneCommandForAll()
{
    QFETCH(const Engine, engine);
    SeveralCompany company(engine);
    const StockCommand command = company.reserveEach(10);
    const CommandResult result = company.run(command);
    const auto *committed = std::get_if<Committed>(&result.outcome);
    QVERIFY(committed);
    QCOMPARE(committed->stockVersions.size(), size_t(3));
    for (size_t i = 0; i < 3; ++i)
        QCOMPARE(committed->stockVersions.at(company.rows[i]), company.versionOf(i));
    const QString id = command.id.toString(QUuid::WithoutBraces);
    QCOMPARE(company.database.count(u"commands"_s, u"command_id = '%1'"_s.arg(id)), 1);
    QCOMPARE(company.database.count(
                 u"stock_events"_s,
                 u"command_id = '%1' AND kind = 'reserve' AND reserved_delta = 10"_s.arg(id)),
             3);
    QCOMPARE(company.database.audit(), QStringList());
}

void SeveralTest::rowsFoldIntoOneTarget()
{
    QFETCH(const Engine, engine);
    SeveralCompany company(engine);
    // Bins A and B hold the same lot: it lies in bin Z as one row, opened by this command.
    CommandResult result = company.run(company.moveEach(30, 1, u"Z"_s));
    QVERIFY(std::holds_alternative<Committed>(result.outcome));
    QCOMPARE(
        company.database.sql(u"SELECT product_code, on_hand, version FROM stock WHERE bin = 'Z' "
                             "ORDER BY product_code"_s),
        (std::vector<QVariantList>{{u"P1"_s, 60, 2}, {u"P2"_s, 30, 2}}));
    // And again, into the rows that are there.
    result = company.run(company.moveEach(20, 1, u"Z"_s));
    QVERIFY(std::holds_alternative<Committed>(result.outcome));
    QCOMPARE(company.database
                 .scalar(u"SELECT on_hand FROM stock WHERE bin = 'Z' AND "
                         "product_code = 'P1'"_s)
                 .toInt(),
             100);
    QCOMPARE(company.database.audit(), QStringList());
}

void SeveralTest::oneConflictForAll()
{
    QFETCH(const Engine, engine);
    SeveralCompany company(engine);
    const StockCommand command = company.reserveEach(10);
    const ChangeSet planned = decided(company.store, command);
    company.others(Reserve{company.rows[0], 7});
    company.others(Reserve{company.rows[2], 1});
    company.others(Adjust{company.rows[2], -2, u"Counted"_s});
    const auto before = company.database.checksums();
    // At the commit, and before it, when the rows are loaded again.
    for (const CommitOutcome &outcome :
         {company.store.commit(planned), company.run(command).outcome}) {
        const auto *conflict = std::get_if<VersionConflict>(&outcome);
        QVERIFY(conflict);
        QCOMPARE(conflict->rows.size(), size_t(2));
        const ConflictRow &first = conflict->rows[0];
        QCOMPARE(first.id, company.rows[0]);
        QCOMPARE(first.actual, first.expected + 1);
        QCOMPARE(first.between.size(), size_t(1));
        QCOMPARE(first.between[0].reservedDelta, 7);
        QCOMPARE(first.now->reserved, 7);
        const ConflictRow &second = conflict->rows[1];
        QCOMPARE(second.id, company.rows[2]);
        QCOMPARE(second.between.size(), size_t(2));
        QCOMPARE(second.between[1].reason, u"Counted"_s);
        QCOMPARE(second.now->onHand, 98);
    }
    QVERIFY(company.database.checksums() == before);
}

void SeveralTest::goesOnWhenStillPossible()
{
    QFETCH(const Engine, engine);
    SeveralCompany company(engine);
    const StockCommand command = company.reserveEach(90);
    std::vector<StockContext> known;
    for (const qint64 id : company.rows)
        known.push_back(**company.store.stock(id));
    company.others(Reserve{company.rows[1], 10});
    CommandResult result = company.run(command, ConflictPolicy::AskUnlessStillPossible, known);
    QVERIFY(std::holds_alternative<Committed>(result.outcome));
    QCOMPARE(result.wentOnDespite.size(), size_t(1));
    QCOMPARE(result.wentOnDespite[0].id, company.rows[1]);
    QCOMPARE((*company.store.stock(company.rows[1]))->row.reserved, 100);
    QCOMPARE(company.database.audit(), QStringList());
}

void SeveralTest::guardsOfAllRows()
{
    QFETCH(const Engine, engine);
    SeveralCompany company(engine);
    const StockCommand command = company.reserveEach(60, false);
    const ChangeSet planned = decided(company.store, command);
    company.others(Reserve{company.rows[0], 50});
    company.others(Reserve{company.rows[2], 50});
    const auto before = company.database.checksums();
    const CommitOutcome outcome = company.store.commit(planned);
    const auto *overtaken = std::get_if<Overtaken>(&outcome);
    QVERIFY(overtaken);
    QCOMPARE(overtaken->rows.size(), size_t(2));
    QCOMPARE(overtaken->rows[0].id, company.rows[0]);
    QCOMPARE(overtaken->rows[1].id, company.rows[2]);
    // Only a plan from fresh rows says what is short, and of which.
    const CommandResult result = company.run(command, ConflictPolicy::Retry);
    const auto *rejected = std::get_if<Rejected>(&result.outcome);
    QVERIFY(rejected);
    QCOMPARE(nameOf(rejected->error.rule), u"InsufficientStock"_s);
    QVERIFY2(rejected->error.row.contains(u"WH001/1/A"_s), qPrintable(rejected->error.row));
    QCOMPARE(rejected->error.others.size(), size_t(1));
    QVERIFY(rejected->error.others[0].row.contains(u"WH001/1/C"_s));
    QVERIFY(company.database.checksums() == before);
}

void SeveralTest::rowsShareTheRoom()
{
    QFETCH(const Engine, engine);
    SeveralCompany company(engine);
    company.database.zone(u"WH001"_s, 2, StorageCondition::RoomTemperature, 100);
    const ChangeSet planned = decided(company.store, company.moveEach(33, 2, {}, false));
    company.others(Move{company.rows[0], 2, u"WH001"_s, 2, {}});
    const auto before = company.database.checksums();
    QVERIFY(std::holds_alternative<Overtaken>(company.store.commit(planned)));
    const CommandResult result = company.run(company.moveEach(33, 2, {}));
    QCOMPARE(nameOf(std::get<Rejected>(result.outcome).error.rule), u"ZoneFull"_s);
    QVERIFY(company.database.checksums() == before);
    QVERIFY(std::holds_alternative<Committed>(company.run(company.moveEach(32, 2, {})).outcome));
    QCOMPARE(company.database.audit(), QStringList());
}

void SeveralTest::splitUnitNeedsRoom()
{
    QFETCH(const Engine, engine);
    TestDatabase database(engine);
    Store &store = database.store();
    StockSeed seed;
    seed.decimals = 1;
    seed.onHand = 20; // two whole units
    const qint64 id = database.stockRow(seed);
    database.bin(u"WH001"_s, 1, u"B"_s);
    SystemClock clock;
    NoJournal journal;
    CommandRunner runner(store, clock, journal, [] { return 0.0; });
    const auto moving = [id](qint64 quantity) {
        return StockCommand{
            newCommandId(), Move{id, quantity, u"WH001"_s, 1, u"B"_s}, {}, u"tester"_s};
    };
    const auto room = [&database](int units) {
        database.sql(u"UPDATE zones SET capacity = %1"_s.arg(units));
    };
    // Half a unit here and one and a half there fill the zone as three do. The commit says so as the
    // decision does.
    const ChangeSet planned = decided(store, moving(5));
    room(2);
    const auto before = database.checksums();
    const CommitOutcome outcome = store.commit(planned);
    QVERIFY(std::holds_alternative<Overtaken>(outcome));
    const CommandResult refused = runner.run(moving(5), ConflictPolicy::Retry);
    QCOMPARE(nameOf(std::get<Rejected>(refused.outcome).error.rule), u"ZoneFull"_s);
    QVERIFY(database.checksums() == before);
    // What fills it no more is always possible, even when there is too much in it already.
    room(1);
    const CommandResult whole = runner.run(moving(10), ConflictPolicy::Retry);
    QVERIFY(std::holds_alternative<Committed>(whole.outcome));
    room(3);
    const CommandResult split = runner.run(moving(5), ConflictPolicy::Retry);
    QVERIFY(std::holds_alternative<Committed>(split.outcome));
    room(2);
    const CommandResult joined = runner.run(moving(5), ConflictPolicy::Retry);
    QVERIFY(std::holds_alternative<Committed>(joined.outcome));
    QCOMPARE(database.audit(), QStringList());
}

void SeveralTest::sameIdAgain()
{
    QFETCH(const Engine, engine);
    SeveralCompany company(engine);
    const StockCommand command = company.moveEach(10, 1, u"Z"_s, false);
    const ChangeSet planned = decided(company.store, command);
    QVERIFY(std::holds_alternative<Committed>(company.store.commit(planned)));
    const auto before = company.database.checksums();
    const CommitOutcome again = company.store.commit(planned);
    QVERIFY(std::get<Committed>(again).repeated);
    QCOMPARE(std::get<Committed>(again).stockVersions.size(), size_t(5));
    StockCommand other = command;
    std::get<Move>(std::get<Several>(other.action).rows[1].action).quantity = 11;
    const CommandResult reused = company.run(other, ConflictPolicy::Retry);
    QCOMPARE(nameOf(std::get<Rejected>(reused.outcome).error.rule), u"CommandIdReused"_s);
    QVERIFY(company.database.checksums() == before);
}

TANABAN_TEST(SeveralTest)
#include "severaltest.moc"
