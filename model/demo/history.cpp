#include "model/demo/history.h"

#include "model/demo/ledger.h"
#include "model/demo/orderlines.h"

#include <algorithm>

namespace tanaban::demo {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 kindOfHistory = 3;
constexpr quint64 kindOfOpening = 4;
constexpr qint64 microsecondsPerDay = 86'400'000'000;
constexpr qint64 tokyoOffset = 9LL * 3'600'000'000;
constexpr qint64 julianDayOf1970 = 2'440'588;

/// What happens when; the rows that come into being during the month have their moment too.
struct Plan
{
    enum class Kind {
        Arrival,
        Move,
        StatusChange,
        Other
    };
    Instant at;
    Kind kind = Kind::Other;
};

class ProductMonth
{
public:
    ProductMonth(const HistoryInput &input, const ProductPlan &plan, qint64 productIndex)
        : m_input(input)
        , m_plan(plan)
        , m_index(productIndex)
        , m_random(randomFor(input.seed, kindOfHistory, quint64(productIndex)))
        , m_ledger(plan.product, *input.layout, m_random)
        , m_lines(*input.orders, input.seed, productIndex)
    {}

    ProductHistory run()
    {
        std::vector<Plan> plans = whatHappens();
        for (const Plan &plan : plans)
            carryOut(plan);
        const QDate today = m_input.month->today;
        for (const OpenClaim &claim : m_input.orders->claimsOf(m_index))
            m_ledger.allocate(claim, m_input.orders->open()[claim.openOrder], today);
        ProductHistory history = m_ledger.finish();
        m_lines.assignMonth(history, *m_input.layout);
        return history;
    }

private:
    QDate today() const { return m_input.month->today; }

    Instant workingMoment()
    {
        QDate day;
        do {
            day = m_input.month->first().addDays(m_random.below(30));
        } while (day.dayOfWeek() == Qt::Sunday);
        return someMomentOf(day, 8 * 3600, 18 * 3600 - 1, m_random);
    }

    std::vector<Plan> whatHappens()
    {
        std::vector<Plan> plans;
        for (qint64 i = 0; i < m_plan.stockRows; ++i) {
            const qint64 dice = i == 0 ? 0 : m_random.below(100);
            if (dice < 66)
                open();
            else
                plans.push_back({workingMoment(),
                                 dice < 90   ? Plan::Kind::Arrival
                                 : dice < 95 ? Plan::Kind::Move
                                             : Plan::Kind::StatusChange});
        }
        const qint64 share = m_plan.stockRows * m_input.activity.actionsPerHundredRows;
        const qint64 actions = share / 100 + (m_random.below(100) < share % 100 ? 1 : 0);
        for (qint64 i = 0; i < actions; ++i)
            plans.push_back({workingMoment(), Plan::Kind::Other});
        std::ranges::stable_sort(plans, {}, &Plan::at);
        return plans;
    }

    int anyWarehouse()
    {
        const qint64 dice = m_random.below(1000);
        return dice < 500 ? 0 : dice < 810 ? 1 : 2;
    }

    /// A few days more or less than a whole number of what usually comes.
    qint64 quantity() { return m_plan.lotSize * m_random.between(1, 4); }

    std::optional<QDate> expiryOf(QDate received)
    {
        if (m_plan.shelfDays == 0)
            return std::nullopt;
        const qint64 dice = m_random.below(100);
        const QDate soonest = received.addDays(1);
        QDate expires = dice < 3 ? today().addDays(-m_random.between(1, 12))
                        : dice < 10
                            ? today().addDays(m_random.between(0, 7))
                            : today().addDays(m_random.between(8, std::max(9, m_plan.shelfDays)));
        return std::max(expires, soonest);
    }

    QString newLot(QDate received)
    {
        const qint64 age = m_plan.shelfDays == 0 ? 30 : std::min(m_plan.shelfDays / 3, 30);
        const QDate made = received.addDays(-m_random.below(age + 1));
        QString name;
        do {
            name = u"L%1-%2"_s.arg(made.toString(u"yyMMdd"_s))
                       .arg(m_random.between(1, 99), 2, 10, QChar(u'0'));
        } while (m_ledger.knowsLot(name));
        m_ledger.addLot(name, expiryOf(received));
        return name;
    }

    /// A lot that is in stock already, or a new one; the same lot often lies in several places.
    QString lotFor(QDate received)
    {
        return m_ledger.lotCount() > 0 && m_random.chance(300) ? m_ledger.anyLot()
                                                               : newLot(received);
    }

    StockKey placeFor(int warehouse, const QString &lot)
    {
        StockKey key;
        do {
            key = m_ledger.freePlace(warehouse, lot);
        } while (m_ledger.rowWith(key));
        return key;
    }

    void open()
    {
        const int warehouse = anyWarehouse();
        const Opening &opening = *m_input.opening;
        const qint64 months = monthsBefore();
        const size_t index = opening.indexFor(months, warehouse, m_index);
        const PastCommand &command = opening.commands[index];
        if (months > 0) {
            const StockKey key = placeFor(warehouse, newLot(dayOf(command.at)));
            m_ledger.open(key,
                          quantity(),
                          command.at,
                          command,
                          index,
                          m_lines.beforeMonth(months, warehouse, m_plan));
            return;
        }
        const QDate received = m_input.month->first().addDays(-m_random.between(
            1, m_plan.shelfDays == 0 ? 300 : std::clamp(m_plan.shelfDays / 3, 2, 120)));
        const Instant at = momentOf(received, int(m_random.between(8 * 3600, 17 * 3600)));
        m_ledger.open(placeFor(warehouse, lotFor(received)), quantity(), at, command, index, {});
    }

