#include "storage/idlist.h"
#include "storage/recordreads.h"
#include "storage/stockreads.h"

#include <QHash>

#include <map>
#include <tuple>

// What a decision reads of the places where goods are to lie: of one, or of many lines of a file at
// once. A round trip for each line would take most of the time of an import.
namespace tanaban::storage {

using namespace Qt::StringLiterals;

namespace {

std::optional<ReadFailure> failureOf(const Statement &statement)
{
    return statement.fault() ? std::optional(readFailure(statement.fault())) : std::nullopt;
}

/// Reads what belongs to each key together for all of them, and what many keys share once.
class PlacesReading
{
public:
    PlacesReading(Connection &connection, const std::vector<StockKey> &keys)
        : m_connection(connection)
        , m_keys(keys)
        , m_places(keys.size())
    {}

    Read<std::vector<PlaceContext>> read()
    {
        if (m_keys.empty())
            return std::move(m_places);
        for (const auto part : {&PlacesReading::addBins,
                                &PlacesReading::addProducts,
                                &PlacesReading::addLotsAndRows,
                                &PlacesReading::addLoads})
        {
            if (const Failure failure = (this->*part)())
                return fail(*failure);
        }
        return std::move(m_places);
    }

private:
    using Failure = std::optional<ReadFailure>;
    using BinKey = std::tuple<QString, int, QString>;

    Failure addBins()
    {
        std::map<BinKey, PlaceContext> known;
        for (size_t i = 0; i < m_keys.size(); ++i) {
            const StockKey &key = m_keys[i];
            const auto [found, isNew] = known.try_emplace(BinKey{key.warehouse, key.zone, key.bin});
            if (isNew) {
                if (Failure failure = readBin(key, found->second))
                    return failure;
            }
            m_places[i] = found->second;
        }
        return {};
    }

    Failure readBin(const StockKey &key, PlaceContext &place) const
    {
        Statement s(m_connection,
                    u"SELECT %1, %2, %3, b.code, b.walk_order, b.active, b.version "
                    "FROM warehouses w "
                    "LEFT JOIN zones z ON z.warehouse_code = w.code AND z.zone_number = ? "
                    "LEFT JOIN bins b ON b.warehouse_code = w.code "
                    "     AND b.zone_number = z.zone_number AND b.code = ? WHERE w.code = ?"_s.arg(
                        warehouseColumns, zoneColumns, nowExpression(m_connection)));
        s.bind(key.zone).bind(key.bin).bind(key.warehouse);
        if (!s.exec() || !s.next())
            return failureOf(s);
        place.warehouse = readWarehouse(s, 0);
        if (!s.isNull(5))
            place.zone = readZone(s, 5);
        place.today = dayAt(s.instant(13), place.warehouse->timeZone);
        if (!s.isNull(14)) {
            place.bin = Bin{
                key.warehouse, key.zone, s.text(14), int(s.integer(15)), s.flag(16), s.integer(17)};
        }
        return {};
    }

    Failure addProducts()
    {
        QHash<QString, std::optional<Product>> known;
        for (const StockKey &key : m_keys)
            known.insert(key.product, std::nullopt);
        Statement s(m_connection,
                    u"SELECT %1 FROM products p WHERE %2"_s.arg(
                        productColumns, isAmongTexts(m_connection, u"p.code"_s)));
        s.bind(textList(known.keys()));
        if (!s.exec())
            return failureOf(s);
        while (s.next()) {
            const Product product = readProduct(s, 0);
            known.insert(product.code, product);
        }
        for (size_t i = 0; i < m_keys.size(); ++i)
            m_places[i].product = known.value(m_keys[i].product);
        return failureOf(s);
    }

    /// The keys as rows k: number, warehouse, zone, bin, product, lot, status.
    QString keyRows() const
    {
        return m_connection.isPostgres()
                   ? uR"(SELECT CAST(e.n - 1 AS integer) AS n, (e.v->>0) COLLATE "C" AS warehouse,
                       CAST(e.v->>1 AS integer) AS zone, (e.v->>2) COLLATE "C" AS bin,
                       (e.v->>3) COLLATE "C" AS product, (e.v->>4) COLLATE "C" AS lot,
                       (e.v->>5) COLLATE "C" AS status
                       FROM jsonb_array_elements(CAST(? AS jsonb)) WITH ORDINALITY e (v, n))"_s
                   : uR"(SELECT e.key AS n, json_extract(e.value, '$[0]') AS warehouse,
                       json_extract(e.value, '$[1]') AS zone, json_extract(e.value, '$[2]') AS bin,
                       json_extract(e.value, '$[3]') AS product, json_extract(e.value, '$[4]') AS lot,
                       json_extract(e.value, '$[5]') AS status FROM json_each(?) e)"_s;
    }

    Failure addLotsAndRows()
    {
        QJsonArray keys;
        for (const StockKey &key : m_keys)
            keys += QJsonArray{
                key.warehouse, key.zone, key.bin, key.product, key.lot, codeOf(key.status)};
        Statement s(m_connection,
                    u"SELECT k.n, l.lot, {date l.expires_on}, l.version, %1 FROM (%2) k "
                    "LEFT JOIN lots l ON l.product_code = k.product AND l.lot = k.lot "
                    "LEFT JOIN stock s ON s.warehouse_code = k.warehouse "
                    "     AND s.zone_number = k.zone AND s.bin = k.bin "
                    "     AND s.product_code = k.product AND s.lot = k.lot "
                    "     AND s.status = k.status"_s.arg(stockColumns, keyRows()));
        s.bind(QString::fromUtf8(QJsonDocument(keys).toJson(QJsonDocument::Compact)));
        if (!s.exec())
            return failureOf(s);
        constexpr int row = 4; // where the columns of the stock row begin
        while (s.next()) {
            const auto i = size_t(s.integer(0));
            PlaceContext &place = m_places[i];
            if (place.product && !s.isNull(1))
                place.lot = Lot{m_keys[i].product, s.text(1), s.optionalDate(2), s.integer(3)};
            if (!s.isNull(row))
                place.row = readStockRow(s, row);
        }
        return failureOf(s);
    }

    Failure addLoads()
    {
        std::map<std::pair<QString, int>, qint64> known;
        for (size_t i = 0; i < m_keys.size(); ++i) {
            PlaceContext &place = m_places[i];
            if (!place.zone || !place.zone->capacity)
                continue;
            const StockKey &key = m_keys[i];
            const auto [load, isNew] = known.try_emplace({key.warehouse, key.zone}, 0);
            if (isNew) {
                const auto read = zoneLoad(m_connection, key.warehouse, key.zone);
                if (!read)
                    return read.error();
                load->second = *read;
            }
            place.zoneLoad = load->second;
        }
        return {};
    }

    Connection &m_connection;
    const std::vector<StockKey> &m_keys;
    std::vector<PlaceContext> m_places;
};

} // namespace

Read<PlaceContext> StockReads::place(const StockKey &key)
{
    auto read = places({key});
    if (!read)
        return fail(ReadFailure(read.error()));
    return std::move(read->front());
}

Read<std::vector<PlaceContext>> StockReads::places(const std::vector<StockKey> &keys)
{
    return PlacesReading(m_connection, keys).read();
}

} // namespace tanaban::storage
