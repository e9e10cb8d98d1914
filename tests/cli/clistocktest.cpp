// The commands that change stock, as scripts run them: every document and exit status, on a real
// file and a real server.
#include "tests/cli/program.h"
#include "tests/support/testprogram.h"

#include <QDir>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

class CliStockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void stockWork_data() { addEngines(); }
    void stockWork();
    void quantitiesAreDecimals_data() { addEngines(); }
    void quantitiesAreDecimals();
    void conflict_data() { addEngines(); }
    void conflict();
    void sameCommandAgain_data() { addEngines(); }
    void sameCommandAgain();
    void rulesSayNo_data() { addEngines(); }
    void rulesSayNo();
    void notAllowed_data() { addEngines(); }
    void notAllowed();
    void busy_data() { addEngines(); }
    void busy();

private:
    template <typename... What>
    Answer run(const What &...what) const
    {
        return m_program.run(what...);
    }

    Program m_program;
};

void CliStockTest::initTestCase()
{
    if (qEnvironmentVariableIsEmpty("TANABAN_BIN"))
        QFAIL("TANABAN_BIN must name the folder of tanabanctl");
}

void CliStockTest::stockWork()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const qint64 id = database.stockRow();
    database.bin(u"WH001"_s, 1, u"A/1"_s);

    const Answer list = run(database, u"stock list --product P1"_s);
    QVERIFY2(list.status == 0, list.err.constData());
    const QJsonObject row = list.json()[u"rows"_s].toArray().at(0).toObject();
    QCOMPARE(row[u"id"_s].toInteger(), id);
    QCOMPARE(row[u"available"_s].toInteger(), 100);
    QCOMPARE(row[u"quantity_decimals"_s].toInteger(), 0);

    const auto found = [&](const QString &terms) {
        return run(database, u"stock list --search '%1'"_s.arg(terms)).json()[u"rows"_s].toArray();
    };
    QCOMPARE(found(u"lot:L1 available:<=100 p1"_s).size(), 1);
    QCOMPARE(found(u"lot:L1 available:<100"_s).size(), 0);
    QCOMPARE(run(database, u"stock list --search 'available:few'"_s).status, 2);

    const Answer received = run(database,
                                u"receive P1 --warehouse WH001 --zone 1 --lot L1 --quantity 5"_s);
    QVERIFY2(received.status == 0, received.err.constData());
    QCOMPARE(received.outcome(), u"committed"_s);
    QCOMPARE(received.json()[u"repeated"_s].toBool(true), false);
    QCOMPARE(versionOf(received, id), 2);
    const auto step = [&](const QString &line) {
        return versionOf(run(database, line.arg(id)), id);
    };
    QCOMPARE(step(u"reserve %1 --quantity 50 --expect-version 2"_s), 3);
    QCOMPARE(step(u"release %1 --quantity 10"_s), 4);
    QCOMPARE(step(u"ship %1 --quantity 20"_s), 5);
    QCOMPARE(step(u"move %1 --quantity 4 --to WH001/1/A/1"_s), 6);
    QCOMPARE(step(u"adjust %1 --by -1 --reason 'Counted again'"_s), 7);
    QCOMPARE(step(u"adjust %1 --by +2 --reason Found"_s), 8);
    QCOMPARE(step(u"status %1 --quantity 3 --to damaged --reason Dropped"_s), 9);
    const qint64 allocation =
        database.scalar(u"SELECT id FROM allocations WHERE state = 'open'"_s).toLongLong();
    const QString named = QString::number(allocation);
    QCOMPARE(versionOf(run(database, u"ship --allocation %1 --quantity 2"_s.arg(named)), id), 10);
    QCOMPARE(step(u"release %1 --allocation "_s + named), 11);

    const Answer history = run(database, u"stock history %1"_s.arg(id));
    const QJsonArray events = history.json()[u"events"_s].toArray();
    QCOMPARE(events.size(), 11);
    QCOMPARE(events.at(0)[u"kind"_s].toString(), u"release"_s);
    QCOMPARE(events.at(4)[u"reason"_s].toString(), u"Counted again"_s);
    QCOMPARE(events.at(10)[u"kind"_s].toString(), u"receive"_s);
    QCOMPARE(
        run(database, u"stock history %1 --limit 2"_s.arg(id)).json()[u"events"_s].toArray().size(),
        2);
    QCOMPARE(database.scalar(u"SELECT on_hand FROM stock WHERE id = ?"_s, {id}).toLongLong(), 77);
    const Answer verified = run(database, u"verify"_s);
    QVERIFY2(verified.status == 0, verified.out.constData());
}

