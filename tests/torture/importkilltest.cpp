// A long import in parts that is killed again and again: whole parts are there or nothing of them,
// and in the end everything, once.
#include "tests/support/filecontent.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testprogram.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace tanaban;
using namespace Qt::StringLiterals;
using test::TestDatabase;

class ImportKillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOnAfterEachKill_data() { test::addEngines(); }
    void goesOnAfterEachKill();

private:
    static constexpr int parts = 15;
    static constexpr int linesOfPart = 200;

    static qint64 imported(TestDatabase &database)
    {
        return database.count(u"commands"_s, u"kind = 'import'"_s);
    }
    /// Kills the import once it has written so many parts more; false: it ended before.
    static bool killAfter(TestDatabase &database, const QStringList &words, qint64 more);
};

bool ImportKillTest::killAfter(TestDatabase &database, const QStringList &words, qint64 more)
{
    const qint64 before = imported(database);
    QProcess program;
    program.start(QCoreApplication::applicationDirPath() + u"/tanabanctl_seeded"_s, words);
    while (program.state() != QProcess::NotRunning && imported(database) < before + more)
        program.waitForFinished(1);
    if (program.state() != QProcess::NotRunning)
        program.kill();
    program.waitForFinished(-1);
    if (program.exitStatus() == QProcess::CrashExit)
        return true;
    if (program.exitCode() != 0)
        qFatal("%s", program.readAllStandardError().constData());
    return false;
}

void ImportKillTest::goesOnAfterEachKill()
{
    QFETCH(test::Engine, engine);
    TestDatabase database(engine);
    database.warehouse(u"WH001"_s);
    database.zone(u"WH001"_s, 1);
    database.product(u"P1"_s);
    database.close();
    const QTemporaryDir folder;
    QByteArray content = "product_code,warehouse_code,zone_number,lot,quantity\n";
    for (int i = 0; i < parts * linesOfPart; ++i)
        content += "P1,WH001,1,L" + QByteArray::number(i) + ",5\n";
    const QString file = folder.filePath(u"stock.csv"_s);
    QVERIFY(test::put(file, content));
    const QStringList words{u"--db"_s,
                            database.url().toString(),
                            u"--as"_s,
                            QString::fromLatin1(TestDatabase::login),
                            u"import"_s,
                            u"stock"_s,
                            file,
                            u"--in-parts"_s};
    int kills = 0;
    int unfinished = 0; // that left something to do
    while (killAfter(database, words, kills % 3)) {
        ++kills;
        if (database.isPostgres())
            database.waitUntilAlone();
        const qint64 written = imported(database);
        unfinished += written > 0 && written < parts ? 1 : 0;
        QCOMPARE(database.scalar(u"SELECT coalesce(sum(on_hand), 0) FROM stock"_s).toLongLong(),
                 5 * linesOfPart * written);
        QCOMPARE(database.count(u"lots"_s), linesOfPart * written);
    }
    qInfo("%d kills, %d of them in the middle", kills, unfinished);
    QVERIFY(unfinished > 2);
    QCOMPARE(imported(database), parts);
    QCOMPARE(database.count(u"stock"_s), parts * linesOfPart);
    QVERIFY(!killAfter(database, words, parts)); // once more, undisturbed
    QCOMPARE(imported(database), parts);
    QCOMPARE(database.scalar(u"SELECT sum(on_hand) FROM stock"_s).toLongLong(),
             5 * linesOfPart * parts);
    QCOMPARE(database.audit(), QStringList());
}

TANABAN_TEST(ImportKillTest)
#include "importkilltest.moc"
