// Every bug that is seeded on purpose is found by the test that claims to guard against it; the
// same test finds nothing in the same program without the bug. Nobody can switch a bug on in the
// programs that people get.

#include "tests/support/testprogram.h"
#include "tests/torture/killsweep.h"
#include "tests/torture/scenarios.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace tanaban;
using namespace tanaban::torture;
using namespace Qt::StringLiterals;

namespace {

using Finder = std::function<QStringList(test::Engine, const QString &bug)>;

struct SeededBug
{
    const char *name;
    const char *finder;
    Finder find;
    bool onSqlite = true;
    bool onPostgres = true;
};

constexpr int fewRounds = 4;
constexpr int manyRounds = 30; // where the gap in which the bug shows is narrow
// Of each worker. A deadlock takes its time, so where they abound a few commits do.
constexpr int fewTimes = 3;

Scenarios scenarios(test::Engine engine, const QString &bug)
{
    return Scenarios(engine, u"torture_worker_seeded"_s, bug);
}

/// Kills in the middle of a command that writes several rows.
QStringList sweepMove(test::Engine engine, const QString &bug)
{
    for (const WritingCommand &command : KillSweep::writingCommands()) {
        if (command.name == u"move"_s)
            return KillSweep(engine, bug).sweep(command).findings;
    }
    return {};
}

std::vector<SeededBug> seededBugs()
{
    return {
        {"no_version_check",
         "heldVersion",
         [](test::Engine engine, const QString &bug) {
             return scenarios(engine, bug).heldVersion(fewRounds).findings;
         }},
        {"no_guard",
         "fiveOfTen",
         [](test::Engine engine, const QString &bug) {
             return scenarios(engine, bug).fiveOfTen(fewRounds).findings;
         }},
        {"no_command_id",
         "sameCommand",
         [](test::Engine engine, const QString &bug) {
             return scenarios(engine, bug).sameCommand(fewRounds).findings;
         }},
        {"lost_event",
         "tenOfAHundred, verify",
         [](test::Engine engine, const QString &bug) {
             return scenarios(engine, bug).tenOfAHundred(fewRounds).findings;
         }},
        // On SQLite one writes at a time: there is no order to get wrong.
        {"no_lock_order",
         "crossingReservations",
         [](test::Engine engine, const QString &bug) {
             return scenarios(engine, bug).crossingReservations(fewTimes).findings;
         },
         false,
         true},
        {"no_allocation_order",
         "crossingAllocations",
         [](test::Engine engine, const QString &bug) {
             return scenarios(engine, bug).crossingAllocations(fewTimes).findings;
         },
         false,
         true},
        {"late_zone_lock",
         "crossingMoves",
         [](test::Engine engine, const QString &bug) {
             return scenarios(engine, bug).crossingMoves(fewTimes).findings;
         },
         false,
         true},
        {"unlocked_places",
         "closingPlaces",
         [](test::Engine engine, const QString &bug) {
             return scenarios(engine, bug).closingPlaces(manyRounds).findings;
         },
         false,
         true},
        // On PostgreSQL a commit is one call of one function: there is nothing to split.
        {"split_commit", "killSweep", sweepMove, true, false},
    };
}

} // namespace

class SeededBugsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFound_data();
    void isFound();
    void installedProgramsHaveNone();
};

void SeededBugsTest::isFound_data()
{
    QTest::addColumn<test::Engine>("engine");
    QTest::addColumn<int>("number");
    const std::vector<SeededBug> bugs = seededBugs();
    for (size_t i = 0; i < bugs.size(); ++i) {
        if (bugs[i].onSqlite)
            QTest::addRow("sqlite %s", bugs[i].name) << test::Engine::Sqlite << int(i);
        if (bugs[i].onPostgres)
            QTest::addRow("postgresql %s", bugs[i].name) << test::Engine::Postgres << int(i);
    }
}

void SeededBugsTest::isFound()
{
    QFETCH(test::Engine, engine);
    QFETCH(int, number);
    const SeededBug bug = seededBugs().at(size_t(number));
    const QStringList found = bug.find(engine, QString::fromLatin1(bug.name));
    QVERIFY2(!found.isEmpty(), "the bug was not found");
    qInfo("%s, found by %s: %s", bug.name, bug.finder, qPrintable(found.front()));
    const QStringList without = bug.find(engine, QString());
    QVERIFY2(without.isEmpty(), qPrintable(without.join(u'\n')));
}

void SeededBugsTest::installedProgramsHaveNone()
{
    const QByteArrayList names{"TANABAN_SEED_BUG", "TANABAN_KILL_AFTER", "TANABAN_COUNT_STATEMENTS"};
    const auto mentions = [&names](const QString &path) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return -1;
        const QByteArray content = file.readAll();
        return int(std::count_if(names.begin(), names.end(), [&content](const QByteArray &name) {
            return content.contains(name);
        }));
    };
    const QString programs = QCoreApplication::applicationDirPath();
    QCOMPARE(mentions(programs + u"/tanabanctl_seeded"_s), 3); // so this way of looking finds them

    const QTemporaryDir folder;
    QProcess install;
    install.setProcessChannelMode(QProcess::MergedChannels);
    install.start(u"cmake"_s, {u"--install"_s, programs + u"/.."_s, u"--prefix"_s, folder.path()});
    QVERIFY(install.waitForFinished());
    QVERIFY2(install.exitCode() == 0, install.readAll().constData());
    int installed = 0;
    bool both = false;
    QDirIterator files(folder.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        ++installed;
        both = both || path.endsWith(u"bin/tanabanctl"_s);
        QCOMPARE(mentions(path), 0);
    }
    QVERIFY2(both, "tanabanctl is not among the installed files");
    qInfo("%d installed files looked at", installed);
}

TANABAN_TEST(SeededBugsTest)

#include "seededbugstest.moc"
