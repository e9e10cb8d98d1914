#include "storage/gate.h"

#include "storage/conninfo.h"
#include "storage/migrator.h"
#include "storage/openfailure.h"
#include "storage/sqldatabase.h"
#include "storage/sqlitefile.h"
#include "storage/sqliteschema.h"
#include "storage/statement.h"
#include "storage/upgrade.h"

#include <QFileInfo>

#include <algorithm>
#include <pwd.h>
#include <unistd.h>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

QString computerLogin()
{
    const passwd *entry = getpwuid(getuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString();
}

/// Nothing when the database has the tables that this program works with.
std::optional<OpenFailure> checkSchema(Connection &connection)
{
    if (!connection.isPostgres())
        return checkSqliteSchema(connection.sqlite());
    const auto number = schemaNumber(connection);
    if (!number)
        return openFailure(number.error());
    const int newest = migrations().back().number;
    if (*number == 0)
        return OpenFailure{OpenFailure::Kind::NotOurs, {}};
    if (*number > newest)
        return OpenFailure{OpenFailure::Kind::Newer, QString::number(*number)};
    if (*number < newest)
        return OpenFailure{OpenFailure::Kind::NeedsUpgrade, QString::number(*number)};
    return std::nullopt;
}

/// One for the whole program: databases outlive the gate that opened them.
Clock &systemClock()
{
    static SystemClock clock;
    return clock;
}

/// Who acts. On PostgreSQL the login at the server, and nobody else.
Result<QString, OpenFailure> actorOf(Connection &connection, QString wanted)
{
    if (connection.isPostgres()) {
        Statement session(connection, u"SELECT session_user::text"_s);
        if (!session.exec() || !session.next())
            return fail(openFailure(session.fault()));
        if (!wanted.isEmpty() && wanted != session.text(0))
            return fail(OpenFailure{OpenFailure::Kind::OtherLogin, wanted});
        wanted = session.text(0);
    }
    std::vector<QString> active;
    Statement people(connection,
                     u"SELECT login FROM people WHERE active = %1 ORDER BY login"_s.arg(
                         connection.isPostgres() ? u"true"_s : u"1"_s));
    if (!people.exec())
        return fail(openFailure(people.fault()));
    while (people.next())
        active.push_back(people.text(0));
    if (wanted.isEmpty())
        wanted = active.size() == 1 ? active.front() : computerLogin();
    if (std::find(active.begin(), active.end(), wanted) == active.end())
        return fail(OpenFailure{OpenFailure::Kind::NoSuchPerson, wanted});
    return wanted;
}

} // namespace

SqlGate::SqlGate(Clock *clock,
                 std::chrono::milliseconds lockWait,
                 std::chrono::milliseconds deadline)
    : m_clock(clock ? *clock : systemClock())
    , m_lockWait(lockWait)
    , m_deadline(deadline)
{}

ConnectionConfig SqlGate::configFor(const DatabaseUrl &url) const
{
    ConnectionConfig config{url, false, m_lockWait, m_deadline};
    const std::lock_guard lock(m_mutex);
    const auto password = m_passwords.find(url.toString());
    if (password != m_passwords.end())
        config.password = password->second;
    return config;
}

void SqlGate::usePassword(const DatabaseUrl &url, const QString &password)
{
    const std::lock_guard lock(m_mutex);
    m_passwords[url.toString()] = password;
}

OpenFailure SqlGate::whyNot(const ConnectionConfig &config, const SqlFault &fault) const
{
    OpenFailure failure = openFailure(fault);
    const bool perhaps = fault.kind == Fault::Lost && failure.kind != OpenFailure::Kind::Missing
                         && config.url.engine == DatabaseUrl::Engine::Postgres;
    if (perhaps && passwordIsNeeded(config))
        failure.kind = OpenFailure::Kind::PasswordNeeded;
    return failure;
}

Result<Done, OpenFailure> SqlGate::create(const DatabaseUrl &url, const QString &firstLogin)
{
    if (url.engine == DatabaseUrl::Engine::Postgres)
        return createOnServer(url);
    const auto found = inspectSqliteFile(url.path);
    if (found && found->kind == OpenFailure::Kind::Missing) {
        if (const auto made = createSqliteFile(url.path, firstLogin); !made)
            return fail(made.error());
        return Done{};
    }
    if (found)
        return fail(*found);
    auto connection = Connection::open(configFor(url), std::make_shared<StoreCounters>());
    if (!connection)
        return fail(openFailure(connection.error()));
    if (const auto matched = matchSchema(**connection); !matched)
        return fail(matched.error());
    return Done{};
}

