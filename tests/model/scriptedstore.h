#pragma once

#include "model/commandrunner.h"

#include <QStringList>

#include <deque>

namespace tanaban::tests {

/// A store that answers what the test wrote down, and writes down what it was asked. The last
/// answer of each list is repeated; an outcome is made from the change set where one is given.
class ScriptedStore final : public Store
{
public:
    using Answer = std::function<CommitOutcome(const ChangeSet &)>;

    std::deque<StockContext> rows;         ///< what stock() finds, one after the other
    std::deque<CommitOutcome> commits;     ///< answers of commit() and of commitLocked()
    Answer answer;                         ///< makes them instead, where it is given
    std::deque<AllocationBook> books;      ///< what allocationBook() reads, one after the other
    std::optional<CommitOutcome> recalled; ///< answer of recall()
    CommitOutcome abandoned = Rejected{DomainError{Rule::Abandoned, {}, {}, {}, {}, 0, {}, {}}};
    std::vector<StockEvent> between;        ///< of conflictOf()
    std::optional<ReadFailure> readFailure; ///< of every read
    QStringList calls;
    std::vector<ChangeSet> sent;
    std::vector<qint64> locked;
    std::function<void()> onCommit; ///< what others do meanwhile

    Read<std::optional<StockContext>> stock(qint64 id, qint64) override
    {
        calls += QStringLiteral("load");
        if (readFailure)
            return fail(*readFailure);
        const StockContext row = next(rows);
        return row.row.id == id ? std::optional(row) : std::nullopt;
    }
    Read<PlaceContext> place(const StockKey &) override
    {
        calls += QStringLiteral("place");
        return placeThere;
    }
    Read<std::optional<Allocation>> allocation(qint64) override
    {
        calls += QStringLiteral("allocation");
        return std::optional<Allocation>();
    }
    Read<std::optional<EarlierCommand>> command(const QUuid &) override
    {
        calls += QStringLiteral("command");
        return past;
    }
    Read<AllocationBook> allocationBook(const BookQuery &) override
    {
        calls += QStringLiteral("book");
        if (readFailure)
            return fail(*readFailure);
        return next(books);
    }
    CommitOutcome commit(const ChangeSet &changes) override
    {
        calls += QStringLiteral("commit");
        return answerTo(changes);
    }
    CommitOutcome commitLocked(const Intent &,
                               const RowsToLock &rows,
                               const Decision &decide) override
    {
        calls += QStringLiteral("lock");
        locked = rows.stock;
        const DecisionResult decided = decide(*this);
        if (const auto *error = std::get_if<DomainError>(&decided))
            return Rejected{*error};
        calls += QStringLiteral("commit");
        return answerTo(std::get<ChangeSet>(decided));
    }
    Read<std::optional<CommitOutcome>> recall(const Intent &) override
    {
        calls += QStringLiteral("recall");
        if (readFailure)
            return fail(*readFailure);
        return recalled;
    }
    Read<VersionConflict> conflictOf(const std::map<qint64, qint64> &expected) override
    {
        calls += QStringLiteral("conflict");
        VersionConflict conflict;
        for (const auto &[id, version] : expected) {
            const StockRow now = next(rows).row;
            ConflictRow row;
            row.id = id;
            row.expected = version;
            row.actual = now.version;
            row.now = now;
            row.between = between;
            conflict.rows.push_back(row);
        }
        return conflict;
    }
    CommitOutcome abandon(const Intent &) override
    {
        calls += QStringLiteral("abandon");
        return abandoned;
    }
    Read<std::vector<qint64>> stockIds(const StockFilter &, const StockSort &, qint64) override
    {
        return std::vector<qint64>();
    }
    Read<std::vector<StockListRow>> stockRows(const std::vector<qint64> &) override
    {
        return std::vector<StockListRow>();
    }
    Read<std::vector<StockEvent>> history(qint64, qint64, int) override { return between; }
    Read<std::vector<ZoneSummary>> zones() override { return std::vector<ZoneSummary>(); }
    Read<std::vector<Warehouse>> warehouses() override { return std::vector<Warehouse>(); }
    Read<std::vector<Bin>> bins(const QString &, int) override { return std::vector<Bin>(); }
    Read<std::optional<Product>> product(const QString &) override
    {
        return std::optional<Product>();
    }
    Read<std::vector<Product>> findProducts(const QString &, int) override
    {
        return std::vector<Product>();
    }
    Read<std::vector<Person>> people() override { return std::vector<Person>(); }
    Read<QDate> todayIn(const QString &) override { return QDate(); }
    Read<qint64> changeMark() override { return qint64(0); }
    QString actor() const override { return QStringLiteral("sato"); }
    const StoreCounters &counters() const override { return m_counters; }

    PlaceContext placeThere;
    std::optional<EarlierCommand> past; ///< what command() finds

private:
    template <typename T>
    static T next(std::deque<T> &answers)
    {
        if (answers.empty())
            qFatal("The script has no answer to this");
        T answer = answers.front();
        if (answers.size() > 1)
            answers.pop_front();
        return answer;
    }
    CommitOutcome answerTo(const ChangeSet &changes)
    {
        sent.push_back(changes);
        if (onCommit)
            onCommit();
        return answer ? answer(changes) : next(commits);
    }

    StoreCounters m_counters;
};

/// A journal that writes into the same list as the store, so that the order shows.
class ListedJournal final : public IntentJournal
{
public:
    explicit ListedJournal(QStringList &calls)
        : m_calls(calls)
    {}
    bool begin(const AnyCommand &) override
    {
        m_calls += QStringLiteral("begin");
        return works;
    }
    void end(const QUuid &) override { m_calls += QStringLiteral("end"); }
    std::vector<AnyCommand> takeUnfinished() override { return {}; }

    bool works = true;

private:
    QStringList &m_calls;
};

} // namespace tanaban::tests
