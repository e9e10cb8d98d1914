#include "ui/conflict/glance.h"

namespace tanaban::ui {

namespace {

constexpr int mostReads = 5;

std::optional<qint64> allocationOf(const StockAction &action)
{
    return std::visit(
        [](const auto &what) -> std::optional<qint64> {
            if constexpr (requires { what.allocation; })
                return what.allocation;
            else
                return std::nullopt;
        },
        action);
}

/// Both reads saw the same rows.
bool ofOneMoment(const FreshGlance &fresh)
{
    const std::map<qint64, qint64> versions = fresh.view.versions();
    return std::all_of(
        fresh.since.rows.begin(), fresh.since.rows.end(), [&](const ConflictRow &row) {
            const auto read = versions.find(row.id);
            return read == versions.end() || read->second == row.actual;
        });
}

} // namespace

const Product *Glance::product() const
{
    if (stock)
        return &stock->product;
    return place && place->product ? &*place->product : nullptr;
}

std::map<qint64, qint64> Glance::versions() const
{
    std::map<qint64, qint64> result;
    if (stock)
        result[stock->row.id] = stock->row.version;
    if (place && place->row)
        result[place->row->id] = place->row->version;
    return result;
}

std::optional<StockKey> targetOf(const StockAction &action, const Glance &view)
{
    if (const auto *receive = std::get_if<Receive>(&action))
        return receive->key;
    const auto *move = std::get_if<Move>(&action);
    if (!move || !view.stock)
        return std::nullopt;
    StockKey key = view.stock->row.key;
    key.warehouse = move->warehouse;
    key.zone = move->zone;
    key.bin = move->bin;
    return key;
}

std::optional<Decided> decideOn(const StockCommand &command, const Glance &view)
{
    if (const auto *receive = std::get_if<Receive>(&command.action)) {
        if (!view.place)
            return std::nullopt;
        return decideReceive(command, *receive, *view.place);
    }
    if (!view.stock)
        return std::nullopt;
    const StockContext &stock = *view.stock;
    return std::visit(
        Overloaded{[&](const Receive &) -> std::optional<Decided> { return std::nullopt; },
                   [&](const Reserve &what) -> std::optional<Decided> {
                       return decideReserve(command, what, stock);
                   },
                   [&](const Release &what) -> std::optional<Decided> {
                       return decideRelease(command, what, stock, view.allocation);
                   },
                   [&](const Ship &what) -> std::optional<Decided> {
                       return decideShip(command, what, stock, view.allocation);
                   },
                   [&](const Move &what) -> std::optional<Decided> {
                       if (!view.place)
                           return std::nullopt;
                       return decideMove(command, what, stock, *view.place);
                   },
                   [&](const Adjust &what) -> std::optional<Decided> {
                       return decideAdjust(command, what, stock);
                   },
                   [&](const ChangeStatus &what) -> std::optional<Decided> {
                       return decideStatus(command, what, stock);
                   }},
        command.action);
}

Read<Glance> glanceAt(Store &store, const StockAction &action)
{
    Glance view;
    if (const qint64 id = stockIdOf(action); id != 0) {
        auto stock = store.stock(id);
        if (!stock)
            return fail(ReadFailure(stock.error()));
        view.stock = *stock;
    }
    if (const auto target = targetOf(action, view); target && target->zone > 0) {
        auto place = store.place(*target);
        if (!place)
            return fail(ReadFailure(place.error()));
        view.place = *place;
    }
    if (const auto id = allocationOf(action)) {
        auto allocation = store.allocation(*id);
        if (!allocation)
            return fail(ReadFailure(allocation.error()));
        view.allocation = *allocation;
    }
    return view;
}

Read<FreshGlance> readFresh(Store &store, const StockAction &action, const Glance &seen)
{
    // Rows may move between two reads; what cannot be had of one moment is shown as read last.
    for (int reads = 1;; ++reads) {
        auto view = glanceAt(store, action);
        if (!view)
            return fail(ReadFailure(view.error()));
        auto since = store.conflictOf(seen.versions());
        if (!since)
            return fail(ReadFailure(since.error()));
        FreshGlance fresh{*std::move(view), *std::move(since)};
        if (ofOneMoment(fresh) || reads == mostReads)
            return fresh;
    }
}

} // namespace tanaban::ui
