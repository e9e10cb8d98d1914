#include "storage/gate.h"

#include "storage/fileintentjournal.h"
#include "storage/sqlitefile.h"
#include "tests/support/filecontent.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace tanaban;
using namespace tanaban::storage;
using namespace tanaban::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = OpenFailure::Kind;

namespace {

DatabaseUrl urlOf(const QString &path)
{
    DatabaseUrl url;
    url.path = path;
    return url;
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

StockCommand reserveCommand(qint64 id)
{
    return {newCommandId(), Reserve{id, 8}, 3, u"tester"_s};
}

} // namespace

/// Files that are not what they seem, locks that are not to be had, and what survives a kill.
class GateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesThatAreNotOurs();
    void networkFileSystems();
    void createNeverReplaces();
    void connectionsEndWithTheirThread_data() { addEngines(); }
    void connectionsEndWithTheirThread();
    void personMustBeKnown_data() { addEngines(); }
    void personMustBeKnown();
    void newerSchemaIsRefused_data() { addEngines(); }
    void newerSchemaIsRefused();
    void lockedIsBusyAndNamesTheHolder_data() { addEngines(); }
    void lockedIsBusyAndNamesTheHolder();
    void silentServerIsUnavailable();
    void backupIsWholeAndChecked();
    void intentsSurviveTheProgram();
    void brokenIntentLinesAreNoIntents();
};

void GateTest::filesThatAreNotOurs()
{
    const QTemporaryDir folder;
    SqlGate gate;
    const auto openFails = [&](const QString &path) {
        const QByteArray before = contentOf(path);
        const auto opened = gate.open(urlOf(path), {});
        if (opened)
            return -1;
        return contentOf(path) == before ? int(opened.error().kind) : -2;
    };
    const QString missing = folder.filePath(u"missing.db"_s);
    QCOMPARE(openFails(missing), int(Kind::Missing));
    QVERIFY(!QFile::exists(missing)); // a mistyped name makes no file
    QCOMPARE(openFails(folder.path()), int(Kind::NotOurs));
    const QString picture = folder.filePath(u"picture.db"_s);
    write(picture, QByteArray("\xff\xd8\xff\xe0", 4) + QByteArray(5000, 'x'));
    QCOMPARE(openFails(picture), int(Kind::NotOurs));
    write(folder.filePath(u"empty.db"_s), {});
    QCOMPARE(openFails(folder.filePath(u"empty.db"_s)), int(Kind::NotOurs));
    const QString fifo = folder.filePath(u"fifo"_s);
    QCOMPARE(mkfifo(QFile::encodeName(fifo).constData(), 0600), 0);
    QCOMPARE(int(gate.open(urlOf(fifo), {}).error().kind), int(Kind::NotOurs));

    const QString ours = folder.filePath(u"在庫 50%?.db"_s);
    QVERIFY(gate.create(urlOf(ours), u"tester"_s).ok());
    QVERIFY(gate.open(urlOf(ours), {}).ok());
    QByteArray content = contentOf(ours);
    const QString foreign = folder.filePath(u"foreign.db"_s);
    QByteArray marked = content;
    write(foreign, marked.replace(68, 4, QByteArray(4, '\0')));
    QCOMPARE(openFails(foreign), int(Kind::NotOurs));
    const QString cut = folder.filePath(u"cut.db"_s);
    write(cut, content.left(4096));
    const auto opened = gate.open(urlOf(cut), {});
    QVERIFY(!opened);
    QVERIFY(opened.error().kind == Kind::Damaged || opened.error().kind == Kind::NotOurs);
}

void GateTest::networkFileSystems()
{
    for (const qint64 magic :
         {0x6969LL, 0x517BLL, 0xFF534D42LL, 0xFE534D42LL, 0x65735546LL, 0x01021997LL})
        QVERIFY(isNetworkFileSystem(magic));
    for (const qint64 magic :
         {0xEF53LL, 0x01021994LL, 0x9123683ELL, 0x58465342LL}) // ext4, tmpfs, btrfs, xfs
        QVERIFY(!isNetworkFileSystem(magic));
    QVERIFY(
        messageOf(OpenFailure{Kind::NetworkFile, u"/mnt/share/x.db"_s}).contains(u"PostgreSQL"_s));
}

