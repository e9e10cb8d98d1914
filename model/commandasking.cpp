#include "model/runnerparts.h"

#include <algorithm>

namespace tanaban {

namespace {

/// The reader of one try. Hands out what the person saw of the rows instead of loading them again,
/// and remembers which rows are not at the version that was looked at.
class ReaderOfTry final : public StockReader
{
public:
    ReaderOfTry(StockReader &reader, const Versions &versions, std::span<const StockContext> known)
        : m_reader(reader)
        , m_versions(versions)
        , m_known(known)
    {}

    Read<std::optional<StockContext>> stock(qint64 id, qint64 handMade) override
    {
        const auto seen = std::find_if(
            m_known.begin(), m_known.end(), [id](const StockContext &known) {
                return known.row.id == id;
            });
        Read<std::optional<StockContext>> read = seen != m_known.end()
                                                     ? std::optional(*seen)
                                                     : m_reader.stock(id, handMade);
        const auto looked = m_versions.find(id);
        if (read && *read && looked != m_versions.end())
            m_moved = m_moved || (*read)->row.version != looked->second;
        return read;
    }
    Read<PlaceContext> place(const StockKey &key) override { return m_reader.place(key); }
    Read<std::optional<Allocation>> allocation(qint64 id) override
    {
        return m_reader.allocation(id);
    }
    Read<std::optional<EarlierCommand>> command(const QUuid &id) override
    {
        return m_reader.command(id);
    }
    Read<AllocationBook> allocationBook(const BookQuery &query) override
    {
        auto book = m_reader.allocationBook(query);
        if (!book)
            return book;
        for (const BookStock &row : book->stock) {
            const auto looked = m_versions.find(row.id);
            m_moved = m_moved || (looked != m_versions.end() && row.version != looked->second);
        }
        return book;
    }

    bool moved() const { return m_moved; }

private:
    StockReader &m_reader;
    const Versions &m_versions;
    std::span<const StockContext> m_known;
    bool m_moved = false;
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

/// Every change in between is known, is of a row that was looked at, and was no more than a
/// movement of quantities.
bool onlyQuantitiesMoved(const CommitOutcome &outcome, const Versions &versions)
{
    const auto *conflict = std::get_if<VersionConflict>(&outcome);
    const auto isQuiet = [&versions](const ConflictRow &row) {
        const bool all = versions.contains(row.id) && row.more == 0
                         && qint64(row.between.size()) == row.actual - row.expected;
        return all
               && std::none_of(row.between.begin(), row.between.end(), [](const StockEvent &event) {
                      return event.kind == EventKind::Status || event.kind == EventKind::Open;
                  });
    };
    return conflict && !conflict->rows.empty()
           && std::all_of(conflict->rows.begin(), conflict->rows.end(), isQuiet);
}

} // namespace

CommandRunner::Tried CommandRunner::tryOnce(Run &run, const Versions &versions, Known known)
{
    ReaderOfTry reader(m_store, versions, known);
    const DecisionResult decided = run.decide(versions, reader);
    Tried tried;
    if (reader.moved()) {
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
CommandRunner::Tried CommandRunner::tryLoaded(Run &run, const Versions &versions, Known known)
{
    Tried tried = tryOnce(run, versions, known);
    return !known.empty() && tried.ruleSaysNo ? tryOnce(run, versions, {}) : tried;
}

CommandResult CommandRunner::ask(Run &run, ConflictPolicy policy)
{
    Versions versions = run.lookedAt;
    if (versions.empty()) {
        for (const StockContext &known : run.known)
            versions[known.row.id] = known.row.version;
    }
    const bool seen = !run.known.empty()
                      && std::all_of(
                          run.known.begin(), run.known.end(), [&](const StockContext &known) {
                              const auto looked = versions.find(known.row.id);
                              return looked != versions.end()
                                     && looked->second == known.row.version;
                          });
    Tried tried = tryLoaded(run, versions, seen ? run.known : Known());
    if (std::holds_alternative<Overtaken>(tried.outcome))
        tried = afterGuard(run, versions, std::move(tried.outcome));

    CommandResult result;
    result.outcome = tried.outcome;
    result = refusal(run.intent, std::move(result));
    if (!std::holds_alternative<VersionConflict>(result.outcome))
        return result;
    if (tried.moved)
        result.outcome = conflictSince(versions);
    const bool mayGoOn = policy == ConflictPolicy::AskUnlessStillPossible && seen
                         && !result.idSpent;
    return mayGoOn ? goOnIfStillPossible(run, versions, std::move(result)) : result;
}

/// Nothing is done again behind the person's back, but the reason may be put in words: a row
/// moved, or a rule says no now.
CommandRunner::Tried CommandRunner::afterGuard(Run &run,
                                               const Versions &versions,
                                               CommitOutcome overtaken)
{
    ReaderOfTry reader(m_store, versions, {});
    const DecisionResult decided = run.decide(run.lookedAt, reader);
    Tried tried;
    tried.outcome = std::move(overtaken);
    if (reader.moved()) {
        tried.moved = true;
        tried.outcome = VersionConflict{};
    } else if (const auto *error = std::get_if<DomainError>(&decided)) {
        tried.outcome = Rejected{*error};
    }
    return tried;
}

/// All rows that are not what they were, at once.
CommitOutcome CommandRunner::conflictSince(const Versions &versions)
{
    auto conflict = m_store.conflictOf(versions);
    if (!conflict)
        return outcomeOf(conflict.error());
    std::erase_if(conflict->rows, [](const ConflictRow &row) { return row.actual == row.expected; });
    return std::move(conflict).value();
}

CommandResult CommandRunner::goOnIfStillPossible(Run &run,
                                                 const Versions &versions,
                                                 CommandResult conflict)
{
    if (!onlyQuantitiesMoved(conflict.outcome, versions))
        return conflict;
    std::vector<StockContext> now;
    for (const StockContext &seen : run.known) {
        const auto fresh = m_store.stock(seen.row.id);
        if (!fresh || !*fresh || !sameButForQuantities(seen, **fresh))
            return conflict;
        now.push_back(**fresh);
    }
    Versions fresh = versions;
    for (const StockContext &row : now)
        fresh[row.row.id] = row.row.version;
    // Only what is told may be passed over.
    const auto isTold = [&](const CommitOutcome &outcome) {
        Versions told = versions;
        for (const ConflictRow &row : std::get<VersionConflict>(outcome).rows)
            told[row.id] = row.actual;
        return told == fresh;
    };
    if (!isTold(conflict.outcome)) {
        // It moved on between the two looks.
        conflict.outcome = conflictSince(versions);
        if (!onlyQuantitiesMoved(conflict.outcome, versions) || !isTold(conflict.outcome))
            return conflict;
    }
    const Tried tried = tryOnce(run, fresh, now);
    if (tried.ruleSaysNo)
        return conflict;
    conflict.tries = 2;
    if (std::holds_alternative<VersionConflict>(tried.outcome)
        || std::holds_alternative<Overtaken>(tried.outcome))
    {
        // Once is enough; the person sees everything since they looked.
        conflict.outcome = conflictSince(versions);
        return conflict;
    }
    if (std::holds_alternative<Committed>(tried.outcome))
        conflict.wentOnDespite = std::get<VersionConflict>(conflict.outcome).rows;
    conflict.outcome = tried.outcome;
    return conflict;
}

} // namespace tanaban
