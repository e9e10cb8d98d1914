#pragma once

#include "ui/allocation/deskplan.h"

#include <map>

namespace tanaban::ui {

/// A line of an order, whatever place it has in a book.
struct LineKey
{
    qint64 order = 0;
    int line = 0;

    friend auto operator<=>(const LineKey &, const LineKey &) = default;
};
LineKey lineKeyOf(const AllocationBook &book, int line);

/// One command of the desk: what is sent, and the plan of it as it was shown.
struct DeskRequest
{
    AllocationCommand command; ///< without an id
    Planned planned;
};

/// Quantities that somebody typed into the plan. A line with one of them is no longer planned: what
/// stands there is exactly what will be taken.
class HandPicks
{
public:
    struct Cell
    {
        qint64 quantity = 0;
        QString typed; ///< what is no quantity stays as it was typed
        QString fault; ///< why it cannot be
    };

    bool isEmpty() const { return m_lines.empty(); }
    bool has(const LineKey &line) const { return m_lines.contains(line); }
    /// nullptr: nothing of this row is taken for the line, or the line is as planned.
    const Cell *cell(const LineKey &line, qint64 stock) const;
    /// What the line gets in all.
    qint64 sumOf(const LineKey &line) const;
    /// Whether something was typed for one of these orders of the book.
    bool touches(const DeskPlan &desk, const std::vector<int> &orders) const;

    /// Takes `text` for the quantity from this row for this line, both by their place in the book.
    void type(const DeskPlan &desk, int line, int stock, const QString &text);
    void clear() { m_lines.clear(); }

    /// The plan of the desk with what was typed.
    AllocationPlan appliedTo(const DeskPlan &desk) const;
    /// Says at each cell of the request why it cannot be, and the first such reason.
    QString judge(const DeskRequest &request);
    /// What of it can be with other stock and orders; less where there is less.
    HandPicks keptIn(const DeskPlan &fresh) const;

private:
    using Line = std::map<qint64, Cell>; ///< by the id of the stock row

    std::map<LineKey, Line> m_lines;
};

/// What these orders of the book get, as one command.
DeskRequest requestOf(const DeskPlan &desk, std::vector<int> orders, const HandPicks &hand);

} // namespace tanaban::ui
