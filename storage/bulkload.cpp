#include "storage/bulkload.h"

#include "storage/bulkrows.h"
#include "storage/bulksinks.h"
#include "storage/stockreads.h"

#include <QSet>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

/// Pieces of work, done one after the other on a thread of their own, while the next are made. At
/// most so many wait, so that memory stays flat. After close() everything has been done.
class Behind
{
public:
    Behind()
        : m_thread([this] { work(); })
    {}
    ~Behind() { close(); }
    Behind(const Behind &) = delete;
    Behind &operator=(const Behind &) = delete;

    void add(std::function<void()> piece)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_pieces.size() < mostWaiting; });
        m_pieces.push_back(std::move(piece));
        m_changed.notify_all();
    }

    void close()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_closed = true;
            m_changed.notify_all();
        }
        if (m_thread.joinable())
            m_thread.join();
    }

private:
    static constexpr size_t mostWaiting = 6;

    void work()
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_changed.wait(lock, [this] { return m_closed || !m_pieces.empty(); });
            if (m_pieces.empty())
                return;
            const std::function<void()> piece = std::move(m_pieces.front());
            m_pieces.pop_front();
            m_changed.notify_all();
            lock.unlock();
            piece();
            lock.lock();
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::function<void()>> m_pieces;
    bool m_closed = false;
    std::thread m_thread; ///< last: works on what stands above
};

template <typename Sink>
class SqlBulkLoad final : public BulkLoad
{
public:
    explicit SqlBulkLoad(std::unique_ptr<Connection> connection)
        : m_connection(std::move(connection))
        , m_sink(std::in_place, *m_connection)
    {}

    ~SqlBulkLoad() override
    {
        m_behind.close();
        m_sink.reset(); // before the rollback: its statements are open
        if (m_open)
            m_connection->rollback();
    }

    /// Opens the transaction; refused when there are commands already.
    std::optional<ReadFailure> begin()
    {
        if (const SqlFault fault = m_connection->begin())
            return readFailure(fault);
        m_open = true;
        if (m_connection->isPostgres()) {
            if (const SqlFault fault = m_connection->exec(
                    u"LOCK TABLE commands IN SHARE ROW EXCLUSIVE MODE"_s))
                return readFailure(fault);
        }
        Statement used(*m_connection, u"SELECT EXISTS (SELECT 1 FROM commands)"_s);
        if (!used.exec() || !used.next())
            return readFailure(used.fault());
        if (used.flag(0))
            return ReadFailure{ReadFailure::Kind::Refused, u"the database has commands already"_s};
        Statement people(*m_connection, u"SELECT login FROM people"_s);
        if (people.exec()) {
            while (people.next())
                m_logins.insert(people.text(0));
        }
        if (people.fault())
            return readFailure(people.fault());
        return std::nullopt;
    }

    bool add(std::vector<Warehouse> rows) override { return put(rows); }
    bool add(std::vector<Zone> rows) override { return put(rows); }
    bool add(std::vector<Bin> rows) override { return put(rows); }
    bool add(std::vector<Product> rows) override { return put(rows); }
    bool add(std::vector<Lot> rows) override { return put(rows); }
    bool add(std::vector<Partner> rows) override { return put(rows); }
    bool add(std::vector<Person> rows) override
    {
        std::vector<Person> unknown;
        for (const Person &person : rows) {
            if (!m_logins.contains(person.login))
                unknown.push_back(person);
        }
        return put(unknown);
    }
    bool add(std::vector<PastCommand> rows) override { return put(rows); }
    bool add(std::vector<PastOrder> rows) override { return put(rows); }
    bool add(std::vector<PastOrderLine> rows) override { return put(rows); }
    bool add(std::vector<StockRow> rows) override { return put(rows); }
    bool add(std::vector<StockEvent> rows) override { return put(rows); }
    bool add(std::vector<Allocation> rows) override { return put(rows); }
    bool add(std::vector<PastChange> rows) override { return put(rows); }

    Result<Done, ReadFailure> finish() override
    {
        m_behind.close();
        if (m_failure)
            return fail(*m_failure);
        const bool finished = m_sink->finish();
        if (!finished)
            m_failure = readFailure(m_sink->fault());
        m_sink.reset();
        if (!finished)
            return fail(*m_failure);
        m_open = false;
        if (const SqlFault fault = m_connection->commit())
            return fail(readFailure(fault));
        emptyWal();
        return Done{};
    }

    ReadFailure failure() const override
    {
        const std::scoped_lock lock(m_failing);
        return m_failure.value_or(ReadFailure());
    }

private:
    /// Made ready here, brought over meanwhile behind: both take about as long.
    template <typename Row>
    bool put(const std::vector<Row> &rows)
    {
        if (hasFailed())
            return false;
        if (rows.empty())
            return true;
        typename Sink::Rows ready(BulkTable<Row>::name, BulkTable<Row>::columns, rows.size());
        for (const Row &row : rows) {
            BulkTable<Row>::put(ready, row);
            ready.endRow();
        }
        m_behind.add([this, ready = std::move(ready)] { write(ready); });
        return true;
    }

    void write(const typename Sink::Rows &rows)
    {
        if (hasFailed() || m_sink->write(rows))
            return;
        const std::scoped_lock lock(m_failing);
        m_failure = readFailure(m_sink->fault());
    }

    bool hasFailed() const
    {
        const std::scoped_lock lock(m_failing);
        return m_failure.has_value();
    }

    /// SQLite's log has grown to the size of the data; a failure leaves it so, which harms nobody.
    void emptyWal()
    {
        if (!m_connection->turn() || !m_connection->turn()->take(m_connection->config().lockWait))
            return;
        m_connection->exec(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        m_connection->turn()->giveBack();
    }

    std::unique_ptr<Connection> m_connection;
    std::optional<Sink> m_sink;
    QSet<QString> m_logins;
    mutable std::mutex m_failing;
    std::optional<ReadFailure> m_failure;
    bool m_open = false;
    Behind m_behind; ///< last: works on what stands above
};

template <typename Sink>
Result<std::unique_ptr<BulkLoad>, ReadFailure> startWith(std::unique_ptr<Connection> connection)
{
    auto load = std::make_unique<SqlBulkLoad<Sink>>(std::move(connection));
    if (auto failure = load->begin())
        return fail(*failure);
    return std::unique_ptr<BulkLoad>(std::move(load));
}

} // namespace

SqlBulkLoader::SqlBulkLoader(ConnectionConfig config, std::shared_ptr<StoreCounters> counters)
    : m_config(std::move(config))
    , m_counters(std::move(counters))
{
    // A server that takes in a million rows may well be silent for longer than a person's command.
    m_config.deadline = std::chrono::minutes(10);
}

Result<std::unique_ptr<BulkLoad>, ReadFailure> SqlBulkLoader::start()
{
    auto opened = Connection::open(m_config, m_counters);
    if (!opened)
        return fail(readFailure(opened.error()));
    std::unique_ptr<Connection> connection = std::move(*opened);
    if (connection->isPostgres())
        return startWith<CopySink>(std::move(connection));
    if (const SqlFault fault = SqliteSink::makeReady(*connection))
        return fail(readFailure(fault));
    return startWith<SqliteSink>(std::move(connection));
}

} // namespace tanaban::storage
