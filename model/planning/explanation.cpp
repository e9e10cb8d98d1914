#include "model/planning/explanation.h"

#include "model/datetext.h"
#include "model/stockcommands.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <set>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

/// What earlier lines took of each row of the product, and which line took of it last.
struct Before
{
    qint64 taken = 0;
    int line = -1;
};

std::vector<Before> takenBefore(const AllocationBook &book, const AllocationPlan &plan, int line)
{
    const BookProduct &product = book.products[size_t(book.lines[size_t(line)].product)];
    std::vector<Before> before(size_t(product.stockCount));
    const int turn = plan.lines[size_t(line)].turn;
    for (const PlannedPick &pick : plan.picks) {
        const int row = pick.stock - product.firstStock;
        if (row < 0 || row >= product.stockCount || plan.lines[size_t(pick.line)].turn >= turn)
            continue;
        before[size_t(row)].taken += pick.quantity;
        before[size_t(row)].line = pick.line;
    }
    return before;
}

/// The order in which the strategy would have the rows, whatever is free of them.
bool ranksBefore(const AllocationBook &book, const Strategy &strategy, int a, int b)
{
    const BookStock &x = book.stock[size_t(a)];
    const BookStock &y = book.stock[size_t(b)];
    if (const Preference preference = compareByRules(book, strategy, x, y); preference.order != 0)
        return preference.order < 0;
    const int last = comparedAtLast(keyOf(book, x), keyOf(book, y));
    return last != 0 ? last < 0 : x.id < y.id;
}

/// Which preference stands between two rows. Size is one when the earlier rules are equal.
std::optional<PlanRule> ruleBetween(const AllocationBook &book,
                                    const Strategy &strategy,
                                    int first,
                                    int second)
{
    const RowKey x = keyOf(book, book.stock[size_t(first)]);
    const RowKey y = keyOf(book, book.stock[size_t(second)]);
    for (const PlanRule rule : strategy.preferences) {
        if (rule == PlanRule::FewestPlaces || comparedBy(rule, x, y) != 0)
            return rule;
    }
    return std::nullopt;
}

int rankOf(Verdict verdict)
{
    return verdict == Verdict::Taken ? 0 : verdict == Verdict::Excluded ? 2 : 1;
}

QString phrase(const char *text)
{
    return QCoreApplication::translate("AllocationReason", text);
}

QString conditionPhrase(StorageCondition condition)
{
    switch (condition) {
    case StorageCondition::RoomTemperature:
        return phrase(QT_TRANSLATE_NOOP("AllocationReason", "room temperature"));
    case StorageCondition::Refrigerated:
        return phrase(QT_TRANSLATE_NOOP("AllocationReason", "2–8 °C"));
    case StorageCondition::Frozen:
        return phrase(QT_TRANSLATE_NOOP("AllocationReason", "frozen"));
    }
    Q_UNREACHABLE();
}

QString dayPhrase(const std::optional<QDate> &day)
{
    return day ? dateText(*day) : QString();
}

QString exclusionPhrase(const Reason &reason, const AllocationBook &book, int line)
{
    const BookStock &stock = book.stock[size_t(reason.stock)];
    const BookLine &wanted = book.lines[size_t(line)];
    switch (reason.exclusion) {
    case Exclusion::None:
        break;
    case Exclusion::Condition:
        return phrase(QT_TRANSLATE_NOOP("AllocationReason", "needs %1, lies at: %2"))
            .arg(conditionPhrase(book.products[size_t(wanted.product)].condition),
                 conditionPhrase(book.places[size_t(stock.place)].condition));
    case Exclusion::Quarantined:
        return phrase(QT_TRANSLATE_NOOP("AllocationReason", "quarantined"));
    case Exclusion::Damaged:
        return phrase(QT_TRANSLATE_NOOP("AllocationReason", "damaged"));
    case Exclusion::NotInUse:
        return phrase(
            QT_TRANSLATE_NOOP("AllocationReason", "the product or its place is out of use"));
    case Exclusion::Expired:
        return phrase(QT_TRANSLATE_NOOP("AllocationReason", "expired on %1"))
            .arg(dayPhrase(stock.expiresOn));
    case Exclusion::ExpiresBeforeDue:
        return phrase(
                   QT_TRANSLATE_NOOP("AllocationReason", "expires on %1, too early for the order"))
            .arg(dayPhrase(stock.expiresOn));
    case Exclusion::OtherLot:
        return phrase(QT_TRANSLATE_NOOP("AllocationReason", "another lot is asked for"));
    }
    return {};
}

