#include "ui/stock/stockview.h"

#include "ui/look/celldelegate.h"
#include "ui/look/icons.h"
#include "ui/look/tableparts.h"
#include "ui/personalsettings.h"
#include "ui/stock/stockcells.h"
#include "ui/stock/stockdelegate.h"
#include "ui/stock/stockmodel.h"
#include "ui/words.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <array>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostKept = 1000; // selected rows that stay so while rows come and go
constexpr int leastNameWidth = 72;
constexpr int mostCodeWidth = 160;
constexpr int roomForStatus = 900;
// In the order of StockColumn; wide enough for their content in both languages.
constexpr std::array<int, StockModel::columns>
    widths{82, leastNameWidth, 80, 66, 86, 106, 100, 72, 70, 122, 92};

} // namespace

StockView::StockView(StockModel &model, PersonalSettings &settings, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setObjectName(u"stockTable"_s);
    setAccessibleName(tr("Stock"));
    setHorizontalHeader(new StockHeader(this));
    setModel(&model);
    setItemDelegate(new StockDelegate(model, this));
    setUpTable(*this);
    setSelectionMode(ExtendedSelection);
    setUpColumns(settings);

    connect(&model, &StockModel::aboutToRearrange, this, &StockView::remember);
    connect(&model, &StockModel::rearranged, this, &StockView::restore);
    connect(&model, &StockModel::rowsRead, this, &StockView::fitCodes);
    connect(&model, &StockModel::firstPageArrived, this, &StockView::fitCodes);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &StockView::tellVisibleRange);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &StockView::tellVisibleRange);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        Q_EMIT opened(m_model.idAt(index.row()));
    });
}

void StockView::setUpColumns(PersonalSettings &settings)
{
    QHeaderView *header = horizontalHeader();
    for (int column = 0; column < StockModel::columns; ++column)
        header->resizeSection(column, widths[std::size_t(column)]);
    header->setSectionHidden(int(StockColumn::Received), true);
    header->setSortIndicator(int(m_model.sorting().column),
                             m_model.sorting().descending ? Qt::DescendingOrder
                                                          : Qt::AscendingOrder);
    connect(header, &QHeaderView::sortIndicatorChanged, &m_model, &StockModel::sort);
    m_fitsCodes = !settings.keepHeader(header, u"stock/columns"_s);
    header->setSortIndicatorShown(true);
    header->setSectionsClickable(true);
    header->setSectionsMovable(true);
    connect(header, &QHeaderView::sectionResized, this, [this](int column, int, int) {
        if (column != int(StockColumn::Name))
            fitName();
    });
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, &StockView::showColumnMenu);
}

// The name takes what the other columns leave, so that nothing is cut and no gap remains.
void StockView::fitName()
{
    int others = 0;
    for (int column = 0; column < StockModel::columns; ++column)
        others += column == int(StockColumn::Name) ? 0 : columnWidth(column);
    setColumnWidth(int(StockColumn::Name), std::max(leastNameWidth, viewport()->width() - others));
}

/// Codes and lots are as long as each company makes them: those of the first rows are shown whole.
void StockView::fitCodes()
{
    if (!m_fitsCodes)
        return;
    const QFontMetrics metrics(font());
    for (int row = 0; row < std::min(m_model.rowCount(), StockModel::firstPage); ++row) {
        const StockListRow *known = m_model.listRow(row);
        if (!known)
            continue;
        m_fitsCodes = false;
        for (const auto &[column, text] : {std::pair(StockColumn::Product, known->row.key.product),
                                           std::pair(StockColumn::Lot, known->row.key.lot)})
        {
            const int wanted = metrics.horizontalAdvance(text) + cellEdges;
            if (wanted > columnWidth(int(column)))
                setColumnWidth(int(column), std::min(wanted, mostCodeWidth));
        }
    }
}

void StockView::showColumnMenu(const QPoint &at)
{
    QMenu menu(this);
    for (int column = 0; column < StockModel::columns; ++column) {
        QAction *action = menu.addAction(Words::of(StockColumn(column)));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(column != int(StockColumn::Product));
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            m_statusChosen = m_statusChosen || column == int(StockColumn::Status);
            setColumnHidden(column, !shown);
            fitName();
        });
    }
    menu.exec(horizontalHeader()->mapToGlobal(at));
}

void StockView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    // The symbol beside the available quantity says it as well: the words need a wide window.
    if (!m_statusChosen)
        setColumnHidden(int(StockColumn::Status), viewport()->width() < roomForStatus);
    fitName();
    tellVisibleRange();
}

void StockView::tellVisibleRange()
{
    const int rows = m_model.rowCount();
    if (rows == 0)
        return;
    const int first = std::max(0, rowAt(0));
    const int last = rowAt(viewport()->height() - 1);
    m_model.setVisibleRange(first, last < 0 ? rows - 1 : last);
}

void StockView::remember()
{
    const int top = rowAt(0);
    m_topOffset = top < 0 ? 0 : rowViewportPosition(top);
    m_inView.clear();
    for (int row = top;
         row >= 0 && row < m_model.rowCount() && rowViewportPosition(row) < viewport()->height();
         ++row)
        m_inView.push_back(m_model.idAt(row));
    m_selectedIds = selectedIds(mostKept);
    m_row = currentIndex().row();
    m_restoring = true; // whatever the view makes current meanwhile is not the person's choice
}

// Most of what is in view stays where it is; a row of it may have gone elsewhere, also the first.
void StockView::stayWhereMostAre()
{
    std::vector<int> tops; // the row at the top, for each of them to stay
    const std::vector<int> rows = m_model.rowsOf(m_inView);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] >= 0)
            tops.push_back(rows[i] - int(i));
    }
    if (tops.empty())
        return;
    const auto middle = tops.begin() + std::ssize(tops) / 2;
    std::ranges::nth_element(tops, middle);
    verticalScrollBar()->setValue(*middle * tableRowHeight - m_topOffset);
}

