#include "ui/allocation/waitingmodel.h"

#include "ui/look/tableparts.h"
#include "ui/words.h"

#include <algorithm>
#include <limits>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

bool isFigure(WaitingColumn column)
{
    return column == WaitingColumn::Priority || column == WaitingColumn::Lines
           || column == WaitingColumn::Places;
}

/// What a column is sorted by: texts by the text, all others by this number.
qint64 numberOf(const DeskPlan &desk, int index, WaitingColumn column)
{
    const BookOrder &order = desk.book.orders[size_t(index)];
    const OrderPlan &plan = desk.orders[size_t(index)];
    switch (column) {
    case WaitingColumn::Number:
    case WaitingColumn::Partner:
        break;
    case WaitingColumn::Priority:
        return order.priority.value_or(std::numeric_limits<int>::max());
    case WaitingColumn::Due:
        return order.dueOn ? order.dueOn->toJulianDay() : std::numeric_limits<qint64>::max();
    case WaitingColumn::Lines:
        return plan.lacking;
    case WaitingColumn::Filled:
        return qint64(plan.verdict);
    case WaitingColumn::Places:
        return plan.places;
    }
    return 0;
}

const QString *textOf(const DeskPlan &desk, int index, WaitingColumn column)
{
    const BookOrder &order = desk.book.orders[size_t(index)];
    return column == WaitingColumn::Number    ? &order.number
           : column == WaitingColumn::Partner ? &order.partnerName
                                              : nullptr;
}

} // namespace

void WaitingModel::setDesk(const SharedDesk &desk)
{
    if (desk == m_desk)
        return;
    Q_EMIT aboutToRearrange();
    beginResetModel();
    m_desk = desk;
    arrange();
    endResetModel();
    Q_EMIT rearranged();
}

void WaitingModel::setFilter(const WaitingFilter &filter)
{
    if (filter == m_filter)
        return;
    Q_EMIT aboutToRearrange();
    beginResetModel();
    m_filter = filter;
    arrange();
    endResetModel();
    Q_EMIT rearranged();
}

void WaitingModel::sort(int column, Qt::SortOrder order)
{
    if (m_sortColumn == column && m_sortOrder == order)
        return;
    Q_EMIT aboutToRearrange();
    beginResetModel();
    m_sortColumn = column;
    m_sortOrder = order;
    arrange();
    endResetModel();
    Q_EMIT rearranged();
}

bool WaitingModel::fits(int order, const WaitingFilter &filter, const TextFilter &words) const
{
    const OrderPlan &plan = m_desk->orders[size_t(order)];
    const bool filled = plan.verdict == OrderPlan::Verdict::All;
    if (filter.due && !plan.due)
        return false;
    if (filter.verdict != WaitingFilter::Verdict::Any
        && filled != (filter.verdict == WaitingFilter::Verdict::Filled))
        return false;
    return words.fits(plan.words);
}

void WaitingModel::arrange()
{
    m_shown.clear();
    if (!m_desk)
        return;
    const DeskPlan &desk = *m_desk;
    const TextFilter words(m_filter.text);
    for (int order = 0; order < int(desk.orders.size()); ++order) {
        if (fits(order, m_filter, words))
            m_shown.push_back(order);
    }
    const auto column = WaitingColumn(m_sortColumn);
    const bool down = m_sortOrder == Qt::DescendingOrder;
    std::ranges::sort(m_shown, [&](int a, int b) {
        if (m_sortColumn >= 0) {
            const QString *x = textOf(desk, a, column);
            const QString *y = textOf(desk, b, column);
            const qint64 difference = x && y
                                          ? x->compare(*y)
                                          : numberOf(desk, a, column) - numberOf(desk, b, column);
            if (difference != 0)
                return (difference < 0) != down;
        }
        return desk.orders[size_t(a)].turn < desk.orders[size_t(b)].turn;
    });
}

int WaitingModel::countOf(const WaitingFilter &filter) const
{
    const TextFilter words(filter.text);
    int count = 0;
    for (int order = 0; m_desk && order < int(m_desk->orders.size()); ++order)
        count += fits(order, filter, words);
    return count;
}

int WaitingModel::rowOf(qint64 order) const
{
    if (!m_desk || !m_desk->indexOf.contains(order))
        return -1;
    const auto found = std::ranges::find(m_shown, m_desk->indexOf.value(order));
    return found == m_shown.end() ? -1 : int(found - m_shown.begin());
}

qint64 WaitingModel::idAt(int row) const
{
    return m_desk->book.orders[size_t(orderAt(row))].id;
}

int WaitingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int WaitingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString WaitingModel::cellText(int index, WaitingColumn column) const
{
    const BookOrder &order = m_desk->book.orders[size_t(index)];
    const OrderPlan &plan = m_desk->orders[size_t(index)];
    switch (column) {
    case WaitingColumn::Number:
        return order.number;
    case WaitingColumn::Partner:
        return order.partnerName;
    case WaitingColumn::Priority:
        return order.priority ? QString::number(*order.priority) : QString();
    case WaitingColumn::Due:
        if (!order.dueOn)
            return {};
        return plan.overdue ? tr("%1, overdue", "a day").arg(Words::date(*order.dueOn))
               : plan.due   ? tr("today")
                            : Words::date(*order.dueOn);
    case WaitingColumn::Lines:
        return QString::number(plan.lacking);
    case WaitingColumn::Filled:
        switch (plan.verdict) {
        case OrderPlan::Verdict::All:
            return tr("all");
        case OrderPlan::Verdict::Partly:
            //: How many lines of an order can be filled.
            return tr("partly, %1 of %2").arg(plan.filled).arg(plan.lacking);
        case OrderPlan::Verdict::Nothing:
            return tr("nothing, short");
        }
        Q_UNREACHABLE();
    case WaitingColumn::Places:
        return plan.places > 0 ? QString::number(plan.places) : QString();
    }
    Q_UNREACHABLE();
}

QVariant WaitingModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_desk)
        return {};
    const auto column = WaitingColumn(index.column());
    if (role == Qt::DisplayRole)
        return cellText(orderAt(index.row()), column);
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(isFigure(column));
    if (role == Qt::ToolTipRole && column == WaitingColumn::Partner)
        return m_desk->book.orders[size_t(orderAt(index.row()))].partner;
    return {};
}

QVariant WaitingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = WaitingColumn(section);
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(isFigure(column));
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case WaitingColumn::Number:
        return tr("Order");
    case WaitingColumn::Partner:
        return tr("Partner");
    case WaitingColumn::Priority:
        return tr("Priority");
    case WaitingColumn::Due:
        return tr("Due");
    case WaitingColumn::Lines:
        return tr("Lines", "of an order, that lack something");
    case WaitingColumn::Filled:
        return tr("Can be filled");
    case WaitingColumn::Places:
        return tr("Places", "that a picker goes to");
    }
    return {};
}

} // namespace tanaban::ui
