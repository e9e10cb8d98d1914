/* The bare way on PostgreSQL: libpq, prepared statements, one call per reservation. Links nothing
   of the project; works on the tables that its migrations made.

     bare_pg fill CONNINFO                   the company of company.h into empty tables
     bare_pg count CONNINFO                  rows of the ledger and of the allocations
     bare_pg settings CONNINFO
     bare_pg one CONNINFO PROCESSES SECONDS spread|hot bare|full SEED
     bare_pg batch CONNINFO SETS bare|full FIRST_SET
     bare_pg allocate CONNINFO SETS AT_ONCE  the same orders; which rows they take, first in first
                                             out, the statement finds by itself
     bare_pg reload CONNINFO FROM            all rows of FROM by one INSERT … SELECT per table; they
                                             are brought over by COPY before the clock starts
   "bare" writes stock, ledger and allocation; "full" the command and the record of changes too,
   which is all that the program itself writes. */
#include <libpq-fe.h>

#include "company.h"

struct job
{
    const char *conninfo;
    double seconds;
    int hot;
    int full;
    uint64_t seed;
    PGconn *connection;
};

static const char *const functions =
    "CREATE SCHEMA IF NOT EXISTS bare;"
    "CREATE OR REPLACE FUNCTION bare.reserve(p_product text, p_quantity bigint, p_command uuid,"
    " p_full boolean) RETURNS bigint LANGUAGE plpgsql AS $$\n"
    "DECLARE r record; v_left bigint := p_quantity; v_take bigint; v_now timestamptz;"
    " v_allocation bigint; v_after bigint; v_version bigint;\n"
    "BEGIN\n"
    " IF p_full THEN INSERT INTO public.commands (command_id, kind, content_hash, actor, at, "
    "outcome)"
    " VALUES (p_command, 'reserve', '\\x00', session_user, clock_timestamp(), 'committed'); END "
    "IF;\n"
    " WHILE v_left > 0 LOOP\n"
    "  SELECT id, on_hand, reserved INTO r FROM public.stock WHERE product_code = p_product"
    "   AND status = 'available' AND on_hand > reserved ORDER BY received_at, id LIMIT 1 FOR "
    "UPDATE;\n"
    "  IF NOT FOUND THEN RAISE EXCEPTION 'short'; END IF;\n"
    "  v_take := least(v_left, r.on_hand - r.reserved); v_now := clock_timestamp();\n"
    "  UPDATE public.stock SET reserved = reserved + v_take, version = version + 1 WHERE id = r.id"
    "   RETURNING version, reserved INTO v_version, v_after;\n"
    "  INSERT INTO public.stock_events (stock_id, version, kind, on_hand_delta, reserved_delta,"
    "   on_hand_after, reserved_after, command_id, actor, at) VALUES (r.id, v_version, 'reserve', "
    "0,"
    "   v_take, r.on_hand, v_after, p_command, session_user, v_now);\n"
    "  INSERT INTO public.allocations (stock_id, quantity, state) VALUES (r.id, v_take, 'open')"
    "   RETURNING id INTO v_allocation;\n"
    "  IF p_full THEN INSERT INTO public.changes (entity, key, version, command_id, actor, at, "
    "after)"
    "   VALUES ('allocation', v_allocation::text, 1, p_command, session_user, v_now,"
    "    jsonb_build_object('order_id', null, 'line_number', null, 'stock_id', r.id,"
    "     'quantity', v_take, 'state', 'open')); END IF;\n"
    "  v_left := v_left - v_take;\n"
    " END LOOP;\n"
    " RETURN v_version;\n"
    "END $$;";

/* One statement for a whole change set: one event per stock row, one allocation per order line. */
#define BATCH_CTE                                                                                  \
    "WITH d AS (SELECT * FROM unnest($1::bigint[], $2::bigint[]) AS d (id, quantity)),"            \
    " u AS (UPDATE stock s SET reserved = s.reserved + d.quantity, version = s.version + 1 FROM d" \
    "  WHERE s.id = d.id AND s.status = 'available' AND s.on_hand - s.reserved >= d.quantity"      \
    "  RETURNING s.id, s.version, s.on_hand, s.reserved, d.quantity),"                             \
    " e AS (INSERT INTO stock_events (stock_id, version, kind, on_hand_delta, reserved_delta,"     \
    "  on_hand_after, reserved_after, command_id, actor, at)"                                      \
    "  SELECT id, version, 'reserve', 0, quantity, on_hand, reserved, $7::uuid, session_user,"     \
    "  clock_timestamp() FROM u),"                                                                 \
    " a AS (INSERT INTO allocations (order_id, line_number, stock_id, quantity, state)"            \
    "  SELECT o, l, s, q, 'open' FROM unnest($3::bigint[], $4::int[], $5::bigint[], $6::bigint[])" \
    "  AS x (o, l, s, q) RETURNING id, order_id, line_number, stock_id, quantity)"
