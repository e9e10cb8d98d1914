// Files that say that they are databases of ours: flipped and cut, with tables, triggers and views that
// others made, and with a log that is not theirs. Each is opened as both programs open it, and worked
// with as far as it lets itself be opened.
#include "model/commandrunner.h"
#include "storage/gate.h"
#include "tests/fuzz/target.h"
#include "tests/support/filecontent.h"
#include "tests/support/testdatabase.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include <algorithm>
#include <random>
#include <sqlite3.h>

using namespace tanaban;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype pageSize = 4096;

/// A small company in a file, and the log of one more command.
class Company
{
public:
    Company()
    {
        static int argc = 1;
        static char name[] = "fuzz_database";
        static char *argv[] = {name, nullptr};
        if (!QCoreApplication::instance())
            new QCoreApplication(argc, argv); // as long as the program
        {
            test::TestDatabase database(test::Engine::Sqlite);
            test::StockSeed seed;
            seed.reserved = 3;
            for (const char *product : {"TEA-1", "MLK-9", "P1", "P2", "P3", "P4"}) {
                seed.product = QString::fromLatin1(product);
                database.stockRow(seed);
            }
            database.close(); // its log goes into the file
            file = test::contentOf(database.url().path);
        }
        put(file);
        storage::SqlGate gate;
        {
            const auto database = gate.open(url, u"tester"_s, false);
            fuzz::require(database.ok(), "and opened");
            use(**database, true);
        }
        log = test::contentOf(url.path + u"-wal"_s);
        fuzz::require(file.size() > 20 * pageSize && log.size() > pageSize, "it has some pages");
    }

    /// Puts these bytes in its place, alone.
    void put(const QByteArray &content, const QByteArray &itsLog = {}) const
    {
        for (const QString &suffix : {u"-wal"_s, u"-shm"_s, u"-turn"_s, u"-journal"_s})
            QFile::remove(url.path + suffix);
        QFile::remove(url.path); // a new file, as when somebody copies one there
        fuzz::require(test::put(url.path, content), "there is room for a file");
        if (!itsLog.isEmpty())
            fuzz::require(test::put(url.path + u"-wal"_s, itsLog), "and for its log");
    }

    /// Reads a list; or everything that the window shows, and sends a command.
    static void use(Database &database, bool everything)
    {
        Store &store = database.store();
        const auto ids = store.stockIds({}, {}, 50);
        const std::vector<qint64> some = ids ? *ids : std::vector<qint64>{1};
        static_cast<void>(store.stockRows(some));
        static_cast<void>(store.history(some.empty() ? 1 : some.front(), 0, 50));
        if (!everything)
            return;
        look(database);
        SystemClock clock;
        NoJournal journal;
        CommandRunner runner(store, clock, journal, [] { return 0.0; });
        runner.run({newCommandId(), Reserve{some.empty() ? 1 : some.back(), 1}, {}, u"tester"_s},
                   ConflictPolicy::Retry);
    }

private:
    static void look(Database &database)
    {
        Store &store = database.store();
        static_cast<void>(store.zones());
        static_cast<void>(store.warehouses());
        static_cast<void>(store.people());
        static_cast<void>(store.findProducts(u"a"_s, 20));
        static_cast<void>(store.changeMark());
        StockFilter search;
        search.text = u"tea"_s;
        static_cast<void>(store.stockIds(search, {StockColumn::Expires, true}, 50));
        static_cast<void>(database.ledger().entries({}, {}, 50));
    }

public:
    QTemporaryDir folder{QDir(u"/dev/shm"_s).exists() ? u"/dev/shm/tanaban-fuzz-XXXXXX"_s
                                                      : QString()};
    DatabaseUrl url = [this] {
        DatabaseUrl result;
        result.path = folder.filePath(u"stock.db"_s);
        return result;
    }();
    QByteArray file;
    QByteArray log;
};

const Company &company()
{
    static const Company company;
    return company;
}

