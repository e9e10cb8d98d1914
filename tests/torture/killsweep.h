#pragma once

#include "tests/support/pgproxy.h"
#include "tests/support/testdatabase.h"

#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

#include <map>
#include <memory>
#include <vector>

namespace tanaban::torture {

/// A writing command as the program lists it: its words, with {stock}, {place}, … to be filled in.
struct WritingCommand
{
    QString name;
    QString example;
};

/// What became of one command that was killed after each of its statements.
struct SweepReport
{
    QString command;
    int statements = 0; ///< of one undisturbed run
    int nothing = 0;    ///< kills after which nothing had happened
    int whole = 0;      ///< kills after which all of it had happened
    int lostAnswers = 0;
    QStringList findings;

    QString toString() const;
};

/// Runs the program's own writing commands and kills it with kill -9 after statement 1, 2, … n+1.
/// After each kill everything or nothing has happened, and the same command again, with the same
/// id, leaves exactly one effect.
class KillSweep
{
public:
    explicit KillSweep(test::Engine engine, const QString &bug = {});

    /// The program's own list.
    static std::vector<WritingCommand> writingCommands();

    /// In a fresh database. Every `step`-th statement only, where time is short.
    SweepReport sweep(const WritingCommand &command, int step = 1);

private:
    /// Rows of each table and sums over the stock: what one effect changes, and by how much.
    using State = std::map<QString, qint64>;
    struct Ended
    {
        bool killed = false;
        int status = 0;
        QByteArray said;
    };
    struct Attempt
    {
        QStringList arguments;
        State before;
        QMap<QString, QByteArray> checksums;
    };

    Ended run(const QStringList &arguments, const QProcessEnvironment &environment, bool proxied);
    QString stockFile(const QString &name);
    Attempt prepare(const WritingCommand &command);
    void countStatements(const WritingCommand &command, SweepReport &report);
    void killAfter(const WritingCommand &command, int statement, SweepReport &report);
    void loseAnswer(const WritingCommand &command, test::PgProxy::Fault fault, SweepReport &report);
    /// True when it had happened; a finding when it had half happened.
    bool happened(const Attempt &attempt, const QString &when, SweepReport &report);
    void repeat(const Attempt &attempt, const QString &when, SweepReport &report);
    State state();
    State effectSince(const State &before);

    test::Engine m_engine;
    QString m_bug;
    QProcessEnvironment m_environment;
    QTemporaryDir m_folder;
    std::unique_ptr<test::TestDatabase> m_database;
    std::unique_ptr<test::PgProxy> m_proxy;
    State m_effect;       ///< of one undisturbed run
    int m_firstWhole = 0; ///< the first statement after which all had happened
    int m_runs = 0;
};

} // namespace tanaban::torture
