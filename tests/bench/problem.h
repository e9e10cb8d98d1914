/* The planning problem of the benchmark: what the bare planner and ours solve alike. */
#pragma once

#include "harness.h"

enum {
    problem_products = 10000,
    problem_rows = 10, /* of each product */
    problem_lines_in_order = 5
};

struct problem_row
{
    int64_t received;
    int64_t available;
    int64_t expires; /* day; goods that expire before the due date of an order are no use to it */
};

struct problem_line
{
    int product;
    int64_t wanted;
    int64_t due; /* of its order */
};

static inline struct problem_row problem_next_row(uint64_t *state)
{
    struct problem_row row;
    row.received = (int64_t)(bench_random(state) % 1000000);
    row.available = (int64_t)(bench_random(state) % 1000);
    row.expires = 2461000 + (int64_t)(bench_random(state) % 400);
    return row;
}

static inline struct problem_line problem_next_line(uint64_t *state, int number)
{
    struct problem_line line;
    line.product = (int)(bench_random(state) % problem_products);
    line.wanted = 1 + (int64_t)(bench_random(state) % 20);
    line.due = 2461000 + (number / problem_lines_in_order) % 60;
    return line;
}
