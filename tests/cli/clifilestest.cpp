// A file of ours that is not what it seems, or lies where it cannot be worked with: said in words that
// say what to do, with the exit status of the contract, and nothing is written.
#include "tests/cli/program.h"
#include "tests/support/filecontent.h"
#include "tests/support/testprogram.h"

#include <QDir>

#include <sqlite3.h>
#include <unistd.h>

using namespace tanaban;
using namespace tanaban::test;

class CliFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void altered_data();
    void altered();
    void numbersOfNoSchema_data();
    void numbersOfNoSchema();
    void alteredInItsLog();
    void statisticsAreNoAlteration();
    void logOfAnotherDatabase();
    void linkToAFile();
    void networkDrive();
    void lockedByAnotherProgram();
    void readOnlyAndFullDisk_data();
    void readOnlyAndFullDisk();

private:
    /// No command works with it, and everything in its folder stays as it is.
    void refusesAndLeaves(const QString &path, int status, const QByteArray &words) const;

    Program m_program;
};

namespace {

using Content = QMap<QString, QByteArray>;

Content contentOfFolder(const QString &path)
{
    Content content;
    const QDir folder = QFileInfo(path).dir();
    for (const QString &name : folder.entryList(QDir::Files | QDir::Hidden))
        content[name] = contentOf(folder.filePath(name));
    return content;
}

void breakWith(TestDatabase &database, const QStringList &steps)
{
    database.close();
    for (const QString &step : steps)
        database.sql(step);
    database.close();
}

} // namespace

void CliFilesTest::refusesAndLeaves(const QString &path, int status, const QByteArray &words) const
{
    const Content before = contentOfFolder(path);
    QVERIFY(!before.isEmpty());
    for (const QString &line : {u"stock list"_s,
                                u"verify"_s,
                                u"reserve 1 --quantity 1"_s,
                                u"init"_s,
                                u"demo --rows 300"_s,
                                QString(u"backup "_s + m_program.home.filePath(u"copy.db"_s))})
    {
        const Answer answer = m_program.run(
            u"--db sqlite:%1 --as tester --json %2"_s.arg(path, line));
        const QString said = line + u": "_s + QString::fromUtf8(answer.err);
        QVERIFY2(answer.status == status, qPrintable(QString::number(answer.status) + said));
        QVERIFY2(answer.err.contains(words), qPrintable(said));
        QVERIFY2(answer.err.contains("Nothing was changed"), qPrintable(said));
        QVERIFY2(contentOfFolder(path) == before, qPrintable(said));
    }
    QVERIFY(!QFile::exists(m_program.home.filePath(u"copy.db"_s)));
}

void CliFilesTest::altered_data()
{
    QTest::addColumn<QStringList>("steps");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *name, const QStringList &steps, const char *words) {
        QTest::newRow(name) << steps << QByteArray(words);
    };
    row("a trigger",
        {u"CREATE TRIGGER evil AFTER UPDATE ON stock BEGIN UPDATE people SET role = 'admin'; END"_s},
        "trigger evil");
    row("a view", {u"CREATE VIEW evil AS SELECT randomblob(1000000000)"_s}, "view evil");
    row("a table more", {u"CREATE TABLE mine (a)"_s}, "table mine");
    row("an index that computes",
        {u"CREATE INDEX mine ON stock (abs(on_hand))"_s},
        "index mine is not of this program");
    row("an index less", {u"DROP INDEX lots_by_expiry"_s}, "index lots_by_expiry is missing");
    row("a column less", {u"ALTER TABLE warehouses DROP COLUMN name"_s}, "table warehouses");
    row("a column more", {u"ALTER TABLE products ADD COLUMN note TEXT"_s}, "table products");
    row("ten thousand columns",
        {u"PRAGMA writable_schema = 1"_s,
         u"UPDATE sqlite_schema SET sql = 'CREATE TABLE warehouses (code'"
         " || replace(hex(zeroblob(5000)), '00', ', x') || ')' WHERE name = 'warehouses'"_s},
        "damaged");
    row("a view in place of a table",
        {u"DROP TABLE changes"_s,
         u"CREATE VIEW changes AS SELECT code AS entity, code AS key FROM warehouses"_s},
        "changes");
    row("a check without an end",
        {u"PRAGMA writable_schema = 1"_s,
         u"UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (on_hand', "
         "'CHECK (length(hex(zeroblob(900000000))) > 1 AND on_hand') WHERE name = 'stock'"_s},
        "table stock is not as this program made it");
    row("the list of steps is a view",
        {u"ALTER TABLE schema_migrations RENAME TO steps"_s,
         u"CREATE VIEW schema_migrations AS SELECT * FROM steps"_s},
        "another program");
}

