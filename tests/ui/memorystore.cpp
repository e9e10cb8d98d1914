#include "tests/ui/memorystore.h"

#include <QDateTime>
#include <QThread>

namespace tanaban::test {

using namespace Qt::StringLiterals;

namespace {

struct Sample
{
    QStringView name;
    QStringView unit;
    int decimals;
    StorageCondition condition;
};

constexpr Sample samples[] = {
    {u"国産丸大豆しょうゆ 1L", u"本", 0, StorageCondition::RoomTemperature},
    {u"Jasmine rice, 5 kg sack", u"袋", 0, StorageCondition::RoomTemperature},
    {u"十割そば 乾麺 200g", u"袋", 0, StorageCondition::RoomTemperature},
    {u"低温殺菌牛乳 1000ml", u"本", 0, StorageCondition::Refrigerated},
    {u"Gouda, whole wheel", u"kg", 1, StorageCondition::Refrigerated},
    {u"冷凍さぬきうどん 5食", u"箱", 0, StorageCondition::Frozen},
    {u"Dishwashing soap, refill", u"pcs", 0, StorageCondition::RoomTemperature},
    {u"北海道バター 食塩不使用", u"kg", 2, StorageCondition::Refrigerated},
};
constexpr QStringView warehouseNames[] = {u"東京 Tokyo", u"大阪 Osaka", u"福岡 Fukuoka"};
constexpr QStringView zoneNames[] = {u"常温", u"冷蔵", u"冷凍"};

QDate today()
{
    return QDate(2026, 11, 21);
}

bool hasText(const StockListRow &row, const QString &text)
{
    const StockKey &key = row.row.key;
    const QString all = key.product + u' ' + row.productName + u' ' + key.lot + u' ' + key.bin;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(
        words, [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

bool fits(const StockListRow &row, const StockFilter &filter)
{
    const StockKey &key = row.row.key;
    const qint64 days = row.expiresOn ? row.today.daysTo(*row.expiresOn) : 100'000;
    return hasText(row, filter.text)
           && (filter.warehouse.isEmpty() || key.warehouse == filter.warehouse)
           && (!filter.zone || key.zone == *filter.zone)
           && (!filter.status || key.status == *filter.status)
           && (!filter.condition || row.row.condition == *filter.condition)
           && (!filter.low || row.low) && (!filter.expired || row.expired())
           && (!filter.expiresWithinDays || (days >= 0 && days <= *filter.expiresWithinDays))
           && (!filter.reserved || row.row.reserved > 0)
           && (filter.withEmpty || row.row.onHand > 0);
}

/// Numbers by size, everything else by product: enough to see that sorting is asked for.
bool before(const StockListRow &a, const StockListRow &b, StockColumn column)
{
    if (column == StockColumn::OnHand)
        return a.row.onHand < b.row.onHand;
    if (column == StockColumn::Available)
        return a.row.available() < b.row.available();
    return a.row.key.product < b.row.key.product;
}

StockListRow sampleRow(int number)
{
    const Sample &sample = samples[number * 7 % 8];
    const int warehouse = number % 3;
    StockListRow row;
    row.row.id = number + 1;
    row.row.key.warehouse = u"WH00%1"_s.arg(warehouse + 1);
    row.row.key.zone = int(sample.condition) + 1;
    row.row.key.bin = u"%1-%2-%3"_s.arg(QChar(u'A' + number % 6))
                          .arg(number % 12 + 1, 2, 10, QChar(u'0'))
                          .arg(number % 4 + 1, 2, 10, QChar(u'0'));
    row.row.key.product = u"P%1"_s.arg(10'000 + number / 3);
    row.row.key.lot = u"L26%1"_s.arg(1000 + number * 37 % 9000);
    if (number % 17 == 5)
        row.row.key.status = StockStatus::Quarantined;
    if (number % 41 == 7)
        row.row.key.status = StockStatus::Damaged;
    row.row.condition = sample.condition;
    row.row.receivedAt = Instant::fromDateTime(
        QDateTime(today().addDays(-number % 60), {9, 30}, Qt::UTC));
    row.row.onHand = number * 7919LL % 3000 + 1;
    row.row.reserved = number % 3 == 0 ? row.row.onHand / 4 : 0;
    row.row.version = 2;
    row.productName = sample.name.toString();
    row.unit = sample.unit.toString();
    row.decimals = sample.decimals;
    row.low = number % 13 == 4;
    row.warehouseName = warehouseNames[warehouse].toString();
    row.zoneName = zoneNames[int(sample.condition)].toString();
    if (sample.condition != StorageCondition::RoomTemperature || number % 2 == 0)
        row.expiresOn = today().addDays(number * 13 % 400 - 8);
    row.today = today();
    return row;
}

} // namespace

void MemoryStore::fill(int count)
{
    for (int place = 0; place < 9; ++place) {
        ZoneSummary summary;
        summary.zone.warehouse = u"WH00%1"_s.arg(place / 3 + 1);
        summary.zone.number = place % 3 + 1;
        summary.zone.name = zoneNames[place % 3].toString();
        summary.zone.condition = StorageCondition(place % 3);
        summary.zone.capacity = 10'000;
        summary.warehouseName = warehouseNames[place / 3].toString();
        summary.rows = count / 9;
        summary.load = place * 1240 + 312;
        zoneList.push_back(summary);
    }
    for (int number = 0; number < count; ++number)
        rows.push_back(sampleRow(number));
}

void MemoryStore::reserveElsewhere(qint64 id, qint64 quantity)
{
    const std::scoped_lock guard(m_lock);
    StockRow &row = rows[std::size_t(id - 1)].row;
    row.reserved += quantity;
    ++row.version;
    StockEvent event;
    event.stockId = id;
    event.version = row.version;
    event.kind = EventKind::Reserve;
    event.reservedDelta = quantity;
    event.onHandAfter = row.onHand;
    event.reservedAfter = row.reserved;
    event.actorName = u"鈴木 一郎"_s;
    event.at = SystemClock().now();
    events.push_back(event);
    ++m_mark;
}

bool MemoryStore::hindered() const
{
    if (delayMilliseconds > 0)
        QThread::msleep(delayMilliseconds);
    return broken;
}

Read<std::optional<StockContext>> MemoryStore::stock(qint64 id, qint64)
{
    if (hindered())
        return fail(ReadFailure{});
    const std::scoped_lock guard(m_lock);
    if (id < 1 || id > qint64(rows.size()))
        return std::optional<StockContext>();
    const StockListRow &row = rows[std::size_t(id - 1)];
    StockContext context;
    context.row = row.row;
    context.product.code = row.row.key.product;
    context.product.name = row.productName;
    context.product.barcode = u"4901234567894"_s;
    context.product.category = u"食品"_s;
    context.product.unit = row.unit;
    context.product.decimals = row.decimals;
    context.today = row.today;
    if (row.row.reserved > 4) {
        Allocation byHand;
        byHand.quantity = row.row.reserved / 3;
        context.handMade = {byHand};
    }
    return std::optional<StockContext>(context);
}

Read<std::vector<qint64>> MemoryStore::stockIds(const StockFilter &filter,
                                                const StockSort &sort,
                                                qint64 limit)
{
    ++idQuestions;
    if (hindered())
        return fail(ReadFailure{});
    const std::scoped_lock guard(m_lock);
    std::vector<const StockListRow *> found;
    for (const StockListRow &row : rows) {
        if (fits(row, filter))
            found.push_back(&row);
    }
    std::ranges::stable_sort(found, [&sort](const auto *a, const auto *b) {
        return sort.descending ? before(*b, *a, sort.column) : before(*a, *b, sort.column);
    });
    std::vector<qint64> ids;
    for (const StockListRow *row : found) {
        if (qint64(ids.size()) == limit)
            break;
        ids.push_back(row->row.id);
    }
    return ids;
}

Read<std::vector<StockListRow>> MemoryStore::stockRows(const std::vector<qint64> &ids)
{
    if (hindered())
        return fail(ReadFailure{});
    const std::scoped_lock guard(m_lock);
    std::vector<StockListRow> result;
    for (const qint64 id : ids)
        result.push_back(rows[std::size_t(id - 1)]);
    return result;
}

Read<std::vector<StockEvent>> MemoryStore::history(qint64 stockId, qint64 before, int limit)
{
    if (hindered())
        return fail(ReadFailure{});
    const std::scoped_lock guard(m_lock);
    const StockRow &row = rows[std::size_t(stockId - 1)].row;
    std::vector<StockEvent> result;
    for (auto it = events.rbegin(); it != events.rend(); ++it) {
        if (it->stockId == stockId)
            result.push_back(*it);
    }
    StockEvent entry;
    entry.stockId = stockId;
    entry.actorName = u"佐藤 花子"_s;
    entry.at = row.receivedAt;
    entry.version = 2;
    entry.kind = EventKind::Adjust;
    entry.onHandDelta = -2;
    entry.onHandAfter = row.onHand;
    entry.reason = u"棚卸差異"_s;
    result.push_back(entry);
    entry.version = 1;
    entry.kind = EventKind::Receive;
    entry.reason.clear();
    entry.onHandDelta = row.onHand + 2;
    entry.onHandAfter = row.onHand + 2;
    result.push_back(entry);
    std::erase_if(result, [before](const StockEvent &event) {
        return before > 0 && event.version >= before;
    });
    if (int(result.size()) > limit)
        result.resize(std::size_t(limit));
    return result;
}

Read<std::vector<ZoneSummary>> MemoryStore::zones()
{
    if (hindered())
        return fail(ReadFailure{});
    return zoneList;
}

Read<qint64> MemoryStore::changeMark()
{
    if (hindered())
        return fail(ReadFailure{});
    const std::scoped_lock guard(m_lock);
    return m_mark;
}

} // namespace tanaban::test
