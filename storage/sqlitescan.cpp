#include "storage/sqlitescan.h"

#include <QVariant>

#include <algorithm>
#include <sqlite3.h>

namespace tanaban::storage {

namespace {

SqlFault &faultOfThread()
{
    thread_local SqlFault fault;
    return fault;
}

} // namespace

SqlFault RawStatement::lastFault()
{
    return faultOfThread();
}

void RawStatement::keepFault(sqlite3 *db) const
{
    if (m_failed)
        faultOfThread() = faultOf(db);
}

RawStatement::RawStatement(sqlite3 *db, const QString &sql, const QVariantList &values)
{
    Connection::refuseForbiddenThread();
    m_failed = sqlite3_prepare_v2(db, sql.toUtf8().constData(), -1, &m_statement, nullptr)
               != SQLITE_OK;
    keepFault(db);
    bind(values);
}

RawStatement::~RawStatement()
{
    sqlite3_finalize(m_statement);
}

void RawStatement::bind(const QVariantList &values)
{
    int place = 0;
    for (const QVariant &value : values) {
        ++place;
        if (value.typeId() == QMetaType::QString) {
            const QByteArray text = value.toString().toUtf8();
            sqlite3_bind_text(
                m_statement, place, text.constData(), int(text.size()), SQLITE_TRANSIENT);
        } else if (value.typeId() == QMetaType::QByteArray) {
            const QByteArray text = value.toByteArray();
            sqlite3_bind_text(
                m_statement, place, text.constData(), int(text.size()), SQLITE_TRANSIENT);
        } else {
            sqlite3_bind_int64(m_statement, place, value.toLongLong());
        }
    }
}

void RawStatement::rebind(const QVariantList &values)
{
    sqlite3_reset(m_statement);
    bind(values);
}

bool RawStatement::next()
{
    if (m_failed)
        return false;
    const int answer = sqlite3_step(m_statement);
    m_failed = answer != SQLITE_ROW && answer != SQLITE_DONE;
    keepFault(sqlite3_db_handle(m_statement));
    return answer == SQLITE_ROW;
}

qint64 RawStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

bool RawStatement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

QByteArrayView RawStatement::text(int column) const
{
    const unsigned char *text = sqlite3_column_text(m_statement, column);
    return {text, sqlite3_column_bytes(m_statement, column)};
}

TextNumbers::TextNumbers(size_t expected)
{
    size_t size = 64;
    while (size < expected * 2)
        size *= 2;
    m_slots.resize(size);
}

namespace {

quint64 hashOf(quint64 seed, QByteArrayView text)
{
    return qHashBits(text.data(), size_t(text.size()), size_t(seed * 0x9E3779B97F4A7C15ULL + 1));
}

} // namespace

void TextNumbers::add(quint64 seed, QByteArrayView text, qint64 number)
{
    addHash(hashOf(seed, text), number);
}

void TextNumbers::addHash(quint64 hash, qint64 number)
{
    if (++m_used * 2 > m_slots.size())
        grow();
    put({hash == 0 ? 1 : hash, number}); // 0 marks a free slot
}

void TextNumbers::put(Slot slot)
{
    const size_t mask = m_slots.size() - 1;
    size_t at = slot.hash & mask;
    while (m_slots[at].hash != 0) {
        if (m_slots[at].hash == slot.hash) {
            m_collided = true;
            return;
        }
        at = (at + 1) & mask;
    }
    m_slots[at] = slot;
}

void TextNumbers::grow()
{
    std::vector<Slot> old(m_slots.size() * 2);
    old.swap(m_slots);
    for (const Slot &slot : old) {
        if (slot.hash != 0)
            put(slot);
    }
}

qint64 TextNumbers::find(quint64 seed, QByteArrayView text, qint64 otherwise) const
{
    return findHash(hashOf(seed, text), otherwise);
}

qint64 TextNumbers::findHash(quint64 hash, qint64 otherwise) const
{
    hash = hash == 0 ? 1 : hash;
    const size_t mask = m_slots.size() - 1;
    for (size_t at = hash & mask; m_slots[at].hash != 0; at = (at + 1) & mask) {
        if (m_slots[at].hash == hash)
            return m_slots[at].number;
    }
    return otherwise;
}

qint64 comparableTime(QByteArrayView iso)
{
    if (iso.size() != 27)
        return 0;
    const auto number = [&iso](qsizetype at, qsizetype digits) {
        qint64 value = 0;
        for (qsizetype i = at; i < at + digits; ++i)
            value = value * 10 + (iso[i] - '0');
        return value;
    };
    const qint64 day = (number(0, 4) * 13 + number(5, 2)) * 32 + number(8, 2);
    const qint64 second = (number(11, 2) * 60 + number(14, 2)) * 60 + number(17, 2);
    return (day * 86'401 + second) * 1'000'000 + number(20, 6);
}

QByteArray folded(QByteArrayView text)
{
    QByteArray result = text.toByteArray();
    for (char &byte : result) {
        if (byte >= 'A' && byte <= 'Z')
            byte = char(byte + ('a' - 'A'));
    }
    return result;
}

} // namespace tanaban::storage
