#include "model/demo/orderbook.h"

#include "model/demo/json.h"

#include <algorithm>
#include <utility>

namespace tanaban::demo {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 kindOfPastOrder = 6;
constexpr quint64 kindOfPastWork = 7;
constexpr quint64 kindOfOpenOrder = 8;
constexpr qint64 usualLines = 3;
constexpr qint64 workingDays = 26; ///< of a month

/// Where the orders of a warehouse are among a thousand of the same day.
constexpr std::pair<qint64, qint64> shares[warehouseCount] = {{0, 500}, {500, 810}, {810, 1000}};

int warehouseAt(qint64 place, qint64 places)
{
    const qint64 part = place * 1000 / places;
    return part < shares[0].second ? 0 : part < shares[1].second ? 1 : 2;
}

} // namespace

OrderBook::OrderBook(quint64 seed, const Month &month, const Size &size)
    : m_seed(seed)
    , m_month(month)
    , m_earlierDays(size.daysOfOrders - Size::monthDays)
    , m_customers(size.customers)
{
    // Of a hundred things that happen to stock some twenty-seven end as a line that was shipped; and
    // of a hundred rows some forty-five had a line before the month.
    const qint64 lines = size.stockRows * Activity::forSize(size).actionsPerHundredRows * 27
                         / 10'000;
    m_completedPerDay = std::max<qint64>(1, lines / workingDays / usualLines);
    m_ordersPerDay = m_completedPerDay + std::max<qint64>(1, m_completedPerDay / 25);
    const qint64 earlierWorkingDays = m_earlierDays * workingDays / Size::monthDays;
    if (earlierWorkingDays > 0)
        m_earlierPerDay = std::max<qint64>(
            1, size.stockRows * 45 / 100 / earlierWorkingDays / usualLines);
    m_slots.resize(size_t(firstOfMonth() + Size::monthDays * m_ordersPerDay));
}

QDate OrderBook::dayOf(Slot slot) const
{
    return isBeforeMonth(slot) ? m_month.first().addDays(slot / m_earlierPerDay - m_earlierDays)
                               : m_month.first().addDays((slot - firstOfMonth()) / m_ordersPerDay);
}

bool OrderBook::isCancelled(Slot slot) const
{
    return !isBeforeMonth(slot) && (slot - firstOfMonth()) % m_ordersPerDay >= m_completedPerDay;
}

int OrderBook::warehouseOf(Slot slot) const
{
    return warehouseAt(slot % m_earlierPerDay, m_earlierPerDay);
}

Instant OrderBook::momentIn(Slot slot, int firstHour, int lastHour, Random &random) const
{
    return someMomentOf(dayOf(slot), firstHour * 3600, lastHour * 3600, random);
}

OrderBook::Slot OrderBook::completedOn(QDate day, int warehouse, Random &random) const
{
    const qint64 daysIn = m_month.first().daysTo(day);
    const qint64 places = daysIn < 0 ? m_earlierPerDay : m_completedPerDay;
    const auto [from, to] = shares[warehouse];
    const qint64 first = places * from / 1000;
    const qint64 last = places * to / 1000;
    const qint64 place = last > first ? random.between(first, last - 1) : random.below(places);
    return daysIn < 0 ? Slot((m_earlierDays + daysIn) * places + place)
                      : Slot(firstOfMonth() + daysIn * m_ordersPerDay + place);
}

OrderBook::Slot OrderBook::cancelledOn(QDate day, Random &random) const
{
    return Slot(firstOfMonth() + m_month.first().daysTo(day) * m_ordersPerDay
                + random.between(m_completedPerDay, m_ordersPerDay - 1));
}

std::optional<OrderRef> OrderBook::addLine(Slot slot,
                                           qint64 product,
                                           qint64 quantity,
                                           Instant first,
                                           Instant last)
{
    PastSlot &place = m_slots[slot];
    if (place.lines == mostLines)
        return std::nullopt;
    if (!m_settled) {
        m_items.push_back({slot, product, quantity});
        place.first = place.lines == 0 ? first : std::min(place.first, first);
        place.last = std::max(place.last, last);
    }
    return OrderRef{place.order, ++place.lines};
}

PastCommand OrderBook::allocationOf(Slot slot) const
{
    Random random = randomFor(m_seed, kindOfPastWork, quint64(slot) * 2);
    const Instant at = momentIn(slot, 9, 13, random);
    return {pastCommandId(at, random), u"allocate"_s, staffOf(warehouseOf(slot))[0], at};
}

PastCommand OrderBook::shipmentOf(Slot slot) const
{
    Random random = randomFor(m_seed, kindOfPastWork, quint64(slot) * 2 + 1);
    const Instant at = momentIn(slot, 14, 17, random);
    return {pastCommandId(at, random), u"ship"_s, random.oneOf(staffOf(warehouseOf(slot))), at};
}

