#include "model/matrix.h"
#include "model/quantity.h"
#include "model/stockcommands.h"

#include <QJsonDocument>

#include <algorithm>
#include <cstdlib>
#include <set>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

using Refusal = std::optional<DomainError>;

bool inRange(qint64 quantity)
{
    return quantity >= 1 && quantity <= greatestQuantity;
}

bool validId(std::optional<qint64> id)
{
    return !id || *id >= 1;
}

QChar signOf(qint64 delta)
{
    return delta > 0 ? u'+' : delta < 0 ? u'-' : u'0';
}

bool validKey(const StockKey &key)
{
    return checkWarehouseCode(key.warehouse) == CodeFault::NoFault && key.zone > 0
           && (key.bin.isEmpty() || checkCode(key.bin) == CodeFault::NoFault)
           && checkCode(key.product) == CodeFault::NoFault
           && checkCode(key.lot) == CodeFault::NoFault;
}

Refusal checkRecords(const ChangeSet &changes, const Shape &shape)
{
    std::set<std::pair<Entity, QByteArray>> seen;
    for (const RecordChange &record : changes.records) {
        if (!shape.records.contains(codeOf(record.entity)))
            return errorAbout(Rule::ShapeRefused, u"record"_s);
        if (record.key.isEmpty() || !validId(record.expectedVersion))
            return errorAbout(Rule::ShapeRefused, u"record key"_s);
        const QByteArray key = QJsonDocument(record.key).toJson(QJsonDocument::Compact);
        if (!seen.emplace(record.entity, key).second)
            return errorAbout(Rule::ShapeRefused, u"record twice"_s);
    }
    return std::nullopt;
}

Refusal checkStockRow(const StockChange &change, const Shape &shape)
{
    if (!shape.event || change.kind != *shape.event)
        return errorAbout(Rule::ShapeRefused, u"event"_s);
    if (change.id < 0 || !validId(change.orderId) || !validId(change.expectedVersion))
        return errorAbout(Rule::ShapeRefused, u"stock id"_s);
    if (change.id == 0 && (!validKey(change.key) || change.expectedVersion))
        return errorAbout(Rule::ShapeRefused, u"stock key"_s);
    if (std::abs(change.onHandDelta) > greatestQuantity
        || std::abs(change.reservedDelta) > greatestQuantity)
    {
        return errorAbout(Rule::QuantityOutOfRange);
    }
    if (!shape.onHandSigns.contains(signOf(change.onHandDelta))
        || !shape.reservedSigns.contains(signOf(change.reservedDelta)))
    {
        return errorAbout(Rule::ShapeRefused, u"sign"_s);
    }
    if (shape.couple == u"equal"_s && change.onHandDelta != change.reservedDelta)
        return errorAbout(Rule::ShapeRefused, u"couple"_s);
    return std::nullopt;
}

Refusal checkStock(const ChangeSet &changes, const Shape &shape)
{
    std::set<qint64> ids;
    std::set<StockKey> keys;
    qint64 sum = 0;
    for (const StockChange &change : changes.stock) {
        if (const Refusal refusal = checkStockRow(change, shape))
            return refusal;
        const bool first = change.id != 0 ? ids.insert(change.id).second
                                          : keys.insert(change.key).second;
        if (!first)
            return errorAbout(Rule::ShapeRefused, u"stock row twice"_s);
        sum += change.onHandDelta;
    }
    // Which product and lot a row has is known only under its lock; the commit checks that the
    // legs cancel out for each.
    if (shape.couple == u"legs"_s && (changes.stock.size() < 2 || sum != 0))
        return errorAbout(Rule::ShapeRefused, u"legs"_s);
    return std::nullopt;
}

qint64 effectOf(const AllocationChange &change)
{
    if (change.id == 0 || hasEnded(change.from))
        return change.quantity;
    return hasEnded(change.to) ? -change.quantity : 0;
}

Refusal checkAllocation(const AllocationChange &change, const Shape &shape)
{
    const QString from = change.id == 0 ? QString() : codeOf(change.from);
    if (!shape.allocations.contains(QString(from + u'>' + codeOf(change.to))))
        return errorAbout(Rule::ShapeRefused, u"allocation"_s);
    if (!inRange(change.quantity))
        return errorAbout(Rule::QuantityOutOfRange);
    const bool order = change.orderId.has_value();
    if (change.id < 0 || change.stockId < 1 || !validId(change.orderId)
        || !validId(change.expectedVersion) || order != change.line.has_value()
        || change.line.value_or(1) < 1 || (change.id == 0 && change.expectedVersion))
    {
        return errorAbout(Rule::ShapeRefused, u"allocation ids"_s);
    }
    return std::nullopt;
}

