#include "model/rowsafter.h"

#include "model/rulechecks.h"

namespace tanaban {

using namespace Qt::StringLiterals;

RowsAfter::RowsAfter(StockReader &reader)
    : m_reader(reader)
{}

Read<std::optional<StockContext>> RowsAfter::stock(qint64 id, qint64 handMade)
{
    auto read = m_reader.stock(id, handMade);
    if (read && *read) {
        StockRow &row = (*read)->row;
        m_decimals[row.key.product] = (*read)->product.decimals;
        row.onHand = m_onHand.try_emplace(row.key, row.onHand).first->second;
    }
    return read;
}

Read<PlaceContext> RowsAfter::place(const StockKey &key)
{
    auto read = m_reader.place(key);
    if (!read)
        return read;
    PlaceContext &place = *read;
    if (place.product)
        m_decimals[key.product] = place.product->decimals;
    if (place.row)
        m_onHand.try_emplace(key, place.row->onHand);
    if (const auto there = m_onHand.find(key); there != m_onHand.end()) {
        if (!place.row) {
            place.row.emplace(); // id 0: it will be made
            place.row->key = key;
        }
        place.row->onHand = there->second;
    }
    if (const auto lot = m_lots.find({key.product, key.lot}); lot != m_lots.end())
        place.lot = lot->second;
    if (const auto growth = m_growth.find({key.warehouse, key.zone}); growth != m_growth.end())
        place.zoneLoad += growth->second;
    return read;
}

Read<std::optional<Allocation>> RowsAfter::allocation(qint64 id)
{
    return m_reader.allocation(id);
}

Read<std::optional<EarlierCommand>> RowsAfter::command(const QUuid &id)
{
    return m_reader.command(id);
}

void RowsAfter::take(const ChangeSet &changes)
{
    for (const StockChange &change : changes.stock) {
        if (change.onHandDelta == 0)
            continue;
        qint64 &onHand = m_onHand[change.key];
        const int decimals = m_decimals[change.key.product];
        const qint64 before = wholeUnits(onHand, decimals);
        onHand += change.onHandDelta;
        m_growth[{change.key.warehouse, change.key.zone}] += wholeUnits(onHand, decimals) - before;
    }
    for (const RecordChange &record : changes.records) {
        const QString product = record.key.value(u"product_code"_s).toString();
        const QString lot = record.key.value(u"lot"_s).toString();
        const QString expires = record.fields.value(u"expires_on"_s).toString();
        const QDate date = QDate::fromString(expires, Qt::ISODate);
        m_lots[{product, lot}] = {
            product, lot, date.isValid() ? std::optional(date) : std::nullopt, 0};
    }
}

namespace rules {

QString rowName(const Product &product, const StockKey &key)
{
    QStringList parts{product.name.isEmpty() ? key.product : product.name,
                      placeName(key.warehouse, key.zone, key.bin)};
    if (!key.lot.isEmpty())
        parts << key.lot;
    return parts.join(u" · "_s);
}

void Refusals::add(DomainError error, const QString &row, qsizetype part)
{
    error.row = row;
    error.part = part;
    if (m_first)
        m_first->others.push_back(std::move(error));
    else
        m_first = std::move(error);
}

} // namespace rules

} // namespace tanaban
