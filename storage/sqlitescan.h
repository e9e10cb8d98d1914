#pragma once

#include "storage/connection.h"

#include <QByteArrayView>

#include <vector>

struct sqlite3_stmt;

namespace tanaban::storage {

/// A statement straight on SQLite's interface: a million rows through QVariant take seconds.
class RawStatement
{
public:
    RawStatement(sqlite3 *db, const QString &sql, const QVariantList &values = {});
    ~RawStatement();
    RawStatement(const RawStatement &) = delete;
    RawStatement &operator=(const RawStatement &) = delete;

    /// Values from the first placeholder on, for the next round.
    void rebind(const QVariantList &values);
    /// The next row; false at the end and after a failure, see failed().
    bool next();
    bool failed() const { return m_failed; }
    /// Why the last one that failed on this thread did: the connection forgets it with the next.
    static SqlFault lastFault();
    qint64 integer(int column) const;
    bool isNull(int column) const;
    /// Valid until the next call of next().
    QByteArrayView text(int column) const;

private:
    void bind(const QVariantList &values);
    void keepFault(sqlite3 *db) const;

    sqlite3_stmt *m_statement = nullptr;
    bool m_failed = false;
};

/// Numbers for texts that are known to be different from each other, found by a hash of 64 bits.
/// Should two of them ever have the same hash, collided() tells, and the caller goes another way.
class TextNumbers
{
public:
    explicit TextNumbers(size_t expected);
    void add(quint64 seed, QByteArrayView text, qint64 number);
    /// The number, or `otherwise` for an unknown text.
    qint64 find(quint64 seed, QByteArrayView text, qint64 otherwise) const;
    /// The same with a hash that somebody else made of the text.
    void addHash(quint64 hash, qint64 number);
    qint64 findHash(quint64 hash, qint64 otherwise) const;
    bool collided() const { return m_collided; }

private:
    struct Slot
    {
        quint64 hash = 0;
        qint64 number = 0;
    };
    void put(Slot slot);
    void grow();

    std::vector<Slot> m_slots;
    size_t m_used = 0;
    bool m_collided = false;
};

/// "2026-11-21T06:00:00.000000Z" as a number of the same order.
qint64 comparableTime(QByteArrayView iso);

/// A–Z as a–z; everything else as it is, like LIKE on both engines.
QByteArray folded(QByteArrayView text);

} // namespace tanaban::storage