Result<bool, OpenFailure> SqlGate::createFilled(const DatabaseUrl &url,
                                                const QString &firstLogin,
                                                const std::function<bool(Database &)> &fill)
{
    std::optional<OpenFailure> failure;
    const auto fillOpened = [&](const DatabaseUrl &draft) {
        const auto database = open(draft, {});
        if (!database) {
            failure = database.error();
            return false;
        }
        return fill(**database);
    };
    Result<bool, OpenFailure> made = false;
    if (url.engine == DatabaseUrl::Engine::Sqlite) {
        if (QFileInfo::exists(url.path))
            return fail(OpenFailure{OpenFailure::Kind::Exists, url.path});
        made = createSqliteFile(url.path, firstLogin, fillOpened);
    } else if (const auto tables = createOnServer(url); !tables) {
        return fail(tables.error());
    } else {
        made = fillOpened(url);
    }
    if (failure)
        return fail(*failure);
    return made;
}

Result<QString, OpenFailure> SqlGate::matchSchema(Connection &connection)
{
    QString copy;
    auto failure = checkSchema(connection);
    if (failure && failure->kind == OpenFailure::Kind::NeedsUpgrade && !connection.isPostgres()) {
        const QDate today = m_clock.now().toDateTime().toLocalTime().date();
        auto upgraded = upgradeSqliteFile(connection.config(), today);
        if (!upgraded)
            return upgraded;
        copy = *upgraded;
        failure = checkSchema(connection);
    }
    if (failure)
        return fail(std::move(*failure));
    return copy;
}

Result<UpgradeReport, OpenFailure> SqlGate::upgradeServer(const DatabaseUrl &url)
{
    Q_ASSERT(url.engine == DatabaseUrl::Engine::Postgres);
    const ConnectionConfig config = patiently(configFor(url));
    const auto opened = Connection::open(config, std::make_shared<StoreCounters>());
    if (!opened)
        return fail(whyNot(config, opened.error()));
    return storage::upgradeServer(**opened);
}

Result<Done, OpenFailure> SqlGate::createOnServer(const DatabaseUrl &url)
{
    const ConnectionConfig config = configFor(url);
    auto opened = Connection::open(config, std::make_shared<StoreCounters>());
    if (!opened)
        return fail(whyNot(config, opened.error()));
    Connection &connection = **opened;
    SqlFault fault = connection.begin();
    if (!fault) // two that start at once: the second waits and finds nothing to do
        fault = connection.exec(u"SELECT pg_advisory_xact_lock(5472616261)"_s);
    const auto number = fault ? Result<int, SqlFault>(fail(fault)) : schemaNumber(connection);
    if (number && *number != 0) { // made already; bringing it up to date is a decision of its own
        connection.rollback();
        if (auto failure = checkSchema(connection))
            return fail(std::move(*failure));
        return Done{};
    }
    fault = number ? migrate(connection) : number.error();
    if (!fault) {
        fault = connection.exec(u"INSERT INTO people (login, name, role) "
                                "SELECT session_user, session_user, 'admin' "
                                "WHERE NOT EXISTS (SELECT FROM people)"_s);
    }
    if (fault) {
        connection.rollback();
        return fail(openFailure(fault));
    }
    if (const SqlFault ended = connection.commit())
        return fail(openFailure(ended));
    return Done{};
}

Result<std::unique_ptr<Database>, OpenFailure> SqlGate::open(const DatabaseUrl &url,
                                                             const QString &actor,
                                                             bool checkPerson)
{
    if (url.engine == DatabaseUrl::Engine::Sqlite) {
        if (auto failure = inspectSqliteFile(url.path))
            return fail(std::move(*failure));
    }
    const ConnectionConfig config = configFor(url);
    auto counters = std::make_shared<StoreCounters>();
    auto connections = std::make_shared<ThreadConnections>(config, counters);
    SqlFault fault;
    Connection *connection = connections->forThisThread(fault);
    if (!connection)
        return fail(whyNot(config, fault));
    const auto copy = matchSchema(*connection);
    if (!copy)
        return fail(copy.error());
    Result<QString, OpenFailure> person = actorOf(*connection, actor);
    if (!person && !(person.error().kind == OpenFailure::Kind::NoSuchPerson && !checkPerson))
        return fail(person.error());
    return std::unique_ptr<Database>(std::make_unique<SqlDatabase>(
        std::move(connections), m_clock, person ? *person : actor, std::move(counters), *copy));
}

} // namespace tanaban::storage
