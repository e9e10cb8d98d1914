#include "model/demo/demo.h"

#include "model/demo/history.h"
#include "model/demo/json.h"
#include "model/demo/openorders.h"
#include "model/quantity.h"

#include <algorithm>
#include <set>
#include <utility>

namespace tanaban::demo {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 kindOfReorder = 5;
constexpr size_t chunk = 8192;

/// Writes the company in two passes over the histories of its products: the first only adds up what
/// the zones must hold and what is available, since zones and products are written before stock.
class Company
{
public:
    Company(BulkLoad &load,
            const DemoOptions &options,
            const DemoProgress &progress,
            std::stop_token stop)
        : m_load(load)
        , m_seed(options.seed)
        , m_progress(progress)
        , m_stop(std::move(stop))
        , m_month{options.today}
        , m_size(sizeOf(options))
        , m_layout(makeLayout(m_size))
        , m_products(planProducts(m_seed, m_size))
        , m_opening(m_seed, m_month, m_size)
        , m_orders(m_seed, m_month, m_size)
        , m_founded(founding())
    {}

    Result<Done, DemoFailure> write()
    {
        if (!survey() || !writeMasterData() || !writeProducts() || !writeOrders()
            || !writeHistories()) {
            if (m_stop.stop_requested())
                return fail(DemoFailure{true, {}});
            return fail(DemoFailure{false, m_load.failure()});
        }
        return Done{};
    }

private:
    static Size sizeOf(const DemoOptions &options)
    {
        Size size = Size::forRows(options.stockRows);
        if (options.yearOfOrders)
            size.daysOfOrders = 365;
        return size;
    }

    PastCommand founding()
    {
        Random random = randomFor(m_seed, kindOfReorder, 0);
        const Instant at = momentOf(m_month.first(), 5 * 3600);
        return {pastCommandId(at, random), u"master"_s, staffOf(0)[0], at};
    }

    /// Once for each product in the survey and once to be written, in their order.
    ProductHistory historyOf(size_t index)
    {
        return makeHistory(
            {m_seed, &m_month, &m_layout, &m_opening, Activity::forSize(m_size), &m_orders},
            m_products[index],
            qint64(index));
    }

    /// False: it is to stop.
    bool goOn(size_t index, int pass)
    {
        const size_t step = std::max<size_t>(1, m_products.size() / 100);
        if (index % step == 0 && m_progress) {
            // The first pass only reckons; it takes about a tenth of the time.
            const int percent = int(index * 100 / m_products.size());
            m_progress(pass == 0 ? percent / 10 : 10 + percent * 9 / 10, 100);
        }
        return !m_stop.stop_requested();
    }

    bool survey()
    {
        std::array<qint64, warehouseCount * zoneCount> loads{};
        std::vector<ProductStock> stock;
        for (size_t i = 0; i < m_products.size(); ++i) {
            if (!goOn(i, 0))
                return false;
            const ProductHistory history = historyOf(i);
            for (int w = 0; w < warehouseCount; ++w)
                loads[Layout::zoneIndex(w, m_products[i].product.condition)] +=
                    history.load[size_t(w)];
            for (const size_t opening : history.openings)
                m_opening.used[opening] = true;
            m_products[i].product.reorderPoint = reorderPoint(i, history.available);
            stock.push_back(stockOf(history, m_products[i].product, m_month.today));
        }
        setCapacities(m_layout, loads);
        m_orders.settle(planOpenOrders(m_seed, m_month, m_size, m_products, stock));
        return true;
    }

    std::optional<qint64> reorderPoint(size_t index, qint64 available) const
    {
        Random random = randomFor(m_seed, kindOfReorder, index + 1);
        if (random.chance(150))
            return std::nullopt;
        const bool low = random.chance(45);
        const qint64 percent = low ? random.between(100, 180) : random.between(10, 60);
        return std::min<qint64>(available * percent / 100 + (low ? 1 : 0), greatestQuantity);
    }

    template <typename Row>
    void record(std::vector<PastChange> &changes,
                Entity entity,
                const QString &key,
                const Row &row) const
    {
        changes.push_back(
            {codeOf(entity), key, 1, m_founded.id, m_founded.actor, m_founded.at, {}, toJson(row)});
    }

    bool writeMasterData()
    {
        std::vector<PastChange> changes;
        for (const Warehouse &warehouse : m_layout.warehouses)
            record(changes, Entity::Warehouse, warehouse.code, warehouse);
        for (const Zone &zone : m_layout.zones)
            record(
                changes, Entity::Zone, zone.warehouse + u"/" + QString::number(zone.number), zone);
        const std::vector<Partner> partners = makePartners(m_size);
        for (const Partner &partner : partners)
            record(changes, Entity::Partner, partner.code, partner);
        if (!m_load.add(m_layout.warehouses) || !m_load.add(m_layout.zones))
            return false;
        for (const std::vector<Bin> &bins : m_layout.bins) {
            if (!m_load.add(bins))
                return false;
        }
        std::vector<PastCommand> commands{m_founded};
        for (size_t i = 0; i < m_opening.commands.size(); ++i) {
            if (m_opening.used[i])
                commands.push_back(m_opening.commands[i]);
        }
        return m_load.add(partners) && m_load.add(m_layout.people) && m_load.add(commands)
               && m_load.add(changes);
    }