void GateTest::createNeverReplaces()
{
    const QTemporaryDir folder;
    SqlGate gate;
    const QString path = folder.filePath(u"a.db"_s);
    QVERIFY(gate.create(urlOf(path), u"tester"_s).ok());
    const QByteArray before = contentOf(path);
    QVERIFY(gate.create(urlOf(path), u"other"_s).ok()); // ours, up to date: nothing to do
    QCOMPARE(contentOf(path), before);
    const QString text = folder.filePath(u"letter.txt"_s);
    write(text, "Dear Sato,\n");
    QCOMPARE(int(gate.create(urlOf(text), u"tester"_s).error().kind), int(Kind::NotOurs));
    QCOMPARE(contentOf(text), QByteArray("Dear Sato,\n"));
    QCOMPARE(QDir(folder.path()).entryList({u"*.new-*"_s}, QDir::Files), QStringList());
}

void GateTest::connectionsEndWithTheirThread()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const QStringList before = QSqlDatabase::connectionNames();
    // When the program ends, QtSql goes soon after the last worker: none may be late.
    for (int round = 0; round < 200; ++round) {
        bool read = false;
        const std::unique_ptr<QThread> worker(
            QThread::create([&] { read = bool(database.store().warehouses()); }));
        worker->start();
        QVERIFY(worker->wait());
        QVERIFY(read);
        QCOMPARE(QSqlDatabase::connectionNames(), before);
    }
}

void GateTest::personMustBeKnown()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    SqlGate gate;
    const auto opened = gate.open(database.url(), u"nobody"_s);
    QVERIFY(!opened);
    // At a server the login is known; who names somebody else is told that, and nothing opens.
    QCOMPARE(int(opened.error().kind),
             int(database.isPostgres() ? Kind::OtherLogin : Kind::NoSuchPerson));
    QCOMPARE(bool(gate.open(database.url(), u"nobody"_s, false)), !database.isPostgres());
    database.sql(u"UPDATE people SET active = %1"_s.arg(database.isPostgres() ? u"false" : u"0"));
    const auto gone = gate.open(database.url(), u"tester"_s);
    QVERIFY(!gone);
    QCOMPARE(int(gone.error().kind), int(Kind::NoSuchPerson));
}

void GateTest::newerSchemaIsRefused()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    database.close();
    database.sql(u"INSERT INTO schema_migrations (number, name, checksum, applied_at) "
                 "VALUES (9999, 'future', 'x', '2030-01-01T00:00:00.000000Z')"_s);
    const auto before = database.checksums();
    SqlGate gate;
    const auto opened = gate.open(database.url(), u"tester"_s);
    QVERIFY(!opened);
    QCOMPARE(int(opened.error().kind), int(Kind::Newer));
    QCOMPARE(int(gate.create(database.url(), u"tester"_s).error().kind), int(Kind::Newer));
    QCOMPARE(database.checksums(), before);
}

void GateTest::lockedIsBusyAndNamesTheHolder()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    const qint64 id = database.stockRow();
    SqlGate impatient(nullptr, 300ms);
    auto opened = impatient.open(database.url(), u"tester"_s);
    QVERIFY(opened.ok());
    Store &store = (*opened)->store();
    const StockCommand command{newCommandId(), Reserve{id, 8}, {}, u"tester"_s};
    const ChangeSet changes = std::get<ChangeSet>(decide(command, store));
    const auto before = database.checksums();
    std::unique_ptr<WriterTurn> turn;
    if (database.isPostgres()) {
        database.sql(u"BEGIN"_s);
        database.sql(u"SELECT * FROM stock FOR UPDATE"_s);
    } else {
        turn = std::make_unique<WriterTurn>(database.url().path);
        QVERIFY(turn->take(100ms));
    }
    const CommitOutcome outcome = store.commit(changes);
    QVERIFY(std::holds_alternative<Busy>(outcome));
    QCOMPARE(std::get<Busy>(outcome).holders.size(), 1);
    if (database.isPostgres())
        database.sql(u"ROLLBACK"_s);
    turn.reset();
    QCOMPARE(database.checksums(), before);
    QVERIFY(std::holds_alternative<Committed>(store.commit(changes))); // and it can be tried again
}

