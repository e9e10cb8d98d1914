// The program itself, as people and scripts run it: usage, help, and the commands that are about a
// whole database, on a real file and a real server.
#include "tests/cli/program.h"
#include "tests/support/testprogram.h"

#include <QDir>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

namespace {

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
    void unavailable();
    void foreignAndDamaged_data() { addEngines(); }
    void foreignAndDamaged();
    void demoAndBackup_data() { addEngines(); }
    void demoAndBackup();
    void importsProducts_data() { addEngines(); }
    void importsProducts();

private:
    template <typename... What>
    Answer run(const What &...what) const
    {
        return m_program.run(what...);
    }

    Program m_program;
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
    QVERIFY(!QDir(m_program.home.path()).exists(u"tanaban/tanaban.db"_s)); // nothing was made
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
    for (const char *name : {"receive",
                             "reserve",
                             "release",
                             "ship",
                             "move",
                             "adjust",
                             "status",
                             "import",
                             "order create",
                             "order cancel"})
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

    QFile file(m_program.home.filePath(u"foreign.db"_s));
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
    const QString copy = m_program.home.filePath(u"copy.db"_s);
    const Answer backup = run(database, u"backup "_s + copy);
    if (database.isPostgres()) {
        QCOMPARE(backup.status, 2);
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
    QFile file(m_program.home.filePath(u"products.csv"_s));
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

TANABAN_TEST(CliTest)
#include "clitest.moc"
