#pragma once

#include "storage/bulktext.h"
#include "storage/connection.h"

#include <optional>
#include <string>
#include <vector>

struct sqlite3_stmt;

namespace tanaban::storage {

/// Puts rows into SQLite through prepared INSERTs of many rows each, and of one for what is left: the
/// values in the order of the columns, then endRow().
class SqliteSink
{
public:
    explicit SqliteSink(Connection &connection);
    ~SqliteSink();
    SqliteSink(const SqliteSink &) = delete;
    SqliteSink &operator=(const SqliteSink &) = delete;

    /// Exactly `rows` rows of this table come next.
    bool startTable(QStringView table, QStringView columns, size_t rows);
    bool endRow();
    bool endTable() { return true; }
    /// After the last row, before the commit: makes the indexes anew.
    bool finish();
    const SqlFault &fault() const { return m_fault; }

    SqliteSink &text(const QString &value);
    SqliteSink &integer(qint64 value);
    SqliteSink &flag(bool value) { return integer(value ? 1 : 0); }
    SqliteSink &instant(Instant value) { return bytes(InstantText(value).view()); }
    SqliteSink &uuid(const QUuid &value) { return bytes(UuidText(value).view()); }
    SqliteSink &blob(const QByteArray &value);
    SqliteSink &json(const QByteArray &value);
    SqliteSink &date(const std::optional<QDate> &value);
    template <typename T>
    SqliteSink &integer(const std::optional<T> &value)
    {
        return value ? integer(qint64(*value)) : null();
    }

private:
    /// An index that is made of all rows at once costs a fraction of one that grows with each; in
    /// the same transaction, so that a load that ends early leaves the old ones.
    void putIndexesAside();
    bool run(const QByteArray &sql);
    SqliteSink &bytes(std::string_view value);
    SqliteSink &null();
    /// Room for the text of the rows that are being bound; stays where it is until they are in.
    char *room(size_t size);
    bool prepare(QStringView table, QStringView columns);
    void forget();
    void choose();

    Connection &m_connection;
    QString m_table;
    sqlite3_stmt *m_one = nullptr;
    sqlite3_stmt *m_many = nullptr;
    sqlite3_stmt *m_statement = nullptr; ///< the one of the two that takes the next values
    size_t m_toCome = 0;                 ///< rows of this table
    size_t m_bound = 0;                  ///< rows whose values the statement has
    int m_column = 0;
    std::vector<char> m_text;
    size_t m_used = 0;
    std::vector<QByteArray> m_indexes; ///< the statements that make them
    SqlFault m_fault;
};

/// Puts rows into PostgreSQL through COPY, one table after the other.
class CopySink
{
public:
    explicit CopySink(Connection &connection);
    ~CopySink();
    CopySink(const CopySink &) = delete;
    CopySink &operator=(const CopySink &) = delete;

    bool startTable(QStringView table, QStringView columns, size_t rows);
    bool endRow();
    bool endTable();
    bool finish();
    const SqlFault &fault() const { return m_fault; }

    CopySink &text(const QString &value);
    CopySink &integer(qint64 value);
    CopySink &flag(bool value) { return bytes(value ? "t" : "f"); }
    CopySink &instant(Instant value) { return bytes(InstantText(value).view()); }
    CopySink &uuid(const QUuid &value) { return bytes(UuidText(value).view()); }
    CopySink &blob(const QByteArray &value);
    CopySink &json(const QByteArray &value);
    CopySink &date(const std::optional<QDate> &value);
    template <typename T>
    CopySink &integer(const std::optional<T> &value)
    {
        return value ? integer(qint64(*value)) : null();
    }

private:
    /// As it is: nothing in it may need an escape.
    CopySink &bytes(std::string_view value);
    CopySink &escaped(std::string_view value);
    CopySink &null() { return bytes("\\N"); }
    bool send();
    bool run(const QByteArray &sql);

    Connection &m_connection;
    QString m_table;
    std::string m_rows;
    bool m_firstColumn = true;
    SqlFault m_fault;
};

} // namespace tanaban::storage
