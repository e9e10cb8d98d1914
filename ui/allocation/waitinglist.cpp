#include "ui/allocation/waitinglist.h"

#include "ui/look/celldelegate.h"
#include "ui/look/icons.h"
#include "ui/look/tableparts.h"
#include "ui/personalsettings.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QSet>

#include <array>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastPartner = 140;
constexpr int waitingSymbol = 14;
// In the order of WaitingColumn.
constexpr std::array<int, WaitingModel::columns> startWidths{110, leastPartner, 76, 170, 64, 170, 76};

/// Colour and symbol of a cell that says something; words say the same.
struct WaitingMark
{
    QColor colour;
    QString symbol;
};

WaitingMark markOf(const OrderPlan &plan, WaitingColumn column)
{
    const Colours &colours = Theme::colours();
    if (column == WaitingColumn::Due && plan.overdue)
        return {colours.bad, u"clock"_s};
    if (column == WaitingColumn::Due && plan.due)
        return {colours.low, u"clock"_s};
    if (column != WaitingColumn::Filled)
        return {colours.text, {}};
    switch (plan.verdict) {
    case OrderPlan::Verdict::All:
        return {colours.good, u"filled"_s};
    case OrderPlan::Verdict::Partly:
        return {colours.low, u"partly"_s};
    case OrderPlan::Verdict::Nothing:
        return {colours.low, u"short"_s};
    }
    Q_UNREACHABLE();
}

class WaitingDelegate final : public CellDelegate
{
public:
    WaitingDelegate(const WaitingModel &model, QObject *parent)
        : CellDelegate(parent)
        , m_model(model)
    {}

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        paintCellGround(*painter, option);
        QRect place = textPlace(option);
        const OrderPlan &plan = m_model.desk()->orders[size_t(m_model.orderAt(index.row()))];
        const WaitingMark mark = markOf(plan, WaitingColumn(index.column()));
        if (!mark.symbol.isEmpty()) {
            const QRect at(place.left(),
                           place.center().y() - waitingSymbol / 2 + 1,
                           waitingSymbol,
                           waitingSymbol);
            paintIcon(painter, at, mark.symbol, mark.colour);
            place.setLeft(at.right() + 6);
        }
        painter->setPen(mark.colour);
        painter->setFont(option.font);
        paintText(*painter, place, index);
    }

private:
    const WaitingModel &m_model;
};

} // namespace

WaitingList::WaitingList(WaitingModel &model, PersonalSettings &settings, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setObjectName(u"waitingList"_s);
    setAccessibleName(tr("Orders that wait for stock"));
    setModel(&model);
    setItemDelegate(new WaitingDelegate(model, this));
    setUpTable(*this);
    setSelectionMode(ExtendedSelection);
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setMinimumSectionSize(48);
    header->setFixedHeight(32);
    for (int column = 0; column < WaitingModel::columns; ++column)
        header->resizeSection(column, startWidths[size_t(column)]);
    header->setSectionsMovable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    connect(header, &QHeaderView::sortIndicatorChanged, &model, &WaitingModel::sort);
    settings.keepHeader(header, u"allocation/columns"_s);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicatorClearable(true); // back to the order of their turn
    connect(header, &QHeaderView::sectionResized, this, [this](int column, int, int) {
        if (column != int(WaitingColumn::Partner))
            fit();
    });
    connect(&model, &WaitingModel::aboutToRearrange, this, &WaitingList::remember);
    connect(&model, &WaitingModel::rearranged, this, &WaitingList::restore);
    connect(this, &QTableView::doubleClicked, this, &WaitingList::opened);
}

/// The partner takes what the other columns leave.
void WaitingList::fit()
{
    int others = 0;
    for (int column = 0; column < WaitingModel::columns; ++column)
        others += column == int(WaitingColumn::Partner) ? 0 : columnWidth(column);
    setColumnWidth(int(WaitingColumn::Partner),
                   std::max(leastPartner, viewport()->width() - others));
}

void WaitingList::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fit();
}

std::vector<int> WaitingList::selectedOrders() const
{
    std::vector<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    std::ranges::sort(rows);
    for (int &row : rows)
        row = m_model.orderAt(row);
    return rows;
}

void WaitingList::remember()
{
    m_restoring = true;
    m_selected.clear();
    for (const int order : selectedOrders())
        m_selected.push_back(m_model.desk()->book.orders[size_t(order)].id);
    m_currentRow = std::max(0, currentIndex().row());
    m_current = currentIndex().isValid() ? m_model.idAt(currentIndex().row()) : 0;
    m_top = verticalScrollBar()->value();
}

/// What was selected is so again, as far as it is still there; where nothing of it is, the row that
/// came to its place.
void WaitingList::restore()
{
    fit();
    const QSet<qint64> chosen(m_selected.begin(), m_selected.end());
    QItemSelection selection = rowsWhere(
        m_model, [&](int row) { return chosen.contains(m_model.idAt(row)); });
    const int first = selection.isEmpty() ? -1 : selection.first().top();
    int current = m_current != 0 ? m_model.rowOf(m_current) : -1;
    if (current < 0)
        current = first >= 0 ? first : std::min(m_currentRow, m_model.rowCount() - 1);
    if (m_wanted != 0 && m_model.rowOf(m_wanted) >= 0) {
        current = m_model.rowOf(std::exchange(m_wanted, 0));
        selection.clear();
    }
    selectionModel()->setCurrentIndex(m_model.index(current, 0), QItemSelectionModel::NoUpdate);
    if (selection.isEmpty() && current >= 0)
        selection.select(m_model.index(current, 0),
                         m_model.index(current, WaitingModel::columns - 1));
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    verticalScrollBar()->setValue(m_top);
    m_restoring = false;
    Q_EMIT selectedOrdersChanged();
}

void WaitingList::select(qint64 order)
{
    const int row = m_model.rowOf(order);
    if (row >= 0)
        selectOnly(*this, m_model.index(row, 0));
    else
        m_wanted = order;
}

void WaitingList::selectFirst()
{
    if (m_model.rowCount() > 0)
        selectOnly(*this, m_model.index(0, 0));
}

QString WaitingList::selectedAsText() const
{
    QStringList lines;
    for (const int order : selectedOrders()) {
        QStringList cells;
        for (int column = 0; column < WaitingModel::columns; ++column)
            cells << m_model.cellText(order, WaitingColumn(column));
        lines << cells.join(u'\t');
    }
    return lines.join(u'\n');
}

void WaitingList::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (!m_restoring)
        Q_EMIT selectedOrdersChanged();
}

// Qt makes the first row current when the keyboard comes, but does not select it.
void WaitingList::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (currentIndex().isValid() && !selectionModel()->hasSelection())
        selectOnly(*this, currentIndex());
}

void WaitingList::keyboardSearch(const QString &typed)
{
    if (!typed.isEmpty() && typed.front().isPrint() && !typed.front().isSpace())
        Q_EMIT searched(typed);
}

void WaitingList::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier && currentIndex().isValid())
        Q_EMIT opened();
    else if (event->key() == Qt::Key_Escape)
        event->ignore(); // the window knows where it leads
    else
        QTableView::keyPressEvent(event);
}

} // namespace tanaban::ui
