// torture_worker URL LOGIN BARRIER: the program without its face. It takes orders as lines of JSON,
// loads, says that it is ready, waits at the barrier, acts through the real layers, and reports.

#include "model/commandrunner.h"
#include "model/planning/lineoutcome.h"
#include "storage/gate.h"
#include "tests/torture/barrier.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <cstdio>
#include <iostream>
#include <string>

using namespace tanaban;
using namespace Qt::StringLiterals;

namespace {

void say(const QJsonObject &object)
{
    const QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fflush(stdout);
}

QJsonObject documentOf(const CommitOutcome &outcome)
{
    return std::visit(
        Overloaded{
            [](const Committed &committed) {
                return QJsonObject{{u"outcome"_s, u"committed"_s},
                                   {u"repeated"_s, committed.repeated}};
            },
            [](const VersionConflict &conflict) {
                QJsonArray rows;
                for (const ConflictRow &row : conflict.rows) {
                    rows.append(QJsonObject{{u"id"_s, row.id},
                                            {u"expected"_s, row.expected},
                                            {u"actual"_s, row.actual},
                                            {u"between"_s, qint64(row.between.size())}});
                }
                return QJsonObject{{u"outcome"_s, u"conflict"_s}, {u"rows"_s, rows}};
            },
            [](const Overtaken &overtaken) {
                return QJsonObject{{u"outcome"_s, u"overtaken"_s}, {u"detail"_s, overtaken.detail}};
            },
            [](const Rejected &rejected) {
                return QJsonObject{{u"outcome"_s, u"rejected"_s},
                                   {u"rule"_s, nameOf(rejected.error.rule)},
                                   {u"detail"_s, rejected.error.detail}};
            },
            [](const Busy &) {
                return QJsonObject{{u"outcome"_s, u"busy"_s}};
            },
            [](const Unavailable &unavailable) {
                return QJsonObject{{u"outcome"_s, u"unavailable"_s},
                                   {u"detail"_s, unavailable.detail},
                                   {u"sent"_s, unavailable.sent}};
            }},
        outcome);
}

class Worker
{
public:
    Worker(Database &database, torture::Barrier &barrier)
        : m_store(database.store())
        , m_records(database.records())
        , m_barrier(barrier)
        , m_runner(m_store, m_clock, m_journal, [] {
            return QRandomGenerator::global()->generateDouble();
        })
    {}

    QJsonObject obey(const QJsonObject &order);

private:
    void meet(const QJsonObject &order);
    QJsonObject run(const QJsonObject &order);
    QJsonObject record(const QJsonObject &order);
    QJsonObject moves(const QJsonObject &order);
    QJsonObject openings(const QJsonObject &order);
    QJsonObject reservations(const QJsonObject &order);
    QJsonObject allocations(const QJsonObject &order);
    QJsonObject counters() const;

