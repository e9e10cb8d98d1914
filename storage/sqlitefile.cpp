#include "storage/sqlitefile.h"

#include "storage/migrator.h"
#include "storage/sqliteschema.h"
#include "storage/statement.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/statfs.h>
#include <unistd.h>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 applicationId = 0x54616E61; // "Tana"

std::optional<OpenFailure> refuseNetworkFolder(const QString &path)
{
    struct statfs where = {};
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    if (statfs(folder.constData(), &where) != 0)
        return OpenFailure{OpenFailure::Kind::Missing, QFileInfo(path).absolutePath()};
    if (isNetworkFileSystem(qint64(where.f_type)))
        return OpenFailure{OpenFailure::Kind::NetworkFile, path};
    return std::nullopt;
}

SqlFault addFirstPerson(Connection &connection, const QString &login)
{
    Statement person(connection, u"INSERT INTO people (login, name, role) VALUES (?, ?, 'admin')"_s);
    person.bind(login).bind(login);
    person.exec();
    return person.fault();
}

/// The tables and the first person.
SqlFault makeTables(const DatabaseUrl &draft, const QString &firstLogin)
{
    ConnectionConfig config;
    config.url = draft;
    auto connection = Connection::open(config, std::make_shared<StoreCounters>());
    if (!connection)
        return connection.error();
    SqlFault fault = (*connection)->begin();
    if (!fault)
        fault = migrate(**connection);
    if (!fault)
        fault = addFirstPerson(**connection, firstLogin);
    return fault ? fault : (*connection)->commit();
}

/// Everything into the one file, which is all that gets a name.
SqlFault gather(const DatabaseUrl &draft)
{
    ConnectionConfig config;
    config.url = draft;
    auto connection = Connection::open(config, std::make_shared<StoreCounters>());
    return connection ? (*connection)->exec(u"PRAGMA wal_checkpoint(TRUNCATE)"_s)
                      : connection.error();
}

constexpr QLatin1String draftMark(".new-");

void removeDraft(const QString &draft)
{
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s, u"-turn"_s})
        QFile::remove(draft + suffix);
}

/// Of programs that ended in the middle.
void removeOldDrafts(const QString &path)
{
    const QFileInfo info(path);
    const QString start = info.fileName() + draftMark;
    for (const QString &name : info.dir().entryList({start + u'*'}, QDir::Files)) {
        const pid_t maker = name.sliced(start.size()).section(u'-', 0, 0).toInt();
        if (maker > 0 && ::kill(maker, 0) != 0 && errno == ESRCH)
            QFile::remove(info.dir().filePath(name));
    }
}

} // namespace

void configureSqlite()
{
    // SQLite counts its memory under a lock of the whole process, for figures that nobody asks for.
    static const int countsNoMemory = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    Q_UNUSED(countsNoMemory);
}

bool isNetworkFileSystem(qint64 magic)
{
    // NFS, SMB, CIFS, SMB2, FUSE (sshfs and cloud folders), 9p, Ceph, AFS.
    static constexpr std::array<qint64, 8> shares{
        0x6969, 0x517B, 0xFF534D42, 0xFE534D42, 0x65735546, 0x01021997, 0x00C36400, 0x5346414F};
    return std::find(shares.begin(), shares.end(), magic & 0xFFFFFFFF) != shares.end();
}

std::optional<OpenFailure> inspectSqliteFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return OpenFailure{OpenFailure::Kind::Missing, path};
    if (!info.isFile())
        return OpenFailure{OpenFailure::Kind::NotOurs, path};
    if (info.isSymLink())
        return OpenFailure{OpenFailure::Kind::Link, info.symLinkTarget()};
    if (auto network = refuseNetworkFolder(path))
        return network;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return OpenFailure{OpenFailure::Kind::Refused, file.errorString()};
    const QByteArray header = file.read(100);
    if (header.size() < 100 || !header.startsWith(QByteArray("SQLite format 3\0", 16)))
        return OpenFailure{OpenFailure::Kind::NotOurs, path};
    if (qFromBigEndian<quint32>(header.constData() + 68) != applicationId)
        return OpenFailure{OpenFailure::Kind::NotOurs, path};
    configureSqlite();
    const bool hasLog = header[18] == 2;
    return hasLog ? checkSqliteSchemaUntouched(path) : std::nullopt;
}

Result<bool, OpenFailure> createSqliteFile(const QString &path,
                                           const QString &firstLogin,
                                           const std::function<bool(const DatabaseUrl &draft)> &fill)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return fail(OpenFailure{OpenFailure::Kind::Refused, QFileInfo(path).absolutePath()});
    if (auto network = refuseNetworkFolder(path))
        return fail(std::move(*network));
    removeOldDrafts(path);
    DatabaseUrl draft;
    draft.path = path + draftMark + QString::number(QCoreApplication::applicationPid());
    removeDraft(draft.path);
    const auto remover = qScopeGuard([&draft] { removeDraft(draft.path); });
    sqlite3 *raw = nullptr;
    const int opened = sqlite3_open_v2(QFile::encodeName(draft.path).constData(),
                                       &raw,
                                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                                       nullptr);
    const QByteArray prepare = "PRAGMA page_size = 4096; PRAGMA application_id = "
                               + QByteArray::number(applicationId) + "; PRAGMA journal_mode = WAL;";
    const bool prepared = opened == SQLITE_OK
                          && sqlite3_exec(raw, prepare.constData(), nullptr, nullptr, nullptr)
                                 == SQLITE_OK;
    const QString words = QString::fromUtf8(sqlite3_errmsg(raw));
    sqlite3_close(raw);
    if (!prepared)
        return fail(OpenFailure{OpenFailure::Kind::Refused, words});
    SqlFault fault = makeTables(draft, firstLogin);
    if (!fault && fill && !fill(draft))
        return false;
    if (!fault)
        fault = gather(draft);
    if (fault)
        return fail(OpenFailure{OpenFailure::Kind::Refused, fault.text});
    QFile::setPermissions(draft.path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    // link() and not rename(): it never replaces what somebody else has put there meanwhile.
    if (::link(QFile::encodeName(draft.path).constData(), QFile::encodeName(path).constData()) != 0)
        return fail(OpenFailure{OpenFailure::Kind::Exists, path});
    return true;
}

} // namespace tanaban::storage
