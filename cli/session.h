#pragma once

#include "model/clock.h"
#include "model/commandrunner.h"
#include "model/export/tablewriter.h"
#include "model/import/rowreader.h"

#include <QIODevice>
#include <QJsonObject>

#include "cli/arguments.h"

namespace tanaban::cli {

/// What the program is given from outside; app fills it in, tests too.
struct Environment
{
    DatabaseGate &gate;
    Clock &clock;
    /// The file of unfinished intents that belongs to a database.
    std::function<std::unique_ptr<IntentJournal>(const DatabaseUrl &)> journal;
    std::function<double()> random; ///< in [0, 1), for the jitter of waits
    QString computerLogin;          ///< who is logged in at this computer
    TableWriters writers;           ///< of the files that are exported
    RowReaders readers;             ///< of the files that are imported
    QIODevice &out;
    QIODevice &err;
};

/// One run of the program: its database, and where results and messages go.
class Session
{
public:
    Session(Environment &environment, DatabaseUrl url, QString login, bool json);

    Environment &environment() { return m_environment; }
    const DatabaseUrl &url() const { return m_url; }
    const QString &login() const { return m_login; }
    bool json() const { return m_json; }

    /// A message for a person: standard error.
    void say(const QString &sentence);
    /// A line of the result for a person: standard output, and nothing with --json.
    void print(const QString &line);
    /// The result as a document: standard output, and nothing without --json.
    void document(const QJsonObject &object);
    /// Raw output of long lists.
    void write(const QByteArray &bytes);

    /// The command that is carried out: what fails from now on is told with its id.
    void setCommand(const QUuid &id) { m_command = id; }

    /// Says what is wrong with the arguments.
    ExitStatus wrongUsage(const QString &sentence);
    ExitStatus failed(const ReadFailure &failure);
    ExitStatus failed(const OpenFailure &failure);

    /// The open database, or nothing after having said why; then failure() is the exit status.
    Database *open(bool checkPerson = true);
    ExitStatus failure() const { return m_failure; }

private:
    ExitStatus failed(ExitStatus status, const QString &message);

    Environment &m_environment;
    DatabaseUrl m_url;
    QString m_login;
    bool m_json;
    std::optional<QUuid> m_command;
    std::unique_ptr<Database> m_database;
    ExitStatus m_failure = ExitStatus::Done;
};

/// A sentence for a read that gave nothing, with the database's own words.
QString messageOf(const ReadFailure &failure);

} // namespace tanaban::cli
