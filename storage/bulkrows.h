#pragma once

#include "model/bulkload.h"

namespace tanaban::storage {

// How the rows of a bulk load stand in their tables, for both engines: a sink takes the values in
// the order of the columns (text, integer, flag, instant, date, uuid, blob, json, null).

template <typename Row>
struct BulkTable;

template <>
struct BulkTable<Warehouse>
{
    static constexpr auto name = u"warehouses";
    static constexpr auto columns = u"code, name, time_zone, active, version";
    template <typename Sink>
    static void put(Sink &sink, const Warehouse &row)
    {
        sink.text(row.code).text(row.name).text(row.timeZone).flag(row.active).integer(row.version);
    }
};

template <>
struct BulkTable<Zone>
{
    static constexpr auto name = u"zones";
    static constexpr auto columns =
        u"warehouse_code, zone_number, name, storage_condition, capacity, "
        u"allocation_priority, active, version";
    template <typename Sink>
    static void put(Sink &sink, const Zone &row)
    {
        sink.text(row.warehouse).integer(row.number).text(row.name).text(codeOf(row.condition));
        sink.integer(row.capacity).integer(row.allocationPriority).flag(row.active);
        sink.integer(row.version);
    }
};

template <>
struct BulkTable<Bin>
{
    static constexpr auto name = u"bins";
    static constexpr auto columns =
        u"warehouse_code, zone_number, code, walk_order, active, version";
    template <typename Sink>
    static void put(Sink &sink, const Bin &row)
    {
        sink.text(row.warehouse).integer(row.zone).text(row.code).integer(row.walkOrder);
        sink.flag(row.active).integer(row.version);
    }
};

template <>
struct BulkTable<Product>
{
    static constexpr auto name = u"products";
    static constexpr auto columns = u"code, name, category, barcode, storage_condition, unit, "
                                    u"quantity_decimals, reorder_point, active, version";
    template <typename Sink>
    static void put(Sink &sink, const Product &row)
    {
        sink.text(row.code).text(row.name).text(row.category).text(row.barcode);
        sink.text(codeOf(row.condition)).text(row.unit).integer(row.decimals);
        sink.integer(row.reorderPoint).flag(row.active).integer(row.version);
    }
};

template <>
struct BulkTable<Lot>
{
    static constexpr auto name = u"lots";
    static constexpr auto columns = u"product_code, lot, expires_on, version";
    template <typename Sink>
    static void put(Sink &sink, const Lot &row)
    {
        sink.text(row.product).text(row.lot).date(row.expiresOn).integer(row.version);
    }
};

template <>
struct BulkTable<Partner>
{
    static constexpr auto name = u"partners";
    static constexpr auto columns = u"code, name, kind, active, version";
    template <typename Sink>
    static void put(Sink &sink, const Partner &row)
    {
        sink.text(row.code).text(row.name).text(row.kind).flag(row.active).integer(row.version);
    }
};

template <>
struct BulkTable<Person>
{
    static constexpr auto name = u"people";
    static constexpr auto columns = u"login, name, role, active, version";
    template <typename Sink>
    static void put(Sink &sink, const Person &row)
    {
        sink.text(row.login).text(row.name).text(codeOf(row.role)).flag(row.active);
        sink.integer(row.version);
    }
};

template <>
struct BulkTable<PastCommand>
{
    static constexpr auto name = u"commands";
    static constexpr auto columns = u"command_id, kind, content_hash, actor, at, outcome";
    template <typename Sink>
    static void put(Sink &sink, const PastCommand &row)
    {
        // Nobody knows what exactly was asked for, and nobody can ask for it again, because
        // no hash of an intent is as short as this.
        sink.uuid(row.id).text(row.kind);
        sink.blob(row.id.toRfc4122());
        sink.text(row.actor).instant(row.at).text(QStringLiteral("committed"));
    }
};

template <>
struct BulkTable<PastOrder>
{
    static constexpr auto name = u"orders";
    static constexpr auto columns = u"id, number, partner_code, priority, due_on, state, version";
    template <typename Sink>
    static void put(Sink &sink, const PastOrder &row)
    {
        sink.integer(row.id).text(row.number).text(row.partner).integer(row.priority);
        sink.date(row.dueOn).text(codeOf(row.state)).integer(row.version);
    }
};

template <>
struct BulkTable<PastOrderLine>
{
    static constexpr auto name = u"order_lines";
    static constexpr auto columns = u"order_id, line_number, product_code, quantity";
    template <typename Sink>
    static void put(Sink &sink, const PastOrderLine &row)
    {
        sink.integer(row.order).integer(row.number).text(row.product).integer(row.quantity);
    }
};

template <>
struct BulkTable<StockRow>
{
    static constexpr auto name = u"stock";
    static constexpr auto columns =
        u"id, warehouse_code, zone_number, bin, product_code, lot, status, "
        u"storage_condition, received_at, on_hand, reserved, version";
    template <typename Sink>
    static void put(Sink &sink, const StockRow &row)
    {
        sink.integer(row.id).text(row.key.warehouse).integer(row.key.zone).text(row.key.bin);
        sink.text(row.key.product).text(row.key.lot).text(codeOf(row.key.status));
        sink.text(codeOf(row.condition)).instant(row.receivedAt).integer(row.onHand);
        sink.integer(row.reserved).integer(row.version);
    }
};

template <>
struct BulkTable<StockEvent>
{
    static constexpr auto name = u"stock_events";
    static constexpr auto columns = u"stock_id, version, kind, on_hand_delta, reserved_delta, "
                                    u"on_hand_after, reserved_after, order_id, command_id, actor, "
                                    u"reason, at";
    template <typename Sink>
    static void put(Sink &sink, const StockEvent &row)
    {
        sink.integer(row.stockId).integer(row.version).text(codeOf(row.kind));
        sink.integer(row.onHandDelta).integer(row.reservedDelta).integer(row.onHandAfter);
        sink.integer(row.reservedAfter).integer(row.orderId).uuid(row.command).text(row.actor);
        sink.text(row.reason).instant(row.at);
    }
};

template <>
struct BulkTable<Allocation>
{
    static constexpr auto name = u"allocations";
    static constexpr auto columns =
        u"id, order_id, line_number, stock_id, quantity, state, version";
    template <typename Sink>
    static void put(Sink &sink, const Allocation &row)
    {
        sink.integer(row.id).integer(row.orderId).integer(row.line).integer(row.stockId);
        sink.integer(row.quantity).text(codeOf(row.state)).integer(row.version);
    }
};

template <>
struct BulkTable<PastChange>
{
    static constexpr auto name = u"changes";
    static constexpr auto columns = u"entity, key, version, command_id, actor, at, before, after";
    template <typename Sink>
    static void put(Sink &sink, const PastChange &row)
    {
        sink.text(row.entity).text(row.key).integer(row.version).uuid(row.command);
        sink.text(row.actor).instant(row.at).json(row.before).json(row.after);
    }
};

} // namespace tanaban::storage
