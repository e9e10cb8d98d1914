#include "model/commandrunner.h"
#include "storage/gate.h"
#include "storage/postgresfeed.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testprogram.h"
#include "tests/support/throwawaypostgres.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace tanaban;
using namespace tanaban::storage;
using namespace tanaban::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = OpenFailure::Kind;

namespace {

/// Reserves one unit by hand, by a policy that needs no version.
CommitOutcome reserveOne(Database &database, qint64 id)
{
    SystemClock clock;
    NoJournal journal;
    CommandRunner runner(database.store(), clock, journal, [] { return 0.5; });
    StockCommand command;
    command.id = newCommandId();
    command.action = Reserve{id, 1};
    command.actor = database.store().actor();
    return runner.run(command, ConflictPolicy::Retry).outcome;
}

bool happened(const CommitOutcome &outcome)
{
    return std::holds_alternative<Committed>(outcome);
}

DatabaseUrl urlOf(const ThrowAwayPostgres &server)
{
    DatabaseUrl url;
    url.engine = Engine::Postgres;
    url.user = QString::fromLatin1(ThrowAwayPostgres::superuser);
    url.hosts = server.host();
    url.ports = QString::number(server.port());
    url.database = u"postgres"_s;
    return url;
}

QStringList filesIn(const QTemporaryDir &folder)
{
    return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden);
}

} // namespace

/// Databases while people look at them: others' commits, servers and files that go and come back,
/// passwords, and databases that are there whole or not at all.
class LiveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hearsOthers();
    void tellsAtMostFiveTimesASecond();
    void feedEndsAtOnce();
    void serverGoesAndComesBack();
    void fileGoesAndComesBack();
    void fileInItsPlaceIsAnother();
    void passwordIsAskedFor();
    void filledIsWholeOrNotThere_data() { addEngines(); }
    void filledIsWholeOrNotThere();
    void oldDraftsGo();
};

void LiveTest::hearsOthers()
{
    TestDatabase database(Engine::Postgres);
    const qint64 id = database.stockRow();
    const auto here = database.open();
    const auto there = database.open();
    std::atomic<int> heard = 0;
    const auto feedHere = here->listen([&heard] { ++heard; });
    const auto feedThere = there->listen([] {});
    QVERIFY(feedHere);
    QTRY_COMPARE(heard, 1); // listening now
    QTest::qWait(300);
    QCOMPARE(heard, 1); // and nobody did anything
    QElapsedTimer since;
    since.start();
    QVERIFY(happened(reserveOne(*there, id)));
    QTRY_COMPARE(heard, 2);
    QVERIFY2(since.elapsed() < 600, qPrintable(QString::number(since.elapsed())));
    QVERIFY(!TestDatabase(Engine::Sqlite).database().listen([] {})); // polling is enough there
}

void LiveTest::tellsAtMostFiveTimesASecond()
{
    TestDatabase database(Engine::Postgres);
    const qint64 id = database.stockRow();
    const auto busy = database.open();
    const auto listener = database.open();
    std::atomic<int> heard = 0;
    const auto feed = busy->listen([] {});
    const auto listening = listener->listen([&heard] { ++heard; });
    QTRY_COMPARE(heard, 1);
    QElapsedTimer since;
    since.start();
    int commits = 0;
    while (since.elapsed() < 1500) {
        QVERIFY(happened(reserveOne(*busy, id)));
        ++commits;
        if (commits == 90)
            break;
    }
    const double seconds = double(since.elapsed()) / 1000;
    QTest::qWait(500); // the last ones are told too
    QVERIFY2(commits > 10, qPrintable(QString::number(commits)));
    QVERIFY(heard > 1);
    QVERIFY2(heard - 1 <= int(seconds * 5) + 3, qPrintable(QString::number(heard)));
}

void LiveTest::feedEndsAtOnce()
{
    ConnectionConfig nowhere;
    nowhere.url.engine = Engine::Postgres;
    nowhere.url.hosts = u"192.0.2.1"_s; // an address that answers nobody
    nowhere.url.database = u"x"_s;
    QElapsedTimer since;
    since.start();
    {
        const PostgresFeed feed(nowhere, [] {});
        QTest::qWait(100);
    }
    QVERIFY2(since.elapsed() < 1000, qPrintable(QString::number(since.elapsed())));
}

