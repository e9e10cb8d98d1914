#include "ui/history/ledgerview.h"

#include "ui/look/celldelegate.h"
#include "ui/look/tableparts.h"
#include "ui/look/theme.h"
#include "ui/personalsettings.h"
#include "ui/words.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

#include <array>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastName = 96;
// In the order of LedgerColumn.
constexpr std::array<int, LedgerModel::columns>
    startWidths{119, 76, 86, leastName, 82, 68, 84, 70, 72, 78, 76, 92, 120};

class LedgerDelegate final : public CellDelegate
{
public:
    using CellDelegate::CellDelegate;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        paintCellGround(*painter, option);
        const bool aside = LedgerColumn(index.column()) == LedgerColumn::Time;
        painter->setPen(aside ? Theme::colours().secondary : Theme::colours().text);
        painter->setFont(option.font);
        paintText(*painter, textPlace(option), index);
    }
};

} // namespace

LedgerView::LedgerView(LedgerModel &model, PersonalSettings &settings, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setObjectName(u"ledgerTable"_s);
    setAccessibleName(tr("History"));
    setModel(&model);
    setItemDelegate(new LedgerDelegate(this));
    setUpTable(*this);
    setSelectionMode(SingleSelection);
    setUpColumns(settings);
    keepPlace();
    // The next page is asked for before the last row is seen.
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value > 0 && value >= verticalScrollBar()->maximum() - viewport()->height())
            m_model.fetchMore({});
    });
    connect(this, &QTableView::doubleClicked, this, &LedgerView::opened);
}

void LedgerView::setUpColumns(PersonalSettings &settings)
{
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setMinimumSectionSize(48);
    header->setFixedHeight(32);
    for (int column = 0; column < LedgerModel::columns; ++column)
        header->resizeSection(column, startWidths[size_t(column)]);
    // As the language writes it: half a moment is worse than none.
    const QString moment = Words::moment(Instant::fromIso(u"2026-10-28T20:58:00.000Z").value());
    header->resizeSection(int(LedgerColumn::Time),
                          std::max(startWidths[size_t(LedgerColumn::Time)],
                                   fontMetrics().horizontalAdvance(moment) + cellEdges));
    // The details say these; a wide window has room for them.
    for (const LedgerColumn column :
         {LedgerColumn::Lot, LedgerColumn::Left, LedgerColumn::Order, LedgerColumn::Reason})
        header->setSectionHidden(int(column), true);
    settings.keepHeader(header, u"history/columns"_s);
    header->setSortIndicatorShown(false);
    header->setSectionsMovable(true);
    connect(header, &QHeaderView::sectionResized, this, [this](int column, int, int) {
        if (column != int(LedgerColumn::Name))
            fit();
    });
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, &LedgerView::showColumnMenu);
}

/// What is looked at stays where it is when others come above it; at the very top it is the newest
/// entries that are looked at.
void LedgerView::keepPlace()
{
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] {
        m_scrolled = verticalScrollBar()->value();
    });
    connect(&m_model,
            &QAbstractItemModel::rowsInserted,
            this,
            [this](const QModelIndex &, int first, int last) {
                updateGeometries(); // else there is no room to scroll to yet
                const bool above = m_scrolled > 0 && first * tableRowHeight <= m_scrolled;
                verticalScrollBar()->setValue(m_scrolled
                                              + (above ? (last - first + 1) * tableRowHeight : 0));
            });
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_restoring = true; // what the view makes current meanwhile is nobody's choice
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &LedgerView::restore);
}

void LedgerView::restore()
{
    m_restoring = true;
    const int row = m_current ? m_model.rowOf(*m_current) : -1;
    if (row >= 0)
        selectOnly(*this, m_model.index(row, 0));
    else
        selectionModel()->clear();
    m_restoring = false;
    if (row < 0 && std::exchange(m_current, std::nullopt))
        Q_EMIT currentEntryChanged();
    if (row < 0) {
        verticalScrollBar()->setValue(0);
        if (hasFocus())
            selectFirst(); // whoever is in the table is on an entry
    }
}

/// The name takes what the other columns leave.
void LedgerView::fit()
{
    int others = 0;
    for (int column = 0; column < LedgerModel::columns; ++column)
        others += column == int(LedgerColumn::Name) ? 0 : columnWidth(column); // of a hidden one: 0
    setColumnWidth(int(LedgerColumn::Name), std::max(leastName, viewport()->width() - others));
}

void LedgerView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fit();
}

void LedgerView::showColumnMenu(const QPoint &at)
{
    QMenu menu(this);
    for (int column = 0; column < LedgerModel::columns; ++column) {
        QAction *action = menu.addAction(
            m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(column != int(LedgerColumn::Time));
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            setColumnHidden(column, !shown);
            fit();
        });
    }
    menu.exec(horizontalHeader()->mapToGlobal(at));
}

const LedgerEntry *LedgerView::currentEntry() const
{
    const int row = m_current ? m_model.rowOf(*m_current) : -1;
    return row < 0 ? nullptr : &m_model.entry(row);
}

void LedgerView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (m_restoring || !current.isValid())
        return;
    const LedgerMark mark = LedgerMark::of(m_model.entry(current.row()));
    if (m_current == mark)
        return;
    m_current = mark;
    Q_EMIT currentEntryChanged();
}

void LedgerView::selectFirst()
{
    if (m_model.rowCount() > 0)
        selectOnly(*this, m_model.index(0, 0));
}

QString LedgerView::currentAsText() const
{
    const LedgerEntry *entry = currentEntry();
    QStringList cells;
    for (int visual = 0; entry && visual < LedgerModel::columns; ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(column))
            cells << m_model.cellText(*entry, LedgerColumn(column));
    }
    return cells.join(u'\t');
}

// Qt makes the first row current when the keyboard comes, but does not select it.
void LedgerView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (currentIndex().isValid() && !selectionModel()->hasSelection())
        selectOnly(*this, currentIndex());
}

void LedgerView::keyboardSearch(const QString &typed)
{
    if (!typed.isEmpty() && typed.front().isPrint() && !typed.front().isSpace())
        Q_EMIT searched(typed);
}

void LedgerView::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentEntry())
        Q_EMIT opened();
    else if (event->key() == Qt::Key_Escape)
        event->ignore(); // the window knows where it leads
    else
        QTableView::keyPressEvent(event);
}

} // namespace tanaban::ui