/// Four bytes each: page, place in it (two), new byte. A page that is not there cuts the file.
QByteArray flipped(const QByteArray &changes)
{
    QByteArray content = company().file;
    for (qsizetype i = 0; i + 4 <= changes.size() && !content.isEmpty(); i += 4) {
        const auto byte = [&changes, i](qsizetype at) { return qsizetype(uchar(changes[i + at])); };
        const qsizetype place = byte(1) * 256 + byte(2);
        // Half of them where a page tells what is in it.
        const qsizetype within = place >= 0x8000 ? place % pageSize : place % 40;
        const qsizetype at = byte(0) * pageSize + within;
        if (at < content.size())
            content[at] = changes[i + 3];
        else if (byte(0) == 255)
            content.truncate((place * 7919) % content.size());
    }
    return content;
}

/// 2,000 of them, always the same.
std::vector<QByteArray> flipsAndCuts()
{
    std::mt19937 random(20261128);
    std::vector<QByteArray> inputs;
    while (inputs.size() < 2000) {
        QByteArray input = "f";
        for (auto changes = 1 + random() % 3; changes > 0; --changes) {
            const bool cut = random() % 12 == 0;
            input += char(cut ? 255 : random() % size_t(company().file.size() / pageSize));
            for (int byte = 0; byte < 3; ++byte)
                input += char(random() % 256);
        }
        inputs.push_back(input);
    }
    return inputs;
}

/// Runs SQL as somebody with a shell of SQLite could, without an end to what he may do.
QByteArray alteredBy(const QByteArray &sql)
{
    company().put(company().file);
    const QByteArray path = QFile::encodeName(company().url.path);
    sqlite3 *shell = nullptr;
    fuzz::require(sqlite3_open(path.constData(), &shell) == SQLITE_OK, "SQLite opens its own");
    sqlite3_limit(shell, SQLITE_LIMIT_ATTACHED, 0); // no other files
    sqlite3_limit(shell, SQLITE_LIMIT_LENGTH, 1'000'000);
    sqlite3_progress_handler(
        shell, 50'000, [](void *) { return 1; }, nullptr);
    sqlite3_exec(shell, "PRAGMA writable_schema = 1", nullptr, nullptr, nullptr);
    sqlite3_exec(shell, sql.constData(), nullptr, nullptr, nullptr);
    sqlite3_exec(shell, "ROLLBACK", nullptr, nullptr, nullptr);
    sqlite3_exec(shell, "PRAGMA wal_checkpoint(TRUNCATE)", nullptr, nullptr, nullptr);
    sqlite3_close(shell);
    return test::contentOf(company().url.path);
}

/// What must hold when nothing is said against a database, asked without any code of ours.
bool isSound(const QString &path)
{
    sqlite3 *database = nullptr;
    sqlite3_open_v2(QFile::encodeName(path).constData(), &database, SQLITE_OPEN_READWRITE, nullptr);
    sqlite3_stmt *count = nullptr;
    const int prepared = sqlite3_prepare_v2(
        database,
        "SELECT (SELECT count(*) FROM stock WHERE on_hand < 0 OR reserved < 0 OR reserved > "
        "on_hand) + "
        "(SELECT count(*) FROM stock s WHERE s.on_hand <> (SELECT coalesce(sum(e.on_hand_delta), "
        "0) "
        "FROM stock_events e WHERE e.stock_id = s.id)) + (SELECT count(*) FROM sqlite_schema "
        "WHERE type = 'view' OR (type = 'trigger' AND name NOT LIKE '%\\_no\\_%' ESCAPE '\\'))",
        -1,
        &count,
        nullptr);
    const bool sound = prepared == SQLITE_OK && sqlite3_step(count) == SQLITE_ROW
                       && sqlite3_column_int64(count, 0) == 0;
    sqlite3_finalize(count);
    sqlite3_close(database);
    return sound;
}

void openAndUse(const QByteArray &content, const QByteArray &log, bool everything)
{
    using fuzz::require;
    const DatabaseUrl &url = company().url;
    company().put(content, log);
    storage::SqlGate gate(nullptr, 50ms);
    auto opened = gate.open(url, u"tester"_s, false);
    if (!opened) {
        require(!messageOf(opened.error()).isEmpty(), "it is refused in words");
        require(test::contentOf(url.path) == content, "what is refused is not touched");
        require(log.isEmpty() || test::contentOf(url.path + u"-wal"_s) == log, "nor its log");
        return;
    }
    if (everything) {
        const auto findings = (*opened)->auditor().verify();
        const bool clean = findings && std::ranges::all_of(*findings, [](const auto &check) {
                               return check.count == 0;
                           });
        require(!clean || isSound(url.path), "what verify lets pass is sound");
    }
    Company::use(**opened, everything);
}

} // namespace

