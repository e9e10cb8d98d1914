#include "model/picking/picklist.h"

#include <QHash>

#include <algorithm>
#include <set>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

QJsonObject binKey(const StockKey &place)
{
    return {{u"warehouse_code"_s, place.warehouse},
            {u"zone_number"_s, place.zone},
            {u"code"_s, place.bin}};
}

QJsonObject productKey(const StockKey &place)
{
    return {{u"code"_s, place.product}};
}

/// The fields of the records that the stops point to, each read once.
using Fields = QHash<RecordId, QJsonObject>;
Read<Fields> fieldsFor(Entity entity,
                       const std::vector<PickStop> &stops,
                       QJsonObject (*keyOf)(const StockKey &),
                       Records &records)
{
    std::set<RecordId> ids;
    for (const PickStop &stop : stops)
        ids.insert(idOf(entity, keyOf(stop.claim.place)));
    const auto rows = records.rows(entity, {ids.begin(), ids.end()});
    if (!rows)
        return fail(ReadFailure(rows.error()));
    Fields fields;
    for (const RecordRow &row : *rows)
        fields.insert(idOf(entity, row.record.key), row.record.fields);
    return fields;
}

/// What a picker needs to know beside the claim itself.
std::optional<ReadFailure> describe(std::vector<PickStop> &stops, Records &records)
{
    const auto bins = fieldsFor(Entity::Bin, stops, binKey, records);
    if (!bins)
        return bins.error();
    const auto products = fieldsFor(Entity::Product, stops, productKey, records);
    if (!products)
        return products.error();
    for (PickStop &stop : stops) {
        const StockKey &place = stop.claim.place;
        stop.walkOrder =
            bins->value(idOf(Entity::Bin, binKey(place))).value(u"walk_order"_s).toInt();
        const QJsonObject product = products->value(idOf(Entity::Product, productKey(place)));
        stop.barcode = product.value(u"barcode"_s).toString();
    }
    return std::nullopt;
}

/// What the stock rows say of where it lies, and whether it has expired since it was set aside.
std::optional<ReadFailure> lookAt(std::vector<PickStop> &stops, Store &store)
{
    std::vector<qint64> ids;
    for (const PickStop &stop : stops)
        ids.push_back(stop.claim.stockId);
    const auto rows = store.stockRows(ids);
    if (!rows)
        return rows.error();
    QHash<qint64, const StockListRow *> known;
    for (const StockListRow &row : *rows)
        known.insert(row.row.id, &row);
    for (PickStop &stop : stops) {
        if (const StockListRow *row = known.value(stop.claim.stockId)) {
            stop.zoneName = row->zoneName;
            stop.expiresOn = row->expiresOn;
            stop.expired = row->expired();
        }
    }
    return std::nullopt;
}

} // namespace

int PickList::places() const
{
    std::set<std::tuple<QString, int, QString>> places;
    for (const PickStop &stop : stops)
        places.emplace(stop.claim.place.warehouse, stop.claim.place.zone, stop.claim.place.bin);
    return int(places.size());
}

void sortForWalking(std::vector<PickStop> &stops)
{
    std::ranges::sort(stops, {}, [](const PickStop &stop) {
        const StockKey &place = stop.claim.place;
        return std::tuple(place.warehouse,
                          place.zone,
                          stop.walkOrder,
                          place.bin,
                          place.product,
                          place.lot,
                          stop.claim.orderNumber,
                          stop.claim.line,
                          stop.claim.id);
    });
}

Read<PickList> pickListOf(const QStringList &orderNumbers,
                          ClaimReader &claims,
                          Records &records,
                          Store &store)
{
    PickList list;
    for (const QString &number : orderNumbers) {
        ClaimQuery query;
        query.orderNumber = number;
        const auto found = claims.claims(query);
        if (!found)
            return fail(ReadFailure(found.error()));
        bool any = false;
        for (const Claim &claim : *found) {
            if (claim.kind != Claim::Kind::Order || claim.pending)
                continue;
            any = true;
            PickStop stop;
            stop.claim = claim;
            list.stops.push_back(std::move(stop));
        }
        (any ? list.orders : list.nothingFor) << number;
    }
    if (auto failure = describe(list.stops, records))
        return fail(std::move(*failure));
    if (auto failure = lookAt(list.stops, store))
        return fail(std::move(*failure));
    sortForWalking(list.stops);
    return list;
}

} // namespace tanaban