void CliFilesTest::altered()
{
    QFETCH(QStringList, steps);
    QFETCH(QByteArray, words);
    TestDatabase database(Engine::Sqlite);
    database.stockRow();
    breakWith(database, steps);
    refusesAndLeaves(database.url().path, 7, words);
}

void CliFilesTest::numbersOfNoSchema_data()
{
    QTest::addColumn<qint64>("number");
    QTest::addColumn<QByteArray>("words");
    for (const qint64 number : {2147483647LL, 2147483648LL, 4294967297LL})
        QTest::addRow("%lld", number) << number << QByteArray("newer program");
    QTest::newRow("nothing") << qint64(0) << QByteArray("another program");
    QTest::newRow("below zero") << qint64(-7) << QByteArray("another program");
}

void CliFilesTest::numbersOfNoSchema()
{
    QFETCH(qint64, number);
    QFETCH(QByteArray, words);
    TestDatabase database(Engine::Sqlite);
    breakWith(
        database,
        {u"DELETE FROM schema_migrations"_s,
         u"INSERT INTO schema_migrations VALUES (%1, 'x', 'x', '2026-01-01T00:00:00.000000Z')"_s.arg(
             number)});
    refusesAndLeaves(database.url().path, 7, words);
}

void CliFilesTest::alteredInItsLog()
{
    TestDatabase database(Engine::Sqlite);
    const qint64 id = database.stockRow();
    database.sql(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    database.sql(u"CREATE TRIGGER evil AFTER UPDATE ON stock BEGIN DELETE FROM holds; END"_s);
    const QString path = database.url().path; // and the connection stays: the file has none of it
    QVERIFY(!contentOf(path).contains("evil") && contentOf(path + u"-wal"_s).contains("evil"));
    const QByteArray before = contentOf(path);
    const Answer answer = m_program.run(database, u"reserve %1 --quantity 1"_s.arg(id));
    QCOMPARE(answer.status, 7);
    QVERIFY2(answer.err.contains("trigger evil"), answer.err.constData());
    QCOMPARE(contentOf(path), before);
    QCOMPARE(database.count(u"allocations"_s), 0);
}

void CliFilesTest::statisticsAreNoAlteration()
{
    TestDatabase database(Engine::Sqlite);
    database.stockRow();
    breakWith(database, {u"ANALYZE"_s});
    QVERIFY(database.count(u"sqlite_stat1"_s) > 0);
    QCOMPARE(m_program.run(database, u"stock list"_s).status, 0);
}

// SQLite cannot tell whose log it is. Whatever comes of it is found, and said, before it is trusted.
void CliFilesTest::logOfAnotherDatabase()
{
    TestDatabase one(Engine::Sqlite);
    one.stockRow();
    one.close();
    TestDatabase other(Engine::Sqlite);
    StockSeed seed;
    for (int i = 0; i < 300; ++i) {
        seed.product = u"OTHER-%1"_s.arg(i);
        other.stockRow(seed);
    }
    const QByteArray log = contentOf(other.url().path + u"-wal"_s);
    QVERIFY(log.size() > 100'000);
    const QByteArray before = contentOf(one.url().path);
    QVERIFY(put(one.url().path + u"-wal"_s, log));
    const Answer verified = m_program.run(one, u"verify"_s);
    QVERIFY2(verified.status == 7, verified.err.constData());
    QCOMPARE(contentOf(one.url().path), before);
}

void CliFilesTest::linkToAFile()
{
    TestDatabase database(Engine::Sqlite);
    database.stockRow();
    database.close();
    const QTemporaryDir folder;
    const QString link = folder.filePath(u"link.db"_s);
    QVERIFY(QFile::link(database.url().path, link));
    refusesAndLeaves(link, 3, "only a link");
}

void CliFilesTest::networkDrive()
{
    TestDatabase database(Engine::Sqlite);
    database.stockRow();
    database.close();
    const QString bin = qEnvironmentVariable("TANABAN_BIN");
    qputenv("LD_PRELOAD", QFile::encodeName(bin + u"/tanaban_networkdrive.so"_s));
    const QByteArray asan = qgetenv("ASAN_OPTIONS");
    qputenv("ASAN_OPTIONS", asan + ":verify_asan_link_order=0");
    const auto restore = qScopeGuard([asan] {
        qunsetenv("LD_PRELOAD");
        qputenv("ASAN_OPTIONS", asan);
    });
    refusesAndLeaves(database.url().path, 3, "PostgreSQL");
    const QString fresh = database.url().path + u"-new"_s;
    QCOMPARE(m_program.run(u"--db sqlite:%1 init"_s.arg(fresh)).status, 3);
    QVERIFY(!QFile::exists(fresh));
}

void CliFilesTest::lockedByAnotherProgram()
{
    TestDatabase database(Engine::Sqlite);
    database.stockRow();
    const auto before = database.checksums();
    database.close();
    sqlite3 *shell = nullptr;
    QCOMPARE(sqlite3_open(QFile::encodeName(database.url().path).constData(), &shell), SQLITE_OK);
    auto closer = qScopeGuard([shell] { sqlite3_close(shell); });
    QCOMPARE(sqlite3_exec(shell,
                          "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;"
                          "UPDATE stock SET bin = bin",
                          nullptr,
                          nullptr,
                          nullptr),
             SQLITE_OK);
    // Not even read here meanwhile: closing a file ends all locks that a process has on it.
    const Answer answer = m_program.run(database, u"reserve 1 --quantity 1"_s);
    QVERIFY2(answer.status == 8, answer.err.constData());
    QVERIFY2(answer.err.contains("right now"), answer.err.constData());
    QCOMPARE(sqlite3_exec(shell, "ROLLBACK", nullptr, nullptr, nullptr), SQLITE_OK);
    closer.dismiss();
    sqlite3_close(shell);
    QCOMPARE(database.checksums(), before);
}

void CliFilesTest::readOnlyAndFullDisk_data()
{
    QTest::addColumn<QString>("prepare");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("words");
    const QString mount = u"mount -t tmpfs -o size=%1k none \"$2\" && cp \"$1\" \"$2/stock.db\""_s;
    QTest::newRow("read only") << QString(mount + u" && mount -o remount,ro \"$2\""_s) << 5
                               << QByteArray("can only be read");
    // Not a byte is left.
    QTest::newRow("full when opened")
        << QString(mount + u" && { cat /dev/zero > \"$2/rest\" || true; } 2>/dev/null"_s) << 6
        << QByteArray("disk");
    // Log and index exist, so that it opens; then it is full.
    QTest::newRow("full when writing")
        << QString(mount
                   + u" && \"$3\" --db \"sqlite:$2/stock.db\" --as tester stock list >/dev/null"
                     " && { cat /dev/zero > \"$2/rest\" || true; } 2>/dev/null"_s)
        << 3 << QByteArray("The disk under the database is full. Nothing was changed");
}

void CliFilesTest::readOnlyAndFullDisk()
{
    QFETCH(QString, prepare);
    QFETCH(int, status);
    QFETCH(QByteArray, words);
    const QStringList unshare = split(geteuid() == 0 ? u"--mount"_s : u"--map-root-user --mount"_s);
    if (QProcess::execute(u"unshare"_s, unshare + QStringList{u"true"_s}) != 0)
        QSKIP("This system lets nobody mount anything.");
    TestDatabase database(Engine::Sqlite);
    const qint64 id = database.stockRow();
    database.close();
    const QString path = database.url().path;
    prepare.replace(u"%1"_s, QString::number(QFileInfo(path).size() / 1024 + 400));
    const QString script =
        prepare
        + u" && before=$(sha256sum < \"$2/stock.db\"); \"$3\" --db \"sqlite:$2/stock.db\" --as "
          u"tester "
          "reserve %1 --quantity 1; status=$?; "
          "test \"$before\" = \"$(sha256sum < \"$2/stock.db\")\" || status=99; "
          // With room again it is as it was, and goes on.
          "mount -o remount,rw \"$2\"; rm -f \"$2/rest\"; "
          "\"$3\" --db \"sqlite:$2/stock.db\" --as tester verify >/dev/null || status=98; "
          "\"$3\" --db \"sqlite:$2/stock.db\" --as tester reserve %1 --quantity 1 >/dev/null || "
          "status=97; "
          "exit $status"_s.arg(id);
    const QTemporaryDir folder;
    QProcess shell;
    shell.start(u"unshare"_s,
                unshare
                    + QStringList{u"sh"_s,
                                  u"-c"_s,
                                  script,
                                  u"sh"_s,
                                  path,
                                  folder.path(),
                                  qEnvironmentVariable("TANABAN_BIN") + u"/tanabanctl"_s});
    QVERIFY(shell.waitForFinished(60'000));
    const QByteArray said = shell.readAllStandardError();
    QVERIFY2(shell.exitCode() == status,
             QByteArray(QByteArray::number(shell.exitCode()) + ' ' + said).constData());
    QVERIFY2(said.contains(words), said.constData());
}

TANABAN_TEST(CliFilesTest)
#include "clifilestest.moc"
