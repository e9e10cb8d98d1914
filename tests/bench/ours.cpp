// The same work through the program's own layer, for tests/bench/run to set beside the bare ways:
//   ours one URL PROCESSES SECONDS spread|hot known|load|held journal|plain SEED
//   ours orders URL SETS                     the orders of company.h, 100 to a change set
//   ours batch URL SETS FIRST_SET
//   ours settings URL
//   ours paced URL RATE [WAREHOUSE ZONE PRODUCT]   that many one-line changes a second until its input ends;
//                                            with a place, every other one is a receipt there
// "known" commits on rows that were read before the barrier, as a window does that shows them;
// "load" reads the row again for every reservation; "held" does so too, insists on the version that it
// read, and begins again when somebody was faster. "journal" writes the intent file, as every
// program does for a person. "paced" is told on its input which stock rows somebody looks at, a line
// of ids each time: every other change is of one of them.
#include "model/commandrunner.h"
#include "storage/connection.h"
#include "storage/fileintentjournal.h"
#include "storage/gate.h"
#include "storage/statement.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <company.h>
#include <poll.h>

using namespace Qt::StringLiterals;
using namespace tanaban;

namespace {

constexpr int knownRows = 2000; ///< that each process reads before the barrier

[[noreturn]] void die(const QString &what)
{
    fprintf(stderr, "ours: %s\n", qPrintable(what));
    _exit(1);
}

QString wordsOf(const CommitOutcome &outcome)
{
    static const char *const names[] = {
        "committed", "version conflict", "overtaken", "rejected", "busy", "unavailable"};
    QString text = QString::fromLatin1(names[outcome.index()]);
    if (const auto *rejected = std::get_if<Rejected>(&outcome))
        text += u": "_s + messageOf(rejected->error);
    return text;
}

DatabaseUrl urlOf(const char *text)
{
    auto url = DatabaseUrl::parse(QString::fromLocal8Bit(text));
    if (!url)
        die(url.error());
    return *url;
}

struct Job
{
    DatabaseUrl url;
    double seconds = 1;
    bool hot = false;
    bool load = false;
    bool held = false;
    bool journal = false;
    uint64_t seed = 0;

    SystemClock clock;
    storage::SqlGate gate;
    std::unique_ptr<Database> database;
    std::unique_ptr<IntentJournal> intents;
    std::vector<StockContext> known;

    void open()
    {
        auto opened = gate.open(url, {});
        if (!opened)
            die(messageOf(opened.error()));
        database = std::move(*opened);
    }

