#include "ui/allocation/resultmodel.h"

#include "ui/look/tableparts.h"
#include "ui/words.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

/// Lines that are in memory already, as they were shown.
class TableOfResults final : public TableSource
{
public:
    TableOfResults(std::shared_ptr<const std::vector<LineOutcome>> lines,
                   std::vector<int> rows,
                   std::vector<int> sections)
        : m_lines(std::move(lines))
        , m_rows(std::move(rows))
        , m_sections(std::move(sections))
    {}

    QStringList titles() const override
    {
        QStringList titles;
        for (const int section : m_sections)
            titles << ResultModel::titleOf(section);
        return titles;
    }
    Read<qint64> count() override { return qint64(m_rows.size()); }
    Read<std::vector<TableLine>> next() override
    {
        constexpr size_t atOnce = 1000;
        std::vector<TableLine> lines;
        for (; m_next < m_rows.size() && lines.size() < atOnce; ++m_next) {
            TableLine &line = lines.emplace_back();
            for (const int section : m_sections)
                line.push_back(cell((*m_lines)[size_t(m_rows[m_next])], section));
        }
        return lines;
    }

private:
    static TableCell text(const QString &text)
    {
        return text.isEmpty() ? TableCell() : TableCell(text);
    }
    static TableCell cell(const LineOutcome &line, int section)
    {
        switch (section) {
        case ResultModel::Result:
            return ResultModel::nameOf(resultOf(line));
        case ResultModel::Order:
            return text(line.number);
        case ResultModel::Line:
            return TableNumber{line.line, 0};
        case ResultModel::Product:
            return text(line.product);
        case ResultModel::Name:
            return text(line.productName);
        case ResultModel::Wanted:
            return TableNumber{line.wanted, line.decimals};
        case ResultModel::Allocated:
            return TableNumber{line.allocated, line.decimals};
        default:
            return text(line.message);
        }
    }

    std::shared_ptr<const std::vector<LineOutcome>> m_lines;
    std::vector<int> m_rows;
    std::vector<int> m_sections;
    size_t m_next = 0;
};

double amountOf(qint64 quantity, int decimals)
{
    static constexpr double units[] = {1, 10, 100, 1000};
    return double(quantity) / units[decimals];
}

/// Whether `a` stands before `b` by this column; lines that are alike keep their order.
bool isBefore(const LineOutcome &a, const LineOutcome &b, int column)
{
    switch (column) {
    case ResultModel::Result:
        return resultOf(a) < resultOf(b);
    case ResultModel::Order:
        return std::tie(a.number, a.line) < std::tie(b.number, b.line);
    case ResultModel::Line:
        return a.line < b.line;
    case ResultModel::Product:
        return a.product < b.product;
    case ResultModel::Name:
        return a.productName < b.productName;
    case ResultModel::Wanted:
        return amountOf(a.wanted, a.decimals) < amountOf(b.wanted, b.decimals);
    case ResultModel::Allocated:
        return amountOf(a.allocated, a.decimals) < amountOf(b.allocated, b.decimals);
    default:
        return a.message < b.message;
    }
}

} // namespace

LineResult resultOf(const LineOutcome &line)
{
    switch (line.kind) {
    case LineOutcome::Kind::Done:
        return line.planChanged ? LineResult::PlanChanged
               : line.retried   ? LineResult::DoneAfterRetry
                                : LineResult::Done;
    case LineOutcome::Kind::Partly:
        return LineResult::Partly;
    case LineOutcome::Kind::Short:
        return LineResult::Short;
    case LineOutcome::Kind::Blocked:
        return LineResult::Blocked;
    case LineOutcome::Kind::Cancelled:
        return LineResult::NotBegun;
    case LineOutcome::Kind::Unknown:
        return LineResult::Checking;
    }
    Q_UNREACHABLE();
}

bool isLeft(LineResult result)
{
    return result >= LineResult::Partly && result <= LineResult::NotBegun;
}

QString ResultModel::nameOf(LineResult result)
{
    switch (result) {
    case LineResult::Done:
        return displayName(LineOutcome::Kind::Done);
    case LineResult::DoneAfterRetry:
        return tr("done after retry");
    case LineResult::PlanChanged:
        return tr("plan changed");
    case LineResult::Partly:
        return displayName(LineOutcome::Kind::Partly);
    case LineResult::Short:
        return displayName(LineOutcome::Kind::Short);
    case LineResult::Blocked:
        return displayName(LineOutcome::Kind::Blocked);
    case LineResult::NotBegun:
        return displayName(LineOutcome::Kind::Cancelled);
    case LineResult::Checking:
        return displayName(LineOutcome::Kind::Unknown);
    }
    Q_UNREACHABLE();
}

