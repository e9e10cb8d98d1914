#pragma once

#include "storage/connection.h"

#include <QDate>
#include <QVariant>

#include <optional>

namespace tanaban::storage {

/// A prepared statement of a connection, kept for the next use of the same text. Values are bound
/// by position; the rows are read forward; it is finished when it goes out of scope (an open
/// statement would make SQLite's COMMIT fail). The text goes through Connection::render().
class Statement
{
public:
    Statement(Connection &connection, const QString &sql);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    Statement &bind(const QString &value)
    {
        return add(value.isNull() ? QVariant(QLatin1String("")) : QVariant(value));
    }
    Statement &bind(qint64 value) { return add(QVariant(value)); }
    Statement &bind(int value) { return add(QVariant(value)); }
    Statement &bind(const QByteArray &value) { return add(QVariant(value)); }
    Statement &bind(const QUuid &value);
    Statement &bind(Instant value) { return add(QVariant(value.toIso())); }
    Statement &bind(QDate value) { return add(QVariant(value.toString(Qt::ISODate))); }
    Statement &bind(const QVariantList &values);
    Statement &bindFlag(bool value);
    Statement &bindNull();
    template <typename T>
    Statement &bind(const std::optional<T> &value)
    {
        return value ? bind(*value) : bindNull();
    }

    /// False: see fault(). Every placeholder must have been bound.
    bool exec();
    bool next();
    const SqlFault &fault() const { return m_fault; }
    qint64 changedRows() const;

    bool isNull(int column) const;
    qint64 integer(int column) const;
    std::optional<qint64> optionalInteger(int column) const;
    bool flag(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const;
    QUuid uuid(int column) const;
    Instant instant(int column) const;                   ///< selected with {iso x}
    std::optional<QDate> optionalDate(int column) const; ///< selected with {date x}

private:
    Statement &add(const QVariant &value);

    Connection &m_connection;
    std::shared_ptr<Connection::Cached> m_cached;
    int m_bound = 0;
    SqlFault m_fault;
};

} // namespace tanaban::storage