    bool writeProducts()
    {
        std::vector<Product> products;
        std::vector<PastChange> changes;
        for (const ProductPlan &plan : m_products) {
            products.push_back(plan.product);
            record(changes, Entity::Product, plan.product.code, plan.product);
            if (products.size() == chunk) {
                if (!m_load.add(products) || !m_load.add(changes))
                    return false;
                products.clear();
                changes.clear();
            }
        }
        return m_load.add(products) && m_load.add(changes);
    }

    bool writeOrders()
    {
        std::vector<PastOrder> orders;
        std::vector<PastOrderLine> lines;
        for (size_t i = 0; i < m_orders.count(); ++i) {
            OrderBook::Written written = m_orders.written(i, m_products);
            orders.push_back(written.order);
            std::ranges::move(written.lines, std::back_inserter(lines));
            std::ranges::move(written.commands, std::back_inserter(m_commands));
            std::ranges::move(written.changes, std::back_inserter(m_changes));
            if (orders.size() < chunk && i + 1 < m_orders.count())
                continue;
            if (m_stop.stop_requested() || !m_load.add(std::exchange(orders, {}))
                || !m_load.add(std::exchange(lines, {})) || !flush())
                return false;
        }
        return true;
    }

    bool writeHistories()
    {
        for (size_t i = 0; i < m_products.size(); ++i) {
            if (!goOn(i, 1))
                return false;
            take(historyOf(i));
            if (m_rows.size() >= chunk && !flush())
                return false;
        }
        return flush();
    }

    /// Ids counted in the product become ids of the database.
    void take(ProductHistory history)
    {
        for (StockRow &row : history.rows) {
            row.id += m_lastRow;
            m_rows.push_back(std::move(row));
        }
        std::ranges::stable_sort(history.events, {}, &StockEvent::stockId);
        for (StockEvent &event : history.events) {
            event.stockId += m_lastRow;
            m_events.push_back(std::move(event));
        }
        for (Allocation &allocation : history.allocations) {
            allocation.id += m_lastAllocation;
            allocation.stockId += m_lastRow;
            m_allocations.push_back(allocation);
        }
        for (AllocationRecord &record : history.allocationRecords) {
            record.then.id += m_lastAllocation;
            record.then.stockId += m_lastRow;
            if (record.after.isEmpty())
                record.after = toJson(
                    record.then, record.splitFrom > 0 ? record.splitFrom + m_lastAllocation : 0);
            m_changes.push_back({u"allocation"_s,
                                 QString::number(record.then.id),
                                 record.then.version,
                                 record.by.id,
                                 record.by.actor,
                                 record.by.at,
                                 record.before,
                                 record.after});
        }
        std::ranges::move(history.lotChanges, std::back_inserter(m_changes));
        std::ranges::move(history.lots, std::back_inserter(m_lots));
        std::ranges::move(history.commands, std::back_inserter(m_commands));
        for (const size_t order : history.allocatedOpenOrders) {
            if (m_allocated.insert(order).second)
                m_commands.push_back(m_orders.open()[order].allocation);
        }
        m_lastRow += qint64(history.rows.size());
        m_lastAllocation += qint64(history.allocations.size());
    }

    bool flush()
    {
        // In the order of their key, which is that of time: neighbours go into the database together.
        std::ranges::sort(m_commands, {}, &PastCommand::id);
        return m_load.add(std::exchange(m_lots, {})) && m_load.add(std::exchange(m_commands, {}))
               && m_load.add(std::exchange(m_rows, {})) && m_load.add(std::exchange(m_events, {}))
               && m_load.add(std::exchange(m_allocations, {}))
               && m_load.add(std::exchange(m_changes, {}));
    }

    BulkLoad &m_load;
    quint64 m_seed;
    const DemoProgress &m_progress;
    std::stop_token m_stop;
    Month m_month;
    Size m_size;
    Layout m_layout;
    std::vector<ProductPlan> m_products;
    Opening m_opening;
    OrderBook m_orders;
    PastCommand m_founded;

    qint64 m_lastRow = 0;
    qint64 m_lastAllocation = 0;
    std::set<size_t> m_allocated; ///< the waiting orders that have goods
    std::vector<Lot> m_lots;
    std::vector<PastCommand> m_commands;
    std::vector<StockRow> m_rows;
    std::vector<StockEvent> m_events;
    std::vector<Allocation> m_allocations;
    std::vector<PastChange> m_changes;
};

} // namespace

Result<Done, DemoFailure> writeCompany(BulkLoad &load,
                                       const DemoOptions &options,
                                       const DemoProgress &progress,
                                       std::stop_token stop)
{
    return Company(load, options, progress, std::move(stop)).write();
}

} // namespace tanaban::demo

namespace tanaban {

Result<Done, DemoFailure> makeDemo(Database &database,
                                   int rows,
                                   const DemoProgress &progress,
                                   std::stop_token stop)
{
    auto load = database.bulkLoader().start();
    if (!load)
        return fail(DemoFailure{false, load.error()});
    // Before the warehouses exist the day is that of UTC: in Tokyo it is never earlier.
    const auto today = database.store().todayIn({});
    if (!today)
        return fail(DemoFailure{false, today.error()});
    demo::DemoOptions options;
    options.stockRows = std::clamp(rows, 0, mostDemoRows);
    options.today = *today;
    options.yearOfOrders = options.stockRows >= yearDemoRows;
    const auto written = demo::writeCompany(**load, options, progress, stop);
    if (!written)
        return written;
    if (stop.stop_requested())
        return fail(DemoFailure{true, {}});
    const auto finished = (*load)->finish();
    if (!finished)
        return fail(DemoFailure{false, finished.error()});
    if (progress)
        progress(100, 100);
    return Done{};
}

} // namespace tanaban
