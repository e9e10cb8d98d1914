// Every check of `verify` fires on a database damaged for it, and none on a whole one. A check
// that no damage below makes fire fails the test.
#include "storage/auditor.h"
#include "tests/storage/auditcompany.h"
#include "tests/support/testprogram.h"
#include "tests/support/throwawaypostgres.h"

#include <set>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

namespace {

/// What breaks one rule. {apples}, … stand for the ids of the company; {no} for an unused UUID.
struct Damage
{
    const char *check;
    const char *sql;
    bool keepConstraints = false;
};

constexpr Damage damages[] = {
    {"01-quantities-now", "UPDATE stock SET reserved = on_hand + 1 WHERE id = {apples}"},
    {"01-quantities-now", "UPDATE stock SET on_hand = -1 WHERE id = {fish}"},
    {"02-quantities-ever",
     "UPDATE stock_events SET reserved_after = on_hand_after + 1 WHERE stock_id = {apples} AND "
     "version = 2"},
    {"03-dense-versions",
     "UPDATE stock_events SET version = version + 1 WHERE stock_id = {fish} AND version >= 2"},
    {"03-dense-versions", "DELETE FROM stock_events WHERE stock_id = {fish} AND version = 1"},
    {"04-row-version", "UPDATE stock SET version = version + 1 WHERE id = {pears}"},
    {"04-row-version", "DELETE FROM stock_events WHERE stock_id = {pears}"},
    {"05-row-sums", "UPDATE stock SET on_hand = on_hand + 1 WHERE id = {fish}"},
    {"06-running-sums",
     "UPDATE stock_events SET on_hand_after = on_hand_after + 1 WHERE stock_id = {fish} AND "
     "version = 2"},
    {"07-events-of-a-row", "DELETE FROM stock WHERE id = {fish}"},
    {"08-events-of-a-command",
     "UPDATE stock_events SET command_id = '{no}' WHERE stock_id = {fish} AND version = 2"},
    {"08-events-of-a-command", "UPDATE commands SET outcome = 'abandoned' WHERE kind = 'adjust'"},
    {"09-events-by-the-actor",
     "UPDATE stock_events SET actor = 'mallory' WHERE stock_id = {fish} AND version = 2"},
    {"10-events-of-the-kind", "UPDATE commands SET kind = 'receive' WHERE kind = 'adjust'"},
    {"11-signs",
     "UPDATE stock_events SET kind = 'receive' WHERE stock_id = {fish} AND kind = 'adjust'"},
    {"11-signs",
     "UPDATE stock_events SET reserved_delta = 0 WHERE stock_id = {apples} AND kind = 'ship'"},
    {"12-first-event-opens",
     "UPDATE stock_events SET kind = 'adjust' WHERE stock_id = {fish} AND version = 1"},
    {"13-once-per-command",
     "UPDATE stock_events SET command_id = (SELECT e.command_id FROM stock_events e WHERE "
     "e.stock_id = {fish} AND e.version = 1) WHERE stock_id = {fish} AND version = 2"},
    {"14-legs-cancel",
     "UPDATE stock_events SET on_hand_delta = on_hand_delta + 1 WHERE kind = 'move' AND "
     "on_hand_delta > 0"},
    {"14-legs-cancel", "DELETE FROM stock_events WHERE kind = 'status' AND on_hand_delta > 0"},
    {"15-move-keeps-status", "UPDATE stock SET status = 'damaged' WHERE bin = 'A-1'"},
    {"16-status-keeps-place", "UPDATE stock SET bin = 'A-1' WHERE status = 'damaged'"},
    {"17-conservation", "UPDATE stock_events SET kind = 'move' WHERE kind = 'adjust'"},
    {"18-reserved-is-claimed",
     "UPDATE allocations SET state = 'released' WHERE stock_id = {apples} AND order_id IS NULL AND "
     "state = 'open'"},
    {"18-reserved-is-claimed", "UPDATE holds SET state = 'expired' WHERE state = 'active'"},
    {"19-order-line-limit", "UPDATE order_lines SET quantity = 7 WHERE order_id = {order}"},
    {"20-order-line-product", "UPDATE order_lines SET product_code = 'P2' WHERE order_id = {order}"},
    {"21-claims-point-somewhere", "DELETE FROM order_lines WHERE order_id = {order}"},
    {"21-claims-point-somewhere", "UPDATE holds SET stock_id = 999999 WHERE state = 'active'"},
    {"22-claims-explain-reserved",
     "UPDATE changes SET after = '{\"stock_id\": {apples}, \"state\": \"open\", \"quantity\": 9}' "
     "WHERE entity = 'allocation' AND version = 1 AND key = '1'"},
    {"22-claims-explain-reserved", "DELETE FROM changes WHERE entity = 'hold' AND version = 2"},
    {"23-dense-changes", "UPDATE changes SET version = 5 WHERE entity = 'hold' AND version = 2"},
    {"24-changes-of-a-command",
     "UPDATE changes SET command_id = '{no}' WHERE entity = 'order' AND version = 2"},
    {"25-changes-by-the-actor", "UPDATE changes SET actor = 'mallory' WHERE entity = 'product'"},
    {"26-claims-have-changes", "DELETE FROM changes WHERE entity = 'allocation' AND key = '1'"},
    {"26-claims-have-changes", "UPDATE holds SET version = 9 WHERE state = 'confirmed'"},
    {"27-records-have-changes", "UPDATE products SET version = 7 WHERE code = 'P1'"},
    {"28-changes-of-a-thing", "DELETE FROM partners WHERE code = 'C-1'"},
    {"29-claims-as-recorded", "UPDATE allocations SET quantity = quantity + 1 WHERE id = 1"},
    {"29-claims-as-recorded", "UPDATE allocations SET state = 'shipped' WHERE id = 1"},
    {"30-records-as-recorded", "UPDATE products SET name = 'Quinces' WHERE code = 'P2'"},
    {"30-records-as-recorded", "UPDATE orders SET state = 'open' WHERE number = 'O-2'"},
    {"31-commands-once", "INSERT INTO commands SELECT * FROM commands WHERE kind = 'adjust'"},
    {"32-commands-have-effect",
     "INSERT INTO commands (command_id, kind, content_hash, actor, at, outcome) SELECT '{no}', "
     "kind, content_hash, actor, at, 'committed' FROM commands WHERE kind = 'adjust'"},
    {"33-undo-of-a-command", "UPDATE commands SET undoes = '{no}' WHERE undoes IS NOT NULL"},
    {"33-undo-of-a-command", "UPDATE commands SET kind = 'release' WHERE kind = 'undo_reserve'"},
    {"33-undo-of-a-command", "UPDATE commands SET undoes = NULL WHERE kind = 'undo_reserve'"},
    {"33-undo-of-a-command", "UPDATE commands SET actor = 'mallory' WHERE kind = 'undo_reserve'"},
    {"33-undo-of-a-command",
     "INSERT INTO commands (command_id, kind, content_hash, actor, at, outcome, undoes) SELECT "
     "'{no}', kind, content_hash, actor, at, outcome, undoes FROM commands WHERE kind = "
     "'undo_reserve'"},
    {"33-undo-of-a-command",
     "UPDATE stock_events SET reserved_delta = -6 WHERE reserved_delta = -7"},
    {"33-undo-of-a-command",
     "UPDATE changes SET command_id = (SELECT command_id FROM commands WHERE kind = "
     "'undo_reserve') "
     "WHERE entity = 'allocation' AND version = 2 AND before ->> 'state' = 'released'"},
    {"33-undo-of-a-command",
     "UPDATE changes SET after = '{\"state\":\"pending\"}' WHERE entity = 'allocation' AND version "
     "= 2 "
     "AND before ->> 'state' = 'released'"},
    {"33-undo-of-a-command",
     "INSERT INTO changes (entity, key, version, command_id, actor, at, before, after) SELECT "
     "'order', "
     "'O-2', 3, command_id, actor, at, '{\"state\":\"completed\"}', '{\"state\":\"open\"}' FROM "
     "commands "
     "WHERE kind = 'undo_reserve'"},
    {"34-goods-in-their-condition", "UPDATE stock SET zone_number = 1 WHERE id = {fish}"},
    {"34-goods-in-their-condition",
     "UPDATE products SET storage_condition = 'frozen' WHERE code = 'C1'"},
    {"35-stock-points-somewhere", "DELETE FROM lots WHERE product_code = 'P2'"},
    {"35-stock-points-somewhere", "DELETE FROM bins WHERE code = 'A-1'"},
    {"36-records-point-somewhere", "DELETE FROM warehouses"},
    {"36-records-point-somewhere", "DELETE FROM partners"},
    {"37-zone-is-a-bin", "DELETE FROM bins WHERE code = '' AND zone_number = 2"},
    {"38-lots-have-names", "UPDATE lots SET lot = '' WHERE product_code = 'P2'"},
    {"39-one-row-per-place", "UPDATE stock SET bin = '', status = 'available' WHERE bin = 'A-1'"},
    {"40-codes-once", "INSERT INTO products SELECT * FROM products WHERE code = 'P1'"},
    {"41-warehouse-codes", "UPDATE warehouses SET code = 'wh 1'"},
    {"42-states", "UPDATE stock SET status = 'lost' WHERE id = {fish}"},
    {"42-states", "UPDATE stock_events SET kind = 'vanish' WHERE stock_id = {fish} AND version = 2"},
    {"43-claims-are-something", "UPDATE allocations SET quantity = 0 WHERE id = 1"},
    {"44-closed-orders-hold-nothing", "UPDATE orders SET state = 'cancelled' WHERE id = {order}"},
    {"45-holds-end-in-time",
     "UPDATE holds SET expires_at = '2026-01-01T00:00:00.000000Z' WHERE state = 'confirmed'"},
    {"46-events-name-their-order",
     "UPDATE stock_events SET order_id = 999999 WHERE stock_id = {fish} AND version = 2"},
    {"46-events-name-their-order",
     "UPDATE stock_events SET order_id = {order} WHERE stock_id = {fish} AND version = 2"},
    {"47-reasons", "UPDATE stock_events SET reason = '' WHERE kind = 'adjust'"},
    {"engine-quick-check", "UPDATE stock SET reserved = on_hand + 1 WHERE id = {apples}", true},
    {"engine-foreign-keys", "DELETE FROM lots WHERE product_code = 'P2'", true},
};

constexpr Damage serverDamages[] = {
    {"engine-usable-notes", "UPDATE lots SET expires_on = '2020-01-01'"},
    {"engine-usable-notes", "UPDATE products SET active = false"},
    {"engine-usable-notes", "UPDATE zones SET active = false"},
    {"engine-usable-notes", "UPDATE bins SET active = false"},
    {"engine-usable-notes", "UPDATE warehouses SET active = false"},
    {"engine-usable-notes",
     "UPDATE stock SET usable_until = 'infinity', status = 'damaged' WHERE id = {apples}"},
    {"engine-usable-notes",
     "UPDATE stock SET usable_until = '2999-12-31' WHERE id IN (SELECT stock_id FROM holds WHERE "
     "state = 'active')"},
};

/// The same tables with nothing that keeps wrong data out.
const QString stripServer =
    u"DO $$ DECLARE r record; BEGIN "
    "SET LOCAL session_replication_role = 'replica'; SET LOCAL client_min_messages = 'warning'; "
    "FOR r IN SELECT conrelid::regclass AS t, conname FROM pg_constraint "
    "         WHERE connamespace = 'public'::regnamespace AND conrelid <> 0 AND contype <> 't' "
    "LOOP "
    "  EXECUTE format('ALTER TABLE %s DROP CONSTRAINT IF EXISTS %I CASCADE', r.t, r.conname); "
    "END LOOP; "
    "FOR r IN SELECT indexrelid::regclass AS i FROM pg_index JOIN pg_class c ON c.oid = indrelid "
    "         WHERE indisunique AND c.relnamespace = 'public'::regnamespace LOOP "
    "  EXECUTE format('DROP INDEX %s', r.i); "
    "END LOOP; END $$"_s;

} // namespace

class AuditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesAreWellFormed();
    void wholeIsClean_data() { addEngines(); }
    void wholeIsClean();
    void everyCheckFires_data() { addEngines(); }
    void everyCheckFires();

private:
    std::unique_ptr<storage::Connection> connect(const TestDatabase &database);
    void strip(storage::Connection &connection);
    QString fill(const char *sql, const AuditCompany &company);
    bool fires(storage::Connection &connection, const QString &name, const QString &sql);
};

/// As the owner of everything, with no foreign keys of SQLite's own.
std::unique_ptr<storage::Connection> AuditTest::connect(const TestDatabase &database)
{
    storage::ConnectionConfig config;
    config.url = database.url();
    if (database.isPostgres())
        config.url.user = QString::fromLatin1(ThrowAwayPostgres::superuser);
    auto opened = storage::Connection::open(config, std::make_shared<StoreCounters>());
    if (!opened)
        return nullptr;
    std::unique_ptr<storage::Connection> connection = std::move(opened).value();
    if (!database.isPostgres())
        connection->exec(u"PRAGMA foreign_keys = 0"_s);
    return connection;
}

void AuditTest::strip(storage::Connection &connection)
{
    if (connection.isPostgres()) {
        const storage::SqlFault fault = connection.exec(stripServer);
        QVERIFY2(!fault, qPrintable(fault.text));
        return;
    }
    const QStringList tables{u"warehouses"_s,
                             u"zones"_s,
                             u"bins"_s,
                             u"products"_s,
                             u"lots"_s,
                             u"partners"_s,
                             u"people"_s,
                             u"commands"_s,
                             u"stock"_s,
                             u"stock_events"_s,
                             u"orders"_s,
                             u"order_lines"_s,
                             u"allocations"_s,
                             u"holds"_s,
                             u"changes"_s};
    for (const QString &table : tables) {
        const QStringList steps{u"CREATE TABLE bare AS SELECT * FROM "_s + table,
                                u"DROP TABLE "_s + table,
                                u"ALTER TABLE bare RENAME TO "_s + table};
        for (const QString &step : steps) {
            const storage::SqlFault fault = connection.exec(step);
            QVERIFY2(!fault, qPrintable(step + u": "_s + fault.text));
        }
    }
}

