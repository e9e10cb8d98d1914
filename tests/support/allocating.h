#pragma once

#include "model/commandrunner.h"
#include "tests/support/testdatabase.h"

#include <QJsonArray>
#include <QRandomGenerator>

namespace tanaban::test {

/// Allocates as the programs do, on one connection of a test database.
class Allocator
{
public:
    explicit Allocator(Database &database)
        : m_database(database)
        , m_runner(database.store(), m_clock, m_journal, [] {
            return QRandomGenerator::global()->generateDouble();
        })
    {}

    Store &store() { return m_database.store(); }
    CommandRunner &runner() { return m_runner; }
    Clock &clock() { return m_clock; }

    AllocationBook book(const BookQuery &query = {})
    {
        auto book = store().allocationBook(query);
        if (!book)
            qFatal("book: %s", qPrintable(book.error().detail));
        return std::move(book).value();
    }
    static AllocationCommand command(std::vector<qint64> orders,
                                     const QString &strategy = QStringLiteral("zone-priority"))
    {
        AllocationCommand command;
        command.id = newCommandId();
        command.orders = std::move(orders);
        command.strategy = builtInStrategy(strategy);
        command.actor = QString::fromLatin1(TestDatabase::login);
        return command;
    }
    /// The plan of the command as somebody may have seen it.
    Planned plan(const AllocationCommand &command)
    {
        Planned planned;
        planned.book = book(queryOf(command));
        applyStrategy(command, planned.book);
        auto plan = planFor(command, planned.book);
        if (!plan)
            qFatal("plan: %s", qPrintable(messageOf(plan.error())));
        planned.plan = std::move(plan).value();
        return planned;
    }
    CommandResult run(const AllocationCommand &command,
                      Planned &planned,
                      ConflictPolicy policy = ConflictPolicy::Retry)
    {
        return m_runner.run(command, policy, planned);
    }
    CommandResult run(const AllocationCommand &command)
    {
        Planned planned;
        return run(command, planned);
    }

private:
    Database &m_database;
    SystemClock m_clock;
    NoJournal m_journal;
    CommandRunner m_runner;
};

/// An open order of the customer C1 with lines of (product, quantity); its id. Each is a command of
/// its own, as the program would have written it.
inline qint64 seedOrder(TestDatabase &database,
                        const QString &number,
                        const std::vector<std::pair<QString, qint64>> &lines,
                        std::optional<int> priority = {})
{
    using namespace Qt::StringLiterals;
    if (database.count(u"partners"_s, u"code = 'C1'"_s) == 0)
        database.sql(u"INSERT INTO partners (code, name, kind) VALUES ('C1', 'x', 'customer')"_s);
    QJsonArray array;
    for (const auto &[product, quantity] : lines) {
        array.append(QJsonObject{{u"line_number"_s, array.size() + 1},
                                 {u"product_code"_s, product},
                                 {u"quantity"_s, quantity}});
    }
    ChangeSet changes;
    changes.intent = {newCommandId(),
                      u"order"_s,
                      {{u"number"_s, number}},
                      QString::fromLatin1(TestDatabase::login),
                      {},
                      {}};
    QJsonObject fields{{u"partner_code"_s, u"C1"_s}, {u"state"_s, u"open"_s}, {u"lines"_s, array}};
    if (priority)
        fields[u"priority"_s] = *priority;
    changes.records = {{Entity::Order, {{u"number"_s, number}}, {}, fields}};
    const CommitOutcome outcome = database.store().commit(changes);
    if (!std::holds_alternative<Committed>(outcome))
        qFatal("the order %s cannot be made", qPrintable(number));
    return database.scalar(u"SELECT id FROM orders WHERE number = ?"_s, {number}).toLongLong();
}

/// Ten of one row, then five of another one; two orders want seven each, so that both take from one.
struct TwoOrders
{
    explicit TwoOrders(Engine engine)
        : database(engine)
    {
        StockSeed seed;
        seed.onHand = 10;
        database.stockRow(seed);
        seed.lot = QStringLiteral("L2");
        seed.onHand = 5;
        database.stockRow(seed);
        first = seedOrder(database, QStringLiteral("SO-1"), {{QStringLiteral("P1"), 7}}, 1);
        second = seedOrder(database, QStringLiteral("SO-2"), {{QStringLiteral("P1"), 7}}, 2);
    }

    TestDatabase database;
    Allocator allocator{database.database()};
    qint64 first = 0;
    qint64 second = 0;
};

} // namespace tanaban::test
