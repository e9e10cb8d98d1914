// The program itself, as people and scripts run it: every command, every exit status, every
// document, on a real file and a real server.
#include "tests/support/testdatabase.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

namespace {

struct Answer
{
    int status = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    QString rule() const { return json()[u"rule"_s].toString(); }
    QString outcome() const { return json()[u"outcome"_s].toString(); }
    qint64 number(const QString &key) const { return json()[key].toInteger(-1); }
};

Answer runProgram(const QStringList &arguments, const QString &dataHome)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_DATA_HOME"_s, dataHome);
    process.setProcessEnvironment(environment);
    process.start(qEnvironmentVariable("TANABAN_BIN") + u"/tanabanctl"_s, arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, {}, process.errorString().toUtf8() + process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// Words parted by spaces; '…' around a word with spaces or nothing in it.
QStringList split(const QString &line)
{
    QStringList words;
    static const QRegularExpression word(u"'([^']*)'|(\\S+)"_s);
    for (const QRegularExpressionMatch &match : word.globalMatch(line))
        words += match.capturedLength(2) > 0 ? match.captured(2) : match.captured(1);
    return words;
}

qint64 versionOf(const Answer &answer, qint64 id)
{
    const QJsonArray rows = answer.json()[u"rows"_s].toArray();
    for (const QJsonValue &row : rows) {
        if (row[u"id"_s].toInteger() == id)
            return row[u"version"_s].toInteger();
    }
    return 0;
}

const char *const wrongLines[] = {
    "fly",
    "stock",
    "stock fly",
    "stock list --status lost",
    "stock list --zone 1",
    "stock list --sort taste",
    "stock list --limit 0",
    "stock list surplus",
    "stock history",
    "stock history x",
    "stock history -1",
    "reserve",
    "reserve 1",
    "reserve 1 --quantity",
    "reserve 1 --quantity 1 --quantity 2",
    "reserve 1 --amount 1",
    "reserve 1 --quantity 1 --reason why",
    "reserve 1 --quantity 1 --command-id 7",
    "reserve 1 --quantity 1 --command-id 00000000-0000-0000-0000-000000000000",
    "reserve 1 --quantity 1 --expect-version 0",
    "reserve 1 --quantity 1 --expect-version 1 --policy retry",
    "reserve 1 --quantity 1 --policy ask",
    "reserve 1 --quantity 1 --policy hope",
    "receive P1 --warehouse WH001 --zone 1 --quantity 1 --expect-version 1",
    "receive P1 --warehouse WH001 --zone one --quantity 1",
    "receive P1 --warehouse WH001 --zone 1 --quantity 1 --expires 1.2.2027",
    "receive P1 --warehouse WH001 --quantity 1",
    "release --quantity 1",
    "ship 1",
    "move 1 --quantity 1 --to WH001",
    "move 1 --quantity 1 --to WH001/x",
    "adjust 1 --by 1",
    "status 1 --quantity 1 --to lost --reason x",
    "demo --rows 1000001",
    "demo --rows many",
    "import spoons file.csv",
    "import stock /no/such/file.csv",
    "--json=yes stock list",
    "--db mysql:x stock list",
    "--db postgresql://me:secret@host/db stock list"};

} // namespace

class CliTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wrongUsage();
    void helps();
    void listsWritingCommands();
    void makesTheDefaultDatabase();

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
    void unavailable();
    void foreignAndDamaged_data() { addEngines(); }
    void foreignAndDamaged();
    void demoAndBackup_data() { addEngines(); }
    void demoAndBackup();
    void importsProducts_data() { addEngines(); }
    void importsProducts();

private:
    Answer run(const QString &line) const { return runProgram(split(line), m_home.path()); }
    Answer run(const TestDatabase &database,
               const QString &line,
               const QString &login = u"tester"_s) const
    {
        DatabaseUrl url = database.url();
        if (database.isPostgres())
            url.user = login;
        return runProgram(QStringList{u"--db"_s, url.toString(), u"--as"_s, login, u"--json"_s}
                              + split(line),
                          m_home.path());
    }