void LiveTest::serverGoesAndComesBack()
{
    const auto server = ThrowAwayPostgres::another();
    QVERIFY2(server->isRunning(), qPrintable(server->failure()));
    const DatabaseUrl url = urlOf(*server);
    SqlGate gate;
    QVERIFY(gate.create(url, {}));
    const auto database = gate.open(url, {});
    QVERIFY(database);
    std::atomic<int> heard = 0;
    const auto feed = (*database)->listen([&heard] { ++heard; });
    QTRY_COMPARE(heard, 1);
    QVERIFY((*database)->store().changeMark());
    server->stop();
    QTRY_COMPARE(heard, 2); // told at once that something is wrong
    const auto lost = (*database)->store().changeMark();
    QVERIFY(!lost);
    QCOMPARE(lost.error().kind, ReadFailure::Kind::Unavailable);
    const auto outcome = reserveOne(**database, 1);
    QVERIFY(std::holds_alternative<Unavailable>(outcome));
    QVERIFY(!std::get<Unavailable>(outcome).sent);
    server->start();
    QTRY_COMPARE_WITH_TIMEOUT(heard, 3, 10'000); // and that it is back
    QVERIFY((*database)->store().changeMark());
    QVERIFY((*database)->store().zones());
}

void LiveTest::fileGoesAndComesBack()
{
    TestDatabase database(Engine::Sqlite);
    const qint64 id = database.stockRow();
    Database &open = database.database();
    QVERIFY(happened(reserveOne(open, id)));
    QVERIFY(open.store().changeMark());
    const QString path = database.url().path;
    const auto before = database.checksums();
    database.sql(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::rename(path + suffix, path + u".away"_s + suffix);
    const auto lost = open.store().stockRows({id});
    QVERIFY(!lost);
    QCOMPARE(lost.error().kind, ReadFailure::Kind::Unavailable);
    QVERIFY(!open.store().changeMark());
    // Into a file that nobody can find any more nothing is written.
    QVERIFY(!happened(reserveOne(open, id)));
    QVERIFY(!QFile::exists(path)); // and no new one is made
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::rename(path + u".away"_s + suffix, path + suffix);
    QVERIFY(open.store().changeMark());
    const auto rows = open.store().stockRows({id});
    QVERIFY(rows);
    QCOMPARE(rows->front().row.reserved, 1);
    QCOMPARE(database.checksums(), before);
    QVERIFY(happened(reserveOne(open, id)));
    QCOMPARE(database.audit(), QStringList());
}

void LiveTest::fileInItsPlaceIsAnother()
{
    TestDatabase database(Engine::Sqlite);
    const qint64 id = database.stockRow();
    Database &open = database.database();
    QVERIFY(happened(reserveOne(open, id)));
    const QString path = database.url().path;
    QVERIFY(open.backup(path + u".copy"_s));
    QVERIFY(happened(reserveOne(open, id)));
    // Somebody brings the copy back under the running program.
    for (const QString &suffix : {u"-wal"_s, u"-shm"_s})
        QFile::remove(path + suffix);
    QCOMPARE(std::rename(qPrintable(path + u".copy"_s), qPrintable(path)), 0);
    QCOMPARE(open.store().stockRows({id})->front().row.reserved, 1);
    QVERIFY(happened(reserveOne(open, id)));
    QCOMPARE(open.store().stockRows({id})->front().row.reserved, 2);
    QCOMPARE(database.audit(), QStringList());
}

void LiveTest::passwordIsAskedFor()
{
    const QString password = u"sa'to;\\ 棚"_s;
    const auto server = ThrowAwayPostgres::another(password);
    QVERIFY2(server->isRunning(), qPrintable(server->failure()));
    const DatabaseUrl url = urlOf(*server);
    SqlGate gate;
    QCOMPARE(gate.open(url, {}).error().kind, Kind::PasswordNeeded);
    QCOMPARE(gate.create(url, {}).error().kind, Kind::PasswordNeeded);
    gate.usePassword(url, u"wrong"_s);
    QCOMPARE(gate.open(url, {}).error().kind, Kind::PasswordNeeded);
    gate.usePassword(url, password);
    QVERIFY(gate.create(url, {}));
    const auto database = gate.open(url, {});
    QVERIFY(database);
    std::atomic<int> heard = 0;
    const auto feed = (*database)->listen([&heard] { ++heard; });
    QTRY_COMPARE(heard, 1); // the listener knows it too
    DatabaseUrl missing = url;
    missing.database = u"not_there"_s;
    gate.usePassword(missing, password);
    QCOMPARE(gate.open(missing, {}).error().kind, Kind::Missing);
}

void LiveTest::filledIsWholeOrNotThere()
{
    QFETCH(Engine, engine);
    const QTemporaryDir folder;
    const auto nothing = [](const DatabaseUrl &) {};
    TestDatabase server(Engine::Postgres, nothing); // an empty one
    DatabaseUrl url = server.url();
    if (engine == Engine::Sqlite) {
        url = DatabaseUrl();
        url.path = folder.filePath(u"new.db"_s);
    }
    SqlGate gate;
    const auto refused = gate.createFilled(url, u"sato"_s, [&](Database &database) {
        const bool seen = engine == Engine::Sqlite && QFileInfo::exists(url.path);
        return !seen && !database.store().zones(); // it could be read, so: no
    });
    QVERIFY(refused);
    QVERIFY(!*refused);
    QCOMPARE(filesIn(folder), QStringList());

    const auto made = gate.createFilled(url, u"sato"_s, [](Database &database) {
        auto load = database.bulkLoader().start();
        return load && (*load)->finish();
    });
    QVERIFY(made);
    QVERIFY(*made);
    if (engine == Engine::Sqlite) {
        QCOMPARE(filesIn(folder), QStringList(u"new.db"_s)); // all of it in the one file
        QCOMPARE(gate.createFilled(url, u"sato"_s, [](Database &) { return true; }).error().kind,
                 Kind::Exists);
    }
    const auto opened = gate.open(url, {});
    QVERIFY(opened);
    QCOMPARE((*opened)->store().people()->size(), size_t(1));
}

void LiveTest::oldDraftsGo()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"new.db"_s);
    const auto leave = [&](const QString &name) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    };
    leave(u"new.db.new-%1"_s.arg(0x3fffff)); // no process has this number
    leave(u"new.db.new-%1-wal"_s.arg(0x3fffff));
    leave(u"new.db.new-1"_s); // this one lives
    DatabaseUrl url;
    url.path = path;
    QVERIFY(SqlGate().create(url, u"sato"_s));
    QCOMPARE(filesIn(folder), (QStringList{u"new.db"_s, u"new.db.new-1"_s}));
}

TANABAN_TEST(LiveTest)
#include "livetest.moc"