static const char *const batch_bare = BATCH_CTE " SELECT count(*) FROM u";
static const char *const batch_full = BATCH_CTE
    ", c AS (INSERT INTO commands (command_id, kind, content_hash, actor, at, outcome)"
    "  VALUES ($7, 'allocate', '\\x00', session_user, clock_timestamp(), 'committed'))"
    ", h AS (INSERT INTO changes (entity, key, version, command_id, actor, at, after)"
    "  SELECT 'allocation', a.id::text, 1, $7, session_user, clock_timestamp(),"
    "  jsonb_build_object('order_id', a.order_id, 'line_number', a.line_number, 'stock_id',"
    "  a.stock_id, 'quantity', a.quantity, 'state', 'open') FROM a)"
    " SELECT count(*) FROM u";

/* Orders $1 to $2: intervals of demand against intervals of supply, each by product. */
static const char *const allocate_set =
    "WITH demand AS (SELECT l.order_id, l.line_number, l.product_code, l.quantity,"
    "  sum(l.quantity) OVER (PARTITION BY l.product_code ORDER BY l.order_id, l.line_number) AS "
    "upto"
    "  FROM order_lines l JOIN orders o ON o.id = l.order_id"
    "  WHERE l.order_id BETWEEN $1 AND $2 AND o.state = 'open'),"
    " supply AS (SELECT id, product_code, on_hand - reserved AS free, sum(on_hand - reserved)"
    "  OVER (PARTITION BY product_code ORDER BY received_at, id) AS upto FROM stock"
    "  WHERE product_code IN (SELECT product_code FROM demand) AND status = 'available'"
    "  AND on_hand > reserved),"
    " picks AS (SELECT d.order_id, d.line_number, s.id,"
    "  least(d.upto, s.upto) - greatest(d.upto - d.quantity, s.upto - s.free) AS quantity"
    "  FROM demand d JOIN supply s ON s.product_code = d.product_code"
    "  AND s.upto - s.free < d.upto AND d.upto - d.quantity < s.upto),"
    " u AS (UPDATE stock s SET reserved = s.reserved + p.quantity, version = s.version + 1"
    "  FROM (SELECT id, sum(quantity) AS quantity FROM picks GROUP BY id) p WHERE s.id = p.id"
    "  AND s.on_hand - s.reserved >= p.quantity"
    "  RETURNING s.id, s.version, s.on_hand, s.reserved, p.quantity),"
    " e AS (INSERT INTO stock_events (stock_id, version, kind, on_hand_delta, reserved_delta,"
    "  on_hand_after, reserved_after, command_id, actor, at)"
    "  SELECT id, version, 'reserve', 0, quantity, on_hand, reserved, $3::uuid, session_user,"
    "  clock_timestamp() FROM u),"
    " a AS (INSERT INTO allocations (order_id, line_number, stock_id, quantity, state)"
    "  SELECT order_id, line_number, id, quantity, 'open' FROM picks RETURNING id)"
    " SELECT count(*) FROM a";

static void check(PGconn *connection, PGresult *result, ExecStatusType wanted)
{
    if (PQresultStatus(result) == wanted)
        return;
    fprintf(stderr, "bare_pg: %s\n", PQerrorMessage(connection));
    exit(1);
}

static void run_text(PGconn *connection, const char *text)
{
    PGresult *result = PQexec(connection, text);
    if (PQresultStatus(result) != PGRES_TUPLES_OK)
        check(connection, result, PGRES_COMMAND_OK);
    PQclear(result);
}

static PGconn *open_connection(const char *conninfo)
{
    PGconn *connection = PQconnectdb(conninfo);
    if (PQstatus(connection) != CONNECTION_OK) {
        fprintf(stderr, "bare_pg: %s\n", PQerrorMessage(connection));
        exit(1);
    }
    run_text(connection, "SET client_min_messages = warning");
    run_text(connection, "SET plan_cache_mode = force_generic_plan");
    run_text(connection, "SET jit = off");
    return connection;
}

static void connect_one(int number, void *context)
{
    struct job *job = context;
    (void)number;
    job->connection = open_connection(job->conninfo);
    PGresult *result = PQprepare(job->connection,
                                 "reserve",
                                 job->full ? "SELECT bare.reserve($1, $2, $3, true)"
                                           : "SELECT bare.reserve($1, $2, $3, false)",
                                 3,
                                 NULL);
    check(job->connection, result, PGRES_COMMAND_OK);
    PQclear(result);
}

