#include "storage/sqliteschema.h"

#include "storage/migrator.h"
#include "storage/openfailure.h"

#include <QFileInfo>
#include <QScopeGuard>
#include <QUrl>

#include <algorithm>
#include <map>
#include <mutex>
#include <sqlite3.h>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

/// By type and name: what it belongs to, and the words that made it.
using Objects = std::map<std::pair<QByteArray, QByteArray>, QByteArray>;
using Kind = OpenFailure::Kind;

const std::pair<QByteArray, QByteArray> listOfSteps{"table", "schema_migrations"};

bool isPlainName(QStringView name)
{
    return !name.isEmpty() && std::ranges::all_of(name, [](QChar c) {
        return (c >= u'a' && c <= u'z') || c == u'_';
    });
}

/// Without comments and with one space for many, outside of quotes: a comment in a migration may be
/// written anew. Without quotes around plain names: SQLite writes them when a table is renamed.
QString bare(QStringView sql)
{
    QString result;
    QChar quote;
    for (qsizetype i = 0; i < sql.size(); ++i) {
        const QChar c = sql[i];
        if (quote.isNull() && c == u'-' && i + 1 < sql.size() && sql[i + 1] == u'-') {
            const qsizetype end = sql.indexOf(u'\n', i);
            i = end < 0 ? sql.size() : end - 1;
            continue;
        }
        if (quote.isNull() && c.isSpace()) {
            if (!result.endsWith(u' '))
                result += u' ';
            continue;
        }
        if (quote.isNull() && c == u'"') {
            const qsizetype end = sql.indexOf(u'"', i + 1);
            const QStringView name = sql.sliced(i + 1, std::max(end - i - 1, qsizetype(0)));
            if (isPlainName(name)) {
                result += name;
                i = end;
                continue;
            }
        }
        if (quote.isNull() && (c == u'\'' || c == u'"'))
            quote = c;
        else if (c == quote)
            quote = QChar();
        result += c;
    }
    return result.trimmed();
}

/// What ANALYZE makes, which only helps SQLite to choose its ways.
bool isStatistics(const QByteArray &name, const QByteArray &sql)
{
    return (name == "sqlite_stat1" && sql == "CREATE TABLE sqlite_stat1(tbl,idx,stat)")
           || (name == "sqlite_stat4"
               && sql == "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)");
}

QByteArray textOf(sqlite3_stmt *row, int column)
{
    const unsigned char *text = sqlite3_column_text(row, column);
    return {reinterpret_cast<const char *>(text), sqlite3_column_bytes(row, column)};
}

/// Calls `take` for each row; false after a fault, which the connection tells.
template <typename Take>
bool forEachRow(sqlite3 *database, const char *sql, Take take)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) != SQLITE_OK)
        return false;
    int answer = SQLITE_ROW;
    while ((answer = sqlite3_step(statement)) == SQLITE_ROW)
        take(statement);
    sqlite3_finalize(statement);
    return answer == SQLITE_DONE;
}

std::optional<Objects> objectsOf(sqlite3 *database)
{
    Objects objects;
    const bool read = forEachRow(
        database, "SELECT type, name, tbl_name, sql FROM sqlite_schema", [&](sqlite3_stmt *row) {
            const QByteArray name = textOf(row, 1);
            const QByteArray sql = textOf(row, 3);
            if (!isStatistics(name, sql))
                objects[{textOf(row, 0), name}] += textOf(row, 2) + '\n' + sql;
        });
    return read ? std::optional(std::move(objects)) : std::nullopt;
}

/// What the migrations up to this number make; the same text for the same number as long as the
/// program runs.
Result<Objects, SqlFault> expectedObjects(int number)
{
    static std::mutex mutex;
    static std::map<int, Objects> known;
    const std::lock_guard lock(mutex);
    if (const auto found = known.find(number); found != known.end())
        return found->second;
    sqlite3 *memory = nullptr;
    const auto closer = qScopeGuard([&memory] { sqlite3_close(memory); });
    bool made = sqlite3_open(":memory:", &memory) == SQLITE_OK;
    QString script = sqlOfTheListOfSteps(false);
    for (const Migration &step : migrations()) {
        if (step.number <= number)
            script += step.textFor(false);
    }
    made = made
           && sqlite3_exec(memory, script.toUtf8().constData(), nullptr, nullptr, nullptr)
                  == SQLITE_OK;
    const auto objects = made ? objectsOf(memory) : std::nullopt;
    if (!objects)
        return fail(faultOf(memory));
    known[number] = *objects;
    return *objects;
}

