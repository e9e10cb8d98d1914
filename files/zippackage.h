#pragma once

#include "model/result.h"

#include <QIODevice>

#include <memory>

struct zip;
struct zip_file;

namespace tanaban::files {

/// One file of a package, unpacked as it is read; no more than `most` bytes of it.
class ZipEntry final : public QIODevice
{
public:
    ZipEntry(zip_file *file, qint64 most);
    ~ZipEntry() override;

    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    zip_file *m_file;
    qint64 m_left;
};

/// A ZIP package in memory, for reading.
class ZipPackage
{
public:
    explicit ZipPackage(QByteArray content);
    ~ZipPackage();
    Q_DISABLE_COPY_MOVE(ZipPackage)

    bool isOpen() const { return m_zip != nullptr; }
    /// The file with this name, open; nullptr when there is none, or it cannot be unpacked.
    std::unique_ptr<ZipEntry> open(const QString &name, qint64 most) const;

private:
    QByteArray m_content;
    zip *m_zip = nullptr;
};

} // namespace tanaban::files
