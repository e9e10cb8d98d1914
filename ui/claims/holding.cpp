#include "ui/claims/holding.h"

#include <algorithm>
#include <limits>

namespace tanaban::ui {

namespace {

ClaimingLine claimingLineOf(const AllocationBook &book, const BookLine &line)
{
    const BookOrder &order = book.orders[size_t(line.order)];
    return {order.id,
            order.number,
            order.partnerName.isEmpty() ? order.partner : order.partnerName,
            order.priority,
            order.dueOn,
            line.number,
            book.products[size_t(line.product)].code,
            line.ordered,
            line.claimed};
}

/// The lines that lack goods: of this product, and of this order.
void addLacking(const AllocationBook &book, Holding &holding)
{
    HoldersRequest &asked = holding.asked;
    for (const BookLine &line : book.lines) {
        const ClaimingLine found = claimingLineOf(book, line);
        if (found.lacking() > 0 && !asked.order.isEmpty() && found.order == asked.order)
            holding.ofOrder.push_back(found);
    }
    for (const ClaimingLine &line : holding.ofOrder) {
        if (asked.product.isEmpty() && (asked.line == 0 || asked.line == line.line)) {
            asked.line = line.line;
            asked.product = line.product;
        }
    }
    for (const BookLine &line : book.lines) {
        const ClaimingLine found = claimingLineOf(book, line);
        if (found.lacking() > 0 && found.product == asked.product)
            holding.lacking.push_back(found);
    }
    std::ranges::sort(holding.lacking, {}, [](const ClaimingLine &line) {
        return std::tuple(line.priority.value_or(std::numeric_limits<int>::max()),
                          line.dueOn.value_or(QDate(9999, 12, 31)),
                          line.orderId,
                          line.line);
    });
}

/// How much there is of the product in all places.
Read<Done> addStock(Store &store, Holding &holding)
{
    StockFilter filter;
    filter.product = holding.product.code;
    const auto ids = store.stockIds(filter, {}, std::numeric_limits<int>::max());
    if (!ids)
        return fail(ReadFailure(ids.error()));
    const auto rows = store.stockRows(*ids);
    if (!rows)
        return fail(ReadFailure(rows.error()));
    for (const StockListRow &row : *rows) {
        holding.onHand += row.row.onHand;
        holding.reserved += row.row.reserved;
    }
    return Done();
}

Read<Done> addHolders(Store &store, Holding &holding)
{
    BookQuery query;
    for (const Claim &claim : holding.claims) {
        if (claim.orderId)
            query.orders.push_back(*claim.orderId);
    }
    std::ranges::sort(query.orders);
    query.orders.erase(std::unique(query.orders.begin(), query.orders.end()), query.orders.end());
    if (query.orders.empty())
        return Done();
    const auto book = store.allocationBook(query);
    if (!book)
        return fail(ReadFailure(book.error()));
    for (const BookLine &line : book->lines) {
        const ClaimingLine found = claimingLineOf(*book, line);
        holding.holders[{found.orderId, found.line}] = found;
    }
    return Done();
}

} // namespace

Read<std::optional<Holding>> readHolding(Store &store,
                                         ClaimReader &claims,
                                         const HoldersRequest &request)
{
    Holding holding;
    holding.asked = request;
    if (request.stockId) {
        const auto stock = store.stock(*request.stockId, 0);
        if (!stock)
            return fail(ReadFailure(stock.error()));
        if (!*stock)
            return std::optional<Holding>();
        holding.stock = **stock;
        holding.asked.product = holding.stock->product.code;
    }
    BookQuery lacking;
    lacking.onlyLacking = true;
    const auto book = store.allocationBook(lacking);
    if (!book)
        return fail(ReadFailure(book.error()));
    addLacking(*book, holding);
    if (holding.asked.product.isEmpty())
        return std::optional<Holding>();
    const auto product = store.product(holding.asked.product);
    if (!product)
        return fail(ReadFailure(product.error()));
    if (!*product)
        return std::optional<Holding>();
    holding.product = **product;
    ClaimQuery query;
    if (holding.stock)
        query.stockId = request.stockId;
    else
        query.product = holding.product.code;
    auto found = claims.claims(query);
    if (!found)
        return fail(ReadFailure(found.error()));
    holding.claims = std::move(*found);
    if (holding.stock) {
        holding.onHand = holding.stock->row.onHand;
        holding.reserved = holding.stock->row.reserved;
    } else if (const auto done = addStock(store, holding); !done) {
        return fail(ReadFailure(done.error()));
    }
    if (const auto done = addHolders(store, holding); !done)
        return fail(ReadFailure(done.error()));
    return std::optional(std::move(holding));
}

} // namespace tanaban::ui