static void work_one(int number, struct bench_process *process, void *context)
{
    const struct job *job = context;
    uint64_t state = bench_seed(job->seed * 100 + (uint64_t)number);
    const double deadline = process->begun + job->seconds;
    double from = process->begun;
    while (from < deadline) {
        char product[16];
        char command[37];
        const uint64_t most = job->hot ? bench_hot_products : bench_products;
        snprintf(product, sizeof product, "P%d", (int)(100001 + bench_random(&state) % most));
        bench_uuid(command);
        const char *values[] = {product, "1", command};
        PGresult *result = PQexecPrepared(job->connection, "reserve", 3, values, NULL, NULL, 0);
        check(job->connection, result, PGRES_TUPLES_OK);
        PQclear(result);
        const double to = bench_now();
        bench_sample(process, from, to);
        ++process->done;
        from = to;
    }
    PQfinish(job->connection);
}

static char *append(char *at, long long value, int first)
{
    return at + sprintf(at, first ? "{%lld" : ",%lld", value);
}

static int batch(const char *conninfo, int sets, int full, int first_set)
{
    static char stock[16384], stock_quantity[16384], order[16384], line[16384], row[16384],
        quantity[16384];
    PGconn *connection = open_connection(conninfo);
    PGresult *result = PQprepare(connection, "batch", full ? batch_full : batch_bare, 7, NULL);
    check(connection, result, PGRES_COMMAND_OK);
    PQclear(result);
    double elapsed = 0;
    int64_t rows = 0;
    for (int set = first_set; set < first_set + sets; ++set) {
        int64_t picked[bench_lines_in_set];
        int64_t sorted[bench_lines_in_set];
        char command[37];
        bench_pick(set, picked);
        bench_uuid(command);
        memcpy(sorted, picked, sizeof sorted);
        qsort(sorted, bench_lines_in_set, sizeof *sorted, bench_compare_ids);
        /* The arrays are part of what a client has to do. */
        const double from = bench_now();
        char *s = stock, *sq = stock_quantity, *o = order, *l = line, *r = row, *q = quantity;
        int distinct = 0;
        for (int i = 0; i < bench_lines_in_set;) {
            int same = 1;
            while (i + same < bench_lines_in_set && sorted[i + same] == sorted[i])
                ++same;
            s = append(s, sorted[i], distinct == 0);
            sq = append(sq, same, distinct == 0);
            ++distinct;
            i += same;
        }
        for (int i = 0; i < bench_lines_in_set; ++i) {
            o = append(o, 1 + set * bench_orders_in_set + i / bench_lines_in_order, i == 0);
            l = append(l, 1 + i % bench_lines_in_order, i == 0);
            r = append(r, picked[i], i == 0);
            q = append(q, 1, i == 0);
        }
        strcpy(s, "}"), strcpy(sq, "}"), strcpy(o, "}"), strcpy(l, "}"), strcpy(r, "}"),
            strcpy(q, "}");
        const char *values[] = {stock, stock_quantity, order, line, row, quantity, command};
        result = PQexecPrepared(connection, "batch", 7, values, NULL, NULL, 0);
        check(connection, result, PGRES_TUPLES_OK);
        if (atoi(PQgetvalue(result, 0, 0)) != distinct) {
            fprintf(stderr, "bare_pg: a stock row was short\n");
            exit(1);
        }
        PQclear(result);
        elapsed += bench_now() - from;
        rows += bench_lines_in_set;
    }
    PQfinish(connection);
    printf("elapsed=%.4f done=%lld\n", elapsed, (long long)rows);
    return 0;
}

static int allocate(const char *conninfo, int sets, int at_once)
{
    PGconn *connection = open_connection(conninfo);
    /* Planned for each set: what the planner believes of any hundred orders is far from it. */
    run_text(connection, "SET plan_cache_mode = force_custom_plan");
    int64_t rows = 0;
    const double from = bench_now();
    for (int set = 0; set < sets; set += at_once) {
        char first[16], last[16], command[37];
        snprintf(first, sizeof first, "%d", 1 + set * bench_orders_in_set);
        snprintf(last, sizeof last, "%d", (set + at_once) * bench_orders_in_set);
        bench_uuid(command);
        const char *values[] = {first, last, command};
        PGresult *result = PQexecParams(connection, allocate_set, 3, NULL, values, NULL, NULL, 0);
        check(connection, result, PGRES_TUPLES_OK);
        rows += atoll(PQgetvalue(result, 0, 0));
        PQclear(result);
    }
    printf("elapsed=%.4f done=%lld\n", bench_now() - from, (long long)rows);
    PQfinish(connection);
    return 0;
}

