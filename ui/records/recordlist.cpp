#include "ui/records/recordlist.h"

#include "ui/look/celldelegate.h"
#include "ui/look/tableparts.h"
#include "ui/look/theme.h"
#include "ui/personalsettings.h"
#include "ui/records/recordtext.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QSet>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastWidth = 96; ///< of the column that takes what is left

class RecordDelegate final : public CellDelegate
{
public:
    RecordDelegate(const RecordModel &model, QObject *parent)
        : CellDelegate(parent)
        , m_model(model)
    {}

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        paintCellGround(*painter, option, m_model.freshness(index.row()));
        const RecordRow *row = m_model.rowAt(index.row());
        QRect place = textPlace(option);
        const auto &column = m_model.columns()[size_t(index.column())];
        if (row && column.field == u"+fill"_s)
            place.setLeft(paintBar(painter, place, *row));
        const bool off = row && row->record.fields.contains(u"active"_s)
                         && !row->record.fields.value(u"active"_s).toBool();
        painter->setPen(off ? Theme::colours().secondary : Theme::colours().text);
        painter->setFont(option.font);
        paintText(*painter, place, index);
    }

private:
    /// How full the zone is; the figures beside it say it too.
    static int paintBar(QPainter *painter, const QRect &place, const RecordRow &row)
    {
        const qint64 capacity = row.record.fields.value(u"capacity"_s).toInteger();
        if (capacity <= 0)
            return place.left();
        const Colours &colours = Theme::colours();
        QRect bar(place.left(), place.center().y() - 3, place.width() / 2 - 12, 8);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(colours.hairline);
        painter->drawRoundedRect(bar, 4, 4);
        const double full = std::min(1.0, double(row.use.onHand) / double(capacity));
        painter->setBrush(full >= 0.9 ? colours.low : colours.accent);
        const int left = bar.right() + 10;
        bar.setWidth(int(bar.width() * full));
        if (bar.width() > 0)
            painter->drawRoundedRect(bar, 4, 4);
        painter->setRenderHint(QPainter::Antialiasing, false);
        return left;
    }

    const RecordModel &m_model;
};

} // namespace

RecordList::RecordList(RecordModel &model,
                       PersonalSettings &settings,
                       const QString &key,
                       QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setObjectName(codeOf(model.entity()) + u"List");
    setAccessibleName(RecordText::nameOf(model.entity()));
    setModel(&model);
    setItemDelegate(new RecordDelegate(model, this));
    setUpTable(*this);
    setSelectionMode(ExtendedSelection);
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setFixedHeight(32);
    for (int column = 0; column < model.columnCount(); ++column)
        header->resizeSection(column, model.columns()[size_t(column)].width);
    header->setSectionsMovable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    connect(header, &QHeaderView::sortIndicatorChanged, &model, &RecordModel::sort);
    if (!key.isEmpty())
        settings.keepHeader(header, key);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    connect(&model, &RecordModel::aboutToRearrange, this, [this] {
        m_restoring = true;
        m_chosen = selectedIds();
        m_top = verticalScrollBar()->value();
        m_row = currentIndex().row();
    });
    connect(&model, &RecordModel::rearranged, this, &RecordList::restore);
    connect(this, &QTableView::doubleClicked, this, &RecordList::opened);
}

void RecordList::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fit();
}

/// The name, or where there is none what stands first, takes what the other columns leave. Whether
/// something is in use stands there only when something out of use may.
void RecordList::fit()
{
    int others = 0;
    int widest = 0;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const QString &field = m_model.columns()[size_t(column)].field;
        if (field == u"active"_s)
            setColumnHidden(column, !m_model.filter().withInactive);
        if (field == u"name"_s || field == u"partner_code"_s)
            widest = column;
    }
    for (int column = 0; column < m_model.columnCount(); ++column)
        others += column == widest ? 0 : columnWidth(column); // of a hidden one: none
    setColumnWidth(widest, std::max(leastWidth, viewport()->width() - others));
}

