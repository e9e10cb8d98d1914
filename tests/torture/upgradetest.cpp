// Files of an older program opened by a newer one, which is killed, comes several times at once,
// finds no room or may not write.

#include "model/changeset.h"
#include "model/stockcommands.h"
#include "storage/migrator.h"
#include "tests/support/testprogram.h"
#include "tests/torture/otherdays.h"

#include <QFile>

#include <unistd.h>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

DatabaseUrl urlOf(const QString &path)
{
    DatabaseUrl url;
    url.path = path;
    return url;
}

/// What lies in the folder of the file that is not the file itself, its log or its turn.
QStringList filesBeside(const QString &path)
{
    const QFileInfo file(path);
    QStringList names = file.dir().entryList(QDir::Files, QDir::Name);
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s, u"-turn"_s})
        names.removeAll(file.fileName() + suffix);
    return names;
}

int schemaOf(const QString &path)
{
    RawSql database(urlOf(path), {});
    return database.run(u"SELECT max(number) FROM schema_migrations"_s).front().front().toInt();
}

/// Everything about the stock and its lots, as text.
QByteArray stockOf(const QString &path)
{
    RawSql database(urlOf(path), {});
    QByteArray text;
    for (const QString &sql : {u"SELECT * FROM stock ORDER BY id"_s,
                               u"SELECT * FROM lots ORDER BY product_code, lot"_s,
                               u"SELECT * FROM stock_events ORDER BY stock_id, version"_s})
    {
        for (const QVariantList &row : database.run(sql)) {
            for (const QVariant &value : row)
                text += value.toByteArray() + '|';
        }
    }
    return text;
}

/// The same without what later schemas add to the tables.
QByteArray keptOf(const QString &path)
{
    RawSql database(urlOf(path), {});
    QByteArray text;
    for (const QString &sql :
         {u"SELECT id, product_code, lot, on_hand, reserved, version FROM stock ORDER BY id"_s,
          u"SELECT product_code, lot, expires_on FROM lots ORDER BY product_code, lot"_s,
          u"SELECT stock_id, version, kind, on_hand_after, command_id, at FROM stock_events "
          "ORDER BY stock_id, version"_s})
    {
        for (const QVariantList &row : database.run(sql)) {
            for (const QVariant &value : row)
                text += value.toByteArray() + '|';
        }
    }
    return text;
}

} // namespace

class UpgradeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void copiedAndBroughtUpToDate();
    void killedAfterEveryStatement_data();
    void killedAfterEveryStatement();
    void severalAtOnce();
    void noRoomAndReadOnly_data();
    void noRoomAndReadOnly();
    void stepThatFails();
    void whoHasItOpenCanOnlyLook();

private:
    QString oldFile(const QString &name, const QString &original = {}) const;
    Ended open(const QString &path, const QString &line = u"stock list --limit 1"_s) const
    {
        return OtherDays::run(urlOf(path), line, m_days.tomorrowsProgram());
    }
    Ended openAsOlder(const QString &path, const QString &line) const
    {
        return OtherDays::run(urlOf(path), line, m_days.todaysProgram());
    }

    OtherDays m_days;
    QString m_old;   ///< made by the program of today
    QString m_first; ///< made by the first one there was
    int m_schema = 0;
    QByteArray m_stock;
};

