// kill -9 after each statement of every writing command, on both engines.

#include "tests/torture/killsweep.h"

#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace tanaban::torture;
using namespace Qt::StringLiterals;

class KillSweepTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCommand_data();
    void everyCommand();
};

void KillSweepTest::everyCommand_data()
{
    QTest::addColumn<test::Engine>("engine");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("example");
    const auto commands = KillSweep::writingCommands();
    QVERIFY2(commands.size() >= 7, "the program does not list its writing commands");
    for (const WritingCommand &command : commands) {
        const QByteArray name = command.name.toUtf8();
        QTest::addRow("sqlite %s", name.constData())
            << test::Engine::Sqlite << command.name << command.example;
        QTest::addRow("postgresql %s", name.constData())
            << test::Engine::Postgres << command.name << command.example;
    }
}

void KillSweepTest::everyCommand()
{
    QFETCH(test::Engine, engine);
    QFETCH(QString, name);
    QFETCH(QString, example);
    const SweepReport report = KillSweep(engine).sweep({name, example});
    qInfo("%s", qPrintable(report.toString()));
    QVERIFY2(report.findings.isEmpty(), qPrintable(report.findings.value(0)));
    QVERIFY(report.statements > 0);
    QVERIFY2(report.nothing > 0 && report.whole > 0, "the kills did not come before and after");
    QVERIFY(engine == test::Engine::Sqlite || report.lostAnswers == 2);
}

TANABAN_TEST(KillSweepTest)

#include "killsweeptest.moc"
