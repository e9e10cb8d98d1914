#include "storage/bulkload.h"

#include "storage/bulkrows.h"
#include "storage/bulksinks.h"
#include "storage/stockreads.h"

#include <QSet>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

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

    bool add(const std::vector<Warehouse> &rows) override { return put(rows); }
    bool add(const std::vector<Zone> &rows) override { return put(rows); }
    bool add(const std::vector<Bin> &rows) override { return put(rows); }
    bool add(const std::vector<Product> &rows) override { return put(rows); }
    bool add(const std::vector<Lot> &rows) override { return put(rows); }
    bool add(const std::vector<Partner> &rows) override { return put(rows); }
    bool add(const std::vector<Person> &rows) override
    {
        std::vector<Person> unknown;
        for (const Person &person : rows) {
            if (!m_logins.contains(person.login))
                unknown.push_back(person);
        }
        return put(unknown);
    }
    bool add(const std::vector<PastCommand> &rows) override { return put(rows); }
    bool add(const std::vector<StockRow> &rows) override { return put(rows); }
    bool add(const std::vector<StockEvent> &rows) override { return put(rows); }
    bool add(const std::vector<Allocation> &rows) override { return put(rows); }
    bool add(const std::vector<PastChange> &rows) override { return put(rows); }

    Result<Done, ReadFailure> finish() override
    {
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

    ReadFailure failure() const override { return m_failure.value_or(ReadFailure()); }

private:
    template <typename Row>
    bool put(const std::vector<Row> &rows)
    {
        if (m_failure)
            return false;
        if (rows.empty())
            return true;
        bool done = m_sink->startTable(BulkTable<Row>::name, BulkTable<Row>::columns);
        for (auto row = rows.begin(); done && row != rows.end(); ++row) {
            BulkTable<Row>::put(*m_sink, *row);
            done = m_sink->endRow();
        }
        if (!done)
            m_failure = readFailure(m_sink->fault());
        return done;
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
    std::optional<ReadFailure> m_failure;
    bool m_open = false;
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
    // The indexes of a million rows do not fit in the usual cache.
    if (const SqlFault fault = connection->exec(u"PRAGMA cache_size = -256000"_s))
        return fail(readFailure(fault));
    return startWith<SqliteSink>(std::move(connection));
}

} // namespace tanaban::storage
