#include "model/demo/json.h"
#include "model/demo/ledger.h"

#include <algorithm>

namespace tanaban::demo {

void Ledger::claim(Index index,
                   qint64 quantity,
                   AllocationState state,
                   const PastCommand &by,
                   std::optional<OrderRef> ref)
{
    Allocation allocation;
    allocation.id = qint64(m_history.allocations.size()) + 1;
    if (ref) {
        allocation.orderId = ref->order;
        allocation.line = ref->line;
    }
    allocation.stockId = m_history.rows[index].id;
    allocation.quantity = quantity;
    allocation.state = state;
    allocation.version = 1;
    post(index, EventKind::Reserve, 0, quantity, by).orderId = allocation.orderId;
    m_history.allocations.push_back(allocation);
    m_history.allocationRecords.push_back({allocation, 0, by, m_history.events.size() - 1, {}, {}});
}

void Ledger::deliver(Index index, const EarlierLine &line)
{
    claim(index, line.quantity, AllocationState::Open, line.allocation, line.ref);
    post(index, EventKind::Ship, -line.quantity, -line.quantity, line.shipment).orderId =
        line.ref.order;
    Allocation &allocation = m_history.allocations.back();
    allocation.state = AllocationState::Shipped;
    allocation.version = 2;
    m_history.allocationRecords.push_back({allocation,
                                           0,
                                           line.shipment,
                                           m_history.events.size() - 1,
                                           stateJson(AllocationState::Open),
                                           stateJson(AllocationState::Shipped)});
}

int Ledger::zonePriority(const StockRow &row) const
{
    const auto zone = std::ranges::find_if(m_layout.zones, [&row](const Zone &one) {
        return one.warehouse == row.key.warehouse && one.number == row.key.zone;
    });
    return *zone->allocationPriority;
}

void Ledger::allocate(const OpenClaim &wanted, const OpenOrder &order, QDate today)
{
    const Instant until = momentOf(std::max(order.dueOn, today), 0);
    std::vector<Index> rows;
    for (Index index = 0; index < m_history.rows.size(); ++index) {
        if (usable(m_history.rows[index], until))
            rows.push_back(index);
    }
    std::ranges::stable_sort(rows, [this](Index a, Index b) {
        const StockRow &one = m_history.rows[a];
        const StockRow &other = m_history.rows[b];
        return std::pair(zonePriority(one), one.receivedAt)
               < std::pair(zonePriority(other), other.receivedAt);
    });
    qint64 missing = wanted.quantity;
    for (const Index index : rows) {
        if (missing == 0)
            break;
        const qint64 taken = std::min(missing, m_history.rows[index].available());
        claim(index, taken, order.claims, order.allocation, wanted.ref);
        missing -= taken;
    }
    if (missing < wanted.quantity)
        m_history.allocatedOpenOrders.push_back(wanted.openOrder);
}

} // namespace tanaban::demo
