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

/// Hands a decision what a person sees. What is not in view cannot be decided on.
class GlanceReader final : public StockReader
{
public:
    GlanceReader(const StockCommand &command, const Glance &view)
        : m_parts(partsOf(command))
    {
        if (view.rows.empty())
            m_views.push_back(&view);
        for (const Glance &row : view.rows)
            m_views.push_back(&row);
    }

    Read<std::optional<StockContext>> stock(qint64 id, qint64) override
    {
        for (const Glance *view : m_views) {
            if (view->stock && view->stock->row.id == id)
                return view->stock;
        }
        return fail(ReadFailure());
    }
    Read<PlaceContext> place(const StockKey &key) override
    {
        const bool single = m_views.size() == 1;
        for (size_t i = 0; i < m_views.size() && i < m_parts.size(); ++i) {
            const Glance &view = *m_views[i];
            if (view.place && (single || targetOf(m_parts[i].action, view) == key))
                return *view.place;
        }
        return fail(ReadFailure());
    }
    Read<std::optional<Allocation>> allocation(qint64 id) override
    {
        for (const Glance *view : m_views) {
            if (view->allocation && view->allocation->id == id)
                return view->allocation;
        }
        return std::optional<Allocation>();
    }
    Read<std::optional<EarlierCommand>> command(const QUuid &) override
    {
        return fail(ReadFailure());
    }

private:
    std::vector<StockCommand> m_parts;
    std::vector<const Glance *> m_views;
};

/// Both reads saw the same rows.
bool ofOneMoment(const FreshGlance &fresh)
{
    const Versions versions = fresh.view.versions();
    return std::all_of(
        fresh.since.rows.begin(), fresh.since.rows.end(), [&](const ConflictRow &row) {
            const auto read = versions.find(row.id);
            return read == versions.end() || read->second == row.actual;
        });
}

} // namespace

const Product *Glance::product() const
{
    if (!rows.empty()) {
        const Product *first = rows.front().product();
        const bool shared = first
                            && std::all_of(rows.begin(), rows.end(), [first](const Glance &row) {
                                   const Product *other = row.product();
                                   return other && other->code == first->code;
                               });
        return shared ? first : nullptr;
    }
    if (stock)
        return &stock->product;
    return place && place->product ? &*place->product : nullptr;
}

Versions Glance::versions() const
{
    Versions result;
    if (stock)
        result[stock->row.id] = stock->row.version;
    if (place && place->row)
        result[place->row->id] = place->row->version;
    for (const Glance &row : rows)
        result.merge(row.versions());
    return result;
}

std::vector<StockContext> Glance::stocks() const
{
    std::vector<StockContext> result;
    if (stock)
        result.push_back(*stock);
    for (const Glance &row : rows) {
        if (row.stock)
            result.push_back(*row.stock);
    }
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
    GlanceReader reader(command, view);
    DecisionResult decided = decide(command, reader);
    if (auto *error = std::get_if<DomainError>(&decided))
        return Decided(fail(std::move(*error)));
    if (auto *changes = std::get_if<ChangeSet>(&decided))
        return Decided(std::move(*changes));
    return std::nullopt;
}

Read<Glance> glanceAt(Store &store, const StockAction &action)
{
    Glance view;
    if (const auto *several = std::get_if<Several>(&action)) {
        for (const RowAction &row : several->rows) {
            auto part = glanceAt(store, row.action);
            if (!part)
                return part;
            view.rows.push_back(*std::move(part));
        }
        return view;
    }
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
