#include "storage/statement.h"

#include "storage/watchdog.h"

#include <QUuid>

namespace tanaban::storage {

Statement::Statement(Connection &connection, const QString &sql)
    : m_connection(connection)
    , m_cached(connection.statement(sql))
{
    Connection::refuseForbiddenThread();
    m_cached->inUse = true;
    if (!m_cached->prepared) {
        const Deadline deadline(connection.socket(), connection.config().deadline);
        m_cached->query.setForwardOnly(true);
        m_cached->prepared = m_cached->query.prepare(connection.render(sql));
        if (!m_cached->prepared)
            m_fault = connection.faultOf(m_cached->query.lastError());
    }
}

Statement::~Statement()
{
    m_cached->query.finish();
    m_cached->inUse = false;
}

Statement &Statement::add(const QVariant &value)
{
    m_cached->query.bindValue(m_bound++, value);
    return *this;
}

Statement &Statement::bind(const QUuid &value)
{
    return add(QVariant(value.toString(QUuid::WithoutBraces)));
}

Statement &Statement::bind(const QVariantList &values)
{
    for (const QVariant &value : values)
        add(value);
    return *this;
}

Statement &Statement::bindFlag(bool value)
{
    return m_connection.isPostgres() ? add(QVariant(value)) : add(QVariant(value ? 1 : 0));
}

Statement &Statement::bindNull()
{
    return add(QVariant(QMetaType(QMetaType::QString)));
}

bool Statement::exec()
{
    if (m_fault)
        return false;
    ++m_connection.counters().statements;
    const Deadline deadline(m_connection.socket(), m_connection.config().deadline);
    if (m_cached->query.exec())
        return true;
    m_fault = m_connection.faultOf(m_cached->query.lastError());
    return false;
}

bool Statement::next()
{
    if (m_fault)
        return false;
    if (m_cached->query.next())
        return true;
    // Only SQLite still works while rows are fetched; an error there looks like the end otherwise.
    if (m_cached->query.lastError().isValid())
        m_fault = m_connection.faultOf(m_cached->query.lastError());
    return false;
}

qint64 Statement::changedRows() const
{
    return m_cached->query.numRowsAffected();
}

bool Statement::isNull(int column) const
{
    return m_cached->query.isNull(column);
}

qint64 Statement::integer(int column) const
{
    return m_cached->query.value(column).toLongLong();
}

std::optional<qint64> Statement::optionalInteger(int column) const
{
    const QVariant value = m_cached->query.value(column);
    if (value.isNull())
        return std::nullopt;
    return value.toLongLong();
}

bool Statement::flag(int column) const
{
    return m_cached->query.value(column).toBool();
}

QString Statement::text(int column) const
{
    return m_cached->query.value(column).toString();
}

QByteArray Statement::bytes(int column) const
{
    return m_cached->query.value(column).toByteArray();
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
