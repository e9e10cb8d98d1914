#pragma once

#include "tests/model/goods.h"

#include <numeric>

namespace tanaban::tests {

/// The smallest store that can carry a change set over: rows, allocations and lots in memory, no
/// conditions of its own. What it holds is wrong at once when a decision is wrong.
class TinyWarehouse final : public StockReader
{
public:
    std::vector<StockContext> rows; ///< handMade is filled when it is read
    std::vector<Allocation> allocations;
    std::map<int, Zone> zones;
    std::map<QUuid, EarlierCommand> done;
    std::map<QString, EndedAllocation> orders; ///< what is known of an order, by its number
    Instant now{1'795'000'000'000'000};

    TinyWarehouse()
    {
        for (int number = 1; number <= 3; ++number) {
            Zone zone = goods().zone;
            zone.number = number;
            zone.condition = number == 3 ? StorageCondition::Frozen
                                         : StorageCondition::Refrigerated;
            zone.capacity = 40;
            zones[number] = zone;
        }
    }

    static Product milk()
    {
        Product product = goods().product;
        product.decimals = 1;
        return product;
    }
    static std::optional<QDate> expiryOf(const QString &lot)
    {
        return lot == u"OLD"_s ? std::optional(today.addDays(-1)) : std::nullopt;
    }

    Read<std::optional<StockContext>> stock(qint64 id, qint64 handMade) override
    {
        if (id < 1 || id > qint64(rows.size()))
            return std::optional<StockContext>();
        StockContext context = rows[size_t(id - 1)];
        for (const Allocation &allocation : allocations) {
            if (handMade > 0 && allocation.stockId == id && !allocation.orderId
                && allocation.state == AllocationState::Open)
            {
                context.handMade.push_back(allocation); // and no more than was asked for
                handMade -= allocation.quantity;
            }
        }
        return std::optional(context);
    }
    Read<PlaceContext> place(const StockKey &key) override
    {
        PlaceContext place;
        place.today = today;
        place.product = milk();
        place.warehouse = goods().warehouse;
        if (zones.contains(key.zone)) {
            place.zone = zones.at(key.zone);
            place.bin = Bin{key.warehouse, key.zone, key.bin, 0, true, 1};
            place.zoneLoad = loadOf(key.zone);
        }
        for (const StockContext &context : rows) {
            if (context.row.key.lot == key.lot)
                place.lot = context.lot;
            if (context.row.key == key)
                place.row = context.row;
        }
        return place;
    }
    Read<std::optional<Allocation>> allocation(qint64 id) override
    {
        if (id < 1 || id > qint64(allocations.size()))
            return std::optional<Allocation>();
        return std::optional(allocations[size_t(id - 1)]);
    }
    Read<std::optional<EarlierCommand>> command(const QUuid &id) override
    {
        const auto found = done.find(id);
        if (found == done.end())
            return std::optional<EarlierCommand>();
        EarlierCommand earlier = found->second;
        earlier.now = now;
        std::erase_if(earlier.open, [this](Allocation &made) {
            made = allocations[size_t(made.id - 1)];
            return made.state != AllocationState::Open;
        });
        for (EndedAllocation &ended : earlier.ended) {
            ended.allocation = allocations[size_t(ended.allocation.id - 1)];
            if (const auto order = orders.find(ended.orderNumber); order != orders.end()) {
                ended.orderState = order->second.orderState;
                ended.orderVersion = order->second.orderVersion;
                ended.orderChangedBy = order->second.orderChangedBy;
                ended.lineLeft = order->second.lineLeft;
            }
        }
        return std::optional(earlier);
    }

    qint64 loadOf(int zone) const
    {
        qint64 load = 0;
        for (const StockContext &context : rows) {
            if (context.row.key.zone == zone)
                load += wholeUnits(context.row.onHand, context.product.decimals);
        }
        return load;
    }
    qint64 onHand() const
    {
        return std::accumulate(rows.begin(), rows.end(), qint64(0), [](qint64 sum, const auto &row) {
            return sum + row.row.onHand;
        });
    }

    void apply(const ChangeSet &changes)
    {
        EarlierCommand &record = done[changes.intent.id];
        record.id = changes.intent.id;
        record.kind = changes.intent.kind;
        record.actor = changes.intent.actor;
        record.at = now;
        if (changes.intent.undoes)
            done.at(*changes.intent.undoes).undone = true;
        for (const StockChange &change : changes.stock) {
            StockContext &context = change.id != 0 ? rows[size_t(change.id - 1)] : rowAt(change);
            StockEvent event;
            event.stockId = context.row.id;
            event.kind = change.kind;
            event.onHandDelta = change.onHandDelta;
            event.reservedDelta = change.reservedDelta;
            event.orderId = change.orderId;
            record.events.push_back(event);
            context.row.onHand += change.onHandDelta;
            context.row.reserved += change.reservedDelta;
            ++context.row.version;
        }
        for (const AllocationChange &change : changes.allocations) {
            const qint64 id = apply(change);
            if (change.id == 0)
                record.open.push_back(allocations.back());
            if (!hasEnded(change.to))
                continue;
            EndedAllocation &ended = record.ended.emplace_back();
            ended.allocation.id = id;
            ended.before = change.from;
            if (change.orderId)
                ended.orderNumber = QStringLiteral("SO-%1").arg(*change.orderId);
        }
    }

private:
    StockContext &rowAt(const StockChange &change)
    {
        for (StockContext &context : rows) {
            if (context.row.key == change.key)
                return context;
        }
        StockContext context = goods();
        context.row = StockRow();
        context.row.id = qint64(rows.size()) + 1;
        context.row.key = change.key;
        context.product = milk();
        context.lot = {change.key.product, change.key.lot, expiryOf(change.key.lot), 1};
        context.zone = zones.at(change.key.zone);
        rows.push_back(context);
        return rows.back();
    }
    /// The id of what came out of it.
    qint64 apply(const AllocationChange &change)
    {
        Allocation part;
        part.id = qint64(allocations.size()) + 1;
        part.orderId = change.orderId;
        part.line = change.line;
        part.stockId = change.stockId;
        part.quantity = change.quantity;
        part.state = change.to;
        if (change.id != 0) {
            Allocation &whole = allocations[size_t(change.id - 1)];
            whole.quantity -= change.quantity;
            if (whole.quantity == 0) {
                whole.quantity = change.quantity;
                whole.state = change.to;
                return whole.id;
            }
        }
        allocations.push_back(part);
        return part.id;
    }
};

} // namespace tanaban::tests
