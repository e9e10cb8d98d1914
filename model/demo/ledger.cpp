#include "model/demo/ledger.h"

#include "model/demo/json.h"

#include <algorithm>

namespace tanaban::demo {

using namespace Qt::StringLiterals;

namespace {

const QString adjustReasons[] = {u"棚卸差異 / counted"_s,
                                 u"破損 / broken"_s,
                                 u"試食 / tasting"_s,
                                 u"数え直し / counted again"_s};
const QString asideReasons[] = {u"外箱つぶれ / crushed box"_s,
                                u"検品待ち / waiting for inspection"_s,
                                u"温度逸脱 / was too warm"_s,
                                u"ラベル違い / wrong label"_s};

} // namespace

Ledger::Ledger(const Product &product, const Layout &layout, Random &random)
    : m_product(product)
    , m_layout(layout)
    , m_random(random)
    , m_step(unitOf(product))
{
    for (int w = 0; w < warehouseCount; ++w)
        m_home[size_t(w)] = m_random.below(
            qint64(layout.bins[Layout::zoneIndex(w, product.condition)].size()));
}

bool Ledger::knowsLot(const QString &lot) const
{
    return std::ranges::find(m_history.lots, lot, &Lot::lot) != m_history.lots.end();
}

void Ledger::addLot(const QString &lot, std::optional<QDate> expiresOn)
{
    m_history.lots.push_back({m_product.code, lot, expiresOn, 1});
}

QString Ledger::anyLot()
{
    return m_random.oneOf(std::span(m_history.lots)).lot;
}

StockKey Ledger::freePlace(int warehouse, const QString &lot)
{
    const size_t zone = Layout::zoneIndex(warehouse, m_product.condition);
    const std::vector<Bin> &bins = m_layout.bins[zone];
    const qint64 bin = m_random.chance(4) ? 0
                       : m_random.chance(700)
                           ? (m_home[size_t(warehouse)] + m_random.below(12)) % qint64(bins.size())
                           : m_random.below(qint64(bins.size()));
    return {m_layout.zones[zone].warehouse,
            m_layout.zones[zone].number,
            bins[size_t(bin)].code,
            m_product.code,
            lot,
            StockStatus::Available};
}

int Ledger::warehouseOf(const QString &code) const
{
    return int(std::ranges::find(m_layout.warehouses, code, &Warehouse::code)
               - m_layout.warehouses.begin());
}

QString Ledger::someoneOf(const QString &warehouse, bool supervisor)
{
    const std::span<const QString> staff = staffOf(warehouseOf(warehouse));
    return staff[supervisor ? 0 : size_t(m_random.below(qint64(staff.size())))];
}

qint64 Ledger::someOf(qint64 quantity)
{
    const qint64 units = quantity / m_step;
    if (units <= 1)
        return quantity;
    return m_random.between(1, std::max<qint64>(1, units / 3)) * m_step;
}

PastCommand Ledger::command(const QString &kind, const QString &actor, Instant at)
{
    m_last = std::max(at, Instant{m_last.microseconds + 900});
    m_history.commands.push_back({pastCommandId(m_last, m_random), kind, actor, m_last});
    return m_history.commands.back();
}

Ledger::Index Ledger::addRow(const StockKey &key, Instant receivedAt)
{
    StockRow row;
    row.id = qint64(m_history.rows.size()) + 1;
    row.key = key;
    row.condition = m_product.condition;
    row.receivedAt = receivedAt;
    m_history.rows.push_back(row);
    m_places.insert(key);
    return m_history.rows.size() - 1;
}

StockEvent &Ledger::post(Index index,
                         EventKind kind,
                         qint64 onHand,
                         qint64 reserved,
                         const PastCommand &by)
{
    StockRow &row = m_history.rows[index];
    row.onHand += onHand;
    row.reserved += reserved;
    ++row.version;
    StockEvent event;
    event.stockId = row.id;
    event.version = row.version;
    event.kind = kind;
    event.onHandDelta = onHand;
    event.reservedDelta = reserved;
    event.onHandAfter = row.onHand;
    event.reservedAfter = row.reserved;
    event.command = by.id;
    event.actor = by.actor;
    event.at = by.at;
    return m_history.events.emplace_back(std::move(event));
}

void Ledger::open(const StockKey &key,
                  qint64 quantity,
                  Instant receivedAt,
                  const PastCommand &by,
                  size_t opening,
                  const std::vector<EarlierLine> &shipped)
{
    for (const EarlierLine &line : shipped)
        quantity += line.quantity;
    const Index row = addRow(key, receivedAt);
    post(row, EventKind::Receive, quantity, 0, by);
    m_history.openings.push_back(opening);
    for (const EarlierLine &line : shipped)
        deliver(row, line);
    m_earlier += shipped.size();
}

void Ledger::receiveNew(const StockKey &key, qint64 quantity, Instant at)
{
    const PastCommand by = command(u"receive"_s, someoneOf(key.warehouse), at);
    const Lot &lot = *std::ranges::find(m_history.lots, key.lot, &Lot::lot);
    m_history.lotChanges.push_back(
        {u"lot"_s, lot.product + u"/" + lot.lot, 1, by.id, by.actor, by.at, {}, toJson(lot)});
    post(addRow(key, by.at), EventKind::Receive, quantity, 0, by);
}

bool Ledger::usable(const StockRow &row, Instant at) const
{
    if (row.key.status != StockStatus::Available || row.available() <= 0 || !m_product.active)
        return false;
    const Lot &lot = lotOf(row);
    return !lot.expiresOn || momentOf(*lot.expiresOn, 86'399) >= at;
}

const Lot &Ledger::lotOf(const StockRow &row) const
{
    return *std::ranges::find(m_history.lots, row.key.lot, &Lot::lot);
}

std::optional<Ledger::Index> Ledger::someUsableRow(Instant at)
{
    for (int tries = 0; tries < 4 && !m_history.rows.empty(); ++tries) {
        const Index index = Index(m_random.below(qint64(m_history.rows.size())));
        if (usable(m_history.rows[index], at))
            return index;
    }
    return std::nullopt;
}

std::optional<Ledger::Index> Ledger::someOpenAllocation()
{
    const size_t ofMonth = m_history.allocations.size() - m_earlier;
    for (int tries = 0; tries < 4 && ofMonth > 0; ++tries) {
        const Index index = m_earlier + Index(m_random.below(qint64(ofMonth)));
        if (m_history.allocations[index].state == AllocationState::Open)
            return index;
    }
    return std::nullopt;
}

void Ledger::reserve(Index index, qint64 quantity, Instant at)
{
    const QString &warehouse = m_history.rows[index].key.warehouse;
    const PastCommand by = command(u"reserve"_s, someoneOf(warehouse), at);
    claim(index, quantity, AllocationState::Open, by, {});
}

void Ledger::end(Index index, qint64 quantity, AllocationState to, Instant at)
{
    Allocation &whole = m_history.allocations[index];
    const Index row = Index(whole.stockId - 1);
    const bool ships = to == AllocationState::Shipped;
    const PastCommand by = command(
        ships ? u"ship"_s : u"release"_s, someoneOf(m_history.rows[row].key.warehouse), at);
    post(row, ships ? EventKind::Ship : EventKind::Release, ships ? -quantity : 0, -quantity, by);
    const size_t event = m_history.events.size() - 1;
    ++whole.version;
    if (quantity == whole.quantity) {
        whole.state = to;
        m_history.allocationRecords.push_back(
            {whole, 0, by, event, stateJson(AllocationState::Open), stateJson(to)});
        return;
    }
    const QByteArray before = "{\"quantity\":" + QByteArray::number(whole.quantity) + "}";
    whole.quantity -= quantity;
    m_history.allocationRecords.push_back(
        {whole, 0, by, event, before, "{\"quantity\":" + QByteArray::number(whole.quantity) + "}"});
    Allocation part = whole;
    part.id = qint64(m_history.allocations.size()) + 1;
    part.quantity = quantity;
    part.state = to;
    part.version = 1;
    m_history.allocationRecords.push_back({part, whole.id, by, event, {}, {}});
    m_history.allocations.push_back(part);
}

void Ledger::reserveSome(Instant at)
{
    if (const auto index = someUsableRow(at))
        reserve(*index, someOf(m_history.rows[*index].available()), at);
}

void Ledger::shipSome(Instant at)
{
    const auto index = someOpenAllocation();
    if (!index) {
        reserveSome(at);
        return;
    }
    const Allocation &allocation = m_history.allocations[*index];
    const StockRow &row = m_history.rows[size_t(allocation.stockId - 1)];
    if (!m_product.active || row.key.status != StockStatus::Available)
        return;
    const Lot &lot = lotOf(row);
    if (lot.expiresOn && momentOf(*lot.expiresOn, 86'399) < at) {
        end(*index, allocation.quantity, AllocationState::Released, at);
        return;
    }
    const bool partly = allocation.quantity >= 2 * m_step && m_random.chance(150);
    end(*index,
        partly ? someOf(allocation.quantity) : allocation.quantity,
        AllocationState::Shipped,
        at);
}

void Ledger::releaseSome(Instant at)
{
    if (const auto index = someOpenAllocation())
        end(*index, m_history.allocations[*index].quantity, AllocationState::Released, at);
}

void Ledger::receiveMore(Instant at, qint64 quantity)
{
    const auto index = someUsableRow(at);
    if (!index)
        return;
    const PastCommand by = command(
        u"receive"_s, someoneOf(m_history.rows[*index].key.warehouse), at);
    post(*index, EventKind::Receive, quantity, 0, by);
}

void Ledger::adjustSome(Instant at)
{
    const auto index = someUsableRow(at);
    if (!index)
        return;
    const StockRow &row = m_history.rows[*index];
    const qint64 difference = m_random.between(1, 3) * std::max<qint64>(1, m_step / 10);
    const bool less = m_random.chance(700) && row.available() > difference;
    const PastCommand by = command(
        u"adjust"_s, someoneOf(row.key.warehouse, m_random.chance(600)), at);
    post(*index, EventKind::Adjust, less ? -difference : difference, 0, by).reason = m_random.oneOf(
        std::span(adjustReasons));
}

void Ledger::sellOut(Instant at)
{
    const auto index = someUsableRow(at);
    if (!index)
        return;
    reserve(*index, m_history.rows[*index].available(), at);
    end(m_history.allocations.size() - 1,
        m_history.allocations.back().quantity,
        AllocationState::Shipped,
        Instant{at.microseconds + 90'000'000});
}

bool Ledger::moveSome(Instant at)
{
    const auto from = someUsableRow(at);
    if (!from)
        return false;
    const StockRow source = m_history.rows[*from];
    const int warehouse = m_random.chance(120) ? int(m_random.below(warehouseCount))
                                               : warehouseOf(source.key.warehouse);
    const StockKey target = freePlace(warehouse, source.key.lot);
    if (rowWith(target))
        return false;
    const QString actor = someoneOf(source.key.warehouse);
    const PastCommand opened = command(u"open"_s, actor, at);
    const Index to = addRow(target, source.receivedAt);
    post(to, EventKind::Open, 0, 0, opened);
    const PastCommand moved = command(u"move"_s, actor, at);
    const qint64 quantity = someOf(source.available());
    post(*from, EventKind::Move, -quantity, 0, moved);
    post(to, EventKind::Move, quantity, 0, moved);
    return true;
}

bool Ledger::setSomeAside(Instant at)
{
    const auto from = someUsableRow(at);
    if (!from)
        return false;
    const StockRow source = m_history.rows[*from];
    StockKey target = source.key;
    target.status = m_random.chance(600) ? StockStatus::Quarantined : StockStatus::Damaged;
    if (rowWith(target))
        return false;
    const QString actor = someoneOf(source.key.warehouse);
    const PastCommand opened = command(u"open"_s, actor, at);
    const Index to = addRow(target, source.receivedAt);
    post(to, EventKind::Open, 0, 0, opened);
    const PastCommand changed = command(u"status"_s, actor, at);
    const qint64 quantity = someOf(source.available());
    const QString reason = m_random.oneOf(std::span(asideReasons));
    post(*from, EventKind::Status, -quantity, 0, changed).reason = reason;
    post(to, EventKind::Status, quantity, 0, changed).reason = reason;
    return true;
}

ProductHistory Ledger::finish()
{
    for (const StockRow &row : m_history.rows) {
        m_history.load[size_t(warehouseOf(row.key.warehouse))] += (row.onHand + m_step - 1)
                                                                  / m_step;
        m_history.available += row.available();
    }
    return std::move(m_history);
}

} // namespace tanaban::demo
