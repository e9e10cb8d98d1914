#include "tests/torture/everycommand.h"

#include "tests/torture/killsweep.h"

#include <QTest>

namespace tanaban::torture {

EveryCommand::EveryCommand(test::Engine engine)
    : m_engine(engine)
{}

void EveryCommand::sweep_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("example");
    const auto commands = KillSweep::writingCommands();
    QVERIFY2(commands.size() >= 7, "the program does not list its writing commands");
    for (const WritingCommand &command : commands)
        QTest::newRow(qPrintable(command.name)) << command.name << command.example;
}

void EveryCommand::sweep()
{
    QFETCH(QString, name);
    QFETCH(QString, example);
    const SweepReport report = KillSweep(m_engine).sweep({name, example});
    qInfo("%s", qPrintable(report.toString()));
    QVERIFY2(report.findings.isEmpty(), qPrintable(report.findings.value(0)));
    QVERIFY(report.statements > 0);
    QVERIFY2(report.nothing > 0 && report.whole > 0, "the kills did not come before and after");
    QVERIFY(m_engine == test::Engine::Sqlite || report.lostAnswers == 2);
}

} // namespace tanaban::torture