QString takenPhrase(const Reason &reason, const AllocationBook &book)
{
    const BookStock &stock = book.stock[size_t(reason.stock)];
    if (!reason.rule) {
        return reason.other < 0
                   ? phrase(QT_TRANSLATE_NOOP("AllocationReason", "the only one that can be taken"))
                   : phrase(
                       QT_TRANSLATE_NOOP("AllocationReason", "equal to others, received first"));
    }
    switch (*reason.rule) {
    case PlanRule::ZonePriority: {
        const auto priority = book.places[size_t(stock.place)].priority;
        return priority
                   ? phrase(QT_TRANSLATE_NOOP("AllocationReason", "zone priority %1 comes first"))
                         .arg(*priority)
                   : phrase(QT_TRANSLATE_NOOP("AllocationReason", "no zone priority"));
    }
    case PlanRule::FirstIn:
        return phrase(
                   QT_TRANSLATE_NOOP("AllocationReason", "older than the next one, received on %1"))
            .arg(dayPhrase(stock.receivedAt.toDateTime().toLocalTime().date()));
    case PlanRule::FirstExpired:
        return stock.expiresOn
                   ? phrase(QT_TRANSLATE_NOOP("AllocationReason", "expires first, on %1"))
                         .arg(dayPhrase(stock.expiresOn))
                   : phrase(QT_TRANSLATE_NOOP("AllocationReason", "never expires"));
    case PlanRule::FewestPlaces:
        return phrase(QT_TRANSLATE_NOOP("AllocationReason", "fewest places to go to"));
    }
    Q_UNREACHABLE();
}

QString laterPhrase(const Reason &reason, const AllocationBook &book)
{
    const BookStock &stock = book.stock[size_t(reason.stock)];
    if (!reason.rule) {
        return phrase(QT_TRANSLATE_NOOP("AllocationReason",
                                        "equal to what is taken, but received or entered later"));
    }
    switch (*reason.rule) {
    case PlanRule::ZonePriority: {
        const auto priority = book.places[size_t(stock.place)].priority;
        return priority
                   ? phrase(QT_TRANSLATE_NOOP("AllocationReason", "zone priority %1 comes later"))
                         .arg(*priority)
                   : phrase(QT_TRANSLATE_NOOP("AllocationReason",
                                              "its zone has no priority and comes last"));
    }
    case PlanRule::FirstIn:
        return phrase(QT_TRANSLATE_NOOP("AllocationReason", "older goods first (received on %1)"))
            .arg(dayPhrase(stock.receivedAt.toDateTime().toLocalTime().date()));
    case PlanRule::FirstExpired:
        return stock.expiresOn
                   ? phrase(QT_TRANSLATE_NOOP("AllocationReason",
                                              "what expires earlier comes first (this one: %1)"))
                         .arg(dayPhrase(stock.expiresOn))
                   : phrase(QT_TRANSLATE_NOOP("AllocationReason",
                                              "what expires comes first, this never does"));
    case PlanRule::FewestPlaces:
        return phrase(QT_TRANSLATE_NOOP("AllocationReason", "it would be one more place to go to"));
    }
    Q_UNREACHABLE();
}

/// What is taken came before the best of what could have been taken instead.
void nameRivals(const AllocationBook &book, const Strategy &strategy, std::vector<Reason> &reasons)
{
    const auto next = std::ranges::find(reasons, Verdict::ComesLater, &Reason::verdict);
    for (Reason &reason : reasons) {
        if (reason.verdict != Verdict::Taken)
            continue;
        int other = next == reasons.end() ? -1 : next->stock;
        if (other < 0) {
            // All that could be taken is: then the order among the taken ones is told.
            const auto sibling = std::ranges::find_if(reasons, [&](const Reason &r) {
                return r.verdict == Verdict::Taken && r.stock != reason.stock;
            });
            other = sibling == reasons.end() ? -1 : sibling->stock;
        }
        reason.other = other;
        if (other >= 0)
            reason.rule = ruleBetween(book, strategy, reason.stock, other);
    }
}

} // namespace

