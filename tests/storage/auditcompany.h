#pragma once

#include "model/commandrunner.h"
#include "tests/support/testdatabase.h"

#include <QJsonArray>
#include <QTest>

namespace tanaban::test {

/// A small company in which everything has happened once that an audit looks at, written by the
/// program itself: moves, changes of status, orders in every state, holds with every end, an undo,
/// a command that was given up.
class AuditCompany
{
public:
    explicit AuditCompany(TestDatabase &database)
        : m_database(database)
        , m_store(database.store())
        , m_runner(m_store, m_clock, m_journal, [] { return 0.5; })
    {}

    /// Empty when all went well, otherwise what did not.
    QString build()
    {
        goods();
        stockWork();
        orders();
        holds();
        rest();
        return m_trouble.join(QStringLiteral("; "));
    }

    qint64 apples = 0; ///< P1, lot L1, partly reserved by hand and for an order
    qint64 pears = 0;  ///< P2, lot L2, with holds
    qint64 fish = 0;   ///< C1, refrigerated
    qint64 order = 0;  ///< open, line 1 is 20 of P1

private:
    static QString text(const char *latin1) { return QString::fromLatin1(latin1); }

    QUuid run(const StockAction &action)
    {
        const StockCommand command{newCommandId(), action, {}, m_store.actor()};
        check(m_runner.run(command, ConflictPolicy::Retry).outcome, kindOf(action));
        return command.id;
    }

    void check(const CommitOutcome &outcome, const QString &what)
    {
        if (std::holds_alternative<Committed>(outcome))
            return;
        QString why = QString::number(outcome.index());
        if (const auto *rejected = std::get_if<Rejected>(&outcome))
            why = nameOf(rejected->error.rule) + u' ' + rejected->error.subject + u' '
                  + rejected->error.detail;
        if (const auto *unavailable = std::get_if<Unavailable>(&outcome))
            why = unavailable->detail;
        if (const auto *overtaken = std::get_if<Overtaken>(&outcome))
            why = overtaken->detail;
        m_trouble += what + QStringLiteral(": ") + why;
    }

    ChangeSet changeSet(const char *kind)
    {
        ChangeSet changes;
        changes.intent.id = newCommandId();
        changes.intent.kind = text(kind);
        changes.intent.actor = m_store.actor();
        return changes;
    }

    void commit(const ChangeSet &changes) { check(m_store.commit(changes), changes.intent.kind); }

    static StockSeed seedOf(const char *product, const char *lot)
    {
        StockSeed seed;
        seed.product = text(product);
        seed.lot = text(lot);
        seed.bin = text("");
        return seed;
    }

    void goods()
    {
        m_database.stockRow(seedOf("P1", "L0"));
        StockSeed seed = seedOf("P1", "L1");
        seed.reserved = 10;
        apples = m_database.stockRow(seed);
        pears = m_database.stockRow(seedOf("P2", "L2"));
        seed = seedOf("C1", "L1");
        seed.zone = 2;
        seed.condition = StorageCondition::Refrigerated;
        seed.decimals = 1;
        fish = m_database.stockRow(seed);
        m_database.bin(text("WH001"), 1, text("A-1"));
    }

    void stockWork()
    {
        run(Move{apples, 5, text("WH001"), 1, text("A-1")});
        run(ChangeStatus{pears, 3, StockStatus::Damaged, text("Dropped")});
        run(Adjust{fish, -2, text("Counted")});
        run(Ship{apples, 4, {}});
        const QUuid reserved = run(Reserve{fish, 7});
        run(Undo{reserved, text("reserve"), text("Mistake")});
    }

    static StockChange change(qint64 id,
                              EventKind kind,
                              qint64 onHand,
                              qint64 reserved,
                              std::optional<qint64> orderId = {})
    {
        StockChange result;
        result.id = id;
        result.kind = kind;
        result.onHandDelta = onHand;
        result.reservedDelta = reserved;
        result.orderId = orderId;
        return result;
    }