void RecordList::restore()
{
    m_restoring = true;
    fit();
    const RecordId id = m_wanted.isEmpty() ? m_current : m_wanted;
    const int row = id.isEmpty() ? -1 : m_model.rowOf(id);
    const bool untouched = row >= 0 && currentIndex().row() == row && m_wanted.isEmpty()
                           && selectedIds() == m_chosen; // the same rows were read again
    if (!untouched) {
        if (row >= 0)
            selectOnly(*this, m_model.index(row, 0));
        else
            selectionModel()->clear();
        selectChosen(row >= 0 && m_wanted.isEmpty());
    }
    const bool inPlace = std::exchange(m_shown, m_model.filter()) == m_model.filter();
    if (row < 0 && m_model.rowCount() > 0) {
        // What came in the place of the one that is gone; otherwise the first. Whoever is in the list
        // is on a row.
        const int next = inPlace ? std::clamp(m_row, 0, m_model.rowCount() - 1) : 0;
        selectionModel()->setCurrentIndex(m_model.index(next, 0), QItemSelectionModel::NoUpdate);
        if (hasFocus())
            selectOnly(*this, currentIndex());
    }
    verticalScrollBar()->setValue(m_top);
    m_restoring = false;
    if (row >= 0 && !m_wanted.isEmpty()) {
        scrollTo(m_model.index(row, 0));
        m_wanted.clear();
    }
    followCurrent();
}

/// Also one that is current already, and was not selected.
void RecordList::choose(const QModelIndex &index)
{
    selectOnly(*this, index);
    followCurrent();
}

/// The current row is the person's, once it is selected.
void RecordList::followCurrent()
{
    const QModelIndex current = currentIndex();
    const bool chosen = current.isValid() && selectionModel()->isSelected(current);
    const RecordId id = chosen ? m_model.idAt(current.row()) : RecordId();
    if (id == m_current)
        return;
    m_current = id;
    Q_EMIT currentIdChanged();
}

/// What was selected together is so again, as far as it is still there.
void RecordList::selectChosen(bool wanted)
{
    const std::vector<RecordId> ids = std::exchange(m_chosen, {});
    if (!wanted || ids.size() < 2)
        return;
    const QSet<RecordId> chosen(ids.begin(), ids.end());
    QItemSelection selection;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (chosen.contains(m_model.idAt(row)))
            selection.select(m_model.index(row, 0), m_model.index(row, 0));
    }
    selectionModel()->select(selection, QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

std::vector<RecordId> RecordList::selectedIds() const
{
    std::vector<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    std::ranges::sort(rows);
    std::vector<RecordId> ids;
    for (const int row : rows) {
        if (const RecordId id = m_model.idAt(row); !id.isEmpty())
            ids.push_back(id);
    }
    return ids;
}

void RecordList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (m_restoring)
        return;
    const RecordId id = current.isValid() ? m_model.idAt(current.row()) : RecordId();
    if (id == m_current)
        return;
    m_current = id;
    Q_EMIT currentIdChanged();
}

void RecordList::select(const RecordId &id)
{
    const int row = m_model.rowOf(id);
    if (row >= 0)
        choose(m_model.index(row, 0));
    else
        m_wanted = id;
}

void RecordList::selectFirst()
{
    if (m_model.rowCount() > 0)
        choose(m_model.index(0, 0));
}

QString RecordList::currentAsText() const
{
    const RecordRow *row = currentRow();
    QStringList cells;
    for (int column = 0; row && column < m_model.columnCount(); ++column)
        cells << m_model.cellText(*row, column);
    return cells.join(u'\t');
}

// Qt makes the first row current when the keyboard comes, but does not select it.
void RecordList::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (currentIndex().isValid() && !selectionModel()->hasSelection())
        choose(currentIndex());
    Q_EMIT focused();
}

void RecordList::keyboardSearch(const QString &typed)
{
    if (!typed.isEmpty() && typed.front().isPrint() && !typed.front().isSpace())
        Q_EMIT searched(typed);
}

void RecordList::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !m_current.isEmpty())
        Q_EMIT opened();
    else if (event->key() == Qt::Key_Escape)
        event->ignore(); // the window knows where it leads
    else
        QTableView::keyPressEvent(event);
}

} // namespace tanaban::ui
