// roundtrips URL: how often each use case waits for the network, counted by a proxy in between.
// Every use case is run once before it is counted, as in a program that has been open for a while.
#include "model/commandrunner.h"
#include "storage/gate.h"
#include "tests/support/pgproxy.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace tanaban;

namespace {

[[noreturn]] void die(const QString &what)
{
    fprintf(stderr, "roundtrips: %s\n", qPrintable(what));
    exit(1);
}

class Counter
{
public:
    Counter(test::PgProxy &proxy, Store &store)
        : m_proxy(proxy)
        , m_store(store)
        , m_runner(store, m_clock, m_journal, [] { return 0.5; })
    {}

    void count(
        const char *name,
        const std::function<void()> &useCase,
        const std::function<void()> &before = [] {})
    {
        before();
        useCase();
        before();
        m_proxy.reset();
        useCase();
        printf("  %-42s %d\n", name, m_proxy.roundTrips());
    }

    void run(const StockAction &action, const StockContext *known = nullptr)
    {
        const StockCommand command{newCommandId(), action, {}, m_store.actor()};
        const CommandResult result = m_runner.run(command, ConflictPolicy::Retry, known);
        if (!std::holds_alternative<Committed>(result.outcome))
            die(kindOf(action) + u" was not committed"_s);
    }

private:
    test::PgProxy &m_proxy;
    Store &m_store;
    SystemClock m_clock;
    NoJournal m_journal;
    CommandRunner m_runner;
};

void countAll(Counter &counter, Store &store)
{
    const auto read = store.stock(1);
    if (!read || !*read)
        die(u"no stock row 1"_s);
    const StockContext known = **read;
    const StockKey key = known.row.key;
    counter.count("reserve a row that is on the screen", [&] {
        counter.run(Reserve{1, 1}, &known);
    });
    counter.count("reserve a row by its number", [&] { counter.run(Reserve{1, 1}); });
    counter.count("release", [&] { counter.run(Release{1, 1, {}}); });
    counter.count(
        "ship",
        [&] {
            counter.run(Ship{1, 1, {}});
        },
        [&] {
            counter.run(Reserve{1, 1}, &known);
        });
    counter.count("receive", [&] { counter.run(Receive{key, 1, {}}); });
    counter.count("move", [&] { counter.run(Move{1, 1, key.warehouse, key.zone, u"B1500"_s}); });
    counter.count("adjust", [&] { counter.run(Adjust{1, 1, u"found"_s}); });
    counter.count("read one row with all it relies on", [&] { (void)store.stock(1); });
    counter.count("ids of all rows, sorted", [&] { (void)store.stockIds({}, {}, 1000000); });
    counter.count("one screen of rows", [&] {
        std::vector<qint64> ids;
        for (qint64 id = 1; id <= 50; ++id)
            ids.push_back(id);
        (void)store.stockRows(ids);
    });
    counter.count("history of a row", [&] { (void)store.history(1, 0, 50); });
    counter.count("has anything changed?", [&] { (void)store.changeMark(); });
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    auto url = DatabaseUrl::parse(QString::fromLocal8Bit(argc == 2 ? argv[1] : ""));
    if (!url)
        die(url.error());
    test::PgProxy proxy(url->hosts, url->ports.toInt());
    url->hosts = test::PgProxy::host();
    url->ports = QString::number(proxy.port());
    storage::SqlGate gate;
    auto database = gate.open(*url, {});
    if (!database)
        die(messageOf(database.error()));
    Counter counter(proxy, (*database)->store());
    countAll(counter, (*database)->store());
    return 0;
}