    /// How long before the month goods came that are not used up yet; most came long before, so that
    /// every month of the year has goods to ship.
    qint64 monthsBefore()
    {
        qint64 most = m_input.opening->mostMonthsBefore;
        if (m_plan.shelfDays > 0)
            most = std::min<qint64>(most, m_plan.shelfDays / 2 / Opening::daysApart);
        return most == 0 ? 0 : std::max(m_random.below(most + 1), m_random.below(most + 1));
    }

    void carryOut(const Plan &plan)
    {
        switch (plan.kind) {
        case Plan::Kind::Arrival:
            arrive(plan.at);
            return;
        case Plan::Kind::Move:
            if (!m_ledger.moveSome(plan.at))
                arrive(plan.at);
            return;
        case Plan::Kind::StatusChange:
            if (!m_ledger.setSomeAside(plan.at))
                arrive(plan.at);
            return;
        case Plan::Kind::Other:
            break;
        }
        somethingElse(plan.at);
    }

    void arrive(Instant at)
    {
        const int warehouse = anyWarehouse();
        m_ledger.receiveNew(placeFor(warehouse, newLot(dayOf(at))), quantity(), at);
    }

    void somethingElse(Instant at)
    {
        const qint64 dice = m_random.below(100);
        if (dice < 36)
            m_ledger.reserveSome(at);
        else if (dice < 78)
            m_ledger.shipSome(at);
        else if (dice < 84)
            m_ledger.releaseSome(at);
        else if (dice < 90)
            m_ledger.receiveMore(at, quantity());
        else if (dice < 97)
            m_ledger.adjustSome(at);
        else
            m_ledger.sellOut(at);
    }

    const HistoryInput &m_input;
    const ProductPlan &m_plan;
    qint64 m_index;
    Random m_random;
    Ledger m_ledger;
    OrderLines m_lines;
};

} // namespace

Instant momentOf(QDate day, int secondOfDay, qint64 microsecond)
{
    return {(day.toJulianDay() - julianDayOf1970) * microsecondsPerDay
            + qint64(secondOfDay) * 1'000'000 + microsecond - tokyoOffset};
}

Instant someMomentOf(QDate day, int firstSecond, int lastSecond, Random &random)
{
    // Not both in the call: compilers differ in which argument they reckon first.
    const qint64 microsecond = random.below(1'000'000);
    return momentOf(day, int(random.between(firstSecond, lastSecond)), microsecond);
}

QDate dayOf(Instant at)
{
    return QDate::fromJulianDay((at.microseconds + tokyoOffset) / microsecondsPerDay
                                + julianDayOf1970);
}

QDate workingDayUpTo(QDate day)
{
    return day.dayOfWeek() == Qt::Sunday ? day.addDays(-1) : day;
}

QUuid pastCommandId(Instant at, Random &random)
{
    const quint64 milliseconds = quint64(at.microseconds / 1000);
    const quint64 noise = random.next();
    const quint64 more = random.next();
    return QUuid(uint(milliseconds >> 16),
                 ushort(milliseconds & 0xFFFF),
                 ushort(0x7000 | (more & 0x0FFF)),
                 uchar(0x80 | (noise & 0x3F)),
                 uchar(noise >> 8),
                 uchar(noise >> 16),
                 uchar(noise >> 24),
                 uchar(noise >> 32),
                 uchar(noise >> 40),
                 uchar(noise >> 48),
                 uchar(noise >> 56));
}

Activity Activity::forSize(const Size &size)
{
    // 160 for every hundred rows in the usual company, 20 in one of a million rows.
    const qint64 actions = std::clamp<qint64>(
        200'000 * 100 / std::max<qint64>(1, size.stockRows), 20, 160);
    return {int(actions)};
}

Opening::Opening(quint64 seed, const Month &month, const Size &size)
{
    Random random = randomFor(seed, kindOfOpening, 0);
    m_groups = size.products / productsPerCommand + 1;
    mostMonthsBefore = (size.daysOfOrders - Size::monthDays) / daysApart;
    for (qint64 months = 0; months <= mostMonthsBefore; ++months) {
        const QDate day = months == 0 ? month.first()
                                      : workingDayUpTo(month.first().addDays(-months * daysApart));
        qint64 microsecond = 0;
        for (qint64 group = 0; group < m_groups; ++group) {
            for (int w = 0; w < warehouseCount; ++w) {
                const Instant at = momentOf(day, 6 * 3600, microsecond += 250'000);
                commands.push_back({pastCommandId(at, random), u"import"_s, staffOf(w)[0], at});
            }
        }
    }
    used.resize(commands.size(), false);
}

size_t Opening::indexFor(qint64 monthsBefore, int warehouse, qint64 productIndex) const
{
    return size_t((monthsBefore * m_groups + productIndex / productsPerCommand) * warehouseCount
                  + warehouse);
}

ProductHistory makeHistory(const HistoryInput &input, const ProductPlan &plan, qint64 productIndex)
{
    return ProductMonth(input, plan, productIndex).run();
}

} // namespace tanaban::demo
