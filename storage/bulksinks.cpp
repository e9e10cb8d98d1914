#include "storage/bulksinks.h"

#include "storage/statement.h"
#include "storage/watchdog.h"

#include <charconv>
#include <libpq-fe.h>
#include <sqlite3.h>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t rowsOfMany = 40;

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
{}

SqliteSink::~SqliteSink()
{
    forget();
}

void SqliteSink::forget()
{
    sqlite3_finalize(m_one);
    sqlite3_finalize(m_many);
    m_one = m_many = nullptr;
}

SqlFault SqliteSink::makeReady(Connection &connection)
{
    // The indexes of a million rows do not fit in the usual cache. References and forms come from our
    // own code, and `verify` looks at them whenever it is asked; here that would be a quarter of the
    // work.
    for (const QString &setting :
         {u"cache_size = -262144"_s, u"foreign_keys = 0"_s, u"ignore_check_constraints = 1"_s})
    {
        if (const SqlFault fault = connection.exec(u"PRAGMA "_s + setting))
            return fault;
    }
    return {};
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
}

bool SqliteSink::finish()
{
    forget();
    m_table = {};
    for (const QByteArray &sql : m_indexes) {
        if (!run(sql))
            return false;
    }
    m_indexes.clear();
    m_fault = checkQuantities();
    return !m_fault;
}

SqlFault SqliteSink::checkQuantities()
{
    Statement broken(
        m_connection,
        u"SELECT id FROM stock WHERE on_hand < 0 OR reserved NOT BETWEEN 0 AND on_hand"_s);
    if (broken.exec() && broken.next())
        return {Fault::Check, {}, u"the quantities of stock row %1"_s.arg(broken.integer(0)), {}};
    return broken.fault();
}

bool SqliteSink::prepare(QStringView table, QStringView columns)
{
    if (m_table.isEmpty())
        putIndexesAside();
    if (m_fault)
        return false;
    forget();
    m_table = table;
    m_one = insertOf(m_connection.sqlite(), table, columns, 1);
    m_many = insertOf(m_connection.sqlite(), table, columns, rowsOfMany);
    if (m_one && m_many)
        return true;
    m_fault = faultOf(m_connection.sqlite());
    return false;
}

bool SqliteSink::write(const SqliteRows &rows)
{
    if (m_table != rows.m_table && !prepare(rows.m_table, rows.m_columns))
        return false;
    const size_t columns = rows.m_rows == 0 ? 0 : rows.m_values.size() / rows.m_rows;
    for (size_t row = 0; row < rows.m_rows;) {
        const size_t together = rows.m_rows - row >= rowsOfMany ? rowsOfMany : 1;
        sqlite3_stmt *statement = together == 1 ? m_one : m_many;
        for (size_t i = 0; i < together * columns; ++i)
            bind(statement, int(i) + 1, rows, row * columns + i);
        const bool done = sqlite3_step(statement) == SQLITE_DONE;
        if (!done)
            m_fault = faultOf(m_connection.sqlite());
        sqlite3_reset(statement);
        if (!done)
            return false;
        row += together;
    }
    return true;
}

void SqliteSink::bind(sqlite3_stmt *statement, int column, const SqliteRows &rows, size_t value)
{
    const SqliteRows::Value &bound = rows.m_values[value];
    const char *bytes = rows.m_bytes.data() + bound.number;
    switch (bound.type) {
    case SqliteRows::Type::Null:
        sqlite3_bind_null(statement, column);
        break;
    case SqliteRows::Type::Integer:
        sqlite3_bind_int64(statement, column, bound.number);
        break;
    case SqliteRows::Type::Text:
        sqlite3_bind_text(statement, column, bytes, bound.size, SQLITE_STATIC);
        break;
    case SqliteRows::Type::Blob:
        sqlite3_bind_blob(statement, column, bytes, bound.size, SQLITE_STATIC);
        break;
    }
}

SqliteRows::SqliteRows(QStringView table, QStringView columns, size_t rows)
    : m_table(table)
    , m_columns(columns)
{
    m_values.reserve(rows * size_t(columns.count(u',') + 1));
}

SqliteRows &SqliteRows::bytes(std::string_view value, Type type)
{
    m_values.push_back({qint64(m_bytes.size()), int(value.size()), type});
    m_bytes += value;
    return *this;
}