Refusal checkHold(const HoldChange &change, const Shape &shape)
{
    constexpr int minutesOfAYear = 525'600;
    const QString from = change.id == 0 ? QString() : codeOf(HoldState::Active);
    if (!shape.holds.contains(QString(from + u'>' + codeOf(change.to))))
        return errorAbout(Rule::ShapeRefused, u"hold"_s);
    if (!inRange(change.quantity))
        return errorAbout(Rule::QuantityOutOfRange);
    const bool order = change.orderId.has_value();
    const bool fits = change.id != 0 || (change.minutes >= 1 && change.minutes <= minutesOfAYear);
    if (change.id < 0 || change.stockId < 1 || !validId(change.orderId)
        || !validId(change.expectedVersion) || order != change.line.has_value()
        || change.line.value_or(1) < 1 || (change.id == 0 && change.expectedVersion) || !fits)
    {
        return errorAbout(Rule::ShapeRefused, u"hold ids"_s);
    }
    return std::nullopt;
}

/// What allocations and holds do to a row: by how much, and of which order, if all are of one.
struct Effect
{
    qint64 quantity = 0;
    std::optional<qint64> order;
    bool mixed = false;
};

std::map<qint64, Effect> effectsOf(const ChangeSet &changes)
{
    std::map<qint64, Effect> effects;
    const auto add = [&effects](const auto &claim, qint64 quantity) {
        const auto [effect, isNew] = effects.try_emplace(claim.stockId);
        if (isNew)
            effect->second.order = claim.orderId;
        effect->second.mixed = effect->second.mixed || effect->second.order != claim.orderId;
        effect->second.quantity += quantity;
    };
    for (const AllocationChange &change : changes.allocations)
        add(change, effectOf(change));
    for (const HoldChange &change : changes.holds)
        add(change, change.id == 0 ? change.quantity : -change.quantity);
    return effects;
}

/// What is reserved of a row changes only with allocations and holds, and exactly by their sum; its
/// entry names an order only when they are of that one. What is only agreed to (no event) leaves its
/// row as it is.
Refusal checkReserved(const ChangeSet &changes, const Shape &shape)
{
    std::map<qint64, Effect> effects = effectsOf(changes);
    for (const StockChange &change : changes.stock) {
        const auto effect = change.id != 0 ? effects.find(change.id) : effects.end();
        const bool claimed = effect != effects.end();
        if (change.reservedDelta != (claimed ? effect->second.quantity : 0))
            return errorAbout(Rule::ShapeRefused, u"reserved"_s);
        if (change.orderId
            && (!claimed || effect->second.mixed || effect->second.order != change.orderId))
            return errorAbout(Rule::ShapeRefused, u"order"_s);
        if (claimed)
            effects.erase(effect);
    }
    // A row of its own for each, also where the sum is 0: otherwise the ledger would not tell.
    if (!shape.event)
        std::erase_if(effects, [](const auto &effect) { return effect.second.quantity == 0; });
    if (!effects.empty())
        return errorAbout(Rule::ShapeRefused, u"reserved without stock"_s);
    return std::nullopt;
}

template <typename Change>
bool namedTwice(const std::vector<Change> &changes)
{
    std::set<qint64> ids;
    for (const Change &change : changes) {
        if (change.id != 0 && !ids.insert(change.id).second)
            return true;
    }
    return false;
}

} // namespace

std::optional<DomainError> Matrix::check(const ChangeSet &changes, Role role) const
{
    const auto found = m_shapes.find(changes.intent.kind);
    if (found == m_shapes.end())
        return errorAbout(Rule::ShapeRefused, changes.intent.kind);
    const Shape &shape = found->second;
    if (role < shape.leastRole)
        return errorAbout(Rule::NotAllowed);
    if (shape.needsReason && changes.intent.reason.trimmed().isEmpty())
        return errorAbout(Rule::ReasonMissing);
    if (changes.intent.id.isNull())
        return errorAbout(Rule::ShapeRefused, u"command id"_s);
    if (changes.intent.undoes.has_value() != changes.intent.kind.startsWith(undoKindOf({})))
        return errorAbout(Rule::ShapeRefused, u"undoes"_s);
    if (changes.records.empty() && changes.stock.empty() && changes.allocations.empty()
        && changes.holds.empty())
    {
        return errorAbout(Rule::ShapeRefused, u"empty"_s);
    }
    if (const Refusal refusal = checkRecords(changes, shape))
        return refusal;
    if (const Refusal refusal = checkStock(changes, shape))
        return refusal;
    for (const AllocationChange &change : changes.allocations) {
        if (const Refusal refusal = checkAllocation(change, shape))
            return refusal;
    }
    for (const HoldChange &change : changes.holds) {
        if (const Refusal refusal = checkHold(change, shape))
            return refusal;
    }
    if (namedTwice(changes.allocations) || namedTwice(changes.holds))
        return errorAbout(Rule::ShapeRefused, u"allocation or hold twice"_s);
    return checkReserved(changes, shape);
}

} // namespace tanaban
