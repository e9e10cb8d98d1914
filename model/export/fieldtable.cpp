#include "model/export/fieldtable.h"

#include "model/codes.h"
#include "model/export/tableofids.h"

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

Entity entityOf(ImportKind kind)
{
    switch (kind) {
    case ImportKind::Warehouses:
        return Entity::Warehouse;
    case ImportKind::Zones:
        return Entity::Zone;
    case ImportKind::Bins:
        return Entity::Bin;
    case ImportKind::Products:
        return Entity::Product;
    case ImportKind::Stock:
        break;
    }
    Q_UNREACHABLE();
}

QStringList namesOf(ImportKind kind)
{
    QStringList names;
    for (const ImportField &field : fieldsOf(kind))
        names << field.name;
    return names;
}

TableCell cellOf(const QJsonValue &value, int decimals = 0)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double:
        return TableNumber{value.toInteger(), decimals};
    case QJsonValue::String:
        return value.toString().isEmpty() ? TableCell() : TableCell(value.toString());
    default:
        return {};
    }
}

/// Zones, bins and their like: read as the lists of the window read them.
class TableOfFields final : public TableOfIds<RecordId>
{
public:
    TableOfFields(ImportKind kind, Records &records)
        : m_kind(kind)
        , m_records(records)
    {}

    QStringList titles() const override { return namesOf(m_kind); }

private:
    Read<std::vector<RecordId>> ids() override
    {
        RecordFilter filter;
        filter.entity = entityOf(m_kind);
        filter.withInactive = true;
        auto ids = m_records.ids(filter);
        // Every zone has a bin without a code: the zone itself, which comes with the zone.
        if (ids && m_kind == ImportKind::Bins) {
            std::erase_if(*ids, [](const RecordId &id) {
                return keyOf(Entity::Bin, id).value(u"code"_s).toString().isEmpty();
            });
        }
        return ids;
    }

    Read<std::vector<TableLine>> rows(const std::vector<RecordId> &ids) override
    {
        const auto rows = m_records.rows(entityOf(m_kind), ids);
        if (!rows)
            return fail(ReadFailure(rows.error()));
        std::vector<TableLine> lines;
        for (const RecordRow &row : *rows)
            lines.push_back(lineOf(row.record));
        return lines;
    }

    TableLine lineOf(const Record &record) const
    {
        TableLine line;
        for (const ImportField &field : fieldsOf(m_kind)) {
            const QJsonValue value = record.key.contains(field.name)
                                         ? record.key.value(field.name)
                                         : record.fields.value(field.name);
            const bool counted = field.name == u"reorder_point"_s;
            line.push_back(
                cellOf(value, counted ? record.fields.value(u"quantity_decimals"_s).toInt() : 0));
        }
        return line;
    }

    ImportKind m_kind;
    Records &m_records;
};

class TableOfOpeningStock final : public TableOfIds<qint64>
{
public:
    explicit TableOfOpeningStock(Store &store)
        : m_store(store)
    {}

    QStringList titles() const override { return namesOf(ImportKind::Stock); }

private:
    Read<std::vector<qint64>> ids() override
    {
        return m_store.stockIds({}, {}, std::numeric_limits<qint64>::max());
    }

    Read<std::vector<TableLine>> rows(const std::vector<qint64> &ids) override
    {
        const auto rows = m_store.stockRows(ids);
        if (!rows)
            return fail(ReadFailure(rows.error()));
        std::vector<TableLine> lines;
        for (const StockListRow &row : *rows)
            lines.push_back(lineOf(row));
        return lines;
    }

    // In the order of the importer's fields.
    static TableLine lineOf(const StockListRow &row)
    {
        const StockKey &key = row.row.key;
        return {key.product,
                key.warehouse,
                TableNumber{key.zone, 0},
                cellOf(key.bin),
                key.lot,
                row.expiresOn ? TableCell(*row.expiresOn) : TableCell(),
                TableNumber{row.row.onHand, row.decimals},
                codeOf(key.status)};
    }

    Store &m_store;
};

} // namespace

std::unique_ptr<TableSource> fieldTable(ImportKind kind, Store &store, Records &records)
{
    if (kind == ImportKind::Stock)
        return std::make_unique<TableOfOpeningStock>(store);
    return std::make_unique<TableOfFields>(kind, records);
}

} // namespace tanaban