void CliStockTest::quantitiesAreDecimals()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    StockSeed seed;
    seed.decimals = 2;
    const qint64 id = database.stockRow(seed);
    const auto reserve = [&](const char *quantity) {
        return run(database, u"reserve %1 --quantity "_s.arg(id) + QString::fromLatin1(quantity));
    };
    const Answer reserved = reserve("0.25");
    QVERIFY2(reserved.status == 0, reserved.err.constData());
    QCOMPARE(database.scalar(u"SELECT reserved FROM stock WHERE id = ?"_s, {id}).toLongLong(), 25);
    QCOMPARE(reserve("0.125").status, 3);
    QCOMPARE(reserve("0.125").rule(), u"TooManyDecimals"_s);
    QCOMPARE(reserve("1,5").rule(), u"NotANumber"_s);
    QCOMPARE(reserve("99999999999").rule(), u"QuantityOutOfRange"_s);
}

void CliStockTest::conflict()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const qint64 id = database.stockRow();
    QCOMPARE(run(database, u"reserve %1 --quantity 30"_s.arg(id)).status, 0);
    QCOMPARE(run(database, u"adjust %1 --by -2 --reason Counted"_s.arg(id)).status, 0);
    const auto before = database.checksums();
    const Answer answer = run(database, u"reserve %1 --quantity 8 --expect-version 1"_s.arg(id));
    QVERIFY2(answer.status == 4, answer.err.constData());
    QVERIFY(!answer.err.isEmpty());
    QCOMPARE(database.checksums(), before);

    QCOMPARE(answer.outcome(), u"version_conflict"_s);
    QVERIFY(!QUuid::fromString(answer.json()[u"command_id"_s].toString()).isNull());
    const QJsonArray rows = answer.json()[u"rows"_s].toArray();
    QCOMPARE(rows.size(), 1);
    const QJsonObject row = rows.at(0).toObject();
    const auto keys = [](const QJsonObject &object) { return object.keys().join(u' '); };
    QCOMPARE(keys(row), u"actual available between expected id more on_hand reserved"_s);
    QCOMPARE(row[u"id"_s].toInteger(), id);
    QCOMPARE(row[u"expected"_s].toInteger(), 1);
    QCOMPARE(row[u"actual"_s].toInteger(), 3);
    QCOMPARE(row[u"on_hand"_s].toInteger(), 98);
    QCOMPARE(row[u"reserved"_s].toInteger(), 30);
    QCOMPARE(row[u"available"_s].toInteger(), 68);
    QCOMPARE(row[u"more"_s].toInteger(-1), 0);
    const QJsonArray between = row[u"between"_s].toArray();
    QCOMPARE(between.size(), 2);
    const QJsonObject entry = between.at(1).toObject();
    QCOMPARE(keys(entry), u"actor at kind on_hand_delta order reason reserved_delta version"_s);
    QCOMPARE(entry[u"version"_s].toInteger(), 3);
    QCOMPARE(entry[u"kind"_s].toString(), u"adjust"_s);
    QCOMPARE(entry[u"on_hand_delta"_s].toInteger(), -2);
    QCOMPARE(entry[u"reason"_s].toString(), u"Counted"_s);
    QCOMPARE(entry[u"actor"_s].toString(), u"tester"_s);
}