void UpgradeTest::initTestCase()
{
    m_old = m_days.folder().filePath(u"old.db"_s);
    const Ended made = openAsOlder(m_old, u"demo --rows 300"_s);
    QVERIFY2(made.status == 0, made.err.constData());
    m_schema = schemaOf(m_old);
    QVERIFY(m_schema > 0 && m_schema < OtherDays::tomorrow);
    m_stock = stockOf(m_old);
    QVERIFY(m_stock.size() > 10'000);

    const int first = storage::migrations().front().number;
    TestDatabase database(Engine::Sqlite, [&](const DatabaseUrl &url) {
        const Ended initialised = OtherDays::run(url, u"init"_s, m_days.olderProgram(first));
        if (initialised.status != 0)
            qFatal("%s", initialised.err.constData());
    });
    database.stockRow();
    database.close();
    m_first = m_days.folder().filePath(u"first.db"_s);
    QVERIFY(QFile::copy(database.url().path, m_first));
    QCOMPARE(schemaOf(m_first), first);
    QVERIFY(first < m_schema);
}

/// A copy of the older file in a folder of its own.
QString UpgradeTest::oldFile(const QString &name, const QString &original) const
{
    const QDir folder(m_days.folder().filePath(name));
    folder.mkpath(u"."_s);
    const QString path = folder.filePath(u"stock.db"_s);
    if (!QFile::copy(original.isEmpty() ? m_old : original, path))
        qFatal("%s cannot be made", qPrintable(path));
    return path;
}

void UpgradeTest::copiedAndBroughtUpToDate()
{
    const QString path = oldFile(u"plain"_s);
    const Ended first = open(path);
    QVERIFY2(first.status == 0, first.err.constData());
    QCOMPARE(schemaOf(path), OtherDays::tomorrow);
    QCOMPARE(stockOf(path), m_stock);
    const QStringList copies = filesBeside(path);
    QCOMPARE(copies.size(), 1);
    static const QRegularExpression form(u"^stock-schema(\\d+)-\\d{4}-\\d\\d-\\d\\d\\.db$"_s);
    QCOMPARE(form.match(copies.front()).captured(1), QString::number(m_schema));
    QVERIFY2(first.err.contains(copies.front().toUtf8()), first.err.constData());
    const QString copy = QFileInfo(path).dir().filePath(copies.front());
    QCOMPARE(schemaOf(copy), m_schema);
    QCOMPARE(stockOf(copy), m_stock);
    QCOMPARE(openAsOlder(copy, u"verify"_s).status, 0); // the older program goes on with it
    const Ended second = open(path, u"verify"_s);
    QVERIFY2(second.status == 0, second.said().constData());
    QVERIFY(!second.err.contains("up to date"));
    const Ended older = openAsOlder(path, u"stock list"_s);
    QCOMPARE(older.status, 7);
    QVERIFY2(older.err.contains("newer program"), older.err.constData());
    const QString other = oldFile(u"init"_s);
    QCOMPARE(open(other, u"init"_s).status, 0); // this way, too
    QCOMPARE(schemaOf(other), OtherDays::tomorrow);
}

void UpgradeTest::killedAfterEveryStatement_data()
{
    QTest::addColumn<bool>("first");
    QTest::newRow("to the schema of tomorrow") << false;
    QTest::newRow("from the first schema to this one") << true;
}

void UpgradeTest::killedAfterEveryStatement()
{
    QFETCH(bool, first);
    const QString original = first ? m_first : m_old;
    const int from = schemaOf(original);
    const int to = first ? m_schema : OtherDays::tomorrow;
    const auto kept = first ? keptOf : stockOf; // later schemas add columns
    const QByteArray stock = kept(original);
    const QProcessEnvironment program = first ? m_days.todaysProgram() : m_days.tomorrowsProgram();
    const QString count = m_days.folder().filePath(u"count"_s);
    QProcessEnvironment environment = program;
    environment.insert(u"TANABAN_COUNT_STATEMENTS"_s, count);
    const QString list = u"stock list --limit 1"_s;
    QCOMPARE(
        OtherDays::run(urlOf(oldFile(u"counted%1"_s.arg(from), original)), list, environment).status,
        0);
    const int statements = contentOf(count).trimmed().toInt();
    QVERIFY(statements > 20);
    int older = 0;
    int newer = 0;
    int copies = 0;
    for (int k = 1; k <= statements + 1; ++k) {
        const QString path = oldFile(u"kill%1"_s.arg(k), original);
        environment = program;
        environment.insert(u"TANABAN_KILL_AFTER"_s, QString::number(k));
        QCOMPARE(OtherDays::run(urlOf(path), list, environment).killed, k <= statements);
        const QStringList beside = filesBeside(path).filter(QRegularExpression(u"\\.db$"_s));
        for (const QString &name : beside) { // whatever there is of a copy is whole
            const QString copy = QFileInfo(path).dir().filePath(name);
            QCOMPARE(schemaOf(copy), from);
            QCOMPARE(kept(copy), stock);
        }
        copies += int(beside.size());
        const int schema = schemaOf(path);
        QCOMPARE(kept(path), stock);
        if (schema == from) {
            ++older;
            QCOMPARE(newer, 0);
        } else {
            ++newer;
            QCOMPARE(schema, to);
            QCOMPARE(beside.size(), 1);
        }
        const Ended again = OtherDays::run(urlOf(path), u"verify"_s, program);
        QVERIFY2(again.status == 0, again.said().constData());
        QCOMPARE(schemaOf(path), to);
        QDir(QFileInfo(path).path()).removeRecursively();
    }
    qInfo("n = %d statements; killed after 1 … %d: still older %d, up to date %d; copies found %d",
          statements,
          statements + 1,
          older,
          newer,
          copies);
    QVERIFY(older > 0 && newer > 0 && copies > newer);
}

void UpgradeTest::severalAtOnce()
{
    for (int round = 0; round < 5; ++round) {
        const QString path = oldFile(u"several%1"_s.arg(round));
        std::vector<std::unique_ptr<QProcess>> programs;
        for (int i = 0; i < 4; ++i)
            programs.push_back(
                OtherDays::start(urlOf(path), u"stock list"_s, m_days.tomorrowsProgram()));
        int upgraded = 0;
        for (const auto &program : programs) {
            const Ended ended = OtherDays::wait(*program);
            QVERIFY2(ended.status == 0, ended.err.constData());
            upgraded += int(ended.err.contains("stock-schema"));
        }
        QCOMPARE(upgraded, 1);
        QCOMPARE(filesBeside(path).size(), 1);
        QCOMPARE(schemaOf(path), OtherDays::tomorrow);
    }
}

void UpgradeTest::noRoomAndReadOnly_data()
{
    QTest::addColumn<QString>("mount");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("words");
    // Room for the file, its log and its index, but not for a copy.
    QTest::newRow("no room") << u"mount -t tmpfs -o size=%1k none \"$2\" && cp \"$1\" \"$2\""_s << 6
                             << QByteArray("no room");
    QTest::newRow("read only")
        << u"mount --bind \"$2\" \"$2\" && cp \"$1\" \"$2\" && mount -o remount,bind,ro \"$2\""_s
        << 5 << QByteArray("can only be read");
}

void UpgradeTest::noRoomAndReadOnly()
{
    QFETCH(QString, mount);
    QFETCH(int, status);
    QFETCH(QByteArray, words);
    // In mounts of its own, which root can make, and others where the system lets them.
    const QStringList unshare = split(geteuid() == 0 ? u"--mount"_s : u"--map-root-user --mount"_s);
    if (QProcess::execute(u"unshare"_s, unshare + QStringList{u"true"_s}) != 0)
        QSKIP("This system lets nobody mount anything.");
    const QString folder = m_days.folder().filePath(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(QDir().mkpath(folder));
    mount.replace(u"%1"_s, QString::number(QFileInfo(m_old).size() * 3 / 2 / 1024));
    const QString script =
        mount
        + u" && before=$(sha256sum < \"$2/old.db\"); \"$3\" --db \"sqlite:$2/old.db\" --as tester "
          "stock list; status=$?; ls \"$2\"; "
          "test \"$before\" = \"$(sha256sum < \"$2/old.db\")\" || status=99; exit $status"_s;
    QProcess shell;
    shell.setProcessEnvironment(m_days.tomorrowsProgram());
    shell.start(
        u"unshare"_s,
        unshare
            + QStringList{u"sh"_s, u"-c"_s, script, u"sh"_s, m_old, folder, OtherDays::program()});
    const Ended ended = OtherDays::wait(shell);
    QVERIFY2(ended.status == status, ended.said().constData());
    QVERIFY2(ended.err.contains(words) && ended.err.contains("Nothing was changed"),
             ended.err.constData());
    QVERIFY2(!ended.out.contains("schema"), ended.out.constData()); // no copy, not half of one
}

void UpgradeTest::stepThatFails()
{
    for (const QString &step : {u"broken"_s, u"loose"_s}) {
        const QString path = oldFile(u"fails-"_s + step);
        const QByteArray before = contentOf(path);
        const Ended ended = OtherDays::run(urlOf(path), u"stock list"_s, m_days.brokenProgram(step));
        QCOMPARE(ended.status, 7);
        QVERIFY2(ended.err.contains("could not be brought up to date"), ended.err.constData());
        QVERIFY2(ended.err.contains(step == u"loose"_s ? "foreign_key_check" : "no_such_table"),
                 ended.err.constData());
        QCOMPARE(filesBeside(path), QStringList());
        QCOMPARE(contentOf(path), before);
        QCOMPARE(openAsOlder(path, u"verify"_s).status, 0);
    }
}

void UpgradeTest::whoHasItOpenCanOnlyLook()
{
    TestDatabase database(Engine::Sqlite);
    const qint64 row = database.stockRow();
    Store &store = database.store();
    const auto reserve = [&] {
        const StockCommand command{newCommandId(), Reserve{row, 1}, {}, u"tester"_s};
        return store.commit(std::get<ChangeSet>(decide(command, store)));
    };
    QVERIFY(std::holds_alternative<Committed>(reserve()));
    QCOMPARE(open(database.url().path).status, 0);
    const auto before = database.checksums();
    const CommitOutcome outcome = reserve();
    const auto *rejected = std::get_if<Rejected>(&outcome);
    QVERIFY(rejected);
    QCOMPARE(rejected->error.rule, Rule::ReadOnly);
    QCOMPARE(database.checksums(), before);
}

TANABAN_TEST(UpgradeTest)
#include "upgradetest.moc"
