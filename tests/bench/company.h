/* The company of the benchmarks: 10,000 products of 10 lots, a million of each, so that no run
   can use them up. One text for both engines; TIME, UUID and BYTES are their column types. */
#pragma once

#include "harness.h"

#define BENCH_COMMAND "00000000-0000-4000-8000-000000000001"
#define BENCH_NUMBERS(most)                                                                        \
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " most ") "

#define BENCH_COMPANY(TIME, UUID, BYTES)                                                           \
    "INSERT INTO warehouses (code, name, time_zone) VALUES ('WH001', 'Tokyo', 'Asia/Tokyo');"      \
    "INSERT INTO zones (warehouse_code, zone_number, name, storage_condition)"                     \
    " VALUES ('WH001', 1, 'Ambient', 'room_temperature');"                                         \
    "INSERT INTO bins (warehouse_code, zone_number, code) VALUES ('WH001', 1, '');" BENCH_NUMBERS( \
        "1000") "INSERT INTO bins (warehouse_code, zone_number, code, walk_order)"                 \
                " SELECT 'WH001', 1, 'B' || (1000 + i), i FROM n;"                                 \
                "INSERT INTO partners (code, name, kind) VALUES ('C001', 'Customer', "             \
                "'customer');" BENCH_NUMBERS(                                                      \
                    "10000") "INSERT INTO products (code, name, storage_condition, unit)"          \
                             " SELECT 'P' || (100000 + i), 'Product ' || i, 'room_temperature', "  \
                             "'piece' FROM n;" BENCH_NUMBERS(                                      \
                                 "100000") "INSERT INTO lots (product_code, lot)"                  \
                                           " SELECT 'P' || (100001 + (i - 1) % 10000), 'L' || "    \
                                           "((i - 1) / 10000) FROM n;" BENCH_NUMBERS(              \
                                               "100000") "INSERT INTO stock (warehouse_code, "     \
                                                         "zone_number, bin, product_code, lot, "   \
                                                         "status,"                                 \
                                                         " storage_condition, received_at, "       \
                                                         "on_hand, reserved, version)"             \
                                                         " SELECT 'WH001', 1, 'B' || (1001 + i % " \
                                                         "1000), 'P' || (100001 + (i - 1) % "      \
                                                         "10000),"                                 \
                                                         " 'L' || ((i - 1) / 10000), "             \
                                                         "'available', 'room_temperature',"        \
                                                         " CAST('2026-01-' || (10 + (i - 1) / "    \
                                                         "10000) || 'T00:00:00.000000Z' AS " TIME  \
                                                         "), 1000000, 0, 1"                        \
                                                         " FROM n;"                                \
                                                         "INSERT INTO commands (command_id, "      \
                                                         "kind, content_hash, actor, at, outcome)" \
                                                         " VALUES ('" BENCH_COMMAND                \
                                                         "', 'receive', " BYTES ", 'system',"      \
                                                         " '2026-01-20T00:00:00.000000Z', "        \
                                                         "'committed');"                           \
                                                         "INSERT INTO stock_events (stock_id, "    \
                                                         "version, kind, on_hand_delta, "          \
                                                         "reserved_delta,"                         \
                                                         " on_hand_after, reserved_after, "        \
                                                         "command_id, actor, at)"                  \
                                                         " SELECT id, 1, 'receive', on_hand, 0, "  \
                                                         "on_hand, 0, CAST('" BENCH_COMMAND        \
                                                         "' AS " UUID "),"                         \
                                                         " 'system', "                             \
                                                         "CAST('2026-01-20T00:00:00.000000Z' "     \
                                                         "AS " TIME ") FROM stock;"

/* The orders of the batch benchmark. Set n (from 0) has the orders 100 n + 1 to 100 n + 100 of
   five lines each; bench_pick() says which stock row each line takes, so that the lines can name
   its product: row i is a lot of product P(100001 + (i - 1) % 10000). */
enum {
    bench_products = 10000,
    bench_stock_rows = 100000,
    bench_hot_products = 10,
    bench_orders_in_set = 100,
    bench_lines_in_order = 5,
    bench_lines_in_set = bench_orders_in_set * bench_lines_in_order
};

static inline void bench_pick(int set, int64_t picked[bench_lines_in_set])
{
    uint64_t state = bench_seed((uint64_t)set);
    for (int i = 0; i < bench_lines_in_set; ++i)
        picked[i] = 1 + (int64_t)(bench_random(&state) % bench_stock_rows);
}

static inline int bench_product_of(int64_t stock_row)
{
    return 100001 + (int)((stock_row - 1) % bench_products);
}

static inline int bench_compare_ids(const void *a, const void *b)
{
    const int64_t x = *(const int64_t *)a;
    const int64_t y = *(const int64_t *)b;
    return x < y ? -1 : x > y;
}

/* The tables of a generated company, in the order of their references. */
static const char *const bench_tables[] = {"warehouses",
                                           "zones",
                                           "bins",
                                           "products",
                                           "lots",
                                           "partners",
                                           "people",
                                           "commands",
                                           "stock",
                                           "stock_events",
                                           "orders",
                                           "order_lines",
                                           "allocations",
                                           "changes"};
enum {
    bench_table_count = sizeof bench_tables / sizeof *bench_tables
};