void CliStockTest::sameCommandAgain()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const qint64 id = database.stockRow();
    const QString command = u" --command-id 01890000-0000-7000-8000-00000000ABCD"_s;
    const QString line = u"reserve %1 --quantity 60"_s.arg(id) + command;
    const Answer first = run(database, line);
    QVERIFY2(first.status == 0, first.err.constData());
    QCOMPARE(first.json()[u"command_id"_s].toString(), u"01890000-0000-7000-8000-00000000abcd"_s);
    const auto before = database.checksums();
    const Answer again = run(database, line);
    QVERIFY2(again.status == 0, again.err.constData());
    QCOMPARE(again.json()[u"repeated"_s].toBool(), true);
    QCOMPARE(versionOf(again, id), 2);
    // The intent is the same with what was looked at, too: the version is no part of it.
    QCOMPARE(run(database, line + u" --expect-version 1"_s).json()[u"repeated"_s].toBool(), true);
    const Answer other = run(database, u"reserve %1 --quantity 61"_s.arg(id) + command);
    QCOMPARE(other.status, 3);
    QCOMPARE(other.rule(), u"CommandIdReused"_s);
    QCOMPARE(database.checksums(), before);
}

void CliStockTest::rulesSayNo()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const qint64 id = database.stockRow();
    const auto before = database.checksums();
    const std::pair<QString, QString> cases[]{
        {u"reserve %1 --quantity 101"_s, u"InsufficientStock"_s},
        {u"release %1 --quantity 1"_s, u"InvalidReleaseQuantity"_s},
        {u"ship %1 --quantity 1"_s, u"NotReserved"_s},
        {u"adjust %1 --by -101 --reason Gone"_s, u"InsufficientStock"_s},
        {u"adjust %1 --by 1 --reason ''"_s, u"ReasonMissing"_s},
        {u"move %1 --quantity 1 --to WH001/1"_s, u"SamePlace"_s},
        {u"move %1 --quantity 1 --to WH009/1"_s, u"UnknownPlace"_s},
        {u"status %1 --quantity 1 --to available --reason x"_s, u"SamePlace"_s},
        {u"ship --allocation 9%1"_s, u"UnknownAllocation"_s},
        {u"reserve 9999%1 --quantity 1"_s, u"UnknownStock"_s},
        {u"receive NOPE%1 --warehouse WH001 --zone 1 --quantity 1"_s, u"UnknownProduct"_s},
        {u"stock history 9999%1"_s, u"UnknownStock"_s}};
    for (const auto &[line, rule] : cases) {
        const Answer answer = run(database, line.arg(id));
        QVERIFY2(answer.status == 3, qPrintable(line + u": "_s + QString::fromUtf8(answer.err)));
        QCOMPARE(answer.outcome(), u"rejected"_s);
        QCOMPARE(answer.rule(), rule);
        QVERIFY(!answer.err.isEmpty());
    }
    const Answer tooMuch = run(database, u"reserve %1 --quantity 101"_s.arg(id));
    QCOMPARE(tooMuch.number(u"asked"_s), 101);
    QCOMPARE(tooMuch.number(u"possible"_s), 100);
    QVERIFY(!tooMuch.json()[u"message"_s].toString().isEmpty());
    QCOMPARE(database.checksums(), before);
}

void CliStockTest::notAllowed()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const qint64 id = database.stockRow();
    database.person(u"clivia"_s, u"viewer"_s);
    QCOMPARE(run(database, u"stock list"_s, u"clivia"_s).status, 0);
    const auto before = database.checksums();
    const Answer answer = run(database, u"reserve %1 --quantity 1"_s.arg(id), u"clivia"_s);
    QVERIFY2(answer.status == 5, answer.err.constData());
    QCOMPARE(answer.rule(), u"NotAllowed"_s);
    QCOMPARE(database.checksums(), before);
}

void CliStockTest::busy()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const qint64 id = database.stockRow();
    database.sql(database.isPostgres() ? u"BEGIN"_s : u"BEGIN IMMEDIATE"_s);
    database.sql(u"UPDATE stock SET on_hand = on_hand WHERE id = ?"_s, {id});
    const Answer answer = run(database, u"reserve %1 --quantity 1"_s.arg(id));
    database.sql(u"ROLLBACK"_s);
    QVERIFY2(answer.status == 8, answer.err.constData());
    QCOMPARE(answer.outcome(), u"busy"_s);
    QCOMPARE(run(database, u"reserve %1 --quantity 1"_s.arg(id)).status, 0);
}

TANABAN_TEST(CliStockTest)
#include "clistocktest.moc"
