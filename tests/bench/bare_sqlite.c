/* The bare way on SQLite: the C API, one transaction per reservation, processes taking turns by
   flock. Links nothing of the project; works on the tables that its migrations made.

     bare_sqlite fill FILE                   the company of company.h into empty tables
     bare_sqlite count FILE                  rows of the ledger and of the allocations
     bare_sqlite settings FILE
     bare_sqlite one FILE PROCESSES SECONDS spread|hot bare|full SEED
     bare_sqlite batch FILE SETS bare|full FIRST_SET
     bare_sqlite reload FILE FROM            all rows of FROM by one INSERT … SELECT per table
   "bare" writes stock, ledger and allocation; "full" the command and the record of changes too,
   which is all that the program itself writes. */
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/file.h>

#include "company.h"

struct job
{
    const char *file;
    double seconds;
    int hot;
    int full;
    uint64_t seed;
    sqlite3 *db;
    int turn;
    sqlite3_stmt *begin, *commit, *find, *update, *event, *allocation, *command, *change;
};

static void fail(sqlite3 *db)
{
    fprintf(stderr, "bare_sqlite: %s\n", sqlite3_errmsg(db));
    exit(1);
}

static sqlite3 *open_database(const char *file)
{
    sqlite3 *db = NULL;
    if (sqlite3_open_v2(file, &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
        fail(db);
    sqlite3_busy_timeout(db, 5000);
    if (sqlite3_exec(db,
                     "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                     "PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000;"
                     "PRAGMA temp_store = 2; PRAGMA cell_size_check = 1; PRAGMA trusted_schema = 0",
                     NULL,
                     NULL,
                     NULL)
        != SQLITE_OK)
        fail(db);
    return db;
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *text)
{
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v3(db, text, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
        fail(db);
    return statement;
}

/* Steps to the first row or to the end. */
static int step(sqlite3 *db, sqlite3_stmt *statement)
{
    const int result = sqlite3_step(statement);
    if (result != SQLITE_ROW && result != SQLITE_DONE)
        fail(db);
    return result == SQLITE_ROW;
}

static void done(sqlite3 *db, sqlite3_stmt *statement)
{
    step(db, statement);
    sqlite3_reset(statement);
}

static void connect_one(int number, void *context)
{
    struct job *job = context;
    char name[4096];
    (void)number;
    snprintf(name, sizeof name, "%s-bare-turn", job->file);
    job->turn = open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    sqlite3 *db = job->db = open_database(job->file);
    job->begin = prepare(db, "BEGIN IMMEDIATE");
    job->commit = prepare(db, "COMMIT");
    job->find = prepare(db,
                        "SELECT id, on_hand - reserved FROM stock WHERE product_code = ?"
                        " AND status = 'available' AND on_hand > reserved"
                        " ORDER BY received_at, id");
    job->update = prepare(db,
                          "UPDATE stock SET reserved = reserved + ?2, version = version + 1"
                          " WHERE id = ?1 RETURNING version, on_hand, reserved");
    job->event = prepare(
        db,
        "INSERT INTO stock_events (stock_id, version, kind, on_hand_delta, reserved_delta,"
        " on_hand_after, reserved_after, command_id, actor, at)"
        " VALUES (?, ?, 'reserve', 0, ?, ?, ?, ?, 'bench', ?)");
    job->allocation = prepare(db,
                              "INSERT INTO allocations (order_id, line_number, stock_id,"
                              " quantity, state) VALUES (?, ?, ?, ?, 'open')");
    job->command = prepare(db,
                           "INSERT INTO commands (command_id, kind, content_hash, actor, at,"
                           " outcome) VALUES (?, 'reserve', x'00', 'bench', ?, 'committed')");
    job->change = prepare(db,
                          "INSERT INTO changes (entity, key, version, command_id, actor, at,"
                          " after) VALUES ('allocation', ?, 1, ?, 'bench', ?, ?)");
}

static void now_text(char text[32])
{
    struct timespec t;
    struct tm parts;
    clock_gettime(CLOCK_REALTIME, &t);
    gmtime_r(&t.tv_sec, &parts);
    const size_t length = strftime(text, 32, "%Y-%m-%dT%H:%M:%S", &parts);
    snprintf(text + length, 32 - length, ".%06ldZ", t.tv_nsec / 1000);
}

static void bind_text(sqlite3_stmt *statement, int at, const char *text)
{
    sqlite3_bind_text(statement, at, text, -1, SQLITE_STATIC);
}

static void write_stock(struct job *job,
                        int64_t id,
                        int64_t take,
                        const char *command,
                        const char *now)
{
    sqlite3_bind_int64(job->update, 1, id);
    sqlite3_bind_int64(job->update, 2, take);
    step(job->db, job->update);
    sqlite3_bind_int64(job->event, 1, id);
    sqlite3_bind_int64(job->event, 2, sqlite3_column_int64(job->update, 0));
    sqlite3_bind_int64(job->event, 3, take);
    sqlite3_bind_int64(job->event, 4, sqlite3_column_int64(job->update, 1));
    sqlite3_bind_int64(job->event, 5, sqlite3_column_int64(job->update, 2));
    bind_text(job->event, 6, command);
    bind_text(job->event, 7, now);
    sqlite3_reset(job->update);
    done(job->db, job->event);
}

static void write_allocation(struct job *job,
                             int64_t order,
                             int line,
                             int64_t id,
                             int64_t take,
                             const char *command,
                             const char *now)
{
    char key[24];
    char after[160];
    sqlite3_clear_bindings(job->allocation);
    if (order > 0) {
        sqlite3_bind_int64(job->allocation, 1, order);
        sqlite3_bind_int(job->allocation, 2, line);
    }
    sqlite3_bind_int64(job->allocation, 3, id);
    sqlite3_bind_int64(job->allocation, 4, take);
    done(job->db, job->allocation);
    if (!job->full)
        return;
    snprintf(key, sizeof key, "%lld", (long long)sqlite3_last_insert_rowid(job->db));
    snprintf(after,
             sizeof after,
             "{\"order_id\":%lld,\"line_number\":%d,\"stock_id\":%lld,\"quantity\":%lld,"
             "\"state\":\"open\"}",
             (long long)order,
             line,
             (long long)id,
             (long long)take);
    bind_text(job->change, 1, key);
    bind_text(job->change, 2, command);
    bind_text(job->change, 3, now);
    bind_text(job->change, 4, after);
    done(job->db, job->change);
}

static void write_command(struct job *job, const char *command, const char *now)
{
    if (!job->full)
        return;
    bind_text(job->command, 1, command);
    bind_text(job->command, 2, now);
    done(job->db, job->command);
}

static void work_one(int number, struct bench_process *process, void *context)
{
    struct job *job = context;
    uint64_t state = bench_seed(job->seed * 100 + (uint64_t)number);
    const double deadline = process->begun + job->seconds;
    double from = process->begun;
    while (from < deadline) {
        char product[16], command[37], now[32];
        const uint64_t most = job->hot ? bench_hot_products : bench_products;
        snprintf(product, sizeof product, "P%d", (int)(100001 + bench_random(&state) % most));
        bench_uuid(command);
        if (flock(job->turn, LOCK_EX) != 0)
            exit(1);
        done(job->db, job->begin);
        now_text(now);
        write_command(job, command, now);
        bind_text(job->find, 1, product);
        if (!step(job->db, job->find))
            exit(1);
        const int64_t id = sqlite3_column_int64(job->find, 0);
        sqlite3_reset(job->find);
        write_stock(job, id, 1, command, now);
        write_allocation(job, 0, 0, id, 1, command, now);
        done(job->db, job->commit);
        flock(job->turn, LOCK_UN);
        const double to = bench_now();
        bench_sample(process, from, to);
        ++process->done;
        from = to;
    }
}

static int batch(struct job *job, int sets, int first_set)
{
    double elapsed = 0;
    connect_one(0, job);
    for (int set = first_set; set < first_set + sets; ++set) {
        int64_t picked[bench_lines_in_set], sorted[bench_lines_in_set];
        char command[37], now[32];
        bench_pick(set, picked);
        bench_uuid(command);
        memcpy(sorted, picked, sizeof sorted);
        qsort(sorted, bench_lines_in_set, sizeof *sorted, bench_compare_ids);
        const double from = bench_now();
        flock(job->turn, LOCK_EX);
        done(job->db, job->begin);
        now_text(now);
        write_command(job, command, now);
        for (int i = 0; i < bench_lines_in_set;) {
            int same = 1;
            while (i + same < bench_lines_in_set && sorted[i + same] == sorted[i])
                ++same;
            write_stock(job, sorted[i], same, command, now);
            i += same;
        }
        for (int i = 0; i < bench_lines_in_set; ++i)
            write_allocation(job,
                             1 + set * bench_orders_in_set + i / bench_lines_in_order,
                             1 + i % bench_lines_in_order,
                             picked[i],
                             1,
                             command,
                             now);
        done(job->db, job->commit);
        flock(job->turn, LOCK_UN);
        elapsed += bench_now() - from;
    }
    printf("elapsed=%.4f done=%lld\n", elapsed, (long long)sets * bench_lines_in_set);
    return 0;
}

static int64_t number_of(sqlite3 *db, const char *text)
{
    sqlite3_stmt *statement = prepare(db, text);
    step(db, statement);
    const int64_t result = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return result;
}

static int print_counts(const char *file)
{
    sqlite3 *db = open_database(file);
    printf("events=%lld allocations=%lld\n",
           (long long)number_of(db, "SELECT count(*) FROM stock_events"),
           (long long)number_of(db, "SELECT count(*) FROM allocations"));
    sqlite3_close(db);
    return 0;
}

static int print_settings(const char *file)
{
    static const char *const names[] = {"journal_mode",
                                        "synchronous",
                                        "foreign_keys",
                                        "page_size",
                                        "wal_autocheckpoint",
                                        "cache_size",
                                        "mmap_size"};
    sqlite3 *db = open_database(file);
    printf("sqlite=%s ", sqlite3_libversion());
    for (size_t i = 0; i < sizeof names / sizeof *names; ++i) {
        char text[64];
        snprintf(text, sizeof text, "PRAGMA %s", names[i]);
        sqlite3_stmt *statement = prepare(db, text);
        step(db, statement);
        printf("%s=%s ", names[i], (const char *)sqlite3_column_text(statement, 0));
        sqlite3_finalize(statement);
    }
    printf("\n");
    sqlite3_close(db);
    return 0;
}

static int fill(const char *file)
{
    sqlite3 *db = open_database(file);
    if (sqlite3_exec(db,
                     "BEGIN IMMEDIATE;" BENCH_COMPANY(
                         "TEXT", "TEXT", "x'00'") "COMMIT;ANALYZE;"
                                                  "PRAGMA wal_checkpoint(TRUNCATE)",
                     NULL,
                     NULL,
                     NULL)
        != SQLITE_OK)
        fail(db);
    sqlite3_close(db);
    return 0;
}

static int reload(const char *file, const char *from)
{
    sqlite3 *db = open_database(file);
    sqlite3_stmt *attach = prepare(db, "ATTACH ? AS source");
    bind_text(attach, 1, from);
    done(db, attach);
    sqlite3_finalize(attach);
    const double start = bench_now();
    int64_t rows = 0;
    for (int i = -1; i <= bench_table_count; ++i) {
        char text[160];
        if (i < 0)
            strcpy(text, "BEGIN IMMEDIATE");
        else if (i == bench_table_count)
            strcpy(text, "COMMIT");
        else
            snprintf(text,
                     sizeof text,
                     "INSERT OR IGNORE INTO main.%s SELECT * FROM source.%s",
                     bench_tables[i],
                     bench_tables[i]);
        if (sqlite3_exec(db, text, NULL, NULL, NULL) != SQLITE_OK)
            fail(db);
        rows += i >= 0 && i < bench_table_count ? sqlite3_changes(db) : 0;
    }
    printf("elapsed=%.4f done=%lld\n", bench_now() - start, (long long)rows);
    sqlite3_close(db);
    return 0;
}

int main(int argc, char **argv)
{
    const char *what = argc > 2 ? argv[1] : "";
    if (strcmp(what, "fill") == 0)
        return fill(argv[2]);
    if (strcmp(what, "count") == 0)
        return print_counts(argv[2]);
    if (strcmp(what, "settings") == 0)
        return print_settings(argv[2]);
    if (strcmp(what, "reload") == 0 && argc == 4)
        return reload(argv[2], argv[3]);
    struct job job = {.file = argc > 2 ? argv[2] : ""};
    if (strcmp(what, "one") == 0 && argc == 8) {
        job.seconds = atof(argv[4]);
        job.hot = strcmp(argv[5], "hot") == 0;
        job.full = strcmp(argv[6], "full") == 0;
        job.seed = (uint64_t)atoll(argv[7]);
        return bench_run(atoi(argv[3]), connect_one, work_one, &job);
    }
    if (strcmp(what, "batch") == 0 && argc == 6) {
        job.full = strcmp(argv[4], "full") == 0;
        return batch(&job, atoi(argv[3]), atoi(argv[5]));
    }
    fprintf(stderr, "wrong usage: see the head of bare_sqlite.c\n");
    return 2;
}
