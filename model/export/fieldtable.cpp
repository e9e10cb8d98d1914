#include "model/export/fieldtable.h"

#include "model/codes.h"
#include "model/export/tableofids.h"
#include "model/import/recordreading.h"

#include <QJsonArray>

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

int decimalsOf(const Record &product)
{
    return product.fields.value(u"quantity_decimals"_s).toInt();
}

TableLine lineOf(ImportKind kind, const Record &record)
{
    TableLine line;
    for (const ImportField &field : fieldsOf(kind)) {
        const QJsonValue value = record.key.contains(field.name) ? record.key.value(field.name)
                                                                 : record.fields.value(field.name);
        line.push_back(cellOf(value, field.name == u"reorder_point"_s ? decimalsOf(record) : 0));
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

/// One line of an order with the order, as the importer reads them; an order without lines has one
/// that is empty behind its head.
struct OrderExport
{
    Record order;
    QJsonObject line;
    int decimals = 0;
};

/// The orders' lines; how their products are counted is asked for once for all of them.
Read<std::vector<OrderExport>> orderLines(const std::vector<RecordId> &ids, Records &records)
{
    const auto orders = records.rows(Entity::Order, ids);
    if (!orders)
        return fail(ReadFailure(orders.error()));
    QHash<RecordId, int> decimals;
    std::vector<OrderExport> exported;
    for (const RecordRow &row : *orders) {
        const QJsonArray lines = row.record.fields.value(u"lines"_s).toArray();
        if (lines.isEmpty())
            exported.push_back({row.record, {}, 0});
        for (const QJsonValue &line : lines) {
            exported.push_back({row.record, line.toObject(), 0});
            decimals.insert(line[u"product_code"_s].toString(), 0);
        }
    }
    const QStringList codes = decimals.keys();
    const auto products = records.rows(Entity::Product, {codes.begin(), codes.end()});
    if (!products)
        return fail(ReadFailure(products.error()));
    for (const RecordRow &row : *products)
        decimals[idOf(Entity::Product, row.record.key)] = decimalsOf(row.record);
    for (OrderExport &line : exported)
        line.decimals = decimals.value(line.line.value(u"product_code"_s).toString());
    return exported;
}

TableLine lineOf(const OrderExport &exported)
{
    TableLine line;
    for (const ImportField &field : fieldsOf(ImportKind::Orders)) {
        QJsonValue value = exported.order.key.value(field.name);
        if (value.isUndefined())
            value = exported.order.fields.value(field.name);
        if (value.isUndefined())
            value = exported.line.value(field.name);
        line.push_back(cellOf(value, field.name == u"quantity"_s ? exported.decimals : 0));
    }
    return line;
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
    if (kind == ImportKind::Orders) {
        return std::make_unique<TableOfIds<RecordId, OrderExport>>(
            TableOfIds<RecordId, OrderExport>::Parts{
                namesOf(kind),
                [kind, &records] { return idsOf(kind, records); },
                [&records](const std::vector<RecordId> &ids) { return orderLines(ids, records); },
                [](const OrderExport &line) { return lineOf(line); }});
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
