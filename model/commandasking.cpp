#include "model/runnerparts.h"

#include <algorithm>

namespace tanaban {

namespace {

/// The reader of one try. Hands out what the person saw of the row instead of loading it again,
/// and remembers at which version the row was.
class ReaderOfTry final : public StockReader
{
public:
    ReaderOfTry(StockReader &reader, qint64 stockId, const StockContext *known)
        : m_reader(reader)
        , m_stockId(stockId)
        , m_known(known)
    {}

    Read<std::optional<StockContext>> stock(qint64 id) override
    {
        Read<std::optional<StockContext>> read = m_known && id == m_known->row.id
                                                     ? std::optional(*m_known)
                                                     : m_reader.stock(id);
        if (read && *read && id == m_stockId)
            m_version = (*read)->row.version;
        return read;
    }
    Read<PlaceContext> place(const StockKey &key) override { return m_reader.place(key); }
    Read<std::optional<Allocation>> allocation(qint64 id) override
    {
        return m_reader.allocation(id);
    }

    std::optional<qint64> version() const { return m_version; }

private:
    StockReader &m_reader;
    qint64 m_stockId;
    const StockContext *m_known;
    std::optional<qint64> m_version;
};

/// Status, expiry, place and whether they are in use: what always asks when it has changed.
bool sameButForQuantities(const StockContext &seen, const StockContext &now)
{
    return seen.row.key == now.row.key && seen.row.condition == now.row.condition
           && seen.product.active == now.product.active
           && seen.product.condition == now.product.condition
           && seen.product.decimals == now.product.decimals
           && seen.lot.expiresOn == now.lot.expiresOn && seen.zone.active == now.zone.active
           && seen.warehouse.active == now.warehouse.active && seen.binActive == now.binActive;
}

/// Every change in between is known, and none was more than a movement of quantities.
bool onlyQuantitiesMoved(const VersionConflict &conflict, qint64 stockId)
{
    if (conflict.rows.size() != 1)
        return false;
    const ConflictRow &row = conflict.rows.front();
    const bool all = row.id == stockId && row.more == 0
                     && qint64(row.between.size()) == row.actual - row.expected;
    return all && std::none_of(row.between.begin(), row.between.end(), [](const StockEvent &event) {
               return event.kind == EventKind::Status || event.kind == EventKind::Open;
           });
}

} // namespace

CommandRunner::Tried CommandRunner::tryOnce(Run &run,
                                            std::optional<qint64> version,
                                            const StockContext *known)
{
    ReaderOfTry reader(m_store, stockIdOf(run.command.action), known);
    StockCommand command = run.command;
    command.expectedVersion = version;
    const DecisionResult decided = decide(command, reader);
    Tried tried;
    if (version && reader.version() && *reader.version() != *version) {
        // What a rule says about a row that the person has not seen is no answer to the person.
        tried.moved = true;
        tried.outcome = VersionConflict{};
    } else if (const auto *error = std::get_if<DomainError>(&decided)) {
        tried.ruleSaysNo = true;
        tried.outcome = Rejected{*error};
    } else if (const auto *failure = std::get_if<ReadFailure>(&decided)) {
        tried.outcome = outcomeOf(*failure);
    } else if (begin(run)) {
        tried.outcome = m_store.commit(std::get<ChangeSet>(decided));
    } else {
        tried.outcome = notNoted();
    }
    return tried;
}

/// Only fresh rows may say no.
CommandRunner::Tried CommandRunner::tryLoaded(Run &run,
                                              std::optional<qint64> version,
                                              const StockContext *known)
{
    Tried tried = tryOnce(run, version, known);
    return known && tried.ruleSaysNo ? tryOnce(run, version, nullptr) : tried;
}

CommandResult CommandRunner::ask(Run &run, ConflictPolicy policy)
{
    std::optional<qint64> version = run.command.expectedVersion;
    if (!version && run.known)
        version = run.known->row.version;
    const bool seen = run.known && version == run.known->row.version;
    Tried tried = tryLoaded(run, version, seen ? run.known : nullptr);
    if (std::holds_alternative<Overtaken>(tried.outcome))
        tried = afterGuard(run, version, std::move(tried.outcome));

    CommandResult result;
    result.outcome = tried.outcome;
    result = refusal(run.intent, std::move(result));
    if (!std::holds_alternative<VersionConflict>(result.outcome))
        return result;
    if (tried.moved)
        result.outcome = conflictSince(run, *version);
    const bool mayGoOn = policy == ConflictPolicy::AskUnlessStillPossible && seen
                         && !result.idSpent;
    return mayGoOn ? goOnIfStillPossible(run, *version, std::move(result)) : result;
}

/// Nothing is done again behind the person's back, but the reason may be put in words: the row
/// moved, or a rule says no now.
CommandRunner::Tried CommandRunner::afterGuard(Run &run,
                                               std::optional<qint64> version,
                                               CommitOutcome overtaken)
{
    ReaderOfTry reader(m_store, stockIdOf(run.command.action), nullptr);
    const DecisionResult decided = decide(run.command, reader);
    Tried tried;
    tried.outcome = std::move(overtaken);
    if (version && reader.version() && *reader.version() != *version) {
        tried.moved = true;
        tried.outcome = VersionConflict{};
    } else if (const auto *error = std::get_if<DomainError>(&decided)) {
        tried.outcome = Rejected{*error};
    }
    return tried;
}

CommitOutcome CommandRunner::conflictSince(const Run &run, qint64 version)
{
    auto conflict = m_store.conflictOf({{stockIdOf(run.command.action), version}});
    if (!conflict)
        return outcomeOf(conflict.error());
    return std::move(conflict).value();
}

CommandResult CommandRunner::goOnIfStillPossible(Run &run, qint64 version, CommandResult conflict)
{
    const qint64 id = stockIdOf(run.command.action);
    const auto isQuiet = [id](const CommitOutcome &outcome) {
        const auto *moved = std::get_if<VersionConflict>(&outcome);
        return moved && onlyQuantitiesMoved(*moved, id);
    };
    if (!isQuiet(conflict.outcome))
        return conflict;
    const auto fresh = m_store.stock(id);
    if (!fresh || !*fresh || !sameButForQuantities(*run.known, **fresh))
        return conflict;
    const StockContext &now = **fresh;
    if (std::get<VersionConflict>(conflict.outcome).rows.front().actual != now.row.version) {
        // It moved on between the two looks: only what is told may be passed over.
        conflict.outcome = conflictSince(run, version);
        if (!isQuiet(conflict.outcome)
            || std::get<VersionConflict>(conflict.outcome).rows.front().actual != now.row.version)
        {
            return conflict;
        }
    }
    const Tried tried = tryOnce(run, now.row.version, &now);
    if (tried.ruleSaysNo)
        return conflict;
    conflict.tries = 2;
    if (std::holds_alternative<VersionConflict>(tried.outcome)
        || std::holds_alternative<Overtaken>(tried.outcome))
    {
        // Once is enough; the person sees everything since they looked.
        conflict.outcome = conflictSince(run, version);
        return conflict;
    }
    if (std::holds_alternative<Committed>(tried.outcome))
        conflict.wentOnDespite = std::get<VersionConflict>(conflict.outcome).rows;
    conflict.outcome = tried.outcome;
    return conflict;
}

} // namespace tanaban
