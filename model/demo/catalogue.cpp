#include "model/demo/catalogue.h"

#include <algorithm>
#include <numeric>

namespace tanaban::demo {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 kindOfShuffle = 1;
constexpr quint64 kindOfProduct = 2;

/// `index` of `count` things in an order without pattern, each once.
class Shuffled
{
public:
    Shuffled(quint64 seed, qint64 count)
        : m_count(count)
    {
        Random random = randomFor(seed, kindOfShuffle, quint64(count));
        m_start = random.below(count);
        do {
            m_step = random.between(count / 3, count);
        } while (std::gcd(m_step, count) != 1);
    }

    qint64 at(qint64 index) const { return (m_start + index * m_step) % m_count; }

private:
    qint64 m_count;
    qint64 m_start = 0;
    qint64 m_step = 1;
};

/// Every maker with every pack of every kind of goods, by number.
struct Variety
{
    const Goods *goods = nullptr;
    const Words *maker = nullptr;
    const Pack *pack = nullptr;
};

std::vector<Variety> varietiesOf(StorageCondition condition)
{
    std::vector<Variety> all;
    for (const Goods &goods : goodsFor(condition)) {
        for (const Words &maker : makers()) {
            for (const Pack &pack : goods.packs)
                all.push_back({&goods, &maker, &pack});
        }
    }
    return all;
}

ProductPlan planOf(const Variety &variety, StorageCondition condition, qint64 number, Random &random)
{
    const Goods &goods = *variety.goods;
    const Pack &pack = *variety.pack;
    ProductPlan plan;
    Product &product = plan.product;
    product.code = u"%1-%2"_s.arg(goods.code).arg(number, 5, 10, QChar(u'0'));
    product.name = u"%1 %2 %3 / %4 %5, %6"_s.arg(variety.maker->japanese,
                                                 goods.words.japanese,
                                                 pack.words.japanese,
                                                 variety.maker->english,
                                                 goods.words.english,
                                                 pack.words.english);
    product.category = goods.category.toString();
    product.barcode = inStoreBarcode(number * 7'368'787 % 10'000'000'000);
    product.condition = condition;
    product.unit = pack.unit.toString();
    product.decimals = pack.decimals;
    product.active = !random.chance(8);
    product.version = 1;
    plan.shelfDays = goods.shelfDays;
    static constexpr qint64 usual[] = {12, 24, 24, 36, 48, 48, 60, 96, 120, 144, 240, 480};
    plan.lotSize = random.oneOf(std::span(usual)) * unitOf(product);
    return plan;
}

/// Few products lie in many places, most in some, a few nowhere.
qint64 weightOf(Random &random)
{
    static constexpr qint64 weights[] = {1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 5, 6, 8, 12};
    return random.chance(25) ? 0 : random.oneOf(std::span(weights));
}

void shareOut(std::vector<ProductPlan> &plans, const std::vector<qint64> &weights, qint64 rows)
{
    const qint64 total = std::max<qint64>(
        1, std::accumulate(weights.begin(), weights.end(), qint64(0)));
    qint64 before = 0;
    for (size_t i = 0; i < plans.size(); ++i) {
        const qint64 after = before + weights[i];
        plans[i].stockRows = after * rows / total - before * rows / total;
        before = after;
    }
}

} // namespace

Size Size::forRows(qint64 stockRows)
{
    Size size;
    size.stockRows = stockRows;
    if (stockRows <= 24'000) {
        size.products = std::max<qint64>(std::min<qint64>(stockRows, 40), stockRows / 3);
    } else {
        size.products = std::min<qint64>(20'000, 8'000 + (stockRows - 24'000) * 12'000 / 976'000);
    }
    return size;
}

qint64 unitOf(const Product &product)
{
    qint64 unit = 1;
    for (int i = 0; i < product.decimals; ++i)
        unit *= 10;
    return unit;
}

qint64 usualOrder(const ProductPlan &plan, Random &random)
{
    const qint64 unit = unitOf(plan.product);
    return std::max<qint64>(1, plan.lotSize / unit * random.between(1, 6) / 24) * unit;
}

QString inStoreBarcode(qint64 number)
{
    const QString digits = u"20"_s + QString::number(number).rightJustified(10, u'0');
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i)
        sum += digits[i].digitValue() * (i % 2 == 0 ? 1 : 3);
    return digits + QString::number((10 - sum % 10) % 10);
}

std::vector<ProductPlan> planProducts(quint64 seed, const Size &size)
{
    std::vector<ProductPlan> plans;
    std::vector<qint64> weights;
    const qint64 refrigerated = size.products * 225 / 1000;
    const qint64 frozen = size.products * 75 / 1000;
    const std::pair<StorageCondition, qint64> parts[] = {
        {StorageCondition::RoomTemperature, size.products - refrigerated - frozen},
        {StorageCondition::Refrigerated, refrigerated},
        {StorageCondition::Frozen, frozen}};
    for (const auto &[condition, count] : parts) {
        if (count == 0)
            continue;
        const std::vector<Variety> varieties = varietiesOf(condition);
        Q_ASSERT(count <= qint64(varieties.size()));
        const Shuffled order(seed, qint64(varieties.size()));
        std::vector<qint64> chosen;
        for (qint64 i = 0; i < count; ++i)
            chosen.push_back(order.at(i));
        std::ranges::sort(chosen); // goods of one kind get codes that follow each other
        for (const qint64 choice : chosen) {
            const qint64 number = qint64(plans.size()) + 1;
            Random random = randomFor(seed, kindOfProduct, quint64(number));
            plans.push_back(planOf(varieties[size_t(choice)], condition, number, random));
            weights.push_back(weightOf(random));
        }
    }
    shareOut(plans, weights, size.stockRows);
    return plans;
}

QString customerCode(qint64 index)
{
    return u"C%1"_s.arg(index + 1, 4, 10, QChar(u'0'));
}

bool isActiveCustomer(qint64 index)
{
    return index % 47 != 46;
}

std::vector<Partner> makePartners(const Size &size)
{
    std::vector<Partner> partners;
    for (qint64 i = 0; i < size.customers; ++i) {
        const Words &shop = shopNames()[size_t(i) % shopNames().size()];
        const Words &town = shopTowns()[size_t(i) / shopNames().size() % shopTowns().size()];
        partners.push_back(
            {customerCode(i),
             u"%1 %2店 / %3 %4"_s.arg(shop.japanese, town.japanese, shop.english, town.english),
             u"customer"_s,
             isActiveCustomer(i),
             1});
    }
    for (qint64 i = 0; i < size.suppliers; ++i) {
        const Words &maker = makers()[size_t(i) % makers().size()];
        const Words &kind = supplierKinds()[size_t(i) / makers().size() % supplierKinds().size()];
        partners.push_back(
            {u"S%1"_s.arg(i + 1, 4, 10, QChar(u'0')),
             u"%1%2 / %3 %4"_s.arg(maker.japanese, kind.japanese, maker.english, kind.english),
             u"supplier"_s,
             true,
             1});
    }
    return partners;
}

} // namespace tanaban::demo
