#pragma once

#include "storage/connection.h"

#include <QDate>
#include <QVariant>

#include <optional>
#include <string_view>

namespace tanaban::storage {

/// A prepared statement of a connection, kept for the next use of the same text. Values are bound
/// by position; the rows are read forward; it is finished when it goes out of scope. The text goes
/// through Connection::render(). On SQLite it works on the C interface, on PostgreSQL through
/// QSqlQuery; it behaves the same on both.
class Statement
{
public:
    Statement(Connection &connection, const QString &sql);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    Statement &bind(const QString &value);
    Statement &bind(qint64 value);
    Statement &bind(int value) { return bind(qint64(value)); }
    Statement &bind(const QByteArray &value);
    Statement &bind(const QUuid &value);
    Statement &bind(Instant value);
    Statement &bind(QDate value);
    Statement &bind(const QVariantList &values); ///< as they are; null: nothing
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
    void prepare(const QString &sql);
    /// Letters and digits that need no other encoding and no keeping.
    Statement &bindShort(std::string_view value);
    bool step();

    Connection &m_connection;
    std::shared_ptr<CachedStatement> m_cached;
    int m_bound = 0;
    bool m_onRow = false;    ///< SQLite: step() stands on a row
    bool m_rowWaits = false; ///< SQLite: it is the first one, which next() has not given out yet
    SqlFault m_fault;
};

} // namespace tanaban::storage