void GateTest::silentServerIsUnavailable()
{
    // A port that nobody listens on: nothing was sent, and it is said in time.
    DatabaseUrl url;
    url.engine = Engine::Postgres;
    url.user = u"tester"_s;
    url.hosts = u"127.0.0.1"_s;
    url.ports = u"1"_s;
    url.database = u"x"_s;
    SqlGate gate;
    const auto opened = gate.open(url, {});
    QVERIFY(!opened);
    QCOMPARE(int(opened.error().kind), int(Kind::Unreachable));
}

void GateTest::backupIsWholeAndChecked()
{
    TestDatabase database(Engine::Sqlite);
    database.stockRow();
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"copy.db"_s);
    QVERIFY(database.database().backup(path).ok());
    SqlGate gate;
    auto copy = gate.open(urlOf(path), u"tester"_s);
    QVERIFY(copy.ok());
    QCOMPARE((*(*copy)->store().stock(1))->row.onHand, 100);
    QCOMPARE(contentOf(path).mid(18, 2), QByteArray("\2\2")); // it has a log, as the original
    QVERIFY(!database.database().backup(path).ok());          // never over an existing file
}

void GateTest::intentsSurviveTheProgram()
{
    const QTemporaryDir folder;
    const DatabaseUrl url = urlOf(u"/x.db"_s);
    const StockCommand lost = reserveCommand(1);
    const StockCommand done = reserveCommand(2);
    RecordCommand record;
    record.id = newCommandId();
    record.before.key = {{u"code"_s, u"P1"_s}};
    record.fields = {{u"name"_s, u"Rice"_s}};
    const pid_t child = fork();
    if (child == 0) { // dies without a word, like kill -9
        FileIntentJournal journal(url, folder.path());
        const bool begun = journal.begin(lost) && journal.begin(done) && journal.begin(record);
        journal.end(done.id);
        _exit(begun ? 0 : 1);
    }
    int status = 1;
    QCOMPARE(waitpid(child, &status, 0), child);
    QCOMPARE(status, 0);
    FileIntentJournal journal(url, folder.path());
    FileIntentJournal neighbour(url, folder.path());
    const auto unfinished = journal.takeUnfinished();
    QCOMPARE(unfinished.size(), size_t(2)); // in the order in which they were begun
    QCOMPARE(toJson(unfinished.front()), toJson(lost));
    QCOMPARE(toJson(unfinished.back()), toJson(record));
    QVERIFY(neighbour.takeUnfinished().empty()); // held by us while we live
    journal.end(lost.id);
}

void GateTest::brokenIntentLinesAreNoIntents()
{
    const QTemporaryDir folder;
    const DatabaseUrl url = urlOf(u"/x.db"_s);
    {
        FileIntentJournal makesTheFolder(url, folder.path());
        QVERIFY(makesTheFolder.begin(reserveCommand(1)));
        makesTheFolder.end({});
    }
    const QString inner = QDir(folder.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).value(0);
    write(QDir(folder.path()).filePath(QString(inner + u"/1-2.intents"_s)),
          "{\"begin\":{\"kind\":\"nonsense\"}}\n\xff\xfe{{{\n{\"begin\":" + QByteArray(100, '\0'));
    FileIntentJournal journal(url, folder.path());
    QCOMPARE(journal.takeUnfinished().size(), size_t(1)); // the one that was never ended above
}

TANABAN_TEST(GateTest)
#include "gatetest.moc"