void OrderBook::settle(std::vector<OpenOrder> open)
{
    std::ranges::stable_sort(m_items, {}, &PastItem::slot);
    m_firstItems.assign(m_slots.size(), 0);
    for (size_t i = m_items.size(); i-- > 0;)
        m_firstItems[m_items[i].slot] = i;
    m_open = std::move(open);
    for (size_t i = 0; i < m_slots.size(); ++i) {
        if (m_slots[i].lines == 0)
            continue;
        Random random = randomFor(m_seed, kindOfPastOrder, i);
        m_heads.push_back(
            {m_slots[i].first.plusSeconds(-random.between(300, 7200)), true, quint32(i)});
    }
    for (size_t i = 0; i < m_open.size(); ++i)
        m_heads.push_back({m_open[i].created, false, quint32(i)});
    std::ranges::stable_sort(m_heads, {}, &Head::created);
    std::vector<qint64> openIds(m_open.size());
    for (size_t i = 0; i < m_heads.size(); ++i) {
        const qint64 id = qint64(i) + 1;
        if (m_heads[i].past)
            m_slots[m_heads[i].index].order = id;
        else
            openIds[m_heads[i].index] = id;
    }
    for (size_t i = 0; i < m_open.size(); ++i) {
        for (size_t line = 0; line < m_open[i].lines.size(); ++line) {
            const OpenLine &wanted = m_open[i].lines[line];
            if (wanted.taken > 0)
                m_claims[wanted.product].push_back({{openIds[i], int(line) + 1}, i, wanted.taken});
        }
    }
    for (PastSlot &slot : m_slots)
        slot.lines = 0;
    m_settled = true;
}

std::span<const OpenClaim> OrderBook::claimsOf(qint64 product) const
{
    const auto found = m_claims.find(product);
    return found == m_claims.end() ? std::span<const OpenClaim>()
                                   : std::span<const OpenClaim>(found->second);
}

OrderBook::Written OrderBook::written(size_t index, const std::vector<ProductPlan> &products) const
{
    const Head &head = m_heads[index];
    Written to;
    to.order.id = qint64(index) + 1;
    to.order.number = u"SO-%1"_s.arg(to.order.id, 6, 10, QChar(u'0'));
    const auto addLine = [&](qint64 product, qint64 quantity) {
        to.lines.push_back({to.order.id,
                            int(to.lines.size()) + 1,
                            products[size_t(product)].product.code,
                            quantity});
    };
    Random random = randomFor(m_seed, head.past ? kindOfPastOrder : kindOfOpenOrder, head.index);
    if (head.past) {
        for (size_t i = m_firstItems[head.index];
             i < m_items.size() && m_items[i].slot == head.index;
             ++i)
            addLine(m_items[i].product, m_items[i].quantity);
        writePast(to, head.index);
    } else {
        for (const OpenLine &line : m_open[head.index].lines)
            addLine(line.product, line.quantity);
        writeOpen(to, m_open[head.index]);
    }
    const OrderState now = std::exchange(
        to.order.state, to.order.state == OrderState::Draft ? OrderState::Draft : OrderState::Open);
    const auto record = [&](Instant at, qint64 version, QByteArray before, QByteArray after) {
        const auto staff = staffOf(int(random.below(warehouseCount)));
        to.commands.push_back({pastCommandId(at, random), u"order"_s, random.oneOf(staff), at});
        to.changes.push_back({codeOf(Entity::Order),
                              to.order.number,
                              version,
                              to.commands.back().id,
                              to.commands.back().actor,
                              at,
                              std::move(before),
                              std::move(after)});
    };
    record(head.created, 1, {}, toJson(to.order, to.lines));
    if (now != to.order.state) {
        record(m_slots[head.index].last.plusSeconds(random.between(60, 1500)),
               2,
               stateJson(to.order.state),
               stateJson(now));
        to.order.version = 2;
        to.order.state = now;
    }
    return to;
}

void OrderBook::writePast(Written &to, Slot slot) const
{
    Random random = randomFor(m_seed, kindOfPastOrder, quint64(slot) + m_slots.size());
    to.order.partner = customerCode(random.below(m_customers));
    if (random.chance(120))
        to.order.priority = int(random.between(1, 3));
    to.order.dueOn = dayOf(slot).addDays(random.between(0, 3));
    to.order.state = isCancelled(slot) ? OrderState::Cancelled : OrderState::Completed;
    if (isBeforeMonth(slot)) {
        to.commands.push_back(allocationOf(slot));
        to.commands.push_back(shipmentOf(slot));
    }
}

void OrderBook::writeOpen(Written &to, const OpenOrder &order) const
{
    to.order.partner = order.partner;
    to.order.priority = order.priority;
    to.order.dueOn = order.dueOn;
    to.order.state = order.state;
}

} // namespace tanaban::demo
