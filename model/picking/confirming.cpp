#include "model/picking/confirming.h"

#include "model/runnerparts.h"

#include <algorithm>
#include <map>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

bool isCommitted(const CommitOutcome &outcome)
{
    return std::holds_alternative<Committed>(outcome);
}

ClaimCommand claimsOf(ClaimCommand::Kind kind, const QString &actor)
{
    ClaimCommand command;
    command.kind = kind;
    command.id = newCommandId();
    command.actor = actor;
    return command;
}

} // namespace

bool ConfirmReport::isDone() const
{
    return isCommitted(outcome());
}

CommitOutcome ConfirmReport::outcome() const
{
    if (!isCommitted(shipped))
        return shipped;
    for (const auto &step : {returned, planned}) {
        if (step && !isCommitted(*step))
            return *step;
    }
    if (ended && std::holds_alternative<Unavailable>(*ended))
        return *ended;
    return Committed{};
}

PickConfirmation::PickConfirmation(Store &store, Records &records, CommandRunner &runner)
    : m_store(store)
    , m_records(records)
    , m_runner(runner)
{}

ConfirmReport PickConfirmation::run(const std::vector<PickedStop> &stops,
                                    const std::optional<Strategy> &strategy,
                                    const QString &actor,
                                    const std::stop_token &stop)
{
    begin(stops, strategy, actor);
    return goOn(stop);
}

void PickConfirmation::begin(const std::vector<PickedStop> &stops,
                             const std::optional<Strategy> &strategy,
                             const QString &actor)
{
    m_actor = actor;
    m_number = stops.empty() ? QString() : stops.front().stop.claim.orderNumber;
    m_commands.clear();
    m_next = 0;
    m_mayEnd = !stops.empty();
    m_plan = {};
    m_report = {};
    ClaimCommand ship = claimsOf(ClaimCommand::Kind::Ship, actor);
    for (const PickedStop &stop : stops) {
        if (stop.picked > 0)
            ship.parts.push_back({stop.stop.claim.id, stop.picked});
    }
    if (!ship.parts.empty())
        m_commands.emplace_back(ship);
    addReturns(stops);
    addPlanning(stops, strategy);
}

void PickConfirmation::beginEnd(const QString &number, const QString &actor)
{
    begin({}, std::nullopt, actor);
    m_number = number;
    m_mayEnd = true;
}

/// Reasons differ from stop to stop, and a command has one: those that share it go together.
void PickConfirmation::addReturns(const std::vector<PickedStop> &stops)
{
    std::map<QString, ClaimCommand> byReason;
    for (const PickedStop &stop : stops) {
        if (stop.missing() <= 0)
            continue;
        const auto [found, isNew] = byReason.try_emplace(
            stop.reason, claimsOf(ClaimCommand::Kind::Release, m_actor));
        found->second.reason = stop.reason;
        found->second.parts.push_back({stop.stop.claim.id, stop.missing()});
    }
    for (const auto &[reason, command] : byReason)
        m_commands.emplace_back(command);
}

void PickConfirmation::addPlanning(const std::vector<PickedStop> &stops,
                                   const std::optional<Strategy> &strategy)
{
    AllocationCommand command;
    command.id = newCommandId();
    command.actor = m_actor;
    command.strategy = strategy;
    for (const PickedStop &stop : stops) {
        if (stop.missing() <= 0)
            continue;
        command.avoid.push_back(stop.stop.claim.stockId);
        const qint64 order = stop.stop.claim.orderId.value_or(0);
        if (std::ranges::find(command.orders, order) == command.orders.end())
            command.orders.push_back(order);
    }
    if (!command.orders.empty())
        m_commands.emplace_back(command);
}

ConfirmReport PickConfirmation::goOn(const std::stop_token &stop)
{
    m_report.shipped = Committed{};
    m_report.ended.reset();
    for (; m_next < m_commands.size(); ++m_next) {
        const AnyCommand command = m_commands[m_next];
        // The picker is back: what was brought is booked even when somebody stops the rest.
        if (stop.stop_requested() && !std::holds_alternative<ClaimCommand>(command))
            return m_report;
        const CommitOutcome outcome = send(command, stop);
        note(command, outcome);
        if (!isCommitted(outcome))
            return m_report;
    }
    // Asked again, the end of the order is the same command.
    if (m_mayEnd && !stop.stop_requested() && addEnd())
        return goOn(stop);
    return m_report;
}

CommitOutcome PickConfirmation::send(const AnyCommand &command, const std::stop_token &stop)
{
    if (const auto *claims = std::get_if<ClaimCommand>(&command))
        return m_runner.run(*claims, ConflictPolicy::Retry).outcome;
    if (const auto *record = std::get_if<RecordCommand>(&command))
        return m_runner.run(*record, m_records).outcome;
    return m_runner.run(std::get<AllocationCommand>(command), ConflictPolicy::Retry, m_plan, stop)
        .outcome;
}

void PickConfirmation::note(const AnyCommand &command, const CommitOutcome &outcome)
{
    if (const auto *claims = std::get_if<ClaimCommand>(&command)) {
        if (claims->kind == ClaimCommand::Kind::Ship) {
            m_report.shipped = outcome;
            m_report.shipment = isCommitted(outcome) ? claims->id : QUuid();
        } else {
            m_report.returned = outcome;
        }
    } else if (std::holds_alternative<RecordCommand>(command)) {
        // Goods that still wait for their picker keep it open: that is the commit's own rule.
        m_report.ended = outcome;
        m_report.completed = isCommitted(outcome);
    } else {
        m_report.planned = outcome;
        m_report.replanned = outcomesOf(m_plan.book, m_plan.plan);
    }
}

CommitOutcome PickConfirmation::settle()
{
    if (m_next >= m_commands.size())
        return m_report.outcome();
    const CommitOutcome outcome = m_runner.settle(m_commands[m_next]);
    if (isCommitted(outcome)) {
        note(m_commands[m_next], outcome);
        ++m_next;
    }
    return outcome;
}

/// When nothing is left to fetch and nothing is lacking.
bool PickConfirmation::addEnd()
{
    BookQuery query;
    query.numbers = QStringList{m_number};
    const auto book = m_store.allocationBook(query);
    const auto rows = m_records.rows(Entity::Order, {m_number});
    if (!book || !rows) {
        m_report.ended = outcomeOf(book ? rows.error() : book.error());
        return false;
    }
    m_mayEnd = false;
    const bool lacks = std::ranges::any_of(book->lines,
                                           [](const BookLine &line) { return line.wanted() > 0; });
    if (lacks || book->orders.empty() || rows->empty())
        return false;
    RecordCommand command;
    command.id = newCommandId();
    command.entity = Entity::Order;
    command.before = rows->front().record;
    command.fields = {{u"state"_s, codeOf(OrderState::Completed)}};
    command.actor = m_actor;
    m_commands.emplace_back(command);
    return true;
}

} // namespace tanaban
