#pragma once

#include "model/clock.h"
#include "model/database.h"
#include "storage/connection.h"

namespace tanaban::storage {

/// Opens and makes databases of both engines.
class SqlGate final : public DatabaseGate
{
public:
    /// `clock` stands for the database's clock on SQLite (empty: the computer's) and must outlive
    /// every database opened. The times are shortened by tests only.
    explicit SqlGate(Clock *clock = nullptr,
                     std::chrono::milliseconds lockWait = std::chrono::milliseconds(5000),
                     std::chrono::milliseconds deadline = std::chrono::milliseconds(10000));

    Result<Done, OpenFailure> create(const DatabaseUrl &url, const QString &firstLogin) override;
    Result<bool, OpenFailure> createFilled(const DatabaseUrl &url,
                                           const QString &firstLogin,
                                           const std::function<bool(Database &)> &fill) override;
    void usePassword(const DatabaseUrl &url, const QString &password) override;
    Result<std::unique_ptr<Database>, OpenFailure> open(const DatabaseUrl &url,
                                                        const QString &actor,
                                                        bool checkPerson = true) override;
    Result<UpgradeReport, OpenFailure> upgradeServer(const DatabaseUrl &url) override;

    /// From now on this thread, the one that draws the window, must not touch a database.
    static void forbidThread(QThread *thread) { Connection::forbidThread(thread); }

private:
    ConnectionConfig configFor(const DatabaseUrl &url) const;
    Result<Done, OpenFailure> createOnServer(const DatabaseUrl &url);
    /// For want of the right password, or what the words of the fault say.
    OpenFailure whyNot(const ConnectionConfig &config, const SqlFault &fault) const;
    /// Checks the schema; an older file is brought up to date. The path of its copy, if one was made.
    Result<QString, OpenFailure> matchSchema(Connection &connection);

    Clock &m_clock;
    std::chrono::milliseconds m_lockWait;
    std::chrono::milliseconds m_deadline;
    mutable std::mutex m_mutex;
    std::map<QString, QString> m_passwords; ///< by address
};

} // namespace tanaban::storage