void StockView::restore(bool inPlace)
{
    const int row = m_currentId == 0 ? -1 : m_model.rowOf(m_currentId);
    if (row >= 0)
        selectOnly(*this, m_model.index(row, 0));
    else
        selectionModel()->clear();
    // Shipped out, for example: Down leads to what came in its place. Nothing is selected for it.
    if (row < 0 && inPlace && m_row > 0 && m_model.rowCount() > 0)
        selectionModel()->setCurrentIndex(m_model.index(std::min(m_row, m_model.rowCount()) - 1, 0),
                                          QItemSelectionModel::NoUpdate);
    QItemSelection rows;
    if (inPlace && m_selectedIds != std::vector<qint64>{m_currentId}) {
        std::vector<int> others = m_model.rowsOf(m_selectedIds);
        std::erase(others, -1);
        std::ranges::sort(others);
        // Neighbours together: with a thousand single rows the selection takes its time.
        for (std::size_t first = 0, next = 1; first < others.size(); first = next++) {
            while (next < others.size() && others[next] == others[next - 1] + 1)
                ++next;
            rows.select(m_model.index(others[first], 0), m_model.index(others[next - 1], 0));
        }
    }
    if (row >= 0 && !rows.isEmpty())
        selectionModel()->select(rows, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    if (inPlace) {
        stayWhereMostAre();
    } else {
        verticalScrollBar()->setValue(0);
    }
    m_restoring = false;
    tellVisibleRange();
    Q_EMIT selectedIdsChanged();
}

void StockView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (!m_restoring)
        Q_EMIT selectedIdsChanged();
}

std::vector<qint64> StockView::selectedIds(size_t most) const
{
    std::vector<std::pair<int, int>> ranges;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        ranges.emplace_back(range.top(), range.bottom());
    std::sort(ranges.begin(), ranges.end());
    std::vector<qint64> ids;
    for (const auto &[top, bottom] : ranges) {
        for (int row = top; row <= bottom && ids.size() < most; ++row)
            ids.push_back(m_model.idAt(row));
    }
    return ids;
}

void StockView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (m_restoring || !current.isValid())
        return;
    const qint64 id = m_model.idAt(current.row());
    if (id == m_currentId)
        return;
    m_currentId = id;
    Q_EMIT currentIdChanged(id);
}

void StockView::select(qint64 id)
{
    const int row = m_model.rowOf(id);
    if (row >= 0)
        selectOnly(*this, m_model.index(row, 0));
}

void StockView::selectFirst()
{
    if (m_model.rowCount() > 0) {
        selectOnly(*this, m_model.index(0, 0));
    } else if (std::exchange(m_currentId, 0) != 0) {
        Q_EMIT currentIdChanged(0);
    }
}

QString StockView::currentAsText() const
{
    const StockListRow *row = m_model.listRowOf(m_currentId);
    if (!row)
        return {};
    QStringList cells;
    for (int visual = 0; visual < StockModel::columns; ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(column))
            cells << cellText(*row, StockColumn(column));
    }
    return cells.join(u'\t');
}

// Qt makes the first row current when the keyboard comes, but does not select it.
void StockView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    const bool isCurrent = currentIndex().isValid()
                           && m_model.idAt(currentIndex().row()) == m_currentId;
    if (isCurrent && !selectionModel()->hasSelection())
        selectOnly(*this, currentIndex());
}

void StockView::keyboardSearch(const QString &typed)
{
    if (!typed.isEmpty() && typed.front().isPrint() && !typed.front().isSpace())
        Q_EMIT searched(typed);
}

void StockView::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_currentId != 0) {
        Q_EMIT opened(m_currentId);
        return;
    }
    if (event->key() == Qt::Key_Escape)
        event->ignore(); // the window knows where it leads
    else
        QTableView::keyPressEvent(event);
}

StockHeader::StockHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setHighlightSections(false);
    setMinimumSectionSize(48);
    setFixedHeight(32);
    setMouseTracking(true);
}

QSize StockHeader::sectionSizeFromContents(int logicalIndex) const
{
    return {QHeaderView::sectionSizeFromContents(logicalIndex).width(), 32};
}

void StockHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    const Colours &colours = Theme::colours();
    const auto column = StockColumn(logicalIndex);
    const bool sorted = sortIndicatorSection() == logicalIndex;
    painter->fillRect(rect, colours.base);
    painter->setPen(colours.border);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->setPen(sorted ? colours.text : colours.secondary);
    painter->setFont(fontOf(TextSize::Secondary, sorted));
    QRect place = rect.adjusted(8, 0, -8, -1);
    if (column == StockColumn::Available)
        place.setRight(place.right() - 36); // where the figures end: the unit stands to the right
    const QString text = model()->headerData(logicalIndex, Qt::Horizontal).toString();
    const int room = place.width() - (sorted ? 14 : 0);
    const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, room);
    const int width = painter->fontMetrics().horizontalAdvance(shown);
    const int left = isNumber(column) ? place.right() - width + 1 : place.left();
    painter->drawText(QRect(left, place.top(), width + 1, place.height()),
                      Qt::AlignLeft | Qt::AlignVCenter,
                      shown);
    if (sorted) {
        const QLatin1String arrow = sortIndicatorOrder() == Qt::AscendingOrder ? "sort-up"_L1
                                                                               : "sort-down"_L1;
        const int x = isNumber(column) ? left - 14 : left + width + 4;
        paintIcon(painter, QRect(x, place.center().y() - 5, 10, 10), arrow, colours.accent);
    }
}

} // namespace tanaban::ui
