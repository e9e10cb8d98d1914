#include "ui/allocation/deskplan.h"

#include "ui/largeresult.h"
#include "ui/search/textfilter.h"

#include <algorithm>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

OrderPlan orderPlanOf(const AllocationBook &book, const AllocationPlan &plan, int index, QDate today)
{
    const BookOrder &order = book.orders[size_t(index)];
    OrderPlan result;
    bool any = false;
    QString words = order.number + u'\n' + order.partner + u'\n' + order.partnerName;
    for (int i = order.firstLine; i < order.firstLine + order.lineCount; ++i) {
        const BookLine &line = book.lines[size_t(i)];
        if (line.wanted() <= 0)
            continue;
        const qint64 planned = plan.lines[size_t(i)].planned;
        ++result.lacking;
        result.filled += planned == line.wanted();
        any = any || planned > 0;
        const BookProduct &product = book.products[size_t(line.product)];
        words += u'\n' + product.code + u'\n' + product.name;
    }
    result.verdict = result.filled == result.lacking ? OrderPlan::Verdict::All
                     : any                           ? OrderPlan::Verdict::Partly
                                                     : OrderPlan::Verdict::Nothing;
    result.places = placesOf(book, plan, index);
    result.due = order.dueOn && *order.dueOn <= today;
    result.overdue = order.dueOn && *order.dueOn < today;
    result.words = folded(words);
    return result;
}

/// The day it is in the warehouses; where it is two days at once, the earlier one, so that nothing
/// is called late too soon.
QDate todayOf(const AllocationBook &book)
{
    QDate today;
    for (const BookPlace &place : book.places) {
        if (!today.isValid() || (place.today.isValid() && place.today < today))
            today = place.today;
    }
    return today;
}

} // namespace

DeskPlan deskOf(AllocationBook book, const std::optional<Strategy> &strategy)
{
    DeskPlan desk;
    desk.strategy = strategy;
    AllocationCommand wish;
    wish.strategy = strategy;
    applyStrategy(wish, book);
    desk.plan = planAllocation(book);
    desk.today = todayOf(book);
    desk.orders.reserve(book.orders.size());
    desk.indexOf.reserve(qsizetype(book.orders.size()));
    for (size_t i = 0; i < book.orders.size(); ++i) {
        desk.orders.push_back(orderPlanOf(book, desk.plan, int(i), desk.today));
        desk.indexOf.insert(book.orders[i].id, int(i));
    }
    int turn = 0;
    for (const int order : ordersInTurn(book))
        desk.orders[size_t(order)].turn = turn++;
    desk.book = std::move(book);
    return desk;
}

Read<SharedDesk> readDesk(Store &store,
                          const std::optional<Strategy> &strategy,
                          const SharedDesk &known)
{
    BookQuery query;
    query.onlyLacking = true;
    auto book = store.allocationBook(query);
    if (!book)
        return fail(ReadFailure(book.error()));
    AllocationCommand wish;
    wish.strategy = strategy;
    applyStrategy(wish, *book);
    if (known && known->strategy == strategy && known->book == *book)
        return known;
    return largeResult(deskOf(std::move(*book), strategy));
}

std::optional<Strategy> strategyOf(const DeskChoice &choice, const std::vector<Strategy> &strategies)
{
    const auto found = std::ranges::find(strategies, choice.strategy, &Strategy::name);
    if (found == strategies.end())
        return std::nullopt;
    Strategy strategy = *found;
    strategy.completeness = choice.completeness.value_or(strategy.completeness);
    return strategy;
}

} // namespace tanaban::ui
