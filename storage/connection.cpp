#include "storage/connection.h"

#include "storage/conninfo.h"
#include "storage/killpoint.h"
#include "storage/sqlitefile.h"
#include "storage/statement.h"
#include "storage/watchdog.h"

#include <QRegularExpression>
#include <QSqlDriver>
#include <QThread>
#include <QUrl>

#include <atomic>
#include <libpq-fe.h>
#include <sqlite3.h>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

std::atomic<QThread *> forbiddenThread{nullptr};
std::atomic<quint64> nextConnection{1};

} // namespace

void Connection::forbidThread(QThread *thread)
{
    forbiddenThread = thread;
}

void Connection::refuseForbiddenThread()
{
    if (forbiddenThread && QThread::currentThread() == forbiddenThread)
        qFatal("SQL on the thread that draws the window");
}

Connection::Connection(ConnectionConfig config, std::shared_ptr<StoreCounters> counters)
    : m_config(std::move(config))
    , m_counters(std::move(counters))
    , m_name(u"tanaban-%1"_s.arg(nextConnection++))
{}

Connection::~Connection()
{
    if (m_turn)
        m_turn->giveBack();
    m_statements.clear();
    {
        const Deadline deadline(socket(), m_config.deadline);
        m_db.close();
    }
    m_db = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Connection>, SqlFault> Connection::open(
    const ConnectionConfig &config,
    std::shared_ptr<StoreCounters> counters)
{
    refuseForbiddenThread();
    std::unique_ptr<Connection> connection(new Connection(config, std::move(counters)));
    SqlFault fault = connection->isPostgres() ? connection->openPostgres()
                                              : connection->openSqlite();
    if (fault)
        return fail(std::move(fault));
    return connection;
}

SqlFault Connection::openSqlite()
{
    configureSqlite();
    m_db = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    m_file = FileIdentity::at(m_config.url.path);
    // A URI with mode=rw, because the driver would make a new file out of a mistyped name.
    m_db.setDatabaseName(u"file:"_s
                         + QString::fromLatin1(QUrl::toPercentEncoding(m_config.url.path, "/"))
                         + (m_config.readOnly ? u"?mode=ro"_s : u"?mode=rw"_s));
    m_db.setConnectOptions(
        u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1"_s.arg(m_config.lockWait.count()));
    if (!m_db.open()) {
        SqlFault fault = faultOf(m_db.lastError());
        if (fault.kind == Fault::Other)
            fault.kind = Fault::Lost;
        return fault;
    }
    const QVariant handle = m_db.driver()->handle();
    m_sqlite = *static_cast<sqlite3 *const *>(handle.constData());
    installKillPoint(m_sqlite);
    // Only the writer at its turn checkpoints; not whoever happens to close last.
    sqlite3_db_config(sqlite(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    sqlite3_db_config(sqlite(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    const std::pair<QString, QString> settings[] = {{u"synchronous"_s, u"2"_s},
                                                    {u"foreign_keys"_s, u"1"_s},
                                                    {u"trusted_schema"_s, u"0"_s},
                                                    {u"cell_size_check"_s, u"1"_s},
                                                    {u"cache_size"_s, u"-16000"_s},
                                                    {u"temp_store"_s, u"2"_s}};
    for (const auto &[name, value] : settings) {
        QSqlQuery query(m_db);
        if (!query.exec(u"PRAGMA %1 = %2"_s.arg(name, value)))
            return faultOf(query.lastError());
        if (!query.exec(u"PRAGMA "_s + name) || !query.next())
            return faultOf(query.lastError());
        if (query.value(0).toString() != value)
            return {Fault::Other, {}, u"SQLite does not accept %1 = %2"_s.arg(name, value), {}};
    }
    if (!m_config.readOnly)
        m_turn = std::make_unique<WriterTurn>(m_config.url.path);
    return {};
}

SqlFault Connection::openPostgres()
{
    m_db = QSqlDatabase::addDatabase(u"QPSQL"_s, m_name);
    // Everything through the options, quoted: the driver pastes them into the connection string.
    QString options = conninfoOf(m_config);
    // The search_path is the one that api.reserve_1 asks for.
    options += u" options='-c standard_conforming_strings=on -c client_encoding=UTF8 -c "
               "TimeZone=UTC -c DateStyle=ISO -c jit=off -c plan_cache_mode=force_generic_plan -c "
               "work_mem=64MB -c search_path=pg_catalog,\\\\ public,\\\\ pg_temp "
               "-c default_transaction_isolation=read\\\\ committed "
               "-c lock_timeout=%1 -c idle_in_transaction_session_timeout=20000'"_s.arg(
                   m_config.lockWait.count());
    m_db.setConnectOptions(options);
    m_db.setPassword(m_config.password); // not in the options: there a semicolon means a space
    if (!m_db.open())
        return {Fault::Lost, {}, m_db.lastError().databaseText().trimmed(), {}};
    return {};
}

bool Connection::isInPlace() const
{
    return isPostgres() || (m_file && FileIdentity::at(m_config.url.path) == m_file);
}

pg_conn *Connection::postgres() const
{
    if (!isPostgres() || !m_db.isValid())
        return nullptr;
    const QVariant handle = m_db.driver()->handle();
    return handle.isValid() ? *static_cast<pg_conn *const *>(handle.constData()) : nullptr;
}

int Connection::socket() const
{
    PGconn *connection = postgres();
    return connection ? PQsocket(connection) : -1;
}

SqlFault Connection::begin()
{
    refuseForbiddenThread();
    if (isPostgres()) {
        ++m_counters->statements;
        const Deadline deadline(socket(), m_config.deadline);
        return m_db.transaction() ? SqlFault() : faultOf(m_db.lastError());
    }
    bool waited = false;
    const bool taken = m_turn && m_turn->take(m_config.lockWait, &waited);
    if (waited)
        ++m_counters->lockWaits;
    if (!taken)
        return {Fault::Busy, {}, u"the turn to write was not free"_s, {}};
    SqlFault fault;
    if (!isInPlace())
        fault = {Fault::Lost, {}, u"%1 is no longer there"_s.arg(m_config.url.path), {}};
    if (!fault)
        fault = exec(u"BEGIN IMMEDIATE"_s);
    if (fault)
        m_turn->giveBack();
    return fault;
}

SqlFault Connection::beginSnapshot()
{
    return exec(isPostgres() ? u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s : u"BEGIN"_s);
}

SqlFault Connection::commit()
{
    SqlFault fault;
    if (isPostgres()) {
        ++m_counters->statements;
        const Deadline deadline(socket(), m_config.deadline);
        // Not as a statement: that says yes when the server rolls back.
        if (!m_db.commit()) {
            fault = faultOf(m_db.lastError());
            if (!fault)
                fault.kind = Fault::Other;
        }
    } else {
        fault = exec(u"COMMIT"_s);
    }
    if (fault && fault.kind != Fault::Lost)
        rollback();
    if (m_turn)
        m_turn->giveBack();
    return fault;
}

void Connection::rollback()
{
    if (!isPostgres()) {
        exec(u"ROLLBACK"_s);
    } else if (m_db.isOpen()) {
        const Deadline deadline(socket(), m_config.deadline);
        m_db.rollback();
    }
    if (m_turn)
        m_turn->giveBack();
}

SqlFault Connection::exec(const QString &sql)
{
    if (!isPostgres()) {
        Statement statement(*this, sql);
        statement.exec();
        return statement.fault();
    }
    refuseForbiddenThread();
    ++m_counters->statements;
    const Deadline deadline(socket(), m_config.deadline);
    QSqlQuery query(m_db);
    return query.exec(sql) ? SqlFault() : faultOf(query.lastError());
}

SqlFault Connection::script(const QString &sql)
{
    if (isPostgres())
        return exec(sql);
    refuseForbiddenThread();
    const int answer = sqlite3_exec(m_sqlite, sql.toUtf8().constData(), nullptr, nullptr, nullptr);
    return answer == SQLITE_OK ? SqlFault() : storage::faultOf(m_sqlite);
}

QString Connection::render(const QString &sql) const
{
    if (!sql.contains(u'{'))
        return sql;
    static const QRegularExpression pattern(u"\\{(iso|date|uuid|json) ([^{}]+)\\}"_s);
    QString result;
    qsizetype end = 0;
    for (const QRegularExpressionMatch &match : pattern.globalMatch(sql)) {
        result += QStringView(sql).mid(end, match.capturedStart() - end);
        end = match.capturedEnd();
        if (!isPostgres())
            result += match.captured(2);
        else if (match.captured(1) == u"iso"_s)
            result += u"to_char(%1 AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"_s.arg(
                match.captured(2));
        else if (match.captured(1) == u"date"_s)
            result += u"to_char(%1, 'YYYY-MM-DD')"_s.arg(match.captured(2));
        else
            result += u"(%1)::text"_s.arg(match.captured(2));
    }
    return result + QStringView(sql).mid(end);
}

SqlFault Connection::faultOf(const QSqlError &error) const
{
    SqlFault fault = storage::faultOf(error, isPostgres(), m_db.isOpen());
    if (isPostgres() && fault.kind == Fault::Other && fault.code.isEmpty()) {
        // After a lost connection the driver may say nothing at all; libpq knows.
        PGconn *connection = postgres();
        if (!connection || PQstatus(connection) != CONNECTION_OK)
            fault.kind = Fault::Lost;
    }
    return fault;
}

SqlFault Connection::faultOfResult(const PGresult *result) const
{
    SqlFault fault;
    PGconn *server = postgres();
    const char *state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    if (!server || PQstatus(server) != CONNECTION_OK || !state) {
        fault.kind = Fault::Lost;
        fault.text = server ? QString::fromUtf8(PQerrorMessage(server)).trimmed() : QString();
        return fault;
    }
    fault.code = QString::fromLatin1(state);
    fault.kind = faultOfSqlState(fault.code);
    fault.text = QString::fromUtf8(PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY));
    fault.detail = QString::fromUtf8(PQresultErrorField(result, PG_DIAG_MESSAGE_DETAIL));
    return fault;
}

bool Connection::prepareOnServer(const QByteArray &name, const QByteArray &sql)
{
    if (m_preparedOnServer.contains(name))
        return true;
    PGconn *server = postgres();
    if (!server)
        return false;
    const Deadline deadline(socket(), m_config.deadline);
    PGresult *result = PQprepare(server, name.constData(), sql.constData(), 0, nullptr);
    const bool prepared = PQresultStatus(result) == PGRES_COMMAND_OK;
    PQclear(result);
    if (prepared)
        m_preparedOnServer.insert(name);
    return prepared;
}

std::shared_ptr<CachedStatement> Connection::statement(const QString &sql)
{
    // Texts with values in them (conflicts) must not pile up.
    if (m_statements.size() > 300)
        m_statements.removeIf([](const auto &entry) { return !entry.value()->inUse; });
    std::shared_ptr<CachedStatement> &cached = m_statements[sql];
    if (!cached)
        cached = std::make_shared<CachedStatement>();
    if (cached->inUse) // the same text within its own rows: one of its own, used once
        return std::make_shared<CachedStatement>();
    return cached;
}

} // namespace tanaban::storage
