#include "model/demo/openorders.h"

#include <algorithm>
#include <set>

namespace tanaban::demo {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 kindOfWaiting = 10;
constexpr quint64 kindOfScarce = 11;
constexpr qint64 mostOrders = 320;
constexpr qint64 rowsPerOrder = 12; ///< in a company that is too small for so many
constexpr qint64 longestWait = 21;  ///< days
constexpr qint64 ordersPerScarceProduct = 13;
constexpr size_t ordersPerDraft = 53;
constexpr qint64 mostUnits = 600; ///< of a line
constexpr qint64 leastScarceUnits = 6;

QDate lastDayOf(QDate today)
{
    return today.addDays(longestWait);
}

class OpenPlan
{
public:
    OpenPlan(quint64 seed,
             const Month &month,
             const Size &size,
             const std::vector<ProductPlan> &products,
             const std::vector<ProductStock> &stock)
        : m_seed(seed)
        , m_month(month)
        , m_size(size)
        , m_products(products)
        , m_stock(stock)
    {}

    std::vector<OpenOrder> run()
    {
        sortProducts();
        std::vector<OpenOrder> orders;
        const qint64 count = std::min(mostOrders, m_size.stockRows / rowsPerOrder);
        for (qint64 i = 0; i < count; ++i) {
            Random random = randomFor(m_seed, kindOfWaiting, quint64(i));
            OpenOrder order = headOf(orders.size(), random);
            addLines(order, random);
            if (order.lines.empty())
                continue;
            if (order.state == OrderState::Open && random.chance(300))
                setAside(order, qint64(orders.size()), random);
            orders.push_back(std::move(order));
        }
        return orders;
    }

private:
    qint64 unitsOf(qint64 product) const
    {
        return m_stock[size_t(product)].lasting / unitOf(m_products[size_t(product)].product);
    }

    /// Which products serve for which kind of line.
    void sortProducts()
    {
        for (qint64 i = 0; i < qint64(m_products.size()); ++i) {
            const ProductStock &stock = m_stock[size_t(i)];
            if (!m_products[size_t(i)].product.active)
                continue;
            if (stock.usable == 0)
                m_gone.push_back(i);
            else if (stock.lasting * 2 <= stock.usable)
                m_expiring.push_back(i);
            else if (unitsOf(i) > 0)
                m_usual.push_back(i);
        }
        // A few of those of which there is little are what everybody wants.
        std::vector<qint64> few;
        std::ranges::copy_if(m_usual, std::back_inserter(few), [this](qint64 product) {
            return unitsOf(product) >= leastScarceUnits;
        });
        std::ranges::stable_sort(few, {}, [this](qint64 product) { return unitsOf(product); });
        few.resize(few.size() / 4);
        Random random = randomFor(m_seed, kindOfScarce, 0);
        const size_t wanted = size_t(
            std::min(mostOrders, m_size.stockRows / rowsPerOrder) / ordersPerScarceProduct + 1);
        while (m_scarce.size() < wanted && !few.empty()) {
            const auto chosen = few.begin() + random.below(qint64(few.size()));
            m_scarce.push_back(*chosen);
            few.erase(chosen);
        }
        std::erase_if(m_usual, [this](qint64 product) {
            return std::ranges::find(m_scarce, product) != m_scarce.end();
        });
        std::ranges::copy_if(m_usual, std::back_inserter(m_spread), [this](qint64 product) {
            return m_stock[size_t(product)].places >= 4;
        });
    }

    OpenOrder headOf(size_t index, Random &random)
    {
        const QDate today = m_month.today;
        OpenOrder order;
        qint64 customer = 0;
        do {
            customer = random.below(m_size.customers);
        } while (!isActiveCustomer(customer));
        order.partner = customerCode(customer);
        if (random.chance(220))
            order.priority = int(random.between(1, 3));
        order.dueOn = random.chance(100) ? today.addDays(-random.between(1, 4))
                                         : today.addDays(random.between(0, longestWait));
        const QDate came = std::min(today.addDays(-1), order.dueOn).addDays(-random.between(0, 8));
        order.created = someMomentOf(workingDayUpTo(came), 8 * 3600, 17 * 3600, random);
        order.state = index % ordersPerDraft == ordersPerDraft - 1 ? OrderState::Draft
                                                                   : OrderState::Open;
        return order;
    }

