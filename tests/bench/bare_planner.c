/* The same planning in plain C: bare_planner LINES. Rows are sorted by received date, orders are
   served as they come, each line takes the oldest goods that last until its order is due. */
#include "problem.h"

static int older(const void *a, const void *b)
{
    const int64_t x = ((const struct problem_row *)a)->received;
    const int64_t y = ((const struct problem_row *)b)->received;
    return x < y ? -1 : x > y;
}

struct pick
{
    int line;
    int row;
    int64_t quantity;
};

int main(int argc, char *argv[])
{
    const int lines = argc > 1 ? atoi(argv[1]) : 1000000;
    const int rows = problem_products * problem_rows;
    struct problem_row *row = malloc(sizeof *row * (size_t)rows);
    struct problem_line *line = malloc(sizeof *line * (size_t)lines);
    struct pick *picks = malloc(sizeof *picks * ((size_t)lines + (size_t)rows));
    int *first = calloc(problem_products, sizeof *first);
    uint64_t state = bench_seed(1);
    for (int i = 0; i < rows; ++i)
        row[i] = problem_next_row(&state);
    for (int i = 0; i < lines; ++i)
        line[i] = problem_next_line(&state, i);
    const double from = bench_now();
    for (int p = 0; p < problem_products; ++p)
        qsort(row + p * problem_rows, problem_rows, sizeof *row, older);
    size_t count = 0;
    int64_t planned = 0;
    for (int i = 0; i < lines; ++i) {
        const int p = line[i].product;
        int64_t missing = line[i].wanted;
        while (first[p] < problem_rows && row[p * problem_rows + first[p]].available == 0)
            ++first[p];
        for (int r = first[p]; r < problem_rows && missing > 0; ++r) {
            struct problem_row *from_row = &row[p * problem_rows + r];
            if (from_row->available == 0 || from_row->expires < line[i].due)
                continue;
            const int64_t taken = from_row->available < missing ? from_row->available : missing;
            from_row->available -= taken;
            missing -= taken;
            planned += taken;
            picks[count++] = (struct pick){i, p * problem_rows + r, taken};
        }
    }
    printf("elapsed=%.4f done=%d planned=%lld picks=%zu\n",
           bench_now() - from,
           lines,
           (long long)planned,
           count);
    return 0;
}