static int print_counts(const char *conninfo)
{
    PGconn *connection = open_connection(conninfo);
    PGresult *result = PQexec(connection,
                              "SELECT (SELECT count(*) FROM stock_events),"
                              " (SELECT count(*) FROM allocations)");
    check(connection, result, PGRES_TUPLES_OK);
    printf("events=%s allocations=%s\n", PQgetvalue(result, 0, 0), PQgetvalue(result, 0, 1));
    return 0;
}

static int print_settings(const char *conninfo)
{
    static const char *const names[] = {"server_version",
                                        "fsync",
                                        "synchronous_commit",
                                        "full_page_writes",
                                        "shared_buffers",
                                        "max_wal_size",
                                        "plan_cache_mode",
                                        "jit"};
    PGconn *connection = open_connection(conninfo);
    for (size_t i = 0; i < sizeof names / sizeof *names; ++i) {
        char text[64];
        snprintf(text, sizeof text, "SHOW %s", names[i]);
        PGresult *result = PQexec(connection, text);
        check(connection, result, PGRES_TUPLES_OK);
        printf("%s=%s ", names[i], PQgetvalue(result, 0, 0));
    }
    printf("\n");
    return 0;
}

static int fill(const char *conninfo)
{
    PGconn *connection = open_connection(conninfo);
    run_text(connection, "BEGIN");
    run_text(connection, BENCH_COMPANY("timestamptz", "uuid", "'\\x00'"));
    run_text(connection, "COMMIT");
    run_text(connection, functions);
    run_text(connection, "VACUUM ANALYZE");
    return 0;
}

/* One table from server to server into a table without index, constraint or log. */
static void bring(PGconn *to, PGconn *from, const char *table)
{
    char text[160];
    snprintf(text, sizeof text, "CREATE UNLOGGED TABLE staging.%s (LIKE public.%s)", table, table);
    run_text(to, text);
    snprintf(text, sizeof text, "COPY staging.%s FROM STDIN", table);
    PQclear(PQexec(to, text));
    snprintf(text, sizeof text, "COPY public.%s TO STDOUT", table);
    PQclear(PQexec(from, text));
    char *line = NULL;
    int length;
    while ((length = PQgetCopyData(from, &line, 0)) > 0) {
        if (PQputCopyData(to, line, length) != 1)
            exit(1);
        PQfreemem(line);
    }
    PQclear(PQgetResult(from));
    PQclear(PQgetResult(from));
    if (PQputCopyEnd(to, NULL) != 1)
        exit(1);
    PGresult *result = PQgetResult(to);
    check(to, result, PGRES_COMMAND_OK);
    PQclear(result);
    PQclear(PQgetResult(to));
}

static int reload(const char *conninfo, const char *source)
{
    PGconn *to = open_connection(conninfo);
    PGconn *from = open_connection(source);
    run_text(to, "CREATE SCHEMA staging");
    for (int i = 0; i < bench_table_count; ++i)
        bring(to, from, bench_tables[i]);
    const double start = bench_now();
    long long rows = 0;
    run_text(to, "BEGIN");
    for (int i = 0; i < bench_table_count; ++i) {
        char text[160];
        snprintf(text,
                 sizeof text,
                 "INSERT INTO public.%s SELECT * FROM staging.%s ON CONFLICT DO NOTHING",
                 bench_tables[i],
                 bench_tables[i]);
        PGresult *result = PQexec(to, text);
        check(to, result, PGRES_COMMAND_OK);
        rows += atoll(PQcmdTuples(result));
        PQclear(result);
    }
    run_text(to, "COMMIT");
    printf("elapsed=%.4f done=%lld\n", bench_now() - start, rows);
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
    if (strcmp(what, "one") == 0 && argc == 8) {
        struct job job = {.conninfo = argv[2],
                          .seconds = atof(argv[4]),
                          .hot = strcmp(argv[5], "hot") == 0,
                          .full = strcmp(argv[6], "full") == 0,
                          .seed = (uint64_t)atoll(argv[7])};
        return bench_run(atoi(argv[3]), connect_one, work_one, &job);
    }
    if (strcmp(what, "reload") == 0 && argc == 4)
        return reload(argv[2], argv[3]);
    if (strcmp(what, "batch") == 0 && argc == 6)
        return batch(argv[2], atoi(argv[3]), strcmp(argv[4], "full") == 0, atoi(argv[5]));
    if (strcmp(what, "allocate") == 0 && argc == 5)
        return allocate(argv[2], atoi(argv[3]), atoi(argv[4]));
    fprintf(stderr, "wrong usage: see the head of bare_pg.c\n");
    return 2;
}
