#include "model/import/recordsource.h"

#include "model/import/importtext.h"
#include "model/quantity.h"

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

template <typename T>
QJsonValue orNull(const std::optional<T> &value)
{
    return value ? QJsonValue(qint64(*value)) : QJsonValue(QJsonValue::Null);
}

class WarehouseSource final : public RecordSource
{
public:
    using RecordSource::RecordSource;
    Entity entity() const override { return Entity::Warehouse; }

    Read<Done> prepare() override
    {
        const auto rows = m_store.warehouses();
        if (!rows)
            return fail(ReadFailure(rows.error()));
        for (const Warehouse &row : *rows) {
            m_rows.insert(
                row.code,
                {{{u"code"_s, row.code}},
                 {{u"name"_s, row.name}, {u"time_zone"_s, row.timeZone}, {u"active"_s, row.active}},
                 row.version});
        }
        return Done{};
    }
    Read<std::optional<Record>> existing(const QJsonObject &key) override
    {
        const auto row = m_rows.constFind(key[u"code"_s].toString());
        return row == m_rows.constEnd() ? std::optional<Record>() : std::optional<Record>(*row);
    }
    QJsonObject readKey(ImportFields &fields) override
    {
        return {{u"code"_s, fields.warehouseCode(u"code"_s)}};
    }
    Record read(ImportFields &fields, const std::optional<Record> &) override
    {
        Record record;
        if (fields.has(u"name"_s))
            record.fields[u"name"_s] = fields.name(u"name"_s);
        if (fields.has(u"time_zone"_s))
            record.fields[u"time_zone"_s] = fields.timeZone(u"time_zone"_s);
        if (fields.has(u"active"_s))
            record.fields[u"active"_s] = fields.flag(u"active"_s);
        return record;
    }

private:
    QHash<QString, Record> m_rows;
};

class ZoneSource final : public RecordSource
{
public:
    using RecordSource::RecordSource;
    Entity entity() const override { return Entity::Zone; }

    Read<Done> prepare() override
    {
        const auto warehouses = m_store.warehouses();
        if (!warehouses)
            return fail(ReadFailure(warehouses.error()));
        for (const Warehouse &row : *warehouses)
            m_warehouses += row.code;
        const auto zones = m_store.zones();
        if (!zones)
            return fail(ReadFailure(zones.error()));
        for (const ZoneSummary &summary : *zones) {
            const Zone &zone = summary.zone;
            m_rows.insert({zone.warehouse, zone.number},
                          {{},
                           {{u"name"_s, zone.name},
                            {u"storage_condition"_s, codeOf(zone.condition)},
                            {u"capacity"_s, orNull(zone.capacity)},
                            {u"allocation_priority"_s, orNull(zone.allocationPriority)},
                            {u"active"_s, zone.active}},
                           zone.version});
        }
        return Done{};
    }
    Read<std::optional<Record>> existing(const QJsonObject &key) override
    {
        const auto row = m_rows.constFind(
            {key[u"warehouse_code"_s].toString(), key[u"zone_number"_s].toInt()});
        return row == m_rows.constEnd() ? std::optional<Record>() : std::optional<Record>(*row);
    }
    QJsonObject readKey(ImportFields &fields) override
    {
        const QString warehouse = fields.warehouseCode(u"warehouse_code"_s);
        if (!fields.faulty() && !m_warehouses.contains(warehouse))
            fields.refuse(u"warehouse_code"_s,
                          ImportText::tr("there is no such warehouse"),
                          Rule::UnknownPlace);
        return {{u"warehouse_code"_s, warehouse},
                {u"zone_number"_s, fields.positive(u"zone_number"_s).value_or(0)}};
    }
    Record read(ImportFields &fields, const std::optional<Record> &) override
    {
        Record record;
        if (fields.has(u"name"_s))
            record.fields[u"name"_s] = fields.name(u"name"_s);
        if (fields.has(u"storage_condition"_s)) {
            const auto condition = fields.condition(u"storage_condition"_s);
            record.fields[u"storage_condition"_s] = condition ? codeOf(*condition) : QString();
        }
        if (fields.has(u"capacity"_s))
            record.fields[u"capacity"_s] = orNull(fields.number(u"capacity"_s, greatestQuantity));
        if (fields.has(u"allocation_priority"_s)) {
            record.fields[u"allocation_priority"_s] = orNull(
                fields.number(u"allocation_priority"_s, 1'000'000));
        }
        if (fields.has(u"active"_s))
            record.fields[u"active"_s] = fields.flag(u"active"_s);
        return record;
    }
    Read<Done> checkChange(ImportFields &fields,
                           const Record &now,
                           const QJsonObject &changed) override
    {
        if (!changed.contains(u"storage_condition"_s))
            return Done{};
        StockFilter filter;
        filter.warehouse = now.key[u"warehouse_code"_s].toString();
        filter.zone = now.key[u"zone_number"_s].toInt();
        const auto used = hasStock(filter);
        if (!used)
            return fail(ReadFailure(used.error()));
        if (*used)
            fields.refuse(u"storage_condition"_s,
                          ImportText::tr("the zone has stock; it stays as it is"));
        return Done{};
    }

private:
    QStringList m_warehouses;
    QHash<std::pair<QString, int>, Record> m_rows;
};

class BinSource final : public RecordSource
{
public:
    using RecordSource::RecordSource;
    Entity entity() const override { return Entity::Bin; }

