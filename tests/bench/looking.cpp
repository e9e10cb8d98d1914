// looking URL: how long the overview and looking back take on a company that is there, in
// milliseconds: the median and the slowest of five, each asked for through the port as the window does.
#include "model/clock.h"
#include "storage/gate.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tanaban;

namespace {

constexpr int page = 200;

[[noreturn]] void die(const QString &what)
{
    fprintf(stderr, "looking: %s\n", qPrintable(what));
    exit(1);
}

/// `look` answers with the number of what it found.
void measure(const QString &name, const std::function<qint64()> &look)
{
    std::vector<double> times;
    qint64 found = 0;
    for (int turn = 0; turn < 5; ++turn) {
        QElapsedTimer timer;
        timer.start();
        found = look();
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    printf("  %-48s %9.1f %9.1f   %lld found\n",
           qPrintable(name),
           times[times.size() / 2],
           times.back(),
           found);
    fflush(stdout);
}

template <typename T>
T orDie(Read<T> answer)
{
    if (!answer)
        die(answer.error().detail);
    return std::move(answer).value();
}

void pagesAndTotals(Ledger &ledger, const QString &name, const LedgerFilter &filter)
{
    const auto first = orDie(ledger.entries(filter, {}, page));
    measure(name + u": first page"_s,
            [&] { return qint64(orDie(ledger.entries(filter, {}, page)).size()); });
    if (!first.empty()) {
        const LedgerMark mark = LedgerMark::of(first.back());
        measure(name + u": next page"_s,
                [&] { return qint64(orDie(ledger.entries(filter, mark, page)).size()); });
    }
    measure(name + u": totals"_s, [&] { return orDie(ledger.totals(filter)).entries; });
}

void lookThroughLedger(Ledger &ledger)
{
    const auto newest = orDie(ledger.entries({}, {}, page));
    const LedgerEntry &entry = newest.front();
    LedgerFilter filter;
    pagesAndTotals(ledger, u"everything"_s, filter);
    filter.product = entry.key.product;
    pagesAndTotals(ledger, u"one product"_s, filter);
    filter = {};
    filter.warehouse = entry.key.warehouse;
    pagesAndTotals(ledger, u"one warehouse"_s, filter);
    filter.zone = entry.key.zone;
    pagesAndTotals(ledger, u"one zone"_s, filter);
    filter.bin = entry.key.bin;
    pagesAndTotals(ledger, u"one bin"_s, filter);
    filter = {};
    filter.person = entry.event.actor;
    pagesAndTotals(ledger, u"one person"_s, filter);
    filter.kind = EventKind::Expire;
    pagesAndTotals(ledger, u"what this person never did"_s, filter);
    filter = {};
    filter.text = entry.key.product.left(4);
    pagesAndTotals(ledger, u"a word"_s, filter);
    filter = {};
    filter.times = {{entry.event.at.plusSeconds(-3600), entry.event.at}};
    pagesAndTotals(ledger, u"the last hour"_s, filter);
    filter.times.clear();
    for (int day = 1; day <= 28; ++day) {
        const Instant hour = entry.event.at.plusSeconds(-86'400 * day);
        filter.times.push_back({hour, hour.plusSeconds(3600)});
    }
    pagesAndTotals(ledger, u"one hour of every day of four weeks"_s, filter);
    for (const LedgerEntry &each : newest) {
        if (each.event.orderNumber.isEmpty())
            continue;
        filter = {};
        filter.order = each.event.orderNumber;
        pagesAndTotals(ledger, u"one order"_s, filter);
        break;
    }
}

void lookAtPast(Store &store, Ledger &ledger, Instant newest)
{
    const StockSort byAvailable{StockColumn::Available, true};
    StockFilter low;
    low.low = true;
    StockFilter word;
    word.text = orDie(store.findProducts({}, 1)).front().code;
    const auto look = [&](const QString &when, auto ids, auto rows) {
        measure(when + u": first page"_s,
                [&] { return qint64(orDie(rows(orDie(ids({}, {}, page)))).size()); });
        measure(when + u": all, by product"_s, [&] { return qint64(orDie(ids({}, {}, 0)).size()); });
        measure(when + u": all, by available"_s,
                [&] { return qint64(orDie(ids({}, byAvailable, 0)).size()); });
        measure(when + u": low"_s, [&] { return qint64(orDie(ids(low, {}, 0)).size()); });
        measure(when + u": a word"_s, [&] { return qint64(orDie(ids(word, {}, 0)).size()); });
    };
    using Ids = std::vector<qint64>;
    look(
        u"stock now"_s,
        [&](const StockFilter &filter, const StockSort &sort, qint64 limit) {
            return store.stockIds(filter, sort, limit);
        },
        [&](const Ids &ids) { return store.stockRows(ids); });
    for (const int days : {1, 10, 28}) {
        const Instant moment = newest.plusSeconds(-86'400 * days);
        look(
            u"stock %1 day(s) ago"_s.arg(days),
            [&](const StockFilter &filter, const StockSort &sort, qint64 limit) {
                return ledger.stockIds(filter, sort, limit, moment);
            },
            [&](const Ids &ids) { return ledger.stockRows(ids, moment); });
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const auto url = DatabaseUrl::parse(QString::fromLocal8Bit(argc == 2 ? argv[1] : ""));
    if (!url)
        die(u"wrong usage: see the head of looking.cpp"_s);
    storage::SqlGate gate;
    auto opened = gate.open(*url, {}, false);
    if (!opened)
        die(opened.error().detail);
    printf("  %-48s %9s %9s\n", "", "median", "slowest");
    measure(u"the overview"_s,
            [&opened] { return orDie((*opened)->overview().overview()).lowRows; });
    Ledger &ledger = (*opened)->ledger();
    const auto newest = orDie(ledger.entries({}, {}, 1));
    if (newest.empty())
        die(u"the ledger is empty"_s);
    lookThroughLedger(ledger);
    lookAtPast((*opened)->store(), ledger, newest.front().event.at);
    return 0;
}