namespace tanaban::fuzz {

const Target &target()
{
    static const Target target = [] {
        Target result;
        // f: flips; s: SQL; w: a log beside the file; d: a whole file.
        result.seeds = {
            "f",
            "f\x01\x80\x10z",
            "f\x05\x00\x03\x7f\x06\x00\x05\x01",
            QByteArray("f\x00\x00\x12\x01", 5),
            "f\xff\x12\x34\x00",
            "sCREATE TRIGGER evil AFTER UPDATE ON stock BEGIN DELETE FROM stock_events; END",
            "sCREATE VIEW lots AS SELECT 1",
            "sDROP TABLE changes; CREATE VIEW changes AS "
            "SELECT name AS entity, hex(zeroblob(999)) AS key FROM sqlite_schema",
            "sUPDATE sqlite_schema SET sql = 'CREATE TABLE stock (id)' WHERE name = 'stock'",
            "sUPDATE stock SET on_hand = on_hand + 1",
            "sUPDATE schema_migrations SET number = 2147483648",
            "sDELETE FROM schema_migrations",
            "sPRAGMA journal_mode = DELETE; PRAGMA user_version = 77",
            "sDROP INDEX lots_by_expiry; VACUUM",
            "w",
            'w' + company().log.left(9000),
            'd' + company().file.left(2 * pageSize),
            "dSQLite format 3"};
        result.pieces = {"CREATE TRIGGER t ",
                         "AFTER INSERT ON ",
                         "BEFORE UPDATE ON ",
                         "stock",
                         "lots",
                         "people",
                         "commands",
                         "schema_migrations",
                         "sqlite_schema",
                         " BEGIN ",
                         " END;",
                         "SELECT ",
                         "DELETE FROM ",
                         "UPDATE ",
                         "DROP TABLE ",
                         "DROP INDEX ",
                         "ALTER TABLE stock ADD COLUMN x",
                         "CREATE VIRTUAL TABLE v USING fts5(a);",
                         "INSERT INTO ",
                         "VALUES (1);",
                         "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL "
                         "SELECT n + 1 FROM r) SELECT * FROM r",
                         "randomblob(9)",
                         "PRAGMA ",
                         "page_size = 512;",
                         "VACUUM;",
                         "CHECK (abs(on_hand) > 0)",
                         "on_hand",
                         "NULL",
                         "x'00'",
                         "1e308",
                         "CREATE TABLE sqlite_stat1(tbl,idx,stat);",
                         "type",
                         "name",
                         QByteArray("\x00\x00\x00\x00", 4),
                         "\xff\xff\xff\xff",
                         QByteArray("\x00\x00\x10\x00", 4),
                         "SQLite format 3"};
        result.heavy = flipsAndCuts;
        result.inputs = 150;
        return result;
    }();
    return target;
}

} // namespace tanaban::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const QByteArray rest = input.mid(1);
    const fuzz::MemoryLimit memory;
    const bool everything = size > 0 && data[size - 1] % 4 == 0; // it takes long
    switch (size == 0 ? 'd' : input[0]) {
    case 's':
        openAndUse(alteredBy(rest), {}, true);
        break;
    case 'w':
        openAndUse(company().file, rest, everything);
        break;
    case 'd':
        openAndUse(rest, {}, everything);
        break;
    default:
        openAndUse(flipped(rest), {}, everything);
    }
    memory.check(qint64(size) + 4 * company().file.size());
    return 0;
}