    void addLines(OpenOrder &order, Random &random)
    {
        const qint64 count = std::min(random.between(1, OrderBook::mostLines),
                                      random.between(1, OrderBook::mostLines));
        std::set<qint64> products;
        for (qint64 i = 0; i < count; ++i) {
            const auto line = someLine(random);
            if (line && products.insert(line->product).second)
                order.lines.push_back(*line);
        }
    }

    std::optional<OpenLine> someLine(Random &random)
    {
        const qint64 dice = random.below(1000);
        if (dice < 110 && !m_scarce.empty())
            return partOf(m_scarce, 25, 70, random);
        if (dice < 150 && !m_expiring.empty())
            return partOf(m_expiring, 10, 60, random);
        if (dice < 200 && !m_spread.empty())
            return partOf(m_spread, 30, 60, random);
        const std::vector<qint64> &pool = dice < 215 && !m_gone.empty() ? m_gone : m_usual;
        if (pool.empty())
            return std::nullopt;
        const qint64 product = random.oneOf(std::span(pool));
        const qint64 wanted = usualOrder(m_products[size_t(product)], random);
        const qint64 unit = unitOf(m_products[size_t(product)].product);
        const qint64 modest = m_stock[size_t(product)].lasting / 6 / unit * unit;
        return OpenLine{product, std::min(wanted, std::max(unit, modest)), 0};
    }

    /// So many per cent of what there is.
    OpenLine partOf(const std::vector<qint64> &pool, qint64 least, qint64 most, Random &random)
    {
        const qint64 product = random.oneOf(std::span(pool));
        const qint64 unit = unitOf(m_products[size_t(product)].product);
        const qint64 units = m_stock[size_t(product)].usable / unit * random.between(least, most)
                             / 100;
        return {product, std::clamp<qint64>(units, 1, mostUnits) * unit, 0};
    }

    /// The evening before, one order after the other.
    void setAside(OpenOrder &order, qint64 index, Random &random)
    {
        const Instant at = momentOf(workingDayUpTo(m_month.today.addDays(-1)),
                                    18 * 3600 + 600 + int(index) * 9,
                                    random.below(1'000'000));
        const QString &supervisor = staffOf(int(random.below(warehouseCount)))[0];
        order.allocation = {pastCommandId(at, random), u"allocate"_s, supervisor, at};
        order.claims = random.chance(120) ? AllocationState::Pending : AllocationState::Open;
        for (OpenLine &line : order.lines) {
            const qint64 unit = unitOf(m_products[size_t(line.product)].product);
            const qint64 half = line.quantity / unit / 2 * unit;
            const qint64 dice = random.below(100);
            line.taken = dice < 72 ? line.quantity : dice < 86 ? half : 0;
        }
    }

    quint64 m_seed;
    const Month &m_month;
    const Size &m_size;
    const std::vector<ProductPlan> &m_products;
    const std::vector<ProductStock> &m_stock;
    std::vector<qint64> m_usual;
    std::vector<qint64> m_scarce;   ///< several orders want them
    std::vector<qint64> m_expiring; ///< half of it at least expires before the last order is due
    std::vector<qint64> m_spread;   ///< of the usual ones, those in four places or more
    std::vector<qint64> m_gone;     ///< nothing there
};

} // namespace

ProductStock stockOf(const ProductHistory &history, const Product &product, QDate today)
{
    ProductStock stock;
    if (!product.active)
        return stock;
    for (const StockRow &row : history.rows) {
        if (row.key.status != StockStatus::Available || row.available() <= 0)
            continue;
        const auto lot = std::ranges::find(history.lots, row.key.lot, &Lot::lot);
        if (lot->expiresOn && *lot->expiresOn < today)
            continue;
        stock.usable += row.available();
        if (!lot->expiresOn || *lot->expiresOn >= lastDayOf(today)) {
            stock.lasting += row.available();
            ++stock.places;
        }
    }
    return stock;
}

std::vector<OpenOrder> planOpenOrders(quint64 seed,
                                      const Month &month,
                                      const Size &size,
                                      const std::vector<ProductPlan> &products,
                                      const std::vector<ProductStock> &stock)
{
    return OpenPlan(seed, month, size, products, stock).run();
}

} // namespace tanaban::demo