    QTemporaryDir m_home;
};

void CliTest::initTestCase()
{
    if (qEnvironmentVariableIsEmpty("TANABAN_BIN"))
        QFAIL("TANABAN_BIN must name the folder of tanabanctl");
}

void CliTest::wrongUsage()
{
    const Answer nothing = run(QString());
    QCOMPARE(nothing.status, 2);
    QVERIFY(nothing.err.contains("Commands:"));
    for (const char *line : wrongLines) {
        const Answer answer = run(QString::fromLatin1(line));
        QVERIFY2(answer.status == 2, line);
        QVERIFY2(answer.out.isEmpty(), line);
        QVERIFY2(!answer.err.isEmpty(), line);
    }
    QVERIFY(!QDir(m_home.path()).exists(u"tanaban/tanaban.db"_s)); // nothing was made
}

void CliTest::helps()
{
    const Answer all = run(u"--help"_s);
    QCOMPARE(all.status, 0);
    QVERIFY(all.err.isEmpty());
    const char *const commands[] = {"init",
                                    "demo",
                                    "verify",
                                    "backup",
                                    "import",
                                    "stock list",
                                    "stock history",
                                    "receive",
                                    "reserve",
                                    "release",
                                    "ship",
                                    "move",
                                    "adjust",
                                    "status"};
    for (const char *command : commands) {
        QVERIFY2(all.out.contains(command), command);
        const Answer one = run(QString::fromLatin1(command) + u" --help"_s);
        QCOMPARE(one.status, 0);
        QVERIFY2(one.out.startsWith(QByteArray(QByteArray("tanabanctl ") + command)), command);
    }
    QVERIFY(run(u"--version"_s).out.startsWith("tanabanctl "));
}

void CliTest::listsWritingCommands()
{
    const Answer answer = run(u"--list-writing-commands"_s);
    QCOMPARE(answer.status, 0);
    QStringList names;
    const QStringList lines = QString::fromUtf8(answer.out).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QStringList parts = line.split(u'\t');
        QCOMPARE(parts.size(), 2);
        names += parts[0];
        QVERIFY2(parts[1].startsWith(parts[0]), qPrintable(line));
    }
    for (const char *name :
         {"receive", "reserve", "release", "ship", "move", "adjust", "status", "import"})
        QVERIFY2(names.contains(QString::fromLatin1(name)), name);
}

void CliTest::makesTheDefaultDatabase()
{
    const QTemporaryDir home;
    const Answer before = runProgram({u"stock"_s, u"list"_s}, home.path());
    QCOMPARE(before.status, 6);
    QVERIFY(before.err.contains("tanabanctl init"));
    QCOMPARE(runProgram({u"init"_s, u"--as"_s, u"sato"_s}, home.path()).status, 0);
    QVERIFY(QFile::exists(home.filePath(u"tanaban/tanaban.db"_s)));
    QCOMPARE(runProgram({u"init"_s}, home.path()).status, 0);
    const Answer verified = runProgram({u"verify"_s}, home.path());
    QVERIFY2(verified.status == 0, verified.out.constData());
    QCOMPARE(runProgram({u"--as"_s, u"nobody"_s, u"stock"_s, u"list"_s}, home.path()).status, 5);
}

void CliTest::stockWork()
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

void CliTest::quantitiesAreDecimals()
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

void CliTest::conflict()
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

void CliTest::sameCommandAgain()
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

void CliTest::rulesSayNo()
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

void CliTest::notAllowed()
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

void CliTest::busy()
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

