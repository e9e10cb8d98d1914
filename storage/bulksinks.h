#pragma once

#include "storage/bulktext.h"
#include "storage/connection.h"

#include <optional>
#include <string>
#include <vector>

struct sqlite3_stmt;

namespace tanaban::storage {

// A sink takes rows that were made ready before, in another thread: the values in the order of the
// columns, endRow() after each row. What is made ready lasts until it is written.

/// Some rows of one table as SQLite takes them.
class SqliteRows
{
public:
    SqliteRows(QStringView table, QStringView columns, size_t rows);

    void endRow() { ++m_rows; }

    SqliteRows &text(const QString &value);
    SqliteRows &integer(qint64 value);
    SqliteRows &flag(bool value) { return integer(value ? 1 : 0); }
    SqliteRows &instant(Instant value) { return bytes(InstantText(value).view()); }
    SqliteRows &uuid(const QUuid &value) { return bytes(UuidText(value).view()); }
    SqliteRows &blob(const QByteArray &value);
    SqliteRows &json(const QByteArray &value);
    SqliteRows &date(const std::optional<QDate> &value);
    template <typename T>
    SqliteRows &integer(const std::optional<T> &value)
    {
        return value ? integer(qint64(*value)) : null();
    }

private:
    friend class SqliteSink;

    enum class Type {
        Null,
        Integer,
        Text,
        Blob
    };
    struct Value
    {
        qint64 number = 0; ///< or where its bytes begin
        int size = 0;
        Type type = Type::Null;
    };

    SqliteRows &bytes(std::string_view value, Type type = Type::Text);
    SqliteRows &null();

    QStringView m_table;
    QStringView m_columns;
    size_t m_rows = 0;
    std::vector<Value> m_values;
    std::string m_bytes;
};

/// Puts rows into SQLite through prepared INSERTs of many rows each, and of one for what is left.
class SqliteSink
{
public:
    using Rows = SqliteRows;

    /// Before the transaction: settings of a connection that is for this load only.
    static SqlFault makeReady(Connection &connection);

    explicit SqliteSink(Connection &connection);
    ~SqliteSink();
    SqliteSink(const SqliteSink &) = delete;
    SqliteSink &operator=(const SqliteSink &) = delete;

    bool write(const SqliteRows &rows);
    /// After the last row, before the commit: makes the indexes anew.
    bool finish();
    const SqlFault &fault() const { return m_fault; }

private:
    /// An index that is made of all rows at once costs a fraction of one that grows with each; in
    /// the same transaction, so that a load that ends early leaves the old ones.
    void putIndexesAside();
    bool run(const QByteArray &sql);
    SqlFault checkQuantities();
    bool prepare(QStringView table, QStringView columns);
    void forget();
    void bind(sqlite3_stmt *statement, int column, const SqliteRows &rows, size_t value);

    Connection &m_connection;
    QStringView m_table;
    sqlite3_stmt *m_one = nullptr;
    sqlite3_stmt *m_many = nullptr;
    std::vector<QByteArray> m_indexes; ///< the statements that make them
    SqlFault m_fault;
};

/// Some rows of one table as COPY takes them.
class CopyRows
{
public:
    CopyRows(QStringView table, QStringView columns, size_t rows);

    void endRow();

    CopyRows &text(const QString &value);
    CopyRows &integer(qint64 value);
    CopyRows &flag(bool value) { return bytes(value ? "t" : "f"); }
    CopyRows &instant(Instant value) { return bytes(InstantText(value).view()); }
    CopyRows &uuid(const QUuid &value) { return bytes(UuidText(value).view()); }
    CopyRows &blob(const QByteArray &value);
    CopyRows &json(const QByteArray &value);
    CopyRows &date(const std::optional<QDate> &value);
    template <typename T>
    CopyRows &integer(const std::optional<T> &value)
    {
        return value ? integer(qint64(*value)) : null();
    }

private:
    friend class CopySink;

    /// As it is: nothing in it may need an escape.
    CopyRows &bytes(std::string_view value);
    CopyRows &escaped(std::string_view value);
    CopyRows &null() { return bytes("\\N"); }

    QStringView m_table;
    QStringView m_columns;
    std::string m_text;
    bool m_firstColumn = true;
};

/// Puts rows into PostgreSQL through COPY, one table after the other.
class CopySink
{
public:
    using Rows = CopyRows;

    explicit CopySink(Connection &connection);
    ~CopySink();
    CopySink(const CopySink &) = delete;
    CopySink &operator=(const CopySink &) = delete;

    bool write(const CopyRows &rows);
    bool finish();
    const SqlFault &fault() const { return m_fault; }

private:
    bool startTable(QStringView table, QStringView columns);
    bool endTable();
    bool run(const QByteArray &sql);

    Connection &m_connection;
    QStringView m_table; ///< that a COPY is under way for
    SqlFault m_fault;
};

} // namespace tanaban::storage
