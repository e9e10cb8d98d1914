// A shared database of an older program: no desktop changes it, one command of its owner does.

#include "model/changeset.h"
#include "model/stockcommands.h"
#include "storage/gate.h"
#include "storage/migrator.h"
#include "tests/support/testprogram.h"
#include "tests/torture/otherdays.h"

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

class ServerUpgradeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneCommandUpgrades();
    void rightsAreWrittenAnew();
    void onlyTheOwnerMay();
    void emptyAndForeign();
    void everyOlderSchema_data();
    void everyOlderSchema();

private:
    OtherDays m_days;
};

void ServerUpgradeTest::oneCommandUpgrades()
{
    TestDatabase database(Engine::Postgres);
    database.stockRow();
    const int schema = database.scalar(u"SELECT max(number) FROM schema_migrations"_s).toInt();
    const DatabaseUrl url = database.url();
    const auto before = database.checksums();
    for (const QString &command : {u"stock list"_s, u"init"_s}) {
        const Ended refused = OtherDays::run(url, command, m_days.tomorrowsProgram());
        QCOMPARE(refused.status, 7);
        QVERIFY2(refused.err.contains("tanabanctl server upgrade"), refused.err.constData());
    }
    QCOMPARE(database.checksums(), before);
    const Ended nothing = OtherDays::run(url, u"server upgrade"_s, m_days.todaysProgram());
    QCOMPARE(nothing.status, 0);
    QCOMPARE(nothing.json()[u"nothing_to_do"_s].toBool(), true);
    QCOMPARE(database.checksums(), before);

    // Two at once: one does it, the other waits and finds nothing to do.
    const auto one = OtherDays::start(url, u"server upgrade"_s, m_days.tomorrowsProgram());
    const auto two = OtherDays::start(url, u"server upgrade"_s, m_days.tomorrowsProgram());
    int done = 0;
    for (const Ended &ended : {OtherDays::wait(*one), OtherDays::wait(*two)}) {
        QVERIFY2(ended.status == 0, ended.err.constData());
        QCOMPARE(ended.json()[u"to"_s].toInt(), OtherDays::tomorrow);
        done += int(ended.json()[u"from"_s].toInt() == schema);
    }
    QCOMPARE(done, 1);
    QCOMPARE(database.scalar(u"SELECT amount FROM tomorrow WHERE code = 'P1'"_s).toLongLong(), 100);
    QCOMPARE(OtherDays::run(url, u"stock list"_s, m_days.tomorrowsProgram()).status, 0);
    const Ended older = OtherDays::run(url, u"stock list"_s, m_days.todaysProgram());
    QCOMPARE(older.status, 7);
    QVERIFY2(older.err.contains("Install the newer program"), older.err.constData());
    // Its rights belong to the newer program; the older one does not write them back.
    QCOMPARE(OtherDays::run(url, u"server upgrade"_s, m_days.todaysProgram()).status, 7);
}

void ServerUpgradeTest::rightsAreWrittenAnew()
{
    TestDatabase database(Engine::Postgres);
    const auto before = database.checksums();
    database.sql(u"UPDATE api.matrix SET roles = '{viewer}' WHERE kind = 'adjust'"_s);
    QVERIFY(database.checksums() != before);
    const Ended ended = OtherDays::run(database.url(), u"server upgrade"_s, m_days.todaysProgram());
    QVERIFY2(ended.status == 0, ended.err.constData());
    QCOMPARE(ended.json()[u"rights_rewritten"_s].toBool(), true);
    QCOMPARE(ended.json()[u"from"_s], ended.json()[u"to"_s]);
    QCOMPARE(database.checksums(), before);
}

void ServerUpgradeTest::onlyTheOwnerMay()
{
    TestDatabase database(Engine::Postgres);
    DatabaseUrl url = database.url();
    url.user = u"tanaban_stranger_%1"_s.arg(QCoreApplication::applicationPid());
    database.sql(u"CREATE ROLE %1 LOGIN"_s.arg(url.user));
    const auto before = database.checksums();
    QCOMPARE(OtherDays::run(url, u"server upgrade"_s, m_days.tomorrowsProgram()).status, 5);
    QCOMPARE(database.checksums(), before);
    database.sql(u"DROP ROLE %1"_s.arg(url.user));
}

void ServerUpgradeTest::emptyAndForeign()
{
    const TestDatabase empty(Engine::Postgres, [](const DatabaseUrl &) {});
    QCOMPARE(OtherDays::run(empty.url(), u"server upgrade"_s, m_days.todaysProgram()).status, 7);
    TestDatabase file(Engine::Sqlite);
    const auto before = file.checksums();
    const Ended ended = OtherDays::run(file.url(), u"server upgrade"_s, m_days.tomorrowsProgram());
    QCOMPARE(ended.status, 2);
    QVERIFY2(ended.err.contains("PostgreSQL"), ended.err.constData());
    QCOMPARE(file.checksums(), before);
}

void ServerUpgradeTest::everyOlderSchema_data()
{
    QTest::addColumn<Engine>("engine");
    QTest::addColumn<int>("schema");
    for (const storage::Migration &step : storage::migrations()) {
        QTest::addRow("sqlite %d", step.number) << Engine::Sqlite << step.number;
        QTest::addRow("postgresql %d", step.number) << Engine::Postgres << step.number;
    }
}

void ServerUpgradeTest::everyOlderSchema()
{
    QFETCH(Engine, engine);
    QFETCH(int, schema);
    TestDatabase database(engine, [&](const DatabaseUrl &url) {
        const Ended made = OtherDays::run(url, u"init"_s, m_days.olderProgram(schema));
        if (made.status != 0)
            qFatal("%s", made.err.constData());
    });
    StockSeed seed;
    seed.reserved = 8;
    const qint64 row = database.stockRow(seed);
    const int newest = storage::migrations().back().number;
    if (engine == Engine::Postgres) {
        storage::SqlGate gate;
        const auto upgraded = gate.upgradeServer(database.url());
        QVERIFY2(upgraded.ok(), upgraded ? "" : qPrintable(upgraded.error().detail));
        QCOMPARE(upgraded->from, schema);
        QCOMPARE(upgraded->to, newest);
    }
    Store &store = database.store();
    QCOMPARE(database.database().copyOfOlder().isEmpty(),
             schema == newest || engine == Engine::Postgres);
    const StockCommand command{newCommandId(), Reserve{row, 1}, {}, u"tester"_s};
    const CommitOutcome outcome = store.commit(std::get<ChangeSet>(decide(command, store)));
    QVERIFY(std::holds_alternative<Committed>(outcome));
    QCOMPARE((*store.stock(row))->row.reserved, 9);
    QCOMPARE(database.audit(), QStringList());
}

TANABAN_TEST(ServerUpgradeTest)
#include "serverupgradetest.moc"