QString AuditTest::fill(const char *sql, const AuditCompany &company)
{
    QString text = QString::fromLatin1(sql);
    text.replace(u"{apples}"_s, QString::number(company.apples));
    text.replace(u"{pears}"_s, QString::number(company.pears));
    text.replace(u"{fish}"_s, QString::number(company.fish));
    text.replace(u"{order}"_s, QString::number(company.order));
    text.replace(u"{no}"_s, u"00000000-0000-4000-8000-00000000dead"_s);
    return text;
}

/// Whether the check finds the damage, which is undone again.
bool AuditTest::fires(storage::Connection &connection, const QString &name, const QString &sql)
{
    const auto run = [&connection](const QString &statement) {
        const storage::SqlFault fault = connection.exec(statement);
        if (fault)
            qWarning().noquote() << statement << fault.text;
        return !fault;
    };
    if (!run(u"SAVEPOINT damage"_s))
        return false;
    // The switch that lets the damage in would also blind quick_check.
    if (!connection.isPostgres())
        run(u"PRAGMA ignore_check_constraints = 1"_s);
    const bool damaged = run(sql);
    if (!connection.isPostgres())
        run(u"PRAGMA ignore_check_constraints = 0"_s);
    const auto findings = storage::runAudit(connection);
    QString sample;
    QStringList also;
    if (damaged && findings) {
        for (const AuditFinding &finding : *findings) {
            if (finding.check == name)
                sample = finding.samples.value(0);
            else if (finding.count > 0)
                also += finding.check.left(2);
        }
    } else if (!findings) {
        qWarning().noquote() << findings.error().detail;
    }
    if (!sample.isEmpty())
        qInfo().noquote() << name << "fires:" << sample << "| also" << also.join(u' ');
    return run(u"ROLLBACK TO SAVEPOINT damage"_s) && run(u"RELEASE SAVEPOINT damage"_s)
           && !sample.isEmpty();
}

