// What must be true of any plan, over random books: the rules are checked with code of their own,
// not with the planner's.
#include "model/planning/explanation.h"
#include "tests/model/planning/bookbuilder.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <map>
#include <random>

using namespace tanaban;
using namespace tanaban::tests;

namespace {

constexpr int booksInAll = 1500;

/// A small world in which everything is scarce, so that everything that can clash does.
class RandomBook
{
public:
    explicit RandomBook(unsigned seed)
        : m_random(seed)
    {
        builder.book.strategies.clear();
        for (int i = 0; i < 3; ++i)
            builder.book.strategies.push_back(strategy());
        builder.place(u"WH003"_s, 1, StorageCondition::RoomTemperature, {});
        builder.place(u"WH002"_s, 3, StorageCondition::Frozen, 3);
        builder.book.places[0].active = number(1, 10) > 1;
        for (int p = 0; p < number(1, 4); ++p) {
            builder.product(u"P%1"_s.arg(p),
                            number(1, 6) == 1 ? StorageCondition::Frozen
                                              : StorageCondition::RoomTemperature);
            builder.book.products.back().active = number(1, 15) > 1;
            for (int s = 0; s < number(0, 8); ++s)
                addRow();
        }
        for (int o = 0; o < number(1, 7); ++o) {
            BookOrder &order = builder.order(maybe(1, 3), maybeDay(-3, 12));
            order.strategy = number(0, 2);
            for (int l = 0; l < number(1, 4); ++l) {
                builder.line(
                    number(0, int(builder.book.products.size()) - 1), number(0, 12), number(0, 3));
            }
        }
    }

    BookBuilder builder;

private:
    int number(int least, int most) { return std::uniform_int_distribution(least, most)(m_random); }
    std::optional<int> maybe(int least, int most)
    {
        return number(0, 2) == 0 ? std::nullopt : std::optional(number(least, most));
    }
    std::optional<QDate> maybeDay(int least, int most)
    {
        const auto day = maybe(least, most);
        return day ? std::optional(planningDay.addDays(*day)) : std::nullopt;
    }
    void addRow()
    {
        BookStock &row = builder.row(number(0, int(builder.book.places.size()) - 1),
                                     number(0, 9),
                                     number(1, 4),
                                     maybeDay(-2, 14));
        row.lot = u"L%1"_s.arg(number(1, 3));
        row.binActive = number(1, 12) > 1;
        if (number(1, 8) == 1)
            row.status = StockStatus::Quarantined;
    }
    Strategy strategy()
    {
        Strategy strategy;
        std::vector<PlanRule> rules{PlanRule::ZonePriority,
                                    PlanRule::FirstIn,
                                    PlanRule::FirstExpired,
                                    PlanRule::FewestPlaces};
        std::shuffle(rules.begin(), rules.end(), m_random);
        rules.resize(size_t(number(0, 4)));
        strategy.preferences = rules;
        strategy.completeness = Completeness(number(0, 2));
        strategy.oneWarehouse = number(0, 3) == 0;
        strategy.oneLot = number(0, 3) == 0;
        if (number(0, 5) == 0)
            strategy.lot = u"L1"_s;
        strategy.daysLeft = number(0, 3) == 0 ? number(1, 5) : 0;
        return strategy;
    }

    std::mt19937 m_random;
};

/// Said once more, in other words than the planner's.
bool mayBeUsed(const AllocationBook &book, const BookLine &line, const BookStock &row)
{
    const BookProduct &product = book.products[size_t(line.product)];
    const BookPlace &place = book.places[size_t(row.place)];
    const BookOrder &order = book.orders[size_t(line.order)];
    const Strategy &strategy = book.strategies[size_t(order.strategy)];
    if (row.status != StockStatus::Available || !row.binActive || !place.active || !product.active)
        return false;
    if (place.condition != product.condition)
        return false;
    if (!strategy.lot.isEmpty() && strategy.lot != row.lot)
        return false;
    QDate last = planningDay;
    if (order.dueOn && *order.dueOn > last)
        last = *order.dueOn;
    return !row.expiresOn
           || (planningDay.daysTo(*row.expiresOn) >= 0
               && last.daysTo(*row.expiresOn) >= strategy.daysLeft);
}

/// Whether the plain preferences put `a` strictly before `b`.
bool strictlyBefore(const AllocationBook &book,
                    const Strategy &strategy,
                    const BookStock &a,
                    const BookStock &b)
{
    const auto key = [&](PlanRule rule, const BookStock &s) -> qint64 {
        switch (rule) {
        case PlanRule::ZonePriority:
            return book.places[size_t(s.place)].priority.value_or(1'000'000);
        case PlanRule::FirstIn:
            return s.receivedAt.microseconds;
        default:
            return s.expiresOn ? s.expiresOn->toJulianDay() : 100'000'000;
        }
    };
    for (const PlanRule rule : strategy.preferences) {
        if (key(rule, a) != key(rule, b))
            return key(rule, a) < key(rule, b);
    }
    return false;
}

} // namespace

class PlannerPropertyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulesHold();
    void samePlanForTheSameData();
    void reasonsFitThePlan();

private:
    void checkLine(const AllocationBook &book,
                   const AllocationPlan &plan,
                   int line,
                   const std::map<int, qint64> &takenBefore);
};

void PlannerPropertyTest::checkLine(const AllocationBook &book,
                                    const AllocationPlan &plan,
                                    int index,
                                    const std::map<int, qint64> &takenBefore)
{
    const BookLine &line = book.lines[size_t(index)];
    const PlannedLine &planned = plan.lines[size_t(index)];
    const BookOrder &order = book.orders[size_t(line.order)];
    const Strategy &strategy = book.strategies[size_t(order.strategy)];
    const BookProduct &product = book.products[size_t(line.product)];
    std::map<int, qint64> taken;
    for (int i = planned.firstPick; i < planned.firstPick + planned.pickCount; ++i) {
        const PlannedPick &pick = plan.picks[size_t(i)];
        QCOMPARE(pick.line, index);
        QVERIFY(pick.quantity > 0);
        QVERIFY(pick.stock >= product.firstStock
                && pick.stock < product.firstStock + product.stockCount);
        QVERIFY(mayBeUsed(book, line, book.stock[size_t(pick.stock)]));
        taken[pick.stock] += pick.quantity;
    }
    qint64 sum = 0;
    for (const auto &[row, quantity] : taken)
        sum += quantity;
    QCOMPARE(sum, planned.planned);
    QVERIFY(sum <= std::max<qint64>(line.wanted(), 0));
    if (strategy.completeness == Completeness::WholeLine)
        QVERIFY(sum == 0 || sum == line.wanted());
    if (strategy.oneLot || strategy.oneWarehouse) {
        for (const auto &[row, quantity] : taken) {
            const BookStock &first = book.stock[size_t(taken.begin()->first)];
            const BookStock &other = book.stock[size_t(row)];
            QVERIFY(!strategy.oneLot || first.lot == other.lot);
            QVERIFY(!strategy.oneWarehouse
                    || book.places[size_t(first.place)].warehouse
                           == book.places[size_t(other.place)].warehouse);
        }
        return; // what is passed over has a stated reason
    }
    const bool bySize = std::ranges::find(strategy.preferences, PlanRule::FewestPlaces)
                        != strategy.preferences.end();
    for (int row = product.firstStock; row < product.firstStock + product.stockCount; ++row) {
        const BookStock &stock = book.stock[size_t(row)];
        const auto before = takenBefore.find(row);
        const qint64 free = stock.available - (before == takenBefore.end() ? 0 : before->second);
        const qint64 left = free - taken[row];
        QVERIFY(left >= 0);
        if (left == 0 || !mayBeUsed(book, line, stock) || planned.withheld)
            continue;
        // Nothing is short while something could be taken …
        QCOMPARE(sum, std::max<qint64>(line.wanted(), 0));
        // … and nothing is taken while something before it is left.
        for (const auto &[other, quantity] : taken) {
            if (quantity > 0 && other != row && !bySize)
                QVERIFY(!strictlyBefore(book, strategy, stock, book.stock[size_t(other)]));
        }
    }
}

