#include "storage/upgrade.h"

#include "storage/backup.h"
#include "storage/migrator.h"
#include "storage/openfailure.h"
#include "storage/statement.h"

#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

OpenFailure upgradeFailure(const SqlFault &fault)
{
    using Kind = OpenFailure::Kind;
    switch (fault.kind) {
    case Fault::Full:
        return {Kind::UpgradeNoRoom, fault.text};
    case Fault::ReadOnly:
    case Fault::Lost: // no file can be made or written in this folder
        return {Kind::UpgradeReadOnly, fault.text};
    case Fault::Busy:
    case Fault::Again:
    case Fault::Damaged:
        return openFailure(fault);
    default:
        return {Kind::UpgradeFailed, fault.text};
    }
}

/// "stock.db" of schema 1 becomes "stock-schema1-2026-11-21.db", and further ones of the same day
/// "…-2.db": an older copy may be the only good one.
QString pathOfCopy(const QString &path, int schema, QDate today)
{
    const QFileInfo file(path);
    const QString base = u"%1/%2-schema%3-%4"_s.arg(file.absolutePath(),
                                                    file.completeBaseName(),
                                                    QString::number(schema),
                                                    today.toString(Qt::ISODate));
    const QString suffix = file.suffix().isEmpty() ? QString() : QString(u'.' + file.suffix());
    QString copy = QString(base + suffix);
    for (int i = 2; QFile::exists(copy); ++i)
        copy = u"%1-%2%3"_s.arg(base, QString::number(i), suffix);
    return copy;
}

SqlFault copyBeside(const ConnectionConfig &config, const QString &copy)
{
    // Not by the connection that writes: the copy is of the last moment before its transaction.
    ConnectionConfig reading = config;
    reading.readOnly = true;
    const auto reader = Connection::open(reading, std::make_shared<StoreCounters>());
    return reader ? copyDatabase(**reader, copy) : reader.error();
}

/// A step may make a table anew, for which the references are not looked at meanwhile.
SqlFault checkReferences(Connection &connection)
{
    Statement broken(connection, u"PRAGMA foreign_key_check"_s);
    if (!broken.exec())
        return broken.fault();
    if (broken.next())
        return {Fault::ForeignKey, {}, u"foreign_key_check: "_s + broken.text(0), {}};
    return broken.fault();
}

SqlFault migrateAndCommit(Connection &connection)
{
    SqlFault fault = migrate(connection);
    if (!fault)
        fault = checkReferences(connection);
    if (fault) {
        connection.rollback();
        return fault;
    }
    return connection.commit();
}

/// All of api.matrix as text.
Result<QString, SqlFault> rightsOf(Connection &connection)
{
    Statement all(
        connection,
        u"SELECT coalesce(string_agg(m::text, ';' ORDER BY kind), '') FROM api.matrix m"_s);
    if (!all.exec() || !all.next())
        return fail(all.fault());
    return all.text(0);
}

/// In the open transaction, with every other upgrade waiting.
Result<UpgradeReport, SqlFault> upgradeAlone(Connection &connection)
{
    const auto number = schemaNumber(connection);
    if (!number)
        return fail(number.error());
    const int newest = migrations().back().number;
    if (*number > newest) // its rights are not ours to write
        return UpgradeReport{*number, *number};
    const auto before = rightsOf(connection);
    if (!before)
        return fail(before.error());
    if (const SqlFault fault = migrate(connection))
        return fail(fault);
    const auto after = rightsOf(connection);
    if (!after)
        return fail(after.error());
    return UpgradeReport{*number, newest, *before != *after};
}

} // namespace

ConnectionConfig patiently(ConnectionConfig config)
{
    // How long another program may take for the same work before somebody gives up waiting.
    config.lockWait = std::chrono::minutes(1);
    config.deadline = std::chrono::minutes(10);
    return config;
}

Result<QString, OpenFailure> upgradeSqliteFile(const ConnectionConfig &config, QDate today)
{
    const auto opened = Connection::open(patiently(config), std::make_shared<StoreCounters>());
    if (!opened)
        return fail(openFailure(opened.error()));
    Connection &connection = **opened;
    if (sqlite3_db_readonly(connection.sqlite(), "main") == 1 || !connection.turn()->isPossible())
        return fail(OpenFailure{OpenFailure::Kind::UpgradeReadOnly, config.url.path});
    SqlFault fault = connection.exec(u"PRAGMA foreign_keys = 0"_s); // no effect in a transaction
    if (!fault)
        fault = connection.begin();
    if (fault)
        return fail(upgradeFailure(fault));
    const auto number = schemaNumber(connection);
    if (!number || *number >= migrations().back().number) { // done by somebody while we waited
        connection.rollback();
        return number ? Result<QString, OpenFailure>(QString())
                      : fail(upgradeFailure(number.error()));
    }
    const QString copy = pathOfCopy(config.url.path, *number, today);
    fault = copyBeside(config, copy);
    if (fault) {
        connection.rollback();
        return fail(upgradeFailure(fault));
    }
    fault = migrateAndCommit(connection);
    if (fault) {
        if (fault.kind != Fault::Lost) // what is not known may have happened
            QFile::remove(copy);
        return fail(upgradeFailure(fault));
    }
    return copy;
}

Result<UpgradeReport, OpenFailure> upgradeServer(Connection &connection)
{
    const auto number = schemaNumber(connection);
    if (!number)
        return fail(openFailure(number.error()));
    if (*number == 0)
        return fail(OpenFailure{OpenFailure::Kind::NotOurs, {}});
    SqlFault fault = connection.begin();
    if (fault)
        return fail(openFailure(fault));
    // Not an advisory lock: anybody could hold that. Whoever waited here looks again below.
    fault = connection.exec(u"LOCK TABLE schema_migrations IN SHARE ROW EXCLUSIVE MODE"_s);
    auto report = fault ? Result<UpgradeReport, SqlFault>(fail(fault)) : upgradeAlone(connection);
    if (!report || report->nothingToDo())
        connection.rollback();
    else
        fault = connection.commit();
    if (!report || fault)
        return fail(openFailure(report ? fault : report.error()));
    if (report->to > migrations().back().number)
        return fail(OpenFailure{OpenFailure::Kind::Newer, QString::number(report->to)});
    return *report;
}

} // namespace tanaban::storage