    StockContext context(qint64 id)
    {
        auto read = database->store().stock(id);
        if (!read || !*read)
            die(u"no stock row %1"_s.arg(id));
        return **read;
    }
};

void connectOne(int number, void *context)
{
    auto *job = static_cast<Job *>(context);
    job->open();
    if (job->journal)
        job->intents = std::make_unique<storage::FileIntentJournal>(job->url);
    else
        job->intents = std::make_unique<NoJournal>();
    // The first lot of each product: the row that the bare function finds first, too.
    uint64_t state = bench_seed(job->seed * 100 + uint64_t(number) + 50);
    const int rows = job->hot ? int(bench_hot_products) : knownRows;
    for (int i = 0; i < rows; ++i) {
        const qint64 id = job->hot ? i + 1 : 1 + qint64(bench_random(&state) % bench_products);
        job->known.push_back(job->context(id));
    }
}

/// As programs do that hold a version: read, write if it is still that, otherwise from the beginning.
CommandResult reserveHolding(Job &job, CommandRunner &runner, qint64 id)
{
    CommandResult result;
    StockCommand command{newCommandId(), Reserve{id, 1}, {}, job.database->store().actor()};
    do {
        const StockContext seen = job.context(id);
        command.expectedVersion = seen.row.version;
        result = runner.run(command, ConflictPolicy::Ask, &seen);
    } while (std::holds_alternative<VersionConflict>(result.outcome));
    return result;
}

void workOne(int number, bench_process *process, void *context)
{
    auto *job = static_cast<Job *>(context);
    uint64_t state = bench_seed(job->seed * 100 + uint64_t(number));
    CommandRunner runner(job->database->store(), job->clock, *job->intents, [&state] {
        return double(bench_random(&state) % 1000) / 1000;
    });
    const double deadline = process->begun + job->seconds;
    double from = process->begun;
    while (from < deadline) {
        const StockContext &known = job->known[bench_random(&state) % job->known.size()];
        const StockCommand command{
            newCommandId(), Reserve{known.row.id, 1}, {}, job->database->store().actor()};
        const CommandResult result = job->held ? reserveHolding(*job, runner, known.row.id)
                                               : runner.run(command,
                                                            ConflictPolicy::Retry,
                                                            job->load ? nullptr : &known);
        if (!std::holds_alternative<Committed>(result.outcome))
            die(wordsOf(result.outcome));
        const double to = bench_now();
        bench_sample(process, from, to);
        ++process->done;
        from = to;
    }
    job->intents.reset();
    job->database.reset();
}

void commit(Store &store, const ChangeSet &changes)
{
    const CommitOutcome outcome = store.commit(changes);
    if (!std::holds_alternative<Committed>(outcome))
        die(wordsOf(outcome));
}

int makeOrders(Job &job, int sets)
{
    job.open();
    Store &store = job.database->store();
    for (int set = 0; set < sets; ++set) {
        int64_t picked[bench_lines_in_set];
        bench_pick(set, picked);
        ChangeSet changes;
        changes.intent = {newCommandId(), u"order"_s, {{u"set"_s, set}}, store.actor(), {}, {}};
        for (int order = 0; order < bench_orders_in_set; ++order) {
            QJsonArray lines;
            for (int line = 0; line < bench_lines_in_order; ++line) {
                const int64_t row = picked[order * bench_lines_in_order + line];
                lines.append(QJsonObject{
                    {u"line_number"_s, line + 1},
                    {u"product_code"_s, u"P%1"_s.arg(bench_product_of(row))},
                    {u"quantity"_s, 1},
                });
            }
            const int number = 1 + set * bench_orders_in_set + order;
            RecordChange record;
            record.entity = Entity::Order;
            record.key = {{u"number"_s, u"O%1"_s.arg(number)}};
            record.fields = {
                {u"partner_code"_s, u"C001"_s}, {u"state"_s, u"open"_s}, {u"lines"_s, lines}};
            changes.records.push_back(record);
        }
        commit(store, changes);
    }
    return 0;
}

int batch(Job &job, int sets, int firstSet)
{
    job.open();
    Store &store = job.database->store();
    double elapsed = 0;
    for (int set = firstSet; set < firstSet + sets; ++set) {
        int64_t picked[bench_lines_in_set];
        bench_pick(set, picked);
        const double from = bench_now();
        ChangeSet changes;
        changes.intent = {newCommandId(), u"allocate"_s, {{u"set"_s, set}}, store.actor(), {}, {}};
        std::map<qint64, qint64> taken;
        for (int i = 0; i < bench_lines_in_set; ++i) {
            AllocationChange allocation;
            allocation.orderId = 1 + set * bench_orders_in_set + i / bench_lines_in_order;
            allocation.line = 1 + i % bench_lines_in_order;
            allocation.stockId = picked[i];
            allocation.quantity = 1;
            changes.allocations.push_back(allocation);
            ++taken[picked[i]];
        }
        for (const auto &[row, quantity] : taken) {
            StockChange change;
            change.id = row;
            change.kind = EventKind::Reserve;
            change.reservedDelta = quantity;
            changes.stock.push_back(change);
        }
        commit(store, changes);
        elapsed += bench_now() - from;
    }
    printf("elapsed=%.4f done=%d\n", elapsed, sets * bench_lines_in_set);
    return 0;
}

/// Rows that somebody looks at, as far as the input tells; false once it has ended.
class LookedAt
{
public:
    bool waitUntil(double time)
    {
        for (;;) {
            const double rest = time - bench_now();
            pollfd input{STDIN_FILENO, POLLIN, 0};
            if (poll(&input, 1, rest > 0 ? int(rest * 1000) + 1 : 0) <= 0)
                return true;
            char text[8192];
            const ssize_t size = read(STDIN_FILENO, text, sizeof text);
            if (size <= 0)
                return false;
            m_text.append(text, size);
            const qsizetype end = m_text.lastIndexOf('\n');
            if (end < 0)
                continue;
            const qsizetype begin = m_text.lastIndexOf('\n', end - 1) + 1;
            m_rows.clear();
            for (const QByteArray &id : m_text.mid(begin, end - begin).split(' ')) {
                if (id.toLongLong() > 0)
                    m_rows.push_back(id.toLongLong());
            }
            m_text.remove(0, end + 1);
        }
    }
    const std::vector<qint64> &rows() const { return m_rows; }

private:
    QByteArray m_text;
    std::vector<qint64> m_rows;
};

/// Changes, so many a second; every other one is a receipt where `into` names a place.
int paced(Job &job, int perSecond, const StockKey &into = {})
{
    constexpr size_t startingUp = 2; // of the connection; not what somebody waits for all day
    job.open();
    Store &store = job.database->store();
    const auto all = store.stockIds({}, {}, 0);
    if (!all || all->empty())
        die(u"no stock"_s);
    storage::FileIntentJournal journal(job.url);
    uint64_t state = bench_seed(uint64_t(getpid()));
    CommandRunner runner(
        store, job.clock, journal, [&state] { return double(bench_random(&state) % 1000) / 1000; });
    printf("ready\n");
    fflush(stdout);
    LookedAt looked;
    std::vector<double> times;
    size_t done = 0;
    const double begun = bench_now();
    while (looked.waitUntil(begun + double(done) / perSecond)) {
        const std::vector<qint64> &rows = done % 2 == 0 || looked.rows().empty() ? *all
                                                                                 : looked.rows();
        const qint64 id = rows[bench_random(&state) % rows.size()];
        const double from = bench_now();
        StockCommand command{
            newCommandId(), Adjust{id, 1, u"found"_s}, {}, job.database->store().actor()};
        if (!into.product.isEmpty() && done % 2 == 1)
            command.action = Receive{into, 1, {}};
        const CommandResult result = runner.run(command, ConflictPolicy::Retry);
        if (!std::holds_alternative<Committed>(result.outcome))
            die(wordsOf(result.outcome));
        if (++done > startingUp)
            times.push_back((bench_now() - from) * 1000);
    }
    const double elapsed = bench_now() - begun;
    if (times.empty())
        die(u"it ended too soon"_s);
    std::ranges::sort(times);
    const size_t last = times.size() - 1;
    printf("elapsed=%.2f done=%zu rate=%.1f p50=%.2f p99=%.2f max=%.2f\n",
           elapsed,
           done,
           double(done) / elapsed,
           times[last / 2],
           times[last * 99 / 100],
           times[last]);
    return 0;
}

/// Asked on a connection of the program's own kind.
int printSettings(const Job &job)
{
    storage::ConnectionConfig config;
    config.url = job.url;
    auto opened = storage::Connection::open(config, std::make_shared<StoreCounters>());
    if (!opened)
        die(u"cannot connect"_s);
    storage::Connection &connection = **opened;
    const QStringList names = connection.isPostgres() ? QStringList{u"server_version"_s,
                                                                    u"fsync"_s,
                                                                    u"synchronous_commit"_s,
                                                                    u"full_page_writes"_s,
                                                                    u"shared_buffers"_s,
                                                                    u"max_wal_size"_s,
                                                                    u"plan_cache_mode"_s,
                                                                    u"jit"_s}
                                                      : QStringList{u"journal_mode"_s,
                                                                    u"synchronous"_s,
                                                                    u"foreign_keys"_s,
                                                                    u"page_size"_s,
                                                                    u"wal_autocheckpoint"_s,
                                                                    u"cache_size"_s,
                                                                    u"mmap_size"_s};
    for (const QString &name : names) {
        storage::Statement query(connection,
                                 connection.isPostgres()
                                     ? QString(u"SELECT current_setting('"_s + name + u"')"_s)
                                     : QString(u"PRAGMA "_s + name));
        if (query.exec() && query.next())
            printf("%s=%s ", qPrintable(name), qPrintable(query.text(0)));
    }
    printf("\n");
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    const std::string what = argc > 2 ? argv[1] : "";
    Job job;
    if (argc > 2)
        job.url = urlOf(argv[2]);
    if (what == "one" && argc == 9) {
        // No application object yet: it must not be shared by forked processes.
        job.seconds = atof(argv[4]);
        job.hot = argv[5] == std::string("hot");
        job.load = argv[6] == std::string("load");
        job.held = argv[6] == std::string("held");
        job.journal = argv[7] == std::string("journal");
        job.seed = uint64_t(atoll(argv[8]));
        return bench_run(atoi(argv[3]), connectOne, workOne, &job);
    }
    const QCoreApplication application(argc, argv);
    if (what == "orders" && argc == 4)
        return makeOrders(job, atoi(argv[3]));
    if (what == "batch" && argc == 5)
        return batch(job, atoi(argv[3]), atoi(argv[4]));
    if (what == "paced" && argc == 4)
        return paced(job, std::max(1, atoi(argv[3])));
    if (what == "paced" && argc == 7) {
        StockKey into;
        into.warehouse = QString::fromLatin1(argv[4]);
        into.zone = atoi(argv[5]);
        into.product = QString::fromLatin1(argv[6]);
        return paced(job, std::max(1, atoi(argv[3])), into);
    }
    if (what == "settings")
        return printSettings(job);
    fprintf(stderr, "wrong usage: see the head of ours.cpp\n");
    return 2;
}
