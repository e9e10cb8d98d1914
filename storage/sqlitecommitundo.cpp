#include "model/runnerparts.h"
#include "model/stockcommands.h"
#include "storage/sqlitecommit.h"

#include <algorithm>

namespace tanaban::storage {

using namespace Qt::StringLiterals;

// What may be taken back, and that exactly that is. The server checks the same by the triggers of
// migration 5.

SqliteCommit::Refusal SqliteCommit::checkUndoable()
{
    const Intent &intent = m_changes.intent;
    if (!intent.undoes)
        return std::nullopt;
    Statement first(m_connection,
                    u"SELECT c.kind, c.actor, {iso c.at}, EXISTS (SELECT 1 FROM commands u "
                    "WHERE u.undoes = c.command_id) FROM commands c "
                    "WHERE c.command_id = ? AND c.outcome = 'committed'"_s);
    first.bind(intent.undoes);
    if (!first.exec())
        return refused(first);
    if (!first.next() || undoKindOf(first.text(0)) != intent.kind || first.text(1) != m_actor)
        return refused(Rule::NotUndoable);
    if (first.flag(3))
        return refused(Rule::UndoneAlready);
    if (m_now > first.instant(2).plusSeconds(secondsToUndo))
        return refused(Rule::TooLateToUndo);
    return std::nullopt;
}

SqliteCommit::Refusal SqliteCommit::checkUndone()
{
    if (!m_changes.intent.undoes)
        return std::nullopt;
    using Deltas = std::map<qint64, std::pair<qint64, qint64>>;
    Deltas opposite;
    Statement events(m_connection,
                     u"SELECT stock_id, -on_hand_delta, -reserved_delta FROM stock_events "
                     "WHERE command_id = ?"_s);
    events.bind(m_changes.intent.undoes);
    if (!events.exec())
        return refused(events);
    while (events.next())
        opposite[events.integer(0)] = {events.integer(1), events.integer(2)};
    Deltas asked;
    for (const Leg &leg : m_legs)
        asked[leg.row.id] = {leg.change.onHandDelta, leg.change.reservedDelta};
    return asked == opposite ? checkLiveAgain() : refused(Rule::ShapeRefused, u"undo"_s);
}

/// Exactly the allocations live again that were ended, as what they were before.
SqliteCommit::Refusal SqliteCommit::checkLiveAgain()
{
    const auto ended = StockReads(m_connection).ended(*m_changes.intent.undoes);
    if (!ended)
        return outcomeOf(ended.error());
    const auto asked = std::ranges::count_if(
        m_changes.allocations, [](const AllocationChange &change) { return hasEnded(change.from); });
    const bool same = asked == std::ssize(*ended)
                      && std::ranges::all_of(*ended, [this](const EndedAllocation &one) {
                             const auto change = std::ranges::find(
                                 m_changes.allocations, one.allocation.id, &AllocationChange::id);
                             return change != m_changes.allocations.end()
                                    && change->to == one.before
                                    && change->quantity == one.allocation.quantity
                                    && change->orderId == one.allocation.orderId
                                    && change->line == one.allocation.line;
                         });
    return same ? Refusal() : refused(Rule::ShapeRefused, u"undo"_s);
}

/// An ended order stays as it is, but for one: whoever takes back what was sent to it opens it again,
/// when they were the last to change it, by completing it.
SqliteCommit::Refusal SqliteCommit::checkReopening(const RecordChange &change)
{
    const auto ended = StockReads(m_connection).ended(*m_changes.intent.undoes);
    if (!ended)
        return outcomeOf(ended.error());
    const QString number = change.key.value(u"number"_s).toString();
    const auto one = std::ranges::find(*ended, number, &EndedAllocation::orderNumber);
    const bool open = change.fields == QJsonObject{{u"state"_s, codeOf(OrderState::Open)}};
    if (one == ended->end() || one->orderState != OrderState::Completed
        || one->orderChangedBy != m_actor || !open)
        return refused(Rule::OrderEnded, number);
    return std::nullopt;
}

} // namespace tanaban::storage
