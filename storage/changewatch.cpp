#include "storage/changewatch.h"

#include <sqlite3.h>

namespace tanaban::storage {

ChangeWatch::~ChangeWatch()
{
    sqlite3_close(m_reader);
}

bool ChangeWatch::open(const QString &path)
{
    sqlite3_close(m_reader);
    m_reader = nullptr;
    m_file = FileIdentity::at(path);
    const int opened = sqlite3_open_v2(
        path.toUtf8().constData(), &m_reader, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    if (opened != SQLITE_OK) {
        sqlite3_close(m_reader);
        m_reader = nullptr;
        return false;
    }
    sqlite3_busy_timeout(m_reader, 1000);
    // As everywhere: only the writer at its turn checkpoints.
    sqlite3_db_config(m_reader, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    sqlite3_exec(m_reader, "PRAGMA query_only = 1", nullptr, nullptr, nullptr);
    return true;
}

std::optional<qint64> ChangeWatch::mark(const QString &path)
{
    const std::lock_guard lock(m_mutex);
    const auto there = FileIdentity::at(path);
    if (!there || ((!m_reader || m_file != there) && !open(path)))
        return std::nullopt;
    sqlite3_stmt *statement = nullptr;
    std::optional<qint64> mark;
    if (sqlite3_prepare_v2(m_reader, "PRAGMA data_version", -1, &statement, nullptr) == SQLITE_OK
        && sqlite3_step(statement) == SQLITE_ROW)
        mark = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return mark;
}

} // namespace tanaban::storage
