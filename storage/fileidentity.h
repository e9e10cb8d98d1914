#pragma once

#include <QFile>

#include <optional>
#include <sys/stat.h>

namespace tanaban::storage {

/// Which file it is, whatever it is called: a file put in another's place is another one.
struct FileIdentity
{
    dev_t device = 0;
    ino_t number = 0;

    /// Of what lies at this path; nothing when nothing does.
    static std::optional<FileIdentity> at(const QString &path)
    {
        struct stat found = {};
        if (::stat(QFile::encodeName(path).constData(), &found) != 0)
            return std::nullopt;
        return FileIdentity{found.st_dev, found.st_ino};
    }
    friend bool operator==(const FileIdentity &, const FileIdentity &) = default;
};

} // namespace tanaban::storage