    qint64 newest(const char *table)
    {
        return m_database.scalar(QStringLiteral("SELECT max(id) FROM ") + text(table)).toLongLong();
    }

    qint64 makeOrder(const char *number, int quantity)
    {
        ChangeSet changes = changeSet("order");
        const QJsonObject line{{text("line_number"), 1},
                               {text("product_code"), text("P1")},
                               {text("quantity"), quantity}};
        changes.records.push_back({Entity::Order,
                                   {{text("number"), text(number)}},
                                   {},
                                   {{text("partner_code"), text("C-1")},
                                    {text("state"), text("open")},
                                    {text("lines"), QJsonArray{line}}}});
        commit(changes);
        return newest("orders");
    }

    void allocate(qint64 orderId, qint64 quantity)
    {
        ChangeSet changes = changeSet("allocate");
        changes.stock.push_back(change(apples, EventKind::Reserve, 0, quantity, orderId));
        changes.allocations.push_back(
            {0, {}, orderId, 1, apples, quantity, AllocationState::Open, AllocationState::Open});
        commit(changes);
    }

    void orders()
    {
        ChangeSet master = changeSet("master");
        master.records.push_back({Entity::Partner,
                                  {{text("code"), text("C-1")}},
                                  {},
                                  {{text("name"), text("Corner shop")},
                                   {text("kind"), text("customer")},
                                   {text("active"), true}}});
        master.records.push_back(
            {Entity::Product, {{text("code"), text("P2")}}, 1, {{text("name"), text("Pears")}}});
        commit(master);
        order = makeOrder("O-1", 20);
        allocate(order, 8);
        run(Ship{apples, 3, newest("allocations")}); // splits it
        const qint64 finished = makeOrder("O-2", 6);
        allocate(finished, 6);
        run(Ship{apples, 6, newest("allocations")});
        ChangeSet done = changeSet("order");
        done.records.push_back({Entity::Order,
                                {{text("number"), text("O-2")}},
                                1,
                                {{text("state"), text("completed")}}});
        commit(done);
        // Given back, and taken back again.
        const QUuid released = run(Release{apples, 2, newest("allocations") - 2});
        run(Undo{released, text("release"), text("Mistake")});
    }

    qint64 hold(qint64 quantity)
    {
        ChangeSet changes = changeSet("hold");
        changes.stock.push_back(change(pears, EventKind::Hold, 0, quantity));
        changes.holds.push_back({0, {}, {}, {}, pears, quantity, 30, HoldState::Active});
        commit(changes);
        return newest("holds");
    }

    void holds()
    {
        hold(3);
        const qint64 wanted = hold(2);
        ChangeSet confirm = changeSet("hold_confirm");
        confirm.stock.push_back(change(pears, EventKind::Confirm, 0, 0));
        confirm.holds.push_back({wanted, {}, {}, {}, pears, 2, 0, HoldState::Confirmed});
        confirm.allocations.push_back(
            {0, {}, {}, {}, pears, 2, AllocationState::Open, AllocationState::Open});
        commit(confirm);
        const qint64 given = hold(4);
        ChangeSet release = changeSet("hold_release");
        release.stock.push_back(change(pears, EventKind::Release, 0, -4));
        release.holds.push_back({given, {}, {}, {}, pears, 4, 0, HoldState::Released});
        commit(release);
        // Its time is over; whoever comes next ends it.
        const qint64 late = hold(1);
        m_database.sql(
            QStringLiteral(
                "UPDATE holds SET expires_at = '2026-01-01T00:00:00.000000Z' WHERE id = ?"),
            {late});
        run(Reserve{pears, 1});
    }

    void rest()
    {
        Intent given = changeSet("reserve").intent;
        m_store.abandon(given);
    }

    TestDatabase &m_database;
    Store &m_store;
    SystemClock m_clock;
    NoJournal m_journal;
    CommandRunner m_runner;
    QStringList m_trouble;
};

} // namespace tanaban::test
