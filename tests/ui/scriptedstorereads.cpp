#include "tests/ui/scriptedstore.h"

namespace tanaban::test {

using namespace Qt::StringLiterals;

Read<std::optional<StockContext>> ScriptedStore::stock(qint64 id, qint64)
{
    const std::scoped_lock lock(m_lock);
    const auto found = m_rows.find(id);
    if (found == m_rows.end())
        return std::optional<StockContext>();
    const StockKey &key = found->second.key;
    StockContext context;
    context.row = found->second;
    for (const Product &product : m_products) {
        if (product.code == key.product)
            context.product = product;
    }
    for (const Lot &lot : m_lots) {
        if (lot.product == key.product && lot.lot == key.lot)
            context.lot = lot;
    }
    for (const ZoneSummary &zone : m_zones) {
        if (zone.zone.warehouse == key.warehouse && zone.zone.number == key.zone)
            context.zone = zone.zone;
    }
    context.warehouse = m_warehouses.front();
    for (const Allocation &allocation : m_allocations) {
        if (allocation.stockId == id && allocation.state == AllocationState::Open)
            context.handMade.push_back(allocation);
    }
    context.today = QDate(2026, 11, 21);
    return std::optional(context);
}

Read<PlaceContext> ScriptedStore::place(const StockKey &key)
{
    const std::scoped_lock lock(m_lock);
    PlaceContext context;
    for (const Warehouse &warehouse : m_warehouses) {
        if (warehouse.code == key.warehouse)
            context.warehouse = warehouse;
    }
    for (const ZoneSummary &zone : m_zones) {
        if (zone.zone.warehouse == key.warehouse && zone.zone.number == key.zone) {
            context.zone = zone.zone;
            context.zoneLoad = zone.load;
        }
    }
    for (const Bin &bin : m_bins) {
        if (bin.warehouse == key.warehouse && bin.zone == key.zone && bin.code == key.bin)
            context.bin = bin;
    }
    for (const Product &product : m_products) {
        if (product.code == key.product)
            context.product = product;
    }
    for (const Lot &lot : m_lots) {
        if (lot.product == key.product && lot.lot == key.lot)
            context.lot = lot;
    }
    for (const auto &[id, row] : m_rows) {
        if (row.key == key)
            context.row = row;
    }
    context.today = QDate(2026, 11, 21);
    return context;
}

Read<std::optional<Allocation>> ScriptedStore::allocation(qint64 id)
{
    const std::scoped_lock lock(m_lock);
    for (const Allocation &allocation : m_allocations) {
        if (allocation.id == id)
            return std::optional(allocation);
    }
    return std::optional<Allocation>();
}

Read<std::vector<qint64>> ScriptedStore::stockIds(const StockFilter &, const StockSort &, qint64)
{
    return std::vector<qint64>{rice, salmon};
}

Read<std::vector<StockListRow>> ScriptedStore::stockRows(const std::vector<qint64> &)
{
    return std::vector<StockListRow>();
}

Read<std::vector<StockEvent>> ScriptedStore::history(qint64, qint64, int)
{
    return std::vector<StockEvent>();
}

Read<std::vector<ZoneSummary>> ScriptedStore::zones()
{
    return m_zones;
}

Read<std::vector<Warehouse>> ScriptedStore::warehouses()
{
    return m_warehouses;
}

Read<std::vector<Bin>> ScriptedStore::bins(const QString &warehouse, int zone)
{
    std::vector<Bin> result;
    for (const Bin &bin : m_bins) {
        if (bin.warehouse == warehouse && bin.zone == zone)
            result.push_back(bin);
    }
    return result;
}

Read<std::optional<Product>> ScriptedStore::product(const QString &codeOrBarcode)
{
    for (const Product &product : m_products) {
        if (product.code == codeOrBarcode || product.barcode == codeOrBarcode)
            return std::optional(product);
    }
    return std::optional<Product>();
}

Read<std::vector<Product>> ScriptedStore::findProducts(const QString &text, int)
{
    std::vector<Product> result;
    for (const Product &product : m_products) {
        if (product.name.contains(text, Qt::CaseInsensitive) || product.code.startsWith(text))
            result.push_back(product);
    }
    return result;
}

Read<std::vector<Person>> ScriptedStore::people()
{
    const std::scoped_lock lock(m_lock);
    return std::vector<Person>{{u"tanaka"_s, u"Tanaka Ichiro"_s, m_role, true, 1}};
}

} // namespace tanaban::test
