#include "model/export/fieldtable.h"

#include "model/codes.h"
#include "model/export/tableofids.h"
#include "model/import/recordreading.h"

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

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

TableLine lineOf(ImportKind kind, const Record &record)
{
    TableLine line;
    for (const ImportField &field : fieldsOf(kind)) {
        const QJsonValue value = record.key.contains(field.name) ? record.key.value(field.name)
                                                                 : record.fields.value(field.name);
        const bool counted = field.name == u"reorder_point"_s;
        line.push_back(
            cellOf(value, counted ? record.fields.value(u"quantity_decimals"_s).toInt() : 0));
    }
    return line;
}

// In the order of the importer's fields.
TableLine lineOf(const StockListRow &row)
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

/// All of them, also those out of use. Every zone has a bin without a code: the zone itself, which
/// comes with the zone.
Read<std::vector<RecordId>> idsOf(ImportKind kind, Records &records)
{
    RecordFilter filter;
    filter.entity = entityOf(kind);
    filter.withInactive = true;
    auto ids = records.ids(filter);
    if (ids && kind == ImportKind::Bins) {
        std::erase_if(*ids, [](const RecordId &id) {
            return keyOf(Entity::Bin, id).value(u"code"_s).toString().isEmpty();
        });
    }
    return ids;
}

} // namespace

std::unique_ptr<TableSource> fieldTable(ImportKind kind, Store &store, Records &records)
{
    if (kind == ImportKind::Stock) {
        return std::make_unique<TableOfIds<qint64, StockListRow>>(
            TableOfIds<qint64, StockListRow>::Parts{
                namesOf(kind),
                [&store] { return store.stockIds({}, {}, std::numeric_limits<qint64>::max()); },
                [&store](const std::vector<qint64> &ids) { return store.stockRows(ids); },
                [](const StockListRow &row) { return lineOf(row); }});
    }
    return std::make_unique<TableOfIds<RecordId, RecordRow>>(TableOfIds<RecordId, RecordRow>::Parts{
        namesOf(kind),
        [kind, &records] { return idsOf(kind, records); },
        [kind, &records](const std::vector<RecordId> &ids) {
            return records.rows(entityOf(kind), ids);
        },
        [kind](const RecordRow &row) { return lineOf(kind, row.record); }});
}

} // namespace tanaban
