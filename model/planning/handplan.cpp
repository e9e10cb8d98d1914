#include "model/planning/handplan.h"

#include "model/quantity.h"
#include "model/rulechecks.h"

#include <algorithm>

namespace tanaban {

using rules::errorOf;

namespace {

DomainError excluded(Exclusion exclusion,
                     const AllocationBook &book,
                     const BookLine &line,
                     const BookStock &stock)
{
    const BookProduct &product = book.products[size_t(line.product)];
    const BookPlace &place = book.places[size_t(stock.place)];
    DomainError error = errorOf(Rule::NotAllocatable, product, product.code);
    error.stockId = stock.id;
    switch (exclusion) {
    case Exclusion::Condition:
        error.rule = Rule::StorageConditionMismatch;
        error.detail = codeOf(place.condition);
        break;
    case Exclusion::Expired:
    case Exclusion::ExpiresBeforeDue:
        error.rule = Rule::Expired;
        error.subject = stock.lot;
        error.detail = stock.expiresOn->toString(Qt::ISODate);
        break;
    case Exclusion::NotInUse:
        error.rule = Rule::Inactive;
        break;
    default:
        error.detail = codeOf(stock.status);
        break;
    }
    return error;
}

} // namespace

HandPlan::HandPlan(const std::vector<ChosenPick> &picks, const AllocationBook &book)
    : m_picks(picks)
    , m_book(book)
{
    for (size_t i = 0; i < book.orders.size(); ++i)
        m_orders[book.orders[i].id] = int(i);
    for (size_t i = 0; i < book.stock.size(); ++i)
        m_rows[book.stock[i].id] = int(i);
    for (const ChosenPick &pick : picks) {
        // What is no quantity at all is told as such, and must not spoil the sums.
        const qint64 quantity = std::clamp<qint64>(pick.quantity, 0, greatestQuantity);
        m_ofRow[pick.stock] += quantity;
        m_ofLine[{pick.order, pick.line}] += quantity;
        if (const auto row = rowOf(pick.stock)) {
            const BookStock &stock = book.stock[size_t(*row)];
            m_warehouses[pick.order].insert(book.places[size_t(stock.place)].warehouse);
            m_lots[{pick.order, pick.line}].insert(stock.lot);
        }
    }
    for (size_t i = 0; i < book.lines.size(); ++i) {
        if (takenFor(int(i)) < book.lines[i].wanted())
            m_short.insert(book.orders[size_t(book.lines[i].order)].id);
    }
}

std::optional<int> HandPlan::lineOf(const ChosenPick &pick) const
{
    const auto found = m_orders.find(pick.order);
    if (found == m_orders.end())
        return std::nullopt;
    const BookOrder &order = m_book.orders[size_t(found->second)];
    for (int i = order.firstLine; i < order.firstLine + order.lineCount; ++i) {
        if (m_book.lines[size_t(i)].number == pick.line)
            return i;
    }
    return std::nullopt;
}

std::optional<int> HandPlan::rowOf(qint64 stock) const
{
    const auto found = m_rows.find(stock);
    return found == m_rows.end() ? std::nullopt : std::optional(found->second);
}

std::optional<DomainError> HandPlan::faultOf(const ChosenPick &pick) const
{
    const auto line = lineOf(pick);
    if (!line)
        return errorAbout(Rule::UnknownOrder, QString::number(pick.order));
    const BookLine &wanted = m_book.lines[size_t(*line)];
    const BookProduct &product = m_book.products[size_t(wanted.product)];
    const auto row = rowOf(pick.stock);
    const bool ofProduct = row && *row >= product.firstStock
                           && *row < product.firstStock + product.stockCount;
    if (!ofProduct)
        return errorOf(Rule::UnknownStock, product, QString::number(pick.stock));
    const BookStock &stock = m_book.stock[size_t(*row)];
    if (pick.quantity < 1 || pick.quantity > greatestQuantity)
        return errorOf(Rule::QuantityOutOfRange, product, product.code);
    const Exclusion exclusion = exclusionOf(m_book, wanted, stock);
    if (exclusion != Exclusion::None && !isOnlyWish(exclusion))
        return excluded(exclusion, m_book, wanted, stock);
    const auto sumOf = [&pick](const auto &sums, const auto &key) {
        const auto found = sums.find(key);
        return found == sums.end() ? pick.quantity : found->second;
    };
    const qint64 ofRow = sumOf(m_ofRow, pick.stock);
    const qint64 ofLine = sumOf(m_ofLine, std::pair(pick.order, pick.line));
    if (ofRow > stock.available) {
        DomainError error = errorOf(Rule::InsufficientStock, product, product.code);
        error.asked = ofRow;
        error.possible = std::max<qint64>(stock.available, 0);
        error.stockId = stock.id;
        return error;
    }
    if (ofLine > wanted.wanted()) {
        const QString name = m_book.orders[size_t(wanted.order)].number + u'/'
                             + QString::number(wanted.number);
        DomainError error = errorOf(Rule::OrderLineExceeded, product, name);
        error.asked = ofLine;
        error.possible = std::max<qint64>(wanted.wanted(), 0);
        return error;
    }
    return againstStrategy(*line, stock);
}

qint64 HandPlan::takenFor(int line) const
{
    const BookLine &of = m_book.lines[size_t(line)];
    const auto found = m_ofLine.find({m_book.orders[size_t(of.order)].id, of.number});
    return found == m_ofLine.end() ? 0 : found->second;
}

/// What is typed may be against the strategy's preferences, but not against what it insists on.
std::optional<DomainError> HandPlan::againstStrategy(int line, const BookStock &stock) const
{
    const BookLine &wanted = m_book.lines[size_t(line)];
    const BookOrder &order = m_book.orders[size_t(wanted.order)];
    const Strategy &strategy = m_book.strategies[size_t(order.strategy)];
    const QString lineName = order.number + u'/' + QString::number(wanted.number);
    if (strategy.completeness == Completeness::WholeLine && takenFor(line) < wanted.wanted())
        return errorAbout(Rule::LineNotWhole, lineName);
    if (strategy.completeness == Completeness::WholeOrder && m_short.contains(order.id))
        return errorAbout(Rule::OrderNotWhole, order.number);
    const QString &warehouse = m_book.places[size_t(stock.place)].warehouse;
    const auto isOnly = [](const auto &sets, const auto &key) {
        const auto found = sets.find(key);
        return found == sets.end() || found->second.size() <= 1;
    };
    if (strategy.oneWarehouse
        && (!isOnly(m_warehouses, order.id)
            || (!order.warehouse.isEmpty() && order.warehouse != warehouse)))
        return errorAbout(Rule::OtherWarehouse, order.number);
    if (strategy.oneLot
        && (!isOnly(m_lots, std::pair(order.id, wanted.number))
            || (!wanted.lot.isEmpty() && wanted.lot != stock.lot)))
        return errorAbout(Rule::SeveralLots, lineName);
    return std::nullopt;
}

Result<AllocationPlan, DomainError> HandPlan::plan() const
{
    std::vector<PlannedPick> picks;
    for (const ChosenPick &pick : m_picks) {
        if (auto fault = faultOf(pick))
            return fail(std::move(*fault));
        picks.push_back({*lineOf(pick), *rowOf(pick.stock), pick.quantity});
    }
    std::ranges::stable_sort(picks, {}, &PlannedPick::line);
    AllocationPlan plan;
    plan.lines.resize(m_book.lines.size());
    for (size_t i = 0; i < plan.lines.size(); ++i)
        plan.lines[i].turn = int(i);
    for (const PlannedPick &pick : picks) {
        PlannedLine &line = plan.lines[size_t(pick.line)];
        if (line.pickCount == 0)
            line.firstPick = int(plan.picks.size());
        ++line.pickCount;
        line.planned += pick.quantity;
        plan.picks.push_back(pick);
    }
    return plan;
}

} // namespace tanaban
