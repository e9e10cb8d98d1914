#include "storage/statement.h"

#include "storage/bulktext.h"
#include "storage/watchdog.h"

#include <QUuid>

#include <sqlite3.h>

namespace tanaban::storage {

CachedStatement::~CachedStatement()
{
    sqlite3_finalize(sqlite);
}

Statement::Statement(Connection &connection, const QString &sql)
    : m_connection(connection)
    , m_cached(connection.statement(sql))
{
    Connection::refuseForbiddenThread();
    m_cached->inUse = true;
    if (!m_cached->prepared)
        prepare(connection.render(sql));
}

void Statement::prepare(const QString &sql)
{
    if (m_connection.isPostgres()) {
        const Deadline deadline(m_connection.socket(), m_connection.config().deadline);
        m_cached->postgres.emplace(m_connection.database());
        m_cached->postgres->setForwardOnly(true);
        m_cached->prepared = m_cached->postgres->prepare(sql);
        if (!m_cached->prepared)
            m_fault = m_connection.faultOf(m_cached->postgres->lastError());
        return;
    }
    const QByteArray text = sql.toUtf8();
    m_cached->prepared = sqlite3_prepare_v3(m_connection.sqlite(),
                                            text.constData(),
                                            int(text.size()) + 1,
                                            SQLITE_PREPARE_PERSISTENT,
                                            &m_cached->sqlite,
                                            nullptr)
                         == SQLITE_OK;
    if (!m_cached->prepared)
        m_fault = faultOf(m_connection.sqlite());
}

Statement::~Statement()
{
    if (m_cached->postgres) {
        m_cached->postgres->finish();
    } else {
        sqlite3_reset(m_cached->sqlite);
        // What could not be prepared has nothing to be cleared; SQLite would follow a null pointer.
        if (m_bound > 0 && m_cached->prepared)
            sqlite3_clear_bindings(m_cached->sqlite);
        m_cached->texts.clear();
    }
    m_cached->inUse = false;
}

Statement &Statement::bind(const QString &value)
{
    if (m_cached->postgres) {
        m_cached->postgres->bindValue(m_bound++, value.isNull() ? QLatin1String("") : value);
        return *this;
    }
    // Kept until the statement is finished, so that SQLite need not copy it.
    const QByteArray &text = m_cached->texts.emplace_back(value.toUtf8());
    sqlite3_bind_text(
        m_cached->sqlite, ++m_bound, text.constData(), int(text.size()), SQLITE_STATIC);
    return *this;
}

Statement &Statement::bindShort(std::string_view value)
{
    if (m_cached->postgres)
        m_cached->postgres->bindValue(m_bound++,
                                      QString::fromLatin1(value.data(), qsizetype(value.size())));
    else
        sqlite3_bind_text(
            m_cached->sqlite, ++m_bound, value.data(), int(value.size()), SQLITE_TRANSIENT);
    return *this;
}

Statement &Statement::bind(qint64 value)
{
    if (m_cached->postgres)
        m_cached->postgres->bindValue(m_bound++, value);
    else
        sqlite3_bind_int64(m_cached->sqlite, ++m_bound, value);
    return *this;
}

Statement &Statement::bind(const QByteArray &value)
{
    if (m_cached->postgres) {
        m_cached->postgres->bindValue(m_bound++, value);
        return *this;
    }
    const QByteArray &bytes = m_cached->texts.emplace_back(value);
    sqlite3_bind_blob(
        m_cached->sqlite, ++m_bound, bytes.constData(), int(bytes.size()), SQLITE_STATIC);
    return *this;
}

Statement &Statement::bind(const QUuid &value)
{
    return bindShort(UuidText(value).view());
}

Statement &Statement::bind(Instant value)
{
    return bindShort(InstantText(value).view());
}

Statement &Statement::bind(QDate value)
{
    return bindShort(DateText(value).view());
}

Statement &Statement::bind(const QVariantList &values)
{
    for (const QVariant &value : values) {
        if (value.isNull())
            bindNull();
        else if (value.typeId() == QMetaType::Bool)
            bindFlag(value.toBool());
        else if (value.typeId() == QMetaType::QString)
            bind(value.toString());
        else if (value.typeId() == QMetaType::QByteArray)
            bind(value.toByteArray());
        else
            bind(value.toLongLong());
    }
    return *this;
}

Statement &Statement::bindFlag(bool value)
{
    if (!m_cached->postgres)
        return bind(qint64(value));
    m_cached->postgres->bindValue(m_bound++, value);
    return *this;
}

Statement &Statement::bindNull()
{
    if (m_cached->postgres)
        m_cached->postgres->bindValue(m_bound++, QVariant(QMetaType(QMetaType::QString)));
    else
        sqlite3_bind_null(m_cached->sqlite, ++m_bound);
    return *this;
}

bool Statement::exec()
{
    if (m_fault)
        return false;
    ++m_connection.counters().statements;
    if (m_cached->postgres) {
        const Deadline deadline(m_connection.socket(), m_connection.config().deadline);
        if (!m_cached->postgres->exec())
            m_fault = m_connection.faultOf(m_cached->postgres->lastError());
        return !m_fault;
    }
    if (m_bound != sqlite3_bind_parameter_count(m_cached->sqlite))
        m_fault = {Fault::Other, {}, QStringLiteral("wrong number of values"), {}};
    else
        m_rowWaits = step();
    return !m_fault;
}

/// SQLite: true on a row, false behind the last one and after a fault.
bool Statement::step()
{
    const int answer = sqlite3_step(m_cached->sqlite);
    if (answer != SQLITE_ROW && answer != SQLITE_DONE)
        m_fault = faultOf(m_connection.sqlite());
    m_onRow = answer == SQLITE_ROW;
    return m_onRow;
}

bool Statement::next()
{
    if (m_fault)
        return false;
    if (m_cached->postgres)
        return m_cached->postgres->next();
    if (m_rowWaits) { // exec() has come to it already
        m_rowWaits = false;
        return true;
    }
    return m_onRow && step();
}

qint64 Statement::changedRows() const
{
    return m_cached->postgres ? m_cached->postgres->numRowsAffected()
                              : sqlite3_changes64(m_connection.sqlite());
}

bool Statement::isNull(int column) const
{
    return m_cached->postgres ? m_cached->postgres->isNull(column)
                              : sqlite3_column_type(m_cached->sqlite, column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const
{
    return m_cached->postgres ? m_cached->postgres->value(column).toLongLong()
                              : sqlite3_column_int64(m_cached->sqlite, column);
}

std::optional<qint64> Statement::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

bool Statement::flag(int column) const
{
    return m_cached->postgres ? m_cached->postgres->value(column).toBool()
                              : sqlite3_column_int(m_cached->sqlite, column) != 0;
}

QString Statement::text(int column) const
{
    if (m_cached->postgres)
        return m_cached->postgres->value(column).toString();
    const unsigned char *text = sqlite3_column_text(m_cached->sqlite, column);
    return QString::fromUtf8(reinterpret_cast<const char *>(text),
                             sqlite3_column_bytes(m_cached->sqlite, column));
}

QByteArray Statement::bytes(int column) const
{
    if (m_cached->postgres)
        return m_cached->postgres->value(column).toByteArray();
    const auto *blob = static_cast<const char *>(sqlite3_column_blob(m_cached->sqlite, column));
    return {blob, sqlite3_column_bytes(m_cached->sqlite, column)};
}

QUuid Statement::uuid(int column) const
{
    return QUuid::fromString(text(column));
}

Instant Statement::instant(int column) const
{
    return Instant::fromIso(text(column)).value_or(Instant());
}

std::optional<QDate> Statement::optionalDate(int column) const
{
    const QDate date = QDate::fromString(text(column), Qt::ISODate);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

} // namespace tanaban::storage
