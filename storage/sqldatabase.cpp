#include "storage/sqldatabase.h"

#include "storage/postgresfeed.h"
#include "storage/statement.h"

#include <QFile>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

SqlDatabase::SqlDatabase(std::shared_ptr<ThreadConnections> connections,
                         Clock &clock,
                         const QString &actor,
                         std::shared_ptr<StoreCounters> counters)
    : m_connections(std::move(connections))
    , m_store(m_connections, clock, actor, counters)
    , m_auditor(m_connections->config(), counters)
    , m_bulkLoader(m_connections->config(), counters)
{}

Read<Done> SqlDatabase::backup(const QString &path)
{
    SqlFault fault;
    Connection *connection = m_connections->forThisThread(fault);
    if (!connection)
        return fail(readFailure(fault));
    if (connection->isPostgres())
        return fail(ReadFailure{ReadFailure::Kind::Refused, u"pg_dump"_s});
    if (QFile::exists(path))
        return fail(ReadFailure{ReadFailure::Kind::Refused, path});
    const QString draft = QString(path + u".part"_s);
    QFile::remove(draft);
    {
        // One snapshot, taken while others go on writing.
        Statement copy(*connection, u"VACUUM INTO ?"_s);
        copy.bind(draft);
        if (!copy.exec()) {
            QFile::remove(draft);
            return fail(readFailure(copy.fault()));
        }
    }
    ConnectionConfig config;
    config.url.path = draft;
    config.readOnly = true;
    QString verdict;
    if (auto opened = Connection::open(config, std::make_shared<StoreCounters>())) {
        Statement check(**opened, u"PRAGMA quick_check"_s);
        if (check.exec() && check.next())
            verdict = check.text(0);
    }
    if (verdict != u"ok"_s || !QFile::rename(draft, path)) {
        QFile::remove(draft);
        return fail(ReadFailure{ReadFailure::Kind::Damaged, verdict});
    }
    return Done{};
}

std::unique_ptr<ChangeFeed> SqlDatabase::listen(std::function<void()> onChange)
{
    const ConnectionConfig &config = m_connections->config();
    if (config.url.engine != DatabaseUrl::Engine::Postgres)
        return nullptr;
    return std::make_unique<PostgresFeed>(config, std::move(onChange));
}

} // namespace tanaban::storage
