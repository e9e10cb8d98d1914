#include "storage/backup.h"

#include "storage/statement.h"

#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

bool sync(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && fsync(descriptor) == 0;
    ::close(descriptor);
    return synced;
}

SqlFault writeDraft(Connection &from, const QString &draft)
{
    Statement copy(from, u"VACUUM INTO ?"_s); // one snapshot
    copy.bind(draft);
    copy.exec();
    return copy.fault();
}

/// The copy has its own setting, which is not WAL; whoever opens it in place of the original relies
/// on reading while somebody writes.
bool setWal(const QString &path)
{
    sqlite3 *raw = nullptr;
    const bool done = sqlite3_open_v2(
                          QFile::encodeName(path).constData(), &raw, SQLITE_OPEN_READWRITE, nullptr)
                          == SQLITE_OK
                      && sqlite3_exec(raw, "PRAGMA journal_mode = WAL", nullptr, nullptr, nullptr)
                             == SQLITE_OK;
    sqlite3_close(raw);
    return done;
}

SqlFault check(const QString &path)
{
    ConnectionConfig config;
    config.url.path = path;
    config.readOnly = true;
    auto opened = Connection::open(config, std::make_shared<StoreCounters>());
    if (!opened)
        return opened.error();
    Statement look(**opened, u"PRAGMA quick_check"_s);
    if (!look.exec() || !look.next())
        return look.fault();
    return look.text(0) == u"ok"_s ? SqlFault() : SqlFault{Fault::Damaged, {}, look.text(0), {}};
}

} // namespace

SqlFault copyDatabase(Connection &from, const QString &path)
{
    if (QFile::exists(path))
        return {Fault::Unique, {}, path, {}};
    const QString draft = QString(path + u".part"_s);
    QFile::remove(draft); // of somebody who did not come to an end
    SqlFault fault = writeDraft(from, draft);
    if (!fault)
        fault = check(draft);
    if (!fault) {
        QFile::setPermissions(draft, QFile::permissions(from.config().url.path));
        const bool kept = setWal(draft) && sync(draft) && QFile::rename(draft, path)
                          && sync(QFileInfo(path).absolutePath());
        if (!kept)
            fault = {Fault::Lost, {}, path, {}};
    }
    QFile::remove(draft);
    return fault;
}

} // namespace tanaban::storage
