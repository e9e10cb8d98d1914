#pragma once

#include "model/result.h"

#include <QIODevice>

#include <memory>

struct zip;
struct zip_file;

namespace tanaban::files {

/// One file of a package, unpacked as it is read; no more than `most` bytes of it, and no more at
/// once than allow() says: a small package can unpack to more than the memory holds.
class ZipEntry final : public QIODevice
{
public:
    ZipEntry(zip_file *file, qint64 most);
    ~ZipEntry() override;

    /// From here on so many bytes, until the next call.
    void allow(qint64 bytes) { m_allowed = bytes; }
    /// It ended because there was more than that.
    bool isExceeded() const { return m_exceeded; }

    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    zip_file *m_file;
    qint64 m_left;
    qint64 m_allowed;
    bool m_exceeded = false;
};

/// A ZIP package in memory, for reading.
class ZipPackage
{
public:
    explicit ZipPackage(QByteArray content);
    ~ZipPackage();
    Q_DISABLE_COPY_MOVE(ZipPackage)

    bool isOpen() const { return m_zip != nullptr; }
    qint64 size() const { return m_content.size(); } ///< packed
    /// The file with this name, open; nullptr when there is none, or it cannot be unpacked.
    std::unique_ptr<ZipEntry> open(const QString &name, qint64 most) const;

private:
    QByteArray m_content;
    zip *m_zip = nullptr;
};

} // namespace tanaban::files