std::vector<Reason> explain(const AllocationBook &book,
                            const AllocationPlan &plan,
                            int line,
                            const std::vector<qint64> &avoid)
{
    const BookLine &wanted = book.lines[size_t(line)];
    const PlannedLine &planned = plan.lines[size_t(line)];
    const BookProduct &product = book.products[size_t(wanted.product)];
    const Strategy &strategy = book.strategies[size_t(book.orders[size_t(wanted.order)].strategy)];
    const std::vector<Before> before = takenBefore(book, plan, line);
    std::vector<Reason> reasons;
    int lastTaken = -1;
    for (int i = planned.firstPick; i < planned.firstPick + planned.pickCount; ++i)
        lastTaken = plan.picks[size_t(i)].stock;
    for (int i = 0; i < product.stockCount; ++i) {
        Reason reason;
        reason.stock = product.firstStock + i;
        const BookStock &stock = book.stock[size_t(reason.stock)];
        reason.free = stock.available - before[size_t(i)].taken;
        reason.exclusion = exclusionOf(book, wanted, stock);
        for (int p = planned.firstPick; p < planned.firstPick + planned.pickCount; ++p) {
            if (plan.picks[size_t(p)].stock == reason.stock)
                reason.taken += plan.picks[size_t(p)].quantity;
        }
        const QString &warehouse = book.places[size_t(stock.place)].warehouse;
        if (reason.taken > 0) {
            reason.verdict = Verdict::Taken;
        } else if (reason.exclusion != Exclusion::None) {
            reason.verdict = Verdict::Excluded;
        } else if (std::ranges::find(avoid, stock.id) != avoid.end()) {
            reason.verdict = Verdict::Avoided;
        } else if (stock.available <= 0) {
            reason.verdict = Verdict::AllReserved;
        } else if (reason.free <= 0) {
            reason.verdict = Verdict::TakenBefore;
            reason.other = before[size_t(i)].line;
        } else if (planned.warehouse >= 0
                   && warehouse != book.places[size_t(planned.warehouse)].warehouse) {
            reason.verdict = Verdict::OtherWarehouse;
            reason.other = planned.warehouse;
        } else if (planned.withheld) {
            reason.verdict = Verdict::Withheld;
        } else if (const QString &lot = lastTaken >= 0 ? book.stock[size_t(lastTaken)].lot
                                                       : wanted.lot;
                   strategy.oneLot && !lot.isEmpty() && lot != stock.lot)
        {
            reason.verdict = Verdict::OtherLotTaken;
        } else {
            reason.verdict = Verdict::ComesLater;
            reason.other = lastTaken;
            if (lastTaken >= 0)
                reason.rule = ruleBetween(book, strategy, lastTaken, reason.stock);
        }
        reasons.push_back(reason);
    }
    std::ranges::sort(reasons, [&](const Reason &a, const Reason &b) {
        if (rankOf(a.verdict) != rankOf(b.verdict))
            return rankOf(a.verdict) < rankOf(b.verdict);
        return ranksBefore(book, strategy, a.stock, b.stock);
    });
    nameRivals(book, strategy, reasons);
    return reasons;
}

std::vector<qint64> takenRowsOf(const AllocationBook &book, const std::vector<int> &lines)
{
    std::set<qint64> rows;
    for (const int line : lines) {
        const BookProduct &product = book.products[size_t(book.lines[size_t(line)].product)];
        for (int i = product.firstStock; i < product.firstStock + product.stockCount; ++i) {
            const BookStock &stock = book.stock[size_t(i)];
            if (stock.onHand > 0 && stock.available <= 0)
                rows.insert(stock.id);
        }
    }
    return {rows.begin(), rows.end()};
}