void AuditTest::filesAreWellFormed()
{
    const auto checks = storage::auditChecks();
    QVERIFY(checks.size() >= 47);
    for (const storage::AuditCheck &check : checks) {
        QVERIFY2(check.meaning.endsWith(u'.'), qPrintable(check.name));
        QVERIFY2(check.sql.trimmed().startsWith(u"SELECT"_s), qPrintable(check.name));
    }
}

void AuditTest::wholeIsClean()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    AuditCompany company(database);
    QCOMPARE(company.build(), QString());
    const auto findings = database.database().auditor().verify();
    QVERIFY(findings);
    QCOMPARE(findings->size(), storage::auditChecks().size() + (database.isPostgres() ? 1 : 2));
    QCOMPARE(database.audit(), QStringList());
}

void AuditTest::everyCheckFires()
{
    QFETCH(Engine, engine);
    TestDatabase database(engine);
    AuditCompany company(database);
    QCOMPARE(company.build(), QString());
    database.close();
    const auto connection = connect(database);
    QVERIFY(connection);

    std::set<QString> silent;
    for (const storage::AuditCheck &check : storage::auditChecks())
        silent.insert(check.name);
    std::vector<Damage> all(std::begin(damages), std::end(damages));
    if (database.isPostgres()) {
        silent.insert(u"engine-usable-notes"_s);
        all.insert(all.end(), std::begin(serverDamages), std::end(serverDamages));
    } else {
        silent.insert({u"engine-quick-check"_s, u"engine-foreign-keys"_s});
    }
    // Constraints kept for the checks of SQLite's own, stripped for ours.
    for (const bool stripped : {false, true}) {
        QVERIFY(!connection->begin());
        if (stripped)
            strip(*connection);
        // Whole so far: what fires below fires because of the damage.
        const auto before = storage::runAudit(*connection);
        QVERIFY2(before, before ? "" : qPrintable(before.error().detail));
        for (const AuditFinding &finding : *before)
            QVERIFY2(finding.count == 0, qPrintable(finding.check));
        for (const Damage &damage : all) {
            if (damage.keepConstraints == stripped
                || (damage.keepConstraints && database.isPostgres()))
                continue;
            const QString sql = fill(damage.sql, company);
            const QString name = QString::fromLatin1(damage.check);
            if (fires(*connection, name, sql))
                silent.erase(name);
            else
                QFAIL(qPrintable(name + u" is silent after: "_s + sql));
        }
        connection->rollback();
    }
    for (const QString &check : silent)
        qWarning().noquote() << check << "never fired";
    QCOMPARE(silent.size(), size_t(0));
}

TANABAN_TEST(AuditTest)
#include "audittest.moc"
