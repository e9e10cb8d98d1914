#include "storage/fileintentjournal.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QUuid>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 fileSize = 256 * 1024;

QString folderFor(const DatabaseUrl &url, QString folder)
{
    if (folder.isEmpty()) {
        folder = QString(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
                         + u"/tanaban/intents"_s);
    }
    const QByteArray name = QCryptographicHash::hash(url.toString().toUtf8(),
                                                     QCryptographicHash::Sha256)
                                .toHex()
                                .left(16);
    return QString(folder + u'/' + QString::fromLatin1(name));
}

/// What a file of an ended program has begun and not ended. A line that was being written when the
/// program died has no end and was never sent.
std::vector<AnyCommand> unfinishedIn(const QByteArray &content)
{
    std::map<QUuid, AnyCommand> open;
    for (const QByteArray &line : content.split('\n')) {
        const QJsonObject entry = QJsonDocument::fromJson(line).object();
        if (entry.contains(u"begin"_s)) {
            if (const auto command = commandFromJson(entry.value(u"begin"_s).toObject()))
                open.insert_or_assign(idOf(*command), *command);
        } else if (entry.contains(u"end"_s)) {
            open.erase(QUuid::fromString(entry.value(u"end"_s).toString()));
        }
    }
    std::vector<AnyCommand> commands;
    for (auto &[id, command] : open)
        commands.push_back(std::move(command));
    return commands;
}

} // namespace

FileIntentJournal::FileIntentJournal(const DatabaseUrl &url, const QString &folder)
    : m_folder(folderFor(url, folder))
{}

FileIntentJournal::~FileIntentJournal()
{
    if (m_descriptor < 0)
        return;
    if (m_open.empty())
        ::unlink(QFile::encodeName(m_path).constData());
    ::close(m_descriptor);
}

bool FileIntentJournal::openOwn()
{
    if (m_descriptor >= 0)
        return true;
    QDir().mkpath(m_folder);
    QFile::setPermissions(m_folder,
                          QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    m_path = QString(m_folder
                     + u"/%1-%2.intents"_s.arg(QCoreApplication::applicationPid())
                           .arg(QRandomGenerator::global()->generate()));
    m_descriptor = ::open(
        QFile::encodeName(m_path).constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (m_descriptor < 0 || flock(m_descriptor, LOCK_EX | LOCK_NB) != 0)
        return false;
    const QByteArray zeros(int(fileSize), '\0');
    if (pwrite(m_descriptor, zeros.constData(), size_t(fileSize), 0) != fileSize
        || fsync(m_descriptor) != 0)
        return false;
    const int folder = ::open(QFile::encodeName(m_folder).constData(),
                              O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = folder >= 0 && fsync(folder) == 0;
    ::close(folder);
    return synced;
}

bool FileIntentJournal::append(const QByteArray &line, bool sync)
{
    if (m_end + line.size() > fileSize && !startAnew())
        return false;
    if (pwrite(m_descriptor, line.constData(), size_t(line.size()), m_end) != line.size())
        return false;
    m_end += line.size();
    return !sync || fdatasync(m_descriptor) == 0;
}

bool FileIntentJournal::startAnew()
{
    // What is still open is written again behind the old entries' place only after a full sync of
    // a fresh file: the old file stays until then.
    QByteArray carried;
    for (const auto &[id, line] : m_open)
        carried += line;
    if (carried.size() > fileSize / 2)
        return false;
    const int old = m_descriptor;
    const QString oldPath = m_path;
    m_descriptor = -1;
    if (!openOwn()) {
        m_descriptor = old;
        m_path = oldPath;
        return false;
    }
    m_end = 0;
    if (!carried.isEmpty()
        && (pwrite(m_descriptor, carried.constData(), size_t(carried.size()), 0) != carried.size()
            || fdatasync(m_descriptor) != 0))
        return false;
    m_end = carried.size();
    ::unlink(QFile::encodeName(oldPath).constData());
    ::close(old);
    return true;
}

bool FileIntentJournal::begin(const AnyCommand &command)
{
    const std::lock_guard lock(m_mutex);
    return m_open.contains(idOf(command)) || note(command); // asked again, or for the first time
}

bool FileIntentJournal::note(const AnyCommand &command)
{
    const QByteArray line =
        QJsonDocument(QJsonObject{{u"begin"_s, toJson(command)}}).toJson(QJsonDocument::Compact)
        + '\n';
    if (!openOwn() || !append(line, true))
        return false;
    m_open[idOf(command)] = line;
    return true;
}

void FileIntentJournal::end(const QUuid &id)
{
    const std::lock_guard lock(m_mutex);
    if (m_open.erase(id) == 0)
        return;
    // Not synced: if this line is lost, the command is only asked for once more.
    append("{\"end\":\"" + id.toByteArray(QUuid::WithoutBraces) + "\"}\n", false);
}

std::vector<AnyCommand> FileIntentJournal::takeUnfinished()
{
    const std::lock_guard lock(m_mutex);
    std::vector<AnyCommand> unfinished;
    for (const QString &name : QDir(m_folder).entryList({u"*.intents"_s}, QDir::Files)) {
        const QString path = QString(m_folder + u'/' + name);
        if (path == m_path)
            continue;
        const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC);
        if (descriptor < 0)
            continue;
        if (flock(descriptor, LOCK_EX | LOCK_NB) == 0) {
            QFile file(path);
            const QByteArray content = file.open(QIODevice::ReadOnly) ? file.readAll()
                                                                      : QByteArray();
            bool kept = true;
            for (AnyCommand &command : unfinishedIn(content)) {
                // Into our own file first: if we die too, the next one still finds it.
                kept = note(command);
                if (!kept)
                    break;
                unfinished.push_back(std::move(command));
            }
            if (kept)
                ::unlink(QFile::encodeName(path).constData());
        }
        ::close(descriptor);
    }
    return unfinished;
}

} // namespace tanaban::storage
