#pragma once

#include "storage/fileidentity.h"

#include <QString>

#include <mutex>
#include <optional>

struct sqlite3;

namespace tanaban::storage {

/// Sees every commit on a SQLite file, of this process too, through a connection that never writes:
/// the number it gives means the same for all threads. Safe to use from any of them.
class ChangeWatch
{
public:
    ChangeWatch() = default;
    ~ChangeWatch();
    ChangeWatch(const ChangeWatch &) = delete;
    ChangeWatch &operator=(const ChangeWatch &) = delete;

    /// Another number than the last time when anything was committed since; nothing: the file
    /// cannot be read, or is gone from its place.
    std::optional<qint64> mark(const QString &path);

private:
    bool open(const QString &path);

    std::mutex m_mutex;
    std::optional<FileIdentity> m_file;
    sqlite3 *m_reader = nullptr;
};

} // namespace tanaban::storage
