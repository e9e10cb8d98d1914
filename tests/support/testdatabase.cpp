#include "tests/support/testdatabase.h"

#include "model/changeset.h"
#include "model/clock.h"
#include "storage/gate.h"
#include "tests/support/rawsql.h"
#include "tests/support/throwawaypostgres.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <unistd.h>

namespace tanaban::test {

using namespace Qt::StringLiterals;

namespace {

const QString templateName = u"tanaban_template"_s;
std::atomic<int> nextDatabase{1};

DatabaseUrl serverUrl(const QString &database, const QString &user)
{
    const ThrowAwayPostgres &server = ThrowAwayPostgres::instance();
    if (!server.isRunning())
        qFatal("No PostgreSQL to test with: %s", qPrintable(server.failure()));
    DatabaseUrl url;
    url.engine = Engine::Postgres;
    url.user = user;
    url.hosts = server.host();
    url.ports = QString::number(server.port());
    url.database = database;
    return url;
}

void make(const DatabaseUrl &url)
{
    storage::SqlGate gate;
    const auto made = gate.create(url, QString::fromLatin1(TestDatabase::login));
    if (!made)
        qFatal("%s: %s", qPrintable(url.toString()), qPrintable(made.error().detail));
}

/// Migrated once for each server; every database of a test is a copy of it.
void makeTemplate(RawSql &server)
{
    // Programs of one test run share the server: one of them makes it, the others wait.
    server.run(u"SELECT pg_advisory_lock(7341)"_s);
    if (server.run(u"SELECT 1 FROM pg_database WHERE datname = '%1'"_s.arg(templateName)).empty()) {
        if (server.run(u"SELECT 1 FROM pg_roles WHERE rolname = 'tester'"_s).empty())
            server.run(u"CREATE ROLE tester LOGIN CREATEROLE"_s);
        const QString unfinished = templateName + u"_new"_s;
        server.run(u"DROP DATABASE IF EXISTS "_s + unfinished + u" (FORCE)"_s);
        server.run(u"CREATE DATABASE "_s + unfinished + u" OWNER tester"_s);
        make(serverUrl(unfinished, QString::fromLatin1(TestDatabase::login)));
        server.run(u"ALTER DATABASE "_s + unfinished + u" RENAME TO "_s + templateName);
    }
    server.run(u"SELECT pg_advisory_unlock(7341)"_s);
}

QString nowIso()
{
    return SystemClock().now().toIso();
}

} // namespace

void addEngines()
{
    QTest::addColumn<Engine>("engine");
    QTest::newRow("sqlite") << Engine::Sqlite;
    QTest::newRow("postgresql") << Engine::Postgres;
}

TestDatabase::TestDatabase(Engine engine, const Maker &maker)
{
    const int number = nextDatabase++;
    if (engine == Engine::Sqlite) {
        QTemporaryDir folder(QDir::tempPath() + u"/tanaban-test-XXXXXX"_s);
        folder.setAutoRemove(false);
        m_folder = folder.path();
        m_url.engine = Engine::Sqlite;
        m_url.path = m_folder + u"/test.tanaban"_s;
        maker ? maker(m_url) : make(m_url);
        return;
    }
    const QString name = u"tanaban_t%1_%2"_s.arg(getpid()).arg(number);
    m_url = serverUrl(name, QString::fromLatin1(login));
    RawSql server(serverUrl(u"postgres"_s, QString::fromLatin1(ThrowAwayPostgres::superuser)));
    makeTemplate(server);
    if (maker) {
        server.run(u"CREATE DATABASE %1 OWNER tester"_s.arg(name));
        maker(m_url);
    } else {
        server.run(u"CREATE DATABASE %1 OWNER tester TEMPLATE %2"_s.arg(name, templateName));
    }
    // A deadlock is a defect here: it should be told soon, whoever started the server.
    server.run(u"ALTER DATABASE %1 SET deadlock_timeout = '100ms'"_s.arg(name));
}

TestDatabase::~TestDatabase()
{
    close();
    if (isPostgres()) {
        // Files that were deleted a moment ago make the next ones slow; all go with the server.
        if (qEnvironmentVariableIsSet("TANABAN_TEST_PG_KEEPS"))
            return;
        RawSql server(serverUrl(u"postgres"_s, QString::fromLatin1(ThrowAwayPostgres::superuser)));
        server.run(u"DROP DATABASE IF EXISTS "_s + m_url.database + u" (FORCE)"_s);
    } else {
        QDir(m_folder).removeRecursively();
    }
}

void TestDatabase::close()
{
    m_database.reset();
    m_raw.reset();
}

RawSql &TestDatabase::raw()
{
    if (!m_raw) {
        const QString owner = QString::fromLatin1(ThrowAwayPostgres::superuser);
        m_raw = std::make_unique<RawSql>(m_url, isPostgres() ? owner : QString());
    }
    return *m_raw;
}

void TestDatabase::waitUntilAlone()
{
    QElapsedTimer timer;
    timer.start();
    while (isPostgres()
           && scalar(u"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
                     "AND application_name = 'tanaban'"_s)
                      .toInt()
                  > 0)
    {
        if (timer.elapsed() > 60'000)
            qFatal("The server still serves a client that is gone");
        QThread::msleep(1);
    }
}

Database &TestDatabase::database()
{
    if (!m_database)
        m_database = open();
    return *m_database;
}

void TestDatabase::unlockLedger()
{
    database();
    sql(isPostgres() ? u"ALTER TABLE stock_events DISABLE TRIGGER ALL"_s
                     : u"DROP TRIGGER stock_events_no_update"_s);
}

std::unique_ptr<Database> TestDatabase::open(const QString &actor)
{
    storage::SqlGate gate;
    DatabaseUrl url = m_url;
    if (isPostgres() && !actor.isEmpty())
        url.user = actor;
    auto opened = gate.open(url, actor.isEmpty() ? QString::fromLatin1(login) : actor);
    if (!opened)
        qFatal("%s cannot be opened: %s",
               qPrintable(url.toString()),
               qPrintable(opened.error().detail));
    return std::move(opened).value();
}

std::vector<QVariantList> TestDatabase::sql(const QString &text,
                                            const QVariantList &values,
                                            QString *error)
{
    return raw().run(text, values, error);
}

QVariant TestDatabase::scalar(const QString &text, const QVariantList &values)
{
    const auto rows = raw().run(text, values);
    return rows.empty() ? QVariant() : rows.front().value(0);
}

qint64 TestDatabase::count(const QString &table, const QString &where)
{
    const QString condition = where.isEmpty() ? QString() : QString(u" WHERE "_s + where);
    return scalar(u"SELECT count(*) FROM "_s + table + condition).toLongLong();
}

QMap<QString, QByteArray> TestDatabase::checksums()
{
    const auto tables = raw().run(
        isPostgres()
            ? u"SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n "
              "ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND n.nspname NOT LIKE 'pg_%' "
              "AND n.nspname <> 'information_schema'"_s
            : u"SELECT name FROM sqlite_master WHERE type = 'table' "
              "AND name NOT LIKE 'sqlite_%'"_s);
    QMap<QString, QByteArray> sums;
    for (const QVariantList &table : tables) {
        const QString name = table.front().toString();
        QByteArrayList lines;
        for (const QVariantList &row : raw().run(u"SELECT * FROM "_s + name)) {
            QByteArray line;
            for (const QVariant &value : row) {
                line += value.isNull() ? QByteArray("null") : '"' + value.toByteArray() + '"';
                line += '|';
            }
            lines.append(line);
        }
        std::sort(lines.begin(), lines.end());
        sums.insert(
            name,
            QByteArray::number(lines.size()) + ' '
                + QCryptographicHash::hash(lines.join('\n'), QCryptographicHash::Sha256).toHex());
    }
    return sums;
}

QStringList TestDatabase::audit()
{
    const auto findings = database().auditor().verify();
    if (!findings)
        return {u"verify gave no answer: "_s + findings.error().detail};
    if (findings->empty())
        return {u"verify has no checks"_s};
    QStringList found;
    for (const AuditFinding &finding : *findings) {
        if (finding.count > 0)
            found += finding.check + u": "_s + finding.samples.value(0);
    }
    return found;
}

QString TestDatabase::seedCommand(const QString &kind)
{
    const QString id = newCommandId().toString(QUuid::WithoutBraces);
    sql(u"INSERT INTO commands (command_id, kind, content_hash, actor, at, outcome) "
        "VALUES (?, ?, ?, ?, ?, 'committed')"_s,
        {id, kind, QByteArray(32, 's'), QString::fromLatin1(login), nowIso()});
    return id;
}

void TestDatabase::warehouse(const QString &code, const QString &timeZone)
{
    sql(u"INSERT INTO warehouses (code, name, time_zone) VALUES (?, ?, ?)"_s,
        {code, code, timeZone});
}

void TestDatabase::zone(const QString &warehouse,
                        int number,
                        StorageCondition condition,
                        std::optional<qint64> capacity)
{
    sql(u"INSERT INTO zones (warehouse_code, zone_number, name, storage_condition, capacity) "
        "VALUES (?, ?, ?, ?, ?)"_s,
        {warehouse,
         number,
         u"Zone %1"_s.arg(number),
         codeOf(condition),
         capacity ? QVariant(*capacity) : QVariant(QMetaType(QMetaType::LongLong))});
    bin(warehouse, number, u""_s);
}

void TestDatabase::bin(const QString &warehouse, int zone, const QString &code)
{
    sql(u"INSERT INTO bins (warehouse_code, zone_number, code) VALUES (?, ?, ?)"_s,
        {warehouse, zone, code});
}

void TestDatabase::product(const QString &code, int decimals, StorageCondition condition)
{
    sql(u"INSERT INTO products (code, name, storage_condition, unit, quantity_decimals) "
        "VALUES (?, ?, ?, 'pcs', ?)"_s,
        {code, u"Product %1"_s.arg(code), codeOf(condition), decimals});
}

void TestDatabase::lot(const QString &product, const QString &lot, std::optional<QDate> expiresOn)
{
    sql(u"INSERT INTO lots (product_code, lot, expires_on) VALUES (?, ?, ?)"_s,
        {product,
         lot,
         expiresOn ? QVariant(expiresOn->toString(Qt::ISODate))
                   : QVariant(QMetaType(QMetaType::QString))});
}

void TestDatabase::partner(const QString &code)
{
    sql(u"INSERT INTO partners (code, name, kind) VALUES (?, ?, 'customer')"_s,
        {code, u"Partner %1"_s.arg(code)});
}

void TestDatabase::order(const QString &number, const QStringList &products, const QString &state)
{
    if (count(u"partners"_s, u"code = 'C1'"_s) == 0)
        partner(u"C1"_s);
    sql(u"INSERT INTO orders (number, partner_code, state) VALUES (?, 'C1', ?)"_s, {number, state});
    int line = 0;
    for (const QString &product : products) {
        sql(u"INSERT INTO order_lines (order_id, line_number, product_code, quantity) "
            "SELECT id, ?, ?, 10 FROM orders WHERE number = ?"_s,
            {++line, product, number});
    }
}

void TestDatabase::person(const QString &personLogin, const QString &role)
{
    sql(u"INSERT INTO people (login, name, role) VALUES (?, ?, ?)"_s,
        {personLogin, personLogin, role});
    if (!isPostgres())
        return;
    // Logins belong to the whole server, which tests may share.
    sql(u"SELECT pg_advisory_lock(7342)"_s);
    if (sql(u"SELECT 1 FROM pg_roles WHERE rolname = ?"_s, {personLogin}).empty())
        sql(u"CREATE ROLE \"%1\" LOGIN IN ROLE tester"_s.arg(personLogin));
    sql(u"SELECT pg_advisory_unlock(7342)"_s);
}

void TestDatabase::makePlaces(const StockSeed &seed)
{
    if (count(u"warehouses"_s, u"code = '%1'"_s.arg(seed.warehouse)) == 0)
        warehouse(seed.warehouse);
    const QString place =
        u"warehouse_code = '%1' AND zone_number = %2"_s.arg(seed.warehouse).arg(seed.zone);
    if (count(u"zones"_s, place) == 0)
        zone(seed.warehouse, seed.zone, seed.condition);
    if (count(u"bins"_s, place + u" AND code = '%1'"_s.arg(seed.bin)) == 0)
        bin(seed.warehouse, seed.zone, seed.bin);
    if (count(u"products"_s, u"code = '%1'"_s.arg(seed.product)) == 0)
        product(seed.product, seed.decimals, seed.condition);
    if (count(u"lots"_s, u"product_code = '%1' AND lot = '%2'"_s.arg(seed.product, seed.lot)) == 0)
        lot(seed.product, seed.lot, seed.expiresOn);
}

void TestDatabase::seedAllocation(qint64 stock, qint64 quantity, const QString &command)
{
    const qint64 allocation = scalar(u"INSERT INTO allocations (stock_id, quantity, state) "
                                     "VALUES (?, ?, 'open') RETURNING id"_s,
                                     {stock, quantity})
                                  .toLongLong();
    sql(u"INSERT INTO changes (entity, key, version, command_id, actor, at, after) "
        "VALUES ('allocation', ?, 1, ?, ?, ?, ?)"_s,
        {QString::number(allocation),
         command,
         QString::fromLatin1(login),
         nowIso(),
         u"{\"order_id\":null,\"line_number\":null,\"stock_id\":%1,\"quantity\":%2,"
         "\"state\":\"open\"}"_s.arg(stock)
             .arg(quantity)});
}

qint64 TestDatabase::stockRow(const StockSeed &seed)
{
    makePlaces(seed);
    const QString actor = QString::fromLatin1(login);
    const QString now = nowIso();
    const qint64 version = seed.reserved > 0 ? 2 : 1;
    const qint64 id =
        scalar(u"INSERT INTO stock (warehouse_code, zone_number, bin, product_code, lot, status, "
               "storage_condition, received_at, on_hand, reserved, version) "
               "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id"_s,
               {seed.warehouse,
                seed.zone,
                seed.bin,
                seed.product,
                seed.lot,
                codeOf(seed.status),
                codeOf(seed.condition),
                now,
                seed.onHand,
                seed.reserved,
                version})
            .toLongLong();
    const QString event =
        u"INSERT INTO stock_events (stock_id, version, kind, on_hand_delta, reserved_delta, "
        "on_hand_after, reserved_after, command_id, actor, reason, at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?)"_s;
    sql(event,
        {id, 1, u"receive"_s, seed.onHand, 0, seed.onHand, 0, seedCommand(u"receive"_s), actor, now});
    if (seed.reserved == 0)
        return id;
    const QString command = seedCommand(u"reserve"_s);
    sql(event,
        {id, 2, u"reserve"_s, 0, seed.reserved, seed.onHand, seed.reserved, command, actor, now});
    for (int i = 0; i < seed.allocations; ++i)
        seedAllocation(id, seed.reserved / seed.allocations, command);
    return id;
}

} // namespace tanaban::test