void CliTest::unavailable()
{
    const Answer server = run(u"--db postgresql://x@127.0.0.1:1/y --json reserve 1 --quantity 1"_s);
    QVERIFY2(server.status == 6, server.err.constData());
    QCOMPARE(server.outcome(), u"unavailable"_s);
    QVERIFY(!server.json()[u"command_id"_s].toString().isEmpty());
    QVERIFY(server.err.contains("command_id"));
    QCOMPARE(run(u"--db sqlite:/no/such/folder/file.db stock list"_s).status, 6);
}

void CliTest::foreignAndDamaged()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const qint64 id = database.stockRow();
    database.sql(u"UPDATE stock SET on_hand = on_hand + 1 WHERE id = ?"_s, {id});
    const Answer verified = run(database, u"verify"_s);
    QCOMPARE(verified.status, 7);
    QCOMPARE(verified.outcome(), u"damaged"_s);
    QStringList broken;
    const QJsonArray checks = verified.json()[u"checks"_s].toArray();
    for (const QJsonValue &check : checks) {
        if (check[u"count"_s].toInteger() > 0)
            broken += check[u"check"_s].toString();
    }
    QVERIFY(broken.contains(u"05-row-sums"_s));

    QFile file(m_home.filePath(u"foreign.db"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(5000, 'x'));
    file.close();
    QCOMPARE(run(u"--db sqlite:%1 stock list"_s.arg(file.fileName())).status, 7);
    QCOMPARE(run(u"--db sqlite:%1 init"_s.arg(file.fileName())).status, 7);
    QVERIFY(file.remove());
}

void CliTest::demoAndBackup()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const Answer made = run(database, u"demo --rows 300"_s);
    QVERIFY2(made.status == 0, made.err.constData());
    QCOMPARE(database.count(u"stock"_s), 300);
    const Answer verified = run(database, u"verify"_s);
    QVERIFY2(verified.status == 0, verified.out.constData());
    QCOMPARE(run(database, u"demo --rows 300"_s).status, 3);
    const QString copy = m_home.filePath(u"copy.db"_s);
    const Answer backup = run(database, u"backup "_s + copy);
    if (database.isPostgres()) {
        QCOMPARE(backup.status, 3);
        return;
    }
    QVERIFY2(backup.status == 0, backup.err.constData());
    QCOMPARE(run(u"--db sqlite:%1 verify"_s.arg(copy)).status, 0);
    QCOMPARE(run(database, u"backup "_s + copy).status, 3); // it never overwrites
    QVERIFY(QFile::remove(copy));
}

void CliTest::importsProducts()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    QFile file(m_home.filePath(u"products.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("code,name,storage_condition,unit\nA1,Apples,room_temperature,kg\nA2,,frozen,kg\n");
    file.close();
    const auto before = database.checksums();
    const QString line = u"import products "_s + file.fileName();
    const Answer refused = run(database, line);
    QVERIFY2(refused.status == 3, refused.err.constData());
    QCOMPARE(refused.number(u"refused"_s), 1);
    const QJsonObject finding = refused.json()[u"findings"_s].toArray().at(0).toObject();
    QCOMPARE(finding[u"line"_s].toInteger(), 3);
    QCOMPARE(finding[u"field"_s].toString(), u"name"_s);
    const Answer dry = run(database, line + u" --only-good-rows --dry-run"_s);
    QCOMPARE(dry.status, 0);
    QCOMPARE(dry.outcome(), u"dry_run"_s);
    QCOMPARE(database.checksums(), before);
    const Answer taken = run(database, line + u" --only-good-rows"_s);
    QVERIFY2(taken.status == 0, taken.err.constData());
    QCOMPARE(taken.number(u"written"_s), 1);
    const auto written = database.checksums();
    const Answer again = run(database, line + u" --only-good-rows"_s);
    QCOMPARE(again.number(u"unchanged"_s), 1);
    QCOMPARE(database.checksums(), written);
    QCOMPARE(database.audit(), QStringList());
}

QTEST_GUILESS_MAIN(CliTest)
#include "clitest.moc"
