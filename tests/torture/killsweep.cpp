#include "tests/torture/killsweep.h"

#include "model/changeset.h"
#include "tests/support/allocating.h"
#include "tests/support/throwawaypostgres.h"
#include "tests/torture/scenarios.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>

namespace tanaban::torture {

using namespace Qt::StringLiterals;
using test::PgProxy;

namespace {

constexpr int longestRun = 60'000;
constexpr int mostFindings = 5;

QString programPath()
{
    return QCoreApplication::applicationDirPath() + u"/tanabanctl_seeded"_s;
}

void find(SweepReport &report, const QString &what)
{
    if (report.findings.size() < mostFindings)
        report.findings.append(what);
}

QString textOf(const std::map<QString, qint64> &state)
{
    QStringList parts;
    for (const auto &[name, number] : state) {
        if (number != 0)
            parts += u"%1 %2"_s.arg(name).arg(number);
    }
    return parts.isEmpty() ? u"nothing"_s : parts.join(u", "_s);
}

} // namespace

QString SweepReport::toString() const
{
    QString text =
        u"%1: n = %2 statements; killed after 1 … %3: nothing %4, whole %5; answers lost %6"_s
            .arg(command)
            .arg(statements)
            .arg(statements + 1)
            .arg(nothing)
            .arg(whole)
            .arg(lostAnswers);
    for (const QString &finding : findings)
        text += u"\n    "_s + finding;
    return text;
}

std::vector<WritingCommand> KillSweep::writingCommands()
{
    QProcess program;
    program.start(programPath(), {u"--list-writing-commands"_s});
    program.waitForFinished(longestRun);
    std::vector<WritingCommand> commands;
    for (const QByteArray &line : program.readAllStandardOutput().split('\n')) {
        const QStringList fields = QString::fromUtf8(line).split(u'\t');
        if (fields.size() == 2)
            commands.push_back({fields.at(0), fields.at(1)});
    }
    return commands;
}

KillSweep::KillSweep(test::Engine engine, const QString &bug)
    : m_engine(engine)
    , m_bug(bug)
    , m_environment(QProcessEnvironment::systemEnvironment())
{
    // What the program keeps on this computer must not be the tester's own.
    m_environment.insert(u"XDG_DATA_HOME"_s, m_folder.path());
    if (!bug.isEmpty())
        m_environment.insert(u"TANABAN_SEED_BUG"_s, bug);
}

SweepReport KillSweep::sweep(const WritingCommand &command, int step)
{
    SweepReport report{command.name, 0, 0, 0, 0, {}};
    m_database = std::make_unique<test::TestDatabase>(
        m_engine, m_bug.isEmpty() ? test::TestDatabase::Maker() : seededMaker(m_bug));
    if (m_engine == test::Engine::Postgres) {
        const auto &server = test::ThrowAwayPostgres::instance();
        m_proxy = std::make_unique<PgProxy>(server.host(), server.port());
    }
    m_firstWhole = 0;
    countStatements(command, report);
    for (int k = 1; report.statements > 0 && k <= report.statements + 1; k += step)
        killAfter(command, k, report);
    if (m_proxy && m_firstWhole > 0) {
        loseAnswer(command, PgProxy::Fault::CutBefore, report);
        loseAnswer(command, PgProxy::Fault::CutAfter, report);
    }
    for (const QString &finding : m_database->audit())
        find(report, u"verify: "_s + finding);
    m_database.reset();
    return report;
}

/// Two rows to import, with lots that are not there yet.
QString KillSweep::stockFile(const QString &name)
{
    const QString path = m_folder.filePath(u"stock.csv"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s cannot be written", qPrintable(path));
    file.write(u"product_code,warehouse_code,zone_number,bin,lot,quantity\n"
               "P1,WH001,1,,%1-a,3\nP1,WH001,1,%1,%1-b,4\n"_s.arg(name)
                   .toUtf8());
    return path;
}

KillSweep::Attempt KillSweep::prepare(const WritingCommand &command)
{
    // Every run has goods and a place of its own, so that all of them do the same work.
    const QString name = u"K%1"_s.arg(++m_runs);
    m_database->sql(u"BEGIN"_s);
    test::StockSeed seed;
    seed.lot = name;
    seed.reserved = 10;
    const QString stock = QString::number(m_database->stockRow(seed));
    m_database->bin(seed.warehouse, seed.zone, name);
    m_database->order(u"O-"_s + name, {seed.product});
    m_database->sql(u"COMMIT"_s);
    // Exactly what is free of it, in two lines.
    if (command.example.contains(u"{lacking}"_s))
        test::seedOrder(*m_database, name, {{seed.product, 60}, {seed.product, 30}});

    Attempt attempt;
    DatabaseUrl url = m_database->url();
    attempt.arguments = {u"--db"_s,
                         url.toString(),
                         u"--as"_s,
                         QString::fromLatin1(test::TestDatabase::login),
                         u"--json"_s};
    const std::pair<QString, QString> words[] = {{u"{stock}"_s, stock},
                                                 {u"{reserved}"_s, stock},
                                                 {u"{product}"_s, seed.product},
                                                 {u"{name}"_s, name},
                                                 {u"{partner}"_s, u"C1"_s},
                                                 {u"{order}"_s, u"O-"_s + name},
                                                 {u"{warehouse}"_s, seed.warehouse},
                                                 {u"{zone}"_s, QString::number(seed.zone)},
                                                 {u"{place}"_s, u"WH001/1/%1"_s.arg(name)},
                                                 {u"{stockfile}"_s, stockFile(name)},
                                                 {u"{lacking}"_s, name}};
    for (QString word : command.example.split(u' ')) {
        for (const auto &[placeholder, value] : words)
            word.replace(placeholder, value);
        attempt.arguments += word;
    }
    attempt.arguments += {u"--command-id"_s, newCommandId().toString(QUuid::WithoutBraces)};
    attempt.before = state();
    attempt.checksums = m_database->checksums();
    // SQLite recovers when the last one is gone: it must not be us who keep the file open.
    m_database->close();
    return attempt;
}

KillSweep::Ended KillSweep::run(const QStringList &arguments,
                                const QProcessEnvironment &environment,
                                bool proxied)
{
    QStringList words = arguments;
    if (proxied) {
        DatabaseUrl url = m_database->url();
        url.hosts = PgProxy::host();
        url.ports = QString::number(m_proxy->port());
        words[1] = url.toString();
    }
    QProcess program;
    program.setProcessEnvironment(environment);
    program.start(programPath(), words);
    if (!program.waitForStarted(longestRun))
        qFatal("%s does not start", qPrintable(programPath()));
    if (proxied)
        m_proxy->setVictim(program.processId());
    if (!program.waitForFinished(longestRun))
        qFatal("%s does not end", qPrintable(words.join(u' ')));
    Ended ended;
    ended.killed = program.exitStatus() == QProcess::CrashExit;
    ended.status = program.exitCode();
    ended.said = program.readAllStandardOutput() + program.readAllStandardError();
    if (proxied)
        m_database->waitUntilAlone();
    return ended;
}

void KillSweep::countStatements(const WritingCommand &command, SweepReport &report)
{
    const Attempt attempt = prepare(command);
    QProcessEnvironment environment = m_environment;
    const QString file = m_folder.filePath(u"count"_s);
    QFile::remove(file);
    environment.insert(u"TANABAN_COUNT_STATEMENTS"_s, file);
    if (m_proxy)
        m_proxy->reset();
    const Ended ended = run(attempt.arguments, environment, m_proxy != nullptr);
    if (m_proxy) {
        report.statements = m_proxy->exchanges();
    } else if (QFile count(file); count.open(QIODevice::ReadOnly)) {
        report.statements = count.readAll().trimmed().toInt();
    }
    m_effect = effectSince(attempt.before);
    if (ended.killed || ended.status != 0)
        find(report, u"does not even work undisturbed: "_s + QString::fromUtf8(ended.said));
    if (report.statements == 0)
        find(report, u"no statement was counted: this proves nothing"_s);
    if (m_effect[u"commands"_s] == 0)
        find(report, u"has no effect: this proves nothing"_s);
}

void KillSweep::killAfter(const WritingCommand &command, int statement, SweepReport &report)
{
    const Attempt attempt = prepare(command);
    QProcessEnvironment environment = m_environment;
    if (m_proxy)
        m_proxy->reset(PgProxy::Fault::KillClient, statement);
    else
        environment.insert(u"TANABAN_KILL_AFTER"_s, QString::number(statement));
    const Ended ended = run(attempt.arguments, environment, m_proxy != nullptr);
    const QString when = u"killed after %1"_s.arg(statement);
    if (ended.killed != (statement <= report.statements))
        find(report, when + u": it was not: "_s + QString::fromUtf8(ended.said));
    if (happened(attempt, when, report)) {
        ++report.whole;
        if (m_firstWhole == 0)
            m_firstWhole = statement;
    } else {
        ++report.nothing;
        if (m_firstWhole != 0)
            find(report, when + u": nothing, although an earlier kill left the whole"_s);
    }
    repeat(attempt, when, report);
}

void KillSweep::loseAnswer(const WritingCommand &command, PgProxy::Fault fault, SweepReport &report)
{
    const Attempt attempt = prepare(command);
    m_proxy->reset(fault, m_firstWhole);
    const Ended ended = run(attempt.arguments, m_environment, true);
    const bool before = fault == PgProxy::Fault::CutBefore;
    const QString when = before ? u"cut before the commit"_s : u"answer to the commit lost"_s;
    if (!m_proxy->struck())
        find(report, when + u": the network did not fail"_s);
    ++report.lostAnswers;
    const bool done = happened(attempt, when, report);
    // Done (it asked again until it knew) or unknown, with the id to ask with; never "failed".
    if (ended.killed || (ended.status != 0 && ended.status != 6))
        find(report,
             u"%1: status %2: "_s.arg(when).arg(ended.status) + QString::fromUtf8(ended.said));
    if (ended.status == 0 && !done)
        find(report, when + u": the program said done, but nothing is there"_s);
    if (ended.status == 6 && !ended.said.contains(attempt.arguments.last().toUtf8()))
        find(report, when + u": unknown, but no command id was said"_s);
    repeat(attempt, when, report);
}

bool KillSweep::happened(const Attempt &attempt, const QString &when, SweepReport &report)
{
    const State effect = effectSince(attempt.before);
    if (effect == m_effect)
        return true;
    // What was given up at the first statement must have left no trace in any table.
    if (m_database->checksums() != attempt.checksums)
        find(report, u"%1: half of it: %2"_s.arg(when, textOf(effect)));
    return false;
}

void KillSweep::repeat(const Attempt &attempt, const QString &when, SweepReport &report)
{
    m_database->close();
    const Ended again = run(attempt.arguments, m_environment, false);
    if (again.killed || again.status != 0)
        find(report, when + u", then again: "_s + QString::fromUtf8(again.said));
    const State effect = effectSince(attempt.before);
    if (effect != m_effect)
        find(report,
             u"%1, then again: %2 instead of %3"_s.arg(when, textOf(effect), textOf(m_effect)));
}

KillSweep::State KillSweep::state()
{
    State state;
    for (const QString &table : {u"commands"_s,
                                 u"stock"_s,
                                 u"stock_events"_s,
                                 u"changes"_s,
                                 u"allocations"_s,
                                 u"holds"_s,
                                 u"lots"_s,
                                 u"orders"_s})
        state[table] = m_database->count(table);
    for (const QString &column : {u"on_hand"_s, u"reserved"_s, u"version"_s}) {
        state[u"sum of "_s + column] =
            m_database->scalar(u"SELECT coalesce(sum(%1), 0) FROM stock"_s.arg(column)).toLongLong();
    }
    return state;
}

KillSweep::State KillSweep::effectSince(const State &before)
{
    State effect = state();
    for (auto &[name, number] : effect)
        number -= before.at(name);
    return effect;
}

} // namespace tanaban::torture
