// Copies of a database file: one a day, so many of them, and nothing else in their folder is touched.
#include "model/dailycopies.h"

#include "tests/support/filecontent.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

class DailyCopiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneADay();
    void soManyStay();
    void failuresLeaveNothing();
};

void DailyCopiesTest::oneADay()
{
    TestDatabase database(Engine::Sqlite);
    database.stockRow({});
    const QTemporaryDir folder;
    const DailyCopies copies{folder.filePath(u"new/copies"_s), u"tanaban"_s, 3};
    QVERIFY(copies.days().empty());
    const QDate today(2026, 11, 28);
    const auto made = makeDailyCopy(database.database(), copies, today);
    QVERIFY(made);
    QCOMPARE(*made, copies.pathOf(today));
    const QByteArray content = contentOf(*made);
    QVERIFY(content.startsWith("SQLite format 3"));
    database.sql(u"UPDATE products SET name = 'Other' WHERE code = 'P1'"_s);
    const auto again = makeDailyCopy(database.database(), copies, today);
    QVERIFY(again && again->isEmpty());
    QCOMPARE(contentOf(copies.pathOf(today)), content);
    QCOMPARE(copies.days(), std::vector<QDate>{today});
}

void DailyCopiesTest::soManyStay()
{
    TestDatabase database(Engine::Sqlite);
    const QTemporaryDir folder;
    const DailyCopies copies{folder.path(), u"tanaban"_s, 2};
    const QStringList others{u"tanaban-2026-11-01.db.old"_s,
                             u"tanaban-old.db"_s,
                             u"tanaban2-2026-11-01.db"_s,
                             u"notes.txt"_s};
    for (const QString &other : others)
        QVERIFY(put(folder.filePath(other), "x"));
    for (int day = 1; day <= 4; ++day)
        QVERIFY(makeDailyCopy(database.database(), copies, QDate(2026, 11, day)));
    QCOMPARE(copies.days(), (std::vector<QDate>{QDate(2026, 11, 4), QDate(2026, 11, 3)}));
    QStringList expected = others
                           + QStringList{u"tanaban-2026-11-03.db"_s, u"tanaban-2026-11-04.db"_s};
    expected.sort();
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files, QDir::Name), expected);
}

void DailyCopiesTest::failuresLeaveNothing()
{
    TestDatabase database(Engine::Sqlite);
    const QTemporaryDir folder;
    QVERIFY(put(folder.filePath(u"file"_s), "x"));
    const DailyCopies under{folder.filePath(u"file/copies"_s), u"tanaban"_s, 2};
    const auto made = makeDailyCopy(database.database(), under, QDate(2026, 11, 28));
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ReadFailure::Kind::Refused);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"file"_s});
}

TANABAN_TEST(DailyCopiesTest)
#include "dailycopiestest.moc"
