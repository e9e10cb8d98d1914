#pragma once

#include "model/databaseurl.h"
#include "model/result.h"
#include "model/store.h"
#include "storage/changewatch.h"
#include "storage/commitbell.h"
#include "storage/fileidentity.h"
#include "storage/sqlfault.h"
#include "storage/writerturn.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <chrono>
#include <memory>
#include <optional>
#include <set>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;
struct pg_conn;
struct pg_result;
class QThread;

namespace tanaban::storage {

struct ConnectionConfig
{
    DatabaseUrl url;
    bool readOnly = false;
    std::chrono::milliseconds lockWait{5000};  ///< for locks and for the writer's turn
    std::chrono::milliseconds deadline{10000}; ///< for any call to a server
    /// One for all connections of a database.
    std::shared_ptr<ChangeWatch> changeWatch = std::make_shared<ChangeWatch>();
    std::shared_ptr<CommitBell> commitBell = std::make_shared<CommitBell>();
    QString password = {}; ///< PostgreSQL; in memory only
};

/// What a connection keeps of a statement; see Statement.
struct CachedStatement
{
    CachedStatement() = default;
    ~CachedStatement();
    CachedStatement(const CachedStatement &) = delete;
    CachedStatement &operator=(const CachedStatement &) = delete;

    std::optional<QSqlQuery> postgres;
    sqlite3_stmt *sqlite = nullptr;
    std::vector<QByteArray> texts; ///< SQLite: the values bound, as long as they are
    bool inUse = false;
    bool prepared = false;
};

/// One connection to one database, used only by the thread that opened it.
class Connection
{
public:
    /// Opens what is there; never creates a file. The failure's kind is Lost, Busy or Damaged.
    static Result<std::unique_ptr<Connection>, SqlFault> open(
        const ConnectionConfig &config,
        std::shared_ptr<StoreCounters> counters);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// The thread that draws the window: any SQL on it ends the program, in release builds too.
    static void forbidThread(QThread *thread);
    static void refuseForbiddenThread();

    bool isPostgres() const { return m_config.url.engine == DatabaseUrl::Engine::Postgres; }
    bool isOpen() const { return m_db.isOpen(); }
    /// The file that was opened is still the one at its place: what is written into one that was
    /// taken away would be lost with it. Always so on PostgreSQL.
    bool isInPlace() const;
    const ConnectionConfig &config() const { return m_config; }
    StoreCounters &counters() { return *m_counters; }
    QSqlDatabase &database() { return m_db; }

    sqlite3 *sqlite() const { return m_sqlite; } ///< nullptr on PostgreSQL
    pg_conn *postgres() const;                   ///< nullptr on SQLite
    int socket() const;                          ///< -1 on SQLite

    /// SQLite: the turn of writing; taken by begin().
    WriterTurn *turn() { return m_turn.get(); }

    /// Opens a write transaction. On SQLite it takes the turn first; Busy when it is not to be had
    /// within the lock wait.
    SqlFault begin();
    /// Opens a transaction in which every statement sees the same moment.
    SqlFault beginSnapshot();
    /// Lost means that it may or may not have happened.
    SqlFault commit();
    void rollback();

    /// One statement without values or rows.
    SqlFault exec(const QString &sql);
    /// Several statements at once (migrations).
    SqlFault script(const QString &sql);

    /// The dialect: {iso x}, {date x}, {uuid x} give text on both engines; {json x} likewise.
    QString render(const QString &sql) const;

    SqlFault faultOf(const QSqlError &error) const;
    /// PostgreSQL: what libpq says of a result that is not a success.
    SqlFault faultOfResult(const pg_result *result) const;

    /// PostgreSQL: prepares once per connection; false when the server refused.
    bool prepareOnServer(const QByteArray &name, const QByteArray &sql);

private:
    friend class Statement;
    Connection(ConnectionConfig config, std::shared_ptr<StoreCounters> counters);
    SqlFault openSqlite();
    SqlFault openPostgres();
    std::shared_ptr<CachedStatement> statement(const QString &sql);

    ConnectionConfig m_config;
    std::shared_ptr<StoreCounters> m_counters;
    QString m_name;
    QSqlDatabase m_db;
    sqlite3 *m_sqlite = nullptr;
    std::unique_ptr<WriterTurn> m_turn;
    std::optional<FileIdentity> m_file; ///< SQLite: what was opened
    QHash<QString, std::shared_ptr<CachedStatement>> m_statements;
    std::set<QByteArray> m_preparedOnServer;
};

} // namespace tanaban::storage
