#include "model/demo/orderlines.h"

#include <algorithm>

namespace tanaban::demo {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 kindOfOrderLines = 9;
constexpr int earlierPerMille = 170;   ///< of the months that a row lies there, with a line
constexpr int cancelledPerMille = 200; ///< of what was given back

} // namespace

OrderLines::OrderLines(OrderBook &book, quint64 seed, qint64 product)
    : m_book(book)
    , m_product(product)
    , m_random(randomFor(seed, kindOfOrderLines, quint64(product)))
{}

std::vector<EarlierLine> OrderLines::beforeMonth(qint64 months,
                                                 int warehouse,
                                                 const ProductPlan &plan)
{
    std::vector<EarlierLine> lines;
    QDate last;
    for (qint64 month = months; month > 0; --month) {
        if (!m_random.chance(earlierPerMille))
            continue;
        const qint64 daysBefore = month * Opening::daysApart - m_random.below(Opening::daysApart);
        const QDate day = workingDayUpTo(m_book.month().first().addDays(-daysBefore));
        const OrderBook::Slot slot = m_book.completedOn(day, warehouse, m_random);
        const qint64 quantity = usualOrder(plan, m_random);
        if (day == last || m_taken.contains(slot))
            continue;
        EarlierLine line{{}, quantity, m_book.allocationOf(slot), m_book.shipmentOf(slot)};
        const auto ref = m_book.addLine(
            slot, m_product, quantity, line.allocation.at, line.shipment.at);
        if (!ref)
            continue;
        line.ref = *ref;
        m_taken.insert(slot);
        lines.push_back(line);
        last = day;
    }
    return lines;
}

std::vector<OrderLines::Lineage> OrderLines::lineagesOf(const ProductHistory &history)
{
    std::vector<Lineage> lineages(history.allocations.size());
    m_roots.resize(history.allocations.size());
    for (const AllocationRecord &record : history.allocationRecords) {
        const size_t index = size_t(record.then.id - 1);
        if (record.then.version == 1)
            m_roots[index] = record.splitFrom > 0 ? m_roots[size_t(record.splitFrom - 1)] : index;
        Lineage &lineage = lineages[m_roots[index]];
        if (record.then.version == 1 && record.splitFrom == 0) {
            lineage.quantity = record.then.quantity;
            lineage.first = record.by.at;
        }
        lineage.last = record.by.at;
    }
    for (size_t i = 0; i < history.allocations.size(); ++i) {
        const Allocation &allocation = history.allocations[i];
        Lineage &lineage = lineages[m_roots[i]];
        lineage.fromOrder = lineage.fromOrder || allocation.orderId;
        lineage.open = lineage.open || allocation.state == AllocationState::Open
                       || allocation.state == AllocationState::Pending;
        lineage.shipped = lineage.shipped || allocation.state == AllocationState::Shipped;
    }
    return lineages;
}

void OrderLines::place(Lineage &lineage, int warehouse)
{
    if (!lineage.shipped && !m_random.chance(cancelledPerMille))
        return;
    const QDate day = dayOf(lineage.last);
    for (int tries = 0; tries < 4 && !lineage.ref; ++tries) {
        const OrderBook::Slot slot = lineage.shipped ? m_book.completedOn(day, warehouse, m_random)
                                                     : m_book.cancelledOn(day, m_random);
        if (m_taken.contains(slot))
            continue;
        lineage.ref = m_book.addLine(slot, m_product, lineage.quantity, lineage.first, lineage.last);
        if (lineage.ref)
            m_taken.insert(slot);
    }
}

void OrderLines::assignMonth(ProductHistory &history, const Layout &layout)
{
    std::vector<Lineage> lineages = lineagesOf(history);
    for (size_t i = 0; i < lineages.size(); ++i) {
        if (m_roots[i] != i || lineages[i].open || lineages[i].fromOrder)
            continue;
        const StockRow &row = history.rows[size_t(history.allocations[i].stockId - 1)];
        place(lineages[i],
              int(std::ranges::find(layout.warehouses, row.key.warehouse, &Warehouse::code)
                  - layout.warehouses.begin()));
    }
    for (size_t i = 0; i < history.allocations.size(); ++i) {
        if (const auto &ref = lineages[m_roots[i]].ref) {
            history.allocations[i].orderId = ref->order;
            history.allocations[i].line = ref->line;
        }
    }
    for (AllocationRecord &record : history.allocationRecords) {
        const auto &ref = lineages[m_roots[size_t(record.then.id - 1)]].ref;
        if (!ref)
            continue;
        record.then.orderId = ref->order;
        record.then.line = ref->line;
        StockEvent &event = history.events[record.event];
        event.orderId = ref->order;
        if (event.kind == EventKind::Reserve)
            std::ranges::find(history.commands, event.command, &PastCommand::id)->kind =
                u"allocate"_s;
    }
}

} // namespace tanaban::demo
