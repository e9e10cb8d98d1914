#include "ui/print/movementtable.h"

#include "ui/words.h"

#include <algorithm>
#include <set>

namespace tanaban::ui {

MovementTable::MovementTable(std::vector<MovementLine> lines, bool byLot)
    : m_lines(byLot ? std::move(lines) : byProduct(lines))
    , m_byLot(byLot)
{
    std::set<EventKind> in{EventKind::Receive};
    std::set<EventKind> out{EventKind::Ship};
    for (const MovementLine &line : m_lines) {
        for (const auto &[kind, quantity] : line.in)
            in.insert(kind);
        for (const auto &[kind, quantity] : line.out)
            out.insert(kind);
    }
    m_in.assign(in.begin(), in.end());
    m_out.assign(out.begin(), out.end());
}

QString MovementTable::kindIn(EventKind kind)
{
    return tr("In: %1", "column; %1 is a kind of movement").arg(Words::of(kind));
}

QString MovementTable::kindOut(EventKind kind)
{
    return tr("Out: %1", "column; %1 is a kind of movement").arg(Words::of(kind));
}

QStringList MovementTable::titles() const
{
    QStringList titles{tr("Product"), tr("Name")};
    if (m_byLot)
        titles << tr("Lot");
    titles << tr("Opening", "quantity at the beginning of a time");
    for (const EventKind kind : m_in)
        titles << kindIn(kind);
    for (const EventKind kind : m_out)
        titles << kindOut(kind);
    return titles << tr("Closing", "quantity at the end of a time") << tr("Unit");
}

Read<qint64> MovementTable::count()
{
    return qint64(m_lines.size() + totalsByUnit(m_lines).size());
}

TableLine MovementTable::lineOf(const MovementLine &line, const QString &name) const
{
    const auto number = [&line](qint64 quantity) {
        return TableCell(TableNumber{quantity, line.decimals});
    };
    const auto ofKind = [&number](const std::map<EventKind, qint64> &quantities, EventKind kind) {
        const auto found = quantities.find(kind);
        return found == quantities.end() ? TableCell() : number(found->second);
    };
    TableLine cells{line.product, name};
    if (m_byLot)
        cells.push_back(line.lot);
    cells.push_back(number(line.opening));
    for (const EventKind kind : m_in)
        cells.push_back(ofKind(line.in, kind));
    for (const EventKind kind : m_out)
        cells.push_back(ofKind(line.out, kind));
    cells.push_back(number(line.closing));
    cells.push_back(line.unit);
    return cells;
}

Read<std::vector<TableLine>> MovementTable::next()
{
    std::vector<TableLine> lines;
    if (std::exchange(m_done, true))
        return lines;
    for (const MovementLine &line : m_lines)
        lines.push_back(lineOf(line, line.productName));
    for (const MovementLine &total : totalsByUnit(m_lines))
        lines.push_back(lineOf(total, tr("Total, %1", "%1 is a unit").arg(total.unit)));
    return lines;
}

} // namespace tanaban::ui