    Read<Done> prepare() override
    {
        const auto zones = m_store.zones();
        if (!zones)
            return fail(ReadFailure(zones.error()));
        for (const ZoneSummary &summary : *zones) {
            const Zone &zone = summary.zone;
            m_zones.push_back({zone.warehouse, zone.number});
        }
        return Done{};
    }
    Read<std::optional<Record>> existing(const QJsonObject &key) override
    {
        const std::pair<QString, int> zone{key[u"warehouse_code"_s].toString(),
                                           key[u"zone_number"_s].toInt()};
        if (!m_bins.contains(zone)) {
            const auto bins = m_store.bins(zone.first, zone.second);
            if (!bins)
                return fail(ReadFailure(bins.error()));
            QHash<QString, Record> &known = m_bins[zone];
            for (const Bin &bin : *bins) {
                known.insert(bin.code,
                             {{},
                              {{u"walk_order"_s, bin.walkOrder}, {u"active"_s, bin.active}},
                              bin.version});
            }
        }
        const QHash<QString, Record> &known = m_bins[zone];
        const auto row = known.constFind(key[u"code"_s].toString());
        return row == known.constEnd() ? std::optional<Record>() : std::optional<Record>(*row);
    }
    QJsonObject readKey(ImportFields &fields) override
    {
        const QString warehouse = fields.warehouseCode(u"warehouse_code"_s);
        const int zone = fields.positive(u"zone_number"_s).value_or(0);
        const std::pair<QString, int> place{warehouse, zone};
        if (!fields.faulty() && std::ranges::find(m_zones, place) == m_zones.end())
            fields.refuse(
                u"zone_number"_s, ImportText::tr("there is no such zone"), Rule::UnknownPlace);
        return {{u"warehouse_code"_s, warehouse},
                {u"zone_number"_s, zone},
                {u"code"_s, fields.code(u"code"_s)}};
    }
    Record read(ImportFields &fields, const std::optional<Record> &) override
    {
        Record record;
        if (fields.has(u"walk_order"_s)) {
            record.fields[u"walk_order"_s] =
                fields.number(u"walk_order"_s, 1'000'000'000).value_or(0);
        }
        if (fields.has(u"active"_s))
            record.fields[u"active"_s] = fields.flag(u"active"_s);
        return record;
    }

private:
    std::vector<std::pair<QString, int>> m_zones;
    QHash<std::pair<QString, int>, QHash<QString, Record>> m_bins;
};

class ProductSource final : public RecordSource
{
public:
    using RecordSource::RecordSource;
    Entity entity() const override { return Entity::Product; }

    Read<std::optional<Record>> existing(const QJsonObject &key) override
    {
        const QString code = key[u"code"_s].toString();
        const auto found = m_store.product(code);
        if (!found)
            return fail(ReadFailure(found.error()));
        if (!*found || (*found)->code != code) // it may be another one's barcode
            return std::optional<Record>();
        const Product &product = **found;
        return std::optional<Record>(Record{key,
                                            {{u"name"_s, product.name},
                                             {u"category"_s, product.category},
                                             {u"barcode"_s, product.barcode},
                                             {u"storage_condition"_s, codeOf(product.condition)},
                                             {u"unit"_s, product.unit},
                                             {u"quantity_decimals"_s, product.decimals},
                                             {u"reorder_point"_s, orNull(product.reorderPoint)},
                                             {u"active"_s, product.active}},
                                            product.version});
    }
    QJsonObject readKey(ImportFields &fields) override
    {
        return {{u"code"_s, fields.code(u"code"_s)}};
    }
    Record read(ImportFields &fields, const std::optional<Record> &now) override
    {
        Record record;
        for (const QString &field : {u"name"_s, u"unit"_s}) {
            if (fields.has(field))
                record.fields[field] = fields.name(field);
        }
        if (fields.has(u"category"_s))
            record.fields[u"category"_s] = fields.freeText(u"category"_s);
        if (fields.has(u"barcode"_s))
            record.fields[u"barcode"_s] = fields.optionalCode(u"barcode"_s);
        if (fields.has(u"storage_condition"_s)) {
            const auto condition = fields.condition(u"storage_condition"_s);
            record.fields[u"storage_condition"_s] = condition ? codeOf(*condition) : QString();
        }
        int decimals = now ? now->fields[u"quantity_decimals"_s].toInt() : 0;
        if (fields.has(u"quantity_decimals"_s)) {
            decimals = int(fields.number(u"quantity_decimals"_s, 3).value_or(0));
            record.fields[u"quantity_decimals"_s] = decimals;
        }
        if (fields.has(u"reorder_point"_s))
            record.fields[u"reorder_point"_s] = orNull(
                fields.quantity(u"reorder_point"_s, decimals));
        if (fields.has(u"active"_s))
            record.fields[u"active"_s] = fields.flag(u"active"_s);
        return record;
    }
    Read<Done> checkChange(ImportFields &fields,
                           const Record &now,
                           const QJsonObject &changed) override
    {
        for (const QString &field : {u"storage_condition"_s, u"quantity_decimals"_s}) {
            if (!changed.contains(field))
                continue;
            StockFilter filter;
            filter.product = now.key[u"code"_s].toString();
            const auto used = hasStock(filter);
            if (!used)
                return fail(ReadFailure(used.error()));
            if (*used)
                fields.refuse(field, ImportText::tr("the product has stock; it stays as it is"));
        }
        return Done{};
    }
};

} // namespace

std::unique_ptr<RecordSource> recordSourceFor(ImportKind kind, Store &store)
{
    switch (kind) {
    case ImportKind::Warehouses:
        return std::make_unique<WarehouseSource>(store);
    case ImportKind::Zones:
        return std::make_unique<ZoneSource>(store);
    case ImportKind::Bins:
        return std::make_unique<BinSource>(store);
    case ImportKind::Products:
        return std::make_unique<ProductSource>(store);
    case ImportKind::Stock:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace tanaban
