#include "storage/bulksinks.h"

#include "storage/statement.h"
#include "storage/watchdog.h"

#include <charconv>
#include <cstring>
#include <libpq-fe.h>
#include <sqlite3.h>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t textRoom = 64 * 1024;
constexpr size_t copyPiece = 256 * 1024;
constexpr size_t rowsOfMany = 100;

sqlite3_stmt *insertOf(sqlite3 *database, QStringView table, QStringView columns, size_t rows)
{
    const QString row = u"(?%1)"_s.arg(u", ?"_s.repeated(columns.count(u',')));
    const QString sql = u"INSERT INTO %1 (%2) VALUES %3"_s.arg(
        table, columns, QStringList(qsizetype(rows), row).join(u", "_s));
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(database, sql.toUtf8().constData(), -1, &statement, nullptr);
    return statement;
}

} // namespace

SqliteSink::SqliteSink(Connection &connection)
    : m_connection(connection)
    , m_text(textRoom)
{}

SqliteSink::~SqliteSink()
{
    forget();
}

void SqliteSink::forget()
{
    sqlite3_finalize(m_one);
    sqlite3_finalize(m_many);
    m_one = m_many = m_statement = nullptr;
}

bool SqliteSink::run(const QByteArray &sql)
{
    if (sqlite3_exec(m_connection.sqlite(), sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK)
        return true;
    m_fault = faultOf(m_connection.sqlite());
    return false;
}

void SqliteSink::putIndexesAside()
{
    std::vector<QByteArray> names;
    {
        Statement find(
            m_connection,
            u"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"_s);
        if (!find.exec())
            return;
        while (find.next()) {
            names.push_back(find.text(0).toUtf8());
            m_indexes.push_back(find.text(1).toUtf8());
        }
    }
    for (const QByteArray &name : names)
        run("DROP INDEX \"" + name + "\"");
    run("PRAGMA cache_size = -262144"); // of this connection, which ends with the load
}

bool SqliteSink::finish()
{
    forget();
    m_table.clear();
    for (const QByteArray &sql : m_indexes) {
        if (!run(sql))
            return false;
    }
    m_indexes.clear();
    return true;
}

bool SqliteSink::startTable(QStringView table, QStringView columns, size_t rows)
{
    if (m_table != table && !prepare(table, columns))
        return false;
    m_toCome = rows;
    choose();
    return true;
}

bool SqliteSink::prepare(QStringView table, QStringView columns)
{
    if (m_table.isEmpty())
        putIndexesAside();
    if (m_fault)
        return false;
    forget();
    m_table = table.toString();
    m_one = insertOf(m_connection.sqlite(), table, columns, 1);
    m_many = insertOf(m_connection.sqlite(), table, columns, rowsOfMany);
    if (m_one && m_many)
        return true;
    m_fault = faultOf(m_connection.sqlite());
    return false;
}

void SqliteSink::choose()
{
    m_statement = m_toCome >= rowsOfMany ? m_many : m_one;
}

bool SqliteSink::endRow()
{
    --m_toCome;
    if (m_statement == m_many && ++m_bound < rowsOfMany)
        return true;
    const bool done = sqlite3_step(m_statement) == SQLITE_DONE;
    if (!done)
        m_fault = faultOf(m_connection.sqlite());
    sqlite3_reset(m_statement);
    m_bound = 0;
    m_column = 0;
    m_used = 0;
    choose();
    return done;
}

char *SqliteSink::room(size_t size)
{
    if (m_used + size > m_text.size())
        return nullptr;
    char *start = m_text.data() + m_used;
    m_used += size;
    return start;
}

SqliteSink &SqliteSink::bytes(std::string_view value)
{
    char *copy = room(value.size());
    if (copy)
        std::memcpy(copy, value.data(), value.size());
    sqlite3_bind_text(m_statement,
                      ++m_column,
                      copy ? copy : value.data(),
                      int(value.size()),
                      copy ? SQLITE_STATIC : SQLITE_TRANSIENT);
    return *this;
}

SqliteSink &SqliteSink::text(const QString &value)
{
    // Nearly all texts are codes: those need no memory of their own on their way.
    const size_t used = m_used;
    if (char *start = room(size_t(value.size()))) {
        qsizetype at = 0;
        for (; at < value.size() && value[at].unicode() < 0x80; ++at)
            start[at] = char(value[at].unicode());
        if (at == value.size()) {
            sqlite3_bind_text(m_statement, ++m_column, start, int(at), SQLITE_STATIC);
            return *this;
        }
        m_used = used;
    }
    const QByteArray utf8 = value.toUtf8();
    return bytes({utf8.constData(), size_t(utf8.size())});
}

SqliteSink &SqliteSink::integer(qint64 value)
{
    sqlite3_bind_int64(m_statement, ++m_column, value);
    return *this;
}

SqliteSink &SqliteSink::blob(const QByteArray &value)
{
    char *copy = room(size_t(value.size()));
    if (copy)
        std::memcpy(copy, value.constData(), size_t(value.size()));
    sqlite3_bind_blob(m_statement,
                      ++m_column,
                      copy ? copy : value.constData(),
                      int(value.size()),
                      copy ? SQLITE_STATIC : SQLITE_TRANSIENT);
    return *this;
}

SqliteSink &SqliteSink::json(const QByteArray &value)
{
    return value.isEmpty() ? null() : bytes({value.constData(), size_t(value.size())});
}

SqliteSink &SqliteSink::date(const std::optional<QDate> &value)
{
    return value ? bytes(DateText(*value).view()) : null();
}

SqliteSink &SqliteSink::null()
{
    sqlite3_bind_null(m_statement, ++m_column);
    return *this;
}

CopySink::CopySink(Connection &connection)
    : m_connection(connection)
{
    m_rows.reserve(copyPiece + 4096);
}

CopySink::~CopySink()
{
    // Left in the middle: the copy must end before the transaction can be rolled back.
    if (!m_table.isEmpty() && m_connection.isOpen()) {
        const Deadline deadline(m_connection.socket(), m_connection.config().deadline);
        PQputCopyEnd(m_connection.postgres(), "stopped");
        while (PGresult *result = PQgetResult(m_connection.postgres()))
            PQclear(result);
    }
}

bool CopySink::run(const QByteArray &sql)
{
    const Deadline deadline(m_connection.socket(), m_connection.config().deadline);
    PGresult *result = PQexec(m_connection.postgres(), sql.constData());
    const ExecStatusType status = PQresultStatus(result);
    const bool done = status == PGRES_COPY_IN || status == PGRES_COMMAND_OK
                      || status == PGRES_TUPLES_OK;
    if (!done) {
        const QString state = QString::fromLatin1(PQresultErrorField(result, PG_DIAG_SQLSTATE));
        m_fault = {state.isEmpty() ? Fault::Lost : faultOfSqlState(state),
                   state,
                   QString::fromUtf8(PQerrorMessage(m_connection.postgres())),
                   {}};
    }
    PQclear(result);
    return done;
}

bool CopySink::startTable(QStringView table, QStringView columns, size_t)
{
    if (m_table == table)
        return true;
    if (!endTable() || !run(u"COPY %1 (%2) FROM STDIN"_s.arg(table, columns).toUtf8()))
        return false;
    m_table = table.toString();
    return true;
}

bool CopySink::send()
{
    const Deadline deadline(m_connection.socket(), m_connection.config().deadline);
    const bool sent = PQputCopyData(m_connection.postgres(), m_rows.data(), int(m_rows.size()))
                      == 1;
    m_rows.clear();
    if (!sent)
        m_fault = {Fault::Lost, {}, QString::fromUtf8(PQerrorMessage(m_connection.postgres())), {}};
    return sent;
}

bool CopySink::endRow()
{
    m_rows += '\n';
    m_firstColumn = true;
    return m_rows.size() < copyPiece || send();
}

bool CopySink::endTable()
{
    if (m_table.isEmpty())
        return true;
    bool done = m_rows.empty() || send();
    m_table.clear();
    const Deadline deadline(m_connection.socket(), m_connection.config().deadline);
    PGconn *connection = m_connection.postgres();
    if (done && PQputCopyEnd(connection, nullptr) != 1)
        done = false;
    while (PGresult *result = PQgetResult(connection)) {
        if (PQresultStatus(result) != PGRES_COMMAND_OK) {
            const QString state = QString::fromLatin1(PQresultErrorField(result, PG_DIAG_SQLSTATE));
            m_fault = {state.isEmpty() ? Fault::Lost : faultOfSqlState(state),
                       state,
                       QString::fromUtf8(PQresultErrorMessage(result)).trimmed(),
                       {}};
            done = false;
        }
        PQclear(result);
        if (PQstatus(connection) != CONNECTION_OK)
            break;
    }
    if (!done && !m_fault)
        m_fault = {Fault::Lost, {}, QString::fromUtf8(PQerrorMessage(connection)), {}};
    return done;
}

bool CopySink::finish()
{
    // Ids were given by us, so the server's own counting goes on behind them; and the planner must
    // not take the tables for empty until it looks by itself.
    return endTable()
           && run("SELECT setval(pg_get_serial_sequence('stock', 'id'), "
                  "(SELECT coalesce(max(id), 0) + 1 FROM stock), false), "
                  "setval(pg_get_serial_sequence('allocations', 'id'), "
                  "(SELECT coalesce(max(id), 0) + 1 FROM allocations), false)")
           && run("ANALYZE warehouses, zones, bins, products, lots, partners, stock, stock_events, "
                  "allocations, changes, commands");
}

CopySink &CopySink::bytes(std::string_view value)
{
    if (!m_firstColumn)
        m_rows += '\t';
    m_firstColumn = false;
    m_rows += value;
    return *this;
}

CopySink &CopySink::escaped(std::string_view value)
{
    bytes({});
    for (const char byte : value) {
        switch (byte) {
        case '\\':
            m_rows += "\\\\";
            break;
        case '\t':
            m_rows += "\\t";
            break;
        case '\n':
            m_rows += "\\n";
            break;
        case '\r':
            m_rows += "\\r";
            break;
        default:
            m_rows += byte;
        }
    }
    return *this;
}

CopySink &CopySink::text(const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    return escaped({utf8.constData(), size_t(utf8.size())});
}

CopySink &CopySink::integer(qint64 value)
{
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    return bytes({digits, size_t(end - digits)});
}

CopySink &CopySink::blob(const QByteArray &value)
{
    const QByteArray hex = value.toHex();
    return bytes("\\\\x" + std::string(hex.constData(), size_t(hex.size())));
}

CopySink &CopySink::json(const QByteArray &value)
{
    return value.isEmpty() ? null() : escaped({value.constData(), size_t(value.size())});
}

CopySink &CopySink::date(const std::optional<QDate> &value)
{
    return value ? bytes(DateText(*value).view()) : null();
}

} // namespace tanaban::storage
