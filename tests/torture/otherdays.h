#pragma once

#include "tests/cli/program.h"
#include "tests/support/rawsql.h"

#include <QCoreApplication>
#include <QDir>

namespace tanaban::test {

/// How a run of the program ended.
struct Ended
{
    bool killed = false;
    int status = 0;
    QByteArray out;
    QByteArray err;
    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    QByteArray said() const { return out + err; }
};

/// The program on other days: as it is now, and with migrations that it does not have yet.
class OtherDays
{
public:
    static constexpr int tomorrow = 9001; ///< the number of its migration

    OtherDays();

    const QProcessEnvironment &todaysProgram() const { return m_today; }
    const QProcessEnvironment &tomorrowsProgram() const { return m_tomorrow; }
    /// Knows a migration that does not work: "broken" (wrong SQL) or "loose" (leaves references to
    /// nothing).
    QProcessEnvironment brokenProgram(const QString &how) const;
    /// Knows nothing after this schema.
    QProcessEnvironment olderProgram(int schema) const;

    static std::unique_ptr<QProcess> start(const DatabaseUrl &url,
                                           const QString &line,
                                           const QProcessEnvironment &environment);
    static Ended wait(QProcess &process);
    static Ended run(const DatabaseUrl &url,
                     const QString &line,
                     const QProcessEnvironment &environment);
    static QString program();

    const QTemporaryDir &folder() const { return m_folder; }

private:
    void writeStep(const QString &folder, const QByteArray &sqlite);

    QTemporaryDir m_folder;
    QProcessEnvironment m_today;
    QProcessEnvironment m_tomorrow;
};

} // namespace tanaban::test
