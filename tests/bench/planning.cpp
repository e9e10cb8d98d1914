// Planning and allocating through the program's own layer:
//   planning plan LINES            the problem of problem.h, through the real planner
//   planning allocate URL WORKERS  all open orders: load, plan, commit, ledger
#include "model/planning/batch.h"
#include "model/planning/planner.h"
#include "storage/gate.h"

#include <QCoreApplication>

#include <cstring>
#include <problem.h>

using namespace Qt::StringLiterals;
using namespace tanaban;

namespace {

[[noreturn]] void die(const QString &what)
{
    fprintf(stderr, "planning: %s\n", qPrintable(what));
    _exit(1);
}

AllocationBook problem(int lines)
{
    AllocationBook book;
    book.strategies = {*builtInStrategy(u"fifo"_s)};
    BookPlace place;
    place.warehouse = u"WH001"_s;
    place.zone = 1;
    place.today = QDate::fromJulianDay(2461000);
    book.places = {place};
    uint64_t state = bench_seed(1);
    for (int p = 0; p < problem_products; ++p) {
        BookProduct product;
        product.code = u"P%1"_s.arg(p);
        product.firstStock = int(book.stock.size());
        product.stockCount = problem_rows;
        book.products.push_back(product);
        for (int r = 0; r < problem_rows; ++r) {
            const problem_row row = problem_next_row(&state);
            BookStock stock;
            stock.id = qint64(book.stock.size()) + 1;
            stock.receivedAt = Instant{row.received};
            stock.expiresOn = QDate::fromJulianDay(row.expires);
            stock.onHand = row.available;
            stock.available = row.available;
            book.stock.push_back(stock);
        }
    }
    for (int i = 0; i < lines; ++i) {
        const problem_line wanted = problem_next_line(&state, i);
        if (i % problem_lines_in_order == 0) {
            BookOrder order;
            order.id = qint64(book.orders.size()) + 1;
            // As they come: the bare planner does not sort them.
            order.priority = int(book.orders.size());
            order.dueOn = QDate::fromJulianDay(wanted.due);
            order.firstLine = i;
            book.orders.push_back(order);
        }
        BookLine line;
        line.order = int(book.orders.size()) - 1;
        line.number = ++book.orders.back().lineCount;
        line.product = wanted.product;
        line.ordered = wanted.wanted;
        book.lines.push_back(line);
    }
    return book;
}

int plan(int lines)
{
    const AllocationBook book = problem(lines);
    const double from = bench_now();
    const AllocationPlan plan = planAllocation(book);
    const double elapsed = bench_now() - from;
    qint64 planned = 0;
    for (const PlannedLine &line : plan.lines)
        planned += line.planned;
    printf(
        "elapsed=%.4f done=%d planned=%lld picks=%zu\n", elapsed, lines, planned, plan.picks.size());
    return 0;
}

int allocate(const char *text, int workers)
{
    auto url = DatabaseUrl::parse(QString::fromLocal8Bit(text));
    if (!url)
        die(url.error());
    storage::SqlGate gate;
    auto opened = gate.open(*url, {});
    if (!opened)
        die(messageOf(opened.error()));
    Database &database = **opened;
    SystemClock clock;
    NoJournal journal;
    CommandRunner runner(database.store(), clock, journal, [] { return 0.5; });
    AllocationBatch batch(database.store(), runner, clock);
    BatchRequest request;
    request.actor = database.store().actor();
    request.workers = workers;
    const double from = bench_now();
    const BatchReport report = batch.run(request, [](const BatchProgress &) {});
    const double elapsed = bench_now() - from;
    if (report.failure || !report.open.empty())
        die(u"not all was done"_s);
    printf("elapsed=%.4f done=%d lines=%zu\n",
           elapsed,
           report.count(LineOutcome::Kind::Done),
           report.lines.size());
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (argc == 3 && strcmp(argv[1], "plan") == 0)
        return plan(atoi(argv[2]));
    if (argc == 4 && strcmp(argv[1], "allocate") == 0)
        return allocate(argv[2], atoi(argv[3]));
    fprintf(stderr, "wrong usage: see the head of planning.cpp\n");
    return 2;
}
