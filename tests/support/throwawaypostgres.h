#pragma once

#include <QString>

#include <memory>

namespace tanaban::test {

/// A PostgreSQL server of the test program's own: made when it is first asked for, real in every
/// respect (fsync is on), gone with its files when the program ends, also when it crashes. Where
/// TANABAN_TEST_PG (host:port, or a URL of the superuser) names one that runs for the whole test
/// run, that one is used.
class ThrowAwayPostgres
{
public:
    /// The one of this program. Never fails silently: see failure().
    static ThrowAwayPostgres &instance();
    /// One more, that a test can stop and start. With a password it lets nobody in without it;
    /// that is the superuser's.
    static std::unique_ptr<ThrowAwayPostgres> another(const QString &password = {});
    ~ThrowAwayPostgres();

    /// Ends every connection and answers no more, until start().
    void stop() { tell("stop"); }
    void start() { tell("start"); }

    bool isRunning() const { return m_failure.isEmpty(); }
    /// Why there is none, with the last lines of its log.
    QString failure() const { return m_failure; }

    QString host() const { return m_host; }
    int port() const { return m_port; }
    /// Where the server writes what it has to say; empty when that is not known.
    QString logFile() const { return m_logFile; }

    /// The superuser, for what a test needs beside the program (no password: it trusts us).
    static constexpr const char *superuser = "postgres";

    ThrowAwayPostgres(const ThrowAwayPostgres &) = delete;
    ThrowAwayPostgres &operator=(const ThrowAwayPostgres &) = delete;

private:
    ThrowAwayPostgres() = default;
    bool useRunningOne();
    bool startOne(const QString &password = {});
    bool tryToStart(const QString &password);
    void tell(const QByteArray &command);

    QString m_failure;
    QString m_host;
    int m_port = 0;
    QString m_logFile;
    int m_lifeline = -1; ///< the guardian stops the server when this pipe closes
    int m_answers = -1;  ///< what the guardian says
    qint64 m_guardian = 0;
};

} // namespace tanaban::test