bool areTheSame(const QByteArray &one, const QByteArray &other)
{
    return one == other || bare(QString::fromUtf8(one)) == bare(QString::fromUtf8(other));
}

/// The first thing that is not as it was made: "trigger stock_evil is not of this program".
QString differenceOf(const Objects &found, const Objects &expected)
{
    const auto named = [](const Objects::value_type &object) {
        return QString::fromUtf8(object.first.first + ' ' + object.first.second);
    };
    for (const auto &object : found) {
        const auto made = expected.find(object.first);
        if (made == expected.end())
            return named(object) + u" is not of this program";
        if (!areTheSame(made->second, object.second))
            return named(object) + u" is not as this program made it";
    }
    for (const auto &object : expected) {
        if (!found.contains(object.first))
            return named(object) + u" is missing";
    }
    return {};
}

/// The file says that it is ours: what cannot even be listed is broken, and not another program's.
OpenFailure unreadable(sqlite3 *database)
{
    OpenFailure failure = openFailure(faultOf(database));
    if (failure.kind == Kind::NotOurs)
        failure.kind = Kind::Damaged;
    return failure;
}

bool hasNoLog(const QString &path)
{
    return QFileInfo(path + u"-wal"_s).size() == 0;
}

} // namespace

std::optional<OpenFailure> checkSqliteSchema(sqlite3 *database)
{
    const auto found = objectsOf(database);
    if (!found)
        return unreadable(database);
    const auto steps = found->find(listOfSteps);
    if (steps == found->end())
        return OpenFailure{Kind::NotOurs, {}};
    const auto nothing = expectedObjects(0);
    if (!nothing)
        return openFailure(nothing.error());
    if (!areTheSame(steps->second, nothing->at(listOfSteps)))
        return OpenFailure{Kind::Altered, differenceOf({*steps}, *nothing)};
    qint64 number = 0;
    if (!forEachRow(database,
                    "SELECT coalesce(max(number), 0) FROM schema_migrations",
                    [&number](sqlite3_stmt *row) { number = sqlite3_column_int64(row, 0); }))
        return unreadable(database);
    const int newest = migrations().back().number;
    if (number <= 0)
        return OpenFailure{Kind::NotOurs, {}};
    if (number > newest)
        return OpenFailure{Kind::Newer, QString::number(number)};
    const auto expected = expectedObjects(int(number));
    if (!expected)
        return openFailure(expected.error());
    if (QString difference = differenceOf(*found, *expected); !difference.isEmpty())
        return OpenFailure{Kind::Altered, std::move(difference)};
    if (number < newest)
        return OpenFailure{Kind::NeedsUpgrade, QString::number(number)};
    return std::nullopt;
}

std::optional<OpenFailure> checkSqliteSchemaUntouched(const QString &path)
{
    if (!hasNoLog(path))
        return std::nullopt;
    sqlite3 *database = nullptr;
    const auto closer = qScopeGuard([&database] { sqlite3_close(database); });
    // immutable: neither locks nor a log, which would be made beside the file.
    const QByteArray uri = "file:" + QUrl::toPercentEncoding(path, "/") + "?immutable=1";
    if (sqlite3_open_v2(uri.constData(), &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nullptr)
        != SQLITE_OK)
        return std::nullopt; // whoever opens it in earnest will be told
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    auto failure = checkSqliteSchema(database);
    const bool told = failure && failure->kind != Kind::NeedsUpgrade
                      && hasNoLog(path); // else somebody has begun to write meanwhile
    return told ? failure : std::nullopt;
}

} // namespace tanaban::storage