    Store &m_store;
    Records &m_records;
    torture::Barrier &m_barrier;
    SystemClock m_clock;
    NoJournal m_journal;
    CommandRunner m_runner;
};

void Worker::meet(const QJsonObject &order)
{
    say({{u"ready"_s, true}});
    m_barrier.wait(order.value(u"round"_s).toInt());
}

QJsonObject Worker::counters() const
{
    const StoreCounters &counted = m_store.counters();
    return {{u"commits"_s, qint64(counted.commits)},
            {u"conflicts"_s, qint64(counted.conflicts)},
            {u"overtaken"_s, qint64(counted.overtaken)},
            {u"lockWaits"_s, qint64(counted.lockWaits)},
            {u"deadlocks"_s, qint64(counted.deadlocks)}};
}

/// One command of a person ("hold": who has looked at the row) or of a process.
QJsonObject Worker::run(const QJsonObject &order)
{
    std::optional<StockCommand> command = stockCommandFromJson(order.value(u"command"_s).toObject());
    if (!command)
        return {{u"outcome"_s, u"not a command"_s}};
    if (stockIdOf(command->action) == 0) {
        meet(order);
        return documentOf(m_runner.run(*command, ConflictPolicy::Retry).outcome);
    }
    const auto known = m_store.stock(stockIdOf(command->action));
    if (!known || !*known)
        return {{u"outcome"_s, u"nothing loaded"_s},
                {u"detail"_s, known ? QString() : known.error().detail}};
    const bool hold = order.value(u"hold"_s).toBool();
    if (hold)
        command->expectedVersion = (*known)->row.version;
    meet(order);
    const CommandResult result = m_runner.run(
        *command, hold ? ConflictPolicy::Ask : ConflictPolicy::Retry, &**known);
    QJsonObject report = documentOf(result.outcome);
    report.insert(u"tries"_s, result.tries);
    return report;
}

/// One change of a record that was looked at before.
QJsonObject Worker::record(const QJsonObject &order)
{
    const auto command = recordCommandFromJson(order.value(u"command"_s).toObject());
    if (!command)
        return {{u"outcome"_s, u"not a command"_s}};
    meet(order);
    return documentOf(m_runner.run(*command, m_records).outcome);
}

/// The same move again and again, one unit at a time; with "target" (the row it goes to) loaded and
/// decided under the lock, as the last try of the retry policy does.
QJsonObject Worker::moves(const QJsonObject &order)
{
    const Move move{order.value(u"stock"_s).toInteger(),
                    1,
                    order.value(u"warehouse"_s).toString(),
                    order.value(u"zone"_s).toInt(),
                    order.value(u"bin"_s).toString()};
    const qint64 target = order.value(u"target"_s).toInteger();
    QJsonObject report{{u"outcome"_s, u"committed"_s}};
    meet(order);
    for (int i = 0; i < order.value(u"count"_s).toInt(); ++i) {
        const StockCommand command{newCommandId(), move, {}, m_store.actor()};
        const auto decision = [&command](StockReader &reader) { return decide(command, reader); };
        const CommitOutcome outcome = target > 0
                                          ? m_store.commitLocked(intentOf(command),
                                                                 {{}, {move.stockId, target}},
                                                                 decision)
                                          : m_runner.run(command, ConflictPolicy::Retry).outcome;
        if (!std::holds_alternative<Committed>(outcome))
            report = documentOf(outcome);
    }
    return report;
}

/// Receives into two rows at once that do not exist yet, in the order given: others make the same
/// two rows in the opposite order at the same moment.
QJsonObject Worker::openings(const QJsonObject &order)
{
    QJsonObject report{{u"outcome"_s, u"committed"_s}};
    const QJsonArray zones = order.value(u"zones"_s).toArray();
    meet(order);
    for (int i = 0; i < order.value(u"count"_s).toInt(); ++i) {
        ChangeSet changes;
        changes.intent.id = newCommandId();
        changes.intent.kind = u"receive"_s;
        changes.intent.asked = {{u"openings"_s, i}};
        changes.intent.actor = m_store.actor();
        for (const QJsonValue zone : zones) {
            StockChange change;
            change.key = {order.value(u"warehouse"_s).toString(),
                          zone.toInt(),
                          QString(),
                          order.value(u"product"_s).toString(),
                          u"N%1"_s.arg(i),
                          StockStatus::Available};
            change.kind = EventKind::Receive;
            change.onHandDelta = 1;
            changes.stock.push_back(change);
        }
        const CommitOutcome outcome = m_store.commit(changes);
        if (!std::holds_alternative<Committed>(outcome))
            report = documentOf(outcome);
    }
    return report;
}

/// Reserves of several rows at once, in the order given; by hand, or for the lines of an order.
QJsonObject Worker::reservations(const QJsonObject &order)
{
    QJsonObject report{{u"outcome"_s, u"committed"_s}};
    const QJsonArray rows = order.value(u"rows"_s).toArray();
    const qint64 forOrder = order.value(u"order"_s).toInteger();
    meet(order);
    for (int i = 0; i < order.value(u"count"_s).toInt(); ++i) {
        ChangeSet changes;
        changes.intent.id = newCommandId();
        changes.intent.kind = forOrder ? u"allocate"_s : u"reserve"_s;
        changes.intent.asked = {{u"reservations"_s, i}};
        changes.intent.actor = m_store.actor();
        for (const QJsonValue row : rows) {
            StockChange change;
            change.id = row.toInteger();
            change.kind = EventKind::Reserve;
            change.reservedDelta = 1;
            changes.stock.push_back(change);
            AllocationChange allocation;
            allocation.stockId = change.id;
            allocation.quantity = 1;
            if (forOrder) {
                allocation.orderId = forOrder;
                allocation.line = int(changes.stock.size());
            }
            changes.allocations.push_back(allocation);
        }
        const CommitOutcome outcome = m_store.commit(changes);
        if (!std::holds_alternative<Committed>(outcome))
            report = documentOf(outcome);
    }
    return report;
}

/// Each order by itself, as a process allocates; the plan for the first one is made before the barrier
/// opens, so that it is overtaken by all who are faster.
QJsonObject Worker::allocations(const QJsonObject &order)
{
    const auto commandFor = [this](const QJsonValue &id) {
        AllocationCommand command;
        command.id = newCommandId();
        command.orders = {id.toInteger()};
        command.actor = m_store.actor();
        return command;
    };
    const QJsonArray ids = order.value(u"orders"_s).toArray();
    AllocationCommand command = commandFor(ids.first());
    Planned planned;
    if (auto book = m_store.allocationBook(queryOf(command))) {
        AllocationPlan plan = planAllocation(*book);
        planned = {std::move(*book), std::move(plan)};
    }
    QJsonObject report{{u"outcome"_s, u"committed"_s}};
    qint64 lacking = 0;
    int mostTries = 0;
    meet(order);
    for (const QJsonValue id : ids) {
        if (id != ids.first())
            command = commandFor(id);
        const CommandResult result = m_runner.run(command, ConflictPolicy::Retry, planned);
        if (!std::holds_alternative<Committed>(result.outcome))
            report = documentOf(result.outcome);
        for (const LineOutcome &line : outcomesOf(planned.book, planned.plan))
            lacking += line.wanted - line.allocated;
        mostTries = std::max(mostTries, result.tries);
        planned = {};
    }
    report.insert(u"lacking"_s, lacking);
    report.insert(u"tries"_s, mostTries);
    return report;
}

QJsonObject Worker::obey(const QJsonObject &order)
{
    const QString what = order.value(u"do"_s).toString();
    QJsonObject report;
    if (what == u"run"_s)
        report = run(order);
    else if (what == u"record"_s)
        report = record(order);
    else if (what == u"moves"_s)
        report = moves(order);
    else if (what == u"openings"_s)
        report = openings(order);
    else if (what == u"reservations"_s)
        report = reservations(order);
    else if (what == u"allocations"_s)
        report = allocations(order);
    report.insert(u"counters"_s, counters());
    return report;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (argc != 4)
        return 2;
    const auto url = DatabaseUrl::parse(QString::fromLocal8Bit(argv[1]));
    if (!url)
        qFatal("%s", qPrintable(url.error()));
    storage::SqlGate gate;
    const auto database = gate.open(*url, QString::fromLocal8Bit(argv[2]));
    if (!database)
        qFatal("%s", qPrintable(database.error().detail));
    torture::Barrier barrier(argv[3]);
    Worker worker(**database, barrier);
    for (std::string line; std::getline(std::cin, line);)
        say(worker.obey(QJsonDocument::fromJson(QByteArray::fromStdString(line)).object()));
    return 0;
}
