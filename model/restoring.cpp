#include "model/restoring.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <limits>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

struct RestoreText
{
    Q_DECLARE_TR_FUNCTIONS(tanaban::RestoreText)
};

Read<qint64> countOf(Database &database, Entity entity)
{
    RecordFilter filter;
    filter.entity = entity;
    filter.withInactive = true;
    const auto ids = database.records().ids(filter);
    if (!ids)
        return fail(ReadFailure(ids.error()));
    return qint64(ids->size());
}

QString unreadable(const ReadFailure &failure)
{
    return RestoreText::tr("It cannot be read to its end: %1. Choose an older copy.")
        .arg(failure.detail);
}

Result<Done, QString> copyFile(const QString &copy, const QString &into)
{
    if (QFileInfo::exists(into))
        return fail(RestoreText::tr("There is a file with this name already; choose another."));
    if (QFileInfo(copy + u"-wal").size() > 0) {
        return fail(RestoreText::tr("A program has %1 open, or did not close it. Close it there "
                                    "first, or open the file itself.")
                        .arg(copy));
    }
    QFile source(copy);
    if (source.copy(into)) {
        // A copy on a medium that can only be read makes a file that can only be read.
        QFile::setPermissions(into, QFile::permissions(into) | QFile::WriteOwner | QFile::ReadOwner);
        return Done{};
    }
    removeDatabase(into);
    return fail(
        RestoreText::tr("%1 cannot be copied to %2: %3").arg(copy, into, source.errorString()));
}

/// Everything that `verify` checks.
Result<Done, QString> check(Database &database)
{
    const auto findings = database.auditor().verify();
    if (!findings)
        return fail(unreadable(findings.error()));
    for (const AuditFinding &finding : *findings) {
        if (finding.count > 0) {
            return fail(
                RestoreText::tr("It is damaged (%1). Choose an older copy.").arg(finding.check));
        }
    }
    return Done{};
}

Result<RestoredCopy, QString> compare(Database &restored, Database &open)
{
    RestoredCopy result;
    const auto contents = contentsOf(restored);
    if (!contents)
        return fail(unreadable(contents.error()));
    result.contents = *contents;
    LedgerFilter since;
    if (contents->newest)
        since.times = {
            {{contents->newest->event.at.microseconds + 1}, {std::numeric_limits<qint64>::max()}}};
    const auto totals = open.ledger().totals(since);
    if (!totals)
        return fail(RestoreText::tr("The open database does not answer. Try again."));
    result.entriesSince = totals->entries;
    return result;
}

} // namespace

void removeDatabase(const QString &path)
{
    for (const QString &end : {u""_s, u"-wal"_s, u"-shm"_s, u"-turn"_s})
        QFile::remove(path + end);
}

Read<DatabaseContents> contentsOf(Database &database)
{
    DatabaseContents contents;
    for (const auto &[entity, number] : {std::pair{Entity::Warehouse, &contents.warehouses},
                                         std::pair{Entity::Product, &contents.products},
                                         std::pair{Entity::Order, &contents.orders}})
    {
        const auto count = countOf(database, entity);
        if (!count)
            return fail(ReadFailure(count.error()));
        *number = *count;
    }
    const auto stock = database.store().stockIds({}, {}, std::numeric_limits<qint64>::max());
    if (!stock)
        return fail(ReadFailure(stock.error()));
    contents.stockRows = qint64(stock->size());
    const auto totals = database.ledger().totals({});
    if (!totals)
        return fail(ReadFailure(totals.error()));
    contents.entries = totals->entries;
    auto newest = database.ledger().entries({}, {}, 1);
    if (!newest)
        return fail(ReadFailure(newest.error()));
    if (!newest->empty())
        contents.newest = std::move(newest->front());
    return contents;
}

Result<RestoredCopy, QString> restoreCopy(DatabaseGate &gate,
                                          const QString &copy,
                                          const QString &into,
                                          Database &open,
                                          const QString &openPath)
{
    if (QFileInfo(copy) == QFileInfo(openPath))
        return fail(RestoreText::tr("This is the open database itself. Choose a copy of it."));
    if (const auto copied = copyFile(copy, into); !copied)
        return fail(QString(copied.error()));
    Result<RestoredCopy, QString> result = [&]() -> Result<RestoredCopy, QString> {
        DatabaseUrl url;
        url.path = into;
        const auto restored = gate.open(url, {}, false);
        if (!restored)
            return fail(messageOf(restored.error()));
        // Of a file of an older program; the copy itself is still there.
        if (const QString older = (*restored)->copyOfOlder(); !older.isEmpty())
            QFile::remove(older);
        if (const auto checked = check(**restored); !checked)
            return fail(QString(checked.error()));
        return compare(**restored, open);
    }();
    if (!result)
        removeDatabase(into);
    return result;
}

} // namespace tanaban