void PlannerPropertyTest::rulesHold()
{
    int picks = 0;
    int withheld = 0;
    for (unsigned seed = 0; seed < booksInAll; ++seed) {
        const AllocationBook book = RandomBook(seed).builder.book;
        const AllocationPlan plan = planAllocation(book);
        std::map<int, qint64> taken;
        for (const int turn : ordersInTurn(book)) {
            const BookOrder &order = book.orders[size_t(turn)];
            qint64 has = 0;
            qint64 lacks = 0;
            for (int i = order.firstLine; i < order.firstLine + order.lineCount; ++i) {
                checkLine(book, plan, i, taken);
                if (QTest::currentTestFailed())
                    QFAIL(qPrintable(u"book %1, line %2"_s.arg(seed).arg(i)));
                const PlannedLine &line = plan.lines[size_t(i)];
                for (int p = line.firstPick; p < line.firstPick + line.pickCount; ++p)
                    taken[plan.picks[size_t(p)].stock] += plan.picks[size_t(p)].quantity;
                has += line.planned;
                lacks += std::max<qint64>(book.lines[size_t(i)].wanted(), 0) - line.planned;
                withheld += line.withheld;
            }
            if (book.strategies[size_t(order.strategy)].completeness == Completeness::WholeOrder)
                QVERIFY2(has == 0 || lacks == 0, qPrintable(u"book %1"_s.arg(seed)));
        }
        for (const auto &[row, quantity] : taken)
            QVERIFY(quantity <= book.stock[size_t(row)].available);
        picks += int(plan.picks.size());
    }
    // The books are such that there is something to check.
    QVERIFY(picks > booksInAll);
    QVERIFY(withheld > booksInAll / 20);
}

void PlannerPropertyTest::samePlanForTheSameData()
{
    for (unsigned seed = 0; seed < booksInAll; ++seed) {
        const AllocationBook book = RandomBook(seed).builder.book;
        QCOMPARE(planAllocation(book), planAllocation(book));
        // Rows that are read in another order are the same data.
        AllocationBook turned = book;
        for (const BookProduct &product : book.products) {
            const auto first = turned.stock.begin() + product.firstStock;
            std::reverse(first, first + product.stockCount);
        }
        QCOMPARE(picksOf(turned, planAllocation(turned)), picksOf(book, planAllocation(book)));
    }
}

void PlannerPropertyTest::reasonsFitThePlan()
{
    std::map<Verdict, int> seen;
    for (unsigned seed = 0; seed < booksInAll; ++seed) {
        const AllocationBook book = RandomBook(seed).builder.book;
        const AllocationPlan plan = planAllocation(book);
        for (int i = 0; i < int(book.lines.size()); ++i) {
            qint64 taken = 0;
            const auto reasons = explain(book, plan, i);
            QCOMPARE(int(reasons.size()),
                     book.products[size_t(book.lines[size_t(i)].product)].stockCount);
            for (const Reason &reason : reasons) {
                ++seen[reason.verdict];
                taken += reason.taken;
                const BookStock &row = book.stock[size_t(reason.stock)];
                QCOMPARE(reason.verdict == Verdict::Taken, reason.taken > 0);
                QVERIFY(reason.taken <= reason.free);
                QCOMPARE(reason.exclusion == Exclusion::None,
                         mayBeUsed(book, book.lines[size_t(i)], row));
                QVERIFY(!sentenceOf(reason, book, i).isEmpty());
                // "Others come first" is said only when the line has all it wanted.
                if (reason.verdict == Verdict::ComesLater)
                    QCOMPARE(plan.lines[size_t(i)].planned,
                             std::max<qint64>(book.lines[size_t(i)].wanted(), 0));
            }
            QCOMPARE(taken, plan.lines[size_t(i)].planned);
        }
    }
    for (const Verdict verdict : {Verdict::Taken,
                                  Verdict::Excluded,
                                  Verdict::OtherWarehouse,
                                  Verdict::OtherLotTaken,
                                  Verdict::AllReserved,
                                  Verdict::TakenBefore,
                                  Verdict::ComesLater,
                                  Verdict::Withheld})
        QVERIFY2(seen[verdict] > 0, qPrintable(u"verdict %1 never"_s.arg(int(verdict))));
}

TANABAN_TEST(PlannerPropertyTest)
#include "plannerpropertytest.moc"
