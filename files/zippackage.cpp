#include "files/zippackage.h"

#include <algorithm>
#include <zip.h>

namespace tanaban::files {

ZipEntry::ZipEntry(zip_file *file, qint64 most)
    : m_file(file)
    , m_left(most)
    , m_allowed(most)
{
    QIODevice::open(ReadOnly);
}

ZipEntry::~ZipEntry()
{
    zip_fclose(m_file);
}

qint64 ZipEntry::readData(char *data, qint64 size)
{
    const qint64 allowed = std::min(m_left, m_allowed);
    if (allowed <= 0) {
        m_exceeded = true;
        return -1;
    }
    const qint64 read = zip_fread(m_file, data, quint64(std::min(size, allowed)));
    if (read <= 0)
        return -1; // the end, or what cannot be unpacked: the XML says that it is cut
    m_left -= read;
    m_allowed -= read;
    return read;
}

ZipPackage::ZipPackage(QByteArray content)
    : m_content(std::move(content))
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(
        m_content.constData(), quint64(m_content.size()), 0, &error);
    if (source) {
        m_zip = zip_open_from_source(source, ZIP_RDONLY, &error);
        if (!m_zip)
            zip_source_free(source);
    }
    zip_error_fini(&error);
}

ZipPackage::~ZipPackage()
{
    if (m_zip)
        zip_discard(m_zip);
}

std::unique_ptr<ZipEntry> ZipPackage::open(const QString &name, qint64 most) const
{
    const zip_int64_t index = zip_name_locate(m_zip, name.toUtf8().constData(), 0);
    if (index < 0)
        return nullptr;
    zip_file_t *file = zip_fopen_index(m_zip, zip_uint64_t(index), 0);
    return file ? std::make_unique<ZipEntry>(file, most) : nullptr;
}

} // namespace tanaban::files
