#include "model/demo/json.h"

namespace tanaban::demo {

namespace {

/// A hundred thousand small objects are made in one go: QJsonDocument takes ten times as long.
class Object
{
public:
    Object &text(const char *name, const QString &value)
    {
        start(name);
        m_json += '"';
        for (const char byte : value.toUtf8()) {
            if (byte == '"' || byte == '\\')
                m_json += '\\';
            m_json += byte;
        }
        m_json += '"';
        return *this;
    }
    Object &number(const char *name, qint64 value) { return raw(name, QByteArray::number(value)); }
    Object &flag(const char *name, bool value) { return raw(name, value ? "true" : "false"); }
    Object &raw(const char *name, const QByteArray &value)
    {
        start(name);
        m_json += value;
        return *this;
    }
    template <typename T>
    Object &optional(const char *name, const std::optional<T> &value)
    {
        return raw(name, value ? QByteArray::number(qint64(*value)) : QByteArray("null"));
    }
    Object &date(const char *name, const std::optional<QDate> &value)
    {
        return value ? text(name, value->toString(Qt::ISODate)) : raw(name, "null");
    }
    QByteArray finish() { return m_json + '}'; }

private:
    void start(const char *name)
    {
        m_json += m_json.isEmpty() ? "{\"" : ",\"";
        m_json += name;
        m_json += "\":";
    }

    QByteArray m_json;
};

} // namespace

QByteArray toJson(const Warehouse &warehouse)
{
    return Object()
        .text("code", warehouse.code)
        .text("name", warehouse.name)
        .text("time_zone", warehouse.timeZone)
        .flag("active", warehouse.active)
        .finish();
}

QByteArray toJson(const Zone &zone)
{
    return Object()
        .text("warehouse_code", zone.warehouse)
        .number("zone_number", zone.number)
        .text("name", zone.name)
        .text("storage_condition", codeOf(zone.condition))
        .optional("capacity", zone.capacity)
        .optional("allocation_priority", zone.allocationPriority)
        .flag("active", zone.active)
        .finish();
}

QByteArray toJson(const Product &product)
{
    return Object()
        .text("code", product.code)
        .text("name", product.name)
        .text("category", product.category)
        .text("barcode", product.barcode)
        .text("storage_condition", codeOf(product.condition))
        .text("unit", product.unit)
        .number("quantity_decimals", product.decimals)
        .optional("reorder_point", product.reorderPoint)
        .flag("active", product.active)
        .finish();
}

QByteArray toJson(const Lot &lot)
{
    Object object;
    object.text("product_code", lot.product).text("lot", lot.lot);
    return object.date("expires_on", lot.expiresOn).finish();
}

QByteArray toJson(const Partner &partner)
{
    return Object()
        .text("code", partner.code)
        .text("name", partner.name)
        .text("kind", partner.kind)
        .flag("active", partner.active)
        .finish();
}

QByteArray toJson(const PastOrder &order, std::span<const PastOrderLine> lines)
{
    QByteArray list;
    for (const PastOrderLine &line : lines) {
        list += list.isEmpty() ? '[' : ',';
        list += Object()
                    .number("line_number", line.number)
                    .text("product_code", line.product)
                    .number("quantity", line.quantity)
                    .finish();
    }
    return Object()
        .text("number", order.number)
        .text("partner_code", order.partner)
        .optional("priority", order.priority)
        .date("due_on", order.dueOn)
        .text("state", codeOf(order.state))
        .raw("lines", list + ']')
        .finish();
}

QByteArray stateJson(AllocationState state)
{
    return Object().text("state", codeOf(state)).finish();
}

QByteArray stateJson(OrderState state)
{
    return Object().text("state", codeOf(state)).finish();
}

QByteArray toJson(const Allocation &allocation, qint64 splitFrom)
{
    Object object;
    object.optional("order_id", allocation.orderId)
        .optional("line_number", allocation.line)
        .number("stock_id", allocation.stockId)
        .number("quantity", allocation.quantity)
        .text("state", codeOf(allocation.state));
    if (splitFrom > 0)
        object.number("split_from", splitFrom);
    return object.finish();
}

} // namespace tanaban::demo