SqliteRows &SqliteRows::text(const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    return bytes({utf8.constData(), size_t(utf8.size())});
}

SqliteRows &SqliteRows::integer(qint64 value)
{
    m_values.push_back({value, 0, Type::Integer});
    return *this;
}

SqliteRows &SqliteRows::blob(const QByteArray &value)
{
    return bytes({value.constData(), size_t(value.size())}, Type::Blob);
}

SqliteRows &SqliteRows::json(const QByteArray &value)
{
    return value.isEmpty() ? null() : bytes({value.constData(), size_t(value.size())});
}

SqliteRows &SqliteRows::date(const std::optional<QDate> &value)
{
    return value ? bytes(DateText(*value).view()) : null();
}

SqliteRows &SqliteRows::null()
{
    m_values.push_back({});
    return *this;
}

CopySink::CopySink(Connection &connection)
    : m_connection(connection)
{}

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

bool CopySink::startTable(QStringView table, QStringView columns)
{
    if (m_table == table)
        return true;
    if (!endTable() || !run(u"COPY %1 (%2) FROM STDIN"_s.arg(table, columns).toUtf8()))
        return false;
    m_table = table;
    return true;
}

bool CopySink::write(const CopyRows &rows)
{
    if (!startTable(rows.m_table, rows.m_columns))
        return false;
    const Deadline deadline(m_connection.socket(), m_connection.config().deadline);
    const int size = int(rows.m_text.size());
    const bool sent = PQputCopyData(m_connection.postgres(), rows.m_text.data(), size) == 1;
    if (!sent)
        m_fault = {Fault::Lost, {}, QString::fromUtf8(PQerrorMessage(m_connection.postgres())), {}};
    return sent;
}

bool CopySink::endTable()
{
    if (m_table.isEmpty())
        return true;
    m_table = {};
    const Deadline deadline(m_connection.socket(), m_connection.config().deadline);
    PGconn *connection = m_connection.postgres();
    bool done = PQputCopyEnd(connection, nullptr) == 1;
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
                  "setval(pg_get_serial_sequence('orders', 'id'), "
                  "(SELECT coalesce(max(id), 0) + 1 FROM orders), false), "
                  "setval(pg_get_serial_sequence('allocations', 'id'), "
                  "(SELECT coalesce(max(id), 0) + 1 FROM allocations), false)")
           && run("ANALYZE warehouses, zones, bins, products, lots, partners, stock, stock_events, "
                  "orders, order_lines, allocations, changes, commands");
}

CopyRows::CopyRows(QStringView table, QStringView columns, size_t rows)
    : m_table(table)
    , m_columns(columns)
{
    constexpr size_t usualRow = 120; // bytes
    m_text.reserve(rows * usualRow);
}

void CopyRows::endRow()
{
    m_text += '\n';
    m_firstColumn = true;
}

CopyRows &CopyRows::bytes(std::string_view value)
{
    if (!m_firstColumn)
        m_text += '\t';
    m_firstColumn = false;
    m_text += value;
    return *this;
}

CopyRows &CopyRows::escaped(std::string_view value)
{
    bytes({});
    for (const char byte : value) {
        switch (byte) {
        case '\\':
            m_text += "\\\\";
            break;
        case '\t':
            m_text += "\\t";
            break;
        case '\n':
            m_text += "\\n";
            break;
        case '\r':
            m_text += "\\r";
            break;
        default:
            m_text += byte;
        }
    }
    return *this;
}

CopyRows &CopyRows::text(const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    return escaped({utf8.constData(), size_t(utf8.size())});
}

CopyRows &CopyRows::integer(qint64 value)
{
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    return bytes({digits, size_t(end - digits)});
}

CopyRows &CopyRows::blob(const QByteArray &value)
{
    const QByteArray hex = value.toHex();
    return bytes("\\\\x" + std::string(hex.constData(), size_t(hex.size())));
}

CopyRows &CopyRows::json(const QByteArray &value)
{
    return value.isEmpty() ? null() : escaped({value.constData(), size_t(value.size())});
}

CopyRows &CopyRows::date(const std::optional<QDate> &value)
{
    return value ? bytes(DateText(*value).view()) : null();
}

} // namespace tanaban::storage
