#include "model/planning/allocating.h"

#include <algorithm>
#include <map>

namespace tanaban {

BookQuery queryOf(const AllocationCommand &command)
{
    BookQuery query;
    query.orders = command.orders;
    return query;
}

void applyStrategy(const AllocationCommand &command, AllocationBook &book)
{
    if (!command.strategy)
        return;
    book.strategies = {*command.strategy};
    for (BookOrder &order : book.orders)
        order.strategy = 0;
}

Result<AllocationPlan, DomainError> planFor(const AllocationCommand &command,
                                            const AllocationBook &book)
{
    return command.picks.empty()
               ? Result<AllocationPlan, DomainError>(planAllocation(book, command.avoid))
               : HandPlan(command.picks, book).plan();
}

std::vector<ChosenPick> picksOf(const AllocationBook &book, const AllocationPlan &plan)
{
    std::vector<ChosenPick> picks;
    for (const PlannedPick &pick : plan.picks) {
        const BookLine &line = book.lines[size_t(pick.line)];
        picks.push_back({book.orders[size_t(line.order)].id,
                         line.number,
                         book.stock[size_t(pick.stock)].id,
                         pick.quantity});
    }
    return picks;
}

ChangeSet changesOf(const AllocationCommand &command,
                    const AllocationBook &book,
                    const AllocationPlan &plan)
{
    ChangeSet changes;
    changes.intent = intentOf(command);
    std::map<int, StockChange> rows; // by row of the book, which is in order of ids per product
    for (const PlannedPick &pick : plan.picks) {
        const BookLine &line = book.lines[size_t(pick.line)];
        const BookOrder &order = book.orders[size_t(line.order)];
        const BookStock &stock = book.stock[size_t(pick.stock)];
        AllocationChange allocation;
        allocation.orderId = order.id;
        allocation.line = line.number;
        allocation.stockId = stock.id;
        allocation.quantity = pick.quantity;
        allocation.to = command.forReview ? AllocationState::Pending : AllocationState::Open;
        changes.allocations.push_back(allocation);
        const auto [known, isNew] = rows.try_emplace(pick.stock);
        StockChange &change = known->second;
        if (isNew) {
            change.id = stock.id;
            change.kind = EventKind::Reserve;
            change.orderId = order.id;
            if (const auto seen = command.expected.find(stock.id); seen != command.expected.end())
                change.expectedVersion = seen->second;
        } else if (change.orderId != order.id) {
            change.orderId.reset(); // each order's share is told by its allocations
        }
        change.reservedDelta += pick.quantity;
    }
    for (const auto &[row, change] : rows)
        changes.stock.push_back(change);
    std::ranges::sort(changes.stock, {}, &StockChange::id);
    std::ranges::stable_sort(changes.allocations, {}, &AllocationChange::stockId);
    return changes;
}

Planned excerptOf(const AllocationBook &book,
                  const AllocationPlan &plan,
                  const std::vector<int> &orders)
{
    Planned excerpt;
    AllocationBook &part = excerpt.book;
    part.strategies = book.strategies;
    part.places = book.places;
    std::map<int, int> products;               // place in the book -> place in the excerpt
    std::map<int, std::map<int, int>> stockOf; // by product: the same for its rows
    for (const int index : orders) {
        BookOrder order = book.orders[size_t(index)];
        const int firstLine = int(part.lines.size());
        for (int i = order.firstLine; i < order.firstLine + order.lineCount; ++i) {
            BookLine line = book.lines[size_t(i)];
            line.order = int(part.orders.size());
            line.product = products.try_emplace(line.product, int(products.size())).first->second;
            part.lines.push_back(line);
            PlannedLine planned = plan.lines[size_t(i)];
            const int firstPick = int(excerpt.plan.picks.size());
            for (int p = planned.firstPick; p < planned.firstPick + planned.pickCount; ++p) {
                PlannedPick pick = plan.picks[size_t(p)];
                stockOf[line.product].emplace(pick.stock, 0);
                pick.line = int(part.lines.size()) - 1;
                excerpt.plan.picks.push_back(pick);
            }
            planned.firstPick = firstPick;
            excerpt.plan.lines.push_back(planned);
        }
        order.firstLine = firstLine;
        part.orders.push_back(std::move(order));
    }
    part.products.resize(products.size());
    for (const auto &[from, to] : products) {
        BookProduct &product = part.products[size_t(to)];
        product = book.products[size_t(from)];
        product.firstStock = int(part.stock.size());
        product.stockCount = int(stockOf[to].size());
        for (auto &[row, place] : stockOf[to]) {
            place = int(part.stock.size());
            part.stock.push_back(book.stock[size_t(row)]);
        }
    }
    for (PlannedPick &pick : excerpt.plan.picks)
        pick.stock = stockOf[part.lines[size_t(pick.line)].product].at(pick.stock);
    return excerpt;
}

} // namespace tanaban
