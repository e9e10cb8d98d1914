#include "tests/ui/scriptedstore.h"

namespace tanaban::test {

using namespace Qt::StringLiterals;

namespace {

Rejected rejected(Rule rule)
{
    DomainError error;
    error.rule = rule;
    return {error};
}

} // namespace

ScriptedStore::ScriptedStore()
{
    m_warehouses = {{u"WH001"_s, u"Tokyo"_s, u"Asia/Tokyo"_s, true, 1},
                    {u"WH002"_s, u"Osaka"_s, u"Asia/Tokyo"_s, true, 1}};
    const auto zone = [&](const QString &warehouse,
                          const QString &name,
                          int number,
                          StorageCondition condition,
                          std::optional<qint64> capacity,
                          qint64 load) {
        ZoneSummary summary;
        summary.zone = {warehouse, number, name, condition, capacity, number, true, 1};
        summary.warehouseName = warehouse == u"WH001"_s ? u"Tokyo"_s : u"Osaka"_s;
        summary.load = load;
        m_zones.push_back(summary);
        for (const QString &bin : {QString(), u"A-01"_s, u"A-02"_s})
            m_bins.push_back({warehouse, number, bin, 0, true, 1});
    };
    using enum StorageCondition;
    zone(u"WH001"_s, u"Ambient"_s, 1, RoomTemperature, 2000, 1204);
    zone(u"WH001"_s, u"Chilled"_s, 2, Refrigerated, 500, 12);
    zone(u"WH001"_s, u"Frozen"_s, 3, Frozen, 10, 6);
    zone(u"WH002"_s, u"Ambient"_s, 1, RoomTemperature, 100, 98);
    m_products = {{u"P-00012"_s,
                   u"こしひかり Rice 5 kg"_s,
                   u"food"_s,
                   u"4901234567894"_s,
                   RoomTemperature,
                   u"bags"_s,
                   0,
                   10,
                   true,
                   1},
                  {u"P-00040"_s,
                   u"Salmon fillet"_s,
                   u"fish"_s,
                   u"4900000000404"_s,
                   Frozen,
                   u"kg"_s,
                   1,
                   {},
                   true,
                   1}};
    m_lots = {{u"P-00012"_s, u"L-204"_s, QDate(2027, 2, 28), 1},
              {u"P-00040"_s, u"S-1"_s, QDate(2026, 12, 31), 1}};
    m_rows[rice] = {rice,
                    {u"WH001"_s, 1, u"A-01"_s, u"P-00012"_s, u"L-204"_s, StockStatus::Available},
                    RoomTemperature,
                    {},
                    12,
                    0,
                    5};
    m_rows[salmon] = {salmon,
                      {u"WH001"_s, 3, u"A-01"_s, u"P-00040"_s, u"S-1"_s, StockStatus::Available},
                      Frozen,
                      {},
                      55,
                      20,
                      2};
    Allocation byHand;
    byHand.id = 1;
    byHand.stockId = salmon;
    byHand.quantity = 20;
    byHand.version = 1;
    m_allocations.push_back(byHand);
}

void ScriptedStore::change(qint64 id,
                           EventKind kind,
                           qint64 onHand,
                           qint64 reserved,
                           const QString &who,
                           const QString &order)
{
    const std::scoped_lock lock(m_lock);
    record(m_rows.at(id), kind, onHand, reserved, who, order, QUuid::createUuid(), {});
}

void ScriptedStore::addMishap(Mishap mishap)
{
    const std::scoped_lock lock(m_lock);
    m_mishaps.push_back(mishap);
}

void ScriptedStore::beforeCommit(std::function<void()> happening)
{
    const std::scoped_lock lock(m_lock);
    m_happenings.push_back(std::move(happening));
}

void ScriptedStore::release()
{
    m_held = false;
    m_gate.release();
}

StockRow ScriptedStore::row(qint64 id)
{
    const std::scoped_lock lock(m_lock);
    return m_rows.at(id);
}

qint64 ScriptedStore::eventCount(qint64 id)
{
    const std::scoped_lock lock(m_lock);
    return std::count_if(m_events.begin(), m_events.end(), [id](const StockEvent &event) {
        return event.stockId == id;
    });
}

std::vector<std::optional<qint64>> ScriptedStore::expectedVersions()
{
    const std::scoped_lock lock(m_lock);
    return m_expected;
}

std::vector<QUuid> ScriptedStore::commandIds()
{
    const std::scoped_lock lock(m_lock);
    return m_ids;
}

void ScriptedStore::setRole(Role role)
{
    const std::scoped_lock lock(m_lock);
    m_role = role;
}

void ScriptedStore::record(StockRow &row,
                           EventKind kind,
                           qint64 onHand,
                           qint64 reserved,
                           const QString &who,
                           const QString &order,
                           const QUuid &command,
                           const QString &reason)
{
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
    event.orderNumber = order;
    event.command = command;
    event.actor = who;
    event.actorName = who == u"sato"_s ? u"Sato Hanako"_s : QString();
    event.reason = reason;
    event.at = Instant::fromIso(u"2026-11-21T01:41:07.000000Z"_s)->plusSeconds(60 * m_minutes++);
    m_events.push_back(event);
}

CommitOutcome ScriptedStore::commit(const ChangeSet &changes)
{
    if (m_held) {
        ++m_waiting;
        m_gate.acquire();
        --m_waiting;
    }
    const std::scoped_lock lock(m_lock);
    ++m_commits;
    m_ids.push_back(changes.intent.id);
    m_expected.push_back(changes.stock.empty() ? std::nullopt
                                               : changes.stock.front().expectedVersion);
    if (!m_happenings.empty()) {
        const auto happening = m_happenings.front();
        m_happenings.pop_front();
        happening();
    }
    if (m_mishaps.empty())
        return apply(changes);
    const Mishap mishap = m_mishaps.front();
    m_mishaps.pop_front();
    switch (mishap) {
    case Mishap::BusyNow:
        return Busy{{u"Sato Hanako"_s}};
    case Mishap::Unreachable:
        return Unavailable{u"no route to host"_s, false};
    case Mishap::LostBefore:
        return Unavailable{u"connection reset"_s, true};
    case Mishap::LostAfter:
        apply(changes);
        return Unavailable{u"connection reset"_s, true};
    }
    Q_UNREACHABLE();
}

CommitOutcome ScriptedStore::commitLocked(const Intent &, const RowsToLock &, const Decision &decide)
{
    const std::scoped_lock lock(m_lock);
    const auto decided = decide(*this);
    if (const auto *changes = std::get_if<ChangeSet>(&decided))
        return commit(*changes);
    return Rejected{std::get<DomainError>(decided)};
}

StockRow *ScriptedStore::rowOf(const StockChange &change)
{
    for (auto &[id, row] : m_rows) {
        if (change.id != 0 ? id == change.id : row.key == change.key)
            return &row;
    }
    return nullptr;
}

CommitOutcome ScriptedStore::apply(const ChangeSet &changes)
{
    const QByteArray hash = changes.intent.contentHash();
    if (const auto known = m_commands.find(changes.intent.id); known != m_commands.end()) {
        if (known->second.hash != hash)
            return rejected(Rule::CommandIdReused);
        CommitOutcome outcome = known->second.outcome;
        if (auto *committed = std::get_if<Committed>(&outcome))
            committed->repeated = true;
        return outcome;
    }
    std::map<qint64, qint64> stale;
    std::vector<StockRow> overtaken;
    for (const StockChange &change : changes.stock) {
        const StockRow *row = rowOf(change);
        if (!row)
            continue;
        if (change.expectedVersion && *change.expectedVersion != row->version)
            stale[row->id] = *change.expectedVersion;
        else if (row->available() + change.onHandDelta - change.reservedDelta < 0)
            overtaken.push_back(*row);
    }
    if (!stale.empty())
        return conflictNow(stale);
    if (!overtaken.empty())
        return Overtaken{overtaken, u"available"_s};
    Committed committed;
    committed.command = changes.intent.id;
    for (const RecordChange &lot : changes.records) {
        m_lots.push_back({lot.key[u"product_code"_s].toString(),
                          lot.key[u"lot"_s].toString(),
                          QDate::fromString(lot.fields[u"expires_on"_s].toString(), Qt::ISODate),
                          1});
    }
    for (const StockChange &change : changes.stock) {
        StockRow *row = rowOf(change);
        if (!row) {
            const qint64 id = m_rows.rbegin()->first + 1;
            row = &m_rows[id];
            row->id = id;
            row->key = change.key;
        }
        record(*row,
               change.kind,
               change.onHandDelta,
               change.reservedDelta,
               changes.intent.actor,
               {},
               changes.intent.id,
               changes.intent.reason);
        committed.stockVersions[row->id] = row->version;
    }
    for (const AllocationChange &change : changes.allocations)
        applyAllocation(change);
    m_commands[changes.intent.id] = {hash, committed};
    return committed;
}

void ScriptedStore::applyAllocation(const AllocationChange &change)
{
    if (change.id == 0) {
        Allocation made;
        made.id = qint64(m_allocations.size()) + 1;
        made.stockId = change.stockId;
        made.quantity = change.quantity;
        made.version = 1;
        m_allocations.push_back(made);
        return;
    }
    for (Allocation &allocation : m_allocations) {
        if (allocation.id != change.id)
            continue;
        allocation.quantity -= change.quantity;
        if (allocation.quantity == 0)
            allocation.state = change.to;
    }
}

Read<std::optional<CommitOutcome>> ScriptedStore::recall(const Intent &intent)
{
    const std::scoped_lock lock(m_lock);
    const auto known = m_commands.find(intent.id);
    if (known == m_commands.end())
        return std::optional<CommitOutcome>();
    return std::optional(known->second.outcome);
}

VersionConflict ScriptedStore::conflictNow(const std::map<qint64, qint64> &expected)
{
    VersionConflict conflict;
    for (const auto &[id, version] : expected) {
        ConflictRow row;
        row.id = id;
        row.expected = version;
        row.now = m_rows.at(id);
        row.actual = row.now->version;
        for (const StockEvent &event : m_events) {
            if (event.stockId == id && event.version > version)
                row.between.push_back(event);
        }
        conflict.rows.push_back(row);
    }
    return conflict;
}

Read<VersionConflict> ScriptedStore::conflictOf(const std::map<qint64, qint64> &expected)
{
    const std::scoped_lock lock(m_lock);
    return conflictNow(expected);
}

CommitOutcome ScriptedStore::abandon(const Intent &intent)
{
    const std::scoped_lock lock(m_lock);
    const auto known = m_commands.find(intent.id);
    if (known == m_commands.end())
        m_commands[intent.id] = {intent.contentHash(), rejected(Rule::Abandoned)};
    return m_commands[intent.id].outcome;
}

} // namespace tanaban::test