QString ResultModel::symbolOf(LineResult result)
{
    static const QString symbols[] = {u"done"_s,
                                      u"refresh"_s,
                                      u"move"_s,
                                      u"low"_s,
                                      u"empty"_s,
                                      u"blocked"_s,
                                      u"clock"_s,
                                      u"help"_s};
    return symbols[size_t(result)];
}

QColor ResultModel::colourOf(LineResult result)
{
    const Colours &colours = Theme::colours();
    switch (result) {
    case LineResult::Done:
    case LineResult::DoneAfterRetry:
    case LineResult::PlanChanged:
        return colours.good;
    case LineResult::Partly:
    case LineResult::Short:
        return colours.low;
    case LineResult::Blocked:
        return colours.bad;
    case LineResult::NotBegun:
        return colours.secondary;
    case LineResult::Checking:
        return colours.accent;
    }
    Q_UNREACHABLE();
}

QString ResultModel::titleOf(int column)
{
    switch (column) {
    case Result:
        return tr("Result");
    case Order:
        return tr("Order");
    case Line:
        return tr("Line");
    case Product:
        return tr("Product");
    case Name:
        return tr("Name");
    case Wanted:
        return tr("Wanted");
    case Allocated:
        return tr("Allocated");
    default:
        return tr("What happened");
    }
}

void ResultModel::setLines(std::vector<LineOutcome> lines)
{
    beginResetModel();
    m_texts.clear();
    m_counts.clear();
    for (const LineOutcome &line : lines) {
        ++m_counts[resultOf(line)];
        m_texts << folded(line.number + u'\n' + line.product + u'\n' + line.productName + u'\n'
                          + line.message);
    }
    m_lines = std::make_shared<const std::vector<LineOutcome>>(std::move(lines));
    fillRows();
    endResetModel();
}

void ResultModel::setFilter(std::optional<LineResult> result)
{
    m_filter = result;
    arrange();
}

void ResultModel::setSearch(const QString &text)
{
    m_words = TextFilter(text);
    arrange();
}

void ResultModel::arrange()
{
    beginResetModel();
    fillRows();
    endResetModel();
}

void ResultModel::fillRows()
{
    m_rows.clear();
    for (int i = 0; i < lineCount(); ++i) {
        const bool wanted = !m_filter || resultOf((*m_lines)[size_t(i)]) == *m_filter;
        if (wanted && m_words.fits(m_texts[i]))
            m_rows.push_back(i);
    }
    if (m_sorted < 0)
        return;
    std::ranges::stable_sort(m_rows, [this](int a, int b) {
        const bool down = m_order == Qt::DescendingOrder;
        return isBefore(
            (*m_lines)[size_t(down ? b : a)], (*m_lines)[size_t(down ? a : b)], m_sorted);
    });
}

void ResultModel::sort(int column, Qt::SortOrder order)
{
    m_sorted = column;
    m_order = order;
    arrange();
}

std::function<std::unique_ptr<TableSource>()> ResultModel::table(
    const std::vector<int> &sections) const
{
    return [lines = m_lines, rows = m_rows, sections] {
        return std::make_unique<TableOfResults>(lines, rows, sections);
    };
}

int ResultModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ResultModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columns);
}

QVariant ResultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool number = section == Line || section == Wanted || section == Allocated;
        return alignmentOf(number);
    }
    return role == Qt::DisplayRole ? QVariant(titleOf(section)) : QVariant();
}

QVariant ResultModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return headerData(index.column(), Qt::Horizontal, role);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const LineOutcome &line = lineAt(index.row());
    if (role == Qt::ToolTipRole)
        return index.column() == Message ? QVariant(line.message) : QVariant();
    switch (index.column()) {
    case Result:
        return nameOf(resultOf(line));
    case Order:
        return line.number;
    case Line:
        return line.line;
    case Product:
        return line.product;
    case Name:
        return line.productName;
    case Wanted:
        return Words::quantity(line.wanted, line.decimals, line.unit);
    case Allocated:
        return Words::quantity(line.allocated, line.decimals, line.unit);
    default:
        return line.message;
    }
}

} // namespace tanaban::ui
