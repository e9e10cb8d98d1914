// The recipe that the window tells for a shared database: copied while people work, brought back into
// a new database, and everything is there.
#include "tests/cli/program.h"
#include "tests/support/testprogram.h"

using namespace tanaban;
using namespace tanaban::test;

/// As whoever looks after the server.
class ServerBackupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copiedAndBroughtBack();

private:
    static bool call(const DatabaseUrl &url, const QString &program, const QStringList &arguments);
};

bool ServerBackupTest::call(const DatabaseUrl &url,
                            const QString &program,
                            const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(
        program,
        QStringList{u"--host="_s + url.hosts, u"--port="_s + url.ports, u"--username=postgres"_s}
            + arguments);
    return process.waitForFinished(120'000) && process.exitCode() == 0;
}

void ServerBackupTest::copiedAndBroughtBack()
{
    TestDatabase database(Engine::Postgres);
    const qint64 id = database.stockRow({});
    const QTemporaryDir folder;
    const QStringList reserve = split(
        u"--db %1 --as tester --json reserve %2 --quantity 1"_s.arg(database.url().toString())
            .arg(id));
    QCOMPARE(runProgram(reserve, folder.path()).status, 0);
    const qint64 before = database.count(u"stock_events"_s);
    const DatabaseUrl &url = database.url();
    const QString dump = folder.filePath(u"tanaban.dump"_s);
    QVERIFY(call(url, u"pg_dump"_s, {u"--format=custom"_s, u"--file="_s + dump, url.database}));
    QCOMPARE(runProgram(reserve, folder.path()).status, 0); // after the copy
    DatabaseUrl restored = url;
    restored.database += u"_restored"_s;
    QVERIFY(call(url, u"createdb"_s, {u"--owner="_s + url.user, restored.database}));
    QVERIFY(call(
        url, u"pg_restore"_s, {u"--exit-on-error"_s, u"--dbname="_s + restored.database, dump}));
    const QStringList there{u"--db"_s, restored.toString(), u"--as"_s, u"tester"_s, u"--json"_s};
    QCOMPARE(runProgram(there + QStringList{u"verify"_s}, folder.path()).status, 0);
    const Answer history = runProgram(
        there + QStringList{u"stock"_s, u"history"_s, QString::number(id)}, folder.path());
    QCOMPARE(history.status, 0);
    QCOMPARE(history.json()[u"events"_s].toArray().size(), before);
    // And one goes on working in it.
    const QStringList more{u"reserve"_s, QString::number(id), u"--quantity"_s, u"1"_s};
    QCOMPARE(runProgram(there + more, folder.path()).status, 0);
    QVERIFY(call(url, u"dropdb"_s, {restored.database}));
}

TANABAN_TEST(ServerBackupTest)
#include "serverbackuptest.moc"
