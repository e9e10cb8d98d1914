#include "model/stockcommands.h"
#include "storage/sqlitecommit.h"

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
    return asked == opposite ? Refusal() : refused(Rule::ShapeRefused, u"undo"_s);
}

} // namespace tanaban::storage