QString sentenceOf(const Reason &reason,
                   const AllocationBook &book,
                   int line,
                   const QString &holders)
{
    switch (reason.verdict) {
    case Verdict::Taken:
        return takenPhrase(reason, book);
    case Verdict::Excluded:
        return exclusionPhrase(reason, book, line);
    case Verdict::OtherWarehouse:
        return phrase(
                   QT_TRANSLATE_NOOP("AllocationReason", "the order takes from one warehouse, %1"))
            .arg(book.places[size_t(reason.other)].warehouse);
    case Verdict::OtherLotTaken:
        return phrase(QT_TRANSLATE_NOOP("AllocationReason", "the line takes from one lot only"));
    case Verdict::AllReserved:
        return holders.isEmpty()
                   ? phrase(QT_TRANSLATE_NOOP("AllocationReason", "all of it is reserved"))
                   : phrase(QT_TRANSLATE_NOOP("AllocationReason", "all of it is taken: %1"))
                         .arg(holders);
    case Verdict::TakenBefore:
        if (book.lines[size_t(reason.other)].order == book.lines[size_t(line)].order)
            return phrase(QT_TRANSLATE_NOOP("AllocationReason", "line %1 of this order takes it"))
                .arg(book.lines[size_t(reason.other)].number);
        return phrase(
                   QT_TRANSLATE_NOOP("AllocationReason", "goes to order %1, whose turn is earlier"))
            .arg(book.orders[size_t(book.lines[size_t(reason.other)].order)].number);
    case Verdict::Avoided:
        return phrase(QT_TRANSLATE_NOOP("AllocationReason", "was not found when picking"));
    case Verdict::ComesLater:
        return reason.other < 0 ? phrase(QT_TRANSLATE_NOOP("AllocationReason", "is not needed"))
                                : laterPhrase(reason, book);
    case Verdict::Withheld:
        return phrase(
            QT_TRANSLATE_NOOP("AllocationReason", "not enough for the whole, so nothing is taken"));
    }
    Q_UNREACHABLE();
}

int placesOf(const AllocationBook &book, const AllocationPlan &plan, int order)
{
    const BookOrder &of = book.orders[size_t(order)];
    std::set<std::pair<int, QString>> places;
    for (int i = of.firstLine; i < of.firstLine + of.lineCount; ++i) {
        const PlannedLine &line = plan.lines[size_t(i)];
        for (int p = line.firstPick; p < line.firstPick + line.pickCount; ++p) {
            const BookStock &stock = book.stock[size_t(plan.picks[size_t(p)].stock)];
            places.emplace(stock.place, stock.bin);
        }
    }
    return int(places.size());
}

PlanSummary summaryOf(const AllocationBook &book, const AllocationPlan &plan)
{
    PlanSummary summary;
    std::vector<qint64> left;
    for (const BookStock &stock : book.stock)
        left.push_back(stock.available);
    for (const PlannedPick &pick : plan.picks)
        left[size_t(pick.stock)] -= pick.quantity;
    for (size_t o = 0; o < book.orders.size(); ++o) {
        const BookOrder &order = book.orders[o];
        bool whole = true;
        for (int i = order.firstLine; i < order.firstLine + order.lineCount; ++i) {
            const qint64 wanted = book.lines[size_t(i)].wanted();
            const PlannedLine &line = plan.lines[size_t(i)];
            if (wanted <= 0)
                continue;
            ++summary.lines;
            summary.filledLines += line.planned == wanted;
            summary.partLines += line.planned > 0 && line.planned < wanted;
            summary.shortLines += line.planned == 0;
            summary.splitLines += line.pickCount > 1;
            whole = whole && line.planned == wanted;
        }
        ++summary.orders;
        summary.wholeOrders += whole;
        summary.places += placesOf(book, plan, int(o));
    }
    qint64 expiring = 0;
    for (const BookProduct &product : book.products) {
        for (int i = product.firstStock; i < product.firstStock + product.stockCount; ++i) {
            const BookStock &stock = book.stock[size_t(i)];
            const QDate today = book.places[size_t(stock.place)].today;
            if (left[size_t(i)] > 0 && stock.status == StockStatus::Available && stock.expiresOn
                && *stock.expiresOn >= today
                && *stock.expiresOn <= today.addDays(PlanSummary::soonDays))
                expiring += wholeUnits(left[size_t(i)], product.decimals);
        }
    }
    summary.expiringUnits = int(std::min<qint64>(expiring, std::numeric_limits<int>::max()));
    return summary;
}

} // namespace tanaban
