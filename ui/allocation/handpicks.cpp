#include "ui/allocation/handpicks.h"

#include "model/quantity.h"
#include "ui/forms/formtext.h"

#include <algorithm>

namespace tanaban::ui {

namespace {

/// The line with this key, by its place in the book; -1: there is none that lacks anything.
int lineOf(const DeskPlan &desk, const LineKey &key)
{
    const auto found = desk.indexOf.constFind(key.order);
    if (found == desk.indexOf.cend())
        return -1;
    const BookOrder &order = desk.book.orders[size_t(*found)];
    for (int i = order.firstLine; i < order.firstLine + order.lineCount; ++i) {
        const BookLine &line = desk.book.lines[size_t(i)];
        if (line.number == key.line)
            return line.wanted() > 0 ? i : -1;
    }
    return -1;
}

/// The stock row with this id for a line, by its place in the book; -1: there is none.
int rowOf(const AllocationBook &book, int line, qint64 id)
{
    const BookProduct &product = book.products[size_t(book.lines[size_t(line)].product)];
    for (int row = product.firstStock; row < product.firstStock + product.stockCount; ++row) {
        if (book.stock[size_t(row)].id == id)
            return row;
    }
    return -1;
}

} // namespace

LineKey lineKeyOf(const AllocationBook &book, int line)
{
    const BookLine &found = book.lines[size_t(line)];
    return {book.orders[size_t(found.order)].id, found.number};
}

const HandPicks::Cell *HandPicks::cell(const LineKey &line, qint64 stock) const
{
    const auto known = m_lines.find(line);
    if (known == m_lines.end())
        return nullptr;
    const auto found = known->second.find(stock);
    return found == known->second.end() ? nullptr : &found->second;
}

qint64 HandPicks::sumOf(const LineKey &line) const
{
    qint64 sum = 0;
    if (const auto known = m_lines.find(line); known != m_lines.end()) {
        for (const auto &[stock, cell] : known->second)
            sum += cell.quantity;
    }
    return sum;
}

bool HandPicks::touches(const DeskPlan &desk, const std::vector<int> &orders) const
{
    return std::ranges::any_of(m_lines, [&](const auto &line) {
        const auto found = desk.indexOf.constFind(line.first.order);
        return found != desk.indexOf.cend() && std::ranges::find(orders, *found) != orders.end();
    });
}

void HandPicks::type(const DeskPlan &desk, int line, int stock, const QString &text)
{
    const AllocationBook &book = desk.book;
    const auto [known, isNew] = m_lines.try_emplace(lineKeyOf(book, line));
    Line &cells = known->second;
    if (isNew) {
        const PlannedLine &planned = desk.plan.lines[size_t(line)];
        for (int i = planned.firstPick; i < planned.firstPick + planned.pickCount; ++i) {
            const PlannedPick &pick = desk.plan.picks[size_t(i)];
            cells[book.stock[size_t(pick.stock)].id].quantity += pick.quantity;
        }
    }
    const int decimals = book.products[size_t(book.lines[size_t(line)].product)].decimals;
    Cell &cell = cells[book.stock[size_t(stock)].id];
    cell = {};
    if (text.trimmed().isEmpty())
        return;
    const auto quantity = evaluateQuantity(text, decimals);
    if (quantity) {
        cell.quantity = *quantity;
    } else {
        cell.typed = text;
        cell.fault = quantityFaultText(quantity.error(), decimals);
    }
}

AllocationPlan HandPicks::appliedTo(const DeskPlan &desk) const
{
    std::map<int, const Line *> changed; // by the place of the line
    for (const auto &[key, cells] : m_lines) {
        if (const int line = lineOf(desk, key); line >= 0)
            changed[line] = &cells;
    }
    AllocationPlan plan = desk.plan;
    if (changed.empty())
        return plan;
    plan.picks.clear();
    for (size_t i = 0; i < plan.lines.size(); ++i) {
        PlannedLine &line = plan.lines[i];
        const int first = int(plan.picks.size());
        if (const auto found = changed.find(int(i)); found != changed.end()) {
            line.planned = 0;
            for (const auto &[id, cell] : *found->second) {
                const int row = rowOf(desk.book, int(i), id);
                if (row < 0 || cell.quantity <= 0)
                    continue;
                plan.picks.push_back({int(i), row, cell.quantity});
                line.planned += cell.quantity;
            }
        } else {
            for (int pick = line.firstPick; pick < line.firstPick + line.pickCount; ++pick)
                plan.picks.push_back(desk.plan.picks[size_t(pick)]);
        }
        line.firstPick = first;
        line.pickCount = int(plan.picks.size()) - first;
    }
    return plan;
}

QString HandPicks::judge(const DeskRequest &request)
{
    QString first;
    const HandPlan plan(request.command.picks, request.planned.book);
    for (auto &[key, cells] : m_lines) {
        const std::vector<qint64> &orders = request.command.orders;
        if (std::ranges::find(orders, key.order) == orders.end())
            continue;
        for (auto &[stock, cell] : cells) {
            if (cell.typed.isEmpty()) {
                const ChosenPick pick{key.order, key.line, stock, cell.quantity};
                const auto fault = cell.quantity > 0 ? plan.faultOf(pick) : std::nullopt;
                cell.fault = fault ? messageOf(*fault) : QString();
            }
            if (first.isEmpty())
                first = cell.fault;
        }
    }
    return first;
}

HandPicks HandPicks::keptIn(const DeskPlan &fresh) const
{
    HandPicks kept;
    std::map<int, qint64> left; // of each row that somebody typed for
    for (const auto &[key, cells] : m_lines) {
        const int line = lineOf(fresh, key);
        if (line < 0)
            continue;
        qint64 wanted = fresh.book.lines[size_t(line)].wanted();
        Line &keptCells = kept.m_lines[key];
        for (const auto &[id, cell] : cells) {
            const int row = rowOf(fresh.book, line, id);
            if (row < 0)
                continue;
            const BookStock &stock = fresh.book.stock[size_t(row)];
            const Exclusion exclusion = exclusionOf(
                fresh.book, fresh.book.lines[size_t(line)], stock);
            const bool usable = exclusion == Exclusion::None || isOnlyWish(exclusion);
            qint64 &free = left.try_emplace(row, std::max<qint64>(stock.available, 0)).first->second;
            Cell &now = keptCells[id];
            now.quantity = usable ? std::min({cell.quantity, free, wanted}) : 0;
            now.typed = cell.typed;
            now.fault = cell.typed.isEmpty() ? QString() : cell.fault;
            free -= now.quantity;
            wanted -= now.quantity;
        }
    }
    return kept;
}

DeskRequest requestOf(const DeskPlan &desk, std::vector<int> orders, const HandPicks &hand)
{
    std::ranges::sort(orders);
    DeskRequest request;
    const bool byHand = hand.touches(desk, orders);
    request.planned = byHand ? excerptOf(desk.book, hand.appliedTo(desk), orders)
                             : excerptOf(desk.book, desk.plan, orders);
    AllocationCommand &command = request.command;
    command.strategy = desk.strategy;
    command.byHand = byHand;
    for (const BookOrder &order : request.planned.book.orders)
        command.orders.push_back(order.id);
    std::ranges::sort(command.orders);
    command.picks = picksOf(request.planned.book, request.planned.plan);
    for (const PlannedPick &pick : request.planned.plan.picks) {
        const BookStock &stock = request.planned.book.stock[size_t(pick.stock)];
        command.expected[stock.id] = stock.version;
    }
    return request;
}

} // namespace tanaban::ui
